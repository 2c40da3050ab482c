// Tables without rules: lines one under the other whose pieces start at the same places. A row starts
// where the gap is wider, or at the first column where all gaps are alike; wrapped cells are joined.
import { isLabel } from './labels.ts'
import type { Line, Segment } from './lines.ts'

/** Lines of a table: rows of columns of segments. */
export interface LooseTable {
  readonly kind: 'table'
  readonly starts: readonly number[]
  readonly rows: readonly (readonly (readonly Segment[])[])[]
}

const startSlack = 4

/** Cuts lines into tables and other lines, in order. */
export function findLooseTables(lines: readonly Line[]): (Line | LooseTable)[] {
  const parts: (Line | LooseTable)[] = []
  for (let index = 0; index < lines.length; ) {
    const end = tableEnd(lines, index)
    const table = end > index ? asTable(lines.slice(index, end)) : undefined
    parts.push(table ?? (lines[index] as Line))
    index = table ? end : index + 1
  }
  return parts
}

/** Pieces of a line that could be cells: the label belongs to the piece that follows it. */
function cellsOf(line: Line): readonly Segment[] {
  const first = line.segments[0]
  return first && line.segments.length > 1 && isLabel(first.strand.text) ? line.segments.slice(1) : line.segments
}

const isLeader = (segment: Segment): boolean => /^[.\s_…]{4,}$|\.{5,}/.test(segment.strand.text)

/** Where the table that starts at a line ends; the same index where none starts. */
function tableEnd(lines: readonly Line[], start: number): number {
  const first = lines[start] as Line
  if (cellsOf(first).length < 2 || first.segments.some(isLeader)) return start
  const starts = first.segments.map((segment) => segment.x0)
  let end = start + 1
  let rows = 1
  let last = start
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    if (!fitsColumns(line, starts) || line.y - (lines[end - 1] as Line).y > 4 * line.size) break
    if (cellsOf(line).length < 2) continue
    rows++
    last = end
    addStarts(starts, line)
  }
  return rows >= (starts.length > 2 ? 2 : 3) ? Math.max(last + 1, wrapEnd(lines, last, end)) : start
}

/** After the last full row, lines close beneath it are its wrapped cells. */
function wrapEnd(lines: readonly Line[], last: number, end: number): number {
  let at = last + 1
  while (at < end && (lines[at] as Line).y - (lines[at - 1] as Line).y < 1.35 * (lines[at] as Line).size) at++
  return at
}

function fitsColumns(line: Line, starts: readonly number[]): boolean {
  if (line.segments.some(isLeader)) return false
  const sorted = [...starts].sort((a, b) => a - b)
  return line.segments.every((segment) => {
    const column = columnOf(segment, sorted)
    const next = sorted[column + 1]
    return segment.x0 >= (sorted[column] as number) - startSlack && (next === undefined || segment.x1 < next - 2)
  })
}

function addStarts(starts: number[], line: Line): void {
  for (const segment of line.segments) {
    const near = starts.findIndex((start) => Math.abs(start - segment.x0) <= startSlack)
    const overlaps = starts.some((start) => segment.x0 <= start && segment.x1 >= start)
    if (near < 0 && overlaps) starts[starts.findIndex((start) => segment.x0 <= start && segment.x1 >= start)] = segment.x0
  }
}

function columnOf(segment: Segment, starts: readonly number[]): number {
  const next = starts.findIndex((start) => start > segment.x0 + startSlack)
  return next < 0 ? starts.length - 1 : Math.max(0, next - 1)
}

function asTable(lines: readonly Line[]): LooseTable | undefined {
  const starts: number[] = []
  for (const line of lines) if (line.segments.length > starts.length) starts.splice(0, starts.length, ...line.segments.map((segment) => segment.x0))
  const usual = usualGap(lines)
  const rows: Segment[][][] = []
  lines.forEach((line, index) => {
    const gap = line.y - (lines[index - 1]?.y ?? Number.NEGATIVE_INFINITY)
    if (startsRow(line, gap, usual, starts)) rows.push(starts.map(() => []))
    for (const segment of line.segments) rows.at(-1)?.[columnOf(segment, starts)]?.push(segment)
  })
  return { kind: 'table', starts, rows }
}

/** The smallest gap between lines is the one within cells. */
function usualGap(lines: readonly Line[]): number {
  return Math.min(...lines.slice(1).map((line, index) => line.y - (lines[index] as Line).y))
}

function startsRow(line: Line, gap: number, usual: number, starts: readonly number[]): boolean {
  const first = columnOf(line.segments[0] as Segment, starts) === 0
  if (gap > usual * 1.2 || usual > 1.35 * line.size) return first || line.segments.length > 1
  return gap > usual * 0.9 && first && line.segments.length >= Math.max(2, starts.length - 1)
}
