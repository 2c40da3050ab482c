// OSCAL assessment results: held against the model, led from results to what was read, inert, and the same each time.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { oscalOf } from '../../src/report/oscal.ts'
import { hostile, run, sample, waived } from './sample.ts'

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
    const blank = { ...stamped, documents: stamped.documents.map(one => ({ ...one, name: '  \n' })) }
    const all = JSON.parse(oscalOf({ ...run, reports: [none, odd, blank, stamped, stamped] }))
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
