// A contract as it was understood, as JSON in the shape that reading.schema.json fixes: outline, parties, defined terms,
// cross-references with where they lead, annexes, and the ledger of each document. The text for people is in outline.ts.
import { annexesOf } from '../domain/annexes.ts'
import { type Contract, type CrossReference, type Section, sectionAt } from '../domain/contract.ts'
import { pageAt } from '../domain/manuscript.ts'
import type { DocumentSummary } from '../domain/report.ts'
import { type Place, slice } from '../domain/span.ts'

/** A contract with what is said of each of its documents. */
export interface Reading {
  readonly version: string
  readonly contract: Contract
  readonly documents: readonly DocumentSummary[]
}

/** JSON with a final line feed. */
export function readingJson({ version, contract, documents }: Reading): string {
  const { parties, sections, terms, references } = contract
  const reading = {
    version,
    documents,
    parties: parties.map(({ role, name, aliases, place }) => ({
      role,
      name: name ?? null,
      aliases,
      place: place === undefined ? null : placeJson(contract, place),
    })),
    sections: sections.map(section => sectionJson(contract, section)),
    terms: terms.map(({ term, place, meaning }) => ({
      term,
      place: placeJson(contract, place),
      meaning: meaning.end > meaning.start ? placeJson(contract, meaning) : null,
    })),
    references: references.map(reference => referenceJson(contract, reference)),
    annexes: annexesOf(contract).map(({ name, section, named }) => ({
      name,
      there: section !== undefined,
      section: section ?? null,
      named: named.map(place => placeJson(contract, place)),
    })),
  }
  return `${JSON.stringify(reading, undefined, 2)}\n`
}

/** The words at a place, with how one cites it. */
export function placeJson(contract: Contract, place: Place) {
  const { document, start, end } = place
  const manuscript = contract.documents[document]
  const page = manuscript === undefined ? undefined : pageAt(manuscript, start)
  const quote = manuscript === undefined ? '' : slice(manuscript.text, place)
  return { quote, document, section: sectionAt(contract, document, start)?.number ?? '', page: page ?? null, start, end }
}

/** Where a reference leads: to a section, nowhere, or to a document that was not given. */
export function leads({ kind, target }: CrossReference): 'section' | 'nowhere' | 'outside' {
  if (target !== undefined) return 'section'
  return kind === 'document' ? 'outside' : 'nowhere'
}

function sectionJson(contract: Contract, { id, document, number, heading, zone, depth, parent, span }: Section): object {
  const manuscript = contract.documents[document]
  return {
    id,
    document,
    number,
    heading: heading === undefined || manuscript === undefined ? null : slice(manuscript.text, heading),
    zone,
    depth,
    parent: parent ?? null,
    page: (manuscript === undefined ? undefined : pageAt(manuscript, span.start)) ?? null,
    start: span.start,
    end: span.end,
  }
}

function referenceJson(contract: Contract, reference: CrossReference): object {
  const { kind, place, target } = reference
  return { kind, leads: leads(reference), section: target ?? null, place: placeJson(contract, place) }
}
