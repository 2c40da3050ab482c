// Files that cannot be read, wholly or in part: each is a clear error or a note, never an empty reading.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/domain/errors.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'

const options = { sha256: '' }
const sound = buildPdf({ pages: [{ content: line(72, 700, 'The Provider shall keep the logs for ninety days.') }] })
const sample = (name: string) => new Uint8Array(readFileSync(new URL(`samples/${name}`, import.meta.url)))
const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n'

async function errorOf(bytes: Uint8Array, password?: string, pages?: number): Promise<UserError> {
  const all = { ...options, ...(password === undefined ? {} : { password }), ...(pages === undefined ? {} : { limits: { pages } }) }
  const error = await readPdf(bytes, 'contract.pdf', all).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  return error as UserError
}

describe('a file that is refused', () => {
  it.each([
    ['empty', new Uint8Array(0), /empty/],
    ['no PDF', new TextEncoder().encode('This Agreement is made between the parties.'), /not a PDF/],
    ['garbage', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256), /not a PDF/],
    ['cut after its head', sound.slice(0, 60), /not a PDF|damaged/],
    ['a ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /not a PDF/],
    ['only a picture', buildPdf({ pages: [{ content: picture }] }), /scanned/],
    ['only blank pages', buildPdf({ pages: [{ content: ' ' }, { content: ' ' }] }), /no page .* text/i],
    ['every page damaged', buildPdf({ pages: [{ content: 'garbage', broken: true }] }), /damaged|no page/i],
  ])('%s', async (_, bytes, what) => {
    const error = await errorOf(bytes)
    expect(error.message).toMatch(what)
    expect(error).toMatchObject({ kind: 'unreadable', where: 'contract.pdf' })
    expect(error.remedy.length).toBeGreaterThan(10)
  })

  it('is too long', async () => {
    const page = { content: line(72, 700, 'Words') }
    expect((await errorOf(buildPdf({ pages: [page, page, page] }), undefined, 2)).message).toMatch(/3 pages.* 2 /)
  })

  it('is locked: without a password, and with a wrong one', async () => {
    expect((await errorOf(sample('locked.pdf'))).message).toMatch(/locked with a password/)
    expect((await errorOf(sample('locked.pdf'), 'guess')).message).toMatch(/does not open/)
  })
})

it('opens a locked file with its password', async () => {
  const manuscript = await readPdf(sample('locked.pdf'), 'contract.pdf', { ...options, password: 'fen' })
  expect(manuscript.text).toContain('The Provider shall keep the logs for ninety days.')
})

it('leaves the bytes as they were', async () => {
  const bytes = sound.slice()
  await readPdf(bytes, 'a.pdf', options)
  expect(bytes).toEqual(sound)
})

describe('a page that is not read', () => {
  const words = lines(72, 500, ['The Provider shall keep the logs for ninety days and', 'shall give them to the Customer on request.'])

  it.each([
    ['damaged', { content: 'no such stream', broken: true }, /damaged/],
    ['a scan', { content: picture }, /picture.*OCR/],
    ['a scan with a running head', { content: picture + line(72, 800, 'Exhibit B, page 2 of 3') }, /picture.*OCR/],
  ])('%s: the others are read, and it is named', async (_, page, message) => {
    const manuscript = await readPdf(buildPdf({ pages: [{ content: words }, page, { content: words }] }), 'a.pdf', options)
    expect(manuscript.pages.map(({ readable }) => readable)).toEqual([true, false, true])
    const notes = manuscript.notes.filter(({ code }) => code === 'page-unread')
    expect(notes).toMatchObject([{ unread: true, code: 'page-unread', page: 2, message: expect.stringMatching(message) }])
    expect(manuscript.text.match(/ninety days/g)).toHaveLength(2)
  })

  it('a blank page is not missed', async () => {
    const manuscript = await readPdf(buildPdf({ pages: [{ content: words }, { content: ' ' }] }), 'a.pdf', options)
    expect(manuscript.notes.filter(({ unread }) => unread)).toEqual([])
  })
})

it('truncated anywhere, a file is read with its words or refused', async () => {
  for (let length = 0; length < sound.length; length += 97) {
    const outcome = await readPdf(sound.slice(0, length), 'a.pdf', options).catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError)
    else expect(outcome).toMatchObject({ text: expect.stringContaining('Provider') })
  }
})

it('a flipped bit in any compressed part with words is noticed', async () => {
  const bytes = sample('tables.pdf')
  const text = Buffer.from(bytes).toString('latin1')
  const parts = [...text.matchAll(/<<\/Length \d+ 0 R\/Filter\/FlateDecode>>\s*stream\r?\n/g)]
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts) {
    const flipped = bytes.slice()
    const at = part.index + part[0].length + 200
    flipped[at] = (flipped[at] ?? 0) ^ 4
    const outcome = await readPdf(flipped, 'a.pdf', options).catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError)
    else expect(outcome).toMatchObject({ notes: expect.arrayContaining([expect.objectContaining({ unread: true })]) })
  }
})
