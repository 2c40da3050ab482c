// A file as read: one text and the blocks in it, alike for all formats. Readers make it,
// nobody changes it afterwards. What a reader could not do stands in its notes.
import type { Span } from './span.ts'

export type Format = 'docx' | 'pdf' | 'text' | 'markdown' | 'html' | 'rtf' | 'odt' | 'eml'

/** One document as read. */
export interface Manuscript {
  /** The name the user gave: a path, or `-` for standard input. */
  readonly name: string
  readonly format: Format
  /** Hash of the bytes as given, lower-case hex. */
  readonly sha256: string
  /** All text that was read, blocks in reading order, each followed by one line feed. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** One entry for each page, in order; empty where the format has no pages. */
  readonly pages: readonly PageReading[]
  readonly notes: readonly Note[]
  /** Words were lost anywhere in it (damage, or what is too odd to judge): a promise may be taken back there, so nothing is met. */
  readonly incomplete?: true
  /** What the file is made of, where it is made of parts; parts that never hold words are not named. */
  readonly parts?: readonly PartReading[]
  /** Which side of tracked changes was read, where the format has them. */
  readonly view?: 'final' | 'original'
}

export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'row' // a table row; its cells stand in `cells`, separated in the text by " | "
  | 'footnote'
  | 'header' // running head or foot of a page
  | 'comment'
  | 'textbox'

/** A paragraph, heading, table row or note, and what the reader knows of it. */
export interface Block {
  readonly span: Span
  readonly kind: BlockKind
  /** Heading level from 1, or list nesting from 0, where the format says. */
  readonly level?: number
  /** Automatic number or bullet as a person sees it ("4.1", "(a)", "•"); it is not in the text. */
  readonly label?: string
  /** Page on which the block starts, from 1. */
  readonly page?: number
  /** Where, inside this block, later pages begin. */
  readonly pageBreaks?: readonly { readonly at: number; readonly page: number }[]
  readonly style?: string
  /** Left indent in points, where the format says. */
  readonly indent?: number
  /** Whole block bold or in capitals, as headings often are. */
  readonly bold?: boolean
  /** Rows only. Cells joined vertically or across stand once for each place that they cover. */
  readonly cells?: readonly Span[]
  readonly table?: { readonly id: number; readonly row: number; readonly header: boolean }
  /** Words that a person looking at the page does not see; they are never evidence. */
  readonly hidden?: readonly { readonly span: Span; readonly how: HiddenBy }[]
  readonly revisions?: readonly Revision[]
  /** Where the block stands in the file ("word/document.xml#p12"), for a later writer. */
  readonly place?: string
}

export type HiddenBy = 'hidden-run' | 'background-colour' | 'tiny' | 'invisible' | 'transparent' | 'layer-off' | 'off-page'

/** A tracked change. Inserted words are in the text; deleted words are only here. */
export interface Revision {
  readonly kind: 'inserted' | 'deleted'
  readonly author: string
  /** As the file has it (ISO 8601), or empty. */
  readonly date: string
  /** The place of inserted words, or the point where deleted words stood. */
  readonly span: Span
  /** The words inserted or deleted. */
  readonly words: string
  /** Moved rather than written anew or struck. */
  readonly moved?: true
  /** No tracked change: the words stand there with a line through them. */
  readonly struck?: true
  /** Inserted and deleted again, so that it stands on neither side. */
  readonly withdrawn?: true
}

/** What was read of one page. */
export interface PageReading {
  /** From 1. */
  readonly number: number
  /** As printed ("iv"), where the file says. */
  readonly label?: string
  readonly characters: number
  /** False where the page has a picture and next to no text, or failed to decode. */
  readonly readable: boolean
  /** How sure OCR is of its words, in percent, where they were read so. */
  readonly ocr?: number
  /** A scan whose words were laid under its picture by whoever made the file; how surely is not known. */
  readonly layer?: true
}

/** A part of the file: `attachment` is a whole file within it, `picture` may show words that are not read. */
export interface PartReading {
  /** As the file calls it: "word/footnotes.xml", "prices.xlsx". */
  readonly name: string
  readonly kind: 'text' | 'attachment' | 'picture'
  /** Whether its words are in the text. */
  readonly read: boolean
}

export type NoteCode =
  | 'page-unread' // a page without text, or one that failed to decode
  | 'part-unread' // a part of the file (a chart, an embedded file, an imported part)
  | 'language-unread'
  | 'hidden-text'
  | 'struck-out' // words that stand on the page with a line through them
  | 'tracked-changes'
  | 'comments-left-out'
  | 'headers-left-out'
  | 'suspicious-characters'
  | 'misspelt' // a word that decides, or a figure, that seems a slip or damaged
  | 'instruction-to-reader' // words addressed to an AI that reads the contract
  | 'read-by-other-means' // the fall-back reader was used
  | 'truncated'
  | 'other-format' // read by its content, which is of another format than its name says
  | 'party-unknown' // a party that the user names, and the contract does not

/** Something the reader could not do, or left out on purpose. */
export interface Note {
  readonly code: NoteCode
  /** One sentence for a person: what, and what it means for the report. */
  readonly message: string
  /** True where words that might bind were not read, so absence cannot be claimed. */
  readonly unread: boolean
  readonly page?: number
  readonly span?: Span
  /** Whether the words at `span` are kept out of judgement, though a person sees them. */
  readonly disregarded?: true
  /** Of `language-unread`: the name of the language. */
  readonly language?: string
}

/** The page on which an offset stands; undefined where the format has no pages. */
export function pageAt({ blocks }: Pick<Manuscript, 'blocks'>, at: number): number | undefined {
  const block = blocks.find(one => one.span.start <= at && at < one.span.end)
  const later = block?.pageBreaks?.filter(one => one.at <= at).at(-1)
  return later?.page ?? block?.page
}

/** Whether the words of a page were recognised in a picture, here or by whoever made the file. */
export function isByOcr({ ocr, layer }: PageReading): boolean {
  return ocr !== undefined || layer === true
}

/** The pages whose words were recognised, of those on which the text from one offset to another (excluded) stands. */
export function pagesByOcr({ blocks, pages }: Pick<Manuscript, 'blocks' | 'pages'>, start: number, end: number): number[] {
  if (!pages.some(isByOcr)) return []
  const parts = blocks.filter(({ span }) => span.start < end && start < span.end).flatMap(partsByPage)
  const touched = new Set(parts.filter(part => part.start < end && start < part.end).map(({ page }) => page))
  return pages.filter(page => isByOcr(page) && touched.has(page.number)).map(({ number }) => number)
}

function partsByPage({ span, page, pageBreaks = [] }: Block): (Span & { readonly page: number | undefined })[] {
  const starts = [{ at: span.start, page }, ...pageBreaks]
  return starts.map((part, index) => ({ start: part.at, end: starts[index + 1]?.at ?? span.end, page: part.page }))
}
