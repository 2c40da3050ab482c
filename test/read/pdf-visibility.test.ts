// Words that a person looking at the page does not see are in the text, marked with how they are hidden;
// words that are seen in spite of their colour or mode are not marked.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line } from './pdf-builder.ts'

const seen = line(72, 700, 'The Provider shall keep the logs for ninety days and shall say so.')
const grey = '/ExtGState << /Clear << /ca 0 >> /Half << /ca 0.5 >> >>'
const layers = {
  objects: ['<< /Type /OCG /Name (Shown) >>', '<< /Type /OCG /Name (Off) >>'],
  catalogue: '/OCProperties << /OCGs [20 0 R 21 0 R] /D << /ON [20 0 R] /OFF [21 0 R] >> >>',
}
const resources = `${grey} /Properties << /On 20 0 R /Off 21 0 R >>`
const inline = (scale: string) => `q ${scale} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n`

async function hiddenIn(content: string): Promise<[string, string][]> {
  const manuscript = await readPdf(buildPdf({ pages: [{ content: seen + content }], resources, ...layers }), 'a.pdf', { sha256: '' })
  const pieces = manuscript.blocks.flatMap(block => block.hidden ?? [])
  return pieces.map(({ span, how }) => [how, manuscript.text.slice(span.start, span.end)])
}

const words = 'Only twelve hours apply.'
const at = (y: number, size = 11) => line(72, y, words, size)

describe('hidden words', () => {
  it.each([
    ['white on white', `1 1 1 rg ${at(600)}`, 'background-colour'],
    ['nearly white', `0.97 0.98 0.97 rg ${at(600)}`, 'background-colour'],
    ['black on black', `0 g 60 590 300 20 re f ${at(600)}`, 'background-colour'],
    ['painted over', `${at(600)} 1 g 60 590 300 20 re f`, 'background-colour'],
    ['one point high', at(600, 1), 'tiny'],
    ['scaled to one point', `q 0.1 0 0 0.1 0 0 cm ${line(720, 6000, words, 11)} Q`, 'tiny'],
    ['rendering mode 3', `3 Tr ${at(600)} 0 Tr`, 'invisible'],
    ['alpha 0', `/Clear gs ${at(600)}`, 'transparent'],
    ['a layer switched off', `/OC /Off BDC ${at(600)} EMC`, 'layer-off'],
    ['left of the page', line(-400, 600, words), 'off-page'],
    ['above the page', at(900), 'off-page'],
  ])('%s', async (_, content, how) => {
    expect(await hiddenIn(content)).toEqual([[how, words]])
  })
})

describe('words that are seen', () => {
  it.each([
    ['black', at(600)],
    ['white on a dark band', `0 0 0.5 rg 60 590 300 20 re f 1 g ${at(600)}`],
    ['a layer switched on', `/OC /On BDC ${at(600)} EMC`],
    ['half transparent', `/Half gs ${at(600)}`],
    ['four and a half points', at(600, 4.5)],
    ['on a picture', `${inline('400 0 0 40 60 590')} 1 g ${at(600)}`],
    ['on a yellow mark', `1 1 0 rg 60 590 300 20 re f 0 g ${at(600)}`],
    ['stroked outlines', `1 1 1 rg 1 Tr ${at(600)} 0 Tr`],
  ])('%s', async (_, content) => {
    expect(await hiddenIn(content)).toEqual([])
  })

  it('the words of a scanner over its own picture', async () => {
    expect(await hiddenIn(`${inline('595 0 0 842 0 0')} 3 Tr ${at(600)} 0 Tr`)).toEqual([])
  })
})

describe('a page-sized picture', () => {
  const scan = inline('595 0 0 842 0 0')
  const own = [700, 680, 660].map(y => line(72, y, 'The Provider shall keep the logs for ninety days and shall say so.')).join('')
  const readOne = (content: string) => readPdf(buildPdf({ pages: [{ content }], resources: grey }), 'a.pdf', { sha256: '' })

  it.each([
    ['over', `${scan} 3 Tr ${own} 0 Tr`],
    ['under', `${own} ${scan}`],
    ['without ink over', `${scan} /Clear gs ${own}`],
  ])('with words %s it is a scan with its layer, marked as such', async (_, content) => {
    const { text, pages, notes, blocks } = await readOne(content)
    expect(text).toContain('for ninety days')
    expect(blocks.flatMap(block => block.hidden ?? [])).toEqual([])
    expect(pages).toMatchObject([{ readable: true, layer: true }])
    expect(notes).toMatchObject([{ code: 'read-by-other-means', unread: false, page: 1 }])
    expect(notes[0]?.message).toContain('bare figure')
  })

  it('with words printed on it is a ground, and hides nothing', async () => {
    const { pages, notes, blocks } = await readOne(`${scan} ${own}`)
    expect(pages[0]?.layer).toBeUndefined()
    expect([notes, blocks.flatMap(block => block.hidden ?? [])]).toEqual([[], []])
  })

  it.each([
    ['invisible words', `${scan} ${own} 3 Tr ${at(600)} 0 Tr`, 'invisible'],
    ['words beneath it', `${at(600)} ${scan} ${own}`, 'background-colour'],
  ])('with words of its own: %s are hidden', async (_, content, how) => {
    const { text, blocks } = await readOne(content)
    expect(blocks.flatMap(block => block.hidden ?? []).map(one => [one.how, text.slice(one.span.start, one.span.end)])).toEqual([
      [how, words],
    ])
  })
})

it('names hidden words in a note, with their page and place', async () => {
  const bytes = buildPdf({ pages: [{ content: seen }, { content: `${seen} 1 g ${at(600)}` }], resources, ...layers })
  const manuscript = await readPdf(bytes, 'a.pdf', { sha256: '' })
  const note = manuscript.notes.find(({ code }) => code === 'hidden-text')
  expect(note).toMatchObject({ unread: false, page: 2 })
  expect(note?.message).toContain(words)
  expect(manuscript.text.slice(note?.span?.start, note?.span?.end)).toBe(words)
})
