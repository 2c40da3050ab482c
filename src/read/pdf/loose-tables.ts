// Tables without rules: lines one under the other whose pieces start at the same places. This file
// finds where such a table begins and ends; loose-rows.ts tells its rows apart.
import { isLabel } from './labels.ts'
import type { Line, Segment } from './lines.ts'
import { columnOf, rowsOf } from './loose-rows.ts'

/** Lines of a table: rows of columns of segments. */
export interface LooseTable {
  readonly kind: 'table'
  readonly starts: readonly number[]
  readonly rows: readonly (readonly (readonly Segment[])[])[]
}

const startSlack = 4
/** Multiples of the size: lines closer than the first are one cell, farther than the second no table. */
const tight = 1.35
const apart = 2.6

/** Cuts lines into tables and other lines, in order. */
export function findLooseTables(lines: readonly Line[]): (Line | LooseTable)[] {
  const parts: (Line | LooseTable)[] = []
  for (let index = 0; index < lines.length; ) {
    const end = tableEnd(lines, index)
    if (end > index) parts.push(asTable([...takeHead(parts, lines[index] as Line), ...lines.slice(index, end)]))
    else parts.push(lines[index] as Line)
    index = Math.max(end, index + 1)
  }
  return parts
}

/** Pieces of a line that could be cells: a number or bullet belongs to the piece that follows it. */
function cellsOf(line: Line): readonly Segment[] {
  const first = line.segments[0]
  return first && line.segments.length > 1 && isLabel(first.strand.text) && !first.strand.text.includes(' ')
    ? line.segments.slice(1)
    : line.segments
}

const isLeader = (segment: Segment): boolean => /^[.\s_…]{4,}$|\.{5,}/.test(segment.strand.text)

/** Where the table that starts at a line ends; the same index where none starts. */
function tableEnd(lines: readonly Line[], start: number): number {
  const first = lines[start] as Line
  if (cellsOf(first).length < 2 || first.segments.some(isLeader)) return start
  const starts = first.segments.map(segment => segment.x0)
  const seen = { rows: 1, last: start, widest: 0, plain: !first.bold }
  let end = start + 1
  for (; end < lines.length; end++) {
    const line = lines[end] as Line
    const gap = line.y - (lines[end - 1] as Line).y
    if (gap > apart * line.size || !fitsColumns(line, starts) || isHeadingBetween(line, gap, first, seen)) break
    seen.widest = Math.max(seen.widest, gap)
    seen.plain ||= !line.bold
    if (cellsOf(line).length < 2) continue
    seen.rows++
    seen.last = end
    addStarts(starts, line)
  }
  return seen.rows >= (starts.length > 2 ? 2 : 3) ? wrapEnd(lines, seen.last, end) : start
}

/** A single piece at the left that is set off, larger, or bold beneath plain rows is no cell. */
function isHeadingBetween(line: Line, gap: number, first: Line, seen: { widest: number; plain: boolean }): boolean {
  if (line.segments.length > 1 || line.x0 > first.x0 + startSlack) return false
  const setOff = gap > Math.max(seen.widest, tight * line.size) * 1.1
  return setOff || line.size > first.size + 0.6 || (line.bold && seen.plain)
}

/** After the last full row, lines close beneath it are its wrapped cells. */
function wrapEnd(lines: readonly Line[], last: number, end: number): number {
  let at = last + 1
  while (at < end && (lines[at] as Line).y - (lines[at - 1] as Line).y < tight * (lines[at] as Line).size) at++
  return at
}

/** Takes back lines just above that are the upper lines of head cells set to the bottom of their row. */
function takeHead(parts: (Line | LooseTable)[], first: Line): Line[] {
  const head: Line[] = []
  let below = first
  for (;;) {
    const line = parts.at(-1)
    if (!line || 'rows' in line || below.y - line.y > tight * line.size || line.bold !== first.bold) return head
    if (
      line.x0 < first.x0 + startSlack ||
      !fitsColumns(
        line,
        first.segments.map(segment => segment.x0),
      )
    )
      return head
    parts.pop()
    head.unshift(line)
    below = line
  }
}

function fitsColumns(line: Line, starts: readonly number[]): boolean {
  if (line.segments.some(isLeader)) return false
  const sorted = [...starts].sort((a, b) => a - b)
  return line.segments.every(segment => {
    const column = columnOf(segment, sorted)
    const next = sorted[column + 1]
    return segment.x0 >= (sorted[column] as number) - startSlack && (next === undefined || segment.x1 < next - 2)
  })
}

/** A cell set to the middle or the right may start before the one above it. */
function addStarts(starts: number[], line: Line): void {
  for (const segment of line.segments) {
    const over = starts.findIndex(start => segment.x0 < start - startSlack && segment.x1 >= start)
    if (over >= 0) starts[over] = segment.x0
  }
}

function asTable(lines: readonly Line[]): LooseTable {
  const fullest = lines.reduce((most, line) => (line.segments.length > most.segments.length ? line : most))
  const starts = fullest.segments.map(segment => segment.x0)
  for (const line of lines) addStarts(starts, line)
  return { kind: 'table', starts, rows: rowsOf(lines, starts) }
}
