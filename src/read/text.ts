// Plain text and Markdown to a Manuscript. Lines become blocks in read/lines; Markdown's marks are
// taken off in read/markdown. What labels and headings mean for the outline is left to parse/.
import type { Format, Manuscript, Note } from '../domain/manuscript.ts'
import { decodeUnknown } from './decode.ts'
import { blocksOf } from './lines.ts'
import { cleanMarkdown, plainLines } from './markdown.ts'
import { findMishaps } from './mishaps.ts'

export interface TextOptions {
  readonly sha256: string
  readonly format: Extract<Format, 'text' | 'markdown'>
}

/**
 * Reads a text or Markdown file.
 * For plain text the text is the file's own, unaltered; for Markdown it is the text without its marks.
 * @param bytes the file: UTF-8, UTF-16 with a byte order mark, or failing both Latin-1
 */
export function readText(bytes: Uint8Array, name: string, options: TextOptions): Manuscript {
  const decoded = decode(bytes)
  const source = options.format === 'markdown' ? cleanMarkdown(decoded.text) : plainLines(decoded.text)
  const blocks = blocksOf(source)
  const mishaps = findMishaps(decoded.text, decoded.broken)
  return {
    name,
    format: options.format,
    sha256: options.sha256,
    text: source.text,
    blocks,
    pages: [],
    notes: [...decoded.notes, ...mishaps],
    ...(mishaps.length > 0 && { incomplete: true }),
  }
}

function decode(bytes: Uint8Array): { text: string; broken: number; notes: Note[] } {
  const { text, guessed, broken } = decodeUnknown(bytes)
  return { text, broken, notes: guessed ? [latin1] : [] }
}

const latin1: Note = {
  code: 'read-by-other-means',
  message: 'The file is not UTF-8 and was read as Windows-1252 (Latin-1); unusual characters may be wrong.',
  unread: false,
}
