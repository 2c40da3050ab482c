// What a JSON Schema finds wrong with a file, said so that its author can mend it: the key, its place in the file, what was
// meant, a valid example. What no schema can say is for those who asked for the file.
import { Ajv, type ErrorObject } from 'ajv'
import { isRecord } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import type { Data, Fault, YamlFile } from './document.ts'

/** A valid example for a key. */
type ExampleOf = (key: string) => string

// More than a person mends in one go; after that, the same mistake over and over.
const errorsMost = 100

/** A function that finds every fault of a file against a schema, up to a hundred. */
export function faultFinder(schema: object, exampleOf: ExampleOf): (file: YamlFile) => Fault[] {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true, verbose: true }).compile(schema)
  return file => {
    if (validate(file.data)) return []
    const errors = (validate.errors ?? []).slice(0, errorsMost)
    return distinct(errors.filter(e => isTelling(e, errors)).map(e => toFault(file, e, exampleOf)))
  }
}

// Of the errors of a choice only those of the way that was meant say anything; where none fits at all, the choice does.
function isTelling(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (/\/oneOf\/\d+\/required$/.test(error.schemaPath)) return false
  if (error.keyword === 'oneOf') return isChoiceOfKeys(error) || !errors.some(e => isWithin(e, error))
  return error.keyword !== 'type' || !errors.some(e => e.keyword === 'oneOf' && e.instancePath === error.instancePath)
}

function isWithin(error: ErrorObject, choice: ErrorObject): boolean {
  if (error === choice || !`${error.instancePath}/`.startsWith(`${choice.instancePath}/`)) return false
  return !(error.keyword === 'type' && error.instancePath === choice.instancePath)
}

function isChoiceOfKeys(error: ErrorObject): boolean {
  return choices(error).length > 0
}

/** The keys of which one must be there, where the schema says so. */
function choices({ schema: ways }: ErrorObject): string[] {
  return Array.isArray(ways)
    ? ways.flatMap(way => (isRecord(way) && Array.isArray(way.required) && way.type === undefined ? way.required.map(String) : []))
    : []
}

function toFault(file: YamlFile, error: ErrorObject, exampleOf: ExampleOf): Fault {
  const path = error.instancePath.split('/').slice(1).map(toKey)
  const name =
    path.length === 0
      ? 'the file'
      : typeof path.at(-1) === 'number'
        ? `entry ${Number(path.at(-1)) + 1} of "${path.findLast(isName)}"`
        : `"${path.at(-1)}"`
  const key = String(path.findLast(isName) ?? '')
  const where = file.at(path)
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(file, path, String(error.params.additionalProperty), error)
    case 'enum':
      return {
        where,
        what: `${name} is not one of the values allowed`,
        remedy: meant(error.data, error.params.allowedValues as string[], 'Write one of'),
      }
    case 'required':
      return { where, what: `${name} lacks "${error.params.missingProperty}"`, remedy: exampleOf(String(error.params.missingProperty)) }
    case 'oneOf':
      return { where, what: `${name} ${choice(error)}`, remedy: exampleOf(choices(error)[0] ?? key) }
    default:
      return { where, what: `${name} ${error.message ?? 'is not right'}`, remedy: exampleOf(key) }
  }
}

function toKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~')
}

function isName(part: string | number): part is string {
  return typeof part === 'string'
}

function choice(error: ErrorObject): string {
  const keys = choices(error)
  if (keys.length === 0) return 'is not of a form that may stand here'
  return `needs exactly one of ${keys.map(k => `"${k}"`).join(', ')}`
}

function unknownKey(file: YamlFile, path: (string | number)[], key: string, error: ErrorObject): Fault {
  const allowed = Object.keys((error.parentSchema?.properties ?? {}) as Data)
  return { where: file.atKey(path, key), what: `unknown key "${key}"`, remedy: meant(key, allowed, 'Keys that may stand here') }
}

function meant(word: unknown, allowed: readonly string[], otherwise: string): string {
  const guess = typeof word === 'string' ? nearest(word, allowed) : undefined
  return `${guess === undefined ? '' : `Did you mean "${guess}"? `}${otherwise}: ${allowed.join(', ')}.`
}

function distinct(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map(f => [`${f.where} ${f.what}`, f])).values()]
}
