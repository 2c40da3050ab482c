// Web pages to a Manuscript: paragraphs, headings, lists with the numbers that a browser shows, rows of tables, words
// struck out or put in. Nothing is fetched or run. Which words a person does not see is worked out in looks.ts.
import type { HiddenBy, Manuscript, Note } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'
import { assemble, type Draft, type Piece } from '../assemble.ts'
import { raised } from '../superscripts.ts'
import { type Attributes, hiddenBy, readRules } from './looks.ts'
import { type HtmlToken, tokensOf } from './tokens.ts'

const blocks = new Set(
  'p div section article aside main header footer nav body html ul ol li dl dt dd blockquote pre figure figcaption form fieldset address center hr table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 br'.split(
    ' ',
  ),
)
const empty = new Set('br hr img input meta link area base col embed source track wbr'.split(' '))
const ending = table<readonly string[]>({
  li: ['li'],
  p: ['p'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  option: ['option'],
})
const unreadable = new Set(['iframe', 'object', 'embed', 'frame', 'applet'])
/** Deeper nesting is of no use to a reader; further tags count as text without a look of their own. */
const deepest = 400

interface Element {
  readonly name: string
  readonly hidden: HiddenBy | undefined
  readonly bold: boolean
  readonly change: 'inserted' | 'deleted' | undefined
  /** A link to a note or back from it, whose figure is no word; or figures that stand raised. */
  readonly mark: 'note' | 'raised' | undefined
  /** Lists only: the style and the next number. */
  readonly list?: { readonly type: string; next: number }
}

interface State {
  readonly stack: Element[]
  readonly drafts: Draft[]
  readonly rules: Map<string, HiddenBy>
  pieces: Piece[]
  /** The row that is open, and its cells so far. */
  cells: Piece[][] | undefined
  header: boolean
  table: { id: number; row: number }
  label: string | undefined
  unread: number
  sheets: number
}

/** Reads a page. @param html its text, decoded */
export function readHtml(html: string, name: string, sha256: string): Manuscript {
  const state: State = {
    stack: [],
    drafts: [],
    rules: new Map(),
    pieces: [],
    cells: undefined,
    header: false,
    table: { id: -1, row: 0 },
    label: undefined,
    unread: 0,
    sheets: 0,
  }
  for (const token of tokensOf(html)) if (token.kind === 'style') readRules(token.text, state.rules)
  for (const token of tokensOf(html)) take(token, state)
  endBlock(state)
  endRow(state)
  const { text, blocks: made, notes } = assemble(state.drafts)
  return { name, format: 'html', sha256, text, blocks: made, pages: [], notes: [...notes, ...notesOf(state)] }
}

function notesOf({ unread, sheets }: State): Note[] {
  const frames = `${unread} frames or embedded objects of the page were not read; nothing is fetched.`
  const looks = `${sheets} style sheets lie elsewhere and were not fetched, so words that they hide may have been read as seen.`
  return [
    ...(unread > 0 ? [{ code: 'part-unread' as const, message: frames, unread: true }] : []),
    ...(sheets > 0 ? [{ code: 'read-by-other-means' as const, message: looks, unread: false }] : []),
  ]
}

function take(token: HtmlToken, state: State): void {
  if (token.kind === 'text') return addText(token.text, state)
  if (token.kind === 'close') return close(token.name, state)
  if (token.kind !== 'open') return
  const { name, attributes } = token
  if (unreadable.has(name)) state.unread++
  if (name === 'link' && /stylesheet/i.test(attributes.rel ?? '')) state.sheets++
  for (const other of ending[name] ?? []) if (isOpen(other, state, name)) close(other, state)
  if (blocks.has(name)) endBlock(state)
  if (name === 'table') begin(state)
  if (name === 'tr') beginRow(state)
  if ((name === 'td' || name === 'th') && state.cells !== undefined) {
    state.cells.push([])
    if (name === 'td') state.header = false
  }
  if (name === 'input' && /^(?:text|checkbox|radio)?$/i.test(attributes.type ?? '')) addText(attributes.value ?? '', state)
  if (empty.has(name) || token.empty || state.stack.length >= deepest) return
  state.stack.push(elementOf(name, attributes, state))
  if (name === 'li') state.label = labelOf(state, attributes.value)
}

function elementOf(name: string, attributes: Readonly<Record<string, string>>, { stack, rules }: State): Element {
  const around = stack.at(-1)
  const style = attributes.style ?? ''
  const struck = /^(?:del|s|strike)$/.test(name) || /text-decoration[^;:]{0,20}:[^;]{0,60}line-through/i.test(style)
  const change = struck ? 'deleted' : name === 'ins' ? 'inserted' : around?.change
  const bold = around?.bold === true || /^(?:b|strong|th|h[1-6])$/.test(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)
  const list =
    name === 'ol' || name === 'ul'
      ? { type: name === 'ul' ? '•' : (attributes.type ?? '1'), next: Number.parseInt(attributes.start ?? '1', 10) || 1 }
      : undefined
  const high = name === 'sup' || /vertical-align\s*:\s*(?:super|text-top)/i.test(style)
  const mark = isNoteLink(name, attributes) ? 'note' : (around?.mark ?? (high ? 'raised' : undefined))
  return { name, hidden: around?.hidden ?? hiddenBy(name, attributes, rules), bold, change, mark, ...(list && { list }) }
}

/** As word processors and publishers name them. */
function isNoteLink(name: string, { href = '', class: style = '', role = '', 'epub:type': type = '' }: Attributes): boolean {
  return (
    name === 'a' &&
    href.includes('#') &&
    /ftn|f(?:oot)?n(?:ote)?[-_:]?(?:ref)?\d|endnote|noteref|footnote|doc-backlink/i.test([href, style, role, type].join(' '))
  )
}

/** The words as one sees them. */
function shown(text: string, mark: Element['mark']): string {
  if (mark === 'note' && /^\s*[[(]?[\d*†‡§a-z]{1,4}[\])]?\s*$/i.test(text)) return ''
  return mark === undefined ? text : raised(text)
}

function isOpen(name: string, { stack }: State, within: string): boolean {
  const bounds = within === 'li' ? /^(?:ul|ol|table)$/ : /^(?:table|ul|ol|td|th)$/
  for (let at = stack.length - 1; at >= 0; at--) {
    if (stack[at]?.name === name) return true
    if (bounds.test(stack[at]?.name ?? '') && !(within === 'tr' && /^t[dh]$/.test(stack[at]?.name ?? ''))) return false
  }
  return false
}

function close(name: string, state: State): void {
  const at = state.stack.findLastIndex(element => element.name === name)
  if (at < 0) return
  if (blocks.has(name)) endBlock(state)
  if (name === 'tr' || name === 'table') endRow(state)
  state.stack.length = at
}

function begin(state: State): void {
  endRow(state)
  state.table = { id: state.table.id + 1, row: 0 }
}

function beginRow(state: State): void {
  endRow(state)
  state.cells = []
  state.header = true
}

function endRow(state: State): void {
  const { cells, table, header } = state
  state.cells = undefined
  if (cells === undefined || cells.length === 0) return
  state.drafts.push({ kind: 'row', cells, table: { ...table, header } })
  state.table = { ...table, row: table.row + 1 }
}

function addText(written: string, state: State): void {
  const around = state.stack.at(-1)
  const text = shown(written, around?.mark)
  if (text === '') return
  const nobody = { author: '', date: '' }
  const piece: Piece = {
    text,
    bold: around?.bold === true,
    hidden: around?.hidden,
    deleted: around?.change === 'deleted' ? nobody : undefined,
    inserted: around?.change === 'inserted' ? nobody : undefined,
  }
  const cell = state.cells?.at(-1)
  if (cell !== undefined) cell.push(piece)
  else state.pieces.push(piece)
}

/** Ends a paragraph; within a cell, only the word. */
function endBlock(state: State): void {
  state.cells?.at(-1)?.push({ text: ' ' })
  const { pieces, label, stack } = state
  if (!pieces.some(piece => piece.text.trim() !== '')) return
  state.pieces = []
  state.label = undefined
  const heading = stack.findLast(element => /^h[1-6]$/.test(element.name))?.name
  const depth = stack.filter(element => element.list !== undefined).length
  const level = heading !== undefined ? Number(heading.slice(1)) : depth > 0 ? depth - 1 : undefined
  state.drafts.push({ kind: heading === undefined ? 'paragraph' : 'heading', cells: [pieces], label, level })
}

/** The number or bullet that a browser shows before an item. */
function labelOf({ stack }: State, value: string | undefined): string {
  const list = stack.findLast(element => element.list !== undefined)?.list
  if (list === undefined || list.type === '•') return '•'
  const number = Number.parseInt(value ?? '', 10) || list.next
  list.next = number + 1
  if (/^[aA]$/.test(list.type) && number <= 26) return `${String.fromCharCode(list.type.charCodeAt(0) + number - 1)}.`
  if (/^[iI]$/.test(list.type) && number < 40) return `${list.type === 'i' ? roman(number) : roman(number).toUpperCase()}.`
  return `${number}.`
}

function roman(number: number): string {
  return 'x'.repeat(Math.floor(number / 10)) + (['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10] ?? '')
}
