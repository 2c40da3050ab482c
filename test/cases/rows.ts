// Reads the tables of cases beside this file and runs each case against the pack that ships, as a contract of its own.
// A case that is not right yet says why (`fails: ...`) and is expected to fail: it turns red when it begins to pass.
//
//   text         the contract, as plain text; or `documents`: several texts read as one agreement
//   expect       requirement: verdict, then reason codes that must be among those given; alternatives part with "or";
//                "unmet" is any verdict but met
//   cites        words that must stand in the evidence
//   says         words that must stand in the facts of a reason: the exception, the hedge, the document not there
//   remark       the finding tells the reader something besides the verdict
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { check } from '../../src/check/check.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import type { RulePack } from '../../src/domain/requirement.ts'
import { defaultPack, packFolder } from '../../src/packs.ts'
import { parse } from '../../src/parse/parse.ts'
import { scrutinise } from '../../src/read/scrutiny.ts'
import { readText } from '../../src/read/text.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import { faultless } from '../faultless.ts'

export interface Case {
  readonly text?: string
  readonly documents?: readonly string[]
  readonly format?: 'text' | 'markdown'
  readonly expect: Readonly<Record<string, string>>
  readonly cites?: string | readonly string[]
  readonly says?: string
  readonly remark?: boolean
  /** Why it is not right yet; of several requirements, by id those that are not. */
  readonly fails?: string | Readonly<Record<string, string>>
}

export interface Row {
  readonly row: string
  readonly problem: string
  readonly cases: readonly Case[]
}

export const tables = ['language', 'numbers', 'documents'] as const

/** A table of rows; `voices` goes by the faults of drafters, and README.md does not count it. */
export type Table = (typeof tables)[number] | 'voices'

/** The rows of one table of this folder. */
export function rowsOf(name: Table): Row[] {
  return parseYaml(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'))
}

let loaded: RulePack | undefined
const pack = (): RulePack => {
  loaded ??= loadRulePack(packFolder(defaultPack))
  return loaded
}

function manuscripts({ text, documents = [text ?? ''], format = 'text' }: Case): Manuscript[] {
  return documents.map((words, i) => scrutinise(readText(new TextEncoder().encode(words), `${i + 1}.txt`, { sha256: '', format })))
}

/** "partial soft scope": the verdict, then its reasons. */
function said({ verdict, reasons }: Finding): string[] {
  return [verdict, ...reasons.map(reason => reason.code)]
}

function fits(finding: Finding, wanted: string): boolean {
  const found = said(finding)
  return wanted.split(' or ').some(way => {
    const [verdict, ...codes] = way.trim().split(/\s+/)
    const verdictFits = verdict === 'unmet' ? finding.verdict !== 'met' : finding.verdict === verdict
    return verdictFits && codes.every(code => found.includes(code))
  })
}

function holds(finding: Finding, one: Case, wanted: string): void {
  if (!fits(finding, wanted)) expect(said(finding).join(' ')).toBe(wanted)
  const quotes = finding.evidence.map(({ quote }) => quote).join('\n')
  for (const words of [one.cites ?? []].flat()) expect(quotes).toContain(words)
  if (one.says !== undefined) expect(finding.reasons.flatMap(({ facts }) => Object.values(facts)).join('\n')).toContain(one.says)
  if (one.remark === true) expect(finding.remarks).not.toEqual([])
}

/** Makes a test of each requirement of each case. */
export function testRows(name: Table): void {
  for (const { row, problem, cases } of rowsOf(name))
    describe(`${row} ${problem}`, () => {
      for (const one of cases) for (const [id, wanted] of Object.entries(one.expect)) testOne(one, id, wanted)
    })
}

function testOne(one: Case, id: string, wanted: string): void {
  const title = `${id} ${wanted}: ${(one.text ?? one.documents?.join(' // ') ?? '').replace(/\s+/g, ' ')}`
  const why = failing(one, id)
  const run = why === undefined ? test : test.fails
  run(why === undefined ? title : `${title} (not yet: ${why})`, () => {
    const { findings } = faultless(check(parse(manuscripts(one), {}), pack()))
    const finding = findings.find(({ requirement }) => requirement === id)
    if (finding === undefined) throw new Error(`the pack has no ${id}`)
    holds(finding, one, wanted)
  })
}

function failing({ fails }: Case, id: string): string | undefined {
  return typeof fails === 'object' ? fails[id] : fails
}

/** How many verdicts the tables ask for, and how many are not right yet. */
export function count(): { asked: number; failing: number } {
  const verdicts = tables
    .flatMap(rowsOf)
    .flatMap(row => row.cases)
    .flatMap(one => Object.keys(one.expect).map(id => failing(one, id)))
  return { asked: verdicts.length, failing: verdicts.filter(why => why !== undefined).length }
}
