// Lines become paragraphs. A new one starts at a label, after a wider gap, at another size or indent,
// or after a line that had room for the next word; a paragraph that runs into the next column or page
// goes on there.
import type { FlowItem, FlowLine, FlowRow } from './flow.ts'
import { seam, type Vocabulary } from './hyphens.ts'
import { cut, join, type Strand } from './strand.ts'

/** Lines that belong together, joined. */
export interface Paragraph {
  readonly kind: 'paragraph'
  readonly strand: Strand
  readonly lines: readonly FlowLine[]
}

/** How this document sets its paragraphs. */
interface Habits {
  readonly leading: number
  readonly firstIndent: number
}

/** A gap of more than this many times the usual one, and half a point, starts a paragraph. */
const widerGap = 1.18
const usualLeading = 1.2

/** Paragraphs and rows in reading order. */
export function joinLines(items: readonly FlowItem[], vocabulary: Vocabulary): (Paragraph | FlowRow)[] {
  const habits = { leading: leadingOf(items), firstIndent: firstIndentOf(items) }
  const groups: (FlowLine[] | FlowRow)[] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (item.kind === 'row') groups.push(item)
    else if (Array.isArray(group) && goesOn(group, item, habits)) group.push(item)
    else groups.push([item])
  }
  return groups.map(group => (Array.isArray(group) ? asParagraph(group, vocabulary) : group))
}

/** Joins lines of text, mending words that the end of a line broke. */
export function joinStrands(lines: readonly { strand: Strand; page: number }[], vocabulary: Vocabulary): Strand {
  const [first] = lines
  if (!first) throw new RangeError('a paragraph has at least one line')
  let { strand, page } = first
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at] as (typeof lines)[number]
    const { between, drop } = seam(strand.text, line.strand.text, vocabulary)
    const head = drop === 0 ? strand : cut(strand, 0, strand.text.length - drop)
    strand = join(head, line.strand, between, line.page === page ? undefined : line.page)
    page = line.page
  }
  return strand
}

function asParagraph(lines: readonly FlowLine[], vocabulary: Vocabulary): Paragraph {
  return { kind: 'paragraph', strand: joinStrands(lines.map(withinSentence), vocabulary), lines }
}

/** What looked like a label at the start of a later line is part of the sentence ("under clause / 4.1 the"). */
function withinSentence(line: FlowLine, index: number): { strand: Strand; page: number } {
  return index === 0 ? line : { strand: line.whole, page: line.page }
}

/** The usual distance of two lines of a paragraph, as a multiple of the size. */
export function leadingOf(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>()
  items.forEach((item, index) => {
    const before = items[index - 1]
    if (item.kind !== 'line' || before?.kind !== 'line' || item.label !== undefined || !sameColumn(before, item) || hadRoom(before, item))
      return
    const ratio = Math.round(((item.y - before.y) / item.size) * 20) / 20
    if (ratio > 0.8 && ratio < 3) counts.set(ratio, (counts.get(ratio) ?? 0) + 1)
  })
  const most = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]
  return most?.[0] ?? usualLeading
}

/** How far first lines are set in where paragraphs are told by that alone, in points; 0 where they are not. */
function firstIndentOf(items: readonly FlowItem[]): number {
  const counts = new Map<number, number>()
  items.forEach((item, index) => {
    const before = items[index - 1]
    if (item.kind !== 'line' || before?.kind !== 'line' || before.label !== undefined || !sameColumn(before, item)) return
    const indent = Math.round(before.x - item.x)
    const tight = item.y - before.y < 1.6 * item.size
    if (tight && indent > 0.6 * item.size && indent < 5 * item.size) counts.set(indent, (counts.get(indent) ?? 0) + 1)
  })
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]
  return most && most[1] >= 3 ? most[0] : 0
}

function isFirstIndent(line: FlowLine, habits: Habits): boolean {
  return habits.firstIndent > 0 && Math.abs(line.x - line.column.left - habits.firstIndent) < 1.5
}

function sameColumn(a: FlowLine, b: FlowLine): boolean {
  return a.page === b.page && a.column.id === b.column.id
}

/** Whether `line` belongs to the paragraph of `group`. */
function goesOn(group: readonly FlowLine[], line: FlowLine, habits: Habits): boolean {
  const last = group.at(-1) as FlowLine
  if (line.labelApart || Math.abs(line.size - last.size) > 0.6) return false
  if (!sameColumn(last, line)) return goesOver(group, line)
  if (line.y - last.y > widerGap * gapWithin(group, habits.leading) + 0.5 || line.y <= last.y) return false
  if (line.label !== undefined && (hadRoom(last, line) || (opensPart(last, line) && !isInlineList(group, line)))) return false
  if (isFirstIndent(line, habits) && endsSentence(last)) return false
  if (!sameIndent(group, line)) return isCentred(last) && isCentred(line) && last.bold === line.bold && !hadRoom(last, line)
  return !hadRoom(last, line) || (last.bold === line.bold && (hangs(last) || (!startsAfresh(line) && !endsSentence(last))))
}

/** Whether a number at the start of a line may be that of a clause; a figure after "between 22.00 and" is none. */
function opensPart(last: FlowLine, line: FlowLine): boolean {
  const figure = /^\d+(?:\.\d+)+$/.test(line.label ?? '')
  return figure ? endsSentence(last) || /[;,]\s+(?:and|or)\s*$/.test(last.strand.text) : endsPart(last)
}

/** "(i) …; / (ii) …" within one paragraph: an earlier limb stands in mid-line. */
function isInlineList(group: readonly FlowLine[], line: FlowLine): boolean {
  return /^\(/.test(line.label ?? '') && group.some(({ strand }) => /\S\s\([a-z0-9]{1,4}\)\s/i.test(strand.text))
}

/** The distance between lines that this paragraph has shown so far. */
function gapWithin(group: readonly FlowLine[], leading: number): number {
  const b = group.at(-1) as FlowLine
  const a = group.at(-2)
  const usual = leading * b.size
  return a && sameColumn(a, b) ? Math.max(b.y - a.y, usual * 0.8) : usual
}

/** Whether the paragraph goes on in the next column or on the next page. */
function goesOver(group: readonly FlowLine[], line: FlowLine): boolean {
  const last = group.at(-1) as FlowLine
  if (line.label !== undefined || last.bold !== line.bold) return false
  // Several lines that end in mid-sentence go on, even where the break left room.
  if (hadRoom(last, line)) return group.length > 2 && !endsPart(last) && !last.bold
  // On one page the text goes on at the head of the next column, or close beneath.
  if (line.page === last.page && line.y > last.y + 2 * line.size) return false
  if (group.length > 1 && Math.abs(line.x - line.column.left - (last.x - last.column.left)) > 0.5 * line.size) return !endsSentence(last)
  return !endsSentence(last) || !startsAfresh(line) || reachesMargin(last)
}

/** Whether the first word of the next line would have fitted on this one. */
function hadRoom(last: FlowLine, next: FlowLine): boolean {
  const words = next.strand.text
  // A no-break space does not end a word here.
  const space = words.indexOf(' ')
  const word = (space < 0 ? words.length : space) + 1
  const perCharacter = Math.min((next.end - next.x) / Math.max(words.length, 1), next.size * 0.7)
  return last.column.right - last.end > word * perCharacter * 1.15 + 1
}

/** The last line of a justified paragraph seldom reaches the margin exactly. */
function reachesMargin(line: FlowLine): boolean {
  return line.column.right - line.end < 0.75
}

const endsSentence = (line: FlowLine): boolean => /[.;:!?]["'”’)\]]*\s*$/.test(line.strand.text)
const endsPart = (line: FlowLine): boolean => /(?:[.;:,!?]["'”’)\]]*|\b(?:and|or))\s*$/.test(line.strand.text)
/** "... to what the / Model returns": words after which no paragraph ends, whatever room there was. */
const hangs = (line: FlowLine): boolean =>
  /\s(?:the|an?|of|to|for|with|in|by|on|at|from|its|their|any|each|every|no|is|are|be|shall|must|will|may|not|than)\s*$/.test(
    line.strand.text,
  )
const startsAfresh = (line: FlowLine): boolean => line.label !== undefined || /^["'“‘([]*[\p{Lu}\p{N}]/u.test(line.strand.text)

function sameIndent(group: readonly FlowLine[], line: FlowLine): boolean {
  const last = group.at(-1) as FlowLine
  if (group.length > 1) return Math.abs(line.x - last.x) <= 0.4 * line.size
  // The second line of a paragraph sets its indent: hanging, first-line, or none.
  return !hadRoom(last, line) || Math.abs(line.x - last.x) <= 0.4 * line.size
}

function isCentred(line: FlowLine): boolean {
  const middle = (line.column.left + line.column.right) / 2
  return Math.abs((line.outer + line.end) / 2 - middle) < 3 && line.outer - line.column.left > line.size
}
