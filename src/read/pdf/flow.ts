// One reading order for one page: what follows what, each line with its label parted from its words
// and with the margins of the column in which it stands; table rows whole.
import { isLabel, labelAtStart, shownLabel } from './labels.ts'
import type { Line, Segment } from './lines.ts'
import { cut, join, type Strand, trimmed } from './strand.ts'

/** A line of running text. */
export interface FlowLine {
  readonly kind: 'line'
  readonly page: number
  readonly label: string | undefined
  /** Whether the label stood apart, so that it cannot be part of a sentence. */
  readonly labelApart: boolean
  /** The words after the label. */
  readonly strand: Strand
  /** The same with the label, for a line that turns out to stand within a sentence. */
  readonly whole: Strand
  /** Where the words start, after the label; where line or label starts; and where the words end. */
  readonly x: number
  readonly outer: number
  readonly end: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly column: { readonly left: number; readonly right: number; readonly id: number }
}

/** The lines of one cell. */
export interface Cell {
  readonly lines: readonly { readonly strand: Strand; readonly page: number; readonly bold: boolean }[]
}

/** A row of a table. */
export interface FlowRow {
  readonly kind: 'row'
  readonly page: number
  /** One for each column; a cell that covers several places stands in each of them (the same object). */
  readonly cells: readonly Cell[]
  /** Whether it stands on a shade, or a rule stands beneath it. */
  readonly setOff: boolean
  /** Where the columns start; the rows of one table have the same array. */
  readonly starts: readonly number[]
}

export type FlowItem = FlowLine | FlowRow

/** A line of a column as it goes into the flow. */
export function flowLine(line: Line, column: FlowLine['column']): FlowLine {
  const { label, apart, words } = partLabel(line.segments)
  const strand = joined(words)
  const inText = label === undefined ? (drawnLabel(words[0] as Segment) ?? labelAtStart(strand.text)) : undefined
  const shown = label ?? inText?.label
  return {
    kind: 'line',
    page: line.page,
    label: shown === undefined ? undefined : shownLabel(shown),
    labelApart: apart,
    strand: inText ? trimmed(cut(strand, inText.rest)) : strand,
    whole: strand,
    x: (words[0] as Segment).x0,
    outer: line.x0,
    end: line.x1,
    y: line.y,
    size: line.size,
    bold: line.bold,
    column,
  }
}

/** Most lines are one segment. */
function joined([first, ...rest]: readonly Segment[]): Strand {
  return rest.reduce((strand, segment) => join(strand, segment.strand, ' '), (first as Segment).strand)
}

/** A first segment that is a number or bullet, with other words after it, is the line's label. */
function partLabel(segments: readonly Segment[]): { label?: string; apart: boolean; words: readonly Segment[] } {
  const first = segments[0]
  if (!first || segments.length < 2 || !isLabel(first.strand.text)) return { apart: false, words: segments }
  return { label: first.strand.text, apart: true, words: segments.slice(1) }
}

/** "Article 4 Records" in bold, where "Article 4 " was drawn by itself, as word processors draw what they count. */
function drawnLabel(segment: Segment): { label: string; rest: number } | undefined {
  const label = segment.strand.text.slice(0, segment.lead ?? 0)
  const certain = segment.bold && isLabel(label) && /^\s+[\p{L}\p{N}]/u.test(segment.strand.text.slice(label.length))
  return certain ? { label, rest: label.length } : undefined
}
