// OpenDocument texts: numbers as an office program shows them, tables, notes, changes, hidden words, and files made to do harm.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UserError } from '../../src/domain/errors.ts'
import { readOdt } from '../../src/read/odt/odt.ts'
import { readManuscript } from '../../src/read/read.ts'
import { blocksOf } from './views.ts'

const names = ['office', 'text', 'table', 'style', 'draw', 'dc', 'fo', 'loext'].map(prefix => `xmlns:${prefix}="urn:${prefix}"`).join(' ')
const files = (body: string, automatic = '', common = '') => ({
  mimetype: strToU8('application/vnd.oasis.opendocument.text'),
  'content.xml': strToU8(
    `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  ),
  'styles.xml': strToU8(`<office:document-styles ${names}>${common}</office:document-styles>`),
})
const read = (body: string, automatic = '', common = '') => readOdt(zipSync(files(body, automatic, common)), 'x.odt', '')

const p = (words: string, style = '') => `<text:p text:style-name="${style}">${words}</text:p>`
const style = (name: string, properties: string) => `<style:style style:name="${name}"><style:text-properties ${properties}/></style:style>`
const list = (inside: string, more = '') => `<text:list text:style-name="L" ${more}>${inside}</text:list>`
const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`
const levels = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="01, 02, 03, ..." text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/></text:list-style>`

test.each<[string, string, string, string[]]>([
  [
    'paragraphs, spaces and breaks',
    p('One<text:s text:c="3"/><text:span>two</text:span><text:line-break/>three'),
    '',
    ['paragraph|One two three'],
  ],
  [
    'lists count by their styles',
    list(item(p('a') + list(item(p('b') + list(item(p('c')) + item(p('d'))))) + item(p('e') + p('more')))) +
      list(item(p('f')), 'text:continue-numbering="true"') +
      list(item(p('g'))),
    levels,
    [
      'paragraph 0 1.|a',
      'paragraph 1 1.01|b',
      'paragraph 2 (i)|c',
      'paragraph 2 (ii)|d',
      'paragraph 0 2.|e',
      'paragraph 0|more',
      'paragraph 0 3.|f',
      'paragraph 0 1.|g',
    ],
  ],
  [
    'tables, their headers and repeated cells',
    '<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Matter</text:p></table:table-cell><table:table-cell><text:p>Figure</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>48</text:p><text:p>hours</text:p></table:table-cell></table:table-row></table:table>',
    '',
    ['row|Matter / Figure', 'row|48 hours / 48 hours'],
  ],
  [
    'notes and comments',
    p(
      'Log<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>it</text:p></text:note-body></text:note>s<office:annotation><dc:creator>J</dc:creator><text:p>why</text:p></office:annotation>.',
    ),
    '',
    ['paragraph|Logs.', 'footnote|it', 'comment|why'],
  ],
  [
    'changes',
    `<text:tracked-changes><text:changed-region text:id="1"><text:deletion><office:change-info><dc:creator>Jane</dc:creator><dc:date>2026</dc:date></office:change-info><text:p>72</text:p></text:deletion></text:changed-region><text:changed-region text:id="2"><text:insertion><office:change-info><dc:creator>Jane</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>${p('within <text:change text:change-id="1"/><text:change-start text:change-id="2"/>48<text:change-end text:change-id="2"/> hours')}`,
    '',
    ['paragraph|within 48 hours [deleted Jane 72] [inserted Jane 48]'],
  ],
  [
    'hidden words',
    `${p(
      'a <text:span text:style-name="H">b</text:span> <text:span text:style-name="W">c</text:span> <text:span text:style-name="T">d</text:span> <text:span text:style-name="C">e</text:span>',
    )}<text:section text:display="none"><text:p>f</text:p></text:section>`,
    style('H', 'text:display="none"') +
      style('W', 'fo:color="#ffffff"') +
      style('T', 'fo:font-size="1pt"') +
      '<style:style style:name="C" style:parent-style-name="H"/>',
    ['paragraph|a b c d e [hidden-run: b] [background-colour: c] [tiny: d] [hidden-run: e]', 'paragraph|f [hidden-run: f]'],
  ],
  [
    'raised figures stay raised: marks of notes, powers',
    p(
      'within 48<text:span text:style-name="U">2</text:span> hours, 10<text:span text:style-name="P">6</text:span>, H<text:span text:style-name="S">2</text:span>O',
    ),
    style('U', 'style:text-position="super 58%"') +
      style('P', 'style:text-position="33% 58%"') +
      style('S', 'style:text-position="sub 58%"'),
    ['paragraph|within 48² hours, 10⁶, H2O'],
  ],
  [
    'words with a line through them leave the text',
    p('within <text:span text:style-name="X">72</text:span> <text:span text:style-name="N">48</text:span> hours'),
    style('X', 'style:text-line-through-style="solid"') + style('N', 'style:text-line-through-style="none"'),
    ['paragraph|within 48 hours [deleted 72]'],
  ],
  [
    'the colour of the window hides nothing',
    p('a', 'D'),
    style('D', 'style:use-window-font-color="true" loext:opacity="0%"'),
    ['paragraph|a'],
  ],
])('%s', (_, body, automatic, expected) => {
  expect(blocksOf(read(body, automatic))).toEqual(expected)
})

test('headings are numbered by the outline, running heads stand apart', () => {
  const outline =
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/></text:outline-style>'
  const heads = '<style:header><text:p>Draft</text:p></style:header>'
  const made = read('<text:h text:outline-level="1">Hosting</text:h><text:h text:outline-level="1">Fees</text:h>', '', outline + heads)
  expect(blocksOf(made)).toEqual(['heading 1 1.|Hosting', 'heading 1 2.|Fees', 'header|Draft'])
})

test('embedded objects are said not to be read', () => {
  expect(read(p('a<draw:object/>')).notes).toMatchObject([{ code: 'part-unread', unread: true }])
})

test('it is known by its content', async () => {
  const bytes = zipSync(files(p('a')), { level: 0 })
  expect(await readManuscript({ name: 'contract.docx', bytes })).toMatchObject({ format: 'odt', text: 'a\n' })
})

const refusal = (bytes: Uint8Array): string => {
  try {
    return `read ${readOdt(bytes, 'x', '').text}`
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

test.each<[string, Record<string, Uint8Array>, string]>([
  ['locked', { ...files(p('a')), 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }, 'password'],
  ['without content', { mimetype: strToU8('x') }, 'content.xml is missing'],
  ['with entities', { 'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>') }, 'document type'],
  ['nested without end', { 'content.xml': strToU8(`${'<text:span>'.repeat(400)}${'</text:span>'.repeat(400)}`) }, 'deeper than'],
  ['a bomb', { 'content.xml': strToU8(`<a>${' '.repeat(3_000_000)}</a>`) }, '400 times'],
])('%s, it is refused', (_, parts, words) => {
  expect(refusal(zipSync(parts))).toContain(words)
})

test('repeated cells cost no more than a row has', () => {
  const row =
    '<table:table-row><table:table-cell table:number-columns-repeated="999999999"><text:p>a</text:p></table:table-cell></table:table-row>'
  expect(read(`<table:table>${row.repeat(100)}</table:table>`).text.length).toBeLessThan(100 * 64 * 5)
})
