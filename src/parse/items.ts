// Blocks made ready for the outline: the label interpreted, the heading told apart from the body, and
// run-in headings ("4.1 Encryption. Provider shall ...") cut off. Headings never become provisions.
import { readLabel } from '../domain/label.ts'
import type { Block, Manuscript } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'
import { type Numbering, readNumbering } from './numbering.ts'

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
    if (block.kind === 'header' || block.kind === 'comment' || block.span.end <= block.span.start) continue
    items.push(toItem(manuscript.text, block, index))
  }
  return items
}

function toItem(text: string, block: Block, index: number): Item {
  const typed = block.label === undefined && block.kind !== 'row' && block.kind !== 'footnote' ? readLabel(text.slice(block.span.start, block.span.end)) : undefined
  const label = block.label ?? typed?.label
  const content = { start: Math.min(block.span.start + (typed?.length ?? 0), block.span.end), end: block.span.end }
  const base = { index, block, content, ...(label === undefined ? {} : { numbering: readNumbering(label) }) }
  if (block.kind === 'row') return { ...base, body: content }
  if (block.kind === 'heading' && !readsAsSentence(text, content)) return { ...base, heading: content, body: { start: content.end, end: content.end } }
  const cut = runInHeading(text, content)
  if (cut === undefined) return isTitleBlock(text, content, block, label) ? { ...base, heading: content, body: { start: content.end, end: content.end } } : { ...base, body: content }
  return { ...base, heading: { start: content.start, end: cut.heading }, body: { start: cut.body, end: content.end } }
}

const modal = /\b(?:shall|must|will|may|can|cannot|should|would|is|are|was|were|be|has|have|had|does|do|agrees?|means?|applies|apply|warrants?|represents?|undertakes?|remains?|includes?)\b/i

/** A styled "heading" that is a whole provision ("4.1 Provider shall encrypt all data."). */
function readsAsSentence(text: string, span: Span): boolean {
  const words = text.slice(span.start, span.end)
  return words.length > 60 && /[.;:]$/.test(words) && /\b(?:shall|must|will|may not|is|are)\b/.test(words)
}

/** A labelled or bold line of few words without a verb: a heading that no style marks. */
function isTitleBlock(text: string, span: Span, block: Block, label: string | undefined): boolean {
  const words = text.slice(span.start, span.end).trim()
  if (words.length > 80 || /[;:,]$/.test(words) || modal.test(words) || /\d/.test(words) || !/^\p{Lu}/u.test(words)) return false
  if (block.bold === true) return words.split(/\s+/).length <= 12
  return label !== undefined && /^(?:\d|[A-Z]|§)/.test(label) && words.split(/\s+/).length <= 6 && allCapitalised(words) && !/^(?:Reserved|Intentionally|Not used|Omitted|Deleted)/i.test(words)
}

function allCapitalised(words: string): boolean {
  return words.split(/\s+/).every((word) => /^[\p{Lu}\p{N}(&/–—-]/u.test(word) || /^(?:and|or|of|the|for|to|in|on|by|with|a|an|from)$/.test(word))
}

/** One to eight words without a verb, ended by a full stop, colon or dash, before a sentence. */
export function runInHeading(text: string, span: Span): { heading: number; body: number } | undefined {
  const head = text.slice(span.start, Math.min(span.end, span.start + 90))
  const match = /^(\p{Lu}[^.:;!?\n\d"“”|]{1,70}?)(\.(?=["”]?\s)|:(?=\s)|\s[—–-](?=\s))["”]?\s*[—–-]?\s*(?=[\p{Lu}("“‘[])/u.exec(head)
  const words = match?.[1] ?? ''
  if (match === null || words.split(/[\s,]+/).length > 8 || modal.test(words) || finiteVerb.test(words) || notHeading.test(words)) return undefined
  const body = text.slice(span.start + match[0].length, Math.min(span.end, span.start + match[0].length + 400))
  if (match[2] !== '.' && !allCapitalised(words)) return undefined
  if (!modal.test(body) || (match[2] === ':' && !allCapitalised(words))) return undefined
  return { heading: span.start + words.length, body: span.start + match[0].length }
}

const finiteVerb = /\b(?:encrypts?|notif(?:y|ies)|logs (?:all|every|each)|keeps?|retains?|prohibits?|encrypted|retained|kept|logged|tested|denied|refused|rejected|required|permitted|prohibited|excluded|not|never|none|no|cannot|only|every|each|all)\b/i
const notHeading = /^(?:Reserved|Intentionally|Not used|Omitted|Deleted|Note|Guidance|Example|e\.g|No|Yes|If|Where|When|Provided)\b|\b(?:Inc|Ltd|Corp|Co|No|e\.g)$/i
