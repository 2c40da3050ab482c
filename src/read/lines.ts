// Lines to blocks: paragraphs from wrapped lines, rows from pipes, headings, and labels moved out of the
// text into `Block.label`. Knows nothing of Markdown's marks, which read/markdown has taken off.
import { readLabel, readsAsTitle, type TypedLabel } from '../domain/label.ts'
import type { Block, Revision } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'
import type { Line, Source } from './markdown.ts'

interface Draft {
  readonly lines: Line[]
  readonly kind: 'heading' | 'paragraph' | 'row'
}

/** Blocks of a text, in order. Blank lines part them; so do headings, table rows and typed labels. */
export function blocksOf(source: Source): Block[] {
  const drafts: Draft[] = []
  let blank = true
  const unwrapped = isUnwrapped(source)
  for (const [index, line] of source.lines.entries()) {
    const words = wordsOf(source.text, line)
    if (words === '') {
      blank = true
      continue
    }
    const kind = kindOf(source, line, words, blank || unwrapped, index)
    const open = drafts.at(-1)
    if (
      open !== undefined &&
      !blank &&
      !unwrapped &&
      kind === 'paragraph' &&
      open.kind === 'paragraph' &&
      !opensBlock(source, index, words, open)
    )
      open.lines.push(line)
    else drafts.push({ lines: [line], kind })
    blank = false
  }
  return assemble(source, drafts)
}

/** Whether each line is a paragraph: lines that nobody would have wrapped so late. Rows of tables are never wrapped. */
function isUnwrapped(source: Source): boolean {
  const lines = source.lines.filter(line => !isRow(wordsOf(source.text, line)))
  const lengths = lines.map(line => line.end - line.start).filter(length => length > 0)
  const late = lengths.filter(length => length > 140).length
  return late > 0 && late * 25 >= lengths.length
}

const wordsOf = (text: string, line: Line): string => text.slice(line.start, line.end).trim()

function kindOf(source: Source, line: Line, words: string, blank: boolean, index: number): Draft['kind'] {
  if (line.level !== undefined || /^heading:\s/i.test(words)) return 'heading'
  if (isRow(words)) return 'row'
  if (isCapitals(words)) return 'heading'
  const next = source.lines[index + 1]
  const alone = next === undefined || wordsOf(source.text, next) === '' || next.end - next.start > 140
  return blank && isHeadingLine(words, alone) ? 'heading' : 'paragraph'
}

function isRow(words: string): boolean {
  return /^\|.*\|/.test(words) || / \| |\t\| ?| \|\t/.test(words)
}

/** "ARTICLE IV", "4. DATA SECURITY": letters in capitals only, short, no full stop at the end. */
function isCapitals(words: string): boolean {
  return (
    words.length <= 90 &&
    /\p{Lu}{3}/u.test(words) &&
    !/\p{Ll}/u.test(words) &&
    !/[;,]$/.test(words) &&
    !/[.]$/.test(words.replace(/^\S+\.$/, ''))
  )
}

/** A labelled or named title on its own line: "4. Data protection", "Annex B – Measures". */
function isHeadingLine(words: string, alone: boolean): boolean {
  const label = readLabel(words)
  if (label === undefined) return alone && readsAsTitle(words) && words.length <= 60 && !/[[\]_{}|\d]/.test(words) && isTitleCase(words)
  if (/^[•(*–—-]/.test(label.label)) return false
  const rest = words.slice(label.length)
  return rest === '' ? /^[A-Za-z]{4}/.test(label.label) : readsAsTitle(rest) && rest.split(/\s+/).length <= 8
}

function isTitleCase(words: string): boolean {
  const long = words.split(/\s+/).filter(word => word.length > 3)
  return long.length > 0 && long.every(word => /^\p{Lu}/u.test(word))
}

/** Whether a line that follows another without a blank begins a block of its own. */
function opensBlock(source: Source, index: number, words: string, open: Draft): boolean {
  const line = source.lines[index] as Line
  if (line.nesting !== undefined || line.bold === true) return true
  const label = readLabel(words)
  const before = open.lines.at(-1)
  if (label === undefined || before === undefined) return false
  const previous = wordsOf(source.text, before)
  if (/[.;:!?”"]$|[;,] (?:and|or)$/.test(previous)) return true
  // A wrapped line may begin with "(a) above" or "- "; a number in the middle of a sentence is none.
  if (/^[•●▪◦]/.test(label.label)) return true
  const second = secondLabels.get(label.label)
  return second !== undefined && (/[,—–]$/.test(previous) || follows(source, index, second))
}

/** The label of a list's second limb, by that of its first. */
const secondLabels: ReadonlyMap<string, string> = new Map([
  ['(a)', '(b)'],
  ['(A)', '(B)'],
  ['(i)', '(ii)'],
  ['(1)', '(2)'],
])
/** A limb has no more lines than these. */
const limbReach = 25

/** Whether a later line begins with a label: then what came before it is a list, whatever it stands after. */
function follows(source: Source, index: number, label: string): boolean {
  return source.lines.slice(index + 1, index + 1 + limbReach).some(line => wordsOf(source.text, line).startsWith(`${label} `))
}

function assemble(source: Source, drafts: readonly Draft[]): Block[] {
  const blocks: Block[] = []
  let table = { id: -1, row: 0 }
  let last: Draft | undefined
  for (const draft of drafts) {
    if (draft.kind === 'row') {
      table =
        last?.kind === 'row' && !gapBetween(source.text, last, draft) ? { id: table.id, row: table.row + 1 } : { id: table.id + 1, row: 0 }
      blocks.push(rowBlock(source, draft, table))
    } else blocks.push(textBlock(source, draft))
    last = draft
  }
  const marked = markRunningHeads(source.text, blocks)
  return source.revisions.length === 0 ? marked : marked.map(block => withRevisions(block, source.revisions))
}

/** Lines that stand alone on page after page of a text made from a PDF: running heads and page numbers. */
function markRunningHeads(text: string, blocks: readonly Block[]): Block[] {
  const counts = new Map<string, number>()
  const lines = blocks.map(block => runningLine(text, block))
  for (const line of lines) if (line !== undefined) counts.set(line, (counts.get(line) ?? 0) + 1)
  return blocks.map((block, at) => ((counts.get(lines[at] ?? '') ?? 0) >= 4 ? { ...block, kind: 'header' } : block))
}

/** A short unlabelled line as it repeats: "page 3 of 9" and "3" are all "#". */
function runningLine(text: string, block: Block): string | undefined {
  if (block.kind === 'row' || block.label !== undefined || block.span.end - block.span.start > 90) return undefined
  const words = text.slice(block.span.start, block.span.end)
  if (/^(?:page )?\d{1,4}(?: of \d{1,4})?$/i.test(words)) return '#'
  return /[.;:]$/.test(words) || !/\p{L}/u.test(words) ? undefined : words
}

function gapBetween(text: string, a: Draft, b: Draft): boolean {
  return /\n[ \t\r]*\n/.test(text.slice(a.lines[0]?.end ?? 0, b.lines[0]?.start ?? 0))
}

function rowBlock(source: Source, draft: Draft, table: { id: number; row: number }): Block {
  const line = draft.lines[0] as Line
  const cells = cellsOf(source.text, line)
  const span = { start: cells[0]?.start ?? line.start, end: cells.at(-1)?.end ?? line.end }
  const first = cells[0] === undefined ? '' : source.text.slice(cells[0].start, cells[0].end)
  const label = readLabel(`${first} |`)
  const whole = label !== undefined && label.label.length >= first.replace(/[.:]$/, '').length
  return { span, kind: 'row', cells, ...(whole ? { label: label.label } : {}), table: { ...table, header: line.header === true } }
}

function cellsOf(text: string, line: Line): Span[] {
  const cells: Span[] = []
  const raw = text.slice(line.start, line.end)
  const from = /^\s*\|/.exec(raw)?.[0].length ?? 0
  let start = from
  for (let at = from; at <= raw.length; at += 1) {
    if (at < raw.length && raw[at] !== '|') continue
    if (at < raw.length || raw.slice(start).trim() !== '') cells.push(trimmed(text, { start: line.start + start, end: line.start + at }))
    start = at + 1
  }
  return cells
}

function textBlock(source: Source, draft: Draft): Block {
  const first = draft.lines[0] as Line
  const whole = trimmed(source.text, { start: first.start, end: draft.lines.at(-1)?.end ?? first.end })
  return labelled(source.text, draft.kind === 'heading' ? withoutWord(source.text, whole) : whole, draft, first)
}

function withoutWord(text: string, span: Span): Span {
  const word = /^heading:\s*/i.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  return { start: span.start + word, end: span.end }
}

function labelled(text: string, span: Span, draft: Draft, line: Line): Block {
  const typed = labelOf(text.slice(span.start, span.end), draft.kind)
  const start = typed === undefined ? span.start : Math.min(span.start + typed.length, span.end)
  const level = line.level ?? line.nesting
  return {
    span: { start, end: span.end },
    kind: draft.kind,
    ...(level === undefined ? {} : { level }),
    ...(typed === undefined ? {} : { label: typed.label }),
    ...(line.bold === true || (draft.kind === 'heading' && isCapitals(text.slice(start, span.end))) ? { bold: true } : {}),
  }
}

function labelOf(words: string, kind: Draft['kind']): TypedLabel | undefined {
  const typed = readLabel(words)
  if (typed !== undefined || kind !== 'heading') return typed
  const bare = /^\d{1,3}(?=\s+\S)/.exec(words)?.[0]
  return bare === undefined ? undefined : { label: bare, length: (/^\d{1,3}\s+/.exec(words)?.[0] ?? bare).length }
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  return { start, end }
}

function withRevisions(block: Block, revisions: readonly Revision[]): Block {
  const own = revisions.filter(revision => revision.span.start >= block.span.start && revision.span.start <= block.span.end)
  return own.length === 0 ? block : { ...block, revisions: own }
}
