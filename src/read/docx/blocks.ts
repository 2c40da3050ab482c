// Writing the blocks of a story: paragraphs and tables, and right after each the notes, text boxes and diagrams that
// it refers to. What a block says is read in flow.ts and tables.ts.
import { createCounter } from './counters.ts'
import { noteUnreadDrawing, readDiagrams, readTextBoxes, readWordArt } from './drawings.ts'
import { createFlow, type Frame, type ParagraphReading, type Sink } from './flow.ts'
import type { Attachment } from './inline.ts'
import { splitAtBreaks } from './line-breaks.ts'
import { writeTable } from './rows.ts'
import type { Story } from './story.ts'
import { readTable } from './tables.ts'
import { childElements, type XmlElement } from './xml.ts'

/** Read all blocks of an element and write them. */
export function writeBlocks(container: XmlElement, story: Story, frame: Frame): void {
  const flow = createFlow(story, frame, createWritingSink(story, frame))
  for (const element of childElements(container)) flow.read(element)
  flow.end()
}

/** A sink that writes each block with what it refers to right after it. */
export function createWritingSink(story: Story, frame: Frame): Sink {
  const paragraph = ({ draft, attachments }: ParagraphReading): void => {
    for (const part of splitAtBreaks(draft)) story.source.writer.add(part)
    writeAttachments(attachments, story, frame)
  }
  const rows = { paragraph, attachments: (list: readonly Attachment[]) => writeAttachments(list, story, frame) }
  return { paragraph, table: (table, around) => writeTable(readTable(table, story, around), around.kind, story.source, rows) }
}

function writeAttachments(attachments: readonly Attachment[], story: Story, frame: Frame): void {
  for (const { kind, id, element, hidden } of attachments) {
    if (kind === 'drawing') writeDrawing(element, story, { ...frame, ...(hidden === undefined ? {} : { hidden }) })
    else writeNote(kind, id, story, frame)
  }
}

function writeNote(kind: 'footnote' | 'endnote', id: string, story: Story, frame: Frame): void {
  const { source } = story
  const note = source.shelf.take(kind, id)
  if (note === undefined) return
  const inner: Story = { source, part: note.part, count: source.counter(note.part), openFields: [] }
  const sink = createWritingSink(inner, frame)
  let label: string | undefined = note.label
  const labelled: Sink = {
    ...sink,
    paragraph(reading) {
      const facts = label === undefined ? reading.draft.facts : { ...reading.draft.facts, label }
      label = undefined
      sink.paragraph({ ...reading, draft: { ...reading.draft, facts } })
    },
  }
  const flow = createFlow(inner, { kind: 'footnote', background: source.page, tableRun: {} }, labelled)
  for (const child of childElements(note.element)) flow.read(child)
  flow.end()
}

function writeDrawing(drawing: XmlElement, story: Story, frame: Frame): void {
  noteUnreadDrawing(drawing, story)
  const inner: Story = { ...story, count: createCounter(), openFields: [] }
  const kind = frame.kind === 'paragraph' ? 'textbox' : frame.kind
  for (const { content, background, hidden } of readTextBoxes(drawing, story.source)) {
    writeBlocks(content, inner, { ...frame, kind, tableRun: {}, background, ...(hidden === undefined ? {} : { hidden }) })
  }
  for (const text of [...readWordArt(drawing), ...readDiagrams(drawing, story)]) {
    story.source.writer.add({ kind, pieces: [{ text: text.replaceAll('\n', ' '), bold: false }], facts: { place: story.part } })
  }
}
