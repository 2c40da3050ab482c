// The JSON Schema of reports, compiled for the tests that hold output against it.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'

const schema = JSON.parse(readFileSync(new URL('../src/report/report.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema)

/** What is wrong with a report by the schema; empty where nothing is. */
export function schemaFaults(report: unknown): string[] {
  return validate(report) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
