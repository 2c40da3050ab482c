// Paragraphs, rows and furniture become the blocks of a manuscript with one text: headings told from
// paragraphs, spans exact. The only file here that knows offsets into the whole text.
import type { Block, Revision } from '../../domain/manuscript.ts'
import type { Span } from '../../domain/span.ts'
import type { Paragraph } from './paragraphs.ts'
import { join, type Strand, strand, withoutStruck } from './strand.ts'
import type { TableRow } from './tables.ts'

/** A text under construction. */
export interface Draft {
  text: string
  readonly blocks: Block[]
  /** Words struck out where no other words of their block are left: they go to the next one. */
  struck: string[]
}

/** A block without its place in the text. */
export type Look = Omit<Block, 'span' | 'pageBreaks' | 'hidden' | 'cells' | 'revisions'>

/** Adds a block to the draft; `cells` are offsets within the strand. Struck words are left out and recorded. */
export function addBlock(draft: Draft, all: Strand, look: Look, marks?: readonly Span[]): void {
  const { words, cells, struck } = withoutStruck(all, marks)
  if (words.text.trim() === '' && struck.length > 0) return void draft.struck.push(...struck.map(one => one.words))
  const offset = draft.text.length
  const moved = <T extends Span>(piece: T): Span => ({ start: piece.start + offset, end: piece.end + offset })
  const hidden = words.hidden.flatMap(piece => (piece.how === 'struck-out' ? [] : [{ span: moved(piece), how: piece.how }]))
  const pageBreaks = words.breaks.map(({ at, page }) => ({ at: at + offset, page }))
  const revisions = [...draft.struck.map(gone => crossedOut(gone, offset)), ...struck.map(one => crossedOut(one.words, one.at + offset))]
  draft.struck = []
  draft.blocks.push({
    span: moved({ start: 0, end: words.text.length }),
    ...look,
    ...(pageBreaks.length > 0 ? { pageBreaks } : {}),
    ...(hidden.length > 0 ? { hidden } : {}),
    ...(cells ? { cells: cells.map(moved) } : {}),
    ...(revisions.length > 0 ? { revisions } : {}),
  })
  draft.text += `${words.text}\n`
}

/** Words struck out after the last block belong to its end. */
export function endDraft(draft: Draft): void {
  const last = draft.blocks.pop()
  if (last === undefined) return
  const revisions = [...(last.revisions ?? []), ...draft.struck.map(gone => crossedOut(gone, last.span.end))]
  draft.blocks.push(revisions.length === 0 ? last : { ...last, revisions })
}

function crossedOut(words: string, at: number): Revision {
  return { kind: 'deleted', author: '', date: '', words, span: { start: at, end: at }, struck: true }
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
