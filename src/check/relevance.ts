// How much the words of a passage are those of a requirement rather than of another one of the pack. Measured by the
// pack's own examples: each stem and each pair of stems speaks for the requirements whose examples have it more often
// than the rest. It tells topics apart and is blind to who owes what, and how firmly; those are weigh.ts's.
import type { Requirement } from '../domain/requirement.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * What was learnt from a pack, as plain data: by stem, or pair of stems, the requirements that it speaks for (by their
 * index) and how strongly (log odds, in tenths), one after the other.
 */
export type WordWeights = Readonly<Record<string, readonly number[]>>

export interface Relevance {
  /** How far a passage is about a requirement: near 1 where its words are those of the requirement, near 0 where they are another's. */
  of(tokens: readonly Token[], requirement: Requirement): number
  /** The most relevant of some passages, by its index, and its relevance. */
  most(texts: readonly (readonly Token[])[]): (requirement: Requirement) => { readonly relevance: number; readonly at: number }
}

const learnt = new WeakMap<Vocabulary, Relevance>()

/**
 * The measure for a pack; learnt from its examples and wordings, once.
 * @param weights what was learnt, where that is at hand from an earlier time
 */
export function relevanceOf(vocabulary: Vocabulary, weights?: WordWeights): Relevance {
  const requirements = vocabulary.requirements.map(r => r.requirement)
  const known = learnt.get(vocabulary) ?? measureBy(weights ?? learnWeights(requirements), requirements)
  learnt.set(vocabulary, known)
  return known
}

/** With fewer examples than this a requirement's words are not known, and nothing is held against a passage. */
const fewest = 4

function measureBy(weights: WordWeights, requirements: readonly Requirement[]): Relevance {
  const words = indexWords(weights)
  const indices = new Map(requirements.map((r, index) => [r, index]))
  const known = new WeakMap<readonly Token[], Scores>()
  const scored = (tokens: readonly Token[]): Scores => {
    const scores = known.get(tokens) ?? scoresOf(tokens, words, requirements.length)
    known.set(tokens, scores)
    return scores
  }
  const indexOf = (requirement: Requirement): number | undefined =>
    requirement.examples.length < fewest ? undefined : indices.get(requirement)
  return {
    of(tokens, requirement) {
      const index = indexOf(requirement)
      return index === undefined ? 1 : share(scored(tokens), index)
    },
    most(texts) {
      const most = new Float64Array(requirements.length)
      const places = new Int32Array(requirements.length)
      for (const [at, scores] of texts.map(scored).entries())
        for (let i = 0; i < most.length; i++) {
          const own = share(scores, i)
          if (own <= (most[i] as number)) continue
          most[i] = own
          places[i] = at
        }
      return requirement => {
        const index = indexOf(requirement) ?? -1
        return { relevance: most[index] ?? 0, at: places[index] ?? 0 }
      }
    },
  }
}

interface Scores {
  readonly scores: Float64Array
  readonly most: number
}

function share({ scores, most }: Scores, index: number): number {
  return ((scores[index] ?? 0) + 1) / (most + 3)
}

/** A stem, or a pair of stems under its first: what it speaks for, and the pairs that it begins. */
interface Word {
  pairs: readonly number[]
  followers: Map<string, Word> | undefined
  /** The passage that it was last counted for: said twice, it counts once. */
  counted: number
}

function indexWords(weights: WordWeights): ReadonlyMap<string, Word> {
  const words = new Map<string, Word>()
  for (const stems of Object.keys(weights)) {
    const gap = stems.indexOf(' ')
    const first = wordIn(words, gap < 0 ? stems : stems.slice(0, gap))
    const pairs = weights[stems] ?? none
    if (gap < 0) first.pairs = pairs
    else {
      first.followers ??= new Map()
      wordIn(first.followers, stems.slice(gap + 1)).pairs = pairs
    }
  }
  return words
}

const none: readonly number[] = []

function wordIn(words: Map<string, Word>, stem: string): Word {
  const known = words.get(stem)
  if (known !== undefined) return known
  const made: Word = { pairs: none, followers: undefined, counted: 0 }
  words.set(stem, made)
  return made
}

let passages = 0

function scoresOf(tokens: readonly Token[], words: ReadonlyMap<string, Word>, count: number): Scores {
  const scores = new Float64Array(count)
  passages++
  let before: Word | undefined
  for (const { kind, text, stem } of tokens) {
    if (kind !== 'word' || common.has(text)) continue
    const word = words.get(stem)
    addTo(scores, word)
    addTo(scores, before?.followers?.get(stem))
    before = word
  }
  let most = 0
  for (let i = 0; i < count; i++) most = Math.max(most, scores[i] as number)
  return { scores, most }
}

function addTo(scores: Float64Array, word: Word | undefined): void {
  if (word === undefined || word.counted === passages) return
  word.counted = passages
  const { pairs } = word
  for (let i = 0; i < pairs.length; i += 2) scores[pairs[i] as number] = (scores[pairs[i] as number] ?? 0) + (pairs[i + 1] as number) / 10
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
  return Object.fromEntries(weights)
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

const common = new Set(
  'the a an of to in and or any all shall will be is are by for with as that this such it its on at from under which not no may must has have been than other each every their they we you our your if when where who only so but upon within do does provider customer supplier vendor licensor licensee client'.split(
    ' ',
  ),
)

function featuresOf(tokens: readonly Token[]): Set<string> {
  const stems = tokens.filter(t => t.kind === 'word' && !common.has(t.text)).map(t => t.stem)
  return new Set(stems.flatMap((stem, at) => (at === 0 ? [stem] : [stem, `${stems[at - 1]} ${stem}`])))
}
