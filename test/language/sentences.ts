// Says how a sentence was read in one line, for the tables of the tests beside this file.
import { findClauses } from '../../src/language/clauses.ts'
import { readSentence } from '../../src/language/reading.ts'
import { standingOf } from '../../src/language/standing.ts'
import type { PartyWords } from '../../src/language/subjects.ts'
import { type Token, tokenise } from '../../src/language/tokens.ts'

/** The parties of every sentence in the tables. */
export const parties: PartyWords = new Map([
  ['provider', 'provider'],
  ['the provider', 'provider'],
  ['we', 'provider'],
  ['supplier', 'provider'],
  ['customer', 'customer'],
  ['the customer', 'customer'],
  ['you', 'customer'],
  ['kestrel bank plc', 'customer'],
])

/** The words of a run of tokens, as folded. */
export function saidBy(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): string {
  return tokens
    .slice(from, to)
    .map(token => token.text)
    .join(' ')
}

/** "must provider: the provider shall log // may nobody: and may ..." */
export function clauses(text: string): string {
  const tokens = tokenise(text)
  return findClauses(tokens, parties)
    .map(clause => `${clause.force} ${clause.bearer}: ${saidBy(tokens, clause)}`)
    .join(' // ')
}

/** Where a word of the text stands in the tokens. */
export function at(tokens: readonly Token[], word: string): { from: number; to: number } {
  const wanted = tokenise(word).map(token => token.text)
  const from = tokens.findIndex((_, i) => wanted.every((w, j) => tokens[i + j]?.text === w))
  if (from < 0) throw new Error(`no "${word}" in "${saidBy(tokens, { from: 0, to: tokens.length })}"`)
  return { from, to: from + wanted.length }
}

/** How an act stands: "+" it is to happen, "-" it is not; firmness; bearer; then what else is to be known of it. */
export function stands(text: string, act: string): string {
  const tokens = tokenise(text)
  const { sign, firmness, bearer, aside, refused, hedges, exceptions, onRequest } = standingOf(
    readSentence(tokens, parties),
    at(tokens, act),
  )
  if (aside) return 'aside'
  const marks = [refused && 'refused', hedges.length > 0 && 'hedged', exceptions.length > 0 && 'excepted', onRequest && 'on request']
  return [`${sign > 0 ? '+' : '-'} ${firmness} ${bearer}`, ...marks.filter(Boolean)].join(', ')
}
