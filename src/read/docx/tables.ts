// Tables: each row becomes one block with its cells; joined cells stand once for each place they cover. A table of
// one column is a box around text and read as the text in it; a table within a cell follows the row it stands in.
import type { Span } from '../../domain/span.ts'
import { shadingColour } from './colour.ts'
import { createFlow, type Frame, type ParagraphReading } from './flow.ts'
import type { Attachment } from './inline.ts'
import { type Change, readChange } from './properties.ts'
import type { Story } from './story.ts'
import { isHeaderLike } from './table-header.ts'
import { readTableLook, type TableLook } from './table-look.ts'
import type { CellDraft, Piece } from './writer.ts'
import { child, childElements, childFlag, childValue, integer, type XmlElement } from './xml.ts'

export interface CellReading {
  readonly paragraphs: readonly ParagraphReading[]
  readonly tables: readonly { readonly table: XmlElement; readonly frame: Frame }[]
  readonly covers: number
  /** Joined to the cell above. */
  readonly joined: boolean
  readonly shaded: boolean
}

export interface RowReading {
  readonly cells: readonly CellReading[]
  readonly header: boolean
  readonly before: number
  readonly after: number
}

/** What a table hands back: text of boxes, and what its paragraphs refer to. */
export interface TableSink {
  paragraph(reading: ParagraphReading): void
  attachments(attachments: readonly Attachment[]): void
}

/** Columns that a cell may claim to cover; Word allows 63. */
const mostColumns = 63

const rowWrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Make the function that reads and writes the tables of a story. */
export function createTableReader(story: Story, sink: TableSink): (table: XmlElement, frame: Frame) => void {
  const readTable = (table: XmlElement, frame: Frame): void => {
    const look = readTableLook(child(table, 'w:tblPr'), story.source.styles, story.source.theme)
    const elements = inside(table, 'w:tr')
    const rows = elements.map((row, index) => readRow(row, index, elements.length, story, frame, look))
    const boxed = rows.every(row => row.cells.length <= 1)
    const id = story.source.nextTable()
    const headers = countHeaders(rows)
    const above = new Map<number, Span>()
    rows.forEach((row, index) => {
      if (boxed || isHeadingRow(row)) for (const paragraph of row.cells.flatMap(cell => cell.paragraphs)) sink.paragraph(paragraph)
      else writeRow(row, { id, row: index, header: index < headers }, story, frame, above)
      for (const { table: nested, frame: inner } of row.cells.flatMap(cell => cell.tables)) readTable(nested, inner)
      if (!boxed && !isHeadingRow(row)) {
        sink.attachments(row.cells.flatMap(cell => cell.paragraphs.flatMap(paragraph => paragraph.attachments)))
      }
    })
  }
  return readTable
}

function inside(parent: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const element of childElements(parent)) {
    if (element.name === name) found.push(element)
    else if (rowWrappers.has(element.name)) inside(element, name, found)
  }
  return found
}

function readRow(row: XmlElement, index: number, rows: number, story: Story, frame: Frame, look: TableLook): RowReading {
  const properties = child(row, 'w:trPr')
  const around = {
    ...frame,
    ...rowChanges(properties, story),
    ...(childFlag(properties, 'w:hidden') ? { hidden: 'hidden-run' as const } : {}),
  }
  const elements = inside(row, 'w:tc')
  const cells: CellReading[] = []
  elements.forEach((cell, column) => {
    const merge = child(child(cell, 'w:tcPr'), 'w:hMerge')
    const last = cells.at(-1)
    // Older files join cells across by marking those that follow.
    if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && last !== undefined)
      cells[cells.length - 1] = { ...last, covers: last.covers + 1 }
    else cells.push(readCell(cell, story, around, look(index, column, rows, elements.length)))
  })
  return {
    cells,
    header: childFlag(properties, 'w:tblHeader') ?? false,
    before: columns(childValue(properties, 'w:gridBefore'), 0),
    after: columns(childValue(properties, 'w:gridAfter'), 0),
  }
}

function rowChanges(properties: XmlElement | undefined, story: Story): { inserted?: Change; deleted?: Change } {
  const [inserted, deleted] = [child(properties, 'w:ins'), child(properties, 'w:del')]
  for (const change of [inserted, deleted]) if (change !== undefined) story.source.notes.changed(readChange(change).author)
  return {
    ...(inserted === undefined ? {} : { inserted: readChange(inserted) }),
    ...(deleted === undefined ? {} : { deleted: readChange(deleted) }),
  }
}

function readCell(cell: XmlElement, story: Story, frame: Frame, look: ReturnType<TableLook>): CellReading {
  const properties = child(cell, 'w:tcPr')
  const merge = child(properties, 'w:vMerge')
  const own = shadingColour(child(properties, 'w:shd'), story.source.theme)
  const background = own ?? look.background
  const facts = {
    covers: columns(childValue(properties, 'w:gridSpan'), 1),
    joined: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    shaded: background !== undefined,
  }
  const paragraphs: ParagraphReading[] = []
  const tables: { table: XmlElement; frame: Frame }[] = []
  // Word shows nothing of what stands in a cell that continues the one above.
  if (facts.joined) return { ...facts, paragraphs, tables }
  const inner = { ...frame, tableRun: look.run, background: background ?? frame.background, ...cellChanges(properties) }
  const flow = createFlow(story, inner, {
    paragraph: reading => paragraphs.push(reading),
    table: (table, around) => tables.push({ table, frame: around }),
  })
  for (const element of childElements(cell)) flow.read(element)
  flow.end()
  return { ...facts, paragraphs, tables }
}

function cellChanges(properties: XmlElement | undefined): { inserted?: Change; deleted?: Change } {
  const [inserted, deleted] = [child(properties, 'w:cellIns'), child(properties, 'w:cellDel')]
  return {
    ...(inserted === undefined ? {} : { inserted: readChange(inserted) }),
    ...(deleted === undefined ? {} : { deleted: readChange(deleted) }),
  }
}

function columns(value: string | undefined, least: number): number {
  return Math.min(Math.max(integer(value) ?? least, least), mostColumns)
}

/** The rows that Word repeats on each page; without any, a first row that looks like a header. */
function countHeaders(rows: readonly RowReading[]): number {
  const plain = rows.findIndex(row => !row.header)
  if (plain !== 0) return plain < 0 ? rows.length : plain
  return isHeaderLike(rows) ? 1 : 0
}

/** A heading across the whole table is a heading, not a row. */
function isHeadingRow(row: RowReading): boolean {
  const paragraphs = row.cells[0]?.paragraphs ?? []
  return row.cells.length === 1 && paragraphs.some(paragraph => paragraph.draft.kind === 'heading')
}

function writeRow(
  row: RowReading,
  table: { id: number; row: number; header: boolean },
  story: Story,
  frame: Frame,
  above: Map<number, Span>,
): void {
  const starts = columnStarts(row)
  const first = row.cells[0]?.paragraphs[0]?.draft.facts
  const cells = row.cells.map((cell, index): CellDraft => {
    const joined = cell.joined ? above.get(starts[index] as number) : undefined
    return { pieces: joinParagraphs(cell, index === 0), covers: cell.covers, ...(joined === undefined ? {} : { above: joined }) }
  })
  const framed = frame.kind === 'paragraph' || frame.kind === 'textbox'
  const place = row.cells.find(cell => cell.paragraphs.length > 0)?.paragraphs[0]?.draft.facts.place
  const facts = {
    ...(first?.label === undefined ? {} : { label: first.label }),
    ...(place === undefined ? {} : { place }),
    ...(framed ? { table } : {}),
  }
  const blank = (count: number): CellDraft[] => Array.from({ length: count }, () => ({ pieces: [], covers: 1 }))
  const drafts = [...blank(row.before), ...cells, ...blank(row.after)]
  const block = story.source.writer.add({ kind: framed ? 'row' : frame.kind, pieces: [], cells: drafts, facts })
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
  cell.paragraphs.forEach(({ draft }, index) => {
    if (index > 0) pieces.push(space)
    const label = first && index === 0 ? undefined : draft.facts.label
    const shown = draft.pieces.find(piece => piece.text.trim() !== '')
    if (label !== undefined && shown !== undefined) pieces.push({ ...shown, text: `${label} `, bold: true })
    for (const piece of draft.pieces) pieces.push(piece.text.includes('\n') ? { ...piece, text: piece.text.replaceAll('\n', ' ') } : piece)
  })
  return pieces
}

const space: Piece = { text: ' ', bold: true }
