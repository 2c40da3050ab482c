// Reads one page of an open PDF into a Paper: what is drawn on it, turned so that most of its text
// stands upright, and which of its text a person does not see.

import type { PdfPage } from './document.ts'
import type { FontLook } from './glyphs.ts'
import type { OpenPdf } from './load.ts'
import { asMatrix } from './matrix.ts'
import { type Drawing, type Drawn, followOperators, type Painted } from './paint.ts'
import type { Box, Paper, Run } from './paper.ts'
import { remarksOf } from './remarks.ts'
import { findStrikes } from './strikes.ts'
import { visibilityOn } from './visibility.ts'

/**
 * Reads one page, numbered from 1.
 * @throws whatever pdfjs throws when the page does not decode; the other pages may still be sound.
 */
export async function readPage(
  pdf: OpenPdf,
  number: number,
  mostPieces: number,
  layerVisible: (group: unknown) => boolean,
): Promise<Paper> {
  const page = await pdf.document.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList()
    const remarks = remarksOf(await page.getAnnotations())
    const fontOf = fontLooks(page)
    const isOpaque = (picture: unknown) => !isSeenThrough(picture, page)
    const around = { fontOf, layerVisible, isOpaque, operators: pdf.operators, base: asMatrix(transform), remarks: remarks.drawn }
    const drawing = followOperators(list, around)
    if (drawing.drawn.length > mostPieces) throw new RangeError('more pieces of text than a page can hold')
    const { comments, attached, filledIn } = remarks
    const { ref } = page
    return { ...asPaper(number, drawing, width, height), comments, attached, filledIn, ref, empty: list.fnArray.length === 0 }
  } finally {
    page.cleanup()
  }
}

/** Pictures of four channels, the last for what shows through, as pdfjs numbers their kinds. */
const fourChannels = 3
const mostLooks = 2000

/** Whether a picture that stands in the drawing, or is named there, lets what is under it show in a tenth of its dots or more. */
function isSeenThrough(picture: unknown, { objs }: PdfPage): boolean {
  const found = typeof picture === 'string' ? (objs.has(picture) ? objs.get(picture) : undefined) : picture
  const { kind, data } = (found ?? {}) as { readonly kind?: number; readonly data?: Uint8Array }
  if (kind !== fourChannels || data === undefined) return false
  const step = Math.max(1, Math.floor(data.length / 4 / mostLooks))
  let [looks, through] = [0, 0]
  for (let dot = 0; dot * 4 + 3 < data.length; dot += step, looks++) if ((data[dot * 4 + 3] as number) < 128) through++
  return through * 10 >= looks
}

const plain: FontLook = { name: '', bold: false, unit: 0.001, vertical: false }

function fontLooks(page: PdfPage): (name: string) => FontLook {
  const known = new Map<string, FontLook>()
  return name => {
    const found = known.get(name) ?? (page.commonObjs.has(name) ? fontLook(page.commonObjs.get(name)) : plain)
    known.set(name, found)
    return found
  }
}

/** @throws Error where pdfjs gave up the font and left its message instead: words set in it would be lost without a word */
function fontLook(font: unknown): FontLook {
  if (typeof font === 'string') throw new Error(`a font does not load: ${font}`)
  const { name = '', bold = false, black = false, vertical = false, fontMatrix } = (font ?? {}) as Record<string, never>
  const plainName = String(name).replace(/^[A-Z]{6}\+/, '')
  const heavy = Boolean(bold) || Boolean(black) || /bold|black|heavy|demi/i.test(plainName)
  return {
    name: plainName,
    bold: heavy,
    unit: fontMatrix ? Math.abs(asMatrix(fontMatrix)[0]) || 0.001 : 0.001,
    vertical: Boolean(vertical),
  }
}

/** What is told from the drawing alone. */
type OnPaper = Omit<Paper, 'empty' | 'comments' | 'attached' | 'filledIn' | 'ref'>

function asPaper(number: number, drawing: Drawing, width: number, height: number): OnPaper {
  const { hiddenBy, layered } = visibilityOn(drawing, { width, height })
  const direction = mainDirection(drawing.drawn)
  const turned = direction % 2 === 1
  const size = turned ? { width: height, height: width } : { width, height }
  const runs = drawing.drawn.map((drawn, order) => asRun(drawn, order, hiddenBy(drawn), direction, width, height))
  const upright = drawing.drawn.map(drawn => drawn.turn === direction)
  const across = drawing.rules.map(rule => turnBox(rule, direction, width, height))
  const straight = findStrikes(
    runs.filter((_, index) => upright[index]),
    across,
  )
  return {
    number,
    ...size,
    ...straight,
    layered,
    aside: runs.filter((_, index) => !upright[index]),
    strokes: drawing.rules.length + drawing.painted.length,
    shades: drawing.painted.filter(isShade).map(area => turnBox(area, direction, width, height)),
    pictures: drawing.painted.filter(area => area.picture).map(area => turnBox(area, direction, width, height)),
  }
}

const isShade = (area: Painted): boolean => !area.picture && area.colour !== undefined && area.colour !== 0xffffff

/** The direction in which most characters of the page run. */
function mainDirection(drawn: readonly Drawn[]): number {
  const characters = [0, 0, 0, 0]
  for (const run of drawn) if (run.turn !== undefined) characters[run.turn] = (characters[run.turn] ?? 0) + run.text.length
  return characters.indexOf(Math.max(...characters))
}

function asRun(drawn: Drawn, order: number, hidden: Run['hidden'], direction: number, width: number, height: number): Run {
  const [x, y] = turnPoint(drawn.x, drawn.y, direction, width, height)
  const { text, width: long, size, font, bold } = drawn
  return hidden ? { text, x, y, width: long, size, font, bold, order, hidden } : { text, x, y, width: long, size, font, bold, order }
}

/** Turns the page back so that text of the given direction runs to the right. */
function turnPoint(x: number, y: number, direction: number, width: number, height: number): readonly [number, number] {
  if (direction === 1) return [y, width - x]
  if (direction === 2) return [width - x, height - y]
  if (direction === 3) return [height - y, x]
  return [x, y]
}

function turnBox(box: Box, direction: number, width: number, height: number): Box {
  const [ax, ay] = turnPoint(box.x0, box.y0, direction, width, height)
  const [bx, by] = turnPoint(box.x1, box.y1, direction, width, height)
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
}
