// Blocks made ready for the outline: the label interpreted, the heading told apart from the body, and
// run-in headings ("4.1 Encryption. Provider shall ...") cut off. Headings never become provisions.
import { readLabel } from '../domain/label.ts'
import type { Block, Manuscript } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'
import { type Numbering, readNumbering } from './numbering.ts'
import { roleOfNoun } from './roles.ts'
import { isOmitted, zoneOfHeading } from './zones.ts'

/** A block as the outline sees it. */
export interface Item {
  readonly index: number
  readonly block: Block
  readonly numbering?: Numbering
  readonly heading?: Span
  /** The words that may bind; empty for headings. */
  readonly body: Span
  /** The text without its label. */
  readonly content: Span
}

/** The blocks of a manuscript that hold words of the agreement; running heads and comments do not. */
export function itemsOf(manuscript: Manuscript): Item[] {
  const items: Item[] = []
  for (const [index, block] of manuscript.blocks.entries()) {
    if (block.kind === 'header' || block.kind === 'comment') continue
    // "ARTICLE IV" alone is all label; a block without either is a rule or a stray bullet.
    if (!/[\p{L}\p{N}_]/u.test(`${block.label ?? ''}${manuscript.text.slice(block.span.start, block.span.end)}`)) continue
    for (const part of partsOf(manuscript.text, block)) items.push(toItem(manuscript.text, part, index))
  }
  return demoteContents(manuscript.text, items)
}

const leader = /(?:\.{4,8}|…{2,8}|\t)\s{0,4}\d{1,3}$/

/** Entries of a table of contents open no section: what stands there stands again further down, or has a page number. */
function demoteContents(text: string, items: readonly Item[]): Item[] {
  const contents = items.map(
    item => item.heading !== undefined && zoneOfHeading(text.slice(item.heading.start, item.heading.end)) === 'contents',
  )
  const last = contents.includes(true) ? lastPlaces(text, items) : undefined
  let within = false
  return items.map((item, at) => {
    const entry =
      (within && (last?.get(lettersOf(text, item)) ?? at) > at) ||
      leader.test(text.slice(Math.max(item.content.start, item.content.end - 20), item.content.end))
    if (item.heading !== undefined && !entry) within = contents[at] === true
    return entry ? { index: item.index, block: item.block, content: item.content, body: item.content } : item
  })
}

function lastPlaces(text: string, items: readonly Item[]): Map<string, number> {
  return new Map(items.map((item, at) => [lettersOf(text, item), at]))
}

/** The first letters of a block, by which an entry and its clause are the same. */
function lettersOf(text: string, item: Item): string {
  return text
    .slice(item.content.start, Math.min(item.content.end, item.content.start + 120))
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}

const family = /^([A-Z]{1,8}(?:-[A-Z]{1,8}){0,3}-)\d|^(\d{1,3}(?:\.\d{1,3}){1,4})$/
const inner = /(?<=[.;:]["”)]?\s{1,4})(?:[A-Z]{1,8}(?:-[A-Z]{1,8}){0,3}-\d{1,4}[a-z]?|\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s{1,4}\p{Lu})/gu

/** A block of several numbered requirements in a row ("REQ-1 The system ... REQ-2 The system ...") parted. */
function partsOf(text: string, block: Block): Block[] {
  const words = text.slice(block.span.start, block.span.end)
  const label = block.label ?? readLabel(words)?.label
  const match = label === undefined || block.kind !== 'paragraph' ? null : family.exec(label.replace(/[.:]$/, ''))
  if (match === null || label === undefined) return [block]
  const starts = [0]
  let last = label.replace(/[.:]$/, '')
  for (const found of words.matchAll(inner)) {
    const next = found[0].replace(/\.$/, '')
    if (match[1] === undefined ? !goesOn(last, next) : !next.startsWith(match[1])) continue
    starts.push(found.index)
    last = next
  }
  return starts.map((start, at) => partOf(text, block, start, starts[at + 1] ?? words.length))
}

/** Whether 5.5.2 follows 5.5.1, or 5.5.1 opens under 5.5. */
function goesOn(last: string, next: string): boolean {
  const cut = last.lastIndexOf('.')
  return next === `${last}.1` || next === `${last.slice(0, cut + 1)}${Number(last.slice(cut + 1)) + 1}`
}

function partOf(text: string, block: Block, from: number, to: number): Block {
  const start = block.span.start + from
  const span = { start, end: start + text.slice(start, block.span.start + to).trimEnd().length }
  if (from === 0) return { ...block, span }
  const { label: _, ...rest } = block
  return { ...rest, span }
}

function toItem(text: string, block: Block, index: number): Item {
  const typed =
    block.label === undefined && block.kind !== 'row' && block.kind !== 'footnote'
      ? readLabel(text.slice(block.span.start, block.span.end))
      : undefined
  const label = block.label ?? typed?.label ?? (block.kind === 'row' ? rowLabel(text, block) : undefined)
  const content = { start: Math.min(block.span.start + (typed?.length ?? 0), block.span.end), end: block.span.end }
  const base = { index, block, content, ...(label === undefined ? {} : { numbering: readNumbering(label) }) }
  if (block.kind === 'row') return { ...base, body: content }
  const omission = block.kind === 'heading' ? runInHeading(text, content, label !== undefined) : undefined
  if (
    block.kind === 'heading' &&
    !readsAsSentence(text, content) &&
    !(omission !== undefined && isOmitted(text.slice(omission.body, content.end)))
  )
    return { ...base, heading: bare(text, content), body: { start: content.end, end: content.end } }
  const cut = runInHeading(text, content, label !== undefined)
  if (cut === undefined)
    return isTitleBlock(text, content, block, label)
      ? { ...base, heading: bare(text, content), body: { start: content.end, end: content.end } }
      : { ...base, body: content }
  return { ...base, heading: { start: content.start, end: cut.heading }, body: { start: cut.body, end: content.end } }
}

/** A row is named by its first cell where that is nothing but a label: "Item 6", "2.14", "R-3". */
function rowLabel(text: string, block: Block): string | undefined {
  const [first] = block.cells ?? []
  const words = first === undefined ? '' : text.slice(first.start, first.end).trim()
  const label = words.length > 30 ? undefined : readLabel(`${words} |`)?.label
  return label !== undefined && label.length >= words.replace(/[.:]$/, '').length ? label : undefined
}

/** A heading without the stop or colon that closes it. */
function bare(text: string, span: Span): Span {
  let { end } = span
  while (end > span.start && /[\s.:–—-]/.test(text[end - 1] ?? '')) end -= 1
  return { start: span.start, end }
}

const modal =
  /\b(?:shall|must|will|may|can|cannot|should|would|is|are|was|were|be|has|have|had|does|do|agrees?|means?|applies|apply|warrants?|represents?|undertakes?|remains?|includes?)\b/i

/** A styled "heading" that is a whole provision ("4.1 Provider shall encrypt all data."). */
function readsAsSentence(text: string, span: Span): boolean {
  const words = text.slice(span.start, span.end)
  return words.length > 60 && /[.;:]$/.test(words) && /\b(?:shall|must|will|may not|is|are)\b/.test(words)
}

/** A labelled or bold line of few words without a verb: a heading that no style marks. */
function isTitleBlock(text: string, span: Span, block: Block, label: string | undefined): boolean {
  const words = text.slice(span.start, span.end).trim()
  if (words.length < 40 && /^(?:recital|definition|contents|preamble)$/.test(zoneOfHeading(words) ?? '')) return true
  if (words.length > 80 || /[;:,]$/.test(words) || modal.test(words) || /\d/.test(words) || !/^\p{Lu}/u.test(words)) return false
  if (block.bold === true) return words.split(/\s+/).length <= 12
  return (
    label !== undefined &&
    /^(?:\d|[A-Z]|§)/.test(label) &&
    words.split(/\s+/).length <= 6 &&
    allCapitalised(words) &&
    !/^(?:Reserved|Intentionally|Not used|Omitted|Deleted)/i.test(words)
  )
}

function allCapitalised(words: string): boolean {
  return words
    .split(/\s+/)
    .every(word => /^[\p{Lu}\p{N}(&/–—-]/u.test(word) || /^(?:and|or|of|the|for|to|in|on|by|with|a|an|from)$/.test(word))
}

/** One to eight words without a verb, ended by a full stop, colon or dash, before a sentence. */
export function runInHeading(text: string, span: Span, labelled: boolean): { heading: number; body: number } | undefined {
  const head = text.slice(span.start, Math.min(span.end, span.start + 90))
  const match = /^(\p{Lu}[^.:!?\n\d"“”|]{1,70}?)(\.(?=["”]?\s)|:(?=\s)|\s[—–-](?=\s))["”]?\s*[—–-]?\s*(?=[\p{Lu}("“‘[])/u.exec(head)
  const words = match?.[1] ?? ''
  const count = words.split(/[\s,]+/).length
  // "4.2 No export." heads a clause; without a number "No logs." may be all that is said.
  const short = labelled && count <= 3
  const asks = labelled && count <= 7 && question.test(words)
  if (match === null || count > 8) return undefined
  if (!asks && (modal.test(words) || (short ? stated : finiteVerb).test(words) || notHeading.test(words) || actorActs(words)))
    return undefined
  const body = text.slice(span.start + match[0].length, Math.min(span.end, span.start + match[0].length + 400))
  if (match[2] !== '.' && !allCapitalised(words)) return undefined
  if (isOmitted(body)) return { heading: span.start + words.length, body: span.start + match[0].length }
  const titled = labelled && count > 1 && allCapitalised(words)
  if (!(modal.test(body) || ((short || titled) && body.length > 40)) || (match[2] === ':' && !allCapitalised(words))) return undefined
  return { heading: span.start + words.length, body: span.start + match[0].length }
}

/** "Where they are kept": a question without its mark, as headings are. */
const question = /^(?:What|Where|How|When|Who|Why|Which)\b[^,;]*$/

/** "Provider encrypts", "We enforce rate limits": an actor and its verb are a sentence, however short. */
function actorActs(words: string): boolean {
  if (/^(?:We|They|Nobody|Everybody|Everyone) (?!and\b|or\b)\p{Ll}/u.test(words)) return true
  const [, subject, verb = '', next] = /^(?:The )?(\S+) (\p{Ll}+s)(?: (\p{Ll}+))?/u.exec(words) ?? []
  const role = subject !== undefined && roleOfNoun(subject) !== undefined
  return role && (next === undefined ? words.endsWith(verb) : onlyVerb.test(verb) || determiner.test(next))
}

/** Not "obligations" or "reports": what cannot be the noun of a title. */
const onlyVerb =
  /^(?:agrees|allows|applies|authenticates|blocks|collects|conducts|detects|employs|encrypts|enforces|ensures|forwards|gives|hosts|informs|isolates|keeps|maintains|makes|monitors|notifies|operates|performs|permits|prevents|prohibits|protects|provides|publishes|records|refuses|rejects|restricts|retains|runs|sanitises|sanitizes|scans|secures|sends|stores|streams|throttles|tracks|trains|validates|verifies)$/
const determiner = /^(?:the|a|an|all|each|every|any|its|their|no)$/

/** A participle after a noun is a statement ("Logs retained."), before one a title ("Prohibited uses."). */
const stated =
  /\S\s(?:encrypted|retained|kept|logged|tested|denied|refused|rejected|required|permitted|prohibited|excluded|immutable|only)\b|^(?:encrypts?|keeps?|none|all|every|each)\b/i
const finiteVerb =
  /\b(?:encrypts?|notif(?:y|ies)|logs (?:all|every|each)|keeps?|retains?|prohibits?|encrypted|retained|kept|logged|tested|denied|refused|rejected|required|permitted|prohibited|excluded|not|never|none|no|cannot|only|every|each|all)\b/i
const notHeading =
  /^(?:Reserved|Intentionally|Not used|Omitted|Deleted|Note|Guidance|Example|e\.g|Yes|If|Where|When|Provided)\b|\b(?:Inc|Ltd|Corp|Co|No|e\.g)$|^No$/i
