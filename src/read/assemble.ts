// From the paragraphs and rows of a flowing format (HTML, RTF, OpenDocument) to one text with its blocks: white space
// drawn together, hidden words marked, notes made. What is a paragraph, and what is hidden, the readers say.
import type { Block, BlockKind, HiddenBy, Note, Revision } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'

/** Words of one look. */
export interface Piece {
  readonly text: string
  readonly hidden?: HiddenBy | undefined
  readonly bold?: boolean | undefined
  /** Struck out by a tracked change: it goes into the record only. */
  readonly deleted?: Change | undefined
  readonly inserted?: Change | undefined
  /** With a line through them, and no tracked change: they leave the text, and are named. */
  readonly struck?: boolean | undefined
}

export interface Change {
  readonly author: string
  readonly date: string
}

/** A paragraph, or a row with the pieces of its cells. */
export interface Draft {
  readonly kind: BlockKind
  readonly cells: readonly (readonly Piece[])[]
  readonly level?: number | undefined
  readonly label?: string | undefined
  readonly table?: Block['table'] | undefined
}

/** The text and the blocks of drafts in order; those without words are left out. */
export function assemble(drafts: readonly Draft[]): { text: string; blocks: Block[]; notes: Note[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  let length = 0
  for (const draft of drafts) {
    const made = writeDraft(draft, length)
    if (made === undefined) continue
    parts.push(made.text, '\n')
    length += made.text.length + 1
    blocks.push(made.block)
  }
  const text = parts.join('')
  return { text, blocks, notes: notesOn(text, blocks) }
}

interface Open {
  text: string
  space: boolean
  bold: boolean
  readonly start: number
  readonly hidden: { span: Span; how: HiddenBy }[]
  readonly revisions: Revision[]
}

function writeDraft(draft: Draft, start: number): { text: string; block: Block } | undefined {
  const open: Open = { text: '', space: false, bold: true, start, hidden: [], revisions: [] }
  const cells: Span[] = []
  for (const [index, pieces] of draft.cells.entries()) {
    if (index > 0) open.text = `${open.text} | `
    const from = open.text.length
    open.space = false
    for (const piece of pieces) writePiece(piece, open, from)
    cells.push({ start: start + from, end: start + open.text.length })
  }
  if (!/[^\s|]/.test(open.text) && open.revisions.length === 0 && draft.label === undefined) return undefined
  const { kind, level, label, table } = draft
  const span = { start, end: start + open.text.length }
  const block: Block = {
    span,
    kind,
    ...(level === undefined ? {} : { level }),
    ...(label === undefined ? {} : { label }),
    ...(table === undefined ? {} : { table, cells }),
    ...(open.bold && open.text !== '' ? { bold: true } : {}),
    ...(open.hidden.length === 0 ? {} : { hidden: open.hidden }),
    ...(open.revisions.length === 0 ? {} : { revisions: open.revisions }),
  }
  return { text: open.text, block }
}

function writePiece(piece: Piece, open: Open, cell: number): void {
  const words = piece.text.replace(/[\t\n\f\r \u00A0]+/g, ' ')
  const at = open.start + open.text.length
  if (piece.deleted !== undefined) {
    if (words.trim() !== '') open.revisions.push({ kind: 'deleted', ...piece.deleted, words: words.trim(), span: { start: at, end: at } })
    return
  }
  if (piece.struck === true && piece.hidden === undefined) return strike(words.trim(), at, open)
  const inner = words.trim()
  if (inner === '') {
    open.space ||= words !== ''
    return
  }
  if ((open.space || words.startsWith(' ')) && open.text.length > cell) open.text += ' '
  const span = { start: open.start + open.text.length, end: open.start + open.text.length + inner.length }
  open.text += inner
  open.space = words.endsWith(' ')
  if (piece.bold !== true) open.bold = false
  if (piece.hidden !== undefined) open.hidden.push({ span, how: piece.hidden })
  if (piece.inserted !== undefined) open.revisions.push({ kind: 'inserted', ...piece.inserted, words: inner, span })
}

function strike(words: string, at: number, { revisions }: Open): void {
  if (words !== '') revisions.push({ kind: 'deleted', author: '', date: '', words, span: { start: at, end: at }, struck: true })
}

const mostNamed = 20

function notesOn(text: string, blocks: readonly Block[]): Note[] {
  const hidden = blocks.flatMap(block => (block.hidden ?? []).map(one => one.span))
  const changed = blocks.filter(block => block.revisions?.some(({ struck }) => struck !== true)).length
  const named = hidden.slice(0, mostNamed).map((span): Note => {
    const words = text.slice(span.start, span.end).slice(0, 160)
    return { code: 'hidden-text', message: `Words that a reader does not see: "${words}". They are never evidence.`, unread: false, span }
  })
  const rest: Note[] =
    hidden.length > mostNamed
      ? [{ code: 'hidden-text', message: `${hidden.length - mostNamed} more stretches of hidden words.`, unread: false }]
      : []
  const changes: Note[] =
    changed > 0
      ? [{ code: 'tracked-changes', message: `Tracked changes in ${changed} paragraphs, read as if all were accepted.`, unread: false }]
      : []
  return [
    ...named,
    ...rest,
    ...changes,
    ...leftOut(blocks, 'header', 'headers-left-out'),
    ...leftOut(blocks, 'comment', 'comments-left-out'),
  ]
}

function leftOut(blocks: readonly Block[], kind: 'header' | 'comment', code: Note['code']): Note[] {
  const count = blocks.filter(block => block.kind === kind).length
  const name = kind === 'header' ? 'lines of headers and footers' : 'paragraphs of comments'
  return count === 0 ? [] : [{ code, message: `${count} ${name} left out of judgement.`, unread: false }]
}
