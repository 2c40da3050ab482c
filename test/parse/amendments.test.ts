// Provisions that delete others, or put words in the place of theirs: which are no longer in force, and which read otherwise.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { contract, manuscript, words } from './reading.ts'

const base = `# Agreement

## 4 Hosting

4.1 The Provider shall keep the weights in an isolated account. It shall log all access. It shall encrypt the weights.

4.2 Logs shall be kept for 12 months after they are written.

4.3 The Provider shall notify incidents within 48 hours.

4.4 The Provider shall:

(a) log requests; and

(b) log responses within 5 days.

## Schedule 6

1. Data is deleted.

## Amendments

`

/** "-4.2": no longer in force; "-4.1#2": of it the second sentence; "~4.3": some of its words are others now. */
function changed(instruction: string, sentences: boolean): string {
  const read = parse([manuscript(base + instruction, 'markdown')], {})
  const end = read.documents[0]?.text.indexOf('Amendments') ?? 0
  const old = read.provisions.filter(one => one.span.start < end)
  return old
    .flatMap(({ zone, section, order, amendments }) => {
      const number = read.sections[section]?.number
      if (zone === 'omitted') return [`-${number}${sentences ? `#${order + 1}` : ''}`]
      return amendments === undefined ? [] : [`~${number}`]
    })
    .join(' ')
}

test.each([
  ['Clause 4.2 is deleted.', '-4.2'],
  ['SC3 Clause 4.2 is hereby deleted in its entirety.', '-4.2'],
  ['Delete clause 4.2.', '-4.2'],
  ['Strike Section 4.2 in its entirety.', '-4.2'],
  ['Sections 4.2 and 4.3 are omitted.', '-4.2 -4.3'],
  ['Clauses 4.1, 4.2 and 4.4(b) of the Agreement are struck out.', '-4.1 -4.1 -4.1 -4.2 -4.4(b)'],
  ['Clauses 4.1 to 4.3 are deleted.', '-4.1 -4.1 -4.1 -4.2 -4.3'],
  ['With effect from 1 May 2025, clause 4.2 shall be deleted and replaced with the words "Not used".', '-4.2'],
  ['The parties agree that Section 4.2 (Retention) of the Agreement is hereby deleted.', '-4.2'],
  ['Clause 4.2 of Schedule 9 is deleted.', ''],
  ['The second sentence of clause 4.1 is deleted.', '-4.1#2'],
  ['In clause 4.1, the last sentence is struck out.', '-4.1#3'],
  ['In Section 4.1 delete the second and third sentences.', '-4.1#2 -4.1#3'],
  ['In clause 4.2, "12 months" is replaced by "30 days".', '~4.2'],
  ['In Section 4.2, the words "12 months" shall be deleted and the words "30 days" substituted therefor.', '~4.2'],
  ['Section 4.2 is amended by replacing "12 months" with "30 days".', '~4.2'],
  ['Section 4.2 is amended by deleting the words "12 months" and inserting in lieu thereof the words "30 days".', '~4.2'],
  ['Section 4.2 is amended by substituting "30 days" for "12 months".', '~4.2'],
  ['In clause 4.2, for "12 months" substitute "30 days".', '~4.2'],
  ['In clause 4.2 for the words "12 months" there shall be substituted the words "30 days".', '~4.2'],
  ['In clause 4.2 the words "12 months" become "30 days".', '~4.2'],
  ['The reference in clause 4.2 to "12 months" shall be read as a reference to "30 days".', '~4.2'],
  ['Clause 4.2: replace "12 months" by "30 days".', '~4.2'],
  ['The retention period in clause 4.2 is reduced from 12 months to 30 days.', '~4.2'],
  ['The retention period in clause 4.2 is reduced from twelve months to thirty days.', '~4.2'],
  ['The period in clause 4.2 is 30 days instead of 12 months.', '~4.2'],
  ['The period in clause 4.2 shall be 30 days.', '~4.2'],
  ['The time limit in clause 4.3 is extended to five business days.', '~4.3'],
  ['Clause 4.2 shall be amended to read: "Logs shall be kept for 30 days."', '-4.2'],
  ['Clause 4.2 is replaced by the following: Logs shall be kept for 30 days.', '-4.2'],
  ['Clause 4.2 shall read as follows: Logs shall be kept for 30 days.', '-4.2'],
  ['Clause 4.2 is deleted and replaced with: "4.2 Logs shall be kept for 30 days."', '-4.2'],
  ['For clause 4.2 there is substituted the following: Logs shall be kept for 30 days.', '-4.2'],
  ['In clause 4.3, after "incidents" insert "that it considers serious".', '~4.3'],
  ['The words "that it considers serious" are inserted after "incidents" in clause 4.3.', '~4.3'],
  ['In clause 4.3 the words "within 48 hours" are deleted.', '~4.3'],
  ['In Clause 4.4(b), "5 days" is replaced by "10 days".', '~4.4(b)'],
  ['Customer Data referred to in clause 4.2 shall be deleted.', ''],
  ['Upon termination logs kept under clause 4.2 are deleted.', ''],
  ['If clause 4.2 is deleted, the fee falls.', ''],
  ['The Provider may delete clause 4.2 data.', ''],
  ['Clause 4.2 may be amended only in writing.', ''],
  ['Clause 4.2 is not deleted.', ''],
  ['Section 4.2 is deleted to the extent that logs hold personal data.', ''],
  ['Logs are kept under Section 4.2 and are then deleted or replaced.', ''],
  ['This clause and clause 4.2 shall survive.', ''],
  ['The Provider must replace hardware named in Section 4.3 within 5 days.', ''],
  ['| Clause | Amendment |\n|---|---|\n| 4.2 | Deleted |\n| 4.3 | Replace "48 hours" with "5 days" |', '-4.2 ~4.3'],
  ['| Clause | Change |\n|---|---|\n| Clause 4.2 | Not used |\n| Clause 4.3 | For "48 hours" read "five business days" |', '-4.2 ~4.3'],
  [
    'The General Terms are amended as follows:\n\n(a) clause 4.2 is deleted;\n\n(b) in clause 4.3, "48 hours" is replaced with "5 days"; and\n\n(c) clause 4.1 is replaced by the following: The Provider shall keep weights in a shared account.',
    '-4.1 -4.1 -4.1 -4.2 ~4.3',
  ],
  ['Clause 4.3\n\nDelete "48 hours" and insert "72 hours".', '~4.3'],
  ['Section 4.2 is hereby amended and restated in its entirety as follows:\n\n"4.2 Logs shall be kept for 30 days."', '-4.2'],
  ['Section 4.2 of the Agreement is replaced with the following:\n\n4.2 Logs shall be kept for 30 days.', '-4.2'],
  ['In clause 4.3, delete the words "48 hours" and replace them with "five Business Days".', '~4.3'],
  ['Replace "48 hours" in clause 4.3 with "72 hours".', '~4.3'],
  ["In clause 4.3, '48 hours' is replaced by '72 hours'.", '~4.3'],
  ['The figure "48" in clause 4.3 is changed to "72".', '~4.3'],
  ['Schedule 6 is deleted.', '-Schedule 6 1'],
])('%j', (instruction, expected) => {
  expect(changed(instruction, expected.includes('#'))).toBe(expected)
})

test.each([
  ['In clause 1, "48 hours" is replaced by "72 hours".', '48 hours > 72 hours'],
  ['In clause 1, the words "48 hours" are replaced by "72 hours."', '48 hours > 72 hours'],
  ['In clause 1, "incidents" is deleted.', 'incidents > '],
  ['In clause 1, "serious" is inserted before "incidents".', ' > serious'],
  ['The time in clause 1 is raised from forty-eight hours to five days.', '48 hours > five days'],
])('%j: which words are in force', (instruction, expected) => {
  const read = contract(`1. The Host shall notify incidents within 48 hours.\n\n2. ${instruction}`)
  const [amendment] = read.provisions[0]?.amendments ?? []
  const made = amendment?.words === undefined ? '' : words(read, amendment.words)
  expect(`${words(read, amendment?.old ?? { start: 0, end: 0 })} > ${made}`).toBe(expected)
  expect(read.provisions[1]?.zone).toBe('omitted')
})

test('an agreement restated in full keeps the text that it brings', () => {
  const read = contract(
    'PART ONE\n\n1. Articles 1 to 2 are deleted and the text set out in Part Two is substituted for them.\n\nPART TWO\n\nARTICLE 1 - LOGS\n\n1.1 The Host shall log.\n\nARTICLE 2 - KEYS\n\n2.1 The Host shall hold the keys.',
  )
  expect(read.provisions.slice(1).map(one => one.zone)).toEqual(['operative', 'operative'])
})

test('a clause that follows the instruction to replace its like is the new one', () => {
  const read = contract('Amendment\n\n1. Clause 4.2 is restated as follows.\n\n4.2 The Host shall log.')
  expect(read.provisions.at(-1)?.zone).toBe('operative')
})

const restated =
  'Letter\n\n1. The licence is amended and restated in the form set out in Annex A (the "Restated Licence").\n\n2. The following changes are made to Annex A:\n\n(a) INSTRUCTION\n\n3. No fee is charged by token.\n\nAnnex A\n\n1. Logs\n\n1.1 The Host shall log.\n\n2. Keys\n\n2.1 The Host shall hold the keys for 30 days.\n\n3. Law\n\n3.1 Swiss law applies.'

test.each([
  ['clause 1.1 (Records) is deleted in its entirety, and the number is left unused.', ['Annex A 1.1']],
  ['clause 2.1 is deleted;', ['Annex A 2.1']],
  ['clause 3 is deleted;', ['Annex A 3.1']],
  ['clause 7.7 is deleted;', []],
])('changes to an annex reach its clauses, and no more: %s', (instruction, expected) => {
  const { provisions, sections } = contract(restated.replace('INSTRUCTION', instruction))
  const gone = provisions.filter(one => one.zone === 'omitted').map(one => sections[one.section]?.number ?? '')
  expect(gone.filter(number => number.startsWith('Annex') || number === '3')).toEqual(expected)
})

test('an amendment reaches the agreement that it is read with', () => {
  const read = parse(
    [manuscript('Addendum\n\n1. Clause 1 of the Agreement is deleted.'), manuscript('Agreement\n\n1. The Host shall log.')],
    {},
  )
  expect(read.provisions.map(one => one.zone)).toEqual(['omitted', 'omitted'])
})

test.each([
  ['Clause 1.1 and Part A of Schedule 2 are deleted.', ['1.1', 'Schedule 2, Part A']],
  ['Part B of Schedule 2 is deleted.', ['Schedule 2, Part B']],
  ['Schedule 2 is deleted.', ['Schedule 2, Part A', 'Schedule 2, Part B']],
])('%j', (instruction, gone) => {
  const text = `# Agreement\n\n1.1 The Host shall log.\n\n1.2 The Host shall seal.\n\n## Schedule 2 — Networks\n\nPart A. The Host admits 10.0.0.0/8.\n\nPart B. A record has a time.\n\n# Amendment\n\n(a) ${instruction}\n`
  const { provisions, sections } = parse([manuscript(text, 'markdown')], {})
  const omitted = provisions.filter(one => one.zone === 'omitted' && sections[one.section]?.number !== '(a)')
  expect(omitted.map(one => sections[one.section]?.number)).toEqual(gone)
})

test('a clause may be numbered by a letter behind a full stop', () => {
  const text =
    '# Agreement\n\n### 2.1 Hosting\n\nA. The Model is kept in an enclave.\n\nE. The Host is assessed yearly.\n\n## 9 Terms\n\nSection 2.1.E is deleted.\n'
  const { provisions, documents } = parse([manuscript(text, 'markdown')], {})
  const gone = provisions.filter(one => one.zone === 'omitted').map(({ span }) => documents[0]?.text.slice(span.start, span.end))
  expect(gone).toEqual(['The Host is assessed yearly.', 'Section 2.1.E is deleted.'])
})
