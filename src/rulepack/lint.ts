// Every fault of a rule pack at once: first what the schema says of each file, then what it cannot say.
import { Ajv, type ErrorObject } from 'ajv'
import schema from '../../rules/pack.schema.json' with { type: 'json' }
import { nearest } from '../domain/nearest.ts'
import { conceptsOf } from '../language/lexicon.ts'
import { compilePhrases } from '../language/phrases.ts'
import { parseQuantity } from '../language/quantities.ts'
import { baseFolder } from './extend.ts'
import { type Data, type Fault, isRecord, type PackFile, readPackFiles } from './files.ts'

/**
 * All faults of the pack in a folder, in the order of its files.
 * @throws {UserError} (usage) if there is no pack in the folder.
 */
export function lintRulePack(folder: string): Fault[] {
  const files = readPackFiles(folder)
  const inherited = baseFiles(folder, files)
  const known = namesOf([...inherited, ...files])
  return files.flatMap(file => (file.faults.length > 0 ? [...file.faults] : [...schemaFaults(file), ...phraseFaults(file, known), ...nameFaults(file, known)]))
}

function baseFiles(folder: string, files: readonly PackFile[]): PackFile[] {
  const base = files[0]?.data.extends
  if (typeof base !== 'string') return []
  const from = baseFolder(base, folder)
  const own = readPackFiles(from)
  return [...baseFiles(from, own), ...own]
}

const validate = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(schema)

function schemaFaults(file: PackFile): Fault[] {
  if (validate(file.data)) return []
  const errors = validate.errors ?? []
  const telling = errors.filter(e => e.keyword !== 'oneOf' || !errors.some(o => o !== e && o.keyword !== 'oneOf' && o.instancePath.startsWith(e.instancePath)))
  return distinct(telling.map(e => toFault(file, e)))
}

function toFault(file: PackFile, error: ErrorObject): Fault {
  const path = error.instancePath.split('/').slice(1).map(p => (/^\d+$/.test(p) ? Number(p) : p.replace(/~1/g, '/').replace(/~0/g, '~')))
  const name = path.length === 0 ? 'the file' : `"${path.at(-1)}"`
  if (error.keyword === 'additionalProperties') return unknownKey(file, path, String(error.params.additionalProperty), error)
  if (error.keyword === 'enum') return { where: file.at(path), what: `${name} is not one of the values allowed`, remedy: `Write one of: ${(error.params.allowedValues as string[]).join(', ')}.` }
  if (error.keyword === 'required') return { where: file.at(path), what: `${name} lacks "${error.params.missingProperty}"`, remedy: example(String(error.params.missingProperty)) }
  return { where: file.at(path), what: `${name} ${error.message ?? 'is not right'}`, remedy: example(String(path.findLast(p => typeof p === 'string') ?? '')) }
}

function unknownKey(file: PackFile, path: (string | number)[], key: string, error: ErrorObject): Fault {
  const allowed = Object.keys((error.parentSchema?.properties ?? {}) as Data)
  const guess = nearest(key, allowed)
  return { where: file.at([...path, key]), what: `unknown key "${key}"`, remedy: `${guess === undefined ? '' : `Did you mean "${guess}"? `}Keys that may stand here: ${allowed.join(', ')}.` }
}

const examples: Readonly<Record<string, string>> = {
  wording: 'For example: wording: { firm: "Provider shall ...", milder: "Provider shall ..." }',
  severity: 'For example: severity: critical',
  says: 'For example: says: [{ do: ["notify ~4 customer"], with: [["security incident"]] }]',
  do: 'For example: - do: ["notify ~4 customer"]',
  with: 'For example: with: [["security incident|breach"], [<customer-noun>]]',
  examples: 'For example: examples: { met: ["Provider shall notify Customer within 24 hours of an incident."] }',
  parameters: 'For example: parameters: { within: { value: 48 hours } }',
  figure: 'For example: figure: { unit: hour, bound: at-most, parameter: within }',
  version: 'For example: version: 1.0.0',
  id: 'For example: id: incident.notice',
}

function example(key: string): string {
  return examples[key] ?? 'See rules/pack.schema.json, which editors read by the first line of the shipped files.'
}

interface Known {
  readonly concepts: ReadonlySet<string>
  readonly requirements: ReadonlyMap<string, Data>
  readonly clauses: ReadonlySet<string>
}

function namesOf(files: readonly PackFile[]): Known {
  const concepts = files.flatMap(f => Object.keys(isRecord(f.data.concepts) ? f.data.concepts : {}))
  const requirements = files.flatMap(f => (Array.isArray(f.data.requirements) ? f.data.requirements.filter(isRecord) : []))
  const clauses = files.flatMap(f => (Array.isArray(f.data.clauses) ? f.data.clauses.filter(isRecord).map(c => String(c.id)) : []))
  return { concepts: new Set(concepts), clauses: new Set(clauses), requirements: new Map(requirements.map(r => [String(r.id), r])) }
}

const phraseKeys = new Set(['phrases', 'not', 'do', 'bar', 'right', 'contrary', 'with', 'without', 'whole', 'part', 'words', 'of', 'tolerates'])

/** Walks all lists of phrases of a file. A concept's bare list is one too. */
function phraseFaults(file: PackFile, known: Known): Fault[] {
  const faults: Fault[] = []
  const check = (phrase: string, path: (string | number)[]): void => {
    const what = phraseFault(phrase, known)
    if (what !== undefined) faults.push({ where: file.at(path), what, remedy: 'For example: "notify ~4 customer|client", "encrypt*", "<third-party> ~ access".' })
  }
  const walk = (value: unknown, path: (string | number)[], inPhrases: boolean): void => {
    if (Array.isArray(value)) value.forEach((v, i) => { walk(v, [...path, i], inPhrases) })
    else if (isRecord(value)) for (const [key, v] of Object.entries(value)) walk(v, [...path, key], phraseKeys.has(key) || (path.at(-1) === 'concepts' && path.length === 1))
    else if (inPhrases && (typeof value === 'string' || typeof value === 'number')) check(String(value), path)
  }
  for (const key of ['concepts', 'requirements']) walk(file.data[key], [key], false)
  return faults
}

function phraseFault(phrase: string, known: Known): string | undefined {
  try {
    const unknown = compilePhrases(phrase).flatMap(conceptsOf).find(name => !known.concepts.has(name))
    if (unknown === undefined) return undefined
    const guess = nearest(unknown, [...known.concepts])
    return `there is no concept <${unknown}>${guess === undefined ? '' : `; did you mean <${guess}>?`}`
  } catch (error) {
    return error instanceof SyntaxError ? error.message : String(error)
  }
}

function nameFaults(file: PackFile, known: Known): Fault[] {
  const faults: Fault[] = []
  const requirements = Array.isArray(file.data.requirements) ? file.data.requirements : []
  if (requirements.length > 0 && !known.clauses.has(String(file.data.clause)))
    faults.push({ where: file.at(['clause']), what: `there is no clause "${file.data.clause}"`, remedy: `Clauses are listed in pack.yaml: ${[...known.clauses].join(', ')}.` })
  requirements.forEach((r, i) => {
    if (isRecord(r)) faults.push(...figureFaults(file, r, ['requirements', i]))
    if (isRecord(r) && requirements.findIndex(o => isRecord(o) && o.id === r.id) !== i) faults.push({ where: file.at(['requirements', i, 'id']), what: `"${r.id}" is there twice`, remedy: 'Each requirement has an id of its own.' })
  })
  const parts = (Array.isArray(file.data.checklist) ? file.data.checklist : []).filter(isRecord)
  parts.forEach((item, i) => {
    for (const part of Array.isArray(item.parts) ? item.parts : []) faults.push(...unknownRequirement(file, ['checklist', i, 'parts'], String(part), known))
  })
  for (const id of Object.keys(isRecord(file.data.changes) ? file.data.changes : {})) faults.push(...unknownRequirement(file, ['changes', id], id, known))
  return faults
}

function unknownRequirement(file: PackFile, path: (string | number)[], id: string, known: Known): Fault[] {
  if (known.requirements.has(id)) return []
  const guess = nearest(id, [...known.requirements.keys()])
  return [{ where: file.at(path), what: `there is no requirement "${id}"`, remedy: guess === undefined ? 'Name one of this pack or of the one it extends.' : `Did you mean "${guess}"?` }]
}

function figureFaults(file: PackFile, requirement: Data, path: (string | number)[]): Fault[] {
  if (!isRecord(requirement.figure)) return []
  const name = String(requirement.figure.parameter)
  const parameter = isRecord(requirement.parameters) ? requirement.parameters[name] : undefined
  if (!isRecord(parameter)) return [{ where: file.at([...path, 'figure']), what: `the figure's parameter "${name}" is not among the parameters`, remedy: `For example: parameters: { ${name}: { value: 48 hours } }` }]
  if (parameter.value === 'none' || parseQuantity(String(parameter.value))?.amount !== undefined) return []
  return [{ where: file.at([...path, 'parameters', name]), what: `"${parameter.value}" is no figure`, remedy: 'For example: 48 hours, 90 days, 85 %.' }]
}

function distinct(faults: readonly Fault[]): Fault[] {
  return faults.filter((f, i) => faults.findIndex(g => g.where === f.where && g.what === f.what) === i)
}
