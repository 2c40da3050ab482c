// The finding that the rules and the words come to together: the rules' judgement, or where settle.ts has another verdict, that
// one with the passages that bear it out.
import type { Finding, Remark } from '../domain/finding.ts'
import { pagesByOcr } from '../domain/manuscript.ts'
import type { Assessed } from './confidence.ts'
import type { Judgement } from './judge.ts'
import type { ReadProvision } from './provisions.ts'
import { isUnanswered } from './questions.ts'
import type { Scene } from './scene.ts'
import { type Grounds, type Settled, settle } from './settle.ts'
import { likelihoodBars } from './settle-weights.ts'
import type { CompiledRequirement } from './vocabulary.ts'

type Rated = Pick<Finding, 'confidence' | 'review' | 'doubts'>

/** A judgement, how sure it is, and what it rests on. */
export type SettledJudgement = Rated & { readonly judgement: Judgement; readonly passages: readonly ReadProvision[] }

/** What the rules' judgement and the words come to. */
export function settled(scene: Scene, compiled: CompiledRequirement, judgement: Judgement, assessed: Assessed): SettledJudgement {
  const { traits: _, ...rated } = assessed
  const kept = { ...rated, judgement, passages: passagesOf(judgement) }
  if (restsOnStructure(judgement) || isAsked(judgement, scene, compiled)) return kept
  const made = settle(groundsOf(scene, compiled, judgement, assessed), compiled.requirement, scene.impressions)
  if (made === undefined) return kept
  const sure = sureness(made, judgement, rated)
  if (made.verdict === judgement.verdict) return { ...kept, ...sure }
  const other = overturned(made, judgement, scene, compiled)
  return made.verdict === 'met' && isByOcr(scene, other.passages) ? kept : { ...other, ...sure }
}

/** Whether other clauses, the row it stands in, or an exception of its own make a passage what it is: its words show that less. */
function restsOnStructure({ deciding, reasons }: Judgement): boolean {
  const narrowed = reasons.some(({ code }) => code === 'scope')
  return deciding.some(
    w =>
      w.overriding ||
      w.carvedBy.length > 0 ||
      w.candidate.read.provision.status !== undefined ||
      (narrowed && (w.candidate.standing.exceptions.length > 0 || w.candidate.read.reading.tiers.length > 0)),
  )
}

/** Whether nothing is said of it, and the passage that comes closest only asks. */
function isAsked({ deciding }: Judgement, scene: Scene, { requirement }: CompiledRequirement): boolean {
  const { read } = scene.closest(requirement)
  return deciding.length === 0 && read !== undefined && isUnanswered(read, scene)
}

/** What there is to go by, from a contract and its judgement. */
export function groundsOf(
  scene: Scene,
  { requirement }: CompiledRequirement,
  judgement: Judgement,
  { confidence, traits }: Pick<Assessed, 'confidence' | 'traits'>,
): Grounds {
  const { relevance, read, near } = scene.closest(requirement)
  return {
    judgement,
    confidence,
    traits,
    deciding: passagesOf(judgement).map(scene.hashesOf),
    closest: read === undefined ? [] : [scene.hashesOf(read)],
    near: near.map(scene.hashesOf),
    relevance,
    binding: scene.binding.length,
  }
}

/** The passages that decide a judgement, each once. */
export function passagesOf({ deciding }: Judgement): ReadProvision[] {
  return [...new Set(deciding.map(w => w.candidate.read))]
}

/** The verdict that the words have it, with the passages by which they do. */
function overturned(
  { verdict, reason }: Settled,
  judgement: Judgement,
  scene: Scene,
  { requirement }: CompiledRequirement,
): { judgement: Judgement; passages: readonly ReadProvision[] } {
  const found = passagesOf(judgement)
  const { read } = scene.closest(requirement)
  const passages = verdict === 'missing' ? [] : found.length > 0 || read === undefined ? found : [read]
  const deciding = verdict === 'missing' ? [] : judgement.deciding
  return { judgement: { verdict, deciding, reasons: reason === undefined ? [] : [{ code: reason, facts: { by: 'words' } }] }, passages }
}

// What the rules did not find to be met is looked at before anyone relies on it.
function sureness({ verdict, likelihood, disputed }: Settled, judgement: Judgement, { doubts = [] }: Rated): Rated {
  const confidence = Math.round(100 * likelihood) / 100
  const review = likelihood < likelihoodBars[verdict] || (verdict === 'met' && judgement.verdict !== 'met')
  if (!review) return { confidence, review }
  const against = verdict !== judgement.verdict ? ['overturned'] : disputed ? ['disputed'] : []
  const named = [...against, ...(verdict === judgement.verdict ? doubts : [])].slice(0, 2)
  return { confidence, review, doubts: named.length > 0 ? named : ['other'] }
}

/** Where the words overturned what the rules say, that is said. */
export function againstRules({ verdict }: Judgement, byRules: Judgement): Remark[] {
  return verdict === byRules.verdict ? [] : [{ code: 'by-words', facts: { rules: byRules.verdict } }]
}

// An engine takes one letter for another: what only the words suggest is no promise there.
function isByOcr({ contract }: Scene, passages: readonly ReadProvision[]): boolean {
  return passages.some(({ provision: { document, span } }) => {
    const manuscript = contract.documents[document]
    return manuscript !== undefined && pagesByOcr(manuscript, span.start, span.end).length > 0
  })
}
