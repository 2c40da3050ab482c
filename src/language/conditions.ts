// A condition that opens a sentence and is closed by no comma: where the main clause begins after it.
// What the condition covers otherwise is reading.ts's.
import { findOperators } from './operators.ts'
import { namesParty, type PartyWords } from './subjects.ts'
import type { Token } from './tokens.ts'

const conditions = /^(?:if|where|when|whenever|wherever|before|after|once|upon|until|unless)$/
const incidents = /^(?:in (?:the )?(?:event|case)|on (?:discovery|learning|becoming|receipt|detection))\b/

/**
 * "If an incident occurs the Provider notifies ...": where a condition opens the sentence and no pause ends it, the main
 * clause begins with the first party after it that is a subject.
 * @returns its first token, or undefined where the sentence is not of that kind
 */
export function mainStart(tokens: readonly Token[], parties: PartyWords): number | undefined {
  const opening = tokens.slice(0, 3).map(t => t.text)
  if (!conditions.test(opening[0] ?? '') && !incidents.test(opening.join(' '))) return undefined
  if (tokens.some(t => t.kind === 'mark' && /^[,;:|]$/.test(t.text))) return afterComma(tokens, parties)
  for (let at = tokens.length - 3; at >= 3; at--) if (isSubject(tokens, at, parties)) return at
  return undefined
}

// "If the Customer buys the add-on, the Provider logs ...": without a firm verb nothing else says where the main clause begins.
function afterComma(tokens: readonly Token[], parties: PartyWords): number | undefined {
  const at = tokens.findIndex((t, i) => t.text === ',' && namesParty(tokens, i + 1, parties) && isFollowed(tokens, i + 1))
  return at < 0 || findOperators(tokens).some(o => o.force !== 'fact' && o.force !== 'fact-not') ? undefined : at + 1
}

function isSubject(tokens: readonly Token[], at: number, parties: PartyWords): boolean {
  const before = tokens[at - 1]
  return before?.kind === 'word' && !governed.has(before.text) && namesParty(tokens, at, parties) && isFollowed(tokens, at)
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
