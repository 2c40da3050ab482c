// How sure a verdict is, from the evidence it rests on, whether a person should look at it, and what makes it doubtful: traits
// (traits.ts) weighed by a logistic regression that was fitted to right and wrong findings in labelled contracts.
import type { Finding } from '../domain/finding.ts'
import { bars, type DoubtWeights, doubtWeights } from './doubt-weights.ts'
import { type Situation, type Traits, traitsOf } from './traits.ts'

/** So many of the things that make a verdict doubtful are named. */
const mostNamed = 2

/** Confidence of a judgement, 0 to 1, whether a person should look at it, and if so why: codes, the weightiest first; and by which traits. */
export type Assessed = Pick<Finding, 'confidence' | 'review' | 'doubts'> & { readonly traits: Traits }

/** What speaks for a judgement, and how sure it is. */
export function assess(situation: Situation): Assessed {
  const traits = traitsOf(situation)
  return { ...ratedBy(situation, traits), traits }
}

function ratedBy({ judgement: { verdict } }: Situation, traits: Traits): Omit<Assessed, 'traits'> {
  const weights = doubtWeights[verdict]
  const doubt = doubtOf(weights, traits)
  const confidence = Math.round(100 * (1 - doubt)) / 100
  return doubt < bars[verdict] ? { confidence, review: false } : { confidence, review: true, doubts: doubtsIn(weights, traits) }
}

function doubtOf({ base, by }: DoubtWeights, traits: Traits): number {
  const sum = Object.entries(by).reduce((sum, [name, { weight, usual }]) => sum + weight * (traits[name] ?? usual), base)
  return 1 / (1 + Math.exp(-sum))
}

/** What adds most to the doubt, over what is usual. */
function doubtsIn({ by }: DoubtWeights, traits: Traits): string[] {
  return Object.entries(by)
    .map(([name, { weight, usual }]) => ({ name, adds: Math.max(0, weight) * ((traits[name] ?? usual) - usual) }))
    .filter(({ adds }) => adds > 0.05)
    .sort((a, b) => b.adds - a.adds)
    .slice(0, mostNamed)
    .map(({ name }) => name)
}
