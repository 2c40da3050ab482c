// What tells a passage about each requirement from any other passage: logistic regression, one requirement against the rest, over
// stems and pairs of stems that follow one another. As src/check/relevance.ts reads it.
import { featuresOf } from '../dist/packs.js'
import { minimise } from './minimise.mjs'

/** A word that fewer texts have is left out; a weight under this, and what lies between two steps, is as good as none. */
const fewestTexts = 3
const step = 0.1
/** How strongly large weights are held against a model. */
const ridge = 1

const known = new Map()
const wordsOf = text => {
  const words = known.get(text) ?? [...featuresOf(text)]
  known.set(text, words)
  return words
}

/** Texts as rows of the indices of their words. */
function tabulate(texts) {
  const counts = new Map()
  const features = texts.map(({ text }) => wordsOf(text))
  for (const words of features) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts]
    .filter(([, count]) => count >= fewestTexts)
    .map(([word]) => word)
    .sort()
  const index = new Map(words.map((word, at) => [word, at]))
  return { words, rows: features.map(row => Int32Array.from(row.flatMap(word => index.get(word) ?? []))) }
}

/** Loss and gradient at weights whose last is the bias, which is not held back. */
function lossAt(weights, rows, is, gradient) {
  const bias = weights.length - 1
  let loss = 0
  for (let i = 0; i < bias; i++) {
    loss += (ridge / 2) * weights[i] * weights[i]
    gradient[i] = ridge * weights[i]
  }
  gradient[bias] = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    let score = weights[bias]
    for (let i = 0; i < row.length; i++) score += weights[row[i]]
    const margin = is[at] ? score : -score
    loss += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin
    const pull = (is[at] ? -1 : 1) / (1 + Math.exp(margin))
    for (let i = 0; i < row.length; i++) gradient[row[i]] += pull
    gradient[bias] += pull
  }
  return loss
}

/**
 * By word the log odds, in tenths, that a text is about each requirement (its index, log odds, and so on).
 * @param texts each with the ids of the requirements that it is about
 */
export function learnRelevance(texts, requirements) {
  const { words, rows } = tabulate(texts)
  const learnt = { requirements, bias: [], words: {} }
  for (const [index, id] of requirements.entries()) {
    const is = texts.map(({ about }) => about.includes(id))
    const weights = minimise((w, gradient) => lossAt(w, rows, is, gradient), words.length + 1, 60, 1e-4)
    learnt.bias.push(Math.round(weights[words.length] / step))
    words.forEach((word, at) => {
      const weight = Math.round(weights[at] / step)
      if (weight === 0) return
      learnt.words[word] ??= []
      learnt.words[word].push(index, weight)
    })
  }
  return learnt
}
