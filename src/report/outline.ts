// A contract as it was understood, for people to compare with the paper: parties, outline with zones, defined terms,
// cross-references and where they lead, annexes, and the ledger of what was read. 80 columns, plain characters.
import { type Annex, annexesOf } from '../domain/annexes.ts'
import { type Contract, type CrossReference, type DefinedTerm, type Party, type Section, sectionAt } from '../domain/contract.ts'
import { readLabel } from '../domain/label.ts'
import { pageAt } from '../domain/manuscript.ts'
import { type Place, type Span, slice } from '../domain/span.ts'
import { flowing } from './escape.ts'
import { field, partyWords } from './head.ts'
import { pageWidth, paragraph, shortened } from './layout.ts'
import { extentWords, ledgerLines, notesToTell, noteWords } from './ledger.ts'
import { leads, type Reading } from './reading.ts'
import { amount, count, placeWords, quoted, sentence } from './wording.ts'

const longestMeaning = 120
const mostPlaces = 4
const openingLength = 50

/** All lines, with a final line feed. */
export function outlineOf({ contract, documents }: Reading): string {
  const { parties, sections, terms, references } = contract
  const lost = references.filter(reference => leads(reference) === 'nowhere')
  const parts: string[][] = [
    ['CONTRACT AS UNDERSTOOD', '='.repeat(pageWidth)],
    documents.flatMap(document => [
      ...field('Contract', document.name),
      ...field('', extentWords(document)),
      ...ledgerLines(document).flatMap(([name, words]) => field(name, words)),
      ...notesToTell(document).flatMap(note => field('Note', noteWords(note))),
    ]),
    ['PARTIES', ...(['provider', 'customer'] as const).flatMap(role => partyLines(role, parties, contract))],
    [`OUTLINE: ${amount(sections.length, 'SECTION', 'SECTIONS')}`, ...sections.flatMap(section => sectionLines(section, contract))],
    list('DEFINED TERMS', terms, term => termWords(term, contract)),
    list('ANNEXES', annexesOf(contract), annex => annexWords(annex, contract)),
    list(`CROSS-REFERENCES, ${count(lost.length)} OF WHICH ${lost.length === 1 ? 'LEADS' : 'LEAD'} NOWHERE`, references, reference =>
      referenceWords(reference, contract),
    ),
  ]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function list<T>(title: string, items: readonly T[], words: (item: T) => string): string[] {
  if (items.length === 0) return []
  const [name, ...rest] = title.split(',')
  const heading = [`${name}: ${count(items.length)}`, ...rest].join(',')
  return [heading, ...items.flatMap(item => paragraph(flowing(words(item)), '  ', '      '))]
}

function partyLines(role: Party['role'], parties: readonly Party[], contract: Contract): string[] {
  const place = parties.find(party => party.role === role)?.place
  const cited = place === undefined ? '' : cite(place, contract)
  return paragraph(flowing(`${sentence(role)}: ${partyWords(role, parties)}${cited === '' ? '' : ` (${cited})`}`), '  ', '      ')
}

/** One line for each section: number, heading or first words, page, and the zone unless it is operative. */
function sectionLines(section: Section, contract: Contract): string[] {
  const { number, heading, zone, depth, document, span } = section
  const manuscript = contract.documents[document]
  const text = manuscript?.text ?? ''
  const words = heading === undefined ? opening(text, span) : flowing(slice(text, heading))
  const page = manuscript === undefined ? undefined : pageAt(manuscript, span.start)
  const tail = [zone === 'operative' ? '' : `[${zone}]`, page === undefined ? '' : `p. ${page}`].filter(Boolean).join(' ')
  const indent = ' '.repeat(2 + Math.min(depth, 8) * 2)
  return paragraph([number === '' ? '-' : number, words, tail].filter(Boolean).join(' '), indent, `${indent}  `)
}

/** First words of a section without a heading, after its number. */
function opening(text: string, { start, end }: Span): string {
  const words = flowing(text.slice(start, Math.min(end, start + 4 * openingLength)))
  const line = words.slice(readLabel(words)?.length ?? 0)
  if (line.length <= openingLength) return line
  return `${line.slice(0, openingLength).replace(/\s\S*$/, '')} ...`
}

function termWords({ term, place, meaning }: DefinedTerm, contract: Contract): string {
  const cited = cite(place, contract)
  const says = shortened(wordsAt(meaning, contract), longestMeaning) || 'meaning not found'
  return `${quoted(term)}${cited === '' ? '' : ` (${cited})`}: ${says}`
}

function annexWords({ name, section, named }: Annex, contract: Contract): string {
  const places = [...new Set(named.map(place => cite(place, contract)))].filter(Boolean)
  const more = places.length > mostPlaces ? ' and others' : ''
  const where = named.length === 0 ? 'named nowhere' : `named in ${places.slice(0, mostPlaces).join('; ') || 'the text'}${more}`
  const there = section === undefined ? 'NOT THERE' : `there${pageOf(section, contract)}`
  return `${name}: ${there}, ${where}`
}

function pageOf(section: number, { sections, documents }: Contract): string {
  const found = sections[section]
  const manuscript = documents[found?.document ?? -1]
  const page = found === undefined || manuscript === undefined ? undefined : pageAt(manuscript, found.span.start)
  return page === undefined ? '' : ` on page ${page}`
}

function referenceWords(reference: CrossReference, contract: Contract): string {
  const cited = cite(reference.place, contract)
  return `${cited === '' ? '' : `${cited}: `}${quoted(wordsAt(reference.place, contract))} ${targetWords(reference, contract)}`
}

function targetWords(reference: CrossReference, { sections, documents }: Contract): string {
  if (leads(reference) === 'nowhere') return 'LEADS NOWHERE'
  const target = sections[reference.target ?? -1]
  if (target === undefined) return 'is a document that was not given'
  const text = documents[target.document]?.text ?? ''
  const words = target.heading === undefined ? opening(text, target.span) : flowing(slice(text, target.heading))
  return `leads to ${[target.number, words].filter(Boolean).join(' ')}`
}

function cite(place: Place, contract: Contract): string {
  const manuscript = contract.documents[place.document]
  const page = manuscript === undefined ? undefined : pageAt(manuscript, place.start)
  const label = page === undefined ? undefined : manuscript?.pages[page - 1]?.label
  const section = sectionAt(contract, place.document, place.start)?.number ?? ''
  return placeWords({ section, ...(page === undefined ? {} : { page }), ...(label === undefined ? {} : { label }) })
}

function wordsAt(place: Place, { documents }: Contract): string {
  return flowing(slice(documents[place.document]?.text ?? '', place))
}
