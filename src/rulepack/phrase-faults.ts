// Faults of the phrases of a pack: those that cannot be read, those that name a concept which is not there, and concepts
// that stand for each other in a circle.

import { isRecord } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import { compilePhrases } from '../language/phrases.ts'
import type { Data, Fault, Path } from '../yaml/document.ts'
import type { PackFile } from './files.ts'

const remedy = 'For example: "notify ~4 customer|client", "encrypt*", "<third-party> ~ access".'
const faultsMost = 100

interface Phrase {
  readonly words: string
  readonly path: Path
}

/** Every fault of the phrases of a file, up to a hundred; `concepts` are the names that are there, where these are known. */
export function phraseFaults(file: PackFile, concepts: ReadonlySet<string> | undefined): Fault[] {
  const faults: Fault[] = []
  for (const { words, path } of phrasesIn(file)) {
    if (faults.length === faultsMost) break
    const what = phraseFault(words, concepts)
    if (what !== undefined) faults.push({ where: file.at(path), what, remedy })
  }
  return faults
}

function phraseFault(phrase: string, concepts: ReadonlySet<string> | undefined): string | undefined {
  try {
    const compiled = compilePhrases(phrase)
    if (compiled.length === 0) return 'a phrase needs at least one word'
    if (concepts === undefined) return undefined
    const unknown = compiled
      .flatMap(({ steps }) => steps.flatMap(step => (step.kind === 'concept' ? [step.name] : [])))
      .find(name => !concepts.has(name))
    if (unknown === undefined) return undefined
    const guess = nearest(unknown, [...concepts])
    return `there is no concept <${unknown}>${guess === undefined ? '' : `; did you mean <${guess}>?`}`
  } catch (error) {
    if (error instanceof SyntaxError) return error.message
    throw error
  }
}

const phraseKeys = new Set([
  'phrases',
  'not',
  'do',
  'bar',
  'right',
  'contrary',
  'with',
  'without',
  'whole',
  'part',
  'words',
  'of',
  'tolerates',
])

/** All phrases of a file with their places. A concept's bare list holds phrases too. */
function phrasesIn(file: PackFile): Phrase[] {
  const found: Phrase[] = []
  const walk = (value: unknown, path: Path, inPhrases: boolean): void => {
    if (Array.isArray(value))
      value.forEach((v, i) => {
        walk(v, [...path, i], inPhrases)
      })
    else if (isRecord(value))
      for (const [key, v] of Object.entries(value))
        walk(v, [...path, key], phraseKeys.has(key) || (path.length === 1 && path[0] === 'concepts'))
    else if (inPhrases && (typeof value === 'string' || typeof value === 'number')) found.push({ words: String(value), path })
  }
  for (const key of ['concepts', 'requirements']) walk(file.data[key], [key], false)
  return found
}

/** Concepts of these files that stand for themselves by way of others; `others` are concepts from elsewhere. */
export function circleFaults(files: readonly PackFile[], others: readonly PackFile[]): Fault[] {
  const names = new Map(
    [...others, ...files].flatMap(file => Object.entries(conceptsIn(file)).map(([name, value]) => [name, namesIn(value)])),
  )
  return files.flatMap(file =>
    Object.keys(conceptsIn(file))
      .filter(name => reaches(name, names))
      .map(name => ({
        where: file.atKey(['concepts'], name),
        what: `concept <${name}> stands for itself by way of its own phrases`,
        remedy: `Write out what <${name}> is to mean where its phrases name it.`,
      })),
  )
}

/** The entries of `concepts:`. */
export function conceptsIn(file: PackFile): Data {
  return isRecord(file.data.concepts) ? file.data.concepts : {}
}

function namesIn(concept: unknown): string[] {
  return [...JSON.stringify(concept).matchAll(/<([a-z0-9.-]+)>/g)].map(match => match[1] ?? '')
}

function reaches(start: string, names: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [...(names.get(start) ?? [])]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === start) return true
    if (seen.has(name)) continue
    seen.add(name)
    open.push(...(names.get(name) ?? []))
  }
  return false
}
