// Tables whose rows alone are ruled: rules of one width one beneath the other, with text between them that
// keeps to the same columns. Rules that part sections of prose are none: prose runs across the columns.
import type { Grid } from './grids.ts'
import type { Segment } from './lines.ts'
import type { Box } from './paper.ts'

const slack = 3
const fewestRules = 3
const shortest = 100
/** The part of the rows that must keep to a column, and the least width of one in points. */
const keeping = 0.6
const narrowest = 40

/** The grids of such tables; `segments` are those that stand in no other table. */
export function findLadders(rules: readonly Box[], segments: readonly Segment[]): Grid[] {
  const across = rules.filter(rule => rule.x1 - rule.x0 > shortest && rule.y1 - rule.y0 < slack)
  return sameWidth(across).flatMap(group => asGrid(group, segments) ?? [])
}

function sameWidth(rules: readonly Box[]): Box[][] {
  const groups: Box[][] = []
  for (const rule of [...rules].sort((a, b) => a.y0 - b.y0)) {
    const group = groups.find(([first]) => first && Math.abs(first.x0 - rule.x0) <= slack && Math.abs(first.x1 - rule.x1) <= slack)
    if (!group) groups.push([rule])
    else if (rule.y0 - (group.at(-1) as Box).y0 > slack) group.push(rule)
  }
  return groups.filter(group => group.length >= fewestRules)
}

function asGrid(rules: readonly Box[], segments: readonly Segment[]): Grid | undefined {
  const { x0, x1 } = rules[0] as Box
  const ys = rules.map(rule => rule.y0)
  const rows = ys
    .slice(1)
    .map((end, row) => segments.filter(({ y, x0: x }) => y > (ys[row] as number) && y < end && x >= x0 - slack && x < x1))
  const starts = columnStarts(rows, x0)
  if (starts.length === 0) return undefined
  const cells = rows.map((row, at) => numberRow(row, starts, at * (starts.length + 1)))
  return { x0, x1, y0: ys[0] as number, y1: ys.at(-1) as number, xs: [x0, ...starts.map(start => start - 2), x1], ys, cells }
}

/** Where text starts in most rows while none runs across, from the left. */
function columnStarts(rows: readonly (readonly Segment[])[], left: number): number[] {
  const filled = rows.filter(row => row.length > 0)
  const places = [...new Set(filled.flat().map(segment => Math.round(segment.x0)))].sort((a, b) => a - b)
  const starts: number[] = []
  for (const place of places) {
    const keep = filled.filter(
      row => row.some(segment => Math.abs(segment.x0 - place) <= slack) && !row.some(segment => crosses(segment, place)),
    )
    const wide = place - (starts.at(-1) ?? left) > narrowest
    if (wide && keep.length >= Math.max(2, keeping * filled.length)) starts.push(place)
  }
  return starts
}

function crosses(segment: Segment, place: number): boolean {
  return segment.x0 < place - slack && segment.x1 > place - 1
}

/** Numbers the cells of a row from `first`; places that text runs across are one cell. */
function numberRow(row: readonly Segment[], starts: readonly number[], first: number): number[] {
  const numbers = [first]
  for (const [index, start] of starts.entries()) {
    numbers.push(row.some(segment => crosses(segment, start)) ? (numbers[index] as number) : first + index + 1)
  }
  return numbers
}
