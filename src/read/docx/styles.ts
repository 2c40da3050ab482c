// Styles: what a paragraph or run looks like once its style, the styles that one is based on and the document's
// defaults are taken together. Table styles give only what stands behind and how cells are printed.
import type { Theme } from './colour.ts'
import { overlay, type ParagraphProperties, type RunProperties, readParagraphProperties, readRunProperties } from './properties.ts'
import { child, childElements, childValue, type XmlElement } from './xml.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly basedOn?: string
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
  readonly element: XmlElement
}

/** A paragraph style with all that it inherits. */
export interface ResolvedStyle {
  readonly name: string
  readonly paragraph: ParagraphProperties
  readonly run: RunProperties
  /** The style that brings the numbering, itself or an ancestor: levels of lists name that one. */
  readonly numberedBy?: string
}

export interface Styles {
  /** The style of that id, or the default paragraph style. */
  paragraph(id: string | undefined): ResolvedStyle
  /** Run properties of a paragraph style and a character style together. */
  run(paragraphStyle: string | undefined, characterStyle: string | undefined): RunProperties
  /** The elements of a table style and its ancestors, the nearest first. */
  table(id: string | undefined): readonly XmlElement[]
  /** numId of a numbering style. */
  numbering(id: string): string | undefined
}

/** Chains of w:basedOn longer than this are cut; Word itself allows 11. */
const longestChain = 50

export function readStyles(root: XmlElement | undefined, theme: Theme): Styles {
  const styles = new Map<string, Style>()
  const defaults: Record<string, string> = {}
  for (const element of root === undefined ? [] : childElements(root)) {
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || id === undefined) continue
    const style = readStyle(element, id, theme)
    if (!styles.has(id)) styles.set(id, style)
    if (['1', 'true', 'on'].includes(element.attributes['w:default'] ?? '')) defaults[style.type] ??= id
  }
  const base = child(root, 'w:docDefaults')
  const baseRun = readRunProperties(child(child(base, 'w:rPrDefault'), 'w:rPr'), theme)
  const baseParagraph = readParagraphProperties(child(child(base, 'w:pPrDefault'), 'w:pPr'), theme)
  const paragraphs = new Map<string, ResolvedStyle>()
  const runs = new Map<string, RunProperties>()
  const chain = (id: string | undefined, type: string): Style[] => ancestry(styles, id, type)
  const paragraph = (id: string | undefined): ResolvedStyle => {
    const known = id !== undefined && styles.get(id)?.type === 'paragraph' ? id : defaults.paragraph
    const key = known ?? ''
    const found = paragraphs.get(key) ?? resolve(chain(known, 'paragraph'), baseParagraph)
    paragraphs.set(key, found)
    return found
  }
  return {
    paragraph,
    run(paragraphStyle, characterStyle) {
      const key = `${paragraphStyle ?? ''}\n${characterStyle ?? ''}`
      const known = runs.get(key)
      if (known !== undefined) return known
      const character = chain(characterStyle, 'character').reduceRight<RunProperties>((under, style) => overlay(under, style.run), {})
      const found = combine(baseRun, paragraph(paragraphStyle).run, character)
      runs.set(key, found)
      return found
    },
    table: id => chain(id ?? defaults.table, 'table').map(style => style.element),
    numbering: id => (styles.get(id)?.type === 'numbering' ? styles.get(id)?.paragraph.numberId : undefined),
  }
}

function readStyle(element: XmlElement, id: string, theme: Theme): Style {
  const basedOn = childValue(element, 'w:basedOn')
  return {
    id,
    name: childValue(element, 'w:name') ?? id,
    type: element.attributes['w:type'] ?? 'paragraph',
    ...(basedOn === undefined ? {} : { basedOn }),
    paragraph: readParagraphProperties(child(element, 'w:pPr'), theme),
    run: readRunProperties(child(element, 'w:rPr'), theme),
    element,
  }
}

/** The style and those it is based on, nearest first; cycles end where they close. */
function ancestry(styles: ReadonlyMap<string, Style>, id: string | undefined, type: string): Style[] {
  const found: Style[] = []
  let next = id === undefined ? undefined : styles.get(id)
  while (next !== undefined && next.type === type && !found.includes(next) && found.length < longestChain) {
    found.push(next)
    next = next.basedOn === undefined ? undefined : styles.get(next.basedOn)
  }
  return found
}

function resolve(chain: readonly Style[], base: ParagraphProperties): ResolvedStyle {
  const numberedBy = chain.find(style => style.paragraph.numberId !== undefined)?.id
  return {
    name: chain[0]?.name ?? '',
    paragraph: chain.reduceRight((under, style) => overlay(under, style.paragraph), base),
    run: chain.reduceRight<RunProperties>((under, style) => overlay(under, style.run), {}),
    ...(numberedBy === undefined ? {} : { numberedBy }),
  }
}

/** Toggles set in both a paragraph and a character style cancel each other (ECMA-376 17.7.3); all else overrides. */
function combine(base: RunProperties, paragraph: RunProperties, character: RunProperties): RunProperties {
  const under = overlay(base, paragraph)
  const toggles: { vanish?: boolean; bold?: boolean; caps?: boolean; strike?: boolean } = {}
  for (const key of ['vanish', 'bold', 'caps', 'strike'] as const) {
    if (character[key] !== undefined) toggles[key] = Boolean(under[key]) !== character[key]
  }
  return { ...under, ...character, ...toggles }
}
