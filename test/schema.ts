// The JSON Schemas of what is printed, compiled for the tests that hold output against them.
import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`../src/report/${name}`, import.meta.url), 'utf8'))
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false, strictRequired: false })
ajv.addSchema(schemaOf('report.schema.json'), 'report.schema.json')
const report = ajv.getSchema('report.schema.json') as ValidateFunction
const [reading, revisions] = ['reading.schema.json', 'revisions.schema.json'].map(name =>
  ajv.compile({ $id: name, ...schemaOf(name) }),
) as [ValidateFunction, ValidateFunction]

/** What is wrong with a report by the schema; empty where nothing is. */
export function schemaFaults(printed: unknown): string[] {
  return faults(report, printed)
}

/** What is wrong with a contract as understood. */
export function readingFaults(printed: unknown): string[] {
  return faults(reading, printed)
}

/** What is wrong with a comparison of revisions. */
export function revisionsFaults(printed: unknown): string[] {
  return faults(revisions, printed)
}

function faults(validate: ValidateFunction, printed: unknown): string[] {
  return validate(printed) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
