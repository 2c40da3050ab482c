// The tables of cases themselves: every row is there with three cases or more, and README.md says how many are not right yet.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { count, rowsOf, tables } from './rows.ts'

const numbered = (letter: string, last: number) => Array.from({ length: last }, (_, i) => `${letter}${i + 1}`)

test.each([
  ['language', numbered('L', 30)],
  ['numbers', numbered('N', 13)],
  ['documents', ['D1', 'D8', 'D9', 'D10', 'D11', 'D13', 'D16']],
] as const)('the rows of %s are all there, with three cases or more', (name, wanted) => {
  const rows = rowsOf(name)
  expect(rows.map(({ row }) => row)).toEqual(wanted)
  expect(rows.filter(({ cases }) => cases.length < 3).map(({ row }) => row)).toEqual([])
})

test('no case stands twice', () => {
  const texts = tables
    .flatMap(rowsOf)
    .flatMap(({ cases }) => cases.filter(c => c.remark !== true).map(c => c.text ?? c.documents?.join('\n')))
  expect(texts.filter((text, i) => texts.indexOf(text) !== i)).toEqual([])
})

test('README.md says how many verdicts are asked for and how many are not right yet', () => {
  const { asked, failing } = count()
  expect(readFileSync('README.md', 'utf8').replace(/\s+/g, ' ')).toContain(`Of ${asked} such verdicts ${failing} are not right yet`)
})
