// What stands beside the body of a DOCX: notes, boxes, headers, comments, diagrams, and what of it cannot be read.
import { describe, expect, it } from 'vitest'
import { labelsOf, p, r, readBody, wordsOf } from './docx-builder.ts'

const run = (inside: string): string => `<w:r>${inside}</w:r>`
const content = (text: string): string => `<w:txbxContent>${p(text)}</w:txbxContent>`
const newBox = (text: string): string =>
  `<w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>${content(text)}</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing>`
const oldBox = (text: string): string => `<w:pict><v:shape><v:textbox>${content(text)}</v:textbox></v:shape></w:pict>`

describe('notes, boxes, headers, comments', () => {
  const note = (kind: string, id: number, text: string, type = ''): string => `<w:${kind} w:id="${id}"${type}>${p(text)}</w:${kind}>`
  const reference = (kind: string, id: number): string => run(`<w:${kind}Reference w:id="${id}"/>`)

  it('footnotes and endnotes follow the block that refers to them, with their number', () => {
    const footnotes =
      note('footnote', 0, '---', ' w:type="separator"') + note('footnote', 7, 'Business hours.') + note('footnote', 8, 'Unused.')
    const body = p(r('within 48 hours') + reference('footnote', 7)) + p(r('Next') + reference('endnote', 2))
    const read = readBody(body, { footnotes, endnotes: note('endnote', 2, 'End.') })
    expect(wordsOf(read)).toEqual(['within 48 hours', 'Business hours.', 'Next', 'End.'])
    expect(labelsOf(read)).toEqual(['', '1', '', '1'])
    expect(read.blocks.map(block => block.kind)).toEqual(['paragraph', 'footnote', 'paragraph', 'footnote'])
  })

  it('a note that refers to itself is read once', () => {
    const footnotes = `<w:footnote w:id="1">${p(r('Loop') + reference('footnote', 1))}</w:footnote>`
    expect(wordsOf(readBody(p(r('A') + reference('footnote', 1)), { footnotes }))).toEqual(['A', 'Loop'])
  })

  it('comments come last and are said to be left out', () => {
    const read = readBody(p('Term'), { comments: `<w:comment w:id="0" w:author="Jane">${p('Too long?')}</w:comment>` })
    expect(read.blocks.map(block => block.kind)).toEqual(['paragraph', 'comment'])
    expect(read.notes.map(one => one.code)).toEqual(['comments-left-out'])
  })

  it('headers that some page shows are read once each', () => {
    const header = (text: string): string => `<w:hdr SCOPE>${p(text)}</w:hdr>`
    const more = {
      'header1.xml': { type: 'header', xml: header('Running'), id: 'h1' },
      'header2.xml': { type: 'header', xml: header('First'), id: 'h2' },
      'footer1.xml': { type: 'footer', xml: header('Page'), id: 'f1' },
    }
    const refs =
      '<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:footerReference w:type="default" r:id="f1"/>'
    const read = (more2: string): string[] =>
      wordsOf(readBody(`${p('Body', `<w:sectPr>${refs}</w:sectPr>`)}<w:sectPr>${refs}${more2}</w:sectPr>`, { more }))
    expect(read('')).toEqual(['Body', 'Running', 'Page'])
    expect(read('<w:titlePg/>')).toEqual(['Body', 'Running', 'Page', 'First'])
  })

  it.each([
    ['the new way', newBox('Boxed')],
    ['the old way', oldBox('Boxed')],
    [
      'both ways',
      `<mc:AlternateContent><mc:Choice Requires="wps">${newBox('Boxed')}</mc:Choice><mc:Fallback>${oldBox('Boxed')}</mc:Fallback></mc:AlternateContent>`,
    ],
  ])('a text box written %s is read once, after its paragraph', (_, box) => {
    const read = readBody(p(r('Anchor') + run(box)) + p('Next'))
    expect(wordsOf(read)).toEqual(['Anchor', 'Boxed', 'Next'])
    expect(read.blocks[1]?.kind).toBe('textbox')
  })

  it('the text of a diagram is read', () => {
    const data = '<dgm:dataModel SCOPE><a:p><a:r><a:t>Escalate in 4 hours</a:t></a:r></a:p></dgm:dataModel>'
    const body = p(r('See') + run('<w:drawing><dgm:relIds r:dm="d1"/></w:drawing>'))
    expect(wordsOf(readBody(body, { more: { 'diagrams.xml': { type: 'diagramData', xml: data, id: 'd1' } } }))).toEqual([
      'See',
      'Escalate in 4 hours',
    ])
  })
})

describe('what is not read is said', () => {
  it.each([
    ['an imported part', '<w:altChunk r:id="x"/>', 'part-unread', true],
    ['a sub-document', p('<w:subDoc r:id="x"/>'), 'part-unread', true],
    ['an embedded object', p(run('<w:object><o:OLEObject ProgID="Word.Document.12" r:id="x"/></w:object>')), 'part-unread', true],
    [
      'a chart',
      p(run('<w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="x"/></w:drawing>')),
      'part-unread',
      false,
    ],
    [
      'a picture of a page',
      p(run('<w:drawing><wp:inline><wp:extent cx="7000000" cy="10000000"/><pic:pic/></wp:inline></w:drawing>')),
      'page-unread',
      true,
    ],
  ])('%s', (_, body, code, unread) => {
    expect(readBody(p('Term') + body).notes).toMatchObject([{ code, unread }])
  })

  it('a small picture is no matter', () => {
    const logo = '<w:drawing><wp:inline><wp:extent cx="700000" cy="500000"/><pic:pic/></wp:inline></w:drawing>'
    expect(readBody(p(r('Term') + run(logo))).notes).toEqual([])
  })
})
