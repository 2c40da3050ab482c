// Annotations of a PDF: comments are read and left out of judgement, pinned files are named, fields and links are of the page.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line } from './pdf-builder.ts'

const content = line(72, 700, 'The Provider shall keep the logs of the Customer.')
const appearance = (words: string): string => {
  const stream = `BT /F1 11 Tf 2 4 Td (${words}) Tj ET`
  return `<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 10 0 R >> >> /Length ${stream.length} >>\nstream\n${stream}\nendstream`
}
const annotation = (subtype: string, more: string): string => `<< /Type /Annot /Subtype /${subtype} /Rect [72 500 272 520] ${more} >>`

async function read(annotations: string, objects: readonly string[] = []) {
  const { text, blocks, notes, parts } = await readPdf(buildPdf({ pages: [{ content, annotations }], objects }), 'a.pdf', { sha256: '' })
  const of = (kind: string) => blocks.filter(block => block.kind === kind).map(({ span }) => text.slice(span.start, span.end))
  return { paragraphs: of('paragraph'), comments: of('comment'), notes: notes.map(({ code }) => code), parts }
}

describe('comments', () => {
  it.each(['Text', 'Highlight', 'StrikeOut', 'Caret'])('%s is read apart from the text', async subtype => {
    const quads = subtype === 'Text' || subtype === 'Caret' ? '' : '/QuadPoints [300 520 400 520 300 500 400 500]'
    const found = await read(annotation(subtype, `/Contents (Agreed with the client?) ${quads}`))
    expect(found.comments).toEqual(['Agreed with the client?'])
    expect(found.paragraphs).toEqual(['The Provider shall keep the logs of the Customer.'])
    expect(found.notes).toContain('comments-left-out')
  })

  it('typed over the page are no words of it', async () => {
    const typed = annotation('FreeText', '/Contents (The weights are encrypted.) /DA (/F1 11 Tf) /AP << /N 20 0 R >>')
    const found = await read(typed, [appearance('The weights are encrypted.')])
    expect([found.paragraphs.length, found.comments]).toEqual([1, ['The weights are encrypted.']])
  })

  it('without words are none', async () => {
    expect((await read(annotation('Text', '/Contents ( )'))).comments).toEqual([])
  })
})

it('the field of a form is part of the page', async () => {
  const field = annotation('Widget', '/FT /Tx /T (a) /V (Ninety days.) /DA (/F1 11 Tf) /AP << /N 20 0 R >>')
  expect((await read(field, [appearance('Ninety days.')])).paragraphs).toContain('Ninety days.')
})

it('a file that is pinned to the page is named and not opened', async () => {
  const pinned = annotation('FileAttachment', '/FS << /Type /Filespec /F (prices.xlsx) /EF << /F 20 0 R >> >>')
  const found = await read(pinned, ['<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'])
  expect(found.parts).toEqual([{ name: 'prices.xlsx', kind: 'attachment', read: false }])
  expect(found.notes).toContain('part-unread')
})
