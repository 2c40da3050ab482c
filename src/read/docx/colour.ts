// Colours as a person sees them: theme colours resolved, shading laid over the page, and whether text stands out
// from what is behind it. Knows nothing of styles or runs.

import { table } from '../../domain/table.ts'
import type { XmlElement } from './xml.ts'
import { child, childElements } from './xml.ts'

/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [number, number, number]

export const white: Colour = [255, 255, 255]
export const black: Colour = [0, 0, 0]

/** Contrast (WCAG 2.2) below which words count as unseen; light grey print on white is about 1.6. */
const leastContrast = 1.25

const highlights = table<string>({
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGray: '808080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'C0C0C0',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
})

/** Colours of the theme by the names that w:themeColor uses. */
export type Theme = ReadonlyMap<string, Colour>

const themeNames = table<readonly string[]>({
  dk1: ['dark1', 'text1'],
  lt1: ['light1', 'background1'],
  dk2: ['dark2', 'text2'],
  lt2: ['light2', 'background2'],
  hlink: ['hyperlink'],
  folHlink: ['followedHyperlink'],
})

export function readTheme(root: XmlElement | undefined): Theme {
  const theme = new Map<string, Colour>([
    ['background1', white],
    ['light1', white],
    ['text1', black],
    ['dark1', black],
  ])
  const scheme = child(child(root, 'a:themeElements'), 'a:clrScheme')
  for (const entry of scheme === undefined ? [] : childElements(scheme)) {
    const value = childElements(entry)[0]?.attributes
    const colour = parseColour(value?.lastClr ?? value?.val)
    const name = entry.name.slice(2)
    if (colour !== undefined) for (const use of themeNames[name] ?? [name]) theme.set(use, colour)
  }
  return theme
}

/** Six hexadecimal digits, with or without "#"; undefined for "auto" and all else. */
export function parseColour(value: string | undefined): Colour | undefined {
  const digits = /^#?([0-9a-f]{6})\b/i.exec(value ?? '')?.[1]
  if (digits === undefined) return undefined
  const number = Number.parseInt(digits, 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

/**
 * The colour that an element states, the theme's before the literal one, as Word has it.
 * @param prefix '' for the colour itself, 'Fill' for the background of shading
 */
export function statedColour(element: XmlElement | undefined, literal: string, theme: Theme, prefix: '' | 'Fill' = ''): Colour | undefined {
  if (element === undefined) return undefined
  const name = prefix === '' ? 'Color' : 'Fill'
  const themed = theme.get(element.attributes[`w:theme${name}`] ?? '')
  if (themed === undefined) return parseColour(element.attributes[literal])
  const tint = element.attributes[`w:theme${prefix}Tint`]
  const shade = element.attributes[`w:theme${prefix}Shade`]
  return mix(mix(themed, white, tint), black, shade)
}

/** ECMA-376 17.3.2.41: a tint or shade of FF leaves the colour alone, 00 makes it white or black. */
function mix(colour: Colour, toward: Colour, amount: string | undefined): Colour {
  const kept = amount === undefined ? 1 : Number.parseInt(amount, 16) / 255
  return Number.isNaN(kept) ? colour : blend(colour, toward, kept)
}

function blend(colour: Colour, other: Colour, kept: number): Colour {
  const part = (index: 0 | 1 | 2): number => Math.round(colour[index] * kept + other[index] * (1 - kept))
  return [part(0), part(1), part(2)]
}

/** What shading (w:shd) puts behind the text; undefined where it lets the background through. */
export function shadingColour(shading: XmlElement | undefined, theme: Theme): Colour | undefined {
  if (shading === undefined) return undefined
  const pattern = shading.attributes['w:val'] ?? 'clear'
  const fill = statedColour(shading, 'w:fill', theme, 'Fill')
  if (pattern === 'clear' || pattern === 'nil') return fill
  const front = statedColour(shading, 'w:color', theme) ?? black
  const share = pattern === 'solid' ? 1 : Number.parseInt(/^pct(\d+)$/.exec(pattern)?.[1] ?? '50', 10) / 100
  return blend(front, fill ?? white, share)
}

export function highlightColour(name: string | undefined): Colour | undefined {
  return parseColour(highlights[name ?? ''])
}

/** Whether text in this colour can be told from its background. */
export function standsOut(text: Colour, background: Colour): boolean {
  const [dark, light] = [luminance(text), luminance(background)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05) >= leastContrast
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => (value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}
