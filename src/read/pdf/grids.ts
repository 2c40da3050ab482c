// Ruled tables: rules that touch make a grid, the grid makes cells, and each segment belongs to the
// cell in which it stands. Cells without a rule between them are one cell.
import type { Segment } from './lines.ts'
import { type Box, holds } from './paper.ts'

/** A table's box with the places of its rules. */
export interface Grid extends Box {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** For each row and column the number of its cell; joined places have the same number. */
  readonly cells: readonly (readonly number[])[]
}

/** Rules closer than this, in points, are one. */
const slack = 3
/** A page with more rules is a drawing. */
const mostRules = 3000

/** The grids that rules make on a page; single boxes are frames, not tables. */
export function findGrids(rules: readonly Box[]): Grid[] {
  if (rules.length > mostRules) return []
  return connected(rules)
    .map(asGrid)
    .filter((grid): grid is Grid => grid !== undefined)
}

const isAcross = (rule: Box): boolean => rule.x1 - rule.x0 > rule.y1 - rule.y0

function touch(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 + slack && b.x0 <= a.x1 + slack && a.y0 <= b.y1 + slack && b.y0 <= a.y1 + slack
}

/** Groups of rules that touch each other. */
function connected(rules: readonly Box[]): Box[][] {
  const left = new Set([...rules].sort((a, b) => a.y0 - b.y0))
  const groups: Box[][] = []
  for (const first of left) {
    const group = [first]
    left.delete(first)
    for (const member of group) {
      for (const other of left) {
        if (!touch(member, other)) continue
        group.push(other)
        left.delete(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function asGrid(rules: readonly Box[]): Grid | undefined {
  const across = rules.filter(isAcross)
  const down = rules.filter(rule => !isAcross(rule))
  const xs = distinct(down.map(rule => (rule.x0 + rule.x1) / 2))
  const ys = distinct(across.map(rule => (rule.y0 + rule.y1) / 2))
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return undefined
  const box = { x0: xs[0] as number, x1: xs.at(-1) as number, y0: ys[0] as number, y1: ys.at(-1) as number }
  return { ...box, xs, ys, cells: numberCells(xs, ys, across, down) }
}

function distinct(places: readonly number[]): number[] {
  const kept: number[] = []
  for (const place of [...places].sort((a, b) => a - b)) if (place - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) > slack) kept.push(place)
  return kept
}

/** Numbers the cells; a place takes the number of the one to its left or above where no rule parts them. */
function numberCells(xs: readonly number[], ys: readonly number[], across: readonly Box[], down: readonly Box[]): number[][] {
  const cells: number[][] = []
  for (let row = 0; row + 1 < ys.length; row++) {
    const line: number[] = []
    const middle = ((ys[row] as number) + (ys[row + 1] as number)) / 2
    for (let column = 0; column + 1 < xs.length; column++) {
      const centre = ((xs[column] as number) + (xs[column + 1] as number)) / 2
      const openLeft = column > 0 && !down.some(rule => holds(rule, xs[column] as number, middle, slack))
      const openAbove = row > 0 && !across.some(rule => holds(rule, centre, ys[row] as number, slack))
      const above = cells[row - 1]?.[column]
      line.push(openLeft ? (line[column - 1] as number) : openAbove && above !== undefined ? above : row * xs.length + column)
    }
    cells.push(line)
  }
  return cells
}

/** The segments of each cell of a grid, by the cell's number. */
export function fillGrid(grid: Grid, segments: readonly Segment[]): Map<number, Segment[]> {
  const filled = new Map<number, Segment[]>()
  for (const segment of segments) {
    const row = indexOf(grid.ys, segment.y - segment.size * 0.3)
    const column = indexOf(grid.xs, (segment.x0 + Math.min(segment.x1, segment.x0 + 6)) / 2)
    const cell = grid.cells[row]?.[column] ?? 0
    filled.set(cell, [...(filled.get(cell) ?? []), segment])
  }
  return filled
}

function indexOf(places: readonly number[], at: number): number {
  const index = places.findIndex(place => place > at) - 1
  return Math.min(Math.max(index, index === -2 ? places.length - 2 : 0), places.length - 2)
}

/** Whether a segment stands in a grid. */
export function inGrid(grid: Grid, segment: Segment): boolean {
  return holds(grid, (segment.x0 + Math.min(segment.x1, segment.x0 + 6)) / 2, segment.y - segment.size * 0.3, 1)
}
