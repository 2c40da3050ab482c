// Reports for machines and for other programs: golden files, the schema of SARIF, and hostile words in each of them.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { githubOf } from '../../src/report/github.ts'
import { junitOf } from '../../src/report/junit.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import type { ExtractedText } from '../../src/report/run.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { controlsOf, csvOf, listOf, matrixOf } from '../../src/report/sheets.ts'
import { xlsxOf } from '../../src/report/xlsx.ts'
import { hostile, passage, run, sample, waived } from './sample.ts'

const texts: readonly (readonly ExtractedText[])[] = [
  [{ uri: 'out.texts/1.txt', text: `Line one\n${'and another line of it\n'.repeat(80)}` }],
]

const [met] = sample.findings

describe.each<[string, string]>([
  ['markdown.md', markdownOf(run)],
  ['junit.xml', junitOf(run)],
  ['github.txt', githubOf(run)],
  ['matrix.csv', csvOf(run)],
  ['sarif.json', sarifOf(run, texts)],
])('%s', (name, text) => {
  test('is as the golden file', async () => {
    await expect(text).toMatchFileSnapshot(`golden/${name}`)
  })
})

describe('words of a contract', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '</details>',
    '|a|b|',
    '# x',
    '@everyone',
    'https://evil.example/x',
  ])('form no mark-up in Markdown: %s', words => {
    const text = markdownOf(hostile(words))
    const own = text.replaceAll('\n\n</details>', '')
    const literal = words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    expect(own).not.toMatch(new RegExp(`(?<!\\\\)${literal}`))
    expect(own.match(/(?<!\\)<(?!\/?(?:details|summary|b)>)/g) ?? []).toEqual([])
  })
  test.each(['a]]>b</failure>', '"&<>\'', 'a\u0000b\u000bc\ufffe', '<?xml?>'])('form no mark-up in XML: %j', words => {
    const text = junitOf(hostile(words))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe]/)
    const tags = [...text.matchAll(/<\/?([a-z]+)/g)].map(match => match[1])
    expect(tags.every(tag => /^(?:testsuites?|testcase|failure|error|skipped)$/.test(tag ?? ''))).toBe(true)
  })
  test.each(['a\n::set-env name=x::y', 'a\r\n::stop-commands::t', 'x%0A::error::y', 'a:b,c=d'])('form no workflow command: %j', words => {
    const lines = githubOf(hostile(words)).trimEnd().split('\n')
    expect(lines.every(line => /^::(?:error|warning|notice) file=[^:,]*,title=[^:,]*::/.test(line))).toBe(true)
    expect(lines.join('\n')).not.toMatch(/(?<!%25)%0A::|^::(?:set|stop)/im)
  })
  test.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('form no formula: %j', words => {
    const cells = [...matrixOf(hostile(words)), ...listOf(hostile(words))].flat()
    expect(cells.filter(cell => /^[\s]*[=+\-@＝]/.test(cell))).toEqual([])
  })
})

describe('Markdown', () => {
  test('fits a comment, and says what it leaves out', () => {
    const text = markdownOf({ ...run, reports: Array.from({ length: 200 }, () => waived) })
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/[\d,]+ more parts are left out here/)
  })
})

describe('SARIF', () => {
  const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'))
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)
  const log = JSON.parse(sarifOf(run, texts))
  test('holds to its schema, which can say no', () => {
    validate(log)
    expect(validate.errors ?? []).toEqual([])
    expect(validate({ ...log, version: '2.0' })).toBe(false)
    expect(validate({ ...log, runs: [{ ...log.runs[0], results: [{ message: {}, kind: 'fine' }] }] })).toBe(false)
  })
  test('drops nothing: met passes, waived is suppressed, unread is open', () => {
    const results: { ruleId: string; kind: string; suppressions?: unknown[] }[] = log.runs[0].results
    expect(results.map(({ ruleId, kind }) => [ruleId, kind])).toEqual([
      ['weights.encryption', 'pass'],
      ['incident.notice', 'fail'],
      ['api.logging', 'fail'],
      ['api.key-roles', 'fail'],
      ['api.log-fields', 'open'],
    ])
    expect(results.filter(({ suppressions }) => suppressions !== undefined).map(({ ruleId }) => ruleId)).toEqual(['api.logging'])
  })
  test('points at lines and columns of the text as read', () => {
    const [first] = log.runs[0].results[0].locations
    expect(first.physicalLocation).toEqual({
      artifactLocation: { uri: 'out.texts/1.txt' },
      region: { startLine: 2, startColumn: 2, endLine: 3, endColumn: 1 },
    })
  })
  test('recognises a finding wherever it stands, and not once its words change', () => {
    const print = (quote: string, start: number) => {
      const finding = { ...met, evidence: [{ ...passage(quote, '1'), start }] } as (typeof sample.findings)[number]
      const text = sarifOf({ ...run, reports: [{ ...sample, findings: [finding] }] }, texts)
      return JSON.parse(text).runs[0].results[0].partialFingerprints
    }
    expect(print('within 48 hours', 5)).toEqual(print('within  48\u00a0hours', 900))
    expect(print('within 48 hours', 5)).not.toEqual(print('within 49 hours', 5))
  })
})

test('a comment of many contracts is cut, and never the results nor what was not read', () => {
  const report = (name: string) => ({ ...waived, documents: waived.documents.map(document => ({ ...document, name })) })
  const many = Array.from({ length: 60 }, (_, at) => report(`${at}.pdf`))
  const text = markdownOf({ ...run, reports: many })
  expect(text.length).toBeLessThan(65_536)
  for (const { documents } of many) expect(text).toContain(`- ${documents[0]?.name}: **INCOMPLETE`)
  expect(text).toContain('**Not read:** old.doc')
  expect(text).toMatch(/\n\*\d+ more parts are left out here: a comment may be no longer\.\*\n$/)
})

test('a comment names the controls that a gap would support, in a line, and is inert', () => {
  const base = { framework: 'nist-800-53', edition: 'r5', relation: 'supports' } as const
  const controls = new Map([
    [
      'api.logging',
      [
        { ...base, id: 'AU-2' },
        { ...base, id: 'AU-3', relation: 'related' as const },
        { ...base, id: 'AU-12', relation: 'equivalent' as const },
        { ...base, framework: '<b>', id: '[x](y)' },
      ],
    ],
    ['weights.encryption', [{ ...base, id: 'SC-28' }]],
  ])
  const text = markdownOf({ ...run, reports: [{ ...waived, pack: { ...waived.pack, controls } }] })
  expect(text.match(/^\*\*Controls:\*\*.*/gm)).toEqual(['**Controls:** nist-800-53-r5 AU-2, AU-12; \\<b\\>-r5 \\[x\\](y)'])
})

test('a table has a row for each published control of a finding, and is inert', () => {
  const base = { framework: 'nist-800-53', edition: 'r5', relation: 'related' } as const
  const other = { ...base, framework: '=x', id: '@SUM(A1)', title: '+1' }
  const controls = new Map([
    ['api.logging', [{ ...base, id: 'AU-2', title: 'Event Logging' }, other]],
    ['weights.encryption', [{ ...base, id: 'SC-28', relation: 'supports' as const }]],
  ])
  const cited = { ...run, reports: [{ ...waived, pack: { ...waived.pack, controls } }] }
  expect(controlsOf(cited).slice(1)).toEqual([
    ['contract.pdf', 'nist-800-53', 'r5', 'SC-28', '', 'supports', 'weights.encryption', 'met', ''],
    ['contract.pdf', 'nist-800-53', 'r5', 'AU-2', 'Event Logging', 'related', 'api.logging', 'conflict', 'waived'],
    ['contract.pdf', "'=x", 'r5', "'@SUM(A1)", "'+1", 'related', 'api.logging', 'conflict', 'waived'],
  ])
  expect(listOf(cited).map(cells => cells.at(-1))).toEqual(['controls', 'nist-800-53-r5 SC-28', '', '', '', ''])
})

describe('XLSX', () => {
  const bytes = xlsxOf(run)
  test('is the same bytes each time, and holds three sheets without formulas', () => {
    expect(Buffer.from(xlsxOf(structuredClone(run))).equals(Buffer.from(bytes))).toBe(true)
    const parts = unzipSync(bytes)
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'))
    expect(sheets).toHaveLength(3)
    for (const [, part] of sheets) expect(Buffer.from(part).toString()).not.toMatch(/<f[ >]/)
  })
})
