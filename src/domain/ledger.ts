// The ledger: what was read of a document and what was not, counted and placed. Every report carries it. It is made
// from what the readers noted down; nothing is judged here, and wording is the reporters' business.
import { type Contract, sectionAt } from './contract.ts'
import { type BlockKind, isByOcr, type Manuscript, type Note, pageAt } from './manuscript.ts'

/** What was read of one document. */
export interface Ledger {
  /** Parts of the file that hold words, and which of them were not read; absent where the format has no parts. */
  readonly parts?: { readonly read: number; readonly of: number; readonly unread: readonly string[] }
  /** Blocks of each kind, those that do not occur left out. */
  readonly kinds: Readonly<Partial<Record<BlockKind, number>>>
  /** Read, and never evidence: blocks, stretches of hidden words, and provisions that are notes to those who draft. */
  readonly leftOut: { readonly comments: number; readonly headers: number; readonly hidden: number; readonly draftingNotes: number }
  /** Parts in another language than English, which were not judged. */
  readonly languages: readonly ForeignPart[]
  /** Attachments and embedded files, which are not opened. */
  readonly unopened: readonly string[]
  /** Pages that were read by OCR, here or by whoever made the file; absent where there are none. */
  readonly byOcr?: number
  /** Pictures, whose words, if they show any, were not read. */
  readonly pictures: number
  /** Tracked changes, and which side of them was read. */
  readonly changes?: { readonly view: 'final' | 'original'; readonly count: number; readonly authors: readonly string[] }
}

export interface ForeignPart {
  readonly language: string
  /** Number of the section where it begins; empty where that has none. */
  readonly section: string
  readonly characters: number
  readonly page?: number
}

/** A note with the clause that it belongs to. */
export interface PlacedNote extends Note {
  readonly section?: string
}

/** The ledger of one document of a contract. */
export function ledgerOf(contract: Contract, document: number): Ledger {
  const manuscript = contract.documents[document]
  if (manuscript === undefined) throw new RangeError(`no document ${document}`)
  const { blocks, pages, parts = [] } = manuscript
  const texts = parts.filter(({ kind }) => kind === 'text')
  const unread = texts.filter(({ read }) => !read).map(({ name }) => name)
  const draftingNotes = contract.provisions.filter(one => one.document === document && one.zone === 'drafting-note').length
  const kinds = countKinds(manuscript)
  const changes = changesOf(manuscript)
  const byOcr = pages.filter(isByOcr).length
  return {
    ...(texts.length === 0 ? {} : { parts: { read: texts.length - unread.length, of: texts.length, unread } }),
    kinds,
    leftOut: {
      comments: kinds.comment ?? 0,
      headers: kinds.header ?? 0,
      hidden: blocks.reduce((sum, { hidden = [] }) => sum + hidden.length, 0),
      draftingNotes,
    },
    languages: languagesOf(contract, document, manuscript),
    unopened: parts.filter(({ kind, read }) => kind === 'attachment' && !read).map(({ name }) => name),
    ...(byOcr === 0 ? {} : { byOcr }),
    pictures: parts.filter(({ kind }) => kind === 'picture').length,
    ...(changes === undefined ? {} : { changes }),
  }
}

/** The notes of a document, each with the section of its span and the page, where they can be told. */
export function placedNotes(contract: Contract, document: number): PlacedNote[] {
  const manuscript = contract.documents[document]
  return (manuscript?.notes ?? []).map(note => {
    if (note.span === undefined || manuscript === undefined) return note
    const number = sectionAt(contract, document, note.span.start)?.number ?? ''
    const page = note.page ?? pageAt(manuscript, note.span.start)
    return { ...note, ...(page === undefined ? {} : { page }), ...(number === '' ? {} : { section: number }) }
  })
}

function countKinds({ blocks }: Manuscript): Partial<Record<BlockKind, number>> {
  const kinds: Partial<Record<BlockKind, number>> = {}
  for (const { kind } of blocks) kinds[kind] = (kinds[kind] ?? 0) + 1
  return kinds
}

function languagesOf(contract: Contract, document: number, manuscript: Manuscript): ForeignPart[] {
  return manuscript.notes.flatMap(({ language, span }) => {
    if (language === undefined || span === undefined) return []
    const page = pageAt(manuscript, span.start)
    const section = sectionAt(contract, document, span.start)?.number ?? ''
    return [{ language, section, characters: span.end - span.start, ...(page === undefined ? {} : { page }) }]
  })
}

function changesOf({ blocks, view }: Manuscript): Ledger['changes'] | undefined {
  const revisions = blocks.flatMap(block => block.revisions ?? []).filter(({ struck }) => struck !== true)
  if (view === undefined || revisions.length === 0) return undefined
  const authors = [...new Set(revisions.map(({ author }) => author))].filter(author => author !== '').sort()
  return { view, count: revisions.length, authors }
}
