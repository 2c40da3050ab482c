// What .dev/learn-verdicts.mjs learns from: clauses and agreements with their verdicts, as lessons (words and the verdict that they
// earn) and as cases (what the rules make of them).
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadRulePack, readContract } from '../dist/index.js'
import { lessonsIn } from '../dist/learning.js'

export const pack = await loadRulePack('ai-model-protection')
const ids = new Set(pack.requirements.map(({ id }) => id))
const plain = text =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? ''

export const lines = path =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    : []

/** One lesson: passages of a text, read together, with the verdict and reasons that they earn for a requirement. */
const lesson = (requirement, passages, verdict, reasons = []) => ({ requirement, passages, verdict, reasons })

export async function fromClause({ requirement, verdict, reasons, text }) {
  const contract = await readContract([{ name: 'clause.txt', bytes: Buffer.from(text) }])
  const { passages, grounds } = lessonsIn(contract, pack, new Set([requirement]))
  const words = passages.filter(p => p.binding).map(p => p.hashes)
  const key = createHash('md5').update(text).digest('hex')
  const lessons = words.length === 0 ? [] : [lesson(requirement, words, verdict, reasons)]
  return { key, lessons, cases: [{ requirement, verdicts: [verdict], grounds: grounds.get(requirement) }] }
}

async function fromContract(folder, name) {
  const bytes = readFileSync(join(folder, name))
  const labels = JSON.parse(readFileSync(join(folder, name.replace('.md', '.labels.json')), 'utf8'))
  const { passages, grounds } = lessonsIn(await readContract([{ name, bytes }]), pack)
  const texts = passages.map(p => plain(p.text))
  const lessons = []
  const cases = []
  for (const [id, { verdict, reasons, evidence = [], also = [] }] of Object.entries(labels)) {
    if (!ids.has(id)) continue
    const quotes = evidence.map(plain)
    const quoted = passages.filter((_, at) => quotes.some(words => speaks(texts[at], words))).map(p => p.hashes)
    const own = grounds.get(id)
    if (verdict !== 'missing' && quoted.length > 0) lessons.push(lesson(id, quoted, verdict, reasons))
    const found = own.deciding.length > 0 ? own.deciding : own.closest
    if (found.length > 0) lessons.push(lesson(id, found, verdict))
    if (own.deciding.length > 0 && own.closest.length > 0) lessons.push(lesson(id, own.closest, verdict))
    cases.push({ requirement: id, verdicts: [verdict, ...also], grounds: own })
  }
  return { key: createHash('md5').update(name).digest('hex'), lessons, cases }
}

// A provision bears a label out where the label quotes it, wholly or from its first words on.
function speaks(text, words) {
  if (words.length <= 12) return false
  return text.includes(words) || (text.length > 25 && words.includes(text)) || (words.length > 60 && text.includes(words.slice(0, 60)))
}

export async function readAll(folder) {
  const sources = []
  for (const clause of lines(join(folder, 'clauses.jsonl'))) if (ids.has(clause.requirement)) sources.push(await fromClause(clause))
  const contracts = join(folder, 'contracts')
  for (const name of readdirSync(contracts)
    .filter(n => n.endsWith('.md'))
    .sort())
    sources.push(await fromContract(contracts, name))
  return sources
}
