// What styles of an OpenDocument text say of words and lists: whether one sees them, whether they are bold, and how items
// are numbered (OASIS OpenDocument 1.3, part 3, chapters 16 and 20). Styles inherit from their parents.
import type { HiddenBy } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'
import { scanXml, type XmlBudget } from '../docx/xml.ts'
import { formatNumber } from '../number-formats.ts'

/** How one level of a list is numbered; a bullet where there is no format. */
export interface Level {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels the number shows. */
  readonly shown: number
}

interface Style {
  readonly parent: string | undefined
  readonly list: string | undefined
  hidden?: HiddenBy
  bold?: boolean
  raised?: boolean
  struck?: boolean
}

export interface Look {
  readonly hidden: HiddenBy | undefined
  readonly bold: boolean
  /** Above the line, as the mark of a note or a power. */
  readonly raised?: boolean
  /** With a line through it. */
  readonly struck?: boolean
}

export interface Styles {
  readonly named: Map<string, Style>
  readonly lists: Map<string, Map<number, Level>>
  /** The list by which headings are numbered. */
  readonly outline: Map<number, Level>
}

export const noStyles = (): Styles => ({ named: new Map(), lists: new Map(), outline: new Map() })

/** Adds the styles of a part. */
export function readStyles(xml: string, part: string, budget: XmlBudget, styles: Styles): void {
  let style: Style | undefined
  let levels: Map<number, Level> | undefined
  scanXml(xml, part, budget, {
    open(name, attributes) {
      if (name === 'style:style') {
        style = { parent: attributes['style:parent-style-name'], list: attributes['style:list-style-name'] }
        styles.named.set(attributes['style:name'] ?? '', style)
      } else if (name === 'style:text-properties' && style !== undefined) setLook(style, attributes)
      else if (name === 'text:list-style') {
        levels = new Map()
        styles.lists.set(attributes['style:name'] ?? '', levels)
      } else if (name === 'text:outline-style') levels = styles.outline
      else if (/^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/.test(name))
        levels?.set(Number(attributes['text:level'] ?? 1), levelOf(name, attributes))
    },
    close(name) {
      if (name === 'style:style') style = undefined
    },
    text() {},
  })
}

function levelOf(name: string, attributes: Readonly<Record<string, string>>): Level {
  const format = /bullet|image/.test(name) ? '•' : (attributes['style:num-format'] ?? '')
  return {
    format,
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    start: Number(attributes['text:start-value'] ?? 1) || 1,
    shown: Number(attributes['text:display-levels'] ?? 1) || 1,
  }
}

function setLook(style: Style, attributes: Readonly<Record<string, string>>): void {
  const colour = attributes['fo:color']?.toLowerCase()
  const behind = attributes['fo:background-color']?.toLowerCase()
  const size = /^([\d.]{1,6})pt$/.exec(attributes['fo:font-size'] ?? '')?.[1]
  if (attributes['text:display'] === 'none') style.hidden = 'hidden-run'
  // With the window's own colour LibreOffice writes an opacity of nought, and means nothing by it.
  else if (attributes['loext:opacity'] === '0%' && attributes['style:use-window-font-color'] !== 'true') style.hidden = 'transparent'
  else if (size !== undefined && Number(size) <= 2) style.hidden = 'tiny'
  else if (
    colour !== undefined &&
    (behind === colour || ((behind ?? 'transparent') === 'transparent' && /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/.test(colour)))
  )
    style.hidden = 'background-colour'
  const position = attributes['style:text-position']
  if (position !== undefined) style.raised = /^(?:super|[1-9]\d{0,2}%)/.test(position.trim())
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type']
  if (line !== undefined) style.struck = line !== 'none'
  if (attributes['fo:font-weight'] !== undefined) style.bold = /bold|[6-9]00/.test(attributes['fo:font-weight'])
}

const deepestParent = 20

/** What a style and those that it inherits from say; `around` where they say nothing. */
export function lookOf(styles: Styles, name: string | undefined, around: Look): Look {
  let { hidden } = around
  let [bold, raised, struck]: (boolean | undefined)[] = []
  for (let at = name, depth = 0; at !== undefined && depth < deepestParent; depth++) {
    const style = styles.named.get(at)
    hidden ??= style?.hidden
    bold ??= style?.bold
    raised ??= style?.raised
    struck ??= style?.struck
    at = style?.parent
  }
  return { hidden, bold: bold ?? around.bold, raised: raised ?? around.raised ?? false, struck: struck ?? around.struck ?? false }
}

/** The list that a paragraph's style puts it in. */
export function listOf(styles: Styles, name: string | undefined): string | undefined {
  for (let at = name, depth = 0; at !== undefined && depth < deepestParent; depth++) {
    const style = styles.named.get(at)
    if (style?.list !== undefined) return style.list === '' ? undefined : style.list
    at = style?.parent
  }
  return undefined
}

/** The formats of style:num-format (OpenDocument 1.3, 20.314) under their names in Word; none where no number is shown. */
const formats = table<string>({
  '': 'none',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
})

/** A number of a level in its format. */
export function numeral(value: number, format: string): string {
  return formatNumber(value, /^01\b/.test(format) ? 'decimalZero' : (formats[format] ?? 'decimal'))
}
