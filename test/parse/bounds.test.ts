// What grows without end: the work grows with the text and not with its square, and what is left out is said.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { contract, manuscript, words } from './reading.ts'

test('a sentence without end is not judged, and the report says so', () => {
  const { provisions, documents } = contract(
    `1.1 The Host shall seal. The Host shall log ${'and log '.repeat(2000)}calls.\n\n1.2 The Host shall tell.`,
  )
  expect(provisions.length).toBe(2)
  expect(documents[0]?.notes).toMatchObject([{ code: 'truncated', unread: true }])
  const [note] = documents[0]?.notes ?? []
  expect(documents[0]?.text.slice(note?.span?.start, (note?.span?.start ?? 0) + 18)).toBe('The Host shall log')
})

test('so is a list whose lead-in is without end', () => {
  const { provisions, documents } = contract(`1.1 The Host shall ${'and log '.repeat(2000)}:\n\n(a) seal;\n\n(b) tell.`)
  expect(provisions).toEqual([])
  expect(documents[0]?.notes.map(note => note.message)).toEqual(['2 sentences without end (over 10,000 characters) were not judged.'])
})

test('a ladder of labels makes no number without end', () => {
  const { sections } = contract('(a) the Host shall do:\n\n'.repeat(300))
  expect(sections.length).toBe(300)
  expect(Math.max(...sections.map(section => section.number.length))).toBeLessThan(60)
  expect(Math.max(...sections.map(section => section.depth))).toBeLessThan(20)
})

test('each of several definitions in a sentence ends where the next begins', () => {
  const read = contract('"Log" means a record, "Call" means a request, and "Day" means 24 hours.')
  expect(read.terms.map(({ term, meaning }) => `${term}:${words(read, meaning)}`)).toEqual([
    'Log: a record',
    'Call: a request',
    'Day: 24 hours.',
  ])
})

const spent = (text: string): number => {
  const before = process.cpuUsage()
  parse([manuscript(text)])
  return process.cpuUsage(before).user / 1000
}

test.each([
  ['definitions in one sentence', '"a" means b, ', 2000],
  ['parties', 'Foo Ltd ("F") and ', 2000],
  ['labels, each below the last', '(a) do:\n', 1000],
  ['closing words after each limb', '(a) log;\n\nin each case promptly,\n\n', 500],
  ['opening quotation marks', '“a ', 5000],
  ['references', 'Section 4.2(a), ', 2000],
  ['limbs in a sentence', '(a) log; (b) seal; ', 1000],
  ['clauses', '1.1 The Host shall log.\n\n', 1000],
])('eight times the text is about eight times the work: %s', (_, piece, times) => {
  spent(piece.repeat(times))
  const small = Math.min(spent(piece.repeat(times)), spent(piece.repeat(times)), spent(piece.repeat(times)))
  const large = Math.min(spent(piece.repeat(times * 8)), spent(piece.repeat(times * 8)))
  expect(large).toBeLessThan(8 * 3 * small + 300)
})
