// Published controls from the command line: check writes them, report --by and rules coverage show them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemaFaults } from '../schema.ts'
import { desk, tinyPack } from './world.ts'

const { run, write, ...here } = desk()
const read = (name: string) => JSON.parse(here.read(name))

beforeAll(async () => {
  write('a.txt', 'AGREEMENT\n\n1. Provider shall retain the logs of the API for at least 90 days.\n')
  await run('check', 'a.txt', '--format', 'json=a.json', '--format', 'sarif=a.sarif', '--fail-on', 'none', '--no-config')
}, 60_000)

test('a JSON report carries the citations, with edition and relation', () => {
  const json = read('a.json')
  expect(schemaFaults(json)).toEqual([])
  const retention = json.findings.find(({ requirement }: { requirement: string }) => requirement === 'api.log-retention')
  expect(retention.controls).toContainEqual({
    framework: 'nist-800-53',
    edition: 'r5',
    id: 'AU-11',
    title: 'Audit Record Retention',
    relation: 'equivalent',
  })
  expect(json.findings.filter(({ controls }: { controls?: unknown[] }) => !controls?.length)).toEqual([])
})

test('SARIF has the frameworks as taxonomies', () => {
  expect(read('a.sarif').runs[0].taxonomies.map(({ name }: { name: string }) => name)).toContain('owasp-llm-2026')
})

describe('report --by', () => {
  test('names the edition, and takes the newest where none is named', async () => {
    const [plain, pinned] = [await run('report', 'a.json', '--by', 'owasp-llm'), await run('report', 'a.json', '--by', 'owasp-llm-2025')]
    expect([plain.code, plain.out]).toEqual([0, expect.stringContaining('edition 2026 (owasp-llm-2026)')])
    expect(plain.out).toContain('LLM06 Unbounded Consumption (LLM10 in the edition before)')
    expect(pinned.out).toContain('LLM06 Excessive Agency')
  })

  test('a law that asks for more than the pack says so where its requirement is met', async () => {
    const { out } = await run('report', 'a.json', '--by', 'eu-ai-act')
    expect(out).toMatch(
      /^met {7}Art\. 26\(6\) Obligations of deployers of high-risk AI systems\n {10}Only related: .*\n {10}It asks for six months/m,
    )
    expect(out).toMatch(/1 met, [^;]*;\s+of\s+those\s+met,\s+1\s+by\s+related\s+requirements\s+only/)
    expect(out).toMatch(/^ {4}met {7}related {5}api\.log-retention {14}clause 1$/m)
  })

  test('as tables', async () => {
    expect((await run('report', 'a.json', '--by', 'iso-42001', '--format', 'markdown')).out).toMatch(/^\| control \| title \|/m)
    const rows = (await run('report', 'a.json', '--by', 'iso-42001', '--format', 'csv')).out.split('\r\n')
    expect(new Set(rows.slice(1, -1).map(row => row.split(',')[2])).size).toBe(38)
  })

  test('as JSON', async () => {
    const json = JSON.parse((await run('report', 'a.json', '--by', 'iso-42001', '--format', 'json')).out)
    expect(json.framework).toMatchObject({ framework: 'iso-42001', edition: '2023', extent: 'whole' })
    expect(json.reports[0].controls.length + json.reports[0].untouched.length).toBe(38)
  })

  test.each([
    ['owsap-llm', 'a.json', /owsap-llm: There is no such framework\.\n {2}Did you mean owasp-llm\?/],
    ['owasp-llm', 'b.json', /b\.json: The report cannot be read \(ENOENT\)/],
    ['owasp-llm', 'a.txt', /this is no report|This is no report/],
  ])('--by %s of %s is refused', async (framework, file, told) => {
    const { code, out, err } = await run('report', file, '--by', framework)
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(told)])
  })

  test('without a framework it is a wrong call', async () => {
    expect((await run('report', 'a.json')).code).toBe(2)
  })
})

describe('a pack of one’s own', () => {
  const head = readFileSync(join(tinyPack, 'pack.yaml'), 'utf8')
  const named = 'controls: { nist-800-53-r5: { supports: [IR-6] }, group-standard-2026: { equivalent: [GS-1] } }'
  const brought =
    'catalogues: [{ framework: group-standard, edition: "2026", title: Our standard, controls: [{ id: GS-1, title: Notice }, { id: GS-2 }] }]'
  beforeAll(() => {
    write(
      'ours/pack.yaml',
      head.replace('severity: ', () => `${named}\n    severity: `).replace('clauses:', () => `${brought}\nclauses:`),
    )
  })

  test('is seen from the side of a framework that ships, and of its own', async () => {
    await run('check', 'a.txt', '--pack', './ours', '--format', 'json=ours.json', '--fail-on', 'none', '--no-config')
    expect(schemaFaults(read('ours.json'))).toEqual([])
    const [nist, group] = [
      await run('report', 'ours.json', '--by', 'nist-800-53'),
      await run('report', 'ours.json', '--by', 'group-standard'),
    ]
    expect(nist.out).toMatch(/IR-6 Incident Reporting/)
    expect([group.code, group.out]).toEqual([0, expect.stringMatching(/GS-1 Notice/)])
    expect((await run('report', 'ours.json', '--by', 'group-standart')).err).toMatch(/Did you mean group-standard\?/)
  })

  test('is covered as far as it cites', async () => {
    const { out } = await run('rules', 'coverage', '--pack', './ours')
    expect(out).toMatch(/^ {2}group-standard-2026 +1 of 2 /m)
    expect((await run('rules', 'coverage', '--pack', './ours', '--framework', 'group-standard')).out).toMatch(/Untouched: GS-2/)
  })

  test('is linted with what was meant', async () => {
    write('ours/pack.yaml', here.read('ours/pack.yaml').replace('[IR-6]', '[IR-66]'))
    const { code, out } = await run('rules', 'lint', './ours')
    expect([code, out]).toEqual([
      2,
      expect.stringMatching(/ours\/pack\.yaml:\d+:\d+: there is no control of nist-800-53-r5 "IR-66"\n {2}Did you mean IR-6\?/),
    ])
  })
})

describe('rules coverage', () => {
  test('tells each framework by edition, and what is only kept in part', async () => {
    const { code, out } = await run('rules', 'coverage')
    expect(code).toBe(0)
    expect(out).toMatch(/^ {2}owasp-llm-2026 +10 of 10 /m)
    expect(out).toMatch(/^ {2}mitre-atlas-5\.6\.0 +\d+ of \d+ kept /m)
  })

  test('of one framework names what is not touched', async () => {
    const { out } = await run('rules', 'coverage', '--framework', 'iso-42001', '--pack', 'genai-security')
    expect(out).toMatch(/of 38 are touched by genai-security\./)
    expect(out).toMatch(/Untouched: A\.4\.2/)
  })

  test.each([
    ['--framework', 'iso-42002', /Did you mean iso-42001\?/],
    ['--pack', 'genai', /there is no such rule pack|There is no such rule pack/],
    ['--pack', new URL('pack', import.meta.url).pathname, /mapped to no controls/],
  ])('%s %s is refused', async (flag, name, told) => {
    const { code, err } = await run('rules', 'coverage', flag, name)
    expect([code, err]).toEqual([2, expect.stringMatching(told)])
  })
})

test('a pack that builds on another is cited as that is, but for what it asks itself', async () => {
  write('house/pack.yaml', 'id: house\nversion: 1.0.0\ntitle: House\nextends: ai-model-protection\nclauses: []\nchecklist: []\n')
  const { code, out } = await run('rules', 'coverage', '--pack', './house', '--framework', 'owasp-llm-2026')
  expect([code, out]).toEqual([0, expect.stringContaining('10 of 10 are touched by house.')])
  expect((await run('rules', 'show', 'api.log-retention', '--pack', './house')).out).toContain('AU-11 Audit Record Retention')
})
