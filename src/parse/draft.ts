// The contract while it is being built: one document's items, outline and zones, and the provisions made so
// far. Only the functions of parse/ touch it; what leaves the folder is read-only.
import type { Provision, Zone } from '../domain/contract.ts'
import type { Span } from '../domain/span.ts'
import type { Item } from './items.ts'
import type { Node } from './sequence.ts'

/** Words left open by a block ("The Provider shall:") for the limbs below it. */
export interface Lead {
  readonly leadIns: readonly Span[]
  readonly paragraph: number
  readonly zone: Zone
  /** Nested bullets that are open in turn. */
  readonly bullets: { level: number; leadIns: readonly Span[] }[]
}

/** Reading on from block to block within one document. */
export interface Draft {
  readonly document: number
  readonly text: string
  readonly items: readonly Item[]
  readonly sectionOf: readonly number[]
  readonly nodes: ReadonlyMap<number, Node>
  readonly zones: ReadonlyMap<number, Zone>
  readonly provisions: Provision[]
  /** By section: what it has left open. */
  readonly leads: Map<number, Lead>
  /** How many provisions each paragraph has. */
  readonly counts: Map<number, number>
  paragraphs: number
  /** Sentences that are too long to be read. */
  readonly endless: Span[]
  /** Preamble, recitals and signatures run on over paragraphs until something ends them. */
  running: Zone | undefined
}

export interface Drafted {
  readonly span: Span
  readonly section: number
  readonly zone: Zone
  readonly leadIns: readonly Span[]
  readonly paragraph: number
  readonly columns?: readonly Span[] | undefined
  readonly cells?: readonly Span[] | undefined
  readonly closing?: Span | undefined
}

/** Characters of a sentence with its lead-ins: five times what drafters write; the time to read one grows faster than its length. */
const longest = 10_000

/** Adds a provision; its order is that of its paragraph. One without end is not read, and that is noted. */
export function add(draft: Draft, made: Drafted): void {
  if (made.span.end <= made.span.start) return
  if ([made.span, ...made.leadIns].reduce((sum, { start, end }) => sum + end - start, 0) > longest) {
    draft.endless.push(made.span)
    return
  }
  const order = draft.counts.get(made.paragraph) ?? 0
  draft.counts.set(made.paragraph, order + 1)
  const { span, section, zone, leadIns, paragraph, columns, cells, closing } = made
  draft.provisions.push({
    id: draft.provisions.length,
    document: draft.document,
    section,
    zone,
    span,
    leadIns,
    order,
    paragraph,
    ...(closing === undefined ? {} : { closing }),
    ...(columns === undefined ? {} : { columns }),
    ...(cells === undefined ? {} : { cells }),
  })
}

/** A number for a new paragraph or list. */
export function newParagraph(draft: Draft): number {
  draft.paragraphs += 1
  return draft.paragraphs - 1
}
