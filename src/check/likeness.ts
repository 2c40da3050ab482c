// How like a pack's examples a passage is, for requirements of which no more is known: each stem and each pair of stems
// speaks for the requirements whose examples have it more often than the rest. It tells topics apart and nothing else.
import type { Requirement } from '../domain/requirement.ts'
import { packWeights, type WordWeights } from '../domain/word-weights.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { featuresOf, indexWords, scoresOf } from './words.ts'

/** With fewer examples than this a requirement's words are not known, and nothing is held against a passage. */
const fewest = 4

/** For each requirement how far a passage's words are its own rather than another's, near 1 or near 0. */
export function likenessBy(weights: WordWeights, requirements: readonly Requirement[]): (tokens: readonly Token[]) => Float64Array {
  const words = indexWords(weights)
  return tokens => {
    const scores = scoresOf(tokens, words, requirements.length)
    const most = Math.max(0, ...scores)
    return Float64Array.from(scores, (score, index) =>
      (requirements[index]?.examples.length ?? 0) < fewest ? 1 : (score / 10 + 1) / (most / 10 + 3),
    )
  }
}

/** Learns which words speak for which requirement. */
export function learnWeights(requirements: readonly Requirement[]): WordWeights {
  const sizes = requirements.map(r => textsOf(r).length)
  const total = sizes.reduce((sum, n) => sum + n, 0)
  const weights = new Map<string, number[]>()
  for (const [word, counts] of countWords(requirements)) {
    const all = [...counts.values()].reduce((sum, n) => sum + n, 0)
    if (all === 1 && word.includes(' ')) continue
    const pairs = [...counts].flatMap(([index, own]) => {
      const weight = Math.round(10 * logOdds(own, sizes[index] ?? 0, all, total))
      return weight > 0 ? [index, weight] : []
    })
    if (pairs.length > 0) weights.set(word, pairs)
  }
  return packWeights(Object.fromEntries(weights))
}

/** By word how many texts of each requirement have it. */
function countWords(requirements: readonly Requirement[]): Map<string, Map<number, number>> {
  const counts = new Map<string, Map<number, number>>()
  requirements.forEach((requirement, index) => {
    for (const text of textsOf(requirement))
      for (const word of featuresOf(tokenise(text))) {
        const of = counts.get(word) ?? new Map<number, number>()
        counts.set(word, of.set(index, (of.get(index) ?? 0) + 1))
      }
  })
  return counts
}

const smoothing = 0.3

function logOdds(own: number, size: number, all: number, total: number): number {
  return Math.log((own + smoothing) / (size + 2 * smoothing) / ((all - own + smoothing) / (total - size + 2 * smoothing)))
}

function textsOf({ examples, wording, asks, elements }: Requirement): string[] {
  return [
    ...examples.filter(e => e.verdict !== 'missing').map(e => e.text),
    wording.firm,
    wording.milder,
    asks,
    ...elements.map(e => e.name),
  ]
}
