// Two reports against each other, baselines, and reports read back: by content, never by count or place.
import { describe, expect, test } from 'vitest'
import type { PlainFinding } from '../../src/domain/comparison.ts'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { compare, isKnown, regressions } from '../../src/gate/compare.ts'
import { baselineFor, plainOf, readSaved } from '../../src/gate/saved.ts'
import { jsonOf } from '../../src/report/json.ts'
import { sample } from '../report/sample.ts'

function plain(
  requirement: string,
  verdict: PlainFinding['verdict'],
  quote = '',
  reasons: readonly string[] = [],
  more: Partial<PlainFinding> = {},
): PlainFinding {
  const quotes = quote === '' ? [] : [quote]
  return {
    ...more,
    requirement,
    verdict,
    reasons,
    quotes,
    fingerprint: fingerprintOf({ requirement, verdict, evidence: quotes.map(q => ({ quote: q })) }),
  }
}

describe('a requirement is', () => {
  test.each([
    ['worse', plain('a', 'met', 'x'), plain('a', 'partial', 'y')],
    ['worse', plain('a', 'missing'), plain('a', 'conflict', 'y')],
    ['worse', plain('a', 'missing'), plain('a', 'unread')],
    ['worse', plain('a', 'partial', 'x', ['soft']), plain('a', 'partial', 'y', ['soft', 'scope'])],
    ['better', plain('a', 'partial', 'x', ['soft', 'scope']), plain('a', 'partial', 'y', ['soft'])],
    ['better', plain('a', 'conflict', 'x'), plain('a', 'missing')],
    ['worse', plain('a', 'partial', 'x', ['value'], { off: 24 }), plain('a', 'partial', 'y', ['value'], { off: 192 })],
    ['better', plain('a', 'partial', 'x', ['value'], { off: 24 }), plain('a', 'partial', 'y', ['value'], { off: 1 })],
    ['same', plain('a', 'partial', 'x', ['value'], { off: 24 }), plain('a', 'partial', 'x', ['value'], { off: 48 })],
    ['worse', plain('a', 'met', 'x'), plain('a', 'met', 'y', [], { shortOf: ['nis2'] })],
    ['better', plain('a', 'met', 'x', [], { shortOf: ['nis2'] }), plain('a', 'met', 'y')],
    ['reworded', plain('a', 'met', 'x', [], { shortOf: ['nis2'] }), plain('a', 'met', 'y', [], { shortOf: ['nis2'] })],
    ['reworded', plain('a', 'met', 'x'), plain('a', 'met', 'y')],
    ['reworded', plain('a', 'partial', 'x', ['soft']), plain('a', 'partial', 'x y', ['value'])],
    ['same', plain('a', 'met', 'x  y'), plain('a', 'met', 'x y')],
    ['same', plain('a', 'missing'), plain('a', 'missing')],
  ])('%s', (change, before, after) => {
    expect(compare([before], [after])[0]?.change).toBe(change)
  })
  test('gone or new where only one asked it', () => {
    expect(compare([plain('a', 'met', 'x')], [plain('b', 'missing')]).map(({ requirement, change }) => [requirement, change])).toEqual([
      ['b', 'new'],
      ['a', 'gone'],
    ])
  })
})

test('a swap of one gap for another is a regression, though the counts are the same', () => {
  const before = [plain('a', 'met', 'x'), plain('b', 'missing')]
  const after = [plain('a', 'missing'), plain('b', 'met', 'x')]
  expect(regressions(compare(before, after)).map(({ requirement }) => requirement)).toEqual(['a'])
})

test('a gap is known by its words: another wording is another gap', () => {
  const old = [plain('a', 'partial', 'within 72 hours'), plain('b', 'met', 'x')]
  expect(isKnown(plain('a', 'partial', 'within 72 hours'), old)).toBe(true)
  expect(isKnown(plain('a', 'partial', 'within 96 hours'), old)).toBe(false)
  expect(isKnown(plain('b', 'missing'), old)).toBe(false)
  expect(isKnown(plain('a', 'missing'), [plain('a', 'conflict', 'x')])).toBe(true)
  expect(isKnown(plain('c', 'missing'), old)).toBe(false)
  const short = { shortOf: ['nis2'] }
  expect(isKnown(plain('b', 'met', 'x', [], short), old)).toBe(false)
  expect(isKnown(plain('b', 'met', 'x', [], short), [plain('b', 'met', 'x', [], short)])).toBe(true)
  expect(isKnown(plain('b', 'met', 'x', [], { shortOf: ['nis2', 'dora'] }), [plain('b', 'met', 'x', [], short)])).toBe(false)
})

describe('a saved report', () => {
  const text = jsonOf('1.2.3', [sample])
  test('is read back as it was made', () => {
    const [saved] = readSaved('r.json', text)
    expect(saved?.findings).toEqual(plainOf(sample))
    expect(saved?.parameters).toEqual({ 'incident.notice.within': '48 hours' })
    expect(baselineFor(sample, saved === undefined ? [] : [saved], false)).toBe(saved)
  })
  test('of several contracts is found by name', () => {
    const other = { ...sample, documents: sample.documents.map(document => ({ ...document, name: 'other.pdf' })) }
    const saved = readSaved('r.json', jsonOf('1.2.3', [other, sample]))
    expect(baselineFor(sample, saved, true)).toBe(saved[1])
    const third = { ...sample, documents: sample.documents.map(document => ({ ...document, name: 'third.pdf' })) }
    expect(baselineFor(third, saved, true)).toBeUndefined()
    expect(baselineFor({ ...sample, pack: { ...sample.pack, id: 'another' } }, saved, true)).toBeUndefined()
  })
  test('of another contract is a baseline only for a contract that is checked alone, and a shared annex makes none', () => {
    const [saved] = readSaved('r.json', text)
    const [own] = sample.documents
    if (saved === undefined || own === undefined) throw new Error('no report')
    const renamed = { ...sample, documents: [{ ...own, name: 'other.pdf' }] }
    expect(baselineFor(renamed, [saved], true)).toBe(saved)
    expect(baselineFor(renamed, [saved], false)).toBeUndefined()
    const annexed = { ...sample, documents: [{ ...own, name: 'other.pdf' }, own] }
    expect(baselineFor(annexed, [saved], false)).toBeUndefined()
  })
  test.each([
    ['', /no JSON/],
    ['{}', /lacks its pack/],
    ['{"reports":[]}', /no report/],
    [text.replace('"verdict": "met"', '"verdict": "fine"'), /r\.json:\d+:\d+: "fine" is no verdict/],
    [JSON.stringify({ ...JSON.parse(text), findings: [] }), /lacks its findings/],
    [text.slice(0, -30), /no JSON/],
  ])('that is none is refused, never taken for an empty one', (spoilt, message) => {
    expect(() => readSaved('r.json', spoilt)).toThrow(message)
  })
  test('that is spoilt in several things is told all of them, each with its place', () => {
    const { findings, ...rest } = JSON.parse(text)
    const spoilt = { ...rest, pack: {}, findings: [{ ...findings[0], verdict: 'fine' }, 7, { ...findings[1], requirement: 1 }] }
    const words = JSON.stringify({ reports: [JSON.parse(text), spoilt] }, undefined, 1)
    const fault = (() => {
      try {
        return readSaved('r.json', words)
      } catch (error) {
        return String(error)
      }
    })()
    expect(fault).toMatch(/the report has 4 faults:\nr\.json:\d+:\d+: the report lacks its pack/)
    const lines =
      String(fault)
        .match(/(?<=r\.json:)\d+(?=:)/g)
        ?.map(Number) ?? []
    expect(lines.map(line => words.split('\n')[line - 1]?.trim())).toEqual(['{', expect.stringMatching(/^"verdict": "fine"/), '7,', '{'])
  })
})
