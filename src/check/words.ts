// Words that speak for requirements, or against them, and what a passage's words come to. How the weights were found, by
// examples (likeness.ts) or from many labelled texts (.dev/learn.mjs), is no matter here.
import type { WordWeights } from '../domain/word-weights.ts'
import { typed } from '../language/compact.ts'
import type { Token } from '../language/tokens.ts'

/** The words by their numbers, ready to be looked up. */
export interface Words {
  /** By stem its line. */
  readonly lines: ReadonlyMap<string, number>
  /** By line the word that is this stem alone; -1 for none. */
  readonly alone: Int32Array
  /** By both lines, as one number, the word that is a pair of stems. */
  readonly pairs: ReadonlyMap<number, number>
  readonly bounds: Int32Array
  readonly weights: Int32Array
  /** By word the passage that it was last counted for: said twice, it counts once. */
  readonly counted: Int32Array
}

/** The weights by word, ready to be looked up. */
export function indexWords({ stems, words, bounds, pairs }: WordWeights): Words {
  const lines = new Map<string, number>()
  for (const stem of stems.split('\n')) lines.set(stem, lines.size)
  const alone = new Int32Array(lines.size).fill(-1)
  const follow = new Map<number, number>()
  for (let word = 0; word * 2 < words.length; word++) {
    const before = words[word * 2] as number
    const line = words[word * 2 + 1] as number
    if (before < 0) alone[line] = word
    else follow.set(before * lines.size + line, word)
  }
  const counted = new Int32Array(words.length / 2)
  return { lines, alone, pairs: follow, bounds: typed(bounds), weights: typed(pairs), counted }
}

let passages = 0

/** The sum of the weights of a passage's words, for each of `count` requirements, in tenths of log odds. */
export function scoresOf(tokens: readonly Token[], words: Words, count: number): Int32Array {
  const { lines, alone, pairs } = words
  const scores = new Int32Array(count)
  passages++
  let before: number | undefined
  for (const token of tokens) {
    if (token.kind !== 'word' || common.has(token.text)) continue
    const line = lines.get(token.stem)
    if (line !== undefined) {
      addTo(scores, words, alone[line] as number)
      if (before !== undefined) addTo(scores, words, pairs.get(before * lines.size + line) ?? -1)
    }
    before = line
  }
  return scores
}

function addTo(scores: Int32Array, { bounds, weights, counted }: Words, word: number): void {
  if (word < 0 || counted[word] === passages) return
  counted[word] = passages
  const end = bounds[word + 1] as number
  for (let i = bounds[word] as number; i < end; i += 2) {
    const requirement = weights[i] as number
    scores[requirement] = (scores[requirement] as number) + (weights[i + 1] as number)
  }
}

/** How strongly each word of a passage, with the one before it, speaks for one requirement. */
export function weightsIn(tokens: readonly Token[], words: Words, requirement: number): Float64Array {
  const { lines, alone, pairs } = words
  const weights = new Float64Array(tokens.length)
  let before: number | undefined
  tokens.forEach(({ kind, text, stem }, at) => {
    if (kind !== 'word' || common.has(text)) return
    const line = lines.get(stem)
    const pair = before === undefined || line === undefined ? -1 : (pairs.get(before * lines.size + line) ?? -1)
    weights[at] = weightOf(words, line === undefined ? -1 : (alone[line] as number), requirement) + weightOf(words, pair, requirement)
    before = line
  })
  return weights
}

function weightOf({ bounds, weights }: Words, word: number, requirement: number): number {
  if (word < 0) return 0
  for (let i = bounds[word] as number; i < (bounds[word + 1] as number); i += 2)
    if (weights[i] === requirement) return (weights[i + 1] as number) / 10
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
