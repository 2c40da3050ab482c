// What a duty leans on and is not there: a document that was never attached, an annex that is still to be written.
import type { Contract, CrossReference } from '../domain/contract.ts'
import { firstFrom } from '../domain/contract.ts'
import type { Block } from '../domain/manuscript.ts'
import { type Span, slice } from '../domain/span.ts'
import { findBlanks } from '../language/blanks.ts'

/** The references within a span of a document that lead to nothing of use. */
export type Absent = (document: number, span: Span) => readonly CrossReference[]

/** References to documents that are not there. */
export function missingReader(contract: Contract): Absent {
  return readerOf(contract, r => r.target === undefined && r.kind !== 'section')
}

/** References to parts that say nothing but what is still to be put in: "Exhibit C: [to be agreed]". */
export function emptyReader(contract: Contract): Absent {
  const known = new Map<number, boolean>()
  return readerOf(contract, ({ target }) => {
    if (target === undefined) return false
    const empty = known.get(target) ?? isEmpty(contract, target)
    known.set(target, empty)
    return empty
  })
}

/** With more words than this beside its blanks a part says something; in letters. */
const fewLetters = 24
/** No longer part is looked through; in characters. */
const longest = 2000

function isEmpty({ documents, sections }: Contract, target: number): boolean {
  const section = sections[target]
  if (section === undefined || section.span.end - section.span.start > longest) return false
  const text = documents[section.document]?.text ?? ''
  const body = { start: section.heading?.end ?? section.span.start, end: section.span.end }
  const headings = sections.flatMap(({ parent, heading, document }) =>
    parent === target && document === section.document && heading !== undefined ? [heading] : [],
  )
  const blanks = findBlanks(text, body)
  if (blanks.length === 0) return false
  const rest = [...openRows(documents[section.document]?.blocks ?? [], text, body), ...blanks, ...headings].reduce(
    (words, span) => words.replace(slice(text, span), ''),
    slice(text, body),
  )
  return (rest.match(/\p{L}/gu)?.length ?? 0) <= fewLetters
}

/** The rows of tables of which every row has a cell still to be filled in: "Rotterdam data centre | [insert]". */
function openRows(blocks: readonly Block[], text: string, { start, end }: Span): readonly Span[] {
  const rows = blocks.filter(({ kind, span }) => kind === 'row' && start <= span.start && span.end <= end)
  const open = rows.filter(({ span }) => findBlanks(text, span).length > 0)
  return open.length > 0 && open.length >= rows.length - 1 ? rows.map(({ span }) => span) : []
}

function readerOf({ documents, references }: Contract, isAbsent: (reference: CrossReference) => boolean): Absent {
  const absent = references.filter(isAbsent).sort((a, b) => a.place.start - b.place.start)
  const byDocument = documents.map((_, document) => absent.filter(r => r.place.document === document))
  return (document, { start, end }) => {
    const all = byDocument[document] ?? []
    const first = firstFrom(all, start)
    let next = first
    while (next < all.length && (all[next]?.place.start ?? 0) < end) next++
    return all.slice(first, next).filter(r => r.place.end <= end)
  }
}
