// Words that speak for requirements, or against them, and what a passage's words come to. How the weights were found, by
// examples (likeness.ts) or from many labelled texts (.dev/learn.mjs), is no matter here.
import type { WordWeights } from '../domain/requirement.ts'
import type { Token } from '../language/tokens.ts'

/** A stem, or a pair of stems under its first: what it speaks for, and the pairs that it begins. */
export interface Word {
  pairs: readonly number[]
  followers: Map<string, Word> | undefined
  /** The passage that it was last counted for: said twice, it counts once. */
  counted: number
}

export type Words = ReadonlyMap<string, Word>

/** The weights by word, ready to be looked up. */
export function indexWords(weights: WordWeights): Words {
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

/** The sum of the weights of a passage's words, for each of `count` requirements, in log odds. */
export function scoresOf(tokens: readonly Token[], words: Words, count: number): Float64Array {
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
  return scores
}

function addTo(scores: Float64Array, word: Word | undefined): void {
  if (word === undefined || word.counted === passages) return
  word.counted = passages
  const { pairs } = word
  for (let i = 0; i < pairs.length; i += 2) scores[pairs[i] as number] = (scores[pairs[i] as number] ?? 0) + (pairs[i + 1] as number) / 10
}

/** How strongly each word of a passage, with the one before it, speaks for one requirement. */
export function weightsIn(tokens: readonly Token[], words: Words, requirement: number): Float64Array {
  const weights = new Float64Array(tokens.length)
  let before: Word | undefined
  tokens.forEach(({ kind, text, stem }, at) => {
    if (kind !== 'word' || common.has(text)) return
    const word = words.get(stem)
    weights[at] = weightOf(word, requirement) + weightOf(before?.followers?.get(stem), requirement)
    before = word
  })
  return weights
}

function weightOf(word: Word | undefined, requirement: number): number {
  const pairs = word?.pairs ?? none
  for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === requirement) return (pairs[i + 1] as number) / 10
  return 0
}

const common = new Set(
  `the a an of to in and or any all shall will be is are by for with as that this such it its on at from under which not no may must
  has have been than other each every their they we you our your if when where who only so but upon within do does provider customer
  supplier vendor licensor licensee client bank company university agency authority buyer seller contractor employer council
  purchaser hospital`.split(/\s+/),
)

/** The stems, and pairs of stems that follow one another, that speak for or against; of words that say something. */
export function featuresOf(tokens: readonly Token[]): Set<string> {
  const stems = tokens.filter(t => t.kind === 'word' && !common.has(t.text)).map(t => t.stem)
  return new Set(stems.flatMap((stem, at) => (at === 0 ? [stem] : [stem, `${stems[at - 1]} ${stem}`])))
}
