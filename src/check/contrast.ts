// What the next sentence takes back: "Calls to the other endpoints are not.", "It isn't included in the Starter plan."
// Such sentences lean on the duty before them and deny it for a part; by themselves they say nothing.
import { type Span, slice } from '../domain/span.ts'
import type { ReadProvision } from './provisions.ts'

const no = "(?:not\\b|n['\\u2019]t\\b)"
const contrasts: readonly RegExp[] = [
  // "... are not.", "... aren't today."
  /\b(?:do|does|did|is|are|was|were|has|have|need|will|shall)(?: not|n['\u2019]t)(?: so| yet| today| currently| at present)?[\s.;!]*$/i,
  // "No such test has been made of ...", "neither obligation applies", "have not been so tested"
  /\bno such [\w-]{2,20} (?:has|have|is|are|was|were|applies|exists?)\b|\bneither (?:obligation|duty|promise|undertaking)\b|\b(?:has|have) not been so\b/i,
  // "The other models are not ...", "Other entries need not ..."
  new RegExp(
    `^\\W*(?:the |all |any )?(?:others?|remaining|rest|elsewhere|outside)\\b[^.]{0,120}(?:${no}|\\b(?:never|without|none|excluded|as recorded|at any)\\b)`,
    'i',
  ),
  // "It isn't included in ...", "They are not run on ..."
  new RegExp(
    `^\\W*(?:it|they|this|that|these|those|such \\w+)(?: \\w+){0,3} ?(?:is|are|was|were|does|do)(?: |(?=n))${no} (?:included|available|offered|covered|run|applied|made|kept|done|logged|tested|given|part|provided|extend|apply|cover|include|reach|enjoy|so)\\b`,
    'i',
  ),
  // "Image sets don't get that treatment", "this promise does not extend to them"
  new RegExp(
    `\\b(?:do|does)(?: |(?=n))${no} (?:(?:get|have|receive|enjoy|reach|cover|include) (?:that|this|it|them|these|those|such)|(?:extend|apply) to)\\b`,
    'i',
  ),
  /\b(?:carry|carries|get|gets|have|has|receive|receives) none\b/i,
  // "No correction is required for any other exploit"
  /\bno [\w-]{2,20} (?:is|are) (?:required|owed|made|kept|run|needed|due) (?:for|in|on|of|where) (?:any |all )?(?:others?|the rest|the remaining)\b/i,
  /\b(?:is|are) (?:excluded|excepted|exempt) from (?:this|that|the foregoing|it)\b/i,
]

const reach = 2

/** Words shortly after a provision, in the same paragraph, that deny a part of what it promises. */
export function contrastAfter(read: ReadProvision, provisions: readonly ReadProvision[]): Span | undefined {
  const from = read.provision.id
  for (let at = from + 1; at <= from + reach; at++) {
    const next = provisions[at]
    if (next === undefined || next.provision.document !== read.provision.document || !isNear(read, next)) return undefined
    if (contrasts.some(pattern => pattern.test(slice(next.text, next.provision.span)))) return next.provision.span
  }
  return undefined
}

function isNear(read: ReadProvision, next: ReadProvision): boolean {
  return (
    next.provision.paragraph === read.provision.paragraph &&
    next.provision.cells === undefined &&
    next.provision.leadIns.length === read.provision.leadIns.length
  )
}
