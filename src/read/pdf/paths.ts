// Which drawn paths are rules (of tables, above footnotes) and which are filled areas. A rule is
// drawn either as a stroke or as a very thin filled box; both count.
import { type Matrix, moved, movedBox } from './matrix.ts'
import type { Box } from './paper.ts'

/** A path of pdfjs: 0 move, 1 line, 2 curve, 3 close, each followed by its coordinates. */
export type Path = ArrayLike<number> | null | undefined

/** Thicker than this, in points, is an area. */
const thinnest = 2.5
const shortest = 4
/** Drawings with more strokes than this are pictures, not tables. */
const mostStrokes = 4000

/** Rules and areas of one path, moved to where they stand on the page. */
export function pathBoxes(
  path: Path,
  bounds: ArrayLike<number> | undefined,
  place: Matrix,
  fill: boolean,
  stroke: boolean,
): { rules: Box[]; areas: Box[] } {
  const pieces = path ? subpaths(path, place) : []
  const rules: Box[] = []
  const areas: Box[] = []
  if (pieces.length === 0 && bounds && bounds.length === 4) pieces.push(cornersOf(bounds, place))
  for (const points of pieces) {
    const box = around(points)
    if (isRule(box)) rules.push(box)
    else if (fill) areas.push(box)
    if (stroke && !isRule(box)) rules.push(...strokes(points))
  }
  return { rules, areas }
}

type Point = readonly [number, number]

const isRule = (box: Box): boolean => {
  const width = box.x1 - box.x0
  const height = box.y1 - box.y0
  return Math.min(width, height) <= thinnest && Math.max(width, height) >= shortest
}

function cornersOf(bounds: ArrayLike<number>, place: Matrix): Point[] {
  const box = movedBox(place, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0)
  return [
    [box.x0, box.y0],
    [box.x1, box.y1],
  ]
}

function around(points: readonly Point[]): Box {
  const box = { x0: Number.POSITIVE_INFINITY, y0: Number.POSITIVE_INFINITY, x1: Number.NEGATIVE_INFINITY, y1: Number.NEGATIVE_INFINITY }
  for (const [x, y] of points) {
    box.x0 = Math.min(box.x0, x)
    box.y0 = Math.min(box.y0, y)
    box.x1 = Math.max(box.x1, x)
    box.y1 = Math.max(box.y1, y)
  }
  return box
}

/** The sides of an outline that run straight across or down. */
function strokes(points: readonly Point[]): Box[] {
  const sides: Box[] = []
  for (let index = 1; index < Math.min(points.length, mostStrokes); index++) {
    const side = around([points[index - 1] as Point, points[index] as Point])
    if (isRule(side)) sides.push(side)
  }
  return sides
}

const lengths = [2, 2, 6, 0]

/** The pieces of a path, each as its corner points; a curve counts by where it ends. */
function subpaths(path: ArrayLike<number>, place: Matrix): Point[][] {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (let index = 0; index < path.length; ) {
    const what = path[index] as number
    const length = lengths[what]
    if (length === undefined) break
    if (what === 0 && pieces.length < mostStrokes) {
      piece = []
      pieces.push(piece)
    }
    if (what === 3 && piece[0]) piece.push(piece[0])
    if (length > 0) piece.push(moved(place, path[index + length - 1] as number, path[index + length] as number))
    index += length + 1
  }
  return pieces.filter(points => points.length > 1)
}
