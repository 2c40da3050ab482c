// Paragraphs, rows and furniture become the blocks of a manuscript with one text: headings told from
// paragraphs, spans exact. The only file here that knows offsets into the whole text.
import type { Block } from '../../domain/manuscript.ts'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from './paragraphs.ts'
import { join, type Strand, strand } from './strand.ts'
import type { TableRow } from './tables.ts'

/** A text under construction. */
export interface Draft {
  text: string
  readonly blocks: Block[]
}

/** A block without its place in the text. */
export type Look = Omit<Block, 'span' | 'pageBreaks' | 'hidden' | 'cells'>

/** Adds a block to the draft; `cells` are offsets within the strand. */
export function addBlock(draft: Draft, words: Strand, look: Look, cells?: readonly Span[]): void {
  const offset = draft.text.length
  const span = { start: offset, end: offset + words.text.length }
  const hidden = words.hidden.map(({ start, end, how }) => ({ span: { start: start + offset, end: end + offset }, how }))
  const pageBreaks = words.breaks.map(({ at, page }) => ({ at: at + offset, page }))
  draft.blocks.push({
    span,
    ...look,
    ...(pageBreaks.length > 0 ? { pageBreaks } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(cells ? { cells: cells.map(({ start, end }) => ({ start: start + offset, end: end + offset })) } : {}),
  })
  draft.text += `${words.text}\n`
}

/** Adds a row: each distinct cell once, between them " | ". */
export function addRow(draft: Draft, row: TableRow): void {
  const spans = new Map<Strand, Span>()
  let words = strand('')
  for (const cell of new Set(row.cells)) {
    words = spans.size === 0 ? cell : join(words, cell, ' | ')
    spans.set(cell, { start: words.text.length - cell.text.length, end: words.text.length })
  }
  const cells = row.cells.map(cell => spans.get(cell) as Span)
  const table = { id: row.table, row: row.row, header: row.header }
  addBlock(draft, words, { kind: 'row', page: row.page, table, ...(row.bold ? { bold: true } : {}) }, cells)
}

/** Adds a paragraph or heading; `bodySize` is the size of most of the text. */
export function addParagraph(draft: Draft, paragraph: Paragraph, bodySize: number): void {
  const first = paragraph.lines[0]
  if (!first) return
  const bold = paragraph.lines.every(line => line.bold) || isCapitals(paragraph.strand.text)
  const heading = isHeading(paragraph, bold, bodySize)
  addBlock(draft, paragraph.strand, {
    kind: heading ? 'heading' : 'paragraph',
    ...(heading ? { level: headingLevel(first.label, first.size, bodySize) } : {}),
    ...(first.label === undefined ? {} : { label: first.label }),
    page: first.page,
    indent: Math.max(0, Math.round(first.outer - first.column.left)),
    ...(bold ? { bold } : {}),
  })
}

/** Adds a footnote. */
export function addNote(draft: Draft, paragraph: Paragraph | undefined): void {
  const first = paragraph?.lines[0]
  if (!paragraph || !first) return
  addBlock(draft, paragraph.strand, { kind: 'footnote', ...(first.label === undefined ? {} : { label: first.label }), page: first.page })
}

const longestHeading = 140
const mostHeadingWords = 10

function isHeading(paragraph: Paragraph, bold: boolean, bodySize: number): boolean {
  const { text } = paragraph.strand
  const size = paragraph.lines[0]?.size ?? bodySize
  if (text.length > longestHeading || !/\p{L}{2}/u.test(text) || /[;,:]$|[a-z]{2}\.$/.test(text) || isShouted(text)) return false
  return bold || size > bodySize * 1.12
}

/** A whole sentence in capitals, as disclaimers are; "9. LIMITATION OF LIABILITY." is a heading. */
function isShouted(text: string): boolean {
  return /\.["”’)]*$/.test(text) && text.split(/\s+/).length > mostHeadingWords
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** By the depth of its number; without one, by its size. */
function headingLevel(label: string | undefined, size: number, bodySize: number): number {
  const figures = label?.match(/\d+/g)?.length
  if (figures) return figures
  const ratio = size / bodySize
  return ratio > 1.3 ? 1 : ratio > 1.12 ? 2 : 3
}
