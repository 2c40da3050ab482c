// From the pages as drawn to blocks and text: furniture out of the flow, pages laid out, lines joined
// into paragraphs and rows over page ends, notes after the page on which they stand.
import { addBlock, addNote, addParagraph, addRow, type Draft, endDraft } from './blocks.ts'
import type { FlowItem } from './flow.ts'
import { findFurniture, furnitureWords } from './furniture.ts'
import { vocabularyOf } from './hyphens.ts'
import { flowOf, layOut, notesOf } from './layout.ts'
import { type Line, textOfLine } from './lines.ts'
import type { Paper, Run } from './paper.ts'
import { joinLines, type Paragraph } from './paragraphs.ts'
import { join, strand, trimmed } from './strand.ts'
import { joinRows, type TableRow } from './tables.ts'

/** The text of all pages and the blocks in it. */
export function writeBlocks(papers: readonly Paper[]): Draft {
  const pages = papers.map(layOut)
  const furniture = findFurniture(pages)
  const items = pages.flatMap(page => flowOf(page, furniture))
  const vocabulary = vocabularyOf(items.flatMap(wordsOf))
  const notes = joinLines(
    pages.flatMap(page => notesOf(page, furniture)),
    vocabulary,
  )
  const draft: Draft = { text: '', blocks: [], struck: [] }
  const paragraphs = joinRows(joinLines(items, vocabulary), vocabulary)
  addInOrder(draft, paragraphs, notes.filter(isParagraph), bodySizeOf(items))
  addAside(draft, papers)
  addFurniture(draft, furniture)
  for (const { comments, number } of papers) for (const words of comments) addBlock(draft, strand(words), { kind: 'comment', page: number })
  endDraft(draft)
  return draft
}

function wordsOf(item: FlowItem): string[] {
  return item.kind === 'line' ? [item.whole.text] : item.cells.flatMap(cell => cell.lines.map(line => line.strand.text))
}

const isParagraph = (part: { kind: string }): part is Paragraph => part.kind === 'paragraph'

/** Footnotes come before the first block that starts on a later page. */
function addInOrder(draft: Draft, parts: readonly (Paragraph | TableRow)[], notes: readonly Paragraph[], bodySize: number): void {
  const left = [...notes]
  for (const part of parts) {
    const page = part.kind === 'row' ? part.page : pageOf(part)
    while (left[0] && pageOf(left[0]) < page) addNote(draft, left.shift())
    if (part.kind === 'row') addRow(draft, part)
    else addParagraph(draft, part, bodySize)
  }
  for (const note of left) addNote(draft, note)
}

const pageOf = (paragraph: Paragraph): number => paragraph.lines[0]?.page ?? 0

/** The size in which most characters are set. */
function bodySizeOf(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>()
  for (const item of items) {
    if (item.kind === 'line') counts.set(item.size, (counts.get(item.size) ?? 0) + item.strand.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Text set in another direction: once where pages repeat it, as watermarks do; else with its page. */
function addAside(draft: Draft, papers: readonly Paper[]): void {
  const pages = new Map<string, { runs: readonly Run[]; page: number; times: number }>()
  for (const { aside, number } of papers) {
    const words = aside.map(run => run.text).join(' ')
    const seen = pages.get(words)
    if (words !== '') pages.set(words, { runs: aside, page: seen?.page ?? number, times: (seen?.times ?? 0) + 1 })
  }
  for (const { runs, page, times } of pages.values()) {
    const words = trimmed(runs.map(run => strand(run.text, run.hidden)).reduce((left, right) => join(left, right, ' ')))
    addBlock(draft, words, { kind: times > 1 ? 'header' : 'textbox', page })
  }
}

/** Each running line once, at the end. */
function addFurniture(draft: Draft, furniture: ReadonlySet<Line>): void {
  const seen = new Set<string>()
  for (const line of furniture) {
    const words = furnitureWords(line)
    if (!seen.has(words)) addBlock(draft, textOfLine(line), { kind: 'header', page: line.page })
    seen.add(words)
  }
}
