// Words that a person looking at the page does not see: they stay in the text, marked and reported.
import { describe, expect, it } from 'vitest'
import { cell, hiddenWords, p, r, readBody, row, wordsOf } from './docx-builder.ts'

const colour = (value: string): string => `<w:color w:val="${value}"/>`
const shade = (fill: string): string => `<w:shd w:val="clear" w:fill="${fill}"/>`
const style = (type: string, id: string, run: string, more = ''): string =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr>${run}</w:rPr></w:style>`
const box = (inside: string, fill: string, anchor = ''): string =>
  `<w:r><w:drawing><wp:anchor>${anchor}<a:graphic><wps:wsp><wps:spPr>${fill}</wps:spPr><wps:txbx><w:txbxContent>${p(inside)}</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>`

const direct: [name: string, body: string, hidden: string[]][] = [
  ['hidden text', p(r('seen ') + r('unseen', '<w:vanish/>')), ['hidden-run: unseen']],
  ['hidden text switched off', p(r('seen', '<w:vanish w:val="0"/>')), []],
  ['white', p(r('x', colour('FFFFFF'))), ['background-colour: x']],
  ['nearly white', p(r('x', colour('F2F2F2'))), ['background-colour: x']],
  ['light grey is seen', p(r('x', colour('BFBFBF'))), []],
  ['black and automatic are seen', p(r('x', colour('000000')) + r('y', colour('auto'))), []],
  ['one point', p(r('x', '<w:sz w:val="2"/>')), ['tiny: x']],
  ['small print is seen', p(r('x', '<w:sz w:val="12"/>')), []],
  ['one per cent wide', p(r('x', '<w:w w:val="1"/>')), ['tiny: x']],
  ['white on a dark run', p(r('x', colour('FFFFFF') + shade('1F3864'))), []],
  ['white on a highlight', p(r('x', `${colour('FFFFFF')}<w:highlight w:val="darkBlue"/>`)), []],
  ['yellow on yellow', p(r('x', `${colour('FFFF00')}<w:highlight w:val="yellow"/>`)), ['background-colour: x']],
  ['white on a dark paragraph', p(r('x', colour('FFFFFF')), shade('000000')), []],
  ['black on black', p(r('x', colour('000000') + shade('000000'))), ['background-colour: x']],
  [
    'solid shading takes the front colour',
    p(r('x', `${colour('000000')}<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>`)),
    ['background-colour: x'],
  ],
  ['white in a dark cell', `<w:tbl>${row([cell(p(r('x', colour('FFFFFF'))), shade('333333')), cell('y')])}</w:tbl>`, []],
  ['white in a white cell', `<w:tbl>${row([cell(p(r('x', colour('FFFFFF')))), cell('y')])}</w:tbl>`, ['background-colour: x']],
  ['a hidden row', `<w:tbl>${row([cell('a'), cell('b')], '<w:hidden/>')}</w:tbl>`, ['hidden-run: a', 'hidden-run: b']],
  ['no fill', p(r('x', '<w14:textFill><w14:noFill/></w14:textFill>')), ['transparent: x']],
  ['an inserted run is as hidden as any', p(`<w:ins w:id="1" w:author="A">${r('x', '<w:vanish/>')}</w:ins>`), ['hidden-run: x']],
  ['white in a dark box', p(box(r('x', colour('FFFFFF')), '<a:solidFill><a:srgbClr val="222222"/></a:solidFill>')), []],
  ['white in a box of the page', p(box(r('x', colour('FFFFFF')), '<a:noFill/>')), ['background-colour: x']],
  ['white on a picture cannot be judged', p(box(r('x', colour('FFFFFF')), '<a:blipFill/>')), []],
  ['a box off the page', p(box(r('x'), '', '<wp:positionH><wp:posOffset>-99000000</wp:posOffset></wp:positionH>')), ['off-page: x']],
  ['a frame off the page', p(r('x'), '<w:framePr w:x="-30000" w:y="1"/>'), ['off-page: x']],
]

describe('hidden words', () => {
  it.each(direct)('%s', (_, body, hidden) => {
    expect(hiddenWords(readBody(body))).toEqual(hidden)
  })

  it('stay in the text and are quoted in a note', () => {
    const read = readBody(p(r('Provider shall ') + r('not ', '<w:vanish/>') + r('log.')))
    expect(read.text).toBe('Provider shall not log.\n')
    expect(read.notes).toMatchObject([{ code: 'hidden-text', unread: false, span: { start: 15, end: 19 } }])
    expect(read.notes[0]?.message).toContain('“not”')
  })

  it('are counted where there are many', () => {
    const body = Array.from({ length: 25 }, () => p(r('x', '<w:vanish/>'))).join('')
    const { notes } = readBody(body)
    expect(notes).toHaveLength(21)
    expect(notes[20]?.message).toContain('5 more')
  })
})

describe('hidden by style', () => {
  const styles =
    style('paragraph', 'Ghost', '<w:vanish/>') +
    style('paragraph', 'Heir', '', '<w:basedOn w:val="Ghost"/>') +
    style('character', 'Gone', '<w:vanish/>') +
    style('character', 'Dust', '<w:sz w:val="2"/>') +
    style(
      'table',
      'Band',
      '',
      `<w:tblStylePr w:type="firstRow"><w:rPr>${colour('FFFFFF')}</w:rPr><w:tcPr>${shade('4472C4')}</w:tcPr></w:tblStylePr>`,
    )

  it.each([
    ['a paragraph style', p('x', '<w:pStyle w:val="Ghost"/>'), ['hidden-run: x']],
    ['a style based on one', p('x', '<w:pStyle w:val="Heir"/>'), ['hidden-run: x']],
    ['a character style', p(r('x', '<w:rStyle w:val="Gone"/>')), ['hidden-run: x']],
    ['a size from a character style', p(r('x', '<w:rStyle w:val="Dust"/>')), ['tiny: x']],
    ['two toggles cancel each other', p(r('x', '<w:rStyle w:val="Gone"/>'), '<w:pStyle w:val="Ghost"/>'), []],
    ['a direct property overrides', p(r('x', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Ghost"/>'), []],
  ])('%s', (_, body, hidden) => {
    expect(hiddenWords(readBody(body, { styles }))).toEqual(hidden)
  })

  it('white header bands of table styles are seen', () => {
    const table = (look: string): string =>
      `<w:tbl><w:tblPr><w:tblStyle w:val="Band"/><w:tblLook ${look}/></w:tblPr>${row([cell(p(r('Tier', colour('FFFFFF')))), cell('Hours')])}${row([cell('Gold'), cell('4')])}</w:tbl>`
    expect(hiddenWords(readBody(table('w:firstRow="1"'), { styles }))).toEqual([])
    expect(hiddenWords(readBody(table('w:val="04A0"'), { styles }))).toEqual([])
    expect(hiddenWords(readBody(table('w:firstRow="0"'), { styles }))).toEqual(['background-colour: Tier'])
  })
})

describe('hidden by theme and page', () => {
  it('a theme colour overrides the literal one', () => {
    const themed = p(r('x', '<w:color w:val="000000" w:themeColor="background1"/>'))
    expect(hiddenWords(readBody(themed))).toEqual(['background-colour: x'])
    const theme = '<a:lt1><a:srgbClr val="202020"/></a:lt1>'
    expect(hiddenWords(readBody(themed, { theme }))).toEqual([])
  })

  it('a shade of the theme colour counts', () => {
    expect(hiddenWords(readBody(p(r('x', '<w:color w:val="0" w:themeColor="background1" w:themeShade="80"/>'))))).toEqual([])
  })

  it('the colour of the page counts', () => {
    const head = '<w:background w:color="101010"/>'
    expect(hiddenWords(readBody(p(r('x', colour('FFFFFF')) + r('y', colour('111111'))), { head }))).toEqual(['background-colour: y'])
  })

  it('a paragraph hidden as a whole has no number', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body = p('a', item) + p(r('b', '<w:vanish/>'), `${item}<w:rPr><w:vanish/></w:rPr>`) + p('c', item)
    expect(readBody(body, { numbering }).blocks.map(block => block.label)).toEqual(['1.', undefined, '2.'])
  })
})

describe('words with a line through them', () => {
  const struck = (body: string, parts = {}) =>
    readBody(body, parts).blocks.flatMap(({ revisions = [] }) => revisions.filter(one => one.struck))

  it.each([
    ['single', '<w:strike/>'],
    ['double', '<w:dstrike/>'],
    ['by a style', '<w:rStyle w:val="gone"/>'],
  ])('%s are left out and recorded', (_, properties) => {
    const styles = '<w:style w:type="character" w:styleId="gone"><w:rPr><w:strike/></w:rPr></w:style>'
    const body = p(r('within ') + r('72 hours ', properties) + r('48 hours'))
    expect(wordsOf(readBody(body, { styles }))).toEqual(['within 48 hours'])
    expect(struck(body, { styles })).toMatchObject([{ words: '72 hours ', span: { start: 7, end: 7 } }])
  })

  it('a line that is switched off again strikes nothing', () => {
    expect(wordsOf(readBody(p(r('72 hours', '<w:strike w:val="0"/>'))))).toEqual(['72 hours'])
  })

  it('are no tracked change, and stand in no view', () => {
    const body = p(r('a ') + r('b', '<w:strike/>'))
    expect(readBody(body).notes).toEqual([])
    expect(wordsOf(readBody(body, {}, { revisions: 'original' }))).toEqual(['a '])
  })
})
