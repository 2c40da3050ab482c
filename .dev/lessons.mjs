// What .dev/learn.mjs and .dev/learn-verdicts.mjs learn from: clauses and agreements with their verdicts, as texts that are about
// requirements, as lessons (words and the verdict that they earn), and as cases (what the rules make of them).
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRulePack, readContract } from '../dist/index.js'
import { lessonsIn } from '../dist/learning.js'

const learning = fileURLToPath(new URL('learning/', import.meta.url))
export const pack = await loadRulePack('ai-model-protection')
const ids = new Set(pack.requirements.map(({ id }) => id))

const lines = path =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    : []
const hash = text => createHash('md5').update(text).digest('hex')

/** Sentences that are about no requirement. */
export const background = lines(join(learning, 'background.jsonl')).map(({ text }) => ({ text, about: [] }))

/** A clause, which is judged for one requirement. */
async function clause({ requirement, verdict, reasons = [], text }) {
  const contract = await readContract([{ name: 'clause.txt', bytes: Buffer.from(text) }])
  return { key: hash(text), text, contract, labels: [{ requirement, verdict, reasons, also: [] }] }
}

/** An agreement, with the words that decide each requirement. */
async function agreement(folder, name) {
  const bytes = readFileSync(join(folder, name))
  const labels = JSON.parse(readFileSync(join(folder, name.replace('.md', '.labels.json')), 'utf8'))
  return {
    key: hash(name),
    contract: await readContract([{ name, bytes }]),
    labels: Object.entries(labels)
      .filter(([id]) => ids.has(id))
      .map(([requirement, { verdict, reasons = [], evidence = [], also = [] }]) => ({
        requirement,
        verdict,
        reasons,
        also,
        quotes: evidence.map(plain),
      })),
  }
}

/** The clauses and agreements of a folder. */
async function readAll(folder) {
  const sources = []
  for (const one of lines(join(folder, 'clauses.jsonl'))) if (ids.has(one.requirement)) sources.push(await clause(one))
  return sources.concat(await agreements(join(folder, 'contracts')))
}

async function agreements(folder) {
  const sources = []
  const names = readdirSync(folder).filter(n => n.endsWith('.md'))
  for (const name of names.sort()) sources.push(await agreement(folder, name))
  return sources
}

/** What the rules were made by, */
export const known = await readAll(learning)
/** and what they were not; with what everybody would write: plain clauses, the pack's own examples and wording. */
export const fresh = await readAll(join(learning, 'fresh'))
// Of these nobody who makes rules has read a word: what is told of them tells most.
for (const one of await agreements(fileURLToPath(new URL('learning/unread/', import.meta.url)))) fresh.push({ ...one, unread: true })
for (const one of lines(join(learning, 'plain.jsonl'))) fresh.push({ ...(await clause(one)), plain: true })
for (const { id, examples, wording } of pack.requirements)
  for (const { verdict, text } of [...examples, { verdict: 'met', text: wording.firm }])
    fresh.push({ ...(await clause({ requirement: id, verdict, text })), plain: true })

function plain(text) {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}

// A passage bears a label out where the label quotes it, wholly or from its first words on.
function speaks(text, words) {
  if (words.length <= 12) return false
  return text.includes(words) || (text.length > 25 && words.includes(text)) || (words.length > 60 && text.includes(words.slice(0, 60)))
}

/** Each passage with the requirements that it is about. */
export function textsOf({ text, contract: { documents, provisions }, labels }) {
  if (text !== undefined) return [{ text, about: labels.filter(l => l.verdict !== 'missing').map(l => l.requirement) }]
  return provisions.map(({ document, leadIns, span, closing }) => {
    const words = [...leadIns, span, ...(closing === undefined ? [] : [closing])]
      .map(({ start, end }) => documents[document].text.slice(start, end))
      .join(' ')
    const about = labels.filter(({ quotes }) => quotes.some(quote => speaks(plain(words), quote)))
    return { text: words, about: about.map(l => l.requirement) }
  })
}

/** One lesson: passages of a text, read together, with the verdict and reasons that they earn for a requirement. */
const lesson = (requirement, passages, verdict, reasons = []) => ({ requirement, passages, verdict, reasons })

/** The lessons and the cases of a source, as a pack reads it. */
export function taughtBy({ text, contract, labels }, by) {
  const { passages, grounds } = lessonsIn(contract, by, new Set(labels.map(l => l.requirement)))
  const cases = labels.map(({ requirement, verdict, also }) => ({
    requirement,
    verdicts: [verdict, ...also],
    grounds: grounds.get(requirement),
  }))
  if (text !== undefined) {
    const words = passages.filter(p => p.binding).map(p => p.hashes)
    const lessons = words.length === 0 ? [] : labels.map(l => lesson(l.requirement, words, l.verdict, l.reasons))
    return { lessons, cases }
  }
  const texts = passages.map(p => plain(p.text))
  const lessons = labels.flatMap(({ requirement, verdict, reasons, quotes }) => {
    const quoted = passages.filter((_, at) => quotes.some(words => speaks(texts[at], words))).map(p => p.hashes)
    const { deciding, closest } = grounds.get(requirement)
    const found = deciding.length > 0 ? deciding : closest
    return [
      ...(verdict !== 'missing' && quoted.length > 0 ? [lesson(requirement, quoted, verdict, reasons)] : []),
      ...(found.length > 0 ? [lesson(requirement, found, verdict)] : []),
      ...(deciding.length > 0 && closest.length > 0 ? [lesson(requirement, closest, verdict)] : []),
    ]
  })
  return { lessons, cases }
}
