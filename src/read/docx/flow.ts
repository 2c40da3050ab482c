// The flow of blocks in a story: paragraphs with their number, level and style, and tables, handed on one by one.
// A paragraph whose mark is gone in this view runs on into the next. Writing them is the business of blocks.ts.
import type { HiddenBy } from '../../domain/manuscript.ts'
import type { Colour } from './colour.ts'
import { type Attachment, readInline } from './inline.ts'
import type { ListPlace } from './numbering.ts'
import { type Change, type ParagraphProperties, type RunProperties, readChange, readParagraphProperties } from './properties.ts'
import { type Source, type Story, targetOf } from './story.ts'
import { type Draft, isPresent, type Piece } from './writer.ts'
import { child, childElements, childFlag, type XmlElement } from './xml.ts'

/** What holds for all blocks of a flow. */
export interface Frame {
  readonly kind: Draft['kind']
  /** Undefined where it cannot be told. */
  readonly background: Colour | undefined
  readonly tableRun: RunProperties
  readonly hidden?: HiddenBy
  readonly inserted?: Change
  readonly deleted?: Change
}

/** A paragraph as read, before it is written. */
export interface ParagraphReading {
  readonly draft: Draft
  readonly attachments: readonly Attachment[]
}

/** Where the blocks of a flow go. */
export interface Sink {
  paragraph(reading: ParagraphReading): void
  table(table: XmlElement, frame: Frame): void
}

export interface Flow {
  /** Take the next child of the body, a cell, a note. */
  read(element: XmlElement): void
  end(): void
}

/** Elements between blocks that hold no text. */
const skipped = new Set(['w:sdtPr', 'w:sdtEndPr', 'w:tcPr', 'w:trPr', 'w:tblPr', 'w:tblGrid', 'w:customXmlPr', 'w:sectPr'])

export function createFlow(story: Story, frame: Frame, sink: Sink): Flow {
  let held: ParagraphReading | undefined
  const flush = (): void => {
    if (held !== undefined) sink.paragraph(held)
    held = undefined
  }
  const read = (element: XmlElement, around: Frame): void => {
    if (element.name === 'w:p') {
      const { reading, endsHere } = readParagraph(element, story, around, held)
      held = endsHere ? undefined : reading
      if (endsHere) sink.paragraph(reading)
    } else if (element.name === 'w:tbl') {
      flush()
      sink.table(element, around)
    } else if (element.name === 'w:altChunk') {
      story.source.notes.unreadPart(`an imported part (${targetOf(story, element.attributes['r:id'])})`)
    } else if (!skipped.has(element.name)) {
      const inside = withChange(element, around)
      for (const inner of childElements(element)) read(inner, inside)
    }
  }
  return { read: element => read(element, frame), end: flush }
}

function withChange(element: XmlElement, frame: Frame): Frame {
  if (element.name === 'w:ins' || element.name === 'w:moveTo') return { ...frame, inserted: readChange(element) }
  if (element.name === 'w:del' || element.name === 'w:moveFrom') return { ...frame, deleted: readChange(element) }
  return frame
}

/** Pieces of paragraphs that deleted marks make one: no redline joins more, and each paragraph that joins costs as much as all before it. */
const mostJoined = 2000

function readParagraph(
  element: XmlElement,
  story: Story,
  frame: Frame,
  held: ParagraphReading | undefined,
): { reading: ParagraphReading; endsHere: boolean } {
  const { source } = story
  const stated = child(element, 'w:pPr')
  const properties = readParagraphProperties(viewedProperties(stated, source), source.theme)
  const style = source.styles.paragraph(properties.style)
  const effective = { ...style.paragraph, ...properties }
  const place = source.numbering.place(properties)
  const named = `${story.part}#p${element.order ?? 0}`
  const inline = readInline(element, story, {
    numbers: { numbering: source.numbering, paragraph: named, place, outline: effective.outline },
    paragraphStyle: properties.style,
    tableRun: frame.tableRun,
    background: effective.behind ?? frame.background,
    hidden: effective.offPage ? 'off-page' : frame.hidden,
    inserted: frame.inserted,
    deleted: frame.deleted,
  })
  const own = effective.pageBreakBefore ? [pageBreak, ...inline.pieces] : inline.pieces
  const pieces = held === undefined ? own : [...held.draft.pieces, ...seam(held.draft.pieces.at(-1), inline.pieces[0]), ...own]
  const attachments = held === undefined ? inline.attachments : [...held.attachments, ...inline.attachments]
  const endsHere = pieces.length > mostJoined || isMarkPresent(stated, frame, source, inline.pieces)
  const label = endsHere && !isHiddenParagraph(stated, pieces) ? numberParagraph(place, story) : undefined
  const facts = describe(effective, style.name, label, named)
  const kind = frame.kind === 'paragraph' && isHeading(effective) ? 'heading' : frame.kind
  return { reading: { draft: { kind, pieces: withNumbers(pieces, story), facts }, attachments }, endsHere }
}

/** Where both words and the mark between them are gone, the words of two paragraphs are not one word in the record. */
function seam(left: Piece | undefined, right: Piece | undefined): Piece[] {
  return left?.deleted !== undefined && right?.deleted !== undefined ? [{ ...right, text: ' ' }] : []
}

const pageBreak: Piece = { text: '', bold: true, page: 'explicit' }

/** In the original view, the properties from before a tracked change of them. */
function viewedProperties(stated: XmlElement | undefined, source: Source): XmlElement | undefined {
  const change = child(stated, 'w:pPrChange')
  if (change === undefined) return stated
  source.notes.changed(readChange(change).author)
  return source.view === 'original' ? child(change, 'w:pPr') : stated
}

function isHeading({ outline }: ParagraphProperties): boolean {
  return outline !== undefined && outline >= 0 && outline < 9
}

/** Fields that bring numbers are counted after the paragraph's own. */
function withNumbers(pieces: readonly Piece[], story: Story): readonly Piece[] {
  if (!pieces.some(({ number }) => number !== undefined)) return pieces
  story.source.notes.workedOut()
  return pieces.map(({ number, ...piece }) => (number === undefined ? piece : { ...piece, text: story.count(number) }))
}

interface Numbered {
  readonly label: string
  readonly level: number
  readonly indent?: number
}

function numberParagraph(place: ListPlace | undefined, story: Story): Numbered | undefined {
  if (place === undefined) return undefined
  const indent = place.list.levels.get(place.level)?.indent
  return { label: story.count(place), level: place.level, ...(indent === undefined ? {} : { indent }) }
}

function describe(properties: ParagraphProperties, style: string, numbered: Numbered | undefined, place: string): Draft['facts'] {
  const facts: { -readonly [Key in keyof Draft['facts']]: Draft['facts'][Key] } = {}
  const level = isHeading(properties) ? (properties.outline ?? 0) + 1 : numbered?.level
  const indent = properties.indent ?? numbered?.indent
  if (level !== undefined) facts.level = level
  if (numbered !== undefined && numbered.label !== '') facts.label = numbered.label
  if (style !== '') facts.style = style
  if (indent !== undefined) facts.indent = indent
  facts.place = place
  return facts
}

/** Whether the end of the paragraph stands in this view: a deleted mark joins it to the next one. */
function isMarkPresent(stated: XmlElement | undefined, frame: Frame, source: Source, pieces: readonly Piece[]): boolean {
  const mark = child(stated, 'w:rPr')
  const inserted = child(mark, 'w:ins') ?? child(mark, 'w:moveTo')
  const deleted = child(mark, 'w:del') ?? child(mark, 'w:moveFrom')
  const change = inserted ?? deleted
  // Words and mark changed together are one change to a person.
  const alone = !pieces.some(piece => piece.inserted !== undefined || piece.deleted !== undefined)
  if (change !== undefined && alone) source.notes.changed(readChange(change).author)
  const own = {
    ...(inserted === undefined ? {} : { inserted: readChange(inserted) }),
    ...(deleted === undefined ? {} : { deleted: readChange(deleted) }),
  }
  return isPresent({ ...frame, ...own }, source.view)
}

/** A paragraph hidden as a whole has no number and is not counted; a hidden mark alone only joins two on one line. */
function isHiddenParagraph(stated: XmlElement | undefined, pieces: readonly Piece[]): boolean {
  if (childFlag(child(stated, 'w:rPr'), 'w:vanish') !== true) return false
  return pieces.every(piece => piece.text.trim() === '' || piece.hidden === 'hidden-run')
}
