// What a file is that was given as DOCX and is none: the message that says so and what to do.
// Looks at a few bytes only; says nothing of files that look right.
import { UserError } from '../../domain/errors.ts'

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const otherFormats: readonly (readonly [string, string, string])[] = [
  ['%PDF-', 'a PDF', 'Give it the extension .pdf.'],
  ['{\\rtf', 'an RTF document', 'Open it in a word processor and save it as DOCX.'],
  ['<html', 'a web page', 'Open it in a word processor and save it as DOCX.'],
  ['<!doctype html', 'a web page', 'Open it in a word processor and save it as DOCX.'],
  ['<?xml', 'an XML file', 'Open it in a word processor and save it as DOCX.'],
]

/**
 * Refuse what cannot be a DOCX, by its first bytes.
 * @throws UserError naming what the file is instead
 */
export function refuseOtherFormats(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw refusal(file, 'the file is empty', 'Ask for the file again.')
  if (oleSignature.every((byte, index) => bytes[index] === byte)) throw refuseOle(bytes, file)
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().toLowerCase()
  const other = otherFormats.find(([start]) => head.startsWith(start.toLowerCase()))
  if (other !== undefined) throw refusal(file, `the file is ${other[1]}, not a DOCX`, other[2])
  if (!head.startsWith('pk')) throw refusal(file, 'the file is not a DOCX', 'Open it in a word processor and save it as DOCX.')
}

/**
 * The error for a sound ZIP file without a Word document in it.
 * @param names the parts that it holds
 */
export function refuseOtherZip(names: readonly string[], file: string): UserError {
  const has = (start: string): boolean => names.some(name => name.startsWith(start))
  if (has('xl/')) return refusal(file, 'the file is a spreadsheet, not a DOCX', 'Save the sheets as PDF, or copy the text into a DOCX.')
  if (has('ppt/')) return refusal(file, 'the file is a presentation, not a DOCX', 'Save the slides as PDF.')
  if (names.includes('content.xml')) {
    return refusal(file, 'the file is an OpenDocument file, not a DOCX', 'Open it in a word processor and save it as DOCX.')
  }
  return refusal(file, 'the file is a ZIP archive without a Word document in it', 'Unpack it and check the documents in it.')
}

/** Encrypted DOCX and legacy DOC share one container; the names of its streams, in UTF-16, tell them apart. */
function refuseOle(bytes: Uint8Array, file: string): UserError {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage') || holds('DRMEncryptedDataSpace')) {
    return refusal(file, 'the file is protected by a password', 'Open it in a word processor and save a copy without a password.')
  }
  if (holds('WordDocument')) {
    return refusal(file, 'the file is a legacy Word 97-2003 document (.doc)', 'Open it in a word processor and save it as DOCX.')
  }
  return refusal(
    file,
    'the file is a legacy Office file, not a DOCX',
    'Open it in the program it was made with and save it as DOCX or PDF.',
  )
}

function refusal(file: string, what: string, remedy: string): UserError {
  return new UserError('unreadable', file, what, remedy)
}
