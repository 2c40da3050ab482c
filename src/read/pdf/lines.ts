// From runs to segments and lines: runs on one baseline and close together are one segment; the
// segments of one baseline are one line. Columns, cells and paragraphs are found later.
import { raised } from '../superscripts.ts'
import { type Box, endOf, type Run } from './paper.ts'
import { join, type Strand, strand, trimmed } from './strand.ts'

/** Text on one baseline without a wide gap. */
export interface Segment {
  readonly strand: Strand
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly font: string
  readonly order: number
  /** Length of what was drawn first, where more was drawn after it: a counted number is drawn by itself. */
  readonly lead?: number
}

/** Segments of one baseline, from left to right. */
export interface Line {
  readonly page: number
  readonly segments: readonly Segment[]
  readonly x0: number
  readonly x1: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

/** Parts of the size. A raised figure stands within the first of its line. */
const sameBaseline = 0.4
const spaceGap = 0.15
const segmentGap = 1
/** After a drawn space a gap must be wider to part: justified lines stretch their spaces. */
const segmentGapAfterSpace = 2.5
const fewestOnEdge = 3

/**
 * The segments of all runs of a page, from the top down, then from the left. `walls` are upright rules,
 * as between the cells of a table: no segment goes through one.
 */
export function segmentsOf(runs: readonly Run[], walls: readonly Box[] = []): Segment[] {
  const groups = byBaseline(runs)
  const segments = groups.flatMap(group => segmentsOfBaseline(group, walls, []))
  const edges = innerEdges(segments)
  return edges.length === 0 ? segments : groups.flatMap(group => segmentsOfBaseline(group, walls, edges))
}

/** Places inside the page where several segments start: a narrow gap before one of them parts as well. */
function innerEdges(segments: readonly Segment[]): number[] {
  let left = Number.POSITIVE_INFINITY
  const counts = new Map<number, number>()
  for (const { x0 } of segments) {
    const at = Math.round(x0)
    counts.set(at, (counts.get(at) ?? 0) + 1)
    if (x0 < left) left = x0
  }
  return [...counts].filter(([x, count]) => count >= fewestOnEdge && x > left + 60).map(([x]) => x)
}

/** Runs that share a baseline, from the top down. */
function byBaseline(runs: readonly Run[]): Run[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x)
  const groups: Run[][] = []
  let baseline: Run | undefined
  for (const run of sorted) {
    const group = groups.at(-1)
    if (group && baseline && run.y - baseline.y < sameBaseline * Math.max(run.size, baseline.size)) {
      group.push(run)
      if (run.size > baseline.size) baseline = run
    } else {
      groups.push([run])
      baseline = run
    }
  }
  return groups
}

function segmentsOfBaseline(runs: readonly Run[], walls: readonly Box[], edges: readonly number[]): Segment[] {
  const y = (runs[0] as Run).y - (runs[0] as Run).size * 0.3
  const here = walls.filter(wall => wall.y0 <= y && wall.y1 >= y)
  if (runs.length === 1) return [asSegment(runs)].filter(segment => segment.strand.text !== '')
  const sorted = withoutDoubles([...runs].sort((a, b) => a.x - b.x || a.order - b.order))
  const groups: Run[][] = []
  for (const run of sorted) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && !parts(last, run) && !walled(last, run, here) && !atEdge(last, run, edges)) group.push(run)
    else groups.push([run])
  }
  return groups.map(asSegment).filter(segment => segment.strand.text !== '')
}

/** Text drawn twice at one place to look bold counts once. */
function withoutDoubles(runs: readonly Run[]): Run[] {
  return runs.filter((run, index) => {
    const before = runs[index - 1]
    const again = before && before.text === run.text && Math.abs(before.x - run.x) < 1 && Math.abs(before.y - run.y) < 1
    return !again || before.hidden !== run.hidden
  })
}

function parts(left: Run, right: Run): boolean {
  const gap = (right.x - endOf(left)) / Math.max(left.size, right.size)
  // A drawn space between pieces that were not drawn one after the other is only the end of a wrapped line.
  const spaced = right.order === left.order + 1 && (/\s$/.test(left.text) || /^\s/.test(right.text))
  return gap > (spaced ? segmentGapAfterSpace : segmentGap)
}

function walled(left: Run, right: Run, walls: readonly Box[]): boolean {
  return walls.some(wall => wall.x0 >= endOf(left) - 1 && wall.x1 <= right.x + 1)
}

/** Whether a run starts where others start, after a gap. */
function atEdge(left: Run, right: Run, edges: readonly number[]): boolean {
  return right.x - inkEnd(left) > 0.2 * right.size && edges.some(edge => Math.abs(edge - right.x) <= 1.5)
}

// Most segments are one run and most lines one segment: these ways are short, since they are taken thousands of times.

function asSegment(runs: readonly Run[]): Segment {
  const first = runs[0] as Run
  return runs.length === 1 ? asWholeSegment(first) : joined(runs, first)
}

function asWholeSegment(run: Run): Segment {
  const words = trimmed(strand(run.text, run.hidden))
  const bold = run.bold || !hasWords(run.text)
  return { strand: words, x0: run.x, x1: inkEnd(run), y: run.y, size: run.size, bold, font: run.font, order: run.order }
}

const hasWords = (text: string): boolean => /[a-z0-9]/i.test(text) || /[\p{L}\p{N}]/u.test(text)

function joined(runs: readonly Run[], first: Run): Segment {
  let text = strand(first.text, first.hidden)
  let end = first
  for (const run of runs.slice(1)) {
    const gap = (run.x - endOf(end)) / Math.max(end.size, run.size)
    const spaced = /\s$/.test(text.text) || /^\s/.test(run.text)
    text = join(text, strand(isRaised(run, end) ? raised(run.text) : run.text, run.hidden), gap > spaceGap && !spaced ? ' ' : '')
    end = run
  }
  const main = mainRun(runs)
  const bold = runs.every(run => run.bold || !hasWords(run.text))
  const x1 = Math.max(...runs.map(inkEnd))
  const lead = first.text.trim().length
  return { strand: trimmed(text), x0: first.x, x1, y: main.y, size: main.size, bold, font: main.font, order: first.order, lead }
}

/** A small figure above the line, right after words or figures. */
function isRaised(run: Run, before: Run): boolean {
  return run.size < 0.8 * before.size && run.y < before.y - 0.15 * before.size && /^\d{1,3}\s*$/.test(run.text)
}

/** The end of what one sees: without drawn spaces after the last letter. */
function inkEnd(run: Run): number {
  const blank = run.text.length - run.text.trimEnd().length
  return blank === 0 ? endOf(run) : endOf(run) - Math.min(blank * 0.25 * run.size, run.width)
}

/** The run that sets the look of a segment: the one with most characters. */
function mainRun(runs: readonly Run[]): Run {
  return runs.reduce((most, run) => (run.text.length > most.text.length ? run : most))
}

/** Segments put together into lines; they come sorted from the top down. */
export function linesOf(segments: readonly Segment[], page: number): Line[] {
  const groups: Segment[][] = []
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && segment.y - first.y < sameBaseline * Math.max(segment.size, first.size)) group.push(segment)
    else groups.push([segment])
  }
  return groups.map(group => asLine(group, page))
}

function asLine(group: readonly Segment[], page: number): Line {
  const [only] = group
  if (only !== undefined && group.length === 1) {
    const { x0, x1, y, size, bold } = only
    return { page, segments: group, x0, x1, y, size, bold }
  }
  const segments = [...group].sort((a, b) => a.x0 - b.x0)
  const main = segments.reduce((most, segment) => (segment.strand.text.length > most.strand.text.length ? segment : most))
  const bold = segments.every(segment => segment.bold)
  const x1 = Math.max(...segments.map(segment => segment.x1))
  return { page, segments, x0: (segments[0] as Segment).x0, x1, y: main.y, size: main.size, bold }
}

/** All words of a line. */
export function textOfLine(line: Line): Strand {
  return line.segments.map(segment => segment.strand).reduce((left, right) => join(left, right, ' '))
}
