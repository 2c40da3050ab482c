// Loading a pack: parameters that users set, the order of requirements; and that a lawyer who writes YAML, and nothing
// else, can have a requirement of her own checked.
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runExamples } from '../../src/examples.ts'
import { check, loadRulePack as open, readContract } from '../../src/index.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import { command } from '../cli/world.ts'
import { changed, folderOf, sound } from './folders.ts'

describe('--set', () => {
  const set = (settings: Record<string, string>, files: Record<string, string> = sound) => loadRulePack(folderOf(files), { set: settings })
  test('puts a value in place of the pack’s own', () => {
    expect(set({ 'incident.notice.within': '24 hours' }).requirements[0]?.parameters).toEqual([
      { name: 'within', value: '24 hours', note: 'longest time until notice' },
    ])
  })
  test.each(['3 days', '1 hour', 'twelve months', 'none'])('takes %s', value => {
    expect(set({ 'incident.notice.within': value }).requirements[0]?.parameters[0]?.value).toBe(value)
  })
  test.each<[Record<string, string>, RegExp]>([
    [{ 'incident.notice.within': 'soon' }, /^incident\.notice\.within: "soon" is no figure$/],
    [{ 'incident.notice.within': '' }, /"" is no figure/],
    [{ 'incident.notice.within': '24' }, /"24" is no figure/],
    [{ 'incident.notice.within': '85 %' }, /"85 %" is not of the kind asked for \(48 hours\)/],
    [{ 'incident.notice.within': '24 or 48 hours of work' }, /is no figure/],
    [{ 'incident.notice.wihtin': '24 hours' }, /^there is no parameter incident\.notice\.wihtin; did you mean incident\.notice\.within\?$/],
    [{ 'incident.notice': '24 hours' }, /there is no parameter incident\.notice/],
    [{ constructor: '24 hours' }, /^there is no parameter constructor$/],
    [{ 'a.b': '1 hour', 'incident.notice.within': 'soon' }, /a\.b\nincident\.notice\.within: "soon"/],
  ])('%j is refused', (settings, message) => {
    expect(() => set(settings)).toThrow(
      expect.objectContaining({
        kind: 'usage',
        where: '--set',
        message: expect.stringMatching(message),
        remedy: expect.stringContaining('--set incident.notice.within="48 hours"'),
      }),
    )
  })
  test('a pack without parameters says so without a fall', () => {
    const bare = changed('    figure: { unit: hour, bound: at-most, parameter: within }\n', '')
    const files = { ...bare, 'incidents.yaml': bare['incidents.yaml']?.replace(/ {4}parameters:\n.*\n/, '') ?? '' }
    expect(() => set({ 'incident.notice.within': '1 hour' }, files)).toThrow(/there is no parameter/)
  })
  test('a faulty pack is named before faulty settings', () => {
    expect(() => set({ nothing: 'x' }, changed('severity: major', 'severity: high'))).toThrow(/the rule pack has a fault/)
  })
})

test('requirements come in the order of the clauses, whatever the files are called', () => {
  const other = sound['incidents.yaml']
    .replace('clause: incidents', 'clause: exit')
    .replace('event: [incident, breach]', 'end: [end]')
    .replace('<event>', '<end>')
    .replace('id: incident.notice', 'id: exit.notice')
  const head = sound['pack.yaml'].replace('  - { id: incidents', '  - { id: exit, title: The end }\n  - { id: incidents')
  const pack = loadRulePack(folderOf({ ...sound, 'pack.yaml': head, 'zzz.yaml': other }))
  expect(pack.requirements.map(({ id }) => id)).toEqual(['exit.notice', 'incident.notice'])
})

describe('a lawyer adds a requirement by writing YAML alone', () => {
  const folder = folderOf({})
  cpSync(new URL('packs/lawyer', import.meta.url).pathname, folder, { recursive: true })
  const clauses = {
    met: 'Provider shall not retire a version of the Model without giving Customer at least one hundred and twenty (120) days’ written notice.',
    partial: 'Provider shall notify Customer 30 days before a version of the Model is withdrawn.',
    conflict: 'Provider may withdraw any version of the Model without notice to Customer.',
    missing: 'Customer shall pay for every version of the Model that it uses within 90 days.',
  }
  const agreement = (words: string) => `MODEL SUPPLY AGREEMENT

This Agreement is made between Northfield Analytics Ltd ("Provider") and Harrow Mutual plc ("Customer").

1. Fees

1.1 Customer shall pay each undisputed invoice within thirty (30) days of receipt.

2. Security

2.1 Provider shall notify Customer of any security incident that affects the Model within 72 hours of becoming aware of it.

3. The Model

3.1 ${words}

4. General

4.1 This Agreement is governed by the laws of England and Wales.
`

  test('the files that she writes are sound, and their examples hold', async () => {
    expect(await command(['rules', 'lint', folder])).toEqual({ code: 0, out: 'No faults.\n', err: '' })
    const pack = await open(folder)
    const own = pack.requirements.find(({ id }) => id === 'lifecycle.deprecation-notice')
    expect(own?.examples.map(({ verdict }) => verdict)).toEqual(['met', 'met', 'partial', 'conflict', 'missing'])
    const results = await runExamples({ ...pack, requirements: pack.requirements.filter(requirement => requirement === own) })
    expect(results.map(({ passed }) => passed)).toEqual([true, true, true, true, true])
  })

  test.each(Object.entries(clauses))('%s', async (verdict, words) => {
    const contract = await readContract([{ name: 'agreement.txt', bytes: new TextEncoder().encode(agreement(words)) }])
    const report = check(contract, await open(folder))
    const finding = report.findings.find(({ requirement }) => requirement === 'lifecycle.deprecation-notice')
    expect(finding?.verdict).toBe(verdict)
    const proof = verdict === 'missing' ? [] : [expect.objectContaining({ quote: words, section: '3.1' })]
    expect(finding?.evidence).toEqual(proof)
    expect(finding?.reasons).toEqual(verdict === 'partial' ? [{ code: 'value', facts: { wanted: '90 days', found: '30 days' } }] : [])
    expect(report.receipt.parameters['lifecycle.deprecation-notice.at-least']).toBe('90 days')
  })

  test('her limit can be set like any other, and what she took over is there and changed', async () => {
    const contract = await readContract([{ name: 'agreement.txt', bytes: new TextEncoder().encode(agreement(clauses.partial)) }])
    const { findings, pack } = check(contract, await open(folder, { 'lifecycle.deprecation-notice.at-least': '30 days' }))
    const verdicts = new Map(findings.map(({ requirement, verdict }) => [requirement, verdict]))
    expect(verdicts.get('lifecycle.deprecation-notice')).toBe('met')
    expect(verdicts.get('incident.notice')).toBe('met')
    expect(verdicts.has('weights.egress-monitoring')).toBe(false)
    expect(pack.off).toEqual([{ requirement: 'weights.egress-monitoring', reason: 'the Model is never hosted by us' }])
    expect(pack.clauses.at(-1)).toEqual({ id: 'lifecycle', title: 'Life of the model' })
  })

  test('the report shows it to a person', async () => {
    const file = join(folderOf({ 'agreement.txt': agreement(clauses.partial) }), 'agreement.txt')
    const { code, out } = await command(['check', file, '--pack', folder, '--fail-on', 'none'])
    expect(code).toBe(0)
    const page = out.replace(/\s+/g, ' ')
    expect(page).toContain('Notice before a version is withdrawn')
    expect(page).toContain(clauses.partial)
    expect(page).toMatch(/30 days[^.]*90 days/)
    expect(readFileSync(file, 'utf8')).toContain(clauses.partial)
  })
})
