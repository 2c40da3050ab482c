// Weighs one candidate: does it promise, refuse or say nothing, and what does the promise lack?
import { type Provision, provisionSpans } from '../domain/contract.ts'
import type { Reason } from '../domain/finding.ts'
import type { Requirement } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import { findBlanks } from '../language/blanks.ts'
import type { Match } from '../language/lexicon.ts'
import type { Standing } from '../language/standing.ts'
import type { Token } from '../language/tokens.ts'
import { type CarveOut, carveOutsFor } from './carveouts.ts'
import { weighFigure } from './figure.ts'
import type { Candidate } from './locate.ts'
import type { ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'
import type { CompiledRequirement } from './vocabulary.ts'

export type Stance = 'promise' | 'refusal' | 'nothing'

/** A candidate with what it is worth. */
export interface Weighed {
  readonly candidate: Candidate
  readonly stance: Stance
  /** Why the promise falls short; empty for one that meets its element. */
  readonly faults: readonly Reason[]
  /** "Notwithstanding anything to the contrary": wins over other provisions. */
  readonly overriding: boolean
  /** Provisions that take from this one. */
  readonly carvedBy: readonly Provision[]
}

/** Weighs a candidate for its requirement. */
export function weigh(candidate: Candidate, compiled: CompiledRequirement, scene: Scene): Weighed {
  const carved = carveOutsFor(scene.contract, scene.carveOuts, candidate.read.provision)
  const said = stanceOf(candidate)
  const undone = said === 'promise' && carved.some(c => c.whole)
  const stance = undone ? 'refusal' : said
  const faults = stance === 'promise' ? faultsOf(candidate, compiled, scene, carved) : []
  return { candidate, stance, faults, overriding: isOverriding(candidate), carvedBy: carved.map(c => c.provision) }
}

function stanceOf({ frame, standing, read }: Candidate): Stance {
  if (standing.aside) return 'nothing'
  const happens = standing.sign > 0 && !isDeniedRow(read)
  if (frame.kind === 'contrary') return happens ? 'refusal' : 'nothing'
  if (frame.kind === 'bar') return happens ? leave(standing) : standing.refused ? 'nothing' : 'promise'
  if (happens) return 'promise'
  return standing.plainly || isDeniedRow(read) ? 'refusal' : 'nothing'
}

// Leave to do harm, or the plain practice of it, is the opposite of a ban; a mere description is neither.
function leave(standing: Standing): Stance {
  if (standing.relative || standing.firmness === 'soft') return 'nothing'
  return standing.firmness === 'may' || (standing.bearer !== 'nobody' && standing.bearer !== 'other') ? 'refusal' : 'nothing'
}

const denyingCell = /^\W*(?:none|no|nil|n\/a|not (?:provided|included|performed|applicable|required|offered|supplied|available|kept|covered|done|in scope)|excluded|out of scope|(?:customer|client|buyer|purchaser|licensee)(?:'s)? (?:alone|only|responsibility)|nobody)\b/i

/** A table row whose value cell says "none". */
function isDeniedRow({ provision, text }: ReadProvision): boolean {
  return (provision.cells ?? []).slice(1).some(cell => denyingCell.test(text.slice(cell.start, Math.min(cell.end, cell.start + 80))))
}

function faultsOf(candidate: Candidate, compiled: CompiledRequirement, scene: Scene, carved: readonly CarveOut[]): Reason[] {
  const requirement = compiled.requirement
  const faults: Reason[] = candidate.frame.falls.map(code => ({ code, facts: {} }))
  faults.push(...softness(candidate, requirement), ...wrongParty(candidate, requirement, scene), ...narrowing(candidate, compiled))
  faults.push(...weighFigure(candidate, compiled), ...leftOpen(candidate), ...cutDown(candidate, carved), ...notThere(candidate, scene))
  return withoutRepeats(faults)
}

function words(candidate: Candidate, match: Match): string {
  const tokens = candidate.read.tokens
  return slice(candidate.read.text, { start: tokens[match.from]?.start ?? 0, end: tokens[match.to - 1]?.end ?? 0 })
}

function softness(candidate: Candidate, requirement: Requirement): Reason[] {
  const { standing, frame } = candidate
  const hedge = standing.hedges[0]
  if (hedge !== undefined) return [{ code: 'soft', facts: { words: words(candidate, hedge) } }]
  const operator = standing.clause.operator
  const said = operator === undefined ? '' : words(candidate, operator)
  if (standing.firmness === 'soft') return [{ code: 'soft', facts: { words: said } }]
  if (standing.firmness === 'may' && frame.kind === 'do') return [{ code: 'soft', facts: { words: said } }]
  if (standing.onRequest && requirement.request === 'soft' && frame.kind !== 'bar') return [{ code: 'soft', facts: { words: 'on request' } }]
  return []
}

function wrongParty({ standing, frame }: Candidate, requirement: Requirement, scene: Scene): Reason[] {
  const owes = requirement.hosted && scene.customerHosts ? 'either' : (frame.by ?? requirement.owes)
  const bearer = standing.bearer
  if (owes === 'either' || bearer === 'both' || bearer === 'nobody' || bearer === 'other' || frame.kind === 'right') return []
  return bearer === owes ? [] : [{ code: 'party', facts: { found: bearer, wanted: owes } }]
}

function narrowing(candidate: Candidate, compiled: CompiledRequirement): Reason[] {
  const { standing, read, act } = candidate
  const tolerated = compiled.tolerates === undefined ? [] : (read.concepts.get(compiled.tolerates) ?? [])
  const exception = standing.exceptions.find(e => !harmless(read.tokens, e) && !tolerated.some(t => t.from < e.to && e.from < t.to))
  if (exception !== undefined) return [{ code: 'scope', facts: { words: words(candidate, exception) } }]
  const tier = read.reading.tiers.find(t => standing.clause.from <= t.from && t.from < standing.clause.to) ?? read.reading.tiers.find(t => t.from < act.from)
  if (tier !== undefined && !tolerated.some(t => t.from < tier.to && tier.from < t.to)) return [{ code: 'scope', facts: { words: words(candidate, tier) } }]
  if (compiled.part === undefined || compiled.whole === undefined) return []
  if (read.concepts.has(compiled.whole) || !read.concepts.has(compiled.part)) return []
  const part = read.concepts.get(compiled.part)?.[0]
  return part === undefined ? [] : [{ code: 'scope', facts: { words: words(candidate, part) } }]
}

// A blank in the words that carry the duty: what is filled in later may be anything.
function leftOpen({ read }: Candidate): Reason[] {
  const spot = provisionSpans(read.provision).flatMap(span => findBlanks(read.text, span))[0]
  return spot === undefined ? [] : [{ code: 'blank', facts: { words: slice(read.text, spot) } }]
}

function cutDown({ read }: Candidate, carved: readonly CarveOut[]): Reason[] {
  const carve = carved.find(c => !c.whole)
  return carve === undefined ? [] : [{ code: 'scope', facts: { words: slice(read.text, carve.words) } }]
}

const relying = /(?:set (?:out|forth)|specified|listed|described|stated|defined|laid down|contained|in accordance with|according to|as per|pursuant to|comply with|line with|meet|named|shown|agreed)\W{1,3}(?:[\w']+\W{1,3}){0,4}$/i

// "as set out in Annex B", and there is no Annex B: what it says cannot be known (catalogue, rule 8).
function notThere({ read }: Candidate, scene: Scene): Reason[] {
  for (const span of provisionSpans(read.provision))
    for (const { place } of scene.missing) {
      if (place.document !== read.provision.document || place.start < span.start || place.end > span.end) continue
      if (relying.test(read.text.slice(Math.max(span.start, place.start - 60), place.start))) return [{ code: 'scope', facts: { document: slice(read.text, place) } }]
    }
  return []
}

// Exceptions that take nothing from a duty a careful reader would miss.
const harmlessWords = /^(?:unless|except|save|other than)\W+(?:(?:as|where|to the extent|and to the extent|if|when|otherwise)\W+){0,3}(?:otherwise\W+)?(?:required|compelled|prohibited|mandated|demanded|agreed|expressly|permitted|provided|a longer|an earlier|the parties|sooner|earlier|longer|applicable law|the law|by law|law)/

function harmless(tokens: readonly Token[], exception: Match): boolean {
  return harmlessWords.test(tokens.slice(exception.from, exception.from + 8).map(t => t.text).join(' '))
}

function isOverriding({ read }: Candidate): boolean {
  return read.tokens.some(t => t.text === 'notwithstanding')
}

function withoutRepeats(faults: readonly Reason[]): Reason[] {
  return faults.filter((f, i) => faults.findIndex(g => g.code === f.code) === i)
}
