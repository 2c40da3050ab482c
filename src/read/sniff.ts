// Tells by the content what kind of file it is, and for kinds that are not read, how to turn it into one that is.
// It looks at signatures and at the names inside a ZIP only; whether the file is sound is left to its reader.
import { Buffer } from 'node:buffer'
import type { Format } from '../domain/manuscript.ts'

export type Sniffed = { readonly format: Format } | Problem

interface Problem {
  /** What the file is, as a sentence without its full stop. */
  readonly problem: string
  readonly remedy: string
}

/** What reads .doc without an office program loses the numbers of clauses, and takes hidden and deleted words for the text. */
const byHand =
  'Open it in Word or LibreOffice and save it as .docx, or run: soffice --headless --convert-to docx FILE. Then check that file.'
const inWord = 'Open it in Word or LibreOffice and save it as .docx, then check that file.'

/** Kinds that are known by their first bytes. */
const signatures: readonly (readonly [string, Sniffed])[] = [
  ['{\\rtf', { format: 'rtf' }],
  ['\x89PNG', picture('PNG')],
  ['\xff\xd8\xff', picture('JPEG')],
  ['GIF8', picture('GIF')],
  ['II*\0', picture('TIFF')],
  ['MM\0*', picture('TIFF')],
  ['%!PS', { problem: 'This is a PostScript file, which is not read', remedy: 'Turn it into a PDF (ps2pdf) and check that.' }],
  ['\x1f\x8b', archive('gzip')],
  ["7z\xbc\xaf'\x1c", archive('7-Zip')],
  ['Rar!', archive('RAR')],
]

/** Kinds of ZIP by a name that they hold; the first that is there decides. */
const zips: readonly (readonly [string, Sniffed])[] = [
  ['application/vnd.oasis.opendocument.text', { format: 'odt' }],
  ['word/', { format: 'docx' }],
  ['xl/workbook', { problem: 'This is an Excel workbook, not a contract text', remedy: 'Save the sheet as PDF and check that.' }],
  ['ppt/presentation', { problem: 'This is a PowerPoint file, not a contract text', remedy: 'Save it as PDF and check that.' }],
  ['[Content_Types].xml', { format: 'docx' }],
]

/** The format of the bytes; the name only tells Markdown from plain text, and plain text from what it should not be. */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) return { problem: 'The file is empty', remedy: 'Check that it was saved or downloaded completely.' }
  const head = buffer.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) return { format: 'pdf' }
  if (head.startsWith('PK\x03\x04')) return zip(buffer)
  if (head.startsWith('PK\x05\x06')) return { problem: 'This is an empty ZIP archive', remedy: 'Check that it was saved completely.' }
  if (head.startsWith('\xd0\xcf\x11\xe0')) return compound(buffer)
  const known = signatures.find(([start]) => head.startsWith(start))
  return known?.[1] ?? textual(buffer, head, name)
}

function zip(buffer: Buffer): Sniffed {
  const known = zips.find(([inside]) => buffer.includes(inside, 0, 'latin1'))
  return (
    known?.[1] ?? {
      problem: 'This is a ZIP archive, and no Word document',
      remedy: 'Unpack it and check the files in it, with --together if they are one agreement.',
    }
  )
}

/** OLE compound files: old Office formats, and new ones under a password. */
function compound(buffer: Buffer): Problem {
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) {
    const remedy = 'Open it in Word, remove the password (File > Info > Protect Document) and save it under another name.'
    return { problem: 'This is a Word document protected by a password', remedy }
  }
  if (holds('WordDocument')) return { problem: 'This is a Word 97-2003 document (.doc), which is not read', remedy: byHand }
  if (holds('__properties_version1.0')) return { problem: 'This is an Outlook message', remedy: 'Save its attachment and check that.' }
  return { problem: 'This is an old Office file that is not read', remedy: inWord }
}

function textual(buffer: Buffer, head: string, name: string): Sniffed {
  const start = head.replace(/^(\xef\xbb\xbf)?\s*/, '').toLowerCase()
  if (/^(?:<!--[\s\S]{0,600}?-->\s*)?<(?:!doctype html|html)/.test(start) || /^<\?xml[\s\S]{0,300}<html/.test(start))
    return { format: 'html' }
  // A piece of a page: only its name tells it from text that shows tags.
  if (/\.x?html?$/i.test(name) && /<[a-z][a-z0-9]{0,15}[\s/>]/.test(start)) return { format: 'html' }
  if (start.startsWith('<?xml')) return { problem: 'This is an XML file, which is not read', remedy: inWord }
  if (isMessage(buffer)) return { format: 'eml' }
  if (isUtf16(buffer)) return plainText(name)
  if (isBinary(buffer))
    return {
      problem: 'This is neither a Word document, nor a PDF, nor text',
      remedy: 'Check that it is the right file and was saved completely.',
    }
  return plainText(name)
}

/** What is left of a document that was cut off, or a page of an error, is no contract: its name says that more was meant. */
function plainText(name: string): Sniffed {
  const meant = /\.(docx?|pdf|odt)$/i.exec(name)?.[0]
  if (meant === undefined) return { format: textFormat(name) }
  const remedy = 'Save or download it again; if it is meant to be text, name it .txt.'
  return { problem: `The file is named ${meant} and holds plain text`, remedy }
}

/** Lines of a message's head, before the first blank line: who it is from, and what every message says besides. */
function isMessage(buffer: Buffer): boolean {
  const head = buffer.toString('latin1', 0, 32_768).split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^[\w-]{1,60}:[ \t]/.test(head) && /^from:/im.test(head) && /^(?:mime-version|message-id|received|content-type):/im.test(head)
}

function isUtf16(buffer: Buffer): boolean {
  if (buffer.length < 2) return false
  const mark = buffer.readUInt16BE(0)
  if (mark === 0xfeff || mark === 0xfffe) return true
  const sample = buffer.subarray(0, 4096)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const half = sample.length / 2
  // Nearly every other byte is zero, and always on the same side: Latin letters in UTF-16 without a mark.
  return Math.max(...zeros) > half * 0.8 && Math.min(...zeros) < half * 0.05
}

/** More than one in fifty bytes is a control character that no text holds. */
function isBinary(buffer: Buffer): boolean {
  const sample = buffer.subarray(0, 65_536)
  let odd = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  return odd * 50 > sample.length
}

function textFormat(name: string): 'text' | 'markdown' {
  return /\.(md|markdown)$/i.test(name) ? 'markdown' : 'text'
}

function picture(kind: string): Problem {
  return { problem: `This is a picture (${kind})`, remedy: 'Run text recognition (OCR) on it and check the resulting PDF or text.' }
}

function archive(kind: string): Problem {
  return { problem: `This is a ${kind} archive`, remedy: 'Unpack it and check the files in it.' }
}
