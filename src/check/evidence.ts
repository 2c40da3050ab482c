// Passages as one cites them: exact words, clause number, page. Offsets only; no text is made here.
import type { Contract, Provision } from '../domain/contract.ts'
import type { Passage } from '../domain/finding.ts'
import { pageAt } from '../domain/manuscript.ts'

/** The words of a provision, with their place. */
export function passageOf(contract: Contract, provision: Provision): Passage {
  const document = contract.documents[provision.document]
  const { start, end } = provision.span
  const page = document === undefined ? undefined : pageAt(document, start)
  const label = page === undefined ? undefined : document?.pages[page - 1]?.label
  return {
    document: provision.document,
    start,
    end,
    quote: document?.text.slice(start, end) ?? '',
    section: contract.sections[provision.section]?.number ?? '',
    ...(page === undefined ? {} : { page }),
    ...(label === undefined ? {} : { label }),
  }
}
