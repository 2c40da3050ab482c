// Multinomial logistic regression: over the words of lessons, as tables that src/check/impression.ts reads, and over anything else.
import { ownWeight, rowsOf } from '../dist/learning.js'
import { minimise } from './minimise.mjs'

/** A row that fewer texts have says nothing. */
const fewestTexts = 2
/** How strongly large weights of words are held against a model. */
const ridge = 1 / 3

/** Rows and amounts of each lesson, as impression.ts counts them. */
function tabulate(lessons, size, rarity) {
  return lessons.map(({ requirement, passages }) => {
    const { shared, own } = rowsOf(passages, requirement, size)
    const amounts = new Map()
    for (const [found, weight] of [
      [shared, 1],
      [own, ownWeight],
    ]) {
      let squares = 0
      for (const row of found) squares += rarity[row] ** 2
      const scale = squares === 0 ? 0 : weight / Math.sqrt(squares)
      for (const row of found) if (rarity[row] > 0) amounts.set(row, (amounts.get(row) ?? 0) + rarity[row] * scale)
    }
    return { at: Int32Array.from(amounts.keys()), by: Float64Array.from(amounts.values()) }
  })
}

/** By row how rare its words are, in tenths: the logarithm of the inverse share of lessons that have them. */
function rarityOf(lessons, size) {
  const counts = new Int32Array(size)
  for (const { requirement, passages } of lessons) {
    const { shared, own } = rowsOf(passages, requirement, size)
    for (const row of new Set([...shared, ...own])) counts[row]++
  }
  return Uint8Array.from(counts, count => (count < fewestTexts ? 0 : Math.round(10 * (Math.log((1 + lessons.length) / (1 + count)) + 1))))
}

/** Loss and gradient; weights by row and outcome, behind them the biases, which are not held back. */
function lossAt(weights, table, wanted, outcomesMany, ridge, gradient) {
  const bias = weights.length - outcomesMany
  let loss = 0
  for (let i = 0; i < bias; i++) {
    loss += (ridge / 2) * weights[i] * weights[i]
    gradient[i] = ridge * weights[i]
  }
  gradient.fill(0, bias)
  const scores = new Float64Array(outcomesMany)
  for (let n = 0; n < table.length; n++) {
    const { at, by, count = 1 } = table[n]
    for (let k = 0; k < outcomesMany; k++) scores[k] = weights[bias + k]
    for (let i = 0; i < at.length; i++) for (let k = 0; k < outcomesMany; k++) scores[k] += by[i] * weights[at[i] * outcomesMany + k]
    let most = scores[0]
    for (let k = 1; k < outcomesMany; k++) if (scores[k] > most) most = scores[k]
    let sum = 0
    for (let k = 0; k < outcomesMany; k++) sum += Math.exp(scores[k] - most)
    loss += count * (Math.log(sum) + most - scores[wanted[n]])
    for (let k = 0; k < outcomesMany; k++) {
      const pull = count * (Math.exp(scores[k] - most) / sum - (k === wanted[n] ? 1 : 0))
      gradient[bias + k] += pull
      for (let i = 0; i < at.length; i++) gradient[at[i] * outcomesMany + k] += pull * by[i]
    }
  }
  return loss
}

/** Weights by row and outcome, those of the biases last, by which the wanted outcomes are likeliest. */
export function regress(table, wanted, size, outcomesMany, ridge, most = 80) {
  const lossOf = (weights, gradient) => lossAt(weights, table, wanted, outcomesMany, ridge, gradient)
  return minimise(lossOf, (size + 1) * outcomesMany, most)
}

/** A table of words as domain/impressions.ts has it, with its bytes. */
export function learnTable(lessons, names, wanted, size) {
  const rarity = rarityOf(lessons, size)
  const table = tabulate(
    lessons,
    size,
    Float64Array.from(rarity, x => x / 10),
  )
  const weights = regress(table, wanted, size, names.length, ridge)
  const width = names.length + 1
  const bytes = new Uint8Array(size * width)
  const tenths = x => Math.max(-127, Math.min(127, Math.round(10 * x)))
  for (let row = 0; row < size; row++) {
    bytes[row * width] = rarity[row]
    for (let k = 0; k < names.length; k++) bytes[row * width + 1 + k] = tenths(weights[row * names.length + k]) & 255
  }
  const bias = [...weights.subarray(size * names.length)].map(x => Math.round(10 * x))
  return { head: { outcomes: names, bias, rows: size }, bytes }
}
