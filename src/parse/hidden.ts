// Words that a person looking at the page does not see never bind, nor do words that address a machine or are in another
// language: what leans on them is put in a zone of its own.
import { type Provision, provisionSpans } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import { firstEndingAfter, type Span } from '../domain/span.ts'

/** The provisions with those that hold hidden words, be it one or in a column's name, in zone `hidden`. */
export function withHidden(documents: readonly Manuscript[], provisions: readonly Provision[]): Provision[] {
  const hidden = documents.map(hiddenIn)
  if (hidden.every(spans => spans.length === 0)) return [...provisions]
  return provisions.map(p => (touches(p, hidden[p.document] ?? []) ? { ...p, zone: 'hidden' as const } : p))
}

/** The hidden spans of a document, by where they start, those that overlap made one: so a search can halve. */
function hiddenIn(document: Manuscript): Span[] {
  const unseen = document.blocks.flatMap(block => (block.hidden ?? []).map(one => one.span))
  const disregarded = document.notes.flatMap(note => (note.disregarded && note.span !== undefined ? [note.span] : []))
  const spans = [...unseen, ...disregarded].filter(span => span.end > span.start)
  const joined: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last === undefined || span.start > last.end) joined.push(span)
    else if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end }
  }
  return joined
}

function touches(provision: Provision, hidden: readonly Span[]): boolean {
  return [...provisionSpans(provision), ...(provision.columns ?? [])].some(span => holdsHidden(span, hidden))
}

function holdsHidden(span: Span, hidden: readonly Span[]): boolean {
  return (firstEndingAfter(hidden, span.start, h => h.end)?.start ?? Number.POSITIVE_INFINITY) < span.end
}
