// The order of reading on a page: columns one after the other, whatever the order of drawing. A gutter
// is looked for where many pieces start at one place and none runs across; whether what stands on its
// two sides are columns or the cells of a table is decided by how it is written.
import { isLabel } from './labels.ts'
import type { Box } from './paper.ts'

/** A thing to put in order: a segment of text, or a whole ruled table. */
export interface Atom<T> extends Box {
  readonly item: T
  /** The words of a segment; undefined for a table. */
  readonly words?: string
  readonly order: number
}

/** A column, or the full width of the page, with what stands in it. */
export interface Band<T> {
  readonly left: number
  readonly right: number
  readonly atoms: readonly Atom<T>[]
}

const startSlack = 3
const leastGutter = 8
const leastLines = 3
const manyLines = 20
const deepest = 4
/** A page with more pieces is no page of columns. */
const mostAtoms = 5000

/** Bands in reading order. */
export function orderBands<T>(atoms: readonly Atom<T>[], depth = 0): Band<T>[] {
  if (atoms.length === 0) return []
  const whole = { left: Math.min(...atoms.map(atom => atom.x0)), right: Math.max(...atoms.map(atom => atom.x1)), atoms }
  if (depth >= deepest || atoms.length > mostAtoms) return [whole]
  for (const gutter of gutters(whole)) {
    const split = splitAt(whole, gutter)
    if (split)
      return split.flatMap(band => (band.divided ? orderBands(band.atoms, depth + 1) : [{ ...band, left: whole.left, right: whole.right }]))
  }
  return [whole]
}

/** Places well inside the page where at least three pieces start, those that fewest pieces run across first, then from the left. */
function gutters<T>(band: Band<T>): number[] {
  const width = band.right - band.left
  const starts = band.atoms.map(atom => atom.x0).sort((a, b) => a - b)
  const found: number[] = []
  for (let index = 0; index + leastLines <= starts.length; index++) {
    const start = starts[index] as number
    const inside = start > band.left + 0.2 * width && start < band.left + 0.85 * width
    const often = (starts[index + leastLines - 1] as number) - start <= startSlack
    if (inside && often && start - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > startSlack) found.push(start)
  }
  if (found.length < 2) return found
  const crossed = new Map(found.map(place => [place, band.atoms.filter(atom => crosses(atom, place)).length]))
  return found.sort((a, b) => (crossed.get(a) ?? 0) - (crossed.get(b) ?? 0))
}

function crosses(atom: Box, gutter: number): boolean {
  return atom.x0 < gutter - startSlack && atom.x1 > gutter - leastGutter
}

type Part<T> = { atoms: Atom<T>[]; divided: boolean }

/** The band cut at a gutter, where it is one between columns; undefined where it is not. */
function splitAt<T>(band: Band<T>, gutter: number): Part<T>[] | undefined {
  const sorted = [...band.atoms].sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0)
  const stretches: Atom<T>[][] = [[]]
  for (const atom of sorted) {
    if (crosses(atom, gutter)) stretches.push([atom], [])
    else stretches.at(-1)?.push(atom)
  }
  const parts = stretches.flatMap(stretch => divideParts(stretch, gutter, band))
  return parts.some(part => part.divided) ? parts : undefined
}

/** A stretch whose upper or lower lines alone are columns, with a table without rules beneath or above them; or all of it. */
function divideParts<T>(stretch: readonly Atom<T>[], gutter: number, band: Band<T>): Part<T>[] {
  const whole = divide(stretch, gutter, band)
  if (whole.some(part => part.divided)) return whole
  const lines = linesIn(stretch)
  const prose = lines.map(line => isProse(line, gutter, band))
  const upper = prose.includes(false) ? prose.indexOf(false) : 0
  const lower = prose.lastIndexOf(false) + 1
  for (const [from, to] of [
    [0, upper],
    [lower, lines.length],
  ] as const) {
    if (to - from < leastLines || to - from === lines.length) continue
    const columns = divide(lines.slice(from, to).flat(), gutter, band)
    if (!columns.some(part => part.divided)) continue
    const [before, after] = [lines.slice(0, from).flat(), lines.slice(to).flat()]
    return [...rest(before), ...columns, ...rest(after)]
  }
  return whole
}

function rest<T>(atoms: Atom<T>[]): Part<T>[] {
  return atoms.length === 0 ? [] : [{ atoms, divided: false }]
}

/** Pieces by the lines that they stand on, from above. */
function linesIn<T>(stretch: readonly Atom<T>[]): Atom<T>[][] {
  const lines: Atom<T>[][] = []
  for (const atom of [...stretch].sort((a, b) => a.y1 - b.y1 || a.x0 - b.x0)) {
    const line = lines.at(-1)
    if (line !== undefined && atom.y1 - (line[0] as Atom<T>).y1 < lineSlack) line.push(atom)
    else lines.push([atom])
  }
  return lines
}

const lineSlack = 2

/** Whether a line is of two columns of prose: a piece on each side at most, one of them over most of its column, of several words. */
function isProse<T>(line: readonly Atom<T>[], gutter: number, band: Band<T>): boolean {
  const sides = [line.filter(atom => atom.x0 < gutter - startSlack), line.filter(atom => atom.x0 >= gutter - startSlack)]
  const widths = [gutter - band.left, band.right - gutter]
  return sides.every(side => side.length < 2) && sides.some((side, at) => side.some(atom => isWide(atom, widths[at] as number)))
}

const isWide = <T>(atom: Atom<T>, width: number): boolean => atom.x1 - atom.x0 > 0.6 * width && (atom.words?.split(/\s+/).length ?? 0) > 3

/** One stretch without a crossing piece: before the columns, left, right, after them; or as it is. */
function divide<T>(stretch: readonly Atom<T>[], gutter: number, band: Band<T>): Part<T>[] {
  const right = rightOf(stretch, gutter)
  const onRight = new Set(right)
  const { before, beside, after } = besideRight(stretch, right)
  const left = beside.filter(atom => !onRight.has(atom))
  if (!areColumns(left, right, gutter, band)) return [{ atoms: [...stretch], divided: false }]
  return [before, left, right, after]
    .filter(atoms => atoms.length > 0)
    .map(atoms => ({ atoms, divided: atoms === left || atoms === right }))
}

/** What starts at the gutter or after it, and the numbers that stand between it and the end of the left column. */
function rightOf<T>(stretch: readonly Atom<T>[], gutter: number): Atom<T>[] {
  const isNumber = (atom: Atom<T>) => atom.words !== undefined && isLabel(atom.words)
  const leftEnd = Math.max(...stretch.filter(atom => atom.x0 < gutter - startSlack && !isNumber(atom)).map(atom => atom.x1))
  return stretch.filter(atom => atom.x0 >= gutter - startSlack || (isNumber(atom) && atom.x0 > leftEnd))
}

/** Pieces above the right column, past a gap, are not part of the left one; nor are those below, unless they were drawn before it. */
function besideRight<T>(
  stretch: readonly Atom<T>[],
  right: readonly Atom<T>[],
): { before: Atom<T>[]; beside: Atom<T>[]; after: Atom<T>[] } {
  const top = Math.min(...right.map(atom => atom.y0))
  const bottom = Math.max(...right.map(atom => atom.y1))
  const drawn = Math.min(...right.map(atom => atom.order))
  let start = 0
  let end = stretch.length
  stretch.forEach((atom, index) => {
    const next = stretch[index + 1]
    if (!next) return
    const gap = next.y0 - atom.y1
    const wide = gap > (atom.y1 - atom.y0) * 0.9
    if (wide && next.y1 <= top + 2 + (next.y1 - next.y0)) start = index + 1
    if (wide && atom.y1 >= bottom - 2 && end === stretch.length && next.order > drawn) end = index + 1
  })
  return { before: stretch.slice(0, start), beside: stretch.slice(start, end), after: stretch.slice(end) }
}

function areColumns<T>(left: readonly Atom<T>[], right: readonly Atom<T>[], gutter: number, band: Band<T>): boolean {
  const prose = [left, right].map(side => side.filter(atom => atom.words !== undefined && !isLabel(atom.words)))
  const [leftProse = [], rightProse = []] = prose
  if (leftProse.length < leastLines || rightProse.length < leastLines) return false
  const leftWidth = Math.max(...leftProse.map(atom => atom.x1)) - band.left
  const rightWidth = band.right - gutter
  if (leftWidth < 0.55 * rightWidth && rightWidth > 0.5 * (band.right - band.left)) return false
  const written = [fills(leftProse, leftWidth), fills(rightProse, rightWidth)]
  if (!overlap(left, right)) return false
  if (!written.includes(false)) return drawnApart(left, right) || !rowsAlign(leftProse, rightProse)
  if (!drawnApart(left, right) || !areEqual(leftWidth, rightWidth, leftProse, rightProse)) return false
  // Tables and lists alone, one column after the other: only where there are many lines, and not side by side.
  return written.includes(true) || (Math.min(leftProse.length, rightProse.length) >= manyLines && !rowsAlign(leftProse, rightProse))
}

/** Two columns of one width with several lines each: then a list of names or a table in one of them is part of it. */
function areEqual<T>(leftWidth: number, rightWidth: number, left: readonly Atom<T>[], right: readonly Atom<T>[]): boolean {
  return Math.min(leftWidth, rightWidth) > 0.7 * Math.max(leftWidth, rightWidth) && Math.min(left.length, right.length) >= 2 * leastLines
}

/** Whether most lines run over most of the column, with several words each, as prose does. */
function fills<T>(lines: readonly Atom<T>[], width: number): boolean {
  const wide = lines.filter(line => line.x1 - line.x0 > 0.5 * width).length
  const words = lines.reduce((sum, line) => sum + (line.words?.split(/\s+/).length ?? 0), 0)
  return wide >= 0.5 * lines.length && words >= 3 * lines.length
}

function overlap<T>(left: readonly Atom<T>[], right: readonly Atom<T>[]): boolean {
  const span = (side: readonly Atom<T>[]) => [Math.min(...side.map(atom => atom.y0)), Math.max(...side.map(atom => atom.y1))] as const
  const [a0, a1] = span(left)
  const [b0, b1] = span(right)
  return Math.min(a1, b1) - Math.max(a0, b0) > 0.5 * Math.min(a1 - a0, b1 - b0)
}

/** All of the left was drawn before all of the right: no table is drawn so, but for one of one row. */
function drawnApart<T>(left: readonly Atom<T>[], right: readonly Atom<T>[]): boolean {
  const last = Math.max(...left.map(atom => atom.order))
  return right.every(atom => atom.order > last)
}

/** Whether paragraphs on both sides start at the same heights, as the rows of a table do. */
function rowsAlign<T>(left: readonly Atom<T>[], right: readonly Atom<T>[]): boolean {
  const starts = [left, right].map(paragraphStarts)
  const [few = [], many = []] = starts.sort((a, b) => a.length - b.length)
  const shared = few.filter(y => many.some(other => Math.abs(other - y) < 2)).length
  return few.length >= 2 && shared >= 0.6 * few.length
}

function paragraphStarts<T>(lines: readonly Atom<T>[]): number[] {
  const sorted = [...lines].sort((a, b) => a.y1 - b.y1)
  const gaps = sorted.slice(1).map((line, index) => line.y1 - (sorted[index] as Atom<T>).y1)
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  // Where all lines stand well apart, each is a row by itself.
  const size = (sorted[0] as Atom<T>).y1 - (sorted[0] as Atom<T>).y0
  const least = usual > 1.4 * size ? 0 : usual * 1.25
  return sorted
    .slice(1)
    .filter((_, index) => (gaps[index] as number) > least)
    .map(line => line.y1)
}
