// Learns what tells a passage about each requirement of the base pack from any other passage, and writes it to
// rules/ai-model-protection/relevance.json. It learns from the pack's own examples and from `.dev/learning/`: single clauses,
// whole contracts whose labels quote the deciding words, and sentences about other matters. `npm run learn`; the same bytes
// each time. Logistic regression, one requirement against the rest, over stems and pairs of stems that follow one another.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRulePack, readContract } from '../dist/index.js'
import { featuresOf } from '../dist/packs.js'
import { minimise } from './minimise.mjs'

const learning = fileURLToPath(new URL('learning/', import.meta.url))
const target = fileURLToPath(new URL('../rules/ai-model-protection/relevance.json', import.meta.url))
/** A word that fewer texts have is left out; a weight under this, and what lies between two steps, is as good as none. */
const fewestTexts = 3
const step = 0.1
/** How strongly large weights are held against a model. */
const ridge = 1

const lines = name =>
  readFileSync(join(learning, name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** Each text with the requirements that it speaks of. */
async function readTexts(pack) {
  const texts = []
  for (const { id, examples } of pack.requirements)
    for (const { verdict, text } of examples) texts.push({ text, about: verdict === 'missing' ? [] : [id] })
  for (const { requirement, verdict, text } of lines('clauses.jsonl'))
    texts.push({ text, about: verdict === 'missing' ? [] : [requirement] })
  for (const { text } of lines('background.jsonl')) texts.push({ text, about: [] })
  for (const name of readdirSync(join(learning, 'contracts'))
    .filter(n => n.endsWith('.md'))
    .sort())
    texts.push(...(await fromContract(name)))
  return texts
}

const plain = text =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

async function fromContract(name) {
  const bytes = readFileSync(join(learning, 'contracts', name))
  const labels = JSON.parse(readFileSync(join(learning, 'contracts', name.replace('.md', '.labels.json')), 'utf8'))
  const { documents, provisions } = await readContract([{ name, bytes }])
  const quotes = Object.entries(labels).flatMap(([id, { evidence }]) => evidence.map(words => ({ id, words: plain(words) })))
  return provisions.map(({ document, leadIns, span, closing }) => {
    const text = [...leadIns, span, ...(closing === undefined ? [] : [closing])]
      .map(({ start, end }) => documents[document].text.slice(start, end))
      .join(' ')
    return { text, about: [...new Set(quotes.filter(({ words }) => speaks(plain(text), words)).map(({ id }) => id))] }
  })
}

// A provision is about a requirement where its label quotes it, wholly or from its first words on.
function speaks(text, words) {
  if (words.length <= 15) return false
  return text.includes(words) || (text.length > 25 && words.includes(text)) || (words.length > 60 && text.includes(words.slice(0, 60)))
}

/** Texts as rows of the indices of their words. */
function tabulate(texts) {
  const counts = new Map()
  const features = texts.map(({ text }) => [...featuresOf(text)])
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

/** The weights of words, the bias last, that tell some rows from all others. */
function regress(rows, is, size) {
  return minimise((weights, gradient) => lossAt(weights, rows, is, gradient), size + 1, 60, 1e-4)
}

const pack = await loadRulePack('ai-model-protection')
const texts = await readTexts(pack)
const { words, rows } = tabulate(texts)
const learnt = { requirements: pack.requirements.map(({ id }) => id), bias: [], words: {} }
for (const [index, id] of learnt.requirements.entries()) {
  const weights = regress(
    rows,
    texts.map(({ about }) => about.includes(id)),
    words.length,
  )
  learnt.bias.push(Math.round(weights[words.length] / step))
  words.forEach((word, at) => {
    const weight = Math.round(weights[at] / step)
    if (weight === 0) return
    learnt.words[word] ??= []
    learnt.words[word].push(index, weight)
  })
}
const about = {
  about: 'Made by npm run learn (.dev/learn.mjs). By stem, or pair of stems: requirement (its index), log odds in tenths, and so on.',
  texts: texts.length,
  learnedFrom: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
}
const entries = Object.entries(learnt.words).map(([word, pairs]) => `${JSON.stringify(word)}:${JSON.stringify(pairs)}`)
writeFileSync(
  target,
  `${JSON.stringify(about, null, 1).slice(0, -2)},\n "requirements": ${JSON.stringify(learnt.requirements)},\n "bias": ${JSON.stringify(learnt.bias)},\n "words": {\n${entries.join(',\n')}\n}}\n`,
)
console.log(`${texts.length} texts, ${entries.length} words, ${entries.reduce((sum, e) => sum + e.split(',').length / 2, 0)} weights`)
