// The words that a scanner laid under its picture, held against what OCR reads on the picture: nobody sees the layer, so that it
// may say what it will. Where the two agree the layer stays, since the engine of a scanner is often the better one.

import type { Paper } from './paper.ts'
import { confidenceOf, leastConfidence, type OcrLine, withLines } from './recognise.ts'

/** What came of it; nothing where OCR is not sure enough to say. */
export type Compared =
  | { readonly agrees: true; readonly confidence: number }
  | { readonly agrees: false; readonly confidence: number; readonly paper: Paper; readonly words: readonly string[] }

/** So much of the words, of whichever has more of them, must stand in both. */
const leastShared = 0.9
/** Of these each must be there as often as in the picture. */
const deciding =
  /^(?:no|not|nor|never|neither|none|nothing|cannot|without|unless|except|excluding|only|may|should|shall|must|will|if|subject|notwithstanding)$/
const mostNamed = 8

/** Holds the layer of a page against its picture. */
export function heldAgainstPicture(paper: Paper, lines: readonly OcrLine[]): Compared | undefined {
  const confidence = confidenceOf(lines)
  if (confidence === undefined || confidence < leastConfidence) return undefined
  const layer = countsOf(paper.runs.filter(({ hidden }) => hidden === undefined).map(({ text }) => text))
  const shown = countsOf(lines.flatMap(({ words }) => words.map(({ text }) => text)))
  const [lacking, added] = [missingIn(layer, shown), missingIn(shown, layer)]
  const most = Math.max(sum(layer.values()), sum(shown.values()))
  const shared = most - Math.max(lacking.length, added.length)
  const decided = [...lacking, ...added].filter(word => deciding.test(word))
  if (shared >= most * leastShared && decided.length === 0) return { agrees: true, confidence }
  const bare = { ...paper, runs: paper.runs.filter(({ hidden }) => hidden !== undefined), aside: [] }
  const words = [...new Set([...decided, ...added, ...lacking])].slice(0, mostNamed)
  return { agrees: false, confidence, paper: withLines(bare, lines), words }
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of texts
    .join(' ')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The words that one has and the other has not, each as often as that is so. */
function missingIn(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] {
  return [...one].flatMap(([word, count]) => Array<string>(Math.max(0, count - (other.get(word) ?? 0))).fill(word))
}

function sum(numbers: Iterable<number>): number {
  let all = 0
  for (const number of numbers) all += number
  return all
}
