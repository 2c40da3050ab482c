// Follows the drawing operators of one page and notes what they put on the paper: text with its place
// and look, filled boxes, rules, pictures. One pass gives both the words and whether one sees them.
// How glyphs become runs is in glyphs.ts; what is hidden is decided in visibility.ts.
import { type FontLook, type Pen, restingPen, showGlyphs } from './glyphs.ts'
import { asMatrix, type Matrix, movedBox, multiply } from './matrix.ts'
import type { Box } from './paper.ts'
import { type Path, pathBoxes } from './paths.ts'

/** A run as drawn, before it is known whether it is seen. */
export interface Drawn {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Direction of writing in quarter turns clockwise, or undefined for any other slant. */
  readonly turn: number | undefined
  readonly font: string
  readonly bold: boolean
  readonly colour: number | undefined
  readonly alpha: number
  readonly mode: number
  readonly layerOff: boolean
  readonly order: number
}

/** An area painted over what was there. */
export interface Painted extends Box {
  /** 0xRRGGBB; undefined for patterns and pictures. */
  readonly colour: number | undefined
  readonly picture: boolean
  /** Nothing shows through it. */
  readonly opaque: boolean
  readonly order: number
}

/** Everything that one page draws. */
export interface Drawing {
  readonly drawn: Drawn[]
  readonly painted: Painted[]
  readonly rules: Box[]
}

/** What is asked of the surroundings while following the operators. */
export interface Surroundings {
  readonly fontOf: (name: string) => FontLook
  readonly layerVisible: (group: unknown) => boolean
  /** Whether the picture of that name lets nothing show through. */
  readonly isOpaque: (picture: unknown) => boolean
  readonly operators: Readonly<Record<string, number>>
  /** Annotations whose words are comments. */
  readonly remarks: ReadonlySet<string>
  /** From the page's own coordinates to points from the upper left. */
  readonly base: Matrix
}

interface Painter {
  pen: Pen
  readonly saved: Pen[]
  readonly layers: boolean[]
  readonly out: Drawing
  readonly around: Surroundings
  order: number
  /** Within a comment: what is written is not of the page. */
  remark: boolean
}

type Args = readonly unknown[]
type Step = (painter: Painter, args: Args) => void

const deepest = 500

/** Follows a page's operators and gives what it draws. */
export function followOperators(list: { fnArray: number[]; argsArray: unknown[] }, around: Surroundings): Drawing {
  const out: Drawing = { drawn: [], painted: [], rules: [] }
  const painter: Painter = { pen: restingPen(around.base), saved: [], layers: [], out, around, order: 0, remark: false }
  const steps = stepsByNumber(around.operators)
  list.fnArray.forEach((operator, index) => {
    painter.order = index
    steps[operator]?.(painter, (list.argsArray[index] ?? []) as Args)
  })
  return out
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

const steps: Readonly<Record<string, Step>> = {
  save: painter => void (painter.saved.length < deepest && painter.saved.push({ ...painter.pen })),
  restore: painter => {
    painter.pen = painter.saved.pop() ?? painter.pen
  },
  transform: (painter, args) => turn(painter, asMatrix(args)),
  setGState: (painter, args) => setState(painter, args[0]),
  setFillRGBColor: (painter, args) => {
    painter.pen.colour = colourOf(args[0])
  },
  setFillColorN: painter => {
    painter.pen.colour = undefined
  },
  setFillTransparent: painter => {
    painter.pen.colour = undefined
  },
  beginText: painter => Object.assign(painter.pen, { text: undefined, x: 0, y: 0, lineX: 0, lineY: 0 }),
  setCharSpacing: (painter, args) => Object.assign(painter.pen, { charSpacing: number(args[0]) }),
  setWordSpacing: (painter, args) => Object.assign(painter.pen, { wordSpacing: number(args[0]) }),
  setHScale: (painter, args) => Object.assign(painter.pen, { stretch: number(args[0]) / 100 }),
  setLeading: (painter, args) => Object.assign(painter.pen, { leading: -number(args[0]) }),
  setTextRise: (painter, args) => Object.assign(painter.pen, { rise: number(args[0]) }),
  setTextRenderingMode: (painter, args) => Object.assign(painter.pen, { mode: number(args[0]) }),
  setFont: (painter, args) => Object.assign(painter.pen, { font: painter.around.fontOf(String(args[0])), size: number(args[1]) }),
  moveText: (painter, args) => moveLine(painter.pen, number(args[0]), number(args[1])),
  setLeadingMoveText: (painter, args) => {
    painter.pen.leading = number(args[1])
    moveLine(painter.pen, number(args[0]), number(args[1]))
  },
  nextLine: painter => moveLine(painter.pen, 0, painter.pen.leading),
  setTextMatrix: (painter, args) => {
    const matrix = asMatrix(args.length === 6 ? args : args[0])
    Object.assign(painter.pen, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 })
  },
  showText: (painter, args) => show(painter, args[0]),
  showSpacedText: (painter, args) => show(painter, args[0]),
  constructPath: (painter, args) => drawPath(painter, args),
  paintFormXObjectBegin: (painter, args) => {
    painter.saved.push({ ...painter.pen })
    if (args[0]) turn(painter, asMatrix(args[0]))
  },
  paintFormXObjectEnd: painter => {
    painter.pen = painter.saved.pop() ?? painter.pen
  },
  beginGroup: painter => void painter.saved.push({ ...painter.pen }),
  endGroup: painter => {
    painter.pen = painter.saved.pop() ?? painter.pen
  },
  beginAnnotation: (painter, args) => beginAnnotation(painter, args),
  endAnnotation: painter => {
    painter.remark = false
    painter.pen = painter.saved.pop() ?? painter.pen
  },
  beginMarkedContent: painter => void painter.layers.push(true),
  beginMarkedContentProps: (painter, args) => void painter.layers.push(args[0] !== 'OC' || painter.around.layerVisible(args[1])),
  endMarkedContent: painter => void painter.layers.pop(),
  paintImageXObject: (painter, args) => drawPicture(painter, painter.around.isOpaque(args[0])),
  paintInlineImageXObject: (painter, args) => drawPicture(painter, painter.around.isOpaque(args[0])),
  paintImageMaskXObject: painter => drawPicture(painter, false),
  paintSolidColorImageMask: painter => drawPicture(painter, false),
}

function stepsByNumber(operators: Readonly<Record<string, number>>): Step[] {
  const table: Step[] = []
  for (const [name, step] of Object.entries(steps)) {
    const at = operators[name]
    if (at !== undefined) table[at] = step
  }
  return table
}

function turn(painter: Painter, matrix: Matrix): void {
  painter.pen.place = multiply(painter.pen.place, matrix)
}

function moveLine(pen: Pen, x: number, y: number): void {
  pen.lineX += x
  pen.lineY += y
  pen.x = pen.lineX
  pen.y = pen.lineY
}

function setState(painter: Painter, states: unknown): void {
  for (const [key, value] of (states ?? []) as [string, unknown][]) {
    if (key === 'ca') painter.pen.alpha = number(value)
    if (key === 'BM') painter.pen.blends = value !== 'source-over' && value !== 'Normal'
    if (key === 'Font' && Array.isArray(value)) {
      Object.assign(painter.pen, { font: painter.around.fontOf(String(value[0])), size: number(value[1]) })
    }
  }
}

/** pdfjs gives fill colours as "#rrggbb". */
function colourOf(value: unknown): number | undefined {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? Number.parseInt(value.slice(1), 16) : undefined
}

function show(painter: Painter, glyphs: unknown): void {
  if (!Array.isArray(glyphs) || painter.remark) return
  const layerOff = painter.layers.includes(false)
  const { order, out } = painter
  // Written out, since there are some hundred on each page, and a copy of an unknown shape is slow.
  for (const { text, x, y, width, size, turn } of showGlyphs(painter.pen, glyphs)) {
    const { colour, alpha, mode, font } = painter.pen
    out.drawn.push({ text, x, y, width, size, turn, font: font.name, bold: font.bold, colour, alpha, mode, layerOff, order })
  }
}

function drawPath(painter: Painter, args: Args): void {
  const { fill, stroke } = painted(painter.around.operators, number(args[0]))
  if (!(fill || stroke) || painter.layers.includes(false)) return
  const { rules, areas } = pathBoxes((args[1] as [Path])[0], args[2] as ArrayLike<number> | undefined, painter.pen.place, fill, stroke)
  for (const rule of rules) painter.out.rules.push(rule)
  if (!fill || painter.pen.alpha < 0.9 || painter.pen.blends) return
  for (const area of areas)
    painter.out.painted.push({ ...area, colour: painter.pen.colour, picture: false, opaque: true, order: painter.order })
}

function painted(operators: Readonly<Record<string, number>>, how: number): { fill: boolean; stroke: boolean } {
  const is = (...names: string[]) => names.some(name => operators[name] === how)
  const both = is('fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke')
  return { fill: both || is('fill', 'eoFill'), stroke: both || is('stroke', 'closeStroke') }
}

/** A picture fills the unit square. */
function drawPicture(painter: Painter, whole: boolean): void {
  if (painter.layers.includes(false)) return
  const box = movedBox(painter.pen.place, 0, 0, 1, 1)
  const opaque = whole && painter.pen.alpha >= 0.9 && !painter.pen.blends
  painter.out.painted.push({ ...box, colour: undefined, picture: true, opaque, order: painter.order })
}

/** Notes and form fields are drawn from the page's own coordinates again. */
function beginAnnotation(painter: Painter, args: Args): void {
  painter.remark = painter.around.remarks.has(String(args[0]))
  painter.saved.push({ ...painter.pen })
  painter.pen = restingPen(painter.around.base)
  if (args[2]) turn(painter, asMatrix(args[2]))
  if (args[3]) turn(painter, asMatrix(args[3]))
}
