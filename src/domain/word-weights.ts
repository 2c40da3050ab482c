// Words that speak for requirements, or against them, as rows of numbers: so they lie in a file beside the built program and
// are read in no time. How they are learnt and what they tell is check/'s.

/** Whole numbers in a row. */
type Numbers = readonly number[] | Int32Array

/** Weights of words: a word is a stem, or a pair of stems that follow one another. */
export interface WordWeights {
  /** The stems, one a line. */
  readonly stems: string
  /** Two numbers for each word: the line of the stem before it, or -1, and that of its own stem. */
  readonly words: Numbers
  /** Where the weights of each word begin and, last, where all end. */
  readonly bounds: Numbers
  /** By weight the requirement that the word speaks for or against, by its index, and how strongly (log odds, in tenths). */
  readonly pairs: Numbers
}

/** By stem, or two stems with a blank between them, requirement and weight in turn. */
export type WeightsByWord = Readonly<Record<string, readonly number[]>>

/** The weights as rows of numbers. */
export function packWeights(weights: WeightsByWord): WordWeights {
  const lines = new Map<string, number>()
  const lineOf = (stem: string): number => {
    const line = lines.get(stem) ?? lines.size
    lines.set(stem, line)
    return line
  }
  const words: number[] = []
  const bounds = [0]
  const pairs: number[] = []
  for (const [word, own] of Object.entries(weights)) {
    const gap = word.indexOf(' ')
    words.push(gap < 0 ? -1 : lineOf(word.slice(0, gap)), lineOf(word.slice(gap + 1)))
    for (const number of own) pairs.push(number)
    bounds.push(pairs.length)
  }
  return { stems: [...lines.keys()].join('\n'), words, bounds, pairs }
}
