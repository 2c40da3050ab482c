// From a page as drawn to its items in reading order: ruled tables first, then columns, then tables
// without rules; what is left are lines of running text.
import { type Atom, type Band, orderBands } from './columns.ts'
import { type Cell, type FlowItem, type FlowLine, type FlowRow, flowLine } from './flow.ts'
import { footnoteLine, footnoteMarks, footnoteRuns, withoutMarks } from './footnotes.ts'
import type { PageLines } from './furniture.ts'
import { fillGrid, findGrids, type Grid, inGrid } from './grids.ts'
import { findLadders } from './ladders.ts'
import { type Line, linesOf, type Segment, segmentsOf } from './lines.ts'
import { findLooseTables, type LooseTable } from './loose-tables.ts'
import { type Box, holds, type Paper } from './paper.ts'

/** A page with its ruled tables found and all else in lines, columns not yet told apart. */
export interface LaidPage extends PageLines {
  readonly width: number
  /** Those of the lines that are footnotes, or beneath them. */
  readonly notes: ReadonlySet<Line>
  readonly rules: readonly Box[]
  readonly shades: readonly Box[]
  readonly grids: readonly { readonly grid: Grid; readonly segments: readonly Segment[] }[]
}

/** Lines, ruled tables and footnotes of a page. */
export function layOut(paper: Paper): LaidPage {
  const walls = paper.rules.filter(rule => rule.y1 - rule.y0 > rule.x1 - rule.x0)
  const below = footnoteRuns(paper.rules, paper.runs, paper.height)
  const notes = below.flatMap(side => linesOf(segmentsOf(side), paper.number))
  const aside = new Set(below.flat())
  const body = aside.size === 0 ? paper.runs : paper.runs.filter(run => !aside.has(run))
  const segments = segmentsOf(notes.length === 0 ? body : withoutMarks(body, footnoteMarks(notes)), walls)
  const ruled = findGrids(paper.rules).map(grid => fill(grid, segments))
  const left = segments.filter(segment => !ruled.some(({ grid }) => inGrid(grid, segment)))
  const ladders = findLadders(outside(paper.rules, ruled), left).map(grid => fill(grid, left))
  const grids = [...ruled, ...ladders].filter(found => found.segments.length > 1)
  const tabled = new Set(grids.flatMap(found => found.segments))
  const lines = linesOf(
    segments.filter(segment => !tabled.has(segment)),
    paper.number,
  )
  const { number, width, height, rules, shades } = paper
  return { number, width, height, rules, shades, lines: [...lines, ...notes], notes: new Set(notes), grids }
}

function fill(grid: Grid, segments: readonly Segment[]): LaidPage['grids'][number] {
  return { grid, segments: segments.filter(segment => inGrid(grid, segment)) }
}

/** Rules that are not those of a table. */
function outside(rules: readonly Box[], found: LaidPage['grids']): Box[] {
  return rules.filter(rule => !found.some(({ grid }) => holds(grid, rule.x0, rule.y0, 2)))
}

/** The items of a page in reading order, without its furniture and footnotes. */
export function flowOf(page: LaidPage, furniture: ReadonlySet<Line>): FlowItem[] {
  const segments = page.lines.filter(line => !furniture.has(line) && !page.notes.has(line)).flatMap(line => line.segments)
  // What runs over the edge of the page makes its columns no wider.
  const atoms = [...segments.map(segmentAtom), ...page.grids.map(gridAtom)].map(atom => ({ ...atom, x1: Math.min(atom.x1, page.width) }))
  return orderBands<Segment | LaidPage['grids'][number]>(atoms).flatMap((band, index) => bandItems(page, band, index))
}

/** The lines of a page's footnotes. */
export function notesOf(page: LaidPage, furniture: ReadonlySet<Line>): FlowLine[] {
  const lines = [...page.notes].filter(line => !furniture.has(line))
  const column = { left: Math.min(...lines.map(line => line.x0)), right: Math.max(...lines.map(line => line.x1)), id: 0 }
  return lines.map(line => footnoteLine(flowLine(line, column)))
}

function segmentAtom(segment: Segment): Atom<Segment> {
  const { x0, x1, y, size, order } = segment
  return { x0, x1, y0: y - size, y1: y, item: segment, words: segment.strand.text, order }
}

function gridAtom(found: LaidPage['grids'][number]): Atom<LaidPage['grids'][number]> {
  const { x0, x1, y0, y1 } = found.grid
  return { x0, x1, y0, y1, item: found, order: found.segments[0]?.order ?? 0 }
}

function bandItems(page: LaidPage, band: Band<Segment | LaidPage['grids'][number]>, id: number): FlowItem[] {
  const column = { left: band.left, right: band.right, id }
  const segments: Segment[] = []
  const tables: { y: number; rows: FlowRow[] }[] = []
  for (const { item } of band.atoms) {
    if ('grid' in item) tables.push({ y: item.grid.y0, rows: gridRows(page, item.grid, item.segments) })
    else segments.push(item)
  }
  const items: FlowItem[] = []
  for (const lines of between(
    linesOf(segments, page.number),
    tables.sort((a, b) => a.y - b.y),
  )) {
    if ('rows' in lines) items.push(...lines.rows)
    else for (const part of findLooseTables(lines)) items.push(...('rows' in part ? looseRows(page, part) : [flowLine(part, column)]))
  }
  return items
}

/** Lines and tables by their height on the page; lines between two tables stay together. */
function between(lines: readonly Line[], tables: readonly { y: number; rows: FlowRow[] }[]): (Line[] | { rows: FlowRow[] })[] {
  const parts: (Line[] | { rows: FlowRow[] })[] = []
  let start = 0
  for (const table of tables) {
    const end = lines.findIndex(line => line.y > table.y)
    const stop = end < 0 ? lines.length : end
    parts.push(lines.slice(start, stop), table)
    start = Math.max(start, stop)
  }
  return [...parts, lines.slice(start)]
}

function gridRows(page: LaidPage, grid: Grid, segments: readonly Segment[]): FlowRow[] {
  const filled = fillGrid(grid, segments)
  const starts = grid.xs.slice(0, -1)
  const cells = new Map<number, Cell>()
  const cellOf = (id: number): Cell => {
    const cell = cells.get(id) ?? asCell(filled.get(id) ?? [], page.number)
    cells.set(id, cell)
    return cell
  }
  const rows = grid.cells.map((ids, index): FlowRow => {
    const middle = ((grid.ys[index] as number) + (grid.ys[index + 1] as number)) / 2
    const setOff = page.shades.some(shade => holds(shade, grid.x0 + 4, middle))
    return { kind: 'row', page: page.number, cells: ids.map(cellOf), starts, setOff }
  })
  return rows.filter(row => row.cells.some(cell => cell.lines.length > 0))
}

function looseRows(page: LaidPage, table: LooseTable): FlowRow[] {
  return table.rows.map((row, index) => {
    const cells = row.map(segments => asCell(segments, page.number))
    return { kind: 'row', page: page.number, cells, starts: table.starts, setOff: isSetOff(page, row, table.rows[index + 1]) }
  })
}

/** Whether a row without borders stands on a shade, or over a rule that parts it from the next row. */
function isSetOff(page: LaidPage, row: readonly (readonly Segment[])[], next: readonly (readonly Segment[])[] | undefined): boolean {
  const here = row.flat()
  const first = here[0]
  if (!first) return false
  if (page.shades.some(shade => holds(shade, first.x0, first.y - first.size * 0.3))) return true
  const below = Math.min(...(next?.flat() ?? []).map(segment => segment.y - segment.size * 0.6))
  const last = Math.max(...here.map(segment => segment.y))
  const width = Math.max(...here.map(segment => segment.x1)) - first.x0
  return page.rules.some(rule => rule.y0 > last && rule.y1 < below && rule.x1 - rule.x0 > 0.5 * width && below < Number.POSITIVE_INFINITY)
}

function asCell(segments: readonly Segment[], page: number): Cell {
  const lines = linesOf(segments, page).flatMap(line => line.segments)
  return { lines: lines.map(({ strand, bold }) => ({ strand, page, bold })) }
}
