// Words that a person looking at the page does not see never bind: what leans on them is put in a zone of its own.
import { type Provision, provisionSpans } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import { overlaps, type Span } from '../domain/span.ts'

/** The provisions with those that hold hidden words, be it one, in zone `hidden`. */
export function withHidden(documents: readonly Manuscript[], provisions: readonly Provision[]): Provision[] {
  const hidden = documents.map(d => d.blocks.flatMap(b => (b.hidden ?? []).map(h => h.span)))
  if (hidden.every(spans => spans.length === 0)) return [...provisions]
  return provisions.map(p => (touches(p, hidden[p.document] ?? []) ? { ...p, zone: 'hidden' as const } : p))
}

function touches(provision: Provision, hidden: readonly Span[]): boolean {
  return hidden.length > 0 && provisionSpans(provision).some(span => hidden.some(h => overlaps(span, h)))
}
