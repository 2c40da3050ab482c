// Reading tables: rows, cells, how many columns each covers, what stands behind it, and the paragraphs and tables in
// it. Which of them become rows of the text, and where, is settled in rows.ts.
import { shadingColour } from './colour.ts'
import { createFlow, type Frame, type ParagraphReading } from './flow.ts'
import { type Change, readChange } from './properties.ts'
import type { Story } from './story.ts'
import { readTableLook, type TableLook } from './table-look.ts'
import { child, childElements, childFlag, childValue, integer, type XmlElement } from './xml.ts'

export interface CellReading {
  /** Paragraphs and tables in order. */
  readonly items: readonly (ParagraphReading | TableReading)[]
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

export interface TableReading {
  readonly rows: readonly RowReading[]
}

/** Columns that a cell may claim to cover; Word allows 63. */
const mostColumns = 63

const rowWrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Read a table with all that is in it, in the order in which numbers count. */
export function readTable(table: XmlElement, story: Story, frame: Frame): TableReading {
  const look = readTableLook(child(table, 'w:tblPr'), story.source.styles, story.source.theme)
  const rows = inside(table, 'w:tr')
  return { rows: rows.map((row, index) => readRow(row, index, rows.length, story, frame, look)) }
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
    ...statedChanges(child(properties, 'w:ins'), child(properties, 'w:del')),
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
  const items: (ParagraphReading | TableReading)[] = []
  // Word shows nothing of what stands in a cell that continues the one above.
  if (facts.joined) return { ...facts, items }
  const changes = statedChanges(child(properties, 'w:cellIns'), child(properties, 'w:cellDel'))
  const inner = { ...frame, tableRun: look.run, background: background ?? frame.background, ...changes }
  const flow = createFlow(story, inner, {
    paragraph: reading => items.push(reading),
    table: (table, around) => items.push(readTable(table, story, around)),
  })
  for (const element of childElements(cell)) flow.read(element)
  flow.end()
  return { ...facts, items }
}

function statedChanges(inserted: XmlElement | undefined, deleted: XmlElement | undefined): { inserted?: Change; deleted?: Change } {
  return {
    ...(inserted === undefined ? {} : { inserted: readChange(inserted) }),
    ...(deleted === undefined ? {} : { deleted: readChange(deleted) }),
  }
}

function columns(value: string | undefined, least: number): number {
  return Math.min(Math.max(integer(value) ?? least, least), mostColumns)
}
