// The content of a paragraph: runs become pieces of text with their visibility and tracked changes. Fields show
// their result, references to notes and boxes are handed on as attachments. Blocks are the business of flow.ts.
import type { HiddenBy } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'
import { raised } from '../superscripts.ts'
import { type Colour, standsOut } from './colour.ts'
import { type FieldSurroundings, fieldNumber } from './field-numbers.ts'
import { createFields, type Fields } from './fields.ts'
import { type Change, overlay, type RunProperties, readChange, readRunProperties } from './properties.ts'
import { type Story, targetOf } from './story.ts'
import { decodeSymbolText, symbolCharacter } from './symbols.ts'
import { isPresent, type Piece } from './writer.ts'
import { child, textOf, type XmlElement } from './xml.ts'

/** Something that a paragraph refers to and that is read after it. */
export interface Attachment {
  readonly kind: 'footnote' | 'endnote' | 'drawing'
  readonly id: string
  readonly element: XmlElement
  readonly hidden?: HiddenBy
}

/** What holds for all runs at a place. */
export interface Surroundings {
  readonly paragraphStyle: string | undefined
  readonly numbers: FieldSurroundings
  /** Run properties that a table style brings. */
  readonly tableRun: RunProperties
  /** Undefined where it cannot be told. */
  readonly background: Colour | undefined
  readonly hidden: HiddenBy | undefined
  readonly inserted: Change | undefined
  readonly deleted: Change | undefined
}

export interface Inline {
  readonly pieces: Piece[]
  readonly attachments: Attachment[]
}

/** Print below this size is not meant to be read, in points. */
const leastSize = 4
/** Characters narrower than this, in per cent, are not either. */
const leastScale = 10

/** Elements with nothing in them that a reader sees. */
const skipped = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:rubyPr',
  'w:rt',
  'm:ctrlPr',
  'm:rPr',
])

/** Read the content of a paragraph. */
export function readInline(paragraph: XmlElement, story: Story, surroundings: Surroundings): Inline {
  const inline: Inline = { pieces: [], attachments: [] }
  const fields = createFields(story.openFields, inline.pieces, instruction => fieldNumber(instruction, surroundings.numbers))
  readChildren(paragraph, story, surroundings, inline, fields)
  fields.endParagraph()
  return inline
}

function readChildren(parent: XmlElement, story: Story, around: Surroundings, inline: Inline, fields: Fields): void {
  for (const element of parent.children) {
    if (typeof element === 'string' || skipped.has(element.name)) continue
    switch (element.name) {
      case 'w:r':
      case 'm:r':
        readRun(element, story, around, inline, fields)
        break
      case 'w:ins':
      case 'w:moveTo':
        readChildren(element, story, { ...around, inserted: readChange(element) }, inline, fields)
        break
      case 'w:del':
      case 'w:moveFrom':
        readChildren(element, story, { ...around, deleted: readChange(element) }, inline, fields)
        break
      case 'm:den':
        // A fraction on one line.
        fields.push({ text: '/', bold: false, ...changes(around) })
        readChildren(element, story, around, inline, fields)
        break
      case 'w:subDoc':
        story.source.notes.unreadPart(`a linked sub-document (${targetOf(story, element.attributes['r:id'])})`)
        break
      default:
        readChildren(element, story, around, inline, fields)
    }
  }
}

function readRun(run: XmlElement, story: Story, around: Surroundings, inline: Inline, fields: Fields): void {
  const properties = runProperties(run, story, around)
  const present = isPresent(around, story.source.view)
  const traits = traitsOf(properties, around)
  let text = ''
  const flush = (): void => {
    if (text !== '') fields.push({ text: shownText(text, properties), ...traits })
    text = ''
  }
  for (const element of run.children) {
    if (typeof element === 'string') continue
    const sign = signOf(element)
    if (sign !== undefined) {
      text += sign
      continue
    }
    flush()
    if (element.name === 'w:fldChar' && present) fields.mark(element, traits)
    else if (element.name === 'w:instrText' && present) fields.instruct(textOf(element))
    else if (isPageBreak(element))
      fields.push({ text: element.name === 'w:br' ? '\n' : '', bold: false, ...changes(around), ...pageOf(element) })
    else if (element.name === 'w:ruby') readChildren(element, story, around, inline, fields)
    else if (present) attach(element, inline, traits.hidden)
  }
  flush()
}

function shownText(text: string, { font, raised: isRaised }: RunProperties): string {
  const shown = decodeSymbolText(text, font)
  return isRaised ? raised(shown) : shown
}

function runProperties(run: XmlElement, story: Story, around: Surroundings): RunProperties {
  const direct = readRunProperties(viewedProperties(child(run, 'w:rPr'), story), story.source.theme)
  const styled = story.source.styles.run(around.paragraphStyle, direct.style)
  return overlay(overlay(around.tableRun, styled), direct)
}

/** In the original view, the print from before a tracked change of it. */
function viewedProperties(stated: XmlElement | undefined, story: Story): XmlElement | undefined {
  const change = child(stated, 'w:rPrChange')
  if (change === undefined) return stated
  story.source.notes.changed(readChange(change).author)
  return story.source.view === 'original' ? child(change, 'w:rPr') : stated
}

/** How a run looks, and who changed it: all of a piece but its text. */
function traitsOf(properties: RunProperties, around: Surroundings): Omit<Piece, 'text'> {
  const traits: { -readonly [Key in keyof Omit<Piece, 'text'>]: Piece[Key] } = { bold: Boolean(properties.bold || properties.caps) }
  const hidden = around.hidden ?? hiddenBy(properties, around.background)
  if (hidden !== undefined) traits.hidden = hidden
  if (properties.strike === true) traits.struck = true
  if (around.inserted !== undefined) traits.inserted = around.inserted
  if (around.deleted !== undefined) traits.deleted = around.deleted
  return traits
}

function hiddenBy(properties: RunProperties, background: Colour | undefined): HiddenBy | undefined {
  const { vanish, transparent, colour, behind, size, scale } = properties
  if (vanish) return 'hidden-run'
  if (transparent) return 'transparent'
  const under = behind ?? background
  if (colour !== undefined && colour !== 'auto' && under !== undefined && !standsOut(colour, under)) return 'background-colour'
  const tiny = (size ?? leastSize) < leastSize || (scale ?? leastScale) < leastScale
  return tiny ? 'tiny' : undefined
}

function changes({ inserted, deleted }: Surroundings): { inserted?: Change; deleted?: Change } {
  return { ...(inserted === undefined ? {} : { inserted }), ...(deleted === undefined ? {} : { deleted }) }
}

/** The characters that an element of a run stands for; undefined for all that is no character. */
function signOf(element: XmlElement): string | undefined {
  switch (element.name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      // A line feed in the file is no line break.
      return textOf(element).replace(/[\r\n]+/g, ' ')
    case 'w:tab':
    case 'w:ptab':
      return '\t'
    case 'w:cr':
      return '\n'
    case 'w:br':
      return element.attributes['w:type'] === 'page' ? undefined : '\n'
    // A person cannot tell it from a hyphen, and "non-exclusive" must be one word whichever it has.
    case 'w:noBreakHyphen':
      return '-'
    // Only seen where a line breaks.
    case 'w:softHyphen':
      return ''
    case 'w:sym':
      return symbolCharacter(element.attributes['w:font'] ?? '', Number.parseInt(element.attributes['w:char'] ?? '', 16))
    default:
      return undefined
  }
}

function isPageBreak(element: XmlElement): boolean {
  return element.name === 'w:lastRenderedPageBreak' || element.name === 'w:br'
}

function pageOf(element: XmlElement): { page: 'rendered' | 'explicit' } {
  return { page: element.name === 'w:br' ? 'explicit' : 'rendered' }
}

function attach(element: XmlElement, inline: Inline, hidden: HiddenBy | undefined): void {
  const kind = attachmentKinds[element.name]
  if (kind === undefined) return
  const id = element.attributes['w:id'] ?? ''
  inline.attachments.push({ kind, id, element, ...(hidden === undefined ? {} : { hidden }) })
}

const attachmentKinds = table<Attachment['kind']>({
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
  'w:drawing': 'drawing',
  'w:pict': 'drawing',
  'w:object': 'drawing',
})
