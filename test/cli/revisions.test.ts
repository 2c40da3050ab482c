// `check --revisions compare`: which verdicts tracked changes change, and whose change did it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildDocx, cell, p, r, row, table } from '../read/docx-builder.ts'
import { revisionsFaults } from '../schema.ts'
import { command } from './world.ts'

const cwd = mkdtempSync(join(tmpdir(), 'clausegate-revisions-'))
afterAll(() => rmSync(cwd, { recursive: true }))
cpSync(new URL('pack', import.meta.url).pathname, join(cwd, 'pack'), { recursive: true })

const by = (author: string) => `w:id="1" w:author="${author}" w:date="2026-03-02T09:00:00Z"`
const ins = (inside: string, author = 'Ann Bell') => `<w:ins ${by(author)}>${inside.startsWith('<') ? inside : r(inside)}</w:ins>`
const del = (text: string, author = 'Jane Roe') =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const mark = (author: string) => `<w:rPr><w:del ${by(author)}/></w:rPr>`

const head = p('HOSTING AGREEMENT') + p('This Agreement is between Marlow Systems, Inc. ("Provider") and Halden Freight AS ("Customer").')
const encrypt = 'The Provider shall encrypt all data.'
const notice = (hours: string) => `The Provider shall notify the Customer of any security incident within ${hours}.`
const numbered = (number: string, ...inside: string[]) => p([r(`${number} `), ...inside].join(''))

let made = 0
async function compare(body: string, ...flags: string[]) {
  const name = `contract-${++made}.docx`
  writeFileSync(join(cwd, name), buildDocx(head + body))
  return command(['check', name, '--pack', 'pack', '--revisions', 'compare', ...flags], { cwd })
}

interface Compared {
  readonly requirement: string
  readonly original: { readonly verdict: string }
  readonly final: { readonly verdict: string }
  readonly revisions: readonly { readonly kind: string; readonly author: string; readonly words: string }[]
}

async function told(body: string): Promise<string[]> {
  const { out } = await compare(body, '--format', 'json')
  const printed = JSON.parse(out)
  expect(revisionsFaults(printed)).toEqual([])
  return printed.contracts[0].changes.map(
    ({ requirement, original, final, revisions }: Compared) =>
      `${requirement} ${original.verdict} -> ${final.verdict}: ${revisions.map(({ kind, author, words }) => `${kind} ${author} "${words.trim()}"`).join(', ')}`,
  )
}

test('tells a person which verdicts change, and whose change did it', async () => {
  const body =
    numbered('1.1', r('The Provider shall '), del('encrypt', 'Jane Roe'), ins('store', 'Ann Bell'), r(' all data.')) +
    numbered('1.2', r('The Provider shall notify the Customer of any security incident within '), del('48 hours'), ins('10 days'), r('.'))
  const { code, out, err } = await compare(body)
  expect([code, err]).toEqual([1, expect.stringMatching(/^clausegate: result=fail .* errors=0\n$/)])
  await expect(out.replace(/contract-\d+/, 'contract')).toMatchFileSnapshot('golden/revisions.txt')
  expect(out).toContain('Deleted by Jane Roe, 2026-03-02: "48 hours" (clause 1.2)')
  expect(out.split('\n').filter(words => words.length > 80)).toEqual([])
})

describe('the cause is found', () => {
  const cases: [name: string, body: string, changes: string[]][] = [
    ['where nothing changes', numbered('1.1', r(encrypt)) + numbered('1.2', ins('Titles do not bind.')), []],
    [
      'in a whole paragraph that is gone with its mark',
      p(`${r('')}${del(encrypt)}`, mark('Jane Roe')) + p(notice('48 hours')),
      [`safety.encryption met -> missing: deleted Jane Roe "${encrypt}"`],
    ],
    [
      'in a paragraph that is new',
      numbered('1.1', ins(encrypt)) + p(notice('48 hours')),
      [`safety.encryption missing -> met: inserted Ann Bell "${encrypt}"`],
    ],
    [
      'in a cell of a table',
      p(encrypt) +
        table([
          ['Matter', 'Duty'],
          ['Incidents', r('The Provider shall notify the Customer of any incident within ') + del('24 hours') + ins('4 weeks')].map(text =>
            text.startsWith('<') ? `<w:p>${text}</w:p>` : text,
          ),
        ]),
      ['safety.notice met -> partial: deleted Jane Roe "24 hours", inserted Ann Bell "4 weeks"'],
    ],
    [
      'in a row that is gone',
      p(notice('48 hours')) +
        `<w:tbl>${row([cell('Matter'), cell('Duty')])}${row([cell('Data'), cell(encrypt)], `<w:del ${by('Cy')}/>`)}</w:tbl>`,
      [`safety.encryption met -> missing: deleted Cy "Data", deleted Cy "${encrypt}"`],
    ],
    [
      'not in what was inserted and deleted again',
      p(notice('48 hours')) +
        numbered('1.1', r('The Provider shall '), ins(del('not ', 'Cy'), 'Dee'), del('never '), r('encrypt all data.')),
      ['safety.encryption conflict -> met: deleted Jane Roe "never"'],
    ],
    [
      'in a promise that is moved among the recitals',
      p('Background', '<w:outlineLvl w:val="0"/>') +
        `<w:p><w:moveTo ${by('Cy')}>${r(encrypt)}</w:moveTo></w:p>` +
        p('1. Duties', '<w:outlineLvl w:val="0"/>') +
        p(notice('48 hours')) +
        `<w:p><w:moveFrom ${by('Cy')}>${r(encrypt)}</w:moveFrom></w:p>`,
      [`safety.encryption met -> missing: deleted Cy "${encrypt}"`],
    ],
  ]
  test.each(cases)('%s', async (_, body, changes) => {
    expect(await told(body)).toEqual(changes)
  })
})

test('a file without tracked changes says so, and the exit code is that of a check', async () => {
  const { code, out } = await compare(p(encrypt) + p(notice('48 hours')))
  expect(code).toBe(0)
  expect(out).toMatch(/no words are changed by tracked changes/)
  expect(out).toMatch(/No verdict changes\./)
})

test('what cannot be compared or printed is refused', async () => {
  expect((await compare(p(encrypt), '--format', 'sarif=a.sarif')).code).toBe(2)
  writeFileSync(join(cwd, 'broken.docx'), 'PK\u0003\u0004')
  const { code, err } = await command(['check', 'broken.docx', '--pack', 'pack', '--revisions', 'compare'], { cwd })
  expect([code, err.startsWith('clausegate: broken.docx')]).toEqual([3, true])
})
