// How sure a verdict is, from the evidence it rests on: how plainly the passages that decide are about the requirement, by how
// many readings they were found, what speaks against them, and whether a passage that decides nothing is more to the point.
// The weights were fitted (logistic regression) to right and wrong findings in contracts, most of them new to the rules.
import type { Judgement } from './judge.ts'
import type { Weighed } from './weigh.ts'

/** What speaks for and against a verdict, each 0 to about 1. */
interface Traits {
  /** How plainly the least relevant of the deciding passages is about the requirement. */
  readonly relevance: number
  /** By how much the contract's most relevant passage is more relevant than those that decide. */
  readonly behind: number
  /** Readings by which the deciding passages were found, of ten. */
  readonly readings: number
  /** A promise and a refusal were both found. */
  readonly both: number
  /** Words that the longest act reaches over, of ten. */
  readonly reach: number
  /** Words of the first deciding passage, of fifty. */
  readonly length: number
  readonly lacking: number
  /** A deciding passage leans on what stands around it. */
  readonly leaning: number
  /** A deciding passage is a relative clause. */
  readonly relative: number
  /** The first deciding passage names nobody who owes it; has no verb of its own and is no row; stands under lead-ins. */
  readonly nobody: number
  readonly fragment: number
  readonly leadIns: number
  /** Two passages say different things of it. */
  readonly disagreeing: number
}

type Weights = { readonly base: number } & Partial<Traits>

const weights: Readonly<Record<'met' | 'partial' | 'conflict', Weights>> = {
  met: { base: -2.6, readings: -1.7, behind: 1.5, relevance: -0.5, reach: 0.7, both: 1.1, nobody: 0.6, fragment: 0.45 },
  partial: {
    base: -2.2,
    relevance: -0.55,
    behind: 0.85,
    length: 0.85,
    lacking: 0.3,
    both: 0.75,
    leaning: 1.1,
    readings: -0.15,
    relative: 0.6,
    nobody: 0.3,
    fragment: 0.55,
    leadIns: 0.35,
    disagreeing: 0.9,
  },
  conflict: { base: -1.1, relevance: -1.2, behind: 1.15, readings: -1.65, both: 1, nobody: 0.25, fragment: 1.35 },
}

/** Doubt from which a person should look; false assurance weighs more. */
const doubtful = { met: 0.06, partial: 0.25, conflict: 0.25, missing: 0.25 } as const

/**
 * Confidence of a judgement, 0 to 1, and whether a person should look at it.
 * @param closest relevance of the passage of the contract whose words are most those of the requirement
 */
export function assess(
  judgement: Judgement,
  all: readonly Weighed[],
  closest: number,
): { readonly confidence: number; readonly review: boolean } {
  const { verdict } = judgement
  const doubt = verdict === 'missing' ? doubtOfAbsence(all, closest) : logistic(weights[verdict], traitsOf(judgement, all, closest))
  return { confidence: Math.round(100 * (1 - doubt)) / 100, review: doubt >= doubtful[verdict] }
}

// Nothing was found, though the words of some passage are those of the requirement, or it was only mentioned.
function doubtOfAbsence(all: readonly Weighed[], closest: number): number {
  const mentioned = Math.min(3, all.length) * 0.55 - (all.length > 0 ? 0.7 : 0)
  const aside = 1.2 * Math.max(0, ...all.map(w => w.relevance))
  return sigmoid(-2.15 + 0.6 * closest + (closest >= 0.8 ? 0.15 : 0) + (closest >= 0.9 ? 0.75 : 0) + mentioned + aside)
}

function logistic({ base, ...by }: Weights, traits: Traits): number {
  const names = Object.keys(by) as (keyof Traits)[]
  return sigmoid(names.reduce((sum, name) => sum + (by[name] ?? 0) * traits[name], base))
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function traitsOf({ deciding, reasons }: Judgement, all: readonly Weighed[], closest: number): Traits {
  const telling = all.filter(w => w.stance !== 'nothing')
  const places = new Set(deciding.map(w => w.candidate.read.provision.id))
  const relevances = deciding.map(w => w.relevance)
  const first = deciding[0]?.candidate
  return {
    relevance: Math.min(1, ...relevances),
    behind: Math.max(0, closest - Math.max(0, ...relevances)),
    readings: Math.min(10, telling.filter(w => places.has(w.candidate.read.provision.id)).length) / 10,
    both: Number(telling.some(w => w.stance === 'promise') && telling.some(w => w.stance === 'refusal')),
    reach: Math.min(15, Math.max(0, ...deciding.map(w => w.candidate.act.to - w.candidate.act.from))) / 10,
    length: Math.min(100, first?.read.tokens.length ?? 0) / 50,
    lacking: Number(reasons.some(r => r.code === 'element')),
    leaning: Number(deciding.some(w => !w.candidate.whole)),
    relative: Number(deciding.some(w => w.candidate.standing.relative)),
    nobody: Number(first?.standing.bearer === 'nobody'),
    fragment: Number(first?.standing.fragment === true && first.read.provision.cells === undefined),
    leadIns: Math.min(2, first?.read.provision.leadIns.length ?? 0),
    disagreeing: Number(reasons.some(r => r.code === 'inconsistent')),
  }
}
