// Zones: what binds and what only introduces, defines, explains or is left out.
import { expect, test } from 'vitest'
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
