// Cross-references and where they lead; what leads nowhere is a document that is not there.
import { expect, test } from 'vitest'
import { contract, words } from './reading.ts'

const frame = (sentence: string): string =>
  `1. Duties\n\n1.1 ${sentence}\n\n1.2 The Host shall:\n\n(a) log; and\n\n(b) seal.\n\nANNEX B - LEVELS\n\n1. Patch time is 14 days.`

const cases: [string, string[]][] = [
  ['Section 1.2 applies.', ['section Section 1.2 > 1.2']],
  ['See clause 1.2(b).', ['section clause 1.2(b) > 1.2(b)']],
  ['See sections 1.1 to 1.2.', ['section sections 1.1 to 1.2 > 1.1', 'section sections 1.1 to 1.2 > 1.2']],
  [
    'Clauses 1.1, 1.2 and 1.2(b) apply.',
    [
      'section Clauses 1.1, 1.2 and 1.2(b) > 1.1',
      'section Clauses 1.1, 1.2 and 1.2(b) > 1.2',
      'section Clauses 1.1, 1.2 and 1.2(b) > 1.2(b)',
    ],
  ],
  ['See paras. 1 and 2.', ['section paras. 1 and 2 > 1']],
  ['See clause 9.9.', ['section clause 9.9 > nowhere']],
  ['This clause applies.', ['section This clause > 1.1']],
  ['As set out in Annex B.', ['annex Annex B > Annex B']],
  ['As set out in Annex C.', ['annex Annex C > nowhere']],
  ['As set out in Annex [X].', ['annex Annex [X] > nowhere']],
  ['Article 28 of the GDPR applies.', []],
  ['The Acceptable Use Policy published by the Host applies.', ['document The Acceptable Use Policy > nowhere']],
  ['The rules at https://example.org/rules apply.', ['document https://example.org/rules > nowhere']],
  ['An attachment to the Agreement.', []],
]

test.each(cases)('%j', (sentence, expected) => {
  const read = contract(frame(sentence))
  const target = (id?: number): string => (id === undefined ? 'nowhere' : (read.sections[id]?.number ?? ''))
  expect(read.references.map(one => `${one.kind} ${words(read, one.place)} > ${target(one.target)}`)).toEqual(expected)
})

test.each([
  ['C.4 Logs\n\nC.4.1 The Host shall log.\n\nC.5 Keys\n\nC.5.1 Section C.4.1 applies.', 'Section C.4.1 > C.4.1'],
  ['C.4 Logs\n\nC.4.1 The Host shall log.\n\nC.5 Keys\n\nC.5.1 What C.4.1 asks is done.', 'C.4.1 > C.4.1'],
  ['SEC-1 The Host shall log.\n\nSEC-2 What SEC-1 asks is done.', 'SEC-1 > SEC-1'],
])('clauses numbered by letter and figure: %j', (text, expected) => {
  const read = contract(text)
  expect(read.references.map(({ place, target }) => `${words(read, place)} > ${read.sections[target ?? -1]?.number}`)).toEqual([expected])
})
