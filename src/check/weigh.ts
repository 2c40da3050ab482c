// Weighs one candidate: does it promise, refuse or say nothing, and what does the promise lack?
import { type Provision, provisionSpans } from '../domain/contract.ts'
import type { Reason } from '../domain/finding.ts'
import type { Requirement } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import { findBlanks } from '../language/blanks.ts'
import type { Match } from '../language/lexicon.ts'
import type { Standing } from '../language/standing.ts'
import type { Token } from '../language/tokens.ts'
import type { Absent } from './absent.ts'
import { isReplaced } from './amended.ts'
import { byStranger, wrongParty } from './bearers.ts'
import { blankTermIn } from './blank-terms.ts'
import { type CarveOut, carveOutsFor } from './carveouts.ts'
import { contrastAfter, limitBefore } from './contrast.ts'
import { weighExtent } from './extent.ts'
import { weighFigure } from './figure.ts'
import type { Candidate } from './locate.ts'
import { isBygone, isPresupposed, isRejected, isTurnedAway } from './mentioned.ts'
import { weighNarrowing } from './narrowing.ts'
import { once } from './once.ts'
import type { ReadProvision } from './provisions.ts'
import { isUnanswered } from './questions.ts'
import { isOnlyMentioned } from './refused-rows.ts'
import type { Scene } from './scene.ts'
import { weighSoftness } from './softness.ts'
import { contextOf } from './surroundings.ts'
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
  /** Provisions that take from this one, or put words in the place of its own. */
  readonly carvedBy: readonly Provision[]
  /** How far its words are those of the requirement, 0 to 1. */
  readonly relevance: number
}

/** Weighs a candidate for its requirement. */
export function weigh(candidate: Candidate, compiled: CompiledRequirement, scene: Scene): Weighed {
  const carved = carveOutsFor(scene.contract, scene.carveOuts, candidate.read.provision)
  const idle = byStranger(candidate, compiled.requirement) || isUnanswered(candidate.read, scene)
  const said = idle ? 'nothing' : stanceOf(candidate)
  const undone = said === 'promise' && (carved.some(c => c.whole) || candidate.read.provision.status?.force === 'refused')
  // What is deleted is refused no more than it is promised.
  const stance = !undone ? said : carved.some(c => c.deleted) || isOnlyMentioned(candidate, compiled) ? 'nothing' : 'refusal'
  const faults = stance === 'promise' ? faultsOf(candidate, compiled, scene, carved) : []
  return {
    candidate,
    stance,
    faults,
    overriding: isOverriding(candidate.read),
    carvedBy: [...carved.map(c => c.provision), ...amending(candidate.read, scene)],
    relevance: relevanceIn(candidate.read, compiled.requirement, scene),
  }
}

function amending({ provision }: ReadProvision, { contract }: Scene): Provision[] {
  return (provision.amendments ?? []).flatMap(({ by }) => contract.provisions[by] ?? [])
}

// A sentence that leans on those before it ("We will close it within a week") is about what they are about.
function relevanceIn(read: ReadProvision, requirement: Requirement, { relevance, provisions }: Scene): number {
  const context = contextOf(read, read.provision.id, provisions)
  return Math.max(relevance.of(read.tokens, requirement), ...context.map(other => relevance.of(other.tokens, requirement)))
}

function stanceOf(candidate: Candidate): Stance {
  const said = saidOf(candidate)
  return said === 'refusal' && candidate.frame.only === 'promise' ? 'nothing' : said
}

function saidOf(candidate: Candidate): Stance {
  const { frame, standing, read, act } = candidate
  if (standing.aside || isNounLimb(read) || isBygone(candidate)) return 'nothing'
  const denied = isDeniedRow(read, act)
  const happens = standing.sign > 0 && !denied
  if (frame.kind === 'contrary') return happens ? 'refusal' : 'nothing'
  if (frame.kind === 'bar') return happens ? leave(standing) : standing.refused ? 'nothing' : 'promise'
  if (happens) return 'promise'
  if (standing.relative && !standing.refused) return isRejected(read.tokens, standing.clause) ? 'promise' : 'nothing'
  if (!standing.refused && (isPresupposed(read.tokens, act) || isTurnedAway(read.tokens, standing.clause, act))) return 'nothing'
  return standing.plainly || denied ? 'refusal' : 'nothing'
}

// Leave to do harm, or the plain practice of it, is the opposite of a ban; a mere description is neither.
function leave(standing: Standing): Stance {
  if (standing.relative || standing.firmness === 'soft') return 'nothing'
  return standing.firmness === 'may' || (standing.bearer !== 'nobody' && standing.bearer !== 'other') ? 'refusal' : 'nothing'
}

// "relevant information about user actions;": an item of a list that nothing binds, its verb at most in a relative clause.
const isNounLimb = once(({ provision, reading, text }: ReadProvision): boolean => {
  const limb =
    provision.leadIns.length > 0 ||
    provision.zone === 'annex' ||
    /[;,]\s*(?:and|or)?$/.test(text.slice(Math.max(provision.span.start, provision.span.end - 8), provision.span.end))
  if (provision.cells !== undefined || !limb) return false
  const first = reading.tokens.find(t => t.start >= provision.span.start)
  if (first === undefined || first.capital || first.kind !== 'word' || hasSubject(reading.tokens, first)) return false
  return reading.clauses.every(c => c.operator === undefined || subordinate.has(reading.tokens[c.from]?.text ?? ''))
})

// "Where Provider trains a model itself, it: (a) records ...": what stands behind a pronoun is its verb.
function hasSubject(tokens: readonly Token[], first: Token): boolean {
  const last = tokens.findLast(t => t.start < first.start && t.kind === 'word' && t.text.length > 1)
  return last !== undefined && /^(?:it|we|they|you)$/.test(last.text)
}

const subordinate = new Set(['that', 'which', 'who', 'whose', 'where', 'when', 'if', 'as'])

const denyingCell =
  /^\W*(?:none|no\W*$|nil|n\/a|not (?:purchased|ordered|selected|subscribed|taken up|maintained|held|made|in place|supported|logged|recorded|documented|tested|monitored|encrypted|enforced|provided|included|performed|applicable|required|offered|supplied|available|kept|covered|done|in scope)|excluded(?!\s*:)|out of scope|(?:customer|client|buyer|purchaser|licensee)(?:'s)? (?:alone|only|responsibility)|nobody)\b/i

/** "None" under such a header says that there is nothing to add. */
const remarkColumn =
  /^\W*(?:[\w'’]+\W+){0,3}(?:comments?|remarks?|notes?|exceptions?|deviations?|qualifications?|reservations?|assumptions?)\b/i

/** A table row whose value cell says "none"; "n/a" in the column of units takes nothing from what another cell says. */
function isDeniedRow({ provision, text, tokens }: ReadProvision, act: Match): boolean {
  const { columns = [] } = provision
  const remarks = new Set(columns.flatMap((name, at) => (remarkColumn.test(slice(text, name)) ? [at] : [])))
  const [label, ...cells] = (provision.cells ?? []).filter((_, at) => !remarks.has(at))
  const beside = label === undefined || (tokens[act.from]?.start ?? 0) >= label.end
  const values = cells.map(cell => text.slice(cell.start, Math.min(cell.end, cell.start + 80)))
  const says = (v: string): boolean => denyingCell.test(v) && !(beside && /^\W*(?:n\/a|not applicable)/i.test(v))
  return values.some(says) && !values.some(v => /^\W*(?:yes\b|x\W*$|\u2713)/i.test(v))
}

function faultsOf(candidate: Candidate, compiled: CompiledRequirement, scene: Scene, carved: readonly CarveOut[]): Reason[] {
  const requirement = compiled.requirement
  const faults: Reason[] = candidate.frame.falls.map(code => ({ code, facts: {} }))
  faults.push(
    ...statusOf(candidate.read),
    ...weighSoftness(candidate, requirement),
    ...wrongParty(candidate, requirement, scene),
    ...weighNarrowing(candidate, compiled, scene),
    ...weighExtent(candidate, scene.contract),
  )
  faults.push(
    ...weighFigure(candidate, compiled),
    ...leftOpen(candidate.read),
    ...openTerm(candidate.read, scene),
    ...cutDown(scene, carved),
    ...takenBack(candidate, scene),
    ...notThere(candidate, scene),
  )
  return withoutRepeats(faults)
}

function statusOf({ provision: { status }, text }: ReadProvision): Reason[] {
  if (status === undefined) return []
  return [{ code: status.force === 'soft' ? 'soft' : 'scope', facts: { words: slice(text, status.words) } }]
}

function takenBack({ read, act }: Candidate, scene: Scene): Reason[] {
  const contrast = contrastAfter(read, scene.provisions, read.tokens[act.to - 1]?.end)
  if (contrast !== undefined) return [{ code: contrast.code, facts: { words: slice(read.text, contrast.span) } }]
  const limit = limitBefore(read, scene.provisions)
  return limit === undefined ? [] : [{ code: 'scope', facts: { words: slice(read.text, limit) } }]
}

function cutDown({ contract }: Scene, carved: readonly CarveOut[]): Reason[] {
  return carved
    .filter(c => !c.whole)
    .map(({ code, words, provision }) => ({ code, facts: { words: slice(contract.documents[provision.document]?.text ?? '', words) } }))
}

const relying =
  /(?:set (?:out|forth)|specified|listed|enumerated|provided|prescribed|detailed|fixed|itemi[sz]ed|described|stated|defined|laid down|contained|in accordance with|according to|as per|pursuant to|comply with|line with|meet|named|shown|agreed|written|entered|given)\W{1,3}(?:[\w']+\W{1,3}){0,6}$/i

// "the filter rules in Schedule 6", "see Annex B": said of annexes, whose names are not words of anything else.
const holding =
  /\b(?:(?:rules?|limits?|lists?|periods?|standards?|tables?|matri(?:x|ces)|controls?|measures?|procedures?|requirements?|thresholds?|criteria|specifications?|values?|levels?|addresses|ranges?|methods?|filters?|figures?|quotas?|tests?|targets?|fields?|parameters?|benchmarks?|safeguards?|settings|plans?|protocols?|registers?|intervals?)\W{1,3}(?:in|of|at|under|from|to|per)|see|per|follow(?:s|ing)?|governed by|refer(?:red)? to in|as in)\W{1,3}(?:[\w']+\W{1,3}){0,2}$/i
const annex = /^(?:annex|schedule|exhibit|appendix|attachment)/i

// "as set out in Annex B", and there is no Annex B: what it says cannot be known (catalogue, rule 8).
function notThere({ read: { provision, text } }: Candidate, scene: Scene): Reason[] {
  for (const span of provisionSpans(provision)) {
    const relied = (absent: Absent): string | undefined => {
      const found = absent(provision.document, span).find(({ place }) => {
        const before = text.slice(Math.max(span.start, place.start - 60), place.start)
        return relying.test(before) || (annex.test(slice(text, place)) && holding.test(before))
      })
      return found === undefined ? undefined : slice(text, found.place)
    }
    const missing = relied(scene.missingIn)
    if (missing !== undefined) return [{ code: 'scope', facts: { document: missing } }]
    const empty = relied(scene.emptyIn)
    if (empty !== undefined) return [{ code: 'blank', facts: { words: empty } }]
  }
  return []
}

// A blank in the words that carry the duty: what is filled in later may be anything.
const leftOpen = once((read: ReadProvision): Reason[] => {
  const blanks = provisionSpans(read.provision).flatMap(span => findBlanks(read.text, span))
  const spot = blanks.find(blank => !isReplaced(read.provision, blank))
  return spot === undefined ? [] : [{ code: 'blank', facts: { words: slice(read.text, spot) } }]
})

// "Each Agency is held to the Token Allotment", and the Token Allotment is "[insert] tokens".
function openTerm({ tokens }: ReadProvision, { blankTerms }: Scene): Reason[] {
  const open = blankTermIn(tokens, blankTerms)
  return open === undefined ? [] : [{ code: 'blank', facts: { words: open.left } }]
}

const isOverriding = once(({ tokens }: ReadProvision): boolean =>
  tokens.some(({ text }, at) => {
    const after = tokens.slice(at + 1, at + 5).map(next => next.text)
    if (text === 'despite' && after[0] === 'anything') return after[1] === 'in'
    if (/^(?:whole|entire|sole)$/.test(text))
      return (
        /^(?:duty|obligation|undertaking|commitment)$/.test(after[0] ?? '') &&
        /^(?:as|in|with|regarding|concerning|for|under)$/.test(after[1] ?? '')
      )
    if (text === 'notwithstanding') return after.some(word => overridden.has(word) || /^\d/.test(word))
    return turns(tokens, at) && after.some(word => clauses.has(word) || /^\d{1,3}\.\d/.test(word))
  }),
)

/** "By way of derogation from Article 9", "despite clause 9"; "without derogating from" leaves all as it is, "despite any delay" too. */
function turns(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at] as Token
  if (/^derogat(?:ion|ing)$/.test(text))
    return /^(?:from|of)$/.test(tokens[at + 1]?.text ?? '') && !tokens.slice(Math.max(0, at - 3), at).some(one => one.text === 'without')
  return text === 'despite' || (text === 'replacing' && at < 2)
}

const clauses = new Set(['section', 'sections', 'clause', 'clauses', 'article', 'articles', 'paragraph', '\u00a7'])
const overridden = new Set([...clauses, 'anything', 'any', 'foregoing', 'other', 'above'])

function withoutRepeats(faults: readonly Reason[]): Reason[] {
  return faults.filter((f, i) => faults.findIndex(g => g.code === f.code) === i)
}
