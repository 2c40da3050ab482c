// Lays open how one requirement was judged: the passages that were looked at, best first, each with the readings that tell
// most. It does over again for one requirement what check.ts does for all, so that checking keeps nothing for its sake.
import type { Contract } from '../domain/contract.ts'
import type { ExplainedPassage, ExplainedReading, Explanation } from '../domain/explanation.ts'
import type { Passage } from '../domain/finding.ts'
import type { RulePack } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import type { Match } from '../language/lexicon.ts'
import { findingOf, judgeAll, unreadIn } from './check.ts'
import { passageOf } from './evidence.ts'
import type { Judgement } from './judge.ts'
import { type Candidate, locate } from './locate.ts'
import { wordsOf } from './narrowing.ts'
import { type Scene, setScene } from './scene.ts'
import { withoutStrays } from './strays.ts'
import { isBinding } from './surroundings.ts'
import { type CompiledRequirement, vocabularyOf } from './vocabulary.ts'
import { type Weighed, weigh } from './weigh.ts'

/** What was worked out for one requirement on the way to its finding. */
export interface Workings {
  readonly scene: Scene
  readonly compiled: CompiledRequirement
  readonly candidates: readonly Candidate[]
  readonly weighed: readonly Weighed[]
  readonly judgement: Judgement
}

/** Works one requirement out; undefined where the pack has none of that id. */
export function workOut(contract: Contract, pack: RulePack, id: string): Workings | undefined {
  const vocabulary = vocabularyOf(pack)
  const compiled = vocabulary.requirements.find(({ requirement }) => requirement.id === id)
  if (compiled === undefined) return undefined
  const scene = setScene(contract, vocabulary)
  const candidates = locate(compiled, scene.provisions, scene.places)
  const weighed = candidates.filter(c => isBinding(c.read)).map(c => weigh(c, compiled, scene))
  return { scene, compiled, candidates, weighed, judgement: judgeAll(scene, compiled, weighed) }
}

/** At most so many passages are laid open; what comes after them tells no more. */
const mostPassages = 8
const mostReadings = 4

/** How a requirement was judged, without the change that would make it `met`. */
export function explain({ scene, compiled, candidates, weighed, judgement }: Workings): Omit<Explanation, 'change'> {
  const { contract, provisions } = scene
  const { requirement } = compiled
  const all = [...weighed, ...judgement.deciding.filter(w => !weighed.includes(w))]
  const aside = candidates.filter(c => !isBinding(c.read))
  const passages = passagesOf(all, judgement, scene, compiled).filter(isTelling)
  const outside = unbinding(aside, scene, compiled)
  const shown = passages.length > 0 ? [...passages, ...outside] : [...outside, ...nearest(scene, compiled)]
  const given = new Set(judgement.deciding.filter(w => w.stance === 'promise').map(w => w.candidate.element))
  const finding = findingOf(scene, compiled, unreadIn(contract))
  return {
    requirement,
    finding,
    limbs: requirement.elements.map(({ id, name }) => ({ name, given: given.has(id) })),
    passages: shown.slice(0, mostPassages).map(passage => (finding.verdict === 'missing' ? asOverturned(passage) : passage)),
    searched: provisions.filter(isBinding).length,
    more: Math.max(0, shown.length - mostPassages),
  }
}

/** What would decide by the rules, of what is missing all the same (settle.ts). */
function asOverturned(passage: ExplainedPassage): ExplainedPassage {
  return passage.standing === 'decides' ? { ...passage, standing: 'not', because: 'overturned' } : passage
}

/** Under this relevance a passage that says nothing of it has its words by chance. */
const byChance = 0.2

function isTelling({ standing, because, relevance = 1 }: ExplainedPassage): boolean {
  return standing !== 'not' || because !== 'aside' || relevance >= byChance
}

const ranks = { decides: 0, counts: 1, not: 2 } as const

function passagesOf(all: readonly Weighed[], judgement: Judgement, scene: Scene, compiled: CompiledRequirement): ExplainedPassage[] {
  const kept = new Set(withoutStrays(all))
  const byProvision = grouped(all)
  const deciding = judgement.deciding.map(w => w.candidate.read.provision.id)
  const passages = [...byProvision].map(([id, own]) => {
    const first = own[0] as Weighed
    const standing = deciding.includes(id) ? 'decides' : own.some(w => kept.has(w) && w.stance !== 'nothing') ? 'counts' : 'not'
    return {
      order: standing === 'decides' ? deciding.indexOf(id) : -first.relevance,
      passage: passageOf(scene.contract, first.candidate.read.provision),
      relevance: Math.round(100 * first.relevance) / 100,
      standing,
      ...(standing === 'decides' ? {} : { because: becauseOf(own, kept, standing === 'counts') }),
      readings: readingsOf(own, compiled),
    } as const
  })
  return passages.sort((a, b) => ranks[a.standing] - ranks[b.standing] || a.order - b.order).map(({ order: _, ...rest }) => rest)
}

function grouped(all: readonly Weighed[]): Map<number, Weighed[]> {
  const map = new Map<number, Weighed[]>()
  for (const w of all) {
    const { id } = w.candidate.read.provision
    map.set(id, [...(map.get(id) ?? []), w])
  }
  return map
}

function becauseOf(own: readonly Weighed[], kept: ReadonlySet<Weighed>, counts: boolean): string {
  if (counts) return 'outdone'
  return own.some(w => w.stance !== 'nothing' && !kept.has(w)) ? 'stray' : 'aside'
}

/** What has the words of a frame where nothing binds: recitals, definitions, notes. */
function unbinding(candidates: readonly Candidate[], scene: Scene, compiled: CompiledRequirement): ExplainedPassage[] {
  const seen = new Set<number>()
  return candidates.flatMap(candidate => {
    const { provision } = candidate.read
    if (seen.has(provision.id)) return []
    seen.add(provision.id)
    const readings = readingsOf([weigh(candidate, compiled, scene)], compiled)
    return [{ passage: passageOf(scene.contract, provision), standing: 'not' as const, because: provision.zone, readings }]
  })
}

/** Nothing was found: the passage whose words come nearest. */
function nearest({ contract, closest }: Scene, { requirement }: CompiledRequirement): ExplainedPassage[] {
  const { read, relevance } = closest(requirement)
  if (read === undefined) return []
  const passage: Passage = passageOf(contract, read.provision)
  return [{ passage, relevance: Math.round(100 * relevance) / 100, standing: 'not', because: 'words', readings: [] }]
}

const stances = { promise: 0, refusal: 1, nothing: 2 } as const

/** Of each limb the reading that comes closest to a promise; readings in the same words once. */
function readingsOf(own: readonly Weighed[], compiled: CompiledRequirement): ExplainedReading[] {
  const sorted = [...own].sort((a, b) => stances[a.stance] - stances[b.stance] || a.faults.length - b.faults.length)
  const told = sorted.filter((w, at) => sorted.findIndex(v => v.candidate.element === w.candidate.element && v.stance === w.stance) === at)
  const limbs = told.filter(w => w.candidate.element !== undefined)
  const readings = (limbs.length > 0 ? limbs : told).map(w => readingOf(w, compiled))
  return readings.slice(0, mostReadings)
}

function readingOf({ candidate, stance, faults }: Weighed, { requirement }: CompiledRequirement): ExplainedReading {
  const { act, standing, read } = candidate
  const { operator } = standing.clause
  const limb = requirement.elements.find(({ id }) => id === candidate.element)?.name
  return {
    ...(limb === undefined ? {} : { limb }),
    who: standing.bearer,
    operator: operator === undefined ? '' : wordsOf(candidate, operator),
    firmly: firmnessOf(candidate),
    what: wordsOf(candidate, widened(candidate, act)),
    howMuch: (requirement.figure?.recurring ? read.frequencies : read.quantities).map(({ span }) => slice(read.text, span)),
    except: standing.exceptions.map(match => wordsOf(candidate, match)),
    hedges: standing.hedges.map(match => wordsOf(candidate, match)),
    comes: stance,
    faults,
  }
}

function firmnessOf({ standing, frame }: Candidate): ExplainedReading['firmly'] {
  if (standing.refused) return 'refuses'
  if (standing.firmness !== 'binding') return standing.firmness
  return standing.sign < 0 && frame.kind !== 'contrary' ? 'bars' : 'binds'
}

/** So many words of what follows the act tell what it is done to. */
const objectWords = 8

function widened({ read: { tokens }, standing: { clause } }: Candidate, act: Match): Match {
  const most = Math.max(act.to, Math.min(clause.to, act.to + objectWords))
  const stop = tokens.findIndex((t, at) => at >= act.to && at < most && /^[,;:.|]$/.test(t.text))
  return { from: act.from, to: stop < 0 ? most : stop }
}
