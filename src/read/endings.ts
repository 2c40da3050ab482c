// Whether a file that says where it ends was cut off before that. Formats with a directory at their end (DOCX, ODT, PDF)
// cannot be opened without it; these can, and would be read as if nothing were missing.
import type { Manuscript, Note } from '../domain/manuscript.ts'

const tail = 5000
const cutOff: Note = {
  code: 'truncated',
  message: 'The file breaks off before its end: it seems cut short, and what is missing may change all.',
  unread: true,
}

/** The manuscript of a file; where its end is missing, with a note, and not whole. */
export function ended(manuscript: Manuscript, raw: string): Manuscript {
  return lacksEnd(manuscript.format, raw) ? { ...manuscript, incomplete: true, notes: [...manuscript.notes, cutOff] } : manuscript
}

function lacksEnd(format: Manuscript['format'], raw: string): boolean {
  if (format === 'rtf') return !/\}[\s\0]*$/.test(raw.slice(-tail))
  // Pages that leave out the end leave out the beginning too.
  if (format === 'html') return /<html[\s>]/i.test(raw.slice(0, tail)) && !/<\/(?:html|body)\s*>/i.test(raw.slice(-tail))
  return format === 'eml' && lacksBoundary(raw)
}

/** Of a message of several parts the line that ends the last one (RFC 2046, 5.1.1). */
function lacksBoundary(raw: string): boolean {
  const head = raw.slice(0, 65_536).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const type = /^content-type:[ \t]*multipart\/[^\n]{0,900}(?:\n[ \t][^\n]{0,900}){0,9}/im.exec(head)?.[0] ?? ''
  const boundary = /boundary\s{0,3}=\s{0,3}(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  return mark !== undefined && !raw.includes(`--${mark}--`)
}
