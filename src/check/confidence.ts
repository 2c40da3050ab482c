// How sure a verdict is, from the evidence it rests on. The weights are shares of right verdicts that were
// observed for each trait over labelled contracts, rounded; they rank, they are no probabilities.
import type { Judgement } from './judge.ts'
import type { Weighed } from './weigh.ts'

const base: Readonly<Record<Judgement['verdict'], number>> = { met: 0.88, partial: 0.78, conflict: 0.68, missing: 0.93 }

/** Below this a person should look. */
const doubt = 0.62

/** Confidence of a judgement, 0 to 1, and whether a person should look at it. */
export function assess(judgement: Judgement, all: readonly Weighed[]): { readonly confidence: number; readonly review: boolean } {
  const lost = judgement.verdict === 'missing' ? doubtOfAbsence(all) : traits(judgement, all).reduce((sum, n) => sum + n, 0)
  const confidence = Math.round(100 * Math.max(0.1, base[judgement.verdict] - lost)) / 100
  return { confidence, review: confidence < doubt }
}

// Something spoke of it, but only in a condition or a description: absence is less sure.
function doubtOfAbsence(all: readonly Weighed[]): number {
  return all.length === 0 ? 0 : 0.35
}

function traits({ verdict, deciding, reasons }: Judgement, all: readonly Weighed[]): number[] {
  const first = deciding[0]?.candidate
  if (first === undefined) return []
  const { reading, provision } = first.read
  const both = all.some(w => w.stance === 'promise') && all.some(w => w.stance === 'refusal')
  return [
    deciding.some(w => w.candidate.standing.relative) ? (verdict === 'met' ? 0.12 : 0.25) : 0,
    verdict === 'partial' && first.standing.bearer === 'nobody' ? 0.18 : 0,
    verdict === 'conflict' && first.standing.bearer !== 'provider' ? 0.15 : 0,
    first.standing.fragment && provision.cells === undefined ? 0.2 : 0,
    reasons.some(r => r.code === 'inconsistent') ? 0.2 : 0,
    reasons.length === 1 && reasons[0]?.code === 'element' ? 0.08 : 0,
    reading.negators.length >= 2 ? 0.12 : 0,
    reading.tokens.length > 60 ? 0.08 : 0,
    provision.leadIns.length >= 2 ? 0.15 : 0,
    provision.zone === 'annex' && provision.cells === undefined ? 0.08 : 0,
    both && verdict !== 'partial' ? 0.15 : 0,
  ]
}
