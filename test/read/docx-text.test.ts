// The words of a DOCX in reading order: runs, fields, notes, boxes, headers, and what cannot be read.
import { describe, expect, it } from 'vitest'
import { p, r, readBody, wordsOf } from './docx-builder.ts'

const run = (inside: string): string => `<w:r>${inside}</w:r>`
const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
const field = (instruction: string, result: string, data = ''): string =>
  run(`<w:fldChar w:fldCharType="begin">${data}</w:fldChar>`) +
  run(`<w:instrText>${instruction}</w:instrText>`) +
  (result === '' ? '' : run('<w:fldChar w:fldCharType="separate"/>') + result) +
  run('<w:fldChar w:fldCharType="end"/>')
const inline: [name: string, inside: string, text: string][] = [
  ['runs', r('Provider ') + r('shall', '<w:b/>') + r(' notify'), 'Provider shall notify'],
  ['entities and breaks in the XML', run(t('A &amp; B &#8805; 99\n%')), 'A & B ≥ 99\n%'.replace('\n', ' ')],
  ['raised figures', r('48') + r('1', '<w:vertAlign w:val="superscript"/>') + r(' hours'), '48¹ hours'],
  [
    'figures raised by their height',
    r('48') + r('1', '<w:position w:val="8"/>') + r(' hours, 4') + r('8', '<w:position w:val="-4"/>'),
    '48¹ hours, 48',
  ],
  ['figures raised by a hair', r('4') + r('8', '<w:position w:val="2"/>') + r(' hours'), '48 hours'],
  ['raised letters', r('1') + r('st', '<w:vertAlign w:val="superscript"/>') + r(' of May'), '1st of May'],
  ['a tab', run(`${t('1.1')}<w:tab/>${t('Term')}`), '1.1\tTerm'],
  ['a line break', run(`${t('within 48')}<w:br/>${t('hours')}`), 'within 48 hours'],
  ['a no-break hyphen', run(`${t('non')}<w:noBreakHyphen/>${t('exclusive')}`), 'non-exclusive'],
  ['a soft hyphen', run(`${t('confi')}<w:softHyphen/>${t('dential')}`), 'confidential'],
  ['a symbol', run(`<w:sym w:font="Symbol" w:char="F0B3"/>${t(' 99.9')}`), '≥ 99.9'],
  ['text in a symbol font', r('\uf0a3 4', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'), '≤ 4'],
  ['a ticked box', run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), '☑'],
  ['a hyperlink', `<w:hyperlink r:id="x">${r('our policy')}</w:hyperlink>`, 'our policy'],
  ['a content control', `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${r('Acme')}</w:sdtContent></w:sdt>`, 'Acme'],
  ['smart tags and custom XML', `<w:smartTag><w:customXml>${r('London')}</w:customXml></w:smartTag>`, 'London'],
  ['an element nobody knows', `<w16:new>${r('kept')}</w16:new>`, 'kept'],
  ['a simple field', `<w:fldSimple w:instr="REF a">${r('Section 4')}</w:fldSimple>`, 'Section 4'],
  ['a complex field', r('see ') + field(' REF _Ref1 \\h ', r('Section 9.5')), 'see Section 9.5'],
  [
    'a field within an instruction',
    field(`IF ${'</w:instrText></w:r>'}${field('MERGEFIELD x', r('inner'))}<w:r><w:instrText> = 1`, r('outer')),
    'outer',
  ],
  ['a field without a result', r('a') + field('PAGE', '') + r('b'), 'ab'],
  ['a macro button', field('MACROBUTTON NoMacro [Insert name]', ''), '[Insert name]'],
  ['a form check box', field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'), '☒'],
  [
    'a form list',
    field(
      'FORMDROPDOWN',
      '',
      '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="24 h"/><w:listEntry w:val="48 h"/></w:ddList></w:ffData>',
    ),
    '48 h',
  ],
  ['a field that never ends', run('<w:fldChar w:fldCharType="begin"/>') + r('within 48 hours'), 'within 48 hours'],
  [
    'alternate content, a known choice',
    run(
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>',
    ),
    'new',
  ],
  [
    'alternate content, an unknown one',
    run(
      '<mc:AlternateContent><mc:Choice Requires="w16"><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>',
    ),
    'old',
  ],
  [
    'a formula',
    '<m:oMath><m:r><m:t>x</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
    'x1/2',
  ],
]

describe('the words of a paragraph', () => {
  it.each(inline)('%s', (_, inside, text) => {
    expect(readBody(p(inside)).text.replaceAll('\n', ' ').trimEnd()).toBe(text)
  })

  it('a field over several paragraphs', () => {
    const start =
      run('<w:fldChar w:fldCharType="begin"/>') + run('<w:instrText>TOC</w:instrText>') + run('<w:fldChar w:fldCharType="separate"/>')
    const body = p(start + r('1 Term')) + p('2 Fees') + p(run('<w:fldChar w:fldCharType="end"/>')) + p('Body')
    expect(wordsOf(readBody(body))).toEqual(['1 Term', '2 Fees', 'Body'])
  })
})

describe('blocks', () => {
  it('stand in order, each with a line feed, without empty ones', () => {
    expect(readBody(p('One') + p('') + p('  ') + p('Two')).text).toBe('One\nTwo\n')
  })

  it('break where a line begins with a number, or after a blank line', () => {
    const body = p(run(`${t('shall:')}<w:br/>${t('(a) encrypt;')}<w:br/>${t('and hash;')}<w:br/><w:br/>${t('Further')}`))
    expect(wordsOf(readBody(body))).toEqual(['shall:', '(a) encrypt; and hash;', 'Further'])
  })

  it('know heading and level by style, along basedOn, and by their own outline level', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="H"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    const ids = ['H', 'Mine', 'Body'].map(id => p(id, `<w:pStyle w:val="${id}"/>`)).join('')
    const { blocks } = readBody(ids + p('own', '<w:outlineLvl w:val="0"/>'), { styles })
    expect(blocks.map(block => [block.kind, block.level, block.style])).toEqual([
      ['heading', 2, 'heading 2'],
      ['heading', 2, 'Mine'],
      ['paragraph', undefined, 'Body'],
      ['heading', 1, undefined],
    ])
  })

  it('know indent, bold and capitals', () => {
    const body =
      p(r('Term', '<w:b/>'), '<w:ind w:left="720"/>') + p('TERM') + p(r('Term', '<w:caps/>')) + p(r('Term ', '<w:b/>') + r('of it'))
    const { blocks } = readBody(body)
    expect(blocks.map(block => [block.bold, block.indent])).toEqual([
      [true, 36],
      [true, undefined],
      [true, undefined],
      [undefined, undefined],
    ])
  })

  it('know their place in the file', () => {
    expect(readBody(p('') + p('One')).blocks[0]?.place).toBe('word/document.xml#p2')
  })
})

describe('dialects', () => {
  it('strict OOXML reads alike', () => {
    expect(readBody(p('Term', '<w:ind w:start="36pt"/>'), { strict: true }).blocks[0]).toMatchObject({ indent: 36, kind: 'paragraph' })
  })

  it('other prefixes read alike', () => {
    const odd = (xml: string): string => xml.replaceAll('w:', 'ns0:').replaceAll('xmlns:w=', 'xmlns:ns0=')
    const body = p(r('Hidden', '<w:vanish/>') + r(' seen'), '<w:outlineLvl w:val="0"/>')
    const read = readBody('', { more: {}, head: '' })
    expect(read.text).toBe('')
    const renamed = readBody(
      `</w:body><x:body xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${odd(body).replace('<ns0:p>', '<ns0:p xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main">')}</x:body><w:body>`,
    )
    expect(wordsOf(renamed)).toEqual(['Hidden seen'])
    expect(renamed.blocks[0]).toMatchObject({ kind: 'heading', hidden: [{ how: 'hidden-run' }] })
  })

  it('names of a foreign namespace are no text', () => {
    expect(readBody(`${p('Term')}<w:p xmlns:w="urn:other"><w:r><w:t>No</w:t></w:r></w:p>`).text).toBe('Term\n')
  })
})

describe('pages', () => {
  const laidOut = run('<w:lastRenderedPageBreak/>')

  it('are those that Word last laid out', () => {
    const read = readBody(p('One') + p(r('ends ') + laidOut + r('over')) + p('Two'))
    expect(read.blocks.map(block => block.page)).toEqual([1, 1, 2])
    expect(read.blocks[1]?.pageBreaks).toEqual([{ at: 9, page: 2 }])
  })

  it('count an explicit break with its mark once', () => {
    const read = readBody(p('One') + p(run('<w:br w:type="page"/>')) + p(laidOut + r('Two')) + p('Three', '<w:pageBreakBefore/>'))
    expect(read.blocks.map(block => block.page)).toEqual([1, 2, 3])
  })

  it('are not said where Word did not lay the file out', () => {
    expect(readBody(p('One') + p(run('<w:br w:type="page"/>')) + p('Two')).blocks.map(block => block.page)).toEqual([undefined, undefined])
  })
})
