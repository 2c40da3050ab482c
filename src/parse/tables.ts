// Tables to provisions: a row with its header cells and the sentence that introduces the table. A cell of
// several sentences gives one provision for each, led in by the row's first cell.
import type { Span } from '../domain/span.ts'
import { add, type Draft, newParagraph } from './draft.ts'
import type { Item } from './items.ts'
import { zoneOfItem } from './provisions.ts'
import { sentencesOf } from './sentences.ts'

interface Table {
  readonly rows: readonly Item[]
  readonly columns?: readonly Span[]
  readonly intro: readonly Span[]
  readonly paragraph: number
}

/** Reads the table that starts at item `at`; the index of the item after it. */
export function readTable(draft: Draft, at: number): number {
  const id = draft.items[at]?.block.table?.id
  let end = at + 1
  while (end < draft.items.length && draft.items[end]?.block.kind === 'row' && draft.items[end]?.block.table?.id === id) end += 1
  const rows = draft.items.slice(at, end)
  const headers = usableHeaders(rows, headerRows(draft.text, rows))
  const names = rows[headers - 1]?.block.cells
  const columns = names?.some(name => name.end > name.start) === true ? names : undefined
  const table: Table = {
    rows,
    intro: introduction(draft, at),
    paragraph: newParagraph(draft),
    ...(columns === undefined ? {} : { columns }),
  }
  for (let index = 0; index < rows.length; index += 1) {
    // Only the lowest header row names the columns; what stands above it is read as a row, and no word is lost.
    if (index !== headers - 1) readRow(draft, table, rows[index] as Item, draft.sectionOf[at + index] as number)
  }
  return end
}

/** Headers that fit no row below, having fewer cells or more, name nothing, and are read as a row. */
function usableHeaders(rows: readonly Item[], headers: number): number {
  const width = rows[headers - 1]?.block.cells?.length ?? 0
  return rows.slice(headers).some(row => row.block.cells?.length === width) ? headers : 0
}

const columnName =
  /^(?:(?:item|no|nr|row|term|subject|matter|field|particulars?|value|description|parameter|figure|amount|details?|party|role|measure|requirement|stipulation|ref|class|filter|service level|metric|target|source|basis|meaning|definition|control|category|threshold|period|notes?|remarks?)(?:\.|s)?)$/i

/** Short names over rows that all bear a number. */
function headsLabels(rows: readonly Item[], names: readonly string[]): boolean {
  const labelled = rows.slice(1).every(row => row.numbering !== undefined)
  return labelled && rows[0]?.numbering === undefined && names.every(name => name.length < 60 && !/\d|[;]$/.test(name))
}

/** How many rows are headers: those marked, or a first row of short names over longer rows. */
function headerRows(text: string, rows: readonly Item[]): number {
  let marked = 0
  while (marked < rows.length && rows[marked]?.block.table?.header === true) marked += 1
  if (marked > 0) return marked
  if (rows[0]?.block.bold === true && rows[1] !== undefined && rows[1].block.bold !== true) return 1
  const cells = rows[0]?.block.cells ?? []
  const names = cells.map(cell => text.slice(cell.start, cell.end).trim())
  if (rows.length > 1 && (names.every(name => columnName.test(name)) || headsLabels(rows, names))) return 1
  const short =
    names.length > 2 &&
    rows.length > 2 &&
    names.every(name => name !== '' && name.length < 60 && !/\d|(?<!\bN[or])[.;]$|\b(?:shall|must|will|is|are)\b/.test(name))
  return short && rows[0]?.numbering === undefined && new Set(names).size === names.length ? 1 : 0
}

/** The last sentence before a table, where it ends in a colon, speaks of the table, or is short. */
function introduction(draft: Draft, at: number): Span[] {
  const before = draft.items[at - 1]
  if (before === undefined || before.block.kind === 'row' || before.body.end <= before.body.start) return []
  const sentence = sentencesOf(draft.text, before.body).at(-1)
  if (sentence === undefined) return []
  const words = draft.text.slice(sentence.start, sentence.end)
  const leads =
    /:$|\b(?:tables?|following|below|follows|hereunder|figures|values|set out|listed)\b/i.test(words) || words.split(/\s+/).length <= 25
  return leads ? [sentence] : []
}

function readRow(draft: Draft, table: Table, row: Item, section: number): void {
  const zone = zoneOfItem(draft, row, section, undefined)
  const cells = row.block.cells ?? []
  const base = { section, zone, paragraph: table.paragraph }
  const moods = moodColumns(draft.text, table, cells)
  if (moods.length > 0) return readMoods(draft, table, cells, moods, base)
  const long = cells.filter(cell => cell.end - cell.start > 160)
  const split = long.map(cell => ({ cell, sentences: sentencesOf(draft.text, cell) })).filter(entry => entry.sentences.length > 1)
  if (split.length === 0 || cells.length > 3)
    return add(draft, { ...base, span: row.body, leadIns: table.intro, cells, columns: columnsFor(table, cells) })
  for (const cell of cells) readCell(draft, table, cells, cell, base)
}

const mood = /^(?:(?:the )?\p{L}+ )?(?:shall|must|should|may)$/iu

/** The columns named "shall", "should" or "may", where a row has more than a mark in one of them. */
function moodColumns(text: string, { columns = [] }: Table, cells: readonly Span[]): number[] {
  const moods = columns.flatMap((name, at) => (mood.test(text.slice(name.start, name.end).trim()) ? [at] : []))
  const says = moods.some(at => /\S\s+\S+\s+\S/.test(text.slice(cells[at]?.start ?? 0, cells[at]?.end ?? 0)))
  return columns.length === cells.length && says ? moods : []
}

/** Each cell under a mood is a sentence of its own that the mood leads in; the other cells say what it is about. */
function readMoods(
  draft: Draft,
  table: Table,
  cells: readonly Span[],
  moods: readonly number[],
  base: { section: number; zone: ReturnType<typeof zoneOfItem>; paragraph: number },
): void {
  const names = cells.filter((cell, at) => !moods.includes(at) && cell.end > cell.start)
  for (const at of moods) {
    const [cell, name] = [cells[at], table.columns?.[at]]
    if (cell === undefined || name === undefined || !/\p{L}{2}/u.test(draft.text.slice(cell.start, cell.end))) continue
    add(draft, { ...base, span: cell, leadIns: [name], columns: names })
  }
}

function readCell(
  draft: Draft,
  table: Table,
  cells: readonly Span[],
  cell: Span,
  base: { section: number; zone: ReturnType<typeof zoneOfItem>; paragraph: number },
): void {
  const name = cells[0]
  const led =
    name !== undefined && name !== cell && name.end > name.start && name.end - name.start < 120 ? [...table.intro, name] : table.intro
  for (const sentence of sentencesOf(draft.text, cell)) add(draft, { ...base, span: sentence, leadIns: led })
}

function columnsFor(table: Table, cells: readonly Span[]): readonly Span[] | undefined {
  if (table.columns === undefined || table.columns.length < cells.length) return undefined
  return table.columns.slice(0, cells.length)
}
