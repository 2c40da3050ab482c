// Writing tables: each row becomes one block with its cells; joined cells stand once for each place they cover. A table
// of one column is a box around text and written as the text in it; a table within a cell follows its row.
import type { Block } from '../../domain/manuscript.ts'
import type { Span } from '../../domain/span.ts'
import type { ParagraphReading } from './flow.ts'
import type { Attachment } from './inline.ts'
import type { Source } from './story.ts'
import { isHeaderLike, paragraphsOf } from './table-header.ts'
import type { CellReading, RowReading, TableReading } from './tables.ts'
import type { CellDraft, Draft, Piece } from './writer.ts'

/** Where text of boxes goes, and what the paragraphs of a row refer to. */
export interface TableSink {
  paragraph(reading: ParagraphReading): void
  attachments(attachments: readonly Attachment[]): void
}

/** Write a table; `kind` is that of the blocks around it: in headers and notes a row is one of their lines. */
export function writeTable(table: TableReading, kind: Draft['kind'], source: Source, sink: TableSink): void {
  const boxed = table.rows.every(row => row.cells.length <= 1)
  const id = source.nextTable()
  const headers = countHeaders(table.rows)
  const above = new Map<number, Span>()
  for (const [index, row] of table.rows.entries()) {
    const items = row.cells.flatMap(cell => cell.items)
    if (boxed || isHeadingRow(row)) {
      writeItems(items, kind, source, sink)
      continue
    }
    const framed = kind === 'paragraph' || kind === 'textbox'
    const place = framed ? { table: { id, row: index, header: index < headers } } : {}
    rememberCells(row, source.writer.add(draftRow(row, framed ? 'row' : kind, place, above)), above)
    sink.attachments(row.cells.flatMap(paragraphsOf).flatMap(paragraph => paragraph.attachments))
    writeItems(items.filter(isTable), kind, source, sink)
  }
}

function writeItems(items: readonly (ParagraphReading | TableReading)[], kind: Draft['kind'], source: Source, sink: TableSink): void {
  for (const item of items) {
    if (isTable(item)) writeTable(item, kind, source, sink)
    else sink.paragraph(item)
  }
}

function isTable(item: ParagraphReading | TableReading): item is TableReading {
  return 'rows' in item
}

/** The rows that Word repeats on each page; without any, a first row that looks like a header. */
function countHeaders(rows: readonly RowReading[]): number {
  const plain = rows.findIndex(row => !row.header)
  if (plain !== 0) return plain < 0 ? rows.length : plain
  return isHeaderLike(rows) ? 1 : 0
}

/** A heading across the whole table is a heading, not a row. */
function isHeadingRow(row: RowReading): boolean {
  return row.cells.length === 1 && row.cells.flatMap(paragraphsOf).some(paragraph => paragraph.draft.kind === 'heading')
}

function draftRow(row: RowReading, kind: Draft['kind'], place: Pick<Block, 'table'>, above: ReadonlyMap<number, Span>): Draft {
  const starts = columnStarts(row)
  const cells = row.cells.map((cell, index): CellDraft => {
    const joined = cell.joined ? above.get(starts[index] as number) : undefined
    return { pieces: joinParagraphs(cell, index === 0), covers: cell.covers, ...(joined === undefined ? {} : { above: joined }) }
  })
  const label = row.cells[0] === undefined ? undefined : paragraphsOf(row.cells[0])[0]?.draft.facts.label
  const where = row.cells.flatMap(paragraphsOf)[0]?.draft.facts.place
  const facts = { ...(label === undefined ? {} : { label }), ...(where === undefined ? {} : { place: where }), ...place }
  return { kind, pieces: [], cells: [...blankCells(row.before), ...cells, ...blankCells(row.after)], facts }
}

function blankCells(count: number): CellDraft[] {
  return Array.from({ length: count }, () => ({ pieces: [], covers: 1 }))
}

/** Note where the cells stand, for those below that are joined to them. */
function rememberCells(row: RowReading, block: Block | undefined, above: Map<number, Span>): void {
  const starts = columnStarts(row)
  row.cells.forEach((cell, index) => {
    const column = starts[index] as number
    const span = block?.cells?.[column]
    if (cell.joined) return
    if (span === undefined) above.delete(column)
    else above.set(column, span)
  })
}

/** Column in which each cell begins, from 0. */
function columnStarts(row: RowReading): number[] {
  let column = row.before
  return row.cells.map(cell => {
    column += cell.covers
    return column - cell.covers
  })
}

/** The paragraphs of a cell on one line; numbers of all but the row's first are put into it, or they would be lost. */
function joinParagraphs(cell: CellReading, first: boolean): Piece[] {
  const pieces: Piece[] = []
  paragraphsOf(cell).forEach(({ draft }, index) => {
    if (index > 0) pieces.push(space)
    const label = first && index === 0 ? undefined : draft.facts.label
    const shown = draft.pieces.find(piece => piece.text.trim() !== '')
    if (label !== undefined) pieces.push({ ...shown, text: `${label} `, bold: true })
    for (const piece of draft.pieces) pieces.push(piece.text.includes('\n') ? { ...piece, text: piece.text.replaceAll('\n', ' ') } : piece)
  })
  return pieces
}

const space: Piece = { text: ' ', bold: true }
