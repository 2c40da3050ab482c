// Writes blocks one after another into the text of the manuscript and keeps the offsets: of hidden words,
// tracked changes, cells and pages. Knows nothing of XML; what a block says is settled before it comes here.
import type { Block, BlockKind, HiddenBy, Revision } from '../../domain/manuscript.ts'
import type { Span } from '../../domain/span.ts'
import type { ListPlace } from './numbering.ts'
import type { Change } from './properties.ts'

export type RevisionView = 'final' | 'original'

/** A stretch of text alike in all that matters here. */
export interface Piece {
  readonly text: string
  /** Bold or set in capitals. */
  readonly bold: boolean
  readonly hidden?: HiddenBy
  readonly inserted?: Change
  readonly deleted?: Change
  /** A line runs through it. */
  readonly struck?: true
  /** Where a field brings a number: its text is that number once it is counted. */
  readonly number?: ListPlace
  /** A new page begins before the text: as Word last laid it out, or by an explicit break. */
  readonly page?: 'rendered' | 'explicit'
}

export interface CellDraft {
  readonly pieces: readonly Piece[]
  /** How many columns it covers. */
  readonly covers: number
  /** The cell above that it is joined to: its place stands for this one, which has no words of its own. */
  readonly above?: Span
}

/** A block on its way into the text: pieces, or cells for a row. */
export interface Draft {
  readonly kind: BlockKind
  readonly pieces: readonly Piece[]
  readonly cells?: readonly CellDraft[]
  /** What the block carries over as it is. */
  readonly facts: Pick<Block, 'level' | 'label' | 'style' | 'indent' | 'table' | 'place'>
}

export interface Writer {
  /** Writes a block; undefined where it has no words in this view (its deleted words then go to the next block). */
  add(draft: Draft): Block | undefined
  finish(): { readonly text: string; readonly blocks: readonly Block[] }
}

/** A block while it is written. */
interface OpenBlock {
  text: string
  page?: number
  bold: boolean
  readonly revisions: Revision[]
  readonly hidden: { span: Span; how: HiddenBy }[]
  readonly pageBreaks: { at: number; page: number }[]
}

const separator: Piece = { text: ' | ', bold: true }

interface Changed {
  readonly inserted?: Change | undefined
  readonly deleted?: Change | undefined
  readonly struck?: true
}

/** Whether the words stand in the text: insertions in the final view, deletions in the original one, none with a line through it. */
export function isPresent(piece: Changed, view: RevisionView): boolean {
  return piece.struck !== true && isInView(piece, view)
}

function isInView(piece: Changed, view: RevisionView): boolean {
  return view === 'final' ? piece.deleted === undefined : piece.inserted === undefined
}

/**
 * Start an empty text.
 * @param paged whether the file says where pages begin
 * @param guard called with the length after each block; throws where it is too much
 */
export function createWriter(view: RevisionView, paged: boolean, guard: (length: number) => void): Writer {
  const blocks: Block[] = []
  const chunks: string[] = []
  const pages = createPageCount()
  let length = 0
  let carried: Piece[] = []

  /** Words of a block that is gone are kept apart from those of the one before it. */
  const carry = (pieces: readonly Piece[]): void => {
    const [first] = pieces
    if (first !== undefined && carried.length > 0) carried.push({ ...first, text: ' ' })
    carried.push(...pieces)
  }

  const write = (pieces: readonly Piece[], open: OpenBlock): Span => {
    const start = length
    for (const piece of pieces) {
      const present = isPresent(piece, view)
      if (present && piece.page !== undefined && pages.turn(piece.page) && open.page !== undefined)
        addPageBreak(open, length, pages.number())
      if (present && piece.text !== '') {
        chunks.push(piece.text)
        length += piece.text.length
        open.text += piece.text
        if (piece.text.trim() !== '') open.page ??= pages.settle()
      }
      describe(open, piece, view, { start: present ? length - piece.text.length : length, end: length })
    }
    return { start, end: length }
  }

  const writeCells = (cells: readonly CellDraft[], open: OpenBlock): Span[] => {
    const spans: Span[] = []
    const atTop = pages.save()
    let written = 0
    for (const cell of cells) {
      if (cell.above === undefined && written++ > 0) write([separator], open)
      // Each cell of a row that runs over a page says so anew.
      const span = cell.above ?? pages.beside(atTop, () => write(cell.pieces, open))
      for (let column = 0; column < cell.covers; column++) spans.push(span)
    }
    return spans
  }

  return {
    add(draft) {
      const pieces = draft.cells === undefined ? draft.pieces : draft.cells.flatMap(cell => cell.pieces)
      if (!pieces.some(piece => isPresent(piece, view) && piece.text.trim() !== '')) {
        for (const piece of pieces) if (piece.page !== undefined && isPresent(piece, view)) pages.turn(piece.page)
        carry(pieces.filter(piece => !isPresent(piece, view)))
        return undefined
      }
      const open: OpenBlock = { text: '', bold: true, revisions: [], hidden: [], pageBreaks: [] }
      const start = length
      write(carried, open)
      carried = []
      const cells = draft.cells === undefined ? undefined : writeCells(draft.cells, open)
      if (cells === undefined) write(draft.pieces, open)
      // Headers stand on every page, comments on none.
      const onPage = paged && draft.kind !== 'header' && draft.kind !== 'comment'
      const block = close(open, draft, { start, end: length }, cells, onPage)
      chunks.push('\n')
      length++
      blocks.push(block)
      guard(length)
      return block
    },
    finish() {
      const last = blocks.pop()
      if (last !== undefined) blocks.push(withRevisions(last, carried, view))
      return { text: chunks.join(''), blocks }
    },
  }
}

function createPageCount() {
  let page = 1
  let afterBreak = false
  return {
    number: () => page,
    /** Words are written on this page. */
    settle(): number {
      afterBreak = false
      return page
    },
    /** Word marks the page after an explicit break as laid out there too: that is one page, not two. */
    turn(kind: 'rendered' | 'explicit'): boolean {
      const counts = kind === 'explicit' || !afterBreak
      afterBreak = kind === 'explicit'
      if (counts) page++
      return counts
    },
    save: () => page,
    /** Run from an earlier page, and go on from the furthest. */
    beside<T>(from: number, action: () => T): T {
      const furthest = page
      page = from
      const result = action()
      page = Math.max(page, furthest)
      return result
    },
  }
}

function addPageBreak(open: OpenBlock, at: number, page: number): void {
  if (page > (open.pageBreaks.at(-1)?.page ?? open.page ?? 0)) open.pageBreaks.push({ at, page })
}

function describe(open: OpenBlock, piece: Piece, view: RevisionView, span: Span): void {
  if (piece.text === '') return
  addRevision(open.revisions, piece, view, span)
  if (!isPresent(piece, view) || piece.text.trim() === '') return
  if (!piece.bold && /\p{L}/u.test(piece.text)) open.bold = false
  if (piece.hidden === undefined) return
  const last = open.hidden.at(-1)
  if (last !== undefined && last.how === piece.hidden && last.span.end === span.start) last.span = { start: last.span.start, end: span.end }
  else open.hidden.push({ span, how: piece.hidden })
}

const crossedOut: Change = { author: '', date: '' }

/** One change of one author is often many runs: they become one revision again. */
function addRevision(revisions: Revision[], piece: Piece, view: RevisionView, span: Span): void {
  const struck = piece.struck === true && isInView(piece, view)
  const kind = struck ? 'deleted' : revisionKind(piece, view)
  const change = struck ? crossedOut : kind === 'inserted' ? piece.inserted : piece.deleted
  if (kind === undefined || change === undefined) return
  const last = revisions.at(-1)
  const withdrawn = piece.inserted !== undefined && piece.deleted !== undefined
  const marks = { ...(withdrawn ? { withdrawn } : {}), ...(struck ? { struck } : {}) }
  const same =
    last?.author === change.author && last.date === change.date && last.withdrawn === marks.withdrawn && last.struck === marks.struck
  const goesOn = same && last.kind === kind && last.moved === change.moved && last.span.end === span.start
  if (last === undefined || !goesOn) revisions.push({ kind, ...change, span, words: piece.text, ...marks })
  else revisions[revisions.length - 1] = { ...last, span: { start: last.span.start, end: span.end }, words: last.words + piece.text }
}

/** Words inserted and deleted again count for what was done last. */
function revisionKind(piece: Piece, view: RevisionView): Revision['kind'] | undefined {
  if (piece.deleted !== undefined && piece.inserted !== undefined) return view === 'final' ? 'deleted' : 'inserted'
  if (piece.deleted !== undefined) return 'deleted'
  return piece.inserted === undefined ? undefined : 'inserted'
}

function close(open: OpenBlock, { kind, facts }: Draft, span: Span, cells: readonly Span[] | undefined, paged: boolean): Block {
  const { text, page, pageBreaks, hidden, revisions } = open
  const bold = (open.bold || (/\p{Lu}{2}/u.test(text) && text === text.toUpperCase())) && /\p{L}/u.test(text)
  const block: { -readonly [Key in keyof Block]: Block[Key] } = { span, kind, ...facts }
  if (paged && page !== undefined) block.page = page
  if (paged && pageBreaks.length > 0) block.pageBreaks = pageBreaks
  if (bold) block.bold = true
  if (cells !== undefined) block.cells = cells
  if (hidden.length > 0) block.hidden = hidden
  if (revisions.length > 0) block.revisions = revisions
  return block
}

/** Words deleted after the last block belong to its end. */
function withRevisions(block: Block, pieces: readonly Piece[], view: RevisionView): Block {
  const revisions = [...(block.revisions ?? [])]
  for (const piece of pieces) addRevision(revisions, piece, view, { start: block.span.end, end: block.span.end })
  return revisions.length === 0 ? block : { ...block, revisions }
}
