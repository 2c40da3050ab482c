// What a person should look at first: the order, the words, and what a strict gate makes of it, in every format.
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/domain/finding.ts'
import { type Report, summarise } from '../../src/domain/report.ts'
import { jsonOf } from '../../src/report/json.ts'
import { junitOf } from '../../src/report/junit.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { resultSentence } from '../../src/report/result.ts'
import { doubted, doubtSentence } from '../../src/report/review.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { textOf } from '../../src/report/text.ts'
import { schemaFaults } from '../schema.ts'
import { sample } from './sample.ts'

/** The sample with some findings marked for review. */
function marked(confidences: Readonly<Record<string, number>>, strict = false): Report {
  const read = sample.findings.filter(({ verdict }) => verdict !== 'unread')
  const findings = read.map((finding): Finding => {
    const confidence = confidences[finding.requirement]
    return confidence === undefined ? finding : { ...finding, confidence, review: true, doubts: ['behind', 'few'] }
  })
  return { ...sample, findings, summary: summarise(findings, sample.pack.requirements, 'critical', false, strict) }
}

const both = { 'weights.encryption': 0.8, 'incident.notice': 0.6 }
const met: Report = { ...sample, findings: sample.findings.filter(({ verdict }) => verdict === 'met') }

test('promises come before gaps, since nobody would look at them otherwise', () =>
  expect(doubted(marked(both)).map(({ finding }) => finding.requirement)).toEqual(['weights.encryption', 'incident.notice']))

test('why it is doubtful is said in words', () =>
  expect(doubtSentence(marked(both).findings[0] as Finding)).toBe(
    'another passage seems more to the point; it was recognised in few ways (80 % sure)',
  ))

describe('as text', () => {
  const text = textOf([marked(both)])

  test('before all else, within the page', () => {
    expect(text.indexOf('LOOK AT THESE FIRST')).toBeGreaterThan(0)
    expect(text.indexOf('LOOK AT THESE FIRST')).toBeLessThan(text.indexOf('OVERVIEW'))
    expect(text.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  test('nothing where nothing is doubtful', () => expect(textOf([sample])).not.toContain('LOOK AT'))

  test('a long list is cut, and the rest counted', () => {
    const many = Array.from({ length: 15 }, () => marked(both).findings[0] as Finding)
    expect(textOf([{ ...sample, findings: many }])).toContain('... and 3 more')
  })
})

test('as Markdown', () =>
  expect(markdownOf({ version: '1.0.0', reports: [marked(both)], failures: [], several: false })).toContain('**Look at these first**'))

describe('a strict gate', () => {
  const strict = (findings: Report): Report => ({ ...met, ...summed(findings) })
  const summed = (report: Report) => ({
    findings: report.findings.filter(({ verdict }) => verdict === 'met'),
    summary: summarise(
      report.findings.filter(({ verdict }) => verdict === 'met'),
      sample.pack.requirements,
      'critical',
      false,
      true,
    ),
  })
  const doubtful = strict(marked(both, true))

  test('fails on a critical promise that is doubtful, and says so', () => {
    expect(doubtful.summary).toMatchObject({ result: 'fail', failing: [], strict: { doubtful: ['weights.encryption'] } })
    expect(resultSentence(doubtful)).toBe('FAIL: 1 critical met by words that a person should look at first (strict).')
  })

  test('passes where none is', () => expect(strict(marked({})).summary).toMatchObject({ result: 'pass', strict: { doubtful: [] } }))

  test('gaps are named first', () =>
    expect(resultSentence(marked(both, true))).toMatch(/^FAIL: \d+ requirements \(critical\) not met; 1 critical met by words/))

  test('is no gate where nothing fails the run', () =>
    expect(summarise(marked(both).findings, sample.pack.requirements, 'none', false, true)).toMatchObject({ strict: { doubtful: [] } }))

  test('fails a case in JUnit, and is a failure in SARIF', () => {
    const run = { version: '1.0.0', reports: [doubtful], failures: [], several: false }
    expect(junitOf(run)).toContain('<failure type="review"')
    const sarif = sarifOf(run, [])
    expect(sarif).toMatch(/"kind": ?"fail"/)
  })

  test('its JSON is of the shape that is fixed', () => expect(schemaFaults(JSON.parse(jsonOf('1.0.0', [doubtful])))).toEqual([]))
})
