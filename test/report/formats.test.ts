// Reports for machines and for other programs: golden files, the schema of SARIF, and hostile words in each of them.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { githubOf } from '../../src/report/github.ts'
import { junitOf } from '../../src/report/junit.ts'
import { markdownOf } from '../../src/report/markdown.ts'
import { oscalOf } from '../../src/report/oscal.ts'
import type { ExtractedText, Run } from '../../src/report/run.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { controlsOf, csvOf, listOf, matrixOf } from '../../src/report/sheets.ts'
import { xlsxOf } from '../../src/report/xlsx.ts'
import { passage, sample, sampleWaiver } from './sample.ts'

const failure = { document: 'old.doc', kind: 'unreadable', message: 'It is a Word 97-2003 document.', remedy: 'Save it as .docx.' } as const
const waiver = { ...sampleWaiver, ticket: 'LEG-7' }
const waived = { ...sample, findings: sample.findings.map(f => (f.requirement === 'api.logging' ? { ...f, waiver } : f)) }
const run: Run = { version: '1.2.3', reports: [waived], failures: [failure], several: true }
const texts: readonly (readonly ExtractedText[])[] = [
  [{ uri: 'out.texts/1.txt', text: `Line one\n${'and another line of it\n'.repeat(80)}` }],
]

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

const [met] = sample.findings
function hostile(quote: string): Run {
  const evidence = [passage(quote, '1')] as const
  const finding = { ...met, requirement: 'api.logging', verdict: 'conflict', evidence, reasons: [] } as (typeof sample.findings)[number]
  const documents = sample.documents.map(document => ({ ...document, name: quote }))
  return {
    version: '1',
    reports: [{ ...sample, documents, findings: [finding] }],
    failures: [{ ...failure, document: quote }],
    several: true,
  }
}

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

describe('OSCAL', () => {
  const schema = JSON.parse(readFileSync(new URL('schemas/oscal-assessment-results.json', import.meta.url), 'utf8'))
  // What NIST publishes with each release is no part of this repository: OSCAL_SCHEMA=oscal_assessment-results_schema.json
  // names it, and the same results are then held against it too.
  const schemas = [schema, ...[process.env.OSCAL_SCHEMA ?? []].flat().map(file => JSON.parse(readFileSync(file, 'utf8')))]
  const uri = /^(?:[^\s<>"{}|\\^`%]|%[0-9A-Fa-f]{2})*$/
  const formats = { 'uri-reference': uri, uri, email: /@/, 'date-time': { validate: (text: string) => !Number.isNaN(Date.parse(text)) } }
  const validators = schemas.map(one => new Ajv({ strict: false, unicodeRegExp: true, formats }).compile(one))
  const faultsOf = (results: unknown) => validators.flatMap(validate => (validate(results) ? [] : (validate.errors ?? [])))
  const citation = {
    framework: 'nist-800-53',
    edition: 'r5',
    id: 'IR-6(3)',
    title: 'Supply Chain Coordination',
    relation: 'supports',
  } as const
  const controls = new Map([['incident.notice', [citation, { ...citation, framework: '3gpp', title: 'a *b*' }]]])
  const stamped = {
    ...waived,
    pack: { ...waived.pack, controls },
    receipt: { ...waived.receipt, stamp: '2026-11-23T09:00:00Z' },
  }
  const results = JSON.parse(oscalOf({ ...run, reports: [stamped] }))
  test('holds to the model, which can say no', () => {
    expect(faultsOf(results)).toEqual([])
    expect(faultsOf({ 'assessment-results': { ...results['assessment-results'], uuid: 'x' } })).toHaveLength(validators.length)
  })
  test('holds to it with nothing evaluated, with odd names, and with a contract twice', () => {
    const none = { ...stamped, findings: [], summary: { ...stamped.summary, result: 'unread' as const } }
    const odd = { ...stamped, documents: stamped.documents.map(one => ({ ...one, name: 'C:\\a b\\%é#?"<x>.pdf' })) }
    const all = JSON.parse(oscalOf({ ...run, reports: [none, odd, stamped, stamped] }))
    expect(faultsOf(all)).toEqual([])
    const uuids = all['assessment-results'].results.flatMap((one: { uuid: string; findings?: { uuid: string }[] }) => [
      one.uuid,
      ...(one.findings ?? []).map(({ uuid }) => uuid),
    ])
    expect(new Set(uuids).size).toBe(uuids.length)
  })
  test('leads from the results to what was read and what was asked', () => {
    const { 'import-ap': plan, 'back-matter': back, results: all } = results['assessment-results']
    const known = back.resources.map(({ uuid }: { uuid: string }) => `#${uuid}`)
    const evidence = all[0].observations.flatMap((one: { 'relevant-evidence'?: { href: string }[] }) => one['relevant-evidence'] ?? [])
    expect(known).toEqual(expect.arrayContaining([plan.href, ...evidence.map(({ href }: { href: string }) => href)]))
    expect(back.resources[1].rlinks).toEqual([{ href: 'contract.pdf', hashes: [{ algorithm: 'SHA-256', value: 'cd'.repeat(32) }] }])
  })
  test('names the published controls of a finding, with edition and relation', () => {
    const { findings } = results['assessment-results'].results[0]
    expect(findings[1].props).toEqual([
      expect.objectContaining({
        name: 'control',
        class: 'nist-800-53-r5',
        value: 'IR-6(3)',
        remarks: 'supports: Supply Chain Coordination',
      }),
      expect.objectContaining({ class: '_3gpp-r5', remarks: 'supports: a \\*b\\*' }),
    ])
    expect(findings[0].props).toBeUndefined()
  })
  test.each(['<script>alert(1)</script>', '[a](javascript:alert(1))', '![x](https://evil.example/x)'])('takes no mark-up: %s', words => {
    const [report] = hostile(words).reports
    const receipt = { ...sample.receipt, stamp: '2026-11-23T09:00:00Z' }
    const text = oscalOf({ ...hostile(words), reports: [{ ...(report ?? sample), receipt }] })
    expect(JSON.stringify(JSON.parse(text)['assessment-results'].results)).not.toContain(JSON.stringify(words).slice(1, -1))
  })
  test('satisfies nothing but what is met', () => {
    const { findings } = results['assessment-results'].results[0]
    const states = findings.map((finding: { target: { status: { state: string } } }) => finding.target.status.state)
    expect(states).toEqual(['satisfied', ...Array.from({ length: 4 }, () => 'not-satisfied')])
  })
  test('wants the time, and is else the same each time', () => {
    expect(() => oscalOf(run)).toThrow(/carry the time of the check/)
    expect(() => oscalOf({ ...run, reports: [] })).toThrow(/carry the time/)
    expect(oscalOf({ ...run, reports: [structuredClone(stamped)] })).toBe(oscalOf({ ...run, reports: [stamped] }))
  })
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
