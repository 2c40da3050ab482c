// What stands on a page before it is understood: pieces of text with place and look, rules, filled
// boxes and pictures. Coordinates are points from the page's upper left corner, y growing downwards.
// Who makes them: paint.ts. Who reads them: the layout files beside this one.
import type { HiddenBy } from '../../domain/manuscript.ts'

/** Text drawn in one go, without a gap in it that could part columns. */
export interface Run {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
  /** Height of the font as drawn, in points. */
  readonly size: number
  readonly font: string
  readonly bold: boolean
  /** Place in the order of drawing on its page: the next piece has the next number. */
  readonly order: number
  readonly hidden?: HiddenBy | 'struck-out'
}

/** An upright rectangle. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** One page as drawn. */
export interface Paper {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Text set in another direction than most of the page: stamps, watermarks, margins. */
  readonly aside: readonly Run[]
  /** Thin horizontal and vertical strokes. */
  readonly rules: readonly Box[]
  /** Areas filled with another colour than white. */
  readonly shades: readonly Box[]
  readonly pictures: readonly Box[]
  /** Whether it is a scan with the words that a scanner laid under its picture. */
  readonly layered: boolean
  /** How many paths are drawn; many of them without text are letters drawn as outlines. */
  readonly strokes: number
  /** What readers wrote on it, and files pinned to it. */
  readonly comments: readonly string[]
  readonly attached: readonly string[]
  /** What was filled into fields of a form that are not drawn. */
  readonly filledIn: readonly string[]
  /** The object of the page in the file. */
  readonly ref: { readonly num: number; readonly gen: number } | null
  /** No operators at all: blank, or damaged. */
  readonly empty: boolean
}

/** Whether a point is in a box, with some slack in points. */
export function holds(box: Box, x: number, y: number, slack = 0): boolean {
  return x >= box.x0 - slack && x <= box.x1 + slack && y >= box.y0 - slack && y <= box.y1 + slack
}

/** Where a run ends on the line. */
export function endOf(run: { readonly x: number; readonly width: number }): number {
  return run.x + run.width
}
