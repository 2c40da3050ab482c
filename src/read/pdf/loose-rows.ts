// The rows of a table without rules. The order of drawing tells most: cells are drawn one after the
// other, so a step back to the left starts a row. Where it tells nothing, because each line was drawn
// across, a wider gap starts a row, or the first column where all gaps are alike.
import type { Line, Segment } from './lines.ts'

type Row = Segment[][]

const startSlack = 4
const tight = 1.35

/** Rows of a table from its lines, each with the segments of every column. */
export function rowsOf(lines: readonly Line[], starts: readonly number[]): Row[] {
  return rowsByDrawing(lines, starts) ?? rowsByGap(lines, starts)
}

/** The column in which a segment stands. */
export function columnOf(segment: Segment, starts: readonly number[]): number {
  const next = starts.findIndex(start => start > segment.x0 + startSlack)
  return next < 0 ? starts.length - 1 : Math.max(0, next - 1)
}

/** Rows in the order of drawing; undefined where that says nothing or does not go down the page. */
function rowsByDrawing(lines: readonly Line[], starts: readonly number[]): Row[] | undefined {
  const drawn = lines.flatMap(line => line.segments).sort((a, b) => a.order - b.order)
  const rows: Row[] = []
  let before = starts.length
  let lowest = 0
  for (const segment of drawn) {
    const column = columnOf(segment, starts)
    if (column < before || (column === before && segment.y - lowest > tight * segment.size)) rows.push(starts.map(() => []))
    rows.at(-1)?.[column]?.push(segment)
    before = column
    lowest = segment.y
  }
  const wraps = rows.some(row => row.some(cell => new Set(cell.map(segment => segment.y)).size > 1))
  return wraps && goDown(rows) ? rows : undefined
}

function goDown(rows: readonly Row[]): boolean {
  const ys = rows.map(row => row.flat().map(segment => segment.y))
  return ys.every((row, index) => index === 0 || Math.min(...row) > Math.max(...(ys[index - 1] as number[])) - 2)
}

function rowsByGap(lines: readonly Line[], starts: readonly number[]): Row[] {
  const usual = Math.min(...lines.slice(1).map((line, index) => line.y - (lines[index] as Line).y))
  const rows: Row[] = []
  lines.forEach((line, index) => {
    const gap = line.y - (lines[index - 1]?.y ?? Number.NEGATIVE_INFINITY)
    if (startsRow(line, gap, usual, starts)) rows.push(starts.map(() => []))
    for (const segment of line.segments) rows.at(-1)?.[columnOf(segment, starts)]?.push(segment)
  })
  return rows
}

function startsRow(line: Line, gap: number, usual: number, starts: readonly number[]): boolean {
  if (gap === Number.POSITIVE_INFINITY) return true
  const first = columnOf(line.segments[0] as Segment, starts) === 0
  if (gap > usual * 1.2 || usual > tight * line.size) return first || line.segments.length > 1
  return first && line.segments.length >= Math.max(2, starts.length - 1)
}
