// Manuscripts to one Contract: the order in which the parts of parse/ do their work. What each of them
// decides is theirs; nothing is judged here.
import type { Contract, CrossReference, DefinedTerm, Provision, Section, Zone } from '../domain/contract.ts'
import type { Manuscript, Note } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'
import { withBody } from './body.ts'
import type { Draft } from './draft.ts'
import { withHidden } from './hidden.ts'
import { withForce } from './inforce.ts'
import { type Item, itemsOf } from './items.ts'
import { withMended } from './mended.ts'
import { outlineOf } from './outline.ts'
import { findParties } from './parties.ts'
import { readProvisions } from './provisions.ts'
import { findReferences } from './references.ts'
import type { Node } from './sequence.ts'
import { findTerms } from './terms.ts'
import { zoneOfHeading } from './zones.ts'

export interface ParseOptions {
  /** Name or alias of the provider, where the user says who it is. */
  readonly provider?: string
  /** Name or alias of the customer. */
  readonly customer?: string
}

/**
 * Reads manuscripts as one agreement. Never throws on odd text: what cannot be understood is a section
 * without a number, or a provision in zone `operative`.
 */
export function parse(manuscripts: readonly Manuscript[], options: ParseOptions = {}): Contract {
  return withMended(understand(manuscripts, options), mended => understand(mended, options))
}

function understand(manuscripts: readonly Manuscript[], options: ParseOptions): Contract {
  const sections: Section[] = []
  const provisions: Provision[] = []
  const documents: Manuscript[] = []
  let paragraphs = 0
  for (const [document, manuscript] of manuscripts.entries()) {
    const draft = draftOf(manuscript, document, sections, provisions, paragraphs)
    readProvisions(draft)
    paragraphs = draft.paragraphs
    documents.push(
      draft.endless.length === 0 ? manuscript : { ...manuscript, incomplete: true, notes: [...manuscript.notes, endless(draft.endless)] },
    )
  }
  const bodied = withBody(manuscripts, provisions)
  const terms: DefinedTerm[] = findTerms(manuscripts, bodied)
  const parties = findParties(manuscripts, bodied, terms, options)
  const references: CrossReference[] = findReferences(manuscripts, sections, bodied)
  const inForce = withForce({ documents, sections, provisions: bodied })
  return { documents, sections, provisions: withHidden(manuscripts, inForce), parties, terms, references }
}

function endless(spans: readonly Span[]): Note {
  const many = spans.length === 1 ? 'A sentence' : `${spans.length} sentences`
  const message = `${many} without end (over 10,000 characters) ${spans.length === 1 ? 'was' : 'were'} not judged.`
  return { code: 'truncated', message, unread: true, ...(spans[0] === undefined ? {} : { span: spans[0] }) }
}

function draftOf(manuscript: Manuscript, document: number, sections: Section[], provisions: Provision[], paragraphs: number): Draft {
  const items = itemsOf(manuscript)
  const outline = outlineOf(manuscript.text, items, sections.length)
  const nodes = new Map(outline.nodes.map(node => [node.id, node]))
  const zones = zonesOf(manuscript.text, outline.nodes)
  for (const section of sectionsOf(document, items, outline.nodes, outline.sectionOf, zones)) sections.push(section)
  return {
    document,
    text: manuscript.text,
    items,
    sectionOf: outline.sectionOf,
    nodes,
    zones,
    provisions,
    leads: new Map(),
    counts: new Map(),
    paragraphs,
    endless: [],
    running: undefined,
  }
}

/** Zones come down from parents: what stands under "Recitals" is recital, under an annex, annex. */
function zonesOf(text: string, nodes: readonly Node[]): Map<number, Zone> {
  const zones = new Map<number, Zone>()
  const numbered = new Set(nodes.filter(node => node.numbering !== undefined).map(node => node.id))
  for (const node of nodes) {
    const above = node.parent === undefined ? undefined : zones.get(node.parent)
    const words = node.heading === undefined ? '' : text.slice(node.heading.start, node.heading.end)
    const named = words === '' ? undefined : zoneOfHeading(words)
    const announced = named === 'preamble' && node.numbering !== undefined ? undefined : named
    const clause = (node.numbering?.parts.length ?? 0) > 1 && !numbered.has(node.parent ?? -1)
    const inherited =
      above === undefined || above === 'title' || ((above === 'recital' || above === 'preamble') && clause) ? 'operative' : above
    const own =
      announced ?? (node.title ? 'title' : node.annex && (inherited === 'operative' || node.parent === undefined) ? 'annex' : inherited)
    zones.set(node.id, above === 'form' || above === 'contents' ? above : own)
  }
  return zones
}

/** Sections with the span of all that they hold. */
function sectionsOf(
  document: number,
  items: readonly Item[],
  nodes: readonly Node[],
  sectionOf: readonly number[],
  zones: ReadonlyMap<number, Zone>,
): Section[] {
  const first = nodes[0]?.id ?? 0
  const ends = nodes.map(node => items[node.item]?.block.span.end ?? 0)
  for (const [index, section] of sectionOf.entries()) {
    const end = items[index]?.block.span.end ?? 0
    ends[section - first] = Math.max(ends[section - first] ?? 0, end)
  }
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const parent = nodes[index]?.parent
    if (parent !== undefined) ends[parent - first] = Math.max(ends[parent - first] ?? 0, ends[index] ?? 0)
  }
  return nodes.map((node, index) => ({
    id: node.id,
    document,
    number: node.number,
    zone: zones.get(node.id) ?? 'operative',
    depth: node.depth,
    span: { start: items[node.item]?.block.span.start ?? 0, end: ends[index] ?? 0 },
    ...(node.heading === undefined ? {} : { heading: node.heading }),
    ...(node.parent === undefined ? {} : { parent: node.parent }),
  }))
}
