// Passages as one cites them: exact words, clause number, page. Offsets only; no text is made here.
import type { Contract, Provision } from '../domain/contract.ts'
import type { Passage } from '../domain/finding.ts'
import type { Block } from '../domain/manuscript.ts'

/** The words of a provision, with their place. */
export function passageOf(contract: Contract, provision: Provision): Passage {
  const document = contract.documents[provision.document]
  const { start, end } = provision.span
  const page = document === undefined ? undefined : pageAt(document.blocks, start)
  return {
    document: provision.document,
    start,
    end,
    quote: document?.text.slice(start, end) ?? '',
    section: contract.sections[provision.section]?.number ?? '',
    ...(page === undefined ? {} : { page }),
  }
}

function pageAt(blocks: readonly Block[], at: number): number | undefined {
  const block = blocks.find(b => b.span.start <= at && at < b.span.end)
  const later = block?.pageBreaks?.filter(b => b.at <= at).at(-1)
  return later?.page ?? block?.page
}
