// What speaks for and against a verdict, each as a number from 0 to about 1: how plainly the passages that decide are about the
// requirement, by how many readings they were found, what stands near them that was not understood. How much each weighs in
// doubt was fitted (doubt-weights.ts); here nothing is judged.
import type { Requirement } from '../domain/requirement.ts'
import type { Judgement } from './judge.ts'
import type { Candidate } from './locate.ts'
import type { Closest } from './scene.ts'
import { mostRelevant, withoutStrays } from './strays.ts'
import type { Weighed } from './weigh.ts'

/** What the traits are read from. */
export interface Situation {
  readonly judgement: Judgement
  readonly requirement: Requirement
  /** All that was weighed for it. */
  readonly weighed: readonly Weighed[]
  /** What has words of it where nothing binds. */
  readonly outside: number
  readonly closest: Pick<Closest, 'relevance' | 'likely'>
  readonly overruled: number
  /** Of a passage's words the share that speaks for the requirement; undefined where nothing was learnt of it. */
  readonly familiar: (candidate: Candidate) => number | undefined
}

export type Traits = Readonly<Record<string, number>>

/** The traits of a verdict, by name. */
export function traitsOf(situation: Situation): Traits {
  return situation.judgement.verdict === 'missing' ? ofAbsence(situation) : { ...ofPassages(situation), ...ofSurroundings(situation) }
}

const most = (amount: number, limit: number): number => Math.min(limit, amount) / limit

function ofAbsence({ weighed, outside, closest, overruled, requirement }: Situation): Traits {
  return {
    closest: closest.relevance,
    nearly: oddsOf(closest.relevance),
    unused: most(closest.likely, 3),
    mentioned: Number(weighed.length > 0),
    aside: mostRelevant(weighed),
    outside: most(outside, 3),
    overruled,
    limbs: most(requirement.elements.length, 4),
    unframed: Number(weighed.some(w => w.candidate.frame.act.length === 0)),
  }
}

/** Likelihoods close to nothing still differ: their odds tell how. */
function oddsOf(relevance: number): number {
  const odds = Math.log(Math.max(relevance, 0.002) / Math.max(1 - relevance, 0.02))
  return Math.max(0, Math.min(1, (odds + 6) / 10))
}

const limiting = new Set(
  'only except unless provided other excluding save where if solely subject certain specific selected limited when pilot'.split(' '),
)

/** What the deciding passages are like. */
function ofPassages({ judgement: { deciding, reasons }, weighed, closest, familiar }: Situation): Traits {
  const candidates = deciding.map(w => w.candidate)
  const first = candidates[0]
  const places = new Set(candidates.map(c => c.read.provision.id))
  const telling = weighed.filter(w => w.stance !== 'nothing')
  const relevances = deciding.map(w => w.relevance)
  const has = (test: (candidate: Candidate) => boolean): number => Number(candidates.some(test))
  const said = (code: string): number => Number(reasons.some(r => r.code === code))
  const widest = Math.max(0, ...candidates.map(({ act }) => act.to - act.from))
  return {
    irrelevant: 1 - Math.min(1, ...relevances),
    behind: Math.max(0, closest.relevance - Math.max(0, ...relevances)),
    few: 1 - most(telling.filter(w => places.has(w.candidate.read.provision.id)).length, 10),
    reach: most(widest, 15),
    long: most(first?.read.tokens.length ?? 0, 100),
    leaning: has(c => !c.whole),
    relative: has(c => c.standing.relative),
    nobody: Number(first?.standing.bearer === 'nobody'),
    fragment: Number(first?.standing.fragment === true && first.read.provision.cells === undefined),
    row: has(c => c.read.provision.cells !== undefined),
    list: most(first?.read.provision.leadIns.length ?? 0, 2),
    unframed: has(c => c.frame.act.length === 0),
    general: 1 - most(Math.max(0, ...candidates.map(c => c.groups?.length ?? 0)), 3),
    limits: most(Math.max(0, ...candidates.map(c => c.read.tokens.filter(t => limiting.has(t.text)).length)), 3),
    exceptions: has(c => (c.standing.exceptions?.length ?? 0) > 0),
    ...strangeness(first === undefined ? undefined : familiar(first)),
    disagreeing: said('inconsistent'),
    loose: said('soft'),
    ...ofReasons(reasons, deciding),
    ...ofReadings(deciding, weighed),
  }
}

/** A trait that was not worked out is taken to be as usual. */
function strangeness(familiar: number | undefined): Traits {
  return familiar === undefined ? {} : { strange: 1 - familiar }
}

/** What the reasons rest on: words, or that words were not found. */
function ofReasons(reasons: Judgement['reasons'], deciding: readonly Weighed[]): Traits {
  const without = (code: string, fact: string): number => Number(reasons.some(r => r.code === code && (r.facts[fact] ?? '') === ''))
  const lacking = reasons.find(r => r.code === 'element')
  const given = deciding.some(w => w.candidate.element !== undefined)
  return {
    lacking: Number(lacking !== undefined && given),
    subject: Number(lacking !== undefined && !given),
    narrowed: without('scope', 'words') * without('scope', 'document'),
    figure: without('value', 'found'),
    several: most(Math.max(0, reasons.length - 1), 2),
  }
}

/** Whether other readings of the deciding sentences say otherwise, and what of them was passed over. */
function ofReadings(deciding: readonly Weighed[], weighed: readonly Weighed[]): Traits {
  const places = new Set(deciding.map(w => w.candidate.read.provision.id))
  const same = weighed.filter(w => places.has(w.candidate.read.provision.id) && w.stance !== 'nothing')
  const faulty = same.filter(w => w.faults.length > 0).length
  const readings = deciding.map(w => w.candidate.read.reading)
  const some = (of: (reading: (typeof readings)[number]) => readonly unknown[] | undefined): number =>
    Number(readings.some(reading => reading !== undefined && (of(reading)?.length ?? 0) > 0))
  return {
    contested: same.length === 0 ? 0 : faulty / same.length,
    refusing: Number(same.some(w => w.stance === 'refusal')),
    frames: 1 - most(new Set(same.map(w => w.candidate.frame)).size, 5),
    hedges: some(r => r.hedges),
    tiers: some(r => r.tiers),
    negators: some(r => r.negators),
    conditions: some(r => r.conditions),
  }
}

/** What else of the contract speaks of it. */
function ofSurroundings({ judgement: { deciding }, weighed, closest, overruled, requirement }: Situation): Traits {
  const places = new Set(deciding.map(w => w.candidate.read.provision.id))
  const telling = withoutStrays(weighed).filter(w => w.stance !== 'nothing')
  const others = telling.filter(w => !places.has(w.candidate.read.provision.id))
  return {
    both: Number(telling.some(w => w.stance === 'promise') && telling.some(w => w.stance === 'refusal')),
    rivals: most(new Set(others.map(w => w.candidate.read.provision.id)).size, 4),
    rival: mostRelevant(others),
    unused: most(Math.max(0, closest.likely - places.size), 4),
    overruled,
    limbs: most(requirement.elements.length, 4),
  }
}
