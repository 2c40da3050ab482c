// How far a passage is about a requirement, whatever it says of it: of a requirement that the pack has learnt words of
// (relevance.json; logistic regression, .dev/learn.mjs) the likelihood, of any other its likeness to the pack's examples.
// It is blind to who owes what, and how firmly; those are weigh.ts's.
import type { Requirement, RulePack } from '../domain/requirement.ts'
import type { WordWeights } from '../domain/word-weights.ts'
import type { Token } from '../language/tokens.ts'
import { learnWeights, likenessBy } from './likeness.ts'
import type { Vocabulary } from './vocabulary.ts'
import { indexWords, scoresOf, type Words, weightsIn } from './words.ts'

export interface Relevance {
  /** How far a passage is about a requirement, from 0 to 1. */
  of(tokens: readonly Token[], requirement: Requirement): number
  /** How strongly each word of a passage speaks for a requirement that words were learnt of; nothing of any other. */
  telling(tokens: readonly Token[], requirement: Requirement): Float64Array | undefined
  /** The most relevant of some passages, by its index, its relevance, how many are likely to be about the requirement. */
  most(texts: readonly (readonly Token[])[]): (requirement: Requirement) => Most
}

export interface Most {
  readonly relevance: number
  readonly at: number
  readonly likely: number
  /** The few most relevant ones that may be about the requirement, the first of all in any case. */
  readonly near: readonly number[]
}

/** What a pack, or an earlier compilation of it, knows of the words of its requirements. */
export interface Known {
  readonly learnt?: RulePack['relevance']
  /** What its examples tell. */
  readonly examples?: WordWeights
}

const measures = new WeakMap<Vocabulary, Relevance>()

/** The measure for a pack, made once. */
export function relevanceOf(vocabulary: Vocabulary, known: Known = {}): Relevance {
  const made = measures.get(vocabulary) ?? measureBy(vocabulary, known)
  measures.set(vocabulary, made)
  return made
}

function measureBy(vocabulary: Vocabulary, { learnt = vocabulary.relevance, examples }: Known): Relevance {
  const requirements = vocabulary.requirements.map(r => r.requirement)
  const indices = new Map(requirements.map((r, index) => [r, index]))
  const words = learnt === undefined ? undefined : indexWords(learnt.words)
  const rows = requirements.map(r => learnt?.requirements.indexOf(r.id) ?? -1)
  const like = rows.includes(-1) ? likenessBy(examples ?? learnWeights(requirements), requirements) : undefined
  const measure = scorer(rows, learnt, words, like)
  // Even a passage that is not about a requirement has some likeness to its examples; cubed, it lies where a likelihood does.
  const share = (score: number, index: number): number => ((rows[index] as number) < 0 ? score ** 3 : likelihood(score))
  const known = new WeakMap<readonly Token[], Float64Array>()
  const scored = (tokens: readonly Token[]): Float64Array => {
    const scores = known.get(tokens) ?? measure(tokens)
    known.set(tokens, scores)
    return scores
  }
  return {
    of(tokens, requirement) {
      const index = indices.get(requirement) ?? -1
      return index < 0 ? 1 : share(scored(tokens)[index] as number, index)
    },
    telling(tokens, { id }) {
      const row = learnt?.requirements.indexOf(id) ?? -1
      return words === undefined || row < 0 ? undefined : weightsIn(tokens, words, row)
    },
    most(texts) {
      const bars = rows.map(row => (row < 0 ? likeEnough : 0))
      const { most, places, likely } = highest(texts.map(scored), bars)
      return requirement => {
        const index = indices.get(requirement) ?? -1
        if (texts.length === 0 || index < 0) return { relevance: 0, at: 0, likely: 0, near: [] }
        const [first, ...others] = [...places.subarray(index * nearMost, (index + 1) * nearMost)].map((at, i) => ({
          at,
          relevance: share(most[index * nearMost + i] as number, index),
        }))
        const { at, relevance } = first as { at: number; relevance: number }
        const near = [at, ...others.filter(other => other.relevance >= nearLeast).map(other => other.at)]
        return { relevance, at, likely: likely[index] as number, near }
      }
    },
  }
}

/** From this likeness on a passage is likely to be about a requirement; of log odds the bar is zero. */
const likeEnough = 0.88

/** So many passages may be near a requirement, and they are so from this relevance on. */
const nearMost = 3
const nearLeast = 0.3

/** Of each column of some rows the few highest numbers in order, the first rows that have them, and how many are over the column's bar. */
function highest(rows: readonly Float64Array[], bars: readonly number[]): { most: Float64Array; places: Int32Array; likely: Int32Array } {
  const most = new Float64Array(bars.length * nearMost).fill(Number.NEGATIVE_INFINITY)
  const [places, likely] = [new Int32Array(bars.length * nearMost), new Int32Array(bars.length)]
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Float64Array
    for (let i = 0; i < bars.length; i++) {
      const own = row[i] as number
      if (own >= (bars[i] as number)) likely[i] = (likely[i] as number) + 1
      const last = (i + 1) * nearMost - 1
      if (own <= (most[last] as number)) continue
      let rank = last
      for (; rank > i * nearMost && own > (most[rank - 1] as number); rank--) {
        most[rank] = most[rank - 1] as number
        places[rank] = places[rank - 1] as number
      }
      most[rank] = own
      places[rank] = at
    }
  }
  return { most, places, likely }
}

type Scorer = (tokens: readonly Token[]) => Float64Array

/** Of what was learnt the log odds, which few passages are asked to be turned into a likelihood; of the rest the likeness. */
function scorer(rows: readonly number[], learnt: RulePack['relevance'], words: Words | undefined, like: Scorer | undefined): Scorer {
  if (learnt === undefined || words === undefined) return like ?? (() => new Float64Array())
  return tokens => {
    const scores = scoresOf(tokens, words, learnt.requirements.length)
    const measured = like?.(tokens) ?? new Float64Array(rows.length)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as number
      if (row >= 0) measured[index] = ((scores[row] as number) + (learnt.bias[row] as number)) / 10
    }
    return measured
  }
}

function likelihood(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
