// The command `read`: what a person and a machine are told of a contract, and above all of what was not read.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildDocx, p, r } from '../read/docx-builder.ts'
import { buildPdf, line } from '../read/pdf-builder.ts'
import { readingFaults, schemaFaults } from '../schema.ts'
import { command } from './world.ts'

const cwd = mkdtempSync(join(tmpdir(), 'clausegate-read-'))
afterAll(() => rmSync(cwd, { recursive: true }))

const heading = (words: string, level = 1) => p(words, `<w:outlineLvl w:val="${level - 1}"/>`)
const french =
  'Le fournisseur conserve les journaux de toutes les requêtes et de toutes les réponses pendant une durée qui est fixée par les parties dans une annexe, et les remet sur demande au client.'
const drawn =
  '<w:drawing><wp:docPr id="1" name="c"/><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId-charts/chart1.xml"/></w:drawing>'
const change = (kind: 'ins' | 'del', words: string) =>
  `<w:${kind} w:author="Jane Roe" w:date="2026-03-02T10:00:00Z"><w:r><w:${kind === 'ins' ? 't' : 'delText'}>${words}</w:${kind === 'ins' ? 't' : 'delText'}></w:r></w:${kind}>`

const body = [
  heading('MODEL LICENCE AGREEMENT'),
  p('This Agreement is made between Alder Systems, Inc. ("Provider") and Birch Bank plc ("Customer").'),
  heading('1. Definitions', 2),
  p('1.1 "Model Weights" means the parameters of the Model.'),
  heading('2. Security', 2),
  p(
    `${r('2.1 Provider shall report incidents within ')}${change('del', '48 hours')}${change('ins', '72 hours')}${r(' as Section 9 says.')}`,
  ),
  p('2.2 Provider shall keep the logs that Exhibit A lists, and those of Exhibit B.'),
  p(r('2.3 The weights shall be held in the clear.', '<w:vanish/>')),
  p(`<w:r>${drawn}</w:r>`),
  heading('Exhibit A: Logs', 2),
  p(french),
].join('')
const chart = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>Response times</a:t><c:v>48</c:v></c:chartSpace>`
const docx = buildDocx(body, {
  comments: '<w:comment w:id="0" w:author="J"><w:p><w:r><w:t>Is this right?</w:t></w:r></w:p></w:comment>',
  more: {
    'charts/chart1.xml': { type: 'chart', xml: chart },
    'embeddings/prices.xlsx': { type: 'package', xml: 'x' },
    'media/logo.png': { type: 'image', xml: 'x' },
  },
})
writeFileSync(join(cwd, 'licence.docx'), docx)

describe('read', () => {
  test('tells a person what was understood, and what was not read', async () => {
    const { code, out, err } = await command(['read', 'licence.docx'], { cwd })
    expect([code, err]).toEqual([0, ''])
    await expect(out).toMatchFileSnapshot('golden/licence.txt')
    expect(out.split('\n').filter(words => words.length > 80)).toEqual([])
  })

  test('tells a machine the same, in the shape of its schema, with exact quotes', async () => {
    const { code, out } = await command(['read', 'licence.docx', '--format', 'json'], { cwd })
    const reading = JSON.parse(out)
    expect([code, readingFaults(reading)]).toEqual([0, []])
    expect(reading.documents[0].ledger).toMatchObject({
      parts: { read: 2, of: 3, unread: ['word/charts/chart1.xml'] },
      leftOut: { comments: 1, hidden: 1 },
      languages: [{ language: 'French', section: 'Exhibit A' }],
      unopened: ['word/embeddings/prices.xlsx'],
      pictures: 1,
      changes: { view: 'final', count: 2, authors: ['Jane Roe'] },
    })
    expect(
      reading.annexes.map(({ name, there, named }: { name: string; there: boolean; named: unknown[] }) => [name, there, named.length]),
    ).toEqual([
      ['Exhibit A', true, 1],
      ['Exhibit B', false, 1],
    ])
    expect(reading.references.map(({ leads, place }: { leads: string; place: { quote: string } }) => [place.quote, leads])).toEqual([
      ['Section 9', 'nowhere'],
      ['Exhibit A', 'section'],
      ['Exhibit B', 'nowhere'],
    ])
    expect(reading.terms.find(({ term }: { term: string }) => term === 'Model Weights')).toMatchObject({ place: { section: '1.1' } })
    expect((await command(['read', 'licence.docx', '--format', 'json'], { cwd })).out).toBe(out)
  })

  test('a wrong shape would be found', () => {
    expect(readingFaults({ version: '1.0.0' }).length).toBeGreaterThan(0)
  })

  test('one page is one page, and pages are named as printed', async () => {
    writeFileSync(
      join(cwd, 'one.pdf'),
      buildPdf({ pages: [{ content: line(72, 700, '1. The Provider shall keep the logs of the Customer.') }] }),
    )
    expect((await command(['read', 'one.pdf'], { cwd })).out).toMatch(/PDF, \d+ characters, its one page read/)
  })
})

test('a quote names its page as printed', async () => {
  const page = { content: line(72, 700, '1.2 The Provider shall encrypt all data of the Customer at rest and in transit.') }
  const catalogue = '/PageLabels << /Nums [0 << /S /r /St 4 >>] >>'
  writeFileSync(join(cwd, 'labels.pdf'), buildPdf({ pages: [page], catalogue }))
  const check = ['check', 'labels.pdf', '--fail-on', 'none', '--format']
  const json = JSON.parse((await command([...check, 'json'], { cwd })).out)
  expect(schemaFaults(json)).toEqual([])
  const cited = json.findings.flatMap(({ evidence }: { evidence: object[] }) => evidence)
  expect(cited.length).toBeGreaterThan(0)
  for (const passage of cited) expect(passage).toMatchObject({ page: 1, pageLabel: 'iv' })
})

test('every report carries the ledger', async () => {
  const { out } = await command(['check', 'licence.docx', '--fail-on', 'none'], { cwd })
  expect(out).toMatch(/Not read {5}1 part \(word\/charts\/chart1\.xml\); \d+ characters in French, from/)
  expect(out).toMatch(/Note {9}The file has 2 tracked changes by Jane Roe/)
  const json = JSON.parse((await command(['check', 'licence.docx', '--fail-on', 'none', '--format', 'json'], { cwd })).out)
  expect(schemaFaults(json)).toEqual([])
  expect(json.documents[0].ledger.unopened).toEqual(['word/embeddings/prices.xlsx'])
  const hidden = json.documents[0].notes.find(({ code }: { code: string }) => code === 'hidden-text')
  expect(hidden).toMatchObject({ section: '2.3' })
})
