// A contract as understood: sections with numbers and zones, provisions, parties, defined terms and
// cross-references, over one or more manuscripts that are read as one agreement.
import type { Manuscript } from './manuscript.ts'
import type { Misspelling } from './misspelling.ts'
import type { Place, Span } from './span.ts'

export interface Contract {
  readonly documents: readonly Manuscript[]
  /** All documents' sections, in reading order; `Section.id` is the index here. */
  readonly sections: readonly Section[]
  /** In reading order; `Provision.id` is the index here. */
  readonly provisions: readonly Provision[]
  readonly parties: readonly Party[]
  readonly terms: readonly DefinedTerm[]
  readonly references: readonly CrossReference[]
  /** Words that seem misspelt or damaged, where there are such: what they were meant for may change what is promised. */
  readonly misspellings?: readonly (Misspelling & Place)[]
  /** The contract as it reads with these put right, in each way that is likely. */
  readonly mended?: readonly Contract[]
}

/** What part of an agreement a section is; only `operative` and `annex` text binds. */
export type Zone =
  | 'title'
  | 'preamble' // the parties, before the first clause
  | 'recital'
  | 'definition'
  | 'operative'
  | 'annex'
  | 'contents' // table of contents, index of definitions
  | 'signature'
  | 'drafting-note' // "[NTD: ...]", guidance, examples
  | 'omitted' // "Reserved", "Intentionally omitted"
  | 'form' // "Form of ..." exhibits
  | 'hidden' // words that a person looking at the page does not see

export interface Section {
  readonly id: number
  readonly document: number
  /** Full number as one cites it: "4.1", "4.1(a)(ii)", "Annex B 3"; empty where there is none. */
  readonly number: string
  /** The heading's words without the number; absent where there is none. */
  readonly heading?: Span
  readonly zone: Zone
  readonly parent?: number
  /** Depth, 0 for the outermost. */
  readonly depth: number
  /** The section with all that it holds. */
  readonly span: Span
}

/** One sentence, list limb or table row with the words that it leans on. */
export interface Provision {
  readonly id: number
  readonly document: number
  readonly section: number
  readonly zone: Zone
  /** The sentence, limb or row itself. */
  readonly span: Span
  /** Words that govern it, outermost first: "The Provider shall not:", then "(a) in respect of the Models:". */
  readonly leadIns: readonly Span[]
  /** Words after a list that close its sentence and so govern every limb. */
  readonly closing?: Span
  /** Rows only: header cells, one for each cell of the row (same length), where the table has a header. */
  readonly columns?: readonly Span[]
  readonly cells?: readonly Span[]
  /** Index of the sentence within its paragraph, from 0; limbs and rows count on. */
  readonly order: number
  /** Provisions of one paragraph, or of one list with its lead-in, share this number. */
  readonly paragraph: number
  /** Words of it, or of its lead-ins, that other provisions put others in the place of; by their place. */
  readonly amendments?: readonly Amendment[]
  /** Of a row: what a column of its table says of how far it binds, where that is less than its words say. */
  readonly status?: Status
}

/** "Desirable", "Partially compliant", "Declined" in the column of a table that says how its rows bind. */
export interface Status {
  /** A goal, in part, or refused. */
  readonly force: 'soft' | 'part' | 'refused'
  /** The cell. */
  readonly words: Span
}

/** "In clause 8.4, "12 months" is replaced by "30 days"": which words are in force. */
export interface Amendment {
  /** The words put out of force, in the document of the provision; an empty span where words are added. */
  readonly old: Span
  /** The words in force in their place; absent where none take it. */
  readonly words?: Place
  /** Id of the provision that says so. */
  readonly by: number
}

export type Role = 'provider' | 'customer'

export interface Party {
  readonly role: Role
  /** The name the contract gives ("Quillhaven Systems, Inc."), where it gives one. */
  readonly name?: string
  /** Every way the contract speaks of it, as written: "Provider", "the University", "Acme", "we". */
  readonly aliases: readonly string[]
  /** Where it is introduced; absent where it was inferred from use alone. */
  readonly place?: Place
}

export interface DefinedTerm {
  /** As written, without quotes: "Reserved Assets". */
  readonly term: string
  readonly place: Place
  /** The words that say what it means; empty span where the definition could not be found. */
  readonly meaning: Place
}

export interface CrossReference {
  /** The words: "Section 9.5", "Annex B", "paragraph (a) above". */
  readonly place: Place
  /** The section it leads to; absent where there is none: a document that is not there. */
  readonly target?: number
  /** "annex" also covers exhibits, schedules, appendices; "document" a policy or URL outside. */
  readonly kind: 'section' | 'annex' | 'document'
}

/** The words of a provision in order: lead-ins, then its own, then the closing words. */
export function provisionSpans(provision: Provision): Span[] {
  const closing = provision.closing === undefined ? [] : [provision.closing]
  return [...provision.leadIns, provision.span, ...closing]
}

/** The innermost section at an offset of a document. */
export function sectionAt({ sections }: Contract, document: number, at: number): Section | undefined {
  return sections.findLast(section => section.document === document && section.span.start <= at && at < section.span.end)
}

/** Index of the first of references, in order of their places, that starts at or after an offset; by halving. */
export function firstFrom(references: readonly CrossReference[], offset: number): number {
  let low = 0
  let high = references.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((references[middle]?.place.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
