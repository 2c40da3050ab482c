// Properties of runs and paragraphs as one element states them (w:rPr, w:pPr), without regard to styles.
// Only what changes the text, its visibility or its place in the outline is taken.

import { table } from '../../domain/table.ts'
import { type Colour, highlightColour, shadingColour, statedColour, type Theme } from './colour.ts'
import { child, childValue, integer, isOn, type XmlElement } from './xml.ts'

export interface RunProperties {
  readonly style?: string
  readonly vanish?: boolean
  readonly bold?: boolean
  readonly caps?: boolean
  /** A line through it, single or double. */
  readonly strike?: boolean
  /** Points. */
  readonly size?: number
  /** Width of characters, per cent of the usual. */
  readonly scale?: number
  /** 'auto' is black on light and white on dark: always seen. */
  readonly colour?: Colour | 'auto'
  /** What shading or highlight puts behind the run. */
  readonly behind?: Colour
  readonly transparent?: boolean
  /** Set above the line, and small. */
  readonly raised?: boolean
  readonly font?: string
}

export interface ParagraphProperties {
  readonly style?: string
  /** 0 is no numbering at all. */
  readonly numberId?: string
  readonly numberLevel?: number
  /** From 0; 9 is body text. */
  readonly outline?: number
  /** Points. */
  readonly indent?: number
  readonly behind?: Colour
  readonly pageBreakBefore?: boolean
  /** In a frame, or indented, so far out that no page shows it. */
  readonly offPage?: boolean
}

/** Beyond these no usual page (up to A3) shows anything, in points from its margin. */
const farthestOut = -400
const farthestIn = 1224

/** From this height on, in points, figures stand raised. */
const leastRaise = 2

/** A tracked change as an element states it. */
export interface Change {
  readonly author: string
  readonly date: string
  readonly moved?: true
}

export function readRunProperties(element: XmlElement | undefined, theme: Theme): RunProperties {
  if (element === undefined || element.children.length === 0) return {}
  const found: { -readonly [Key in keyof RunProperties]: RunProperties[Key] } = {}
  for (const property of element.children) {
    if (typeof property === 'string') continue
    const value = property.attributes['w:val']
    switch (property.name) {
      case 'w:rStyle':
        if (value !== undefined) found.style = value
        break
      case 'w:vanish':
        found.vanish = isOn(value)
        break
      case 'w:b':
        found.bold = isOn(value)
        break
      case 'w:strike':
      case 'w:dstrike':
        found.strike = isOn(value) || found.strike === true
        break
      case 'w:caps':
        found.caps = isOn(value)
        break
      case 'w:sz':
        assign(found, 'size', halfPoints(value))
        break
      case 'w:w':
        assign(found, 'scale', integer(value))
        break
      case 'w:color':
        found.colour = statedColour(property, 'w:val', theme) ?? 'auto'
        break
      case 'w:shd':
        assign(found, 'behind', found.behind ?? shadingColour(property, theme))
        break
      case 'w:highlight':
        // Word paints the highlight over the shading.
        assign(found, 'behind', highlightColour(value))
        break
      case 'w:rFonts':
        assign(found, 'font', property.attributes['w:ascii'] ?? property.attributes['w:hAnsi'])
        break
      case 'w:vertAlign':
        found.raised = value === 'superscript'
        break
      case 'w:position':
        // So LibreOffice writes marks that its own percentages raise; less is but set a little higher.
        found.raised = (halfPoints(value) ?? 0) >= leastRaise || found.raised === true
        break
      case 'w14:textFill':
        assign(found, 'transparent', isTransparent(property))
        break
    }
  }
  return found
}

export function readParagraphProperties(element: XmlElement | undefined, theme: Theme): ParagraphProperties {
  if (element === undefined) return {}
  const found: { -readonly [Key in keyof ParagraphProperties]: ParagraphProperties[Key] } = {}
  for (const property of element.children) {
    if (typeof property === 'string') continue
    const { attributes } = property
    switch (property.name) {
      case 'w:pStyle':
        assign(found, 'style', found.style ?? attributes['w:val'])
        break
      case 'w:numPr':
        assign(found, 'numberId', found.numberId ?? childValue(property, 'w:numId'))
        assign(found, 'numberLevel', found.numberLevel ?? level(childValue(property, 'w:ilvl')))
        break
      case 'w:outlineLvl':
        assign(found, 'outline', found.outline ?? integer(attributes['w:val']))
        break
      case 'w:ind':
        assign(found, 'indent', found.indent ?? twips(attributes['w:left'] ?? attributes['w:start']))
        if (isOut(found.indent)) found.offPage = true
        break
      case 'w:framePr':
        if (isOut(twips(attributes['w:x'])) || isOut(twips(attributes['w:y']))) found.offPage = true
        break
      case 'w:shd':
        assign(found, 'behind', found.behind ?? shadingColour(property, theme))
        break
      case 'w:pageBreakBefore':
        found.pageBreakBefore ??= isOn(attributes['w:val'])
        break
    }
  }
  return found
}

const isOut = (place: number | undefined): boolean => place !== undefined && (place < farthestOut || place > farthestIn)

/** Author and date of w:ins, w:del, w:moveFrom, w:moveTo and the like. */
export function readChange(element: XmlElement): Change {
  const { 'w:author': author = '', 'w:date': date = '' } = element.attributes
  return element.name.startsWith('w:move') ? { author, date, moved: true } : { author, date }
}

/** What the second states over what the first does. */
export function overlay<T extends object>(under: T, over: T): T {
  for (const _ in over) return { ...under, ...over }
  return under
}

/** Optional fields are left out rather than undefined. */
function assign<T, Key extends keyof T>(target: T, key: Key, value: T[Key] | undefined): void {
  if (value !== undefined) target[key] = value as T[Key]
}

function level(value: string | undefined): number | undefined {
  const number = integer(value)
  return number === undefined || number < 0 || number > 8 ? undefined : number
}

/** Half points, or a measure with a unit (strict OOXML), as points. */
function halfPoints(value: string | undefined): number | undefined {
  return measure(value, 2)
}

/** Twentieths of a point, or a measure with a unit, as points. */
function twips(value: string | undefined): number | undefined {
  return measure(value, 20)
}

const pointsPer = table<number>({ pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 })

function measure(value: string | undefined, perPoint: number): number | undefined {
  const found = /^(-?\d{1,7}(?:\.\d{1,6})?)(pt|in|cm|mm|pc|pi)?$/.exec(value ?? '')
  if (found === null) return undefined
  return found[2] === undefined ? Number(found[1]) / perPoint : Number(found[1]) * (pointsPer[found[2]] as number)
}

function isTransparent(fill: XmlElement): boolean {
  if (child(fill, 'w14:noFill') !== undefined) return true
  const solid = child(fill, 'w14:solidFill')
  const alpha = child(child(solid, 'w14:srgbClr') ?? child(solid, 'w14:schemeClr'), 'w14:alpha')?.attributes['w14:val']
  // Per cent of transparency, times a thousand.
  return (integer(alpha) ?? 0) >= 90_000
}
