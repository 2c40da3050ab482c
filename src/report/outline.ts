// A contract as it was understood, for people: parties, sections with numbers and zones, defined terms,
// references that lead nowhere, and what was not read.
import type { Contract, CrossReference, DefinedTerm, Section } from '../domain/contract.ts'
import { type Place, slice } from '../domain/span.ts'
import { flowing } from './escape.ts'
import { paragraph, shortened } from './layout.ts'
import { count, formatNames, quoted, sentence } from './wording.ts'

/** Lines for a terminal, 80 columns, with a final line feed. */
export function outlineOf(contract: Contract): string {
  const { documents, parties, sections, terms, references } = contract
  const lost = references.filter(({ target }) => target === undefined)
  const parts: string[][] = [
    documents.flatMap(({ name, format, text, pages, notes }) => [
      ...paragraph(
        `${flowing(name)}: ${formatNames[format]}, ${count(text.length)} characters${pages.length === 0 ? '' : `, ${pages.length} pages`}`,
      ),
      ...notes.flatMap(note => paragraph(flowing(note.message), '  Note: ')),
    ]),
    list(
      'Parties',
      parties,
      ({ role, name, aliases }) => `${sentence(role)}: ${[name, ...aliases.map(quoted)].filter(Boolean).join(', ')}`,
    ),
    ['Outline', ...sections.flatMap(section => sectionLines(section, contract))],
    list('Defined terms', terms, term => termLine(term, contract)),
    list('References to what is not there', lost, reference => referenceLine(reference, contract)),
  ]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function list<T>(title: string, items: readonly T[], words: (item: T) => string): string[] {
  return items.length === 0 ? [] : [title, ...items.flatMap(item => paragraph(flowing(words(item)), '  ', '    '))]
}

/** One line for each numbered or headed section: number, heading or first words, zone unless it is operative. */
function sectionLines(section: Section, contract: Contract): string[] {
  const { number, heading, zone, depth, document, span } = section
  const text = contract.documents[document]?.text ?? ''
  const start = flowing(text.slice(span.start, Math.min(span.end, span.start + 200)))
  const words = heading === undefined ? start.slice(0, 50) : flowing(slice(text, heading))
  const label = [number === '' ? '-' : number, words, zone === 'operative' ? '' : `[${zone}]`].filter(Boolean).join(' ')
  const indent = ' '.repeat(2 + Math.min(depth, 8) * 2)
  return paragraph(label, indent, `${indent}  `)
}

function termLine({ term, meaning }: DefinedTerm, contract: Contract): string {
  return `${quoted(term)}: ${shortened(words(meaning, contract), 120) || 'meaning not found'}`
}

function referenceLine({ place, kind }: CrossReference, contract: Contract): string {
  return `${quoted(words(place, contract))} (${kind})`
}

function words(place: Place, { documents }: Contract): string {
  return flowing(slice(documents[place.document]?.text ?? '', place))
}
