// Questions, and what asks for an account, as the questionnaires of a tender do: they promise nothing.
import { slice } from '../domain/span.ts'
import type { ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'

/** Whether a passage asks ("Can we audit the logs?") and the next words do not say yes, or asks for an account ("Describe how ..."). */
export function isUnanswered(read: ReadProvision, scene: Pick<Scene, 'provisions'>): boolean {
  const { provision, text } = read
  const words = slice(text, provision.span)
  if (provision.cells !== undefined) return asksInRow(words)
  if (asksForAccount.test(words)) return true
  if (!words.trimEnd().endsWith('?')) return false
  const next = scene.provisions[provision.id + 1]
  return next === undefined || !/^\W*(?:yes|yep|sure|certainly|absolutely|of course)\b/i.test(slice(next.text, next.provision.span))
}

const asksForAccount =
  /^\W{0,3}(?:please )?(?:describe|explain|state|indicate|detail|outline|specify|list|confirm|clarify|tell us|set out|give details of|provide (?:details|an? (?:overview|description|explanation|account)) of)\b[^.?!]{0,60}?\b(?:how|whether|which|what|where|who|your|the (?:tenderer|bidder|proposer|offeror|respondent|vendor)['’]s)\b(?![^.]*\b(?:shall|must)\b)/i

// "8 | Describe the rate limits that apply | "
const asksInCell = /^\W{0,3}(?:please )?(?:describe|explain|state|indicate|outline|specify)\b(?![^.]*\b(?:shall|must|will)\b)/i

/** A row whose last cell asks, with no answer beside or behind it. */
function asksInRow(words: string): boolean {
  const last =
    words
      .split('|')
      .map(cell => cell.trim())
      .filter(cell => cell !== '')
      .at(-1) ?? ''
  const behind = last.slice(last.lastIndexOf('?') + 1)
  return (
    asksForAccount.test(last) ||
    asksInCell.test(last) ||
    (last.includes('?') && !/\b(?:yes|no|not|shall|must|will|is|are|we|may)\b/i.test(behind))
  )
}
