// What is excused, and what is met by the pack but short of a profile, is a gap with the same marks in every format.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { type Report, summarise } from '../../src/domain/report.ts'
import { githubOf } from '../../src/report/github.ts'
import { jsonOf } from '../../src/report/json.ts'
import { junitOf } from '../../src/report/junit.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { oscalOf } from '../../src/report/oscal.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { csvOf } from '../../src/report/sheets.ts'
import { textOf } from '../../src/report/text.ts'
import { xlsxOf } from '../../src/report/xlsx.ts'
import { sample, sampleWaiver } from './sample.ts'

const waiver = { ...sampleWaiver, requirement: 'incident.notice' }
const figures = [{ parameter: 'weights.encryption.within', value: '24 hours', basis: 'house', source: 'House rule 7' }] as const
const short = {
  profiles: [
    { profile: 'nis2', verdict: 'partial', reasons: [{ code: 'value', facts: { found: '48 hours', wanted: '24 hours' } }], figures },
  ],
} as const
const changes: Readonly<Record<string, object>> = {
  'weights.encryption': short,
  'incident.notice': { waiver },
  'api.logging': { known: true },
}
function reportWith(change: Readonly<Record<string, object>>, failOn: 'critical' | 'minor' = 'critical'): Report {
  const findings = sample.findings
    .filter(({ verdict }) => verdict !== 'unread')
    .map(finding => ({ ...finding, ...change[finding.requirement] }) as Finding)
  const receipt = {
    ...sample.receipt,
    configuration: { file: 'their/clausegate.config.yaml', sha256: 'ee'.repeat(32), sets: ['fail-on: none'] },
    asOf: '2026-02-01',
    stamp: '2026-11-23T09:00:00Z',
  }
  return { ...sample, findings, receipt, summary: summarise(findings, sample.pack.requirements, failOn, false) }
}
const report = reportWith(changes)
const run = { version: '1.2.3', reports: [report], failures: [], several: false }
const sarif = JSON.parse(sarifOf(run, [[]])).runs[0]
const junit = junitOf(run)
const oscal = JSON.parse(oscalOf(run))['assessment-results'].results[0]
const workbook = Object.entries(unzipSync(xlsxOf(run)))
  .map(([, part]) => strFromU8(part))
  .join('\n')
const texts: readonly (readonly [string, string])[] = [
  ['text', textOf([report]).replace(/\s+/g, ' ')],
  ['JSON', jsonOf('1.2.3', [report])],
  ['Markdown', markdownOf(run).replaceAll('\\', '')],
  ['SARIF', JSON.stringify(sarif)],
  ['JUnit', junit],
  ['GitHub', githubOf(run)],
  ['CSV', csvOf(run)],
  ['XLSX', workbook],
  ['OSCAL', JSON.stringify(oscal)],
]

describe.each(texts)('%s', (name, text) => {
  test('marks what is waived, known, or short of a profile', () => {
    for (const mark of [/waive[dr]/, /known/, /nis2/]) expect(text).toMatch(mark)
    if (name !== 'CSV') for (const words of ['Ana Ruiz', '2026-12-31', 'House rule 7']) expect(text).toContain(words)
  })
})

describe.each(texts.filter(([name]) => !['CSV', 'XLSX', 'JUnit', 'OSCAL'].includes(name)))('%s', (_, text) => {
  test('names the configuration, and the day that waivers were held against', () => {
    expect(text).toContain('their/clausegate.config.yaml')
    expect(text).toContain('fail-on: none')
    expect(text).toContain('2026-02-01')
  })
})

test('met, and short of a profile, passes in no format', () => {
  const results: { ruleId: string; kind: string; suppressions?: unknown[] }[] = sarif.results
  expect(results.find(({ ruleId }) => ruleId === 'weights.encryption')?.kind).toBe('fail')
  expect(results.filter(({ suppressions }) => suppressions).map(({ ruleId }) => ruleId)).toEqual(['incident.notice', 'api.logging'])
  const outcomes = [...junit.matchAll(/<testcase name="([\w.-]+):[^>]*?(?:\/>|>\s*<(\w+))/g)].map(([, id, tag]) => [id, tag ?? 'pass'])
  expect(outcomes).toEqual([
    ['reading', 'pass'],
    ['weights.encryption', 'failure'],
    ['incident.notice', 'skipped'],
    ['api.logging', 'skipped'],
    ['api.key-roles', 'skipped'],
  ])
  expect(oscal.findings[0].target.status).toMatchObject({ state: 'not-satisfied', reason: 'fail' })
  expect(githubOf(run)).toMatch(/::error file=contract\.pdf,title=met%2C short of nis2%3A/)
})

test('an incomplete reading is an error in JUnit, even where all that was found is met', () => {
  const met = sample.findings.slice(0, 1)
  const incomplete = { ...sample, findings: met, summary: summarise(met, sample.pack.requirements, 'critical', true) }
  expect(junitOf({ ...run, reports: [incomplete] })).toMatch(/failures="0" errors="1"[\s\S]*<error type="unread" message="INCOMPLETE/)
})

test('no result claims that what is excused is met', () => {
  const passing = reportWith({ 'incident.notice': { waiver }, 'api.logging': { known: true } })
  expect(passing.summary.result).toBe('pass')
  const text = textOf([passing]).replace(/\s+/g, ' ')
  expect(text).not.toMatch(/every requirement that is critical is met/)
  expect(text).toMatch(/PASS, with gaps excused: .* besides 1 waived and 1 known from the baseline\./)
})

test('the head of the text names the configuration', () => {
  const [head = ''] = textOf([report]).split('OVERVIEW')
  expect(head).toMatch(/Configured\s+by their\/clausegate\.config\.yaml, which sets fail-on\s/)
})
