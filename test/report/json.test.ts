// JSON reports hold to their schema, for one contract and for several, and the schema itself can say no.
import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../src/report/json.ts'
import { schemaFaults } from '../schema.ts'
import { sample } from './sample.ts'

const failure = { document: 'a.doc', kind: 'unreadable', message: 'is a Word 97-2003 document', remedy: 'Save it as .docx.' } as const
const parsed = (text: string) => JSON.parse(text)

describe('JSON', () => {
  test('of one contract is a report', () => {
    const report = parsed(jsonOf('1.2.3', [sample]))
    expect(schemaFaults(report)).toEqual([])
    expect(Object.keys(report)).toEqual(['version', 'pack', 'documents', 'parties', 'findings', 'checklist', 'receipt', 'summary'])
  })
  test('gives a finding its reasons, facts and place flat', () => {
    const finding = parsed(jsonOf('1.2.3', [sample])).findings[1]
    expect(finding).toMatchObject({
      requirement: 'incident.notice',
      severity: 'critical',
      verdict: 'partial',
      reasons: [{ code: 'value', found: '72 hours', wanted: '48 hours' }],
      evidence: [{ document: 0, section: '7.2', page: 4, start: 10 }],
    })
  })
  test('has a receipt that stands on its own', () => {
    const ledger = { kinds: {}, leftOut: { comments: 0, headers: 0, hidden: 0, draftingNotes: 0 }, languages: [], pictures: 0 }
    const own = { ...ledger, parts: { read: 3, of: 4, unread: ['word/chart1.xml'] }, unopened: ['annex.xlsx'] }
    const [document] = sample.documents
    const documents = document === undefined ? [] : [document, { ...document, name: 'annex.docx', sha256: 'ef'.repeat(32), ledger: own }]
    const report = parsed(jsonOf('1.2.3', [{ ...sample, documents }]))
    expect(schemaFaults(report)).toEqual([])
    expect(report.receipt).toMatchObject({
      version: '1.2.3',
      pack: { id: 'sample', version: '1.0.0', sha256: 'ab'.repeat(32) },
      documents: [
        { name: 'contract.pdf', sha256: 'cd'.repeat(32) },
        { name: 'annex.docx', sha256: 'ef'.repeat(32) },
      ],
      files: { read: 2, of: 3 },
      pages: { read: 18, of: 20 },
      parts: { read: 3, of: 4 },
      requirements: { evaluated: 5, of: 6 },
    })
    expect(parsed(jsonOf('1.2.3', [sample])).receipt).not.toHaveProperty('parts')
  })
  test('of several, or with a failure, is a run', () => {
    const run = parsed(jsonOf('1.2.3', [sample, sample], [failure]))
    expect(schemaFaults(run)).toEqual([])
    expect(run.reports).toHaveLength(2)
    expect(schemaFaults(parsed(jsonOf('1.2.3', [], [failure])))).toEqual([])
    expect(parsed(jsonOf('1.2.3', [sample], [], true)).reports).toHaveLength(1)
  })
  test('is the same bytes each time', () => {
    expect(jsonOf('1.2.3', [sample])).toBe(jsonOf('1.2.3', [structuredClone(sample)]))
  })
})

describe('the schema refuses', () => {
  const spoilt = (change: (report: ReturnType<typeof parsed>) => void) => {
    const report = parsed(jsonOf('1.2.3', [sample]))
    change(report)
    return schemaFaults(report)
  }
  test.each<[string, (report: ReturnType<typeof parsed>) => void]>([
    ['a verdict it does not know', report => Object.assign(report.findings[0], { verdict: 'fine' })],
    ['met without evidence', report => Object.assign(report.findings[0], { evidence: [] })],
    ['missing with evidence', report => Object.assign(report.findings[3], { evidence: report.findings[0].evidence })],
    ['a gap without a suggestion', report => Reflect.deleteProperty(report.findings[1], 'suggestion')],
    ['an unknown reason', report => Object.assign(report.findings[1].reasons[0], { code: 'whim' })],
    ['a report without a receipt', report => Reflect.deleteProperty(report, 'receipt')],
    ['an unknown field', report => Object.assign(report, { extra: 1 })],
  ])('%s', (_, change) => {
    expect(spoilt(change)).not.toEqual([])
  })
})
