// Reports by controls and the coverage of a framework: golden files, 80 columns, hostile words in a saved report; citations
// in JSON against its schema, and as taxonomies in SARIF against that of SARIF.
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { gathered } from '../../src/controls/gathering.ts'
import type { Catalogue, Citation } from '../../src/domain/control.ts'
import { gatheringCsv, gatheringMarkdown } from '../../src/report/control-tables.ts'
import { gatheringJson, gatheringText } from '../../src/report/controls.ts'
import { coverageJson, coverageText, frameworkText } from '../../src/report/coverage.ts'
import { jsonOf } from '../../src/report/json.ts'
import { ruleText } from '../../src/report/rule.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { schemaFaults } from '../schema.ts'
import { requirement, sample } from './sample.ts'

const catalogue: Catalogue = {
  key: 'house-2026',
  framework: 'house',
  edition: '2026',
  title: 'House rules for models that are leased',
  extent: 'cited',
  source: 'the house',
  note: 'Ids only mean something with their edition.',
  controls: [
    { id: 'H-1', title: 'Encryption', was: 'H-1' },
    { id: 'H-2', title: 'Notification of incidents that concern the model, its weights or what was sent to it', was: 'H-7' },
    { id: 'H-3', appliesFrom: '2027-12-02', note: 'It asks for six months.' },
    { id: 'H-4', title: 'Keys' },
    { id: 'H-5', title: 'Transport' },
  ],
}
const cite = (id: string, relation: Citation['relation'], title?: string): Citation => ({
  framework: 'house',
  edition: '2026',
  id,
  ...(title === undefined ? {} : { title }),
  relation,
})
const citations = new Map<string, Citation[]>([
  ['weights.encryption', [cite('H-1', 'equivalent', 'Encryption'), cite('H-5', 'related', 'Transport')]],
  ['incident.notice', [cite('H-2', 'supports')]],
  ['api.logging', [cite('H-2', 'related'), cite('H-3', 'supports')]],
  ['api.log-fields', [cite('H-3', 'related')]],
])
const cited = { ...sample, pack: { ...sample.pack, controls: citations } }
const gather = (text: string) => gathered(JSON.parse(text), catalogue, () => new Map())

describe('a saved report by controls', () => {
  const all = gather(jsonOf('1.2.3', [cited]))

  test('as text', async () => {
    await expect(gatheringText(catalogue, all, ['old.doc'])).toMatchFileSnapshot('golden/controls.txt')
  })

  test('as JSON', async () => {
    await expect(gatheringJson('1.2.3', catalogue, all, ['old.doc'])).toMatchFileSnapshot('golden/controls.json')
  })

  test('as Markdown', async () => {
    await expect(gatheringMarkdown(catalogue, all, ['old.doc'])).toMatchFileSnapshot('golden/controls.md')
  })

  test('as CSV', async () => {
    await expect(gatheringCsv(catalogue, all, ['old.doc'])).toMatchFileSnapshot('golden/controls.csv')
  })

  test('forms no mark-up, no rows and no formula in a table, whatever a saved report holds', () => {
    const saved = JSON.parse(jsonOf('1.2.3', [cited]))
    for (const finding of saved.findings) {
      finding.requirement = '=1+1|<img src=x>\n| a |'
      finding.controls = [{ framework: 'house', edition: '2026', id: '@x', title: '=cmd|\nx', relation: 'supports' }]
    }
    const odd = gather(JSON.stringify(saved))
    const markdown = gatheringMarkdown(catalogue, odd, ['<b>'])
    expect(markdown).not.toMatch(/(?<!\\)<(?!br>)|^\| a \|/m)
    expect(markdown.split('\n').filter(line => line.startsWith('|') && line.split(/(?<!\\)\|/).length !== 6)).toEqual([])
    expect(gatheringCsv(catalogue, odd, ['=x'])).not.toMatch(/(?:^|,|")[=@+-]/m)
  })

  test('fits a comment, and says what it leaves out', () => {
    const many = Array.from({ length: 300 }, () => all).flat()
    const text = gatheringMarkdown(catalogue, many, [])
    expect(text.length).toBeLessThan(65_536)
    expect(text).toMatch(/[\d,]+ more lines are left out here/)
  })

  test('keeps to 80 columns and to one line, whatever a saved report holds', () => {
    const bad = `\u001b[31m${'x'.repeat(300)}\u202eevil\nSum: 9 met`
    const saved = JSON.parse(jsonOf('1.2.3', [cited]))
    saved.documents[0].name = bad
    saved.pack.title = bad
    saved.summary.result = bad
    for (const finding of saved.findings) {
      finding.requirement = `${finding.requirement} ${bad}`
      for (const passage of finding.evidence) passage.section = bad
      finding.profiles = [{ profile: bad, verdict: 'partial' }]
      finding.controls = [{ framework: 'house', edition: '2026', id: bad, title: bad, relation: 'supports' }, ...(finding.controls ?? [])]
    }
    const text = gatheringText(catalogue, gather(JSON.stringify(saved)), [bad])
    expect(['\u001b', '\u202e'].filter(odd => text.includes(odd))).toEqual([])
    expect(text.split('\n').filter(line => line.length > 80 || line.startsWith('Sum:'))).toEqual([])
  })
})

describe('coverage', () => {
  const coverage = catalogue.controls.map(control => ({
    control,
    requirements: [...citations].flatMap(([id, all]) => all.filter(one => one.id === control.id).map(({ relation }) => ({ id, relation }))),
  }))
  const covered = { catalogue, coverage }

  test('of all frameworks', () => {
    expect(
      coverageText('sample', 5, [covered, { catalogue: { ...catalogue, key: 'whole-1', extent: 'whole' }, coverage: [] }]),
    ).toMatchInlineSnapshot(`
      "CONTROLS THAT sample TOUCHES

        Framework                 Controls touched              Requirements cited
        house-2026                4 of 5 kept       3 closely   4 of 5
        whole-1                   0 of 0            0 closely   0 of 5

      Closely: equivalent or supported, not only related. "Kept": only the controls
      that are cited are kept here; the framework has more. With --framework NAME each
      control is listed.
      "
    `)
  })

  test('of one', () => {
    expect(frameworkText('sample', covered)).toMatchInlineSnapshot(`
      "House rules for models that are leased, edition 2026 (house-2026)
      Ids only mean something with their edition.

        H-1 Encryption
          equivalent: weights.encryption
        H-2 Notification of incidents that concern the model, its weights or what
            was sent to it
          supports: incident.notice
          related: api.logging
        H-3
          supports: api.logging
          related: api.log-fields
        H-5 Transport
          related: weights.encryption

      4 of 5 are touched by sample. The framework has more controls than are kept
      here.
      Untouched: H-4
      "
    `)
  })

  test('as JSON leaves out nothing', () => {
    const { frameworks } = JSON.parse(coverageJson('1', 'sample', [covered]))
    expect(frameworks[0]).toMatchObject({
      key: 'house-2026',
      extent: 'cited',
      controls: coverage.map(({ control, requirements }) => ({ ...control, requirements })),
    })
  })
})

describe('citations', () => {
  test('stand with each finding in JSON, as its schema says', () => {
    const json = JSON.parse(jsonOf('1.2.3', [cited]))
    expect(schemaFaults(json)).toEqual([])
    expect(json.findings[0].controls).toEqual(citations.get('weights.encryption'))
    expect(json.findings.find(({ requirement: id }: { requirement: string }) => id === 'api.key-roles').controls).toBeUndefined()
    json.findings[0].controls[0].relation = 'proves'
    expect(schemaFaults(json)).not.toEqual([])
  })

  test('are taxonomies in SARIF, and every relationship leads to its control', () => {
    const sarif = JSON.parse(sarifOf({ version: '1.2.3', reports: [cited, cited], failures: [], several: true }, []))
    const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8')),
    )
    expect(validate(sarif) || validate.errors).toBe(true)
    const [{ taxonomies, tool }] = sarif.runs
    expect(tool.driver.supportedTaxonomies).toEqual([{ name: 'house-2026', index: 0 }])
    expect(taxonomies.map((one: { name: string; taxa: { id: string }[] }) => [one.name, one.taxa.map(({ id }) => id)])).toEqual([
      ['house-2026', ['H-1', 'H-5', 'H-2', 'H-3']],
    ])
    const targets = tool.driver.rules.flatMap(
      (rule: { relationships?: { target: { id: string; index: number; toolComponent: { index: number } } }[] }) =>
        (rule.relationships ?? []).map(({ target }) => target),
    )
    expect(targets).toHaveLength(6)
    for (const { id, index, toolComponent } of targets) expect(taxonomies[toolComponent.index].taxa[index].id).toBe(id)
  })

  test('are told of a rule, a line for each relation', () => {
    const text = ruleText(requirement('incident.notice', 'incident', 'critical', 'Notice'), [
      cite('H-2', 'supports', 'Notices'),
      cite('H-3', 'related'),
    ])
    expect(text).toContain('Published controls\n  house 2026, supports: H-2 Notices\n  house 2026, related: H-3\n')
    expect(ruleText(requirement('incident.notice', 'incident', 'critical', 'Notice'))).not.toContain('Published controls')
  })
})
