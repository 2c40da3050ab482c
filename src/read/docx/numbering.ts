// Definitions of lists (numbering.xml): which list and level a paragraph belongs to, with overrides and links
// between numbering styles followed. Counting is left to counters.ts.
import { type ParagraphProperties, readParagraphProperties } from './properties.ts'
import type { Styles } from './styles.ts'
import { child, childElements, childFlag, childValue, integer, type XmlElement } from './xml.ts'

/** One level of a list, as it holds for one w:num. */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** For the format "custom". */
  readonly pattern: string
  /** "%1.%2(%3)" */
  readonly text: string
  /** Level (1 to 9) after which this one starts anew; 0 never; absent after any higher one. */
  readonly restartAfter?: number
  /** All numbers in decimal figures. */
  readonly legal: boolean
  /** The number is hidden text. */
  readonly hidden: boolean
  readonly style?: string
  readonly indent?: number
}

/** A list as one w:num has it. */
export interface List {
  readonly id: string
  /** The w:abstractNum that the list names (not one that this leads to): lists with the same one count on from each other. */
  readonly definition: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that this list starts anew, with the first number. */
  readonly startOverrides: ReadonlyMap<number, number>
}

/** Which list and level a paragraph belongs to. */
export interface ListPlace {
  readonly list: List
  readonly level: number
}

export interface Numbering {
  /** The place of a paragraph with these direct properties and this style; undefined where it has no number. */
  place(direct: ParagraphProperties): ListPlace | undefined
  /** The list whose definition has that name, as fields refer to it. */
  named(name: string): List | undefined
}

/** Links between definitions and styles longer than this are a cycle. */
const longestLink = 10

export function readNumbering(root: XmlElement | undefined, styles: Styles): Numbering {
  const definitions = new Map<string, XmlElement>()
  const numbers = new Map<string, XmlElement>()
  for (const element of root === undefined ? [] : childElements(root)) {
    const id = element.attributes['w:abstractNumId'] ?? element.attributes['w:numId']
    if (id === undefined) continue
    if (element.name === 'w:abstractNum') definitions.set(id, element)
    if (element.name === 'w:num') numbers.set(id, element)
  }
  const lists = new Map<string, List | undefined>()
  const list = (id: string): List | undefined => {
    if (!lists.has(id)) lists.set(id, readList(id, numbers, definitions, styles))
    return lists.get(id)
  }
  return {
    place(direct) {
      const style = styles.paragraph(direct.style)
      const id = direct.numberId ?? style.paragraph.numberId
      const found = id === undefined || id === '0' ? undefined : list(id)
      if (found === undefined) return undefined
      return { list: found, level: direct.numberLevel ?? styleLevel(found, style.numberedBy, direct, style.paragraph) }
    },
    named(name) {
      const [id] = [...definitions].find(([, definition]) => childValue(definition, 'w:name') === name) ?? []
      const [number] = [...numbers].find(([, one]) => id !== undefined && childValue(one, 'w:abstractNumId') === id) ?? []
      return number === undefined ? undefined : list(number)
    },
  }
}

/** A style's level is that which names the style; w:ilvl in a style counts only where no level does (ECMA-376 17.9.23). */
function styleLevel(list: List, numberedBy: string | undefined, direct: ParagraphProperties, inherited: ParagraphProperties): number {
  if (direct.numberId !== undefined && direct.numberId !== inherited.numberId) return inherited.numberLevel ?? 0
  for (const [index, level] of list.levels) if (level.style !== undefined && level.style === numberedBy) return index
  return inherited.numberLevel ?? 0
}

function readList(
  id: string,
  numbers: ReadonlyMap<string, XmlElement>,
  definitions: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): List | undefined {
  const number = numbers.get(id)
  const definition = number === undefined ? undefined : followLinks(number, numbers, definitions, styles)
  if (number === undefined || definition === undefined) return undefined
  const levels = readLevels(definition)
  const startOverrides = new Map<number, number>()
  for (const override of childElements(number)) {
    const index = integer(override.attributes['w:ilvl'])
    if (override.name !== 'w:lvlOverride' || index === undefined) continue
    const level = child(override, 'w:lvl')
    if (level !== undefined) levels.set(index, readLevel(level))
    const start = integer(childValue(override, 'w:startOverride'))
    if (start !== undefined) startOverrides.set(index, start)
  }
  return { id, definition: childValue(number, 'w:abstractNumId') ?? '', levels, startOverrides }
}

/** A definition may be an empty one that names a numbering style, whose list has the true definition. */
function followLinks(
  number: XmlElement,
  numbers: ReadonlyMap<string, XmlElement>,
  definitions: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): XmlElement | undefined {
  let definition = definitions.get(childValue(number, 'w:abstractNumId') ?? '')
  for (let step = 0; step < longestLink; step++) {
    const link = childValue(definition, 'w:numStyleLink')
    if (link === undefined) return definition
    const target = numbers.get(styles.numbering(link) ?? '')
    const next = definitions.get(childValue(target, 'w:abstractNumId') ?? '') ?? linkedDefinition(link, definitions)
    if (next === undefined) return definition
    definition = next
  }
  return definition
}

function linkedDefinition(style: string, definitions: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  return [...definitions.values()].find(definition => childValue(definition, 'w:styleLink') === style)
}

function readLevels(definition: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const element of childElements(definition)) {
    const index = integer(element.attributes['w:ilvl'])
    if (element.name === 'w:lvl' && index !== undefined) levels.set(index, readLevel(element))
  }
  return levels
}

function readLevel(element: XmlElement): ListLevel {
  const format = child(element, 'w:numFmt')
  const restartAfter = integer(childValue(element, 'w:lvlRestart'))
  const style = childValue(element, 'w:pStyle')
  const { indent } = readParagraphProperties(child(element, 'w:pPr'), new Map())
  return {
    // Absent means 0 (ECMA-376 17.9.25).
    start: integer(childValue(element, 'w:start')) ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'] ?? '',
    text: childValue(element, 'w:lvlText') ?? '',
    legal: childFlag(element, 'w:isLgl') ?? false,
    hidden: childFlag(child(element, 'w:rPr'), 'w:vanish') ?? false,
    ...(restartAfter === undefined ? {} : { restartAfter }),
    ...(style === undefined ? {} : { style }),
    ...(indent === undefined ? {} : { indent }),
  }
}
