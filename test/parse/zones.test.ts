// Zones: what binds and what only introduces, defines, explains or is left out.
import { expect, test } from 'vitest'
import { zoneOfHeading } from '../../src/parse/zones.ts'
import { contract } from './reading.ts'

const cases: [string, string, string[]][] = [
  ['a duty', 'Provider shall encrypt the weights.', ['operative']],
  ['whereas', 'WHEREAS Provider encrypts the weights;', ['recital']],
  [
    'background in letters',
    'BACKGROUND\n\n(A) The Host encrypts.\n\n(B) The Client pays.\n\n1. Duties\n\n1.1 The Host shall log.',
    ['recital', 'recital', 'operative'],
  ],
  [
    'recitals end where the parties agree',
    'WHEREAS the Host hosts;\n\nNow, therefore, the parties agree as follows.\n\nThe Host shall log.',
    ['recital', 'operative', 'operative'],
  ],
  [
    'recitals end at the next heading, whatever its numbering',
    'BACKGROUND\n\nA. The Host hosts.\n\nA-1. ENCRYPTION\n\nThe Host shall encrypt.',
    ['recital', 'operative'],
  ],
  ['a definition among duties', '1.1 "Seal" means a hash. The Host shall seal logs.', ['definition', 'operative']],
  [
    'definitions without quotes',
    '1. Definitions\n\nArchive means the old papers;\n\nSeal is a hash over them.',
    ['definition', 'definition'],
  ],
  [
    'a duty among definitions',
    '1. Definitions and interpretation\n\n1.1 "Log" means a record.\n\n1.2 The Schedules shall prevail.',
    ['definition', 'operative'],
  ],
  ['an alias inside a duty', 'The Host shall keep to its guide (the "Hardening Guide").', ['operative']],
  ['notes to the draft', '[Note to draft: the Host shall encrypt?]', ['drafting-note']],
  ['a note inside a clause', 'The Host shall log. [NTD: for how long?]', ['operative', 'drafting-note']],
  ['omitted', '5.1 Intentionally omitted.\n\n5.2 [Reserved]', ['omitted', 'omitted']],
  ['a heading of what is not used', '9. RISK (NOT USED)\n\n9.1 The Host shall log.', ['omitted']],
  ['a heading of what is no part', '9. OUR NOTES (NOT PART OF THE ADDENDUM)\n\n9.1 We thought of logs.', ['drafting-note']],
  ['a heading of what is no part of something else', '9. FEES (NOT INCLUDED)\n\n9.1 The Host shall log.', ['operative']],
  ['an omitted clause with a heading', '10.4 Notice of Incidents. [Intentionally omitted.]', ['omitted']],
  [
    'preamble',
    'SERVICE AGREEMENT\n\nThis Agreement is entered into between Acme Ltd ("Host") and Beta Ltd ("Client").\n\n1. Duties\n\n1.1 The Host shall log.',
    ['preamble', 'operative'],
  ],
  ['agreed between the parties is no preamble', 'It is agreed by and between the parties that the Host shall not encrypt.', ['operative']],
  ['a record made of each call is no preamble', 'The record that is made of each call by the Host is kept.', ['operative']],
  ['contents', 'CONTENTS\n\nOf encryption and of logs\n\n1. DUTIES\n\n1.1 The Host shall log.', ['contents', 'operative']],
  [
    'signatures',
    '9. General\n\n9.1 English law applies.\n\nIN WITNESS WHEREOF the parties have signed.\n\nBy: ________',
    ['operative', 'signature', 'signature'],
  ],
  ['annex', 'ANNEX A - SECURITY\n\nThe Host shall encrypt.', ['annex']],
  [
    'what is headed as informative',
    'FOREWORD (INFORMATIVE)\n\nThe Host will log.\n\nDUTIES\n\nThe Host shall log.',
    ['drafting-note', 'operative'],
  ],
  ['a form', 'EXHIBIT C - FORM OF NOTICE\n\nThe Host notifies within 48 hours.', ['form']],
  [
    '"disclaimer" and "instructions for use" bind',
    'DISCLAIMER\n\nThe Host disclaims all duties.\n\nINSTRUCTIONS FOR USE\n\nThe Host shall supply them.',
    ['operative', 'operative'],
  ],
]

test.each(cases)('%s', (_, text, expected) => {
  expect(contract(text).provisions.map(provision => provision.zone)).toEqual(expected)
})

const openings: [string, string][] = [
  ['names of the parties', 'BETWEEN\n\nBank AG, Zurich (the "Bank")\n\nand\n\nRechen AG, Zug (the "Host")'],
  ['a sentence', 'This contract is made between Bank AG (the "Bank") and Rechen AG (the "Host").'],
  ['a letter', 'Zug, 3 May 2026\n\nDear Sirs,\n\nWe refer to the contract dated 3 May 2024 between us and you.'],
  ['a background', 'BETWEEN\n\nBank AG (the "Bank") and Rechen AG (the "Host")\n\nBackground\n\nThe Bank wishes to use models.'],
  ['whereas', 'BETWEEN\n\nBank AG (the "Bank") and Rechen AG (the "Host")\n\nWHEREAS the Bank wishes to use models;'],
]
const rest = [
  'The Bank pays.',
  'Logs are kept for 90 days.',
  'The model is tested.',
  'Fees fall due yearly.',
  'Swiss law applies.',
  'It ends in May.',
]
const bodies: [string, string][] = [
  ['Roman headings', 'I. SECURITY\n\n1. The Host encrypts the weights at rest.'],
  ['letters', 'A. SECURITY\n\nThe Host encrypts the weights at rest.'],
  ['headings alone', 'SECURITY\n\nThe Host encrypts the weights at rest.'],
  ['numbers alone', ['The Host encrypts the weights at rest.', ...rest].map((words, at) => `${at + 1}. ${words}`).join('\n\n')],
  ['paragraphs alone', ['The Host encrypts the weights at rest.', ...rest].join('\n\n')],
]

test.each(openings.flatMap(([opens, head]) => bodies.map(([has, body]) => [opens, has, `CONTRACT\n\n${head}\n\n${body}`] as const)))(
  'a contract that opens with %s, its body with %s, binds',
  (_, __, text) => {
    const { documents, provisions } = contract(text)
    const promise = provisions.find(({ span }) => documents[0]?.text.slice(span.start, span.end).includes('encrypts'))
    expect(promise?.zone).toBe('operative')
  },
)

test.each<[string, string | undefined]>([
  ['Signatures', 'signature'],
  ['Signature page', 'signature'],
  ['Executed as a deed', 'signature'],
  ['SIGNED by the parties', 'signature'],
  ['Signature and entry into force', 'signature'],
  ['Signing in and calling the Service', undefined],
  ['Signed requests', undefined],
  ['Execution of inference requests', undefined],
  ['Execution environment', undefined],
  ['Annex 3 - Form of notice', 'form'],
  ['Annex B: Template incident notification', 'form'],
  ['Specimen certificate', 'form'],
  ['Sample retention', undefined],
  ['Template management', undefined],
  ['Explanatory notes', 'drafting-note'],
])('the heading %j announces %s', (heading, zone) => {
  expect(zoneOfHeading(heading)).toBe(zone)
})
