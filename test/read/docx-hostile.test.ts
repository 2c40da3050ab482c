// Files that are no DOCX, broken, or made to do harm: each ends in a message that says what it is and what to do,
// quickly, and never in half a contract.
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/domain/errors.ts'
import { readDocx } from '../../src/read/docx/docx.ts'
import type { DocxLimits } from '../../src/read/docx/limits.ts'
import { buildDocx, docxFiles, p, r, table, zipFiles } from './docx-builder.ts'

function refusal(bytes: Uint8Array, limits: Partial<DocxLimits> = {}): string {
  try {
    readDocx(bytes, 'deal.docx', { sha256: '', limits })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(error).toMatchObject({ kind: 'unreadable', where: 'deal.docx' })
    expect(error.remedy).toMatch(/^[A-Z].*\.$/)
    return error.message
  }
  return 'read'
}

const ole = (...streams: string[]): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), ...streams.map(name => Buffer.from(name, 'utf16le'))])
const files = docxFiles(p('Provider shall log.'))
const without = (name: string): Uint8Array => zipFiles(Object.fromEntries(Object.entries(files).filter(([key]) => key !== name)))
const withDocument = (xml: string): Uint8Array => zipFiles({ ...files, 'word/document.xml': xml })
const sound = buildDocx(p('Provider shall retain logs for 90 days.') + table([['a', 'b']]), { comments: '' })

describe('files that are no DOCX', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty'],
    ['text', strToU8('This Agreement is made'), 'not a DOCX'],
    ['a PDF', strToU8('%PDF-1.7 ...'), 'a PDF'],
    ['RTF', strToU8('{\\rtf1 x}'), 'an RTF'],
    ['a web page', strToU8('<!DOCTYPE html><html>'), 'a web page'],
    ['a legacy document', ole('Root Entry', 'WordDocument'), '.doc'],
    ['a file under a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), 'password'],
    ['another legacy file', ole('Root Entry', 'Workbook'), 'legacy Office'],
    ['a spreadsheet', zipFiles({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), 'spreadsheet'],
    ['a presentation', zipFiles({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<x/>' }), 'presentation'],
    ['an OpenDocument text', zipFiles({ mimetype: 'x', 'content.xml': '<x/>' }), 'OpenDocument'],
    ['any archive', zipFiles({ 'notes.txt': 'hello' }), 'without a Word document'],
    ['a package without its main part', without('word/document.xml'), 'is missing'],
  ])('%s', (_, bytes, words) => {
    expect(refusal(bytes)).toContain(words)
  })
})

describe('broken files', () => {
  it.each([
    ['not well-formed', withDocument('<w:document><w:body>'), 'not well-formed'],
    ['an unknown entity', withDocument('<w:document>&lol;</w:document>'), 'not well-formed'],
    ['a DTD', withDocument('<!DOCTYPE a [<!ENTITY b "bbb">]><w:document/>'), 'document type declaration'],
    ['no XML at all', withDocument(''), 'not well-formed'],
    ['an unknown encoding', withDocument('<?xml version="1.0" encoding="klingon"?><w:document/>'), 'character encoding'],
  ])('%s', (_, bytes, words) => {
    expect(refusal(bytes)).toContain(words)
  })

  it('cut off anywhere', () => {
    for (let length = 1; length < sound.length; length += 37) expect(refusal(sound.slice(0, length))).not.toBe('read')
  })

  it('with one bit wrong, is refused or reads the same', () => {
    const text = readDocx(sound, 'x', { sha256: '' }).text
    fc.assert(
      fc.property(fc.nat(sound.length * 8 - 1), bit => {
        const bytes = sound.slice()
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const message = refusal(bytes)
        if (message === 'read') expect(readDocx(bytes, 'x', { sha256: '' }).text).toBe(text)
      }),
      { numRuns: 400, seed: 11 },
    )
  })

  it('an encrypted part', () => {
    const bytes = sound.slice()
    const entry = bytes.findIndex((_, at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2)
    for (let at = entry; at < bytes.length - 4; at++)
      if (bytes[at] === 0x50 && bytes[at + 2] === 1 && bytes[at + 3] === 2) bytes[at + 8] = 1
    expect(refusal(bytes)).toContain('encrypted')
  })
})

describe('limits', () => {
  it.each<[string, Uint8Array, Partial<DocxLimits>, string]>([
    ['entries', sound, { entries: 3 }, 'parts'],
    ['bytes of a part', sound, { partBytes: 500 }, 'unpacks to'],
    ['bytes in all', sound, { totalBytes: 2000 }, 'unpack to'],
    ['elements', sound, { nodes: 20 }, 'XML elements'],
    ['depth', withDocument(`<w:document>${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}</w:document>`), {}, 'deeper than'],
    ['characters', buildDocx(p('x'.repeat(100))), { characters: 50 }, 'characters'],
  ])('on %s', (_, bytes, limits, words) => {
    expect(refusal(bytes, limits)).toContain(words)
  })

  it('on how far a part unpacks', () => {
    expect(refusal(withDocument(`<w:document>${' '.repeat(3_000_000)}</w:document>`))).toContain('400 times')
  })

  it('hold for a part that lies about its size', () => {
    const bytes = zipSync({
      '_rels/.rels': strToU8('<Relationships/>'),
      'word/document.xml': strToU8(`<w:document>${'a'.repeat(5000)}</w:document>`),
    })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    expect(refusal(bytes)).toContain('cannot be unpacked')
  })

  it('two parts of one name are refused', () => {
    expect(refusal(zipFiles({ ...files, 'word/DOCUMENT.xml': '<w:document/>' }))).toContain('twice')
  })

  it('a part packed in another way is refused', () => {
    const bytes = sound.slice()
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 10, 12, true)
    expect(refusal(bytes)).toContain('packed in a way')
  })

  it('fields, tables and lists without end cost no more than their size', () => {
    const fields = r('a') + '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>'.repeat(20_000) + r('b')
    const nested = (depth: number): string => (depth === 0 ? p('deep') : `<w:tbl><w:tr><w:tc>${nested(depth - 1)}</w:tc></w:tr></w:tbl>`)
    const started = performance.now()
    expect(readDocx(buildDocx(p(fields) + nested(70)), 'x', { sha256: '' }).text).toBe('ab\ndeep\n')
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('paragraphs without end whose marks are deleted cost no more than their size', () => {
    const struck = `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="B"/></w:rPr></w:pPr><w:del w:id="2" w:author="B"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`
    const spent = (count: number): number => {
      const bytes = buildDocx(struck.repeat(count) + p('The Provider shall log.'))
      const before = process.cpuUsage()
      expect(readDocx(bytes, 'x', { sha256: '' }).text).toBe('The Provider shall log.\n')
      return process.cpuUsage(before).user / 1000
    }
    const small = Math.min(spent(2500), spent(2500))
    expect(spent(20_000)).toBeLessThan(8 * 3 * small + 300)
  })

  it('unpacks parts that are stored or packed alike', () => {
    const stored = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, [strToU8(xml), { level: 0 as const }]])))
    expect(readDocx(stored, 'x', { sha256: '' }).text).toBe('Provider shall log.\n')
  })
})
