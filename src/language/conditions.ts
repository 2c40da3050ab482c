// A condition that opens a sentence and is closed by no comma: where the main clause begins after it.
// What the condition covers otherwise is reading.ts's.
import { findOperators } from './operators.ts'
import { namesParty, type PartyWords } from './subjects.ts'
import type { Token } from './tokens.ts'

const conditions = /^(?:if|where|when|whenever|wherever|before|after|once|upon|until|unless)$/
const purposes = /^(?:in order that|so that|lest)\b/
const incidents = /^(?:in (?:the )?(?:event|case)|on (?:discovery|learning|becoming|receipt|detection))\b/

/**
 * "If an incident occurs the Provider notifies ...": where a condition opens the sentence and no pause ends it, the main
 * clause begins with the first party after it that is a subject.
 * @returns its first token, or undefined where the sentence is not of that kind
 */
export function mainStart(tokens: readonly Token[], parties: PartyWords): number | undefined {
  const first = firstWord(tokens)
  const opening = tokens.slice(first, first + 3).map(t => t.text)
  if (!conditions.test(opening[0] ?? '') && !incidents.test(opening.join(' ')) && !purposes.test(opening.join(' '))) return undefined
  if (tokens.some(isPause)) return afterComma(tokens, parties) ?? beforeComma(tokens, parties)
  for (let at = tokens.length - 3; at >= first + 3; at--) if (isSubject(tokens, at, parties)) return at
  return undefined
}

/** Where the words of a sentence begin, behind its number: "(2) If ...", "① When ...". */
export function firstWord(tokens: readonly Token[]): number {
  const at = tokens.slice(0, longestNumber).findIndex(t => t.kind === 'word' && t.text.length > 1)
  return Math.max(at, 0)
}

const longestNumber = 4

// "If the Customer buys the add-on, the Provider logs ...": without a firm verb of its own nothing else says where the main
// clause begins.
function afterComma(tokens: readonly Token[], parties: PartyWords): number | undefined {
  const at = tokens.findIndex((t, i) => t.text === ',' && namesParty(tokens, i + 1, parties) && isFollowed(tokens, i + 1))
  const operators = findOperators(tokens)
  // "Where we can, we mask it": a hedge, and no condition; and behind a firm verb the main clause has begun already.
  if (
    at < 0 ||
    operators.some(o => (o.to === at && o.force === 'may') || (o.to <= at && firm.has(o.force) && !purposes.test(wordsOf(tokens))))
  )
    return undefined
  const rest = tokens.findIndex((t, i) => i > at && joining.has(t.text))
  const end = rest < 0 ? tokens.length : rest
  return operators.some(o => at < o.from && o.from < end && !o.force.startsWith('fact')) ? undefined : at + 1
}

const firm = new Set(['must', 'must-not', 'refuses'])
const joining = new Set(', ; : | as which that who if when where while because so and but or unless until before after'.split(' '))

// "In the event of a breach the Provider stops it, repairs the damage and finds the cause": the pauses are those of the main clause.
function beforeComma(tokens: readonly Token[], parties: PartyWords): number | undefined {
  const noun = incidents.test(wordsOf(tokens)) && !/^(?:that|where|when)$/.test(tokens[3]?.text ?? '')
  if (!noun || findOperators(tokens).some(o => o.force !== 'fact')) return undefined
  for (let at = tokens.findIndex(isPause) - 2; at >= 3; at--) if (isSubject(tokens, at, parties)) return at
  return undefined
}

function isPause({ kind, text }: Token): boolean {
  return kind === 'mark' && /^[,;:|]$/.test(text)
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .slice(0, 3)
    .map(t => t.text)
    .join(' ')
}

function isSubject(tokens: readonly Token[], at: number, parties: PartyWords): boolean {
  const before = tokens[at - 1]
  return (
    before?.kind === 'word' &&
    !governed.has(before.text) &&
    !/^(?:our|your)$/.test(tokens[at]?.text ?? '') &&
    namesParty(tokens, at, parties) &&
    isFollowed(tokens, at)
  )
}

const governed = new Set(
  'by of to for from with within without about against on in upon at under between than via through that which and or the a an any each as whom whether its their our your not be'.split(
    ' ',
  ),
)

// A subject has a verb after it: not the end of the sentence, nor a preposition.
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + (tokens[at]?.text === 'the' ? 2 : 1)]
  return next?.kind === 'word' && !governed.has(next.text)
}
