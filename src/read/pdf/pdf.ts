// The reader of PDF: bytes in, Manuscript out. Pages are read one by one, so that a damaged one does
// not lose the others; what was not read stands in the notes.
import { UserError } from '../../domain/errors.ts'
import type { Manuscript, Note, PageReading } from '../../domain/manuscript.ts'
import { addBlock, addNote, addParagraph, addRow, type Draft } from './blocks.ts'
import type { FlowItem } from './flow.ts'
import { findFurniture, furnitureWords } from './furniture.ts'
import { vocabularyOf } from './hyphens.ts'
import { flowOf, layOut, notesOf } from './layout.ts'
import { type Line, textOfLine } from './lines.ts'
import { type OpenPdf, openPdf } from './load.ts'
import { readPage } from './page.ts'
import type { Paper } from './paper.ts'
import { joinLines } from './paragraphs.ts'
import { joinRows } from './tables.ts'

export interface PdfOptions {
  readonly sha256: string
  readonly password?: string
  readonly limits?: { readonly pages?: number; readonly bytes?: number }
}

const mostPages = 5000

/**
 * Reads a PDF.
 * @throws UserError ('unreadable') when it is locked, damaged, empty, too large, or no page has text.
 */
export async function readPdf(bytes: Uint8Array, name: string, options: PdfOptions): Promise<Manuscript> {
  const pdf = await openPdf(bytes, name, options.password)
  try {
    const most = options.limits?.pages ?? mostPages
    if (pdf.document.numPages > most) throw tooManyPages(name, pdf.document.numPages, most)
    const { papers, pages, notes } = await readPages(pdf)
    if (!papers.some((paper) => paper.runs.length > 0)) throw noText(name, pages)
    const draft = write(papers)
    return { name, format: 'pdf', sha256: options.sha256, ...draft, pages, notes }
  } finally {
    await pdf.close().catch(() => {})
  }
}

async function readPages(pdf: OpenPdf): Promise<{ papers: Paper[]; pages: PageReading[]; notes: Note[] }> {
  const layers = await pdf.document.getOptionalContentConfig().catch(() => undefined)
  const labels = await pdf.document.getPageLabels().catch(() => null)
  const papers: Paper[] = []
  const pages: PageReading[] = []
  const notes: Note[] = []
  for (let number = 1; number <= pdf.document.numPages; number++) {
    const paper = await readPage(pdf, number, (group) => layers?.isVisible(group) ?? true).catch((error: unknown) => String(error))
    const label = labels?.[number - 1]
    const reading = pageReading(number, paper)
    pages.push({ ...reading, ...(label === undefined || label === '' ? {} : { label }) })
    if (typeof paper !== 'string') papers.push(paper)
    if (!reading.readable) notes.push(unreadPage(number, typeof paper === 'string' ? paper : undefined))
  }
  return { papers, pages, notes }
}

const fewCharacters = 20

function pageReading(number: number, paper: Paper | string): PageReading {
  if (typeof paper === 'string') return { number, characters: 0, readable: false }
  const characters = [...paper.runs, ...paper.aside].reduce((sum, run) => sum + run.text.trim().length, 0)
  return { number, characters, readable: characters >= fewCharacters || paper.pictures.length === 0 }
}

function unreadPage(page: number, error: string | undefined): Note {
  const message = error
    ? `Page ${page} is damaged and could not be read.`
    : `Page ${page} is a picture without text, as scans are; it needs text recognition (OCR) before it can be checked.`
  return { code: 'page-unread', message, unread: true, page }
}

function tooManyPages(name: string, pages: number, most: number): UserError {
  return new UserError('unreadable', name, `The PDF has ${pages} pages; the limit is ${most}.`, 'Split it, or raise the limit.')
}

function noText(name: string, pages: readonly PageReading[]): UserError {
  const damaged = pages.length > 0 && pages.every((page) => !page.readable && page.characters === 0)
  const what = damaged
    ? 'No page has text that can be read: the PDF looks scanned, or its pages are damaged.'
    : 'No page has text that can be read.'
  return new UserError('unreadable', name, what, 'Run text recognition (OCR) over it, or ask for the original document.')
}

function write(papers: readonly Paper[]): Draft {
  const pages = papers.map(layOut)
  const furniture = findFurniture(pages)
  const items = pages.flatMap((page) => flowOf(page, furniture))
  const vocabulary = vocabularyOf(items.flatMap(wordsOf))
  const draft: Draft = { text: '', blocks: [] }
  const bodySize = bodySizeOf(items)
  const notes = joinLines(pages.flatMap((page) => notesOf(page, furniture)), vocabulary).filter((part) => part.kind === 'paragraph')
  for (const part of joinRows(joinLines(items, vocabulary), vocabulary)) {
    const page = part.kind === 'row' ? part.page : (part.lines[0]?.page ?? 0)
    while (notes[0] && (notes[0].lines[0]?.page ?? 0) < page) addNote(draft, notes.shift())
    if (part.kind === 'row') addRow(draft, part)
    else addParagraph(draft, part, bodySize)
  }
  for (const note of notes) addNote(draft, note)
  addFurniture(draft, furniture)
  return draft
}

function wordsOf(item: FlowItem): string[] {
  return item.kind === 'line' ? [item.whole.text] : item.cells.flatMap((cell) => cell.lines.map((line) => line.strand.text))
}

/** The size in which most characters are set. */
function bodySizeOf(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>()
  for (const item of items) {
    if (item.kind === 'line') counts.set(item.size, (counts.get(item.size) ?? 0) + item.strand.text.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
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
