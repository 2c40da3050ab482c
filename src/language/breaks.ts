// Where the row of a table is cut before its clauses are looked for. What a clause is, is clauses.ts's.
import { findOperators } from './operators.ts'
import type { Token } from './tokens.ts'

/** Where a row has a second sentence in a cell, or cells behind the one with its last verb, which are no part of that clause. */
export function breaks(tokens: readonly Token[]): number[] {
  if (!tokens.some(t => t.text === '|')) return []
  const last = findOperators(tokens).at(-1)?.to ?? tokens.length
  return tokens.flatMap((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]]
    const sentence = token.text === '.' && next?.kind === 'word' && next.capital && (before?.text.length ?? 0) > 3
    return sentence || (token.text === '|' && at >= last) ? [at + 1] : []
  })
}

// "no checking, cleaning or filtering takes place": a list of single nouns after "no" is one subject.
export function deniedList(tokens: readonly Token[], after: number, operator: number): number | undefined {
  for (let at = operator - 1; at >= after; at--) {
    const { text = '', kind = 'mark' } = tokens[at] ?? {}
    if (text === 'no') return opens(tokens, at) && tokens.slice(at, operator).some(t => t.text === 'or') ? at : undefined
    if ((kind !== 'word' && text !== ',') || text === 'and' || operator - at > listed) return undefined
  }
  return undefined
}

/** The most tokens of such a list. */
const listed = 12

function opens(tokens: readonly Token[], at: number): boolean {
  return /^(?:[,;:.|]|and|but)$/.test(tokens[at - 1]?.text ?? ';')
}
