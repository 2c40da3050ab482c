// RTF to a Manuscript: paragraphs with the numbers that Word wrote beside them, rows of tables, notes, tracked changes and
// hidden words. Pictures, objects and fields' instructions are passed over; nothing is opened or fetched.
import type { BlockKind, Manuscript, Note } from '../../domain/manuscript.ts'
import { assemble, type Draft, type Piece } from '../assemble.ts'
import { decodeAs } from '../decode.ts'
import { authorsIn, coloursIn, encodingOf } from './head.ts'
import { changeOf, type Look, pieceOf, start } from './look.ts'
import { type RtfToken, tokensOf } from './tokens.ts'
import { apart, shownThoughStarred, skipped, written } from './vocabulary.ts'

const deepest = 2000

/** What is written where: the main text, or a note, header or comment that interrupts it. */
interface Flow {
  pieces: Piece[]
  label: string
  cells: Piece[][] | undefined
  inTable: boolean
}

interface State {
  readonly stack: { look: Look; flow: Flow | undefined }[]
  readonly drafts: Draft[]
  readonly colours: readonly number[]
  readonly authors: readonly string[]
  readonly encoding: string
  look: Look
  flow: Flow
  starred: boolean
  toSkip: number
  bytes: number[]
  table: { id: number; row: number }
  objects: number
  /** Notes and boxes of the paragraph or row that is open: they come after it. */
  later: Draft[]
}

const newFlow = (): Flow => ({ pieces: [], label: '', cells: undefined, inTable: false })

/** Reads an RTF file. @param rtf one character for each byte */
export function readRtf(rtf: string, name: string, sha256: string): Manuscript {
  const state: State = {
    stack: [],
    drafts: [],
    colours: coloursIn(rtf),
    authors: authorsIn(rtf),
    encoding: encodingOf(rtf),
    look: start,
    flow: newFlow(),
    starred: false,
    toSkip: 0,
    bytes: [],
    table: { id: 0, row: 0 },
    objects: 0,
    later: [],
  }
  for (const token of tokensOf(rtf)) take(token, state)
  flushBytes(state)
  endParagraph(state)
  endRow(state)
  state.drafts.push(...state.later)
  const { text, blocks, notes } = assemble(state.drafts)
  const objects: Note[] =
    state.objects > 0 ? [{ code: 'part-unread', message: `${state.objects} embedded objects were not read.`, unread: true }] : []
  return { name, format: 'rtf', sha256, text, blocks, pages: [], notes: [...notes, ...objects] }
}

function take(token: RtfToken, state: State): void {
  if (token.kind === 'byte') {
    if (state.toSkip > 0) state.toSkip--
    else if (!state.look.skip) state.bytes.push(token.value)
    return
  }
  flushBytes(state)
  if (token.kind === 'open') {
    if (state.stack.length < deepest) state.stack.push({ look: state.look, flow: undefined })
  } else if (token.kind === 'close') closeGroup(state)
  else if (token.kind === 'text') {
    const text = token.text.slice(state.toSkip)
    state.toSkip = Math.max(0, state.toSkip - token.text.length)
    write(text, state)
  } else if (token.kind === 'word') obey(token.name, token.value, state)
  if (token.kind !== 'word' || token.name !== '*') state.starred = false
}

function closeGroup(state: State): void {
  const group = state.stack.at(-1)
  if (group?.flow !== undefined) endParagraph(state)
  state.stack.pop()
  if (group === undefined) return
  if (group.flow !== undefined) state.flow = group.flow
  state.look = group.look
}

function flushBytes(state: State): void {
  if (state.bytes.length === 0) return
  const text = decodeAs(Uint8Array.from(state.bytes), state.encoding)
  state.bytes = []
  write(text, state)
}

function write(text: string, { look, flow, colours, authors }: State): void {
  if (look.skip || text === '') return
  if (look.label) flow.label += text
  else flow.pieces.push(pieceOf(text, look, colours, authors))
}

function obey(name: string, value: number | undefined, state: State): void {
  const { look } = state
  const set = (change: Partial<Look>) => {
    state.look = { ...look, ...change }
  }
  if (name === '*') state.starred = true
  else if (name === 'u') unicode(value ?? 0, state)
  else if (name === 'uc') set({ fallback: Math.max(0, value ?? 1) })
  else if (skipped.has(name) || (state.starred && !shownThoughStarred.has(name) && apart[name] === undefined)) {
    if (name === 'object') state.objects++
    set({ skip: true })
  } else if (apart[name] !== undefined) interrupt(apart[name], state)
  else if (name === 'listtext' || name === 'pntext') set({ label: true })
  else if (name === 'pn') set({ skip: true })
  else if (look.skip) return
  else if (written[name] !== undefined) write(written[name], state)
  else if (name === 'par' || name === 'sect' || name === 'page') endParagraph(state)
  else if (name === 'pard') {
    state.flow.inTable = false
    set({ outline: undefined })
  } else if (name === 'outlinelevel') set({ outline: value })
  else if (name === 'intbl') state.flow.inTable = true
  else if (name === 'trowd') state.flow.cells ??= []
  else if (name === 'cell' || name === 'nestcell') endCell(state)
  else if (name === 'row' || name === 'nestrow') endRow(state)
  else set(changeOf(name, value))
}

function unicode(value: number, state: State): void {
  write(String.fromCharCode(value < 0 ? value + 65_536 : value), state)
  state.toSkip = state.look.fallback
}

/** A note, header or comment: written by itself, then the text before it goes on. */
function interrupt(kind: BlockKind, state: State): void {
  const group = state.stack.at(-1)
  if (state.look.skip || group === undefined || group.flow !== undefined) return
  group.flow = state.flow
  state.flow = newFlow()
  state.look = { ...state.look, kind }
}

function endParagraph(state: State): void {
  const { flow, look } = state
  if (flow.inTable && flow.cells !== undefined) return void flow.pieces.push({ text: ' ' })
  const { pieces } = flow
  const label = flow.label.trim()
  flow.pieces = []
  flow.label = ''
  if (!pieces.some(piece => piece.text.trim() !== '')) return
  const heading = look.outline !== undefined && look.outline < 9 && look.kind === 'paragraph'
  add(state, {
    kind: heading ? 'heading' : look.kind,
    cells: [pieces],
    ...(label === '' ? {} : { label }),
    ...(heading ? { level: (look.outline ?? 0) + 1 } : {}),
  })
  if (isInterrupting(state)) return
  state.table = { id: state.table.id + (state.table.row > 0 ? 1 : 0), row: 0 }
}

const isInterrupting = ({ stack }: State): boolean =>
  stack.some(({ flow }) => flow !== undefined && (flow.cells !== undefined || flow.pieces.length > 0))

/** What interrupts a paragraph or row comes after it, where its number is that of its section. */
function add(state: State, draft: Draft): void {
  if (isInterrupting(state)) return void state.later.push(draft)
  state.drafts.push(draft, ...state.later)
  state.later = []
}

function endCell(state: State): void {
  const { flow } = state
  const label: Piece[] = flow.label.trim() === '' ? [] : [{ text: `${flow.label.trim()} ` }]
  flow.cells = [...(flow.cells ?? []).slice(-63), [...label, ...flow.pieces]]
  flow.pieces = []
  flow.label = ''
}

function endRow(state: State): void {
  const { flow } = state
  const cells = flow.cells ?? []
  flow.cells = undefined
  flow.inTable = false
  if (cells.length === 0) return
  add(state, { kind: 'row', cells, table: { ...state.table, header: false } })
  state.table.row++
}
