// Ways by which a page yields less than it has and no program says so: names, numbers and lists of a file damaged in one
// place. Each is said, and nothing of such a file is whole; what programs leave lying about in sound files is passed over.
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line } from './pdf-builder.ts'

const first = line(72, 700, 'The Provider shall keep the logs for ninety days.')
const second = line(72, 700, 'The Provider shall encrypt the weights at rest.')
const widths = `/Type /Font /Subtype /TrueType /BaseFont /Plain /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /Encoding /WinAnsiEncoding`
const letters = 'begincmap 1 beginbfchar <41> <0041> endbfchar endcmap'
const objects = [
  `<< ${widths} /ToUnicode 21 0 R >>`,
  `<< /Length ${letters.length} >>\nstream\n${letters}\nendstream`,
  '<< /Length 24 0 R >>\nstream\n0 g\nendstream',
  '[32 0 R]',
  '3',
]
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const sound = text(buildPdf({ pages: [{ content: first }, { content: second }], objects, resources: '/XX 20 0 R' }))

const read = (file: string): Promise<Manuscript> => readPdf(Buffer.from(file, 'latin1'), 'a.pdf', { sha256: '' })
const isSaid = ({ incomplete, notes }: Manuscript): boolean => incomplete === true && notes.some(({ unread }) => unread)

/** Replaces what must be there. */
function changed(from: string | RegExp, to: string): string {
  const file = sound.replace(from, to)
  expect(file).not.toBe(sound)
  return file
}

/** With an index that is wrong throughout, so that it is made anew. */
const reindexed = (file: string): string => file.replace(/\d{10}(?= 00000 n)/g, '0000000001')

it('a sound file is whole', async () => {
  const manuscript = await read(sound)
  expect([manuscript.incomplete, manuscript.notes]).toEqual([undefined, []])
})

describe('what is lost is said', () => {
  it.each<[string, string | RegExp, string]>([
    ['a page that no longer names its content', '/Contents 33 0 R', '/Sontents 33 0 R'],
    ['a page that names content that is not there', '/Contents 33 0 R', '/Contents 93 0 R'],
    ['a page that names content of another generation', '/Contents 33 0 R', '/Contents 33 7 R'],
    ['a page whose content is no stream', '/Contents 33 0 R', '/Contents 10 0 R'],
    ['a page that is half a comment', /\/Type( \/Page \/Parent 2 0 R [^\n]*\/Contents 33)/, '/Typ%$1'],
    ['a page in the place of another', '[30 0 R 32 0 R]', '[30 0 R 30 0 R]'],
    ['content without a sound beginning', /33 0 obj\n<< /, '33 0 obj\n(< '],
    ['content without an end', /endstream(?=\nendobj\nxref)/, 'endstrexm'],
    ['a length that is not there', '/Length 24 0 R', '/Length 94 0 R'],
    ['a font that no longer names its letters', '/ToUnicode 21', '/UoUnicode 21'],
    ['a font with a width too few', '500 500 ]', '500`500 ]'],
    ['a font whose widths are no list', '/Widths [', '/Widths ('],
    ['an entry of the index with another generation', /00000( n \ntrailer)/, '08000$1'],
  ])('%s', async (_, from, to) => {
    expect(isSaid(await read(changed(from, to)))).toBe(true)
  })

  it('content that does not unpack, in a list of contents', async () => {
    const packed = deflateSync(Buffer.from(second)).toString('latin1')
    const stream = (data: string) => `<< /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`
    const fileWith = (data: string) => reindexed(changed('[32 0 R]', stream(data)).replace('/Contents 33 0 R', '/Contents [33 0 R 23 0 R]'))
    expect(isSaid(await read(fileWith(packed)))).toBe(false)
    expect(isSaid(await read(fileWith(`${packed.slice(0, -3)}xyz`)))).toBe(true)
  })
})

describe('what harms nothing is passed over', () => {
  it.each<[string, string]>([
    ['a blank page', text(buildPdf({ pages: [{ content: first }, { content: ' ' }] }))],
    ['a list of contents as an object of its own', changed('/Contents 33 0 R', '/Contents 23 0 R').replace('[32 0 R]', '[33 0 R]')],
    ['a comment in an object', changed('/Kids [', '/Kids % two pages\n [')],
    ['a table of letters that nothing names', changed('/ToUnicode 21 0 R', '')],
  ])('%s', async (_, file) => {
    const manuscript = await read(reindexed(file))
    expect([manuscript.incomplete, manuscript.notes.filter(({ unread }) => unread)]).toEqual([undefined, []])
  })

  it('content that a later edition of the page has replaced', async () => {
    const [, page] = /(\n32 0 obj[\s\S]*?endobj)/.exec(sound) ?? []
    const later = `${page?.replace('/Contents 33', '/Contents 40')}\n40 0 obj\n<< /Length ${first.length} >>\nstream\n${first}\nendstream\nendobj\n`
    const file = sound.replace(/\nxref/, `${later}\nxref`)
    const manuscript = await read(reindexed(file))
    expect(manuscript.incomplete).toBeUndefined()
    expect(manuscript.text).not.toContain('encrypt')
  })
})

describe('letters that cannot be told', () => {
  const shifted = (words: string) => [...words].map(letter => String.fromCharCode(letter.charCodeAt(0) - 29)).join('')
  const clause =
    'The Provider shall keep the logs for ninety days and shall give them to the Customer on request, in a form that can be agreed between them at the time of such a request.'

  it.each([
    ['moved along the alphabet', shifted(clause.replace(/ /g, '=')).replaceAll(' ', '.')],
    [
      'without vowels',
      'qwrt zxcv bnmk dfgh plkj wrtz sdfg xcvb nmlk hjkl qwrt zxcv bnmk dfgh plkj wrtz sdfg xcvb nmlk hjkl tr qs mnb zzz xx ww vv pp dd gg tt',
    ],
  ])('%s', async (_, words) => {
    const manuscript = await readPdf(buildPdf({ pages: [{ content: first }, { content: line(20, 600, words, 6) }] }), 'a.pdf', {
      sha256: '',
      ocr: false,
    })
    expect(manuscript.pages.map(({ readable }) => readable)).toEqual([true, false])
    expect(manuscript.notes).toMatchObject([{ code: 'page-unread', unread: true, page: 2 }])
    expect(manuscript.notes[0]?.message).toContain('which letters')
    expect(manuscript.text).toBe('The Provider shall keep the logs for ninety days.\n')
  })

  it('are none in words of other languages, or in capitals', async () => {
    const others =
      'DER LIEFERANT MELDET DEM KUNDEN JEDEN VORFALL BINNEN ZWEI TAGEN NACH KENNTNIS SCHRIFTLICH UND OHNE WEITERE AUFFORDERUNG DAZU'
    const manuscript = await readPdf(buildPdf({ pages: [{ content: line(20, 600, others, 6) }] }), 'a.pdf', { sha256: '', ocr: false })
    expect(manuscript.pages[0]?.readable).toBe(true)
  })
})

describe('forms', () => {
  const field = (more: string) =>
    buildPdf({
      pages: [{ content: first, annotations: '20 0 R' }],
      catalogue: '/AcroForm << /Fields [20 0 R] /DA (/F1 10 Tf) /DR << /Font << /F1 10 0 R >> >> >>',
      objects: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (hours) /V (48 hours) /Rect [72 600 200 620] /F 4 ${more} >>`],
    })

  it('words that are filled in and not drawn are named', async () => {
    const { notes, text: words } = await readPdf(field(''), 'a.pdf', { sha256: '' })
    expect(words.includes('48 hours') || notes.some(({ unread, message }) => unread && message.includes('48 hours'))).toBe(true)
  })

  it('a form in XML is named', async () => {
    const form = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>'
    const bytes = buildPdf({
      pages: [{ content: line(72, 700, 'Please wait... The form is loading.') }],
      catalogue: '/AcroForm << /Fields [] /XFA 20 0 R >>',
      objects: [`<< /Length ${form.length} >>\nstream\n${form}\nendstream`],
    })
    const { notes } = await readPdf(bytes, 'a.pdf', { sha256: '' })
    expect(notes).toMatchObject([{ code: 'part-unread', unread: true }])
  })
})
