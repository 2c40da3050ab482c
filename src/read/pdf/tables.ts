// What makes rows a table: its number, which row is the head, rows that a page break cut in two, and
// heads that are printed again on each page.
import type { Cell, FlowRow } from './flow.ts'
import type { Vocabulary } from './hyphens.ts'
import { joinStrands, type Paragraph } from './paragraphs.ts'
import { type Strand, strand } from './strand.ts'

/** A row with its words joined and its place in its table. */
export interface TableRow {
  readonly kind: 'row'
  readonly page: number
  readonly cells: readonly Strand[]
  readonly table: number
  readonly row: number
  readonly header: boolean
  readonly bold: boolean
}

const startSlack = 4

/** Paragraphs as they are; runs of rows as tables. */
export function joinRows(parts: readonly (Paragraph | FlowRow)[], vocabulary: Vocabulary): (Paragraph | TableRow)[] {
  const groups: (Paragraph | FlowRow[])[] = []
  for (const part of parts) {
    const group = groups.at(-1)
    const last = Array.isArray(group) ? group.at(-1) : undefined
    const rest = last && part.kind === 'paragraph' ? restOfRow(last, part) : undefined
    if (Array.isArray(group) && last && isHeadAgain(group, part)) continue
    if (Array.isArray(group) && rest) group[group.length - 1] = rest
    else if (part.kind === 'paragraph') groups.push(part)
    else if (Array.isArray(group) && last && sameTable(last, part)) group.push(part)
    else groups.push([part])
  }
  let table = 0
  return groups.flatMap((group): (Paragraph | TableRow)[] => (Array.isArray(group) ? asTable(group, table++, vocabulary) : [group]))
}

/** The head of a table printed again at the top of a page, before no more than the rest of a row. */
function isHeadAgain(rows: readonly FlowRow[], part: Paragraph | FlowRow): boolean {
  const [head] = rows
  if (part.kind !== 'paragraph' || !head || part.lines[0]?.page !== (rows.at(-1) as FlowRow).page + 1) return false
  return part.strand.text === head.cells.map(wordsOfCell).join(' ')
}

/** Lines at the top of a page that go on in one cell, not the first, of the row before. */
function restOfRow(row: FlowRow, paragraph: Paragraph): FlowRow | undefined {
  const [first] = paragraph.lines
  if (!first || first.page !== row.page + 1) return undefined
  const column = row.starts.findIndex(start => Math.abs(start - first.outer) <= startSlack)
  const next = row.starts[column + 1] ?? Number.POSITIVE_INFINITY
  if (column < 1 || paragraph.lines.some(line => line.end > next || line.outer < first.outer - startSlack)) return undefined
  const more = { lines: paragraph.lines.map(({ whole, page, bold }) => ({ strand: whole, page, bold })) }
  return { ...row, cells: row.cells.map((cell, at) => (at === column ? joinCell(cell, more) : cell)) }
}

function sameTable(last: FlowRow, next: FlowRow): boolean {
  if (last.starts === next.starts) return true
  return next.page > last.page && next.page <= last.page + 2 && alike(last.starts, next.starts)
}

function alike(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((start, index) => Math.abs(start - (b[index] as number)) <= startSlack)
}

function asTable(rows: readonly FlowRow[], table: number, vocabulary: Vocabulary): TableRow[] {
  const whole = mendRows(rows)
  const header = headerRows(whole)
  return whole.map((row, index) => ({
    kind: 'row',
    page: row.page,
    cells: joinCells(row.cells, vocabulary),
    table,
    row: index,
    header: index < header,
    bold: isBold(row),
  }))
}

/** Leaves out heads that are printed again, and joins rows that a page break cut. */
function mendRows(rows: readonly FlowRow[]): FlowRow[] {
  const mended: FlowRow[] = []
  const head = wordsOf(rows[0] as FlowRow)
  const named = rows.every((row, at) => wordsInFirst(row) || (rows[at - 1]?.page ?? row.page) < row.page)
  // Where names begin with a capital, one that does not is the rest of a name.
  const capital = rows.filter(row => /^\p{Ll}/u.test(wordsOfCell(row.cells[0] as Cell))).length <= 0.2 * rows.length
  for (const row of rows) {
    const last = mended.at(-1)
    const turned = last !== undefined && row.page > last.page
    const again = mended.length > 1 && wordsOf(row) === head && rows.some(other => other.page === row.page - 1)
    if (again && row.page > (rows[0] as FlowRow).page) continue
    if (last && turned && goesOn(last, row, named, capital))
      mended[mended.length - 1] = { ...last, cells: last.cells.map((cell, at) => joinCell(cell, row.cells[at])) }
    else mended.push(row)
  }
  return mended
}

function wordsOf(row: FlowRow): string {
  return row.cells.map(wordsOfCell).join('|')
}

function wordsOfCell(cell: Cell): string {
  return cell.lines.map(line => line.strand.text).join(' ')
}

const wordsInFirst = (row: FlowRow): boolean => (row.cells[0]?.lines.length ?? 0) > 0

/** The first cell stays empty where all others of the table have words, or each cell goes on in mid-sentence or starts nothing new. */
function goesOn(last: FlowRow, row: FlowRow, named: boolean, capital: boolean): boolean {
  if (row.cells.length !== last.cells.length) return false
  if (wordsInFirst(row) && !(capital && /^\p{Ll}/u.test(wordsOfCell(row.cells[0] as Cell)))) return false
  if (named && !wordsInFirst(row)) return true
  return row.cells.every((cell, at) => {
    const words = wordsOfCell(cell)
    const before = wordsOfCell(last.cells[at] as Cell)
    return words === '' || /^[\p{Ll}(]/u.test(words) || (before !== '' && !/[.;:!?]["'”’)]*$/.test(before))
  })
}

function joinCell(cell: Cell, more: Cell | undefined): Cell {
  return { lines: [...cell.lines, ...(more?.lines ?? [])] }
}

/** Cells that are one object stay one object. */
function joinCells(cells: readonly Cell[], vocabulary: Vocabulary): Strand[] {
  const joined = new Map<Cell, Strand>()
  for (const cell of cells)
    joined.set(cell, joined.get(cell) ?? (cell.lines.length === 0 ? strand('') : joinStrands(cell.lines, vocabulary)))
  return cells.map(cell => joined.get(cell) as Strand)
}

function isBold(row: FlowRow): boolean {
  const lines = row.cells.flatMap(cell => cell.lines)
  return lines.length > 0 && lines.every(line => line.bold)
}

const longestTitle = 60

/** How many rows at the top are heads: by how they are set, or as titles above rows with figures. */
function headerRows(rows: readonly FlowRow[]): number {
  const [head, second] = rows
  if (!head || !second || head.cells.length < 2) return 0
  const plain = rows.findIndex(row => !isBold(row))
  if (plain > 0 && plain <= 3) return plain
  const titles = head.cells.map(wordsOfCell)
  if (!titles.every((title, index) => isTitle(title) || (index === 0 && title === ''))) return 0
  if (head.setOff && !second.setOff) return 1
  // Without any sign in print, two columns may as well be names and values.
  const figures = rows.slice(1).some(row => /\d/.test(wordsOf(row)))
  return titles.length > 2 && !titles.some(title => /\d/.test(title)) && figures ? 1 : 0
}

function isTitle(words: string): boolean {
  return words !== '' && words.length <= longestTitle && !/\w{4}[.;:]$/.test(words)
}
