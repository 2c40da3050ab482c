// From glyphs to runs of text: where each piece starts and ends, spaces that were drawn as gaps, and
// a new piece wherever the gap is wide enough to part two columns or cells.
import { identity, type Matrix, moved, multiply } from './matrix.ts'

/** What is needed of a font. */
export interface FontLook {
  readonly name: string
  readonly bold: boolean
  /** Width units to the em: 0.001 but for Type 3 fonts. */
  readonly unit: number
  readonly vertical: boolean
}

/** The state of drawing. */
export interface Pen {
  place: Matrix
  text: Matrix | undefined
  x: number
  y: number
  lineX: number
  lineY: number
  font: FontLook
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
  colour: number | undefined
  alpha: number
  blends: boolean
}

/** A glyph of pdfjs, or a number that moves the pen back by thousandths of the size. */
type Glyph = number | { readonly unicode?: string; readonly width: number; readonly isSpace?: boolean } | null

/** Text of one piece and where it stands. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly turn: number | undefined
}

/** Parts of the size: a gap that is a space, and one that parts columns. */
const spaceGap = 0.17
const columnGap = 1

const plainFont: FontLook = { name: '', bold: false, unit: 0.001, vertical: false }

/** The state at the start of a page. */
export function restingPen(place: Matrix): Pen {
  const at = { x: 0, y: 0, lineX: 0, lineY: 0 }
  const spacing = { charSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0 }
  return { place, text: undefined, ...at, font: plainFont, size: 0, ...spacing, mode: 0, colour: 0, alpha: 1, blends: false }
}

/** Draws glyphs: moves the pen along and gives the pieces of text that it leaves. */
export function showGlyphs(pen: Pen, glyphs: readonly Glyph[]): Piece[] {
  const matrix = multiply(pen.place, pen.text ?? identity)
  const { size, charSpacing, wordSpacing } = pen
  const { unit } = pen.font
  const pieces: Piece[] = []
  // A list of letters: a text that grows letter by letter is one object for each.
  let letters: string[] = []
  let start = 0
  let end = 0
  let along = 0
  for (const glyph of glyphs) {
    if (glyph === null) continue
    if (typeof glyph === 'number') {
      along -= (glyph * size) / 1000
      continue
    }
    const words = glyph.unicode ?? ''
    const gap = letters.length === 0 ? 0 : (along - end) / Math.abs(size || 1)
    if (gap > spaceGap && !/\s$/.test(letters.at(-1) ?? '') && words.trim() !== '') {
      if (gap > columnGap) {
        addPiece(pieces, pen, matrix, letters, start, end)
        letters = []
      } else letters.push(' ')
    }
    if (letters.length === 0) start = along
    if (words !== '') letters.push(words)
    end = along + glyph.width * unit * size
    along = end + charSpacing + (glyph.isSpace ? wordSpacing : 0)
  }
  addPiece(pieces, pen, matrix, letters, start, end)
  if (pen.font.vertical) pen.y -= along
  else pen.x += along * pen.stretch
  return pieces
}

function addPiece(pieces: Piece[], pen: Pen, matrix: Matrix, letters: readonly string[], start: number, end: number): void {
  const text = letters.join('')
  if (text.trim() !== '') pieces.push(pieceAt(pen, matrix, text, start, end))
}

function pieceAt(pen: Pen, matrix: Matrix, text: string, start: number, end: number): Piece {
  const [x, y] = moved(matrix, pen.x + start * pen.stretch, pen.y + pen.rise)
  const [x1, y1] = moved(matrix, pen.x + end * pen.stretch, pen.y + pen.rise)
  const size = Math.abs(pen.size) * Math.hypot(matrix[2], matrix[3])
  return { text, x, y, width: Math.hypot(x1 - x, y1 - y), size, turn: quarterTurn(x1 - x, y1 - y) }
}

function quarterTurn(dx: number, dy: number): number | undefined {
  const quarters = Math.atan2(dy, dx) / (Math.PI / 2)
  const nearest = Math.round(quarters)
  return Math.abs(quarters - nearest) < 0.03 ? (nearest + 4) % 4 : undefined
}
