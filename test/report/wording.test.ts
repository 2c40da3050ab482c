// Sentences and marks of the reports where a table of cases says more than a whole report.
import { expect, it } from 'vitest'
import { reasonCodes } from '../../src/domain/finding.ts'
import { amount, placeWords, quoted, reasonSentence } from '../../src/report/wording.ts'

it.each([
  ['within 48 hours', '"within 48 hours"'],
  ['"Model Weights" means the parameters.', '\u201c"Model Weights" means the parameters.\u201d'],
  ['the \u201cWeights\u201d', '"the \u201cWeights\u201d"'],
  ['"one" and \u201ctwo\u201d', '\u00ab"one" and \u201ctwo\u201d\u00bb'],
  ['"one", \u201ctwo\u201d, \u00abthree\u00bb', '""one", \u201ctwo\u201d, \u00abthree\u00bb"'],
])('%s is quoted without doubling its marks', (words, whole) => {
  expect(quoted(words)).toBe(whole)
})

it.each([
  [{ section: '4.1(a)', page: 3 }, 'clause 4.1(a), page 3'],
  [{ section: 'Annex B', page: 3, label: '3' }, 'Annex B, page 3'],
  [{ section: '', page: 4, label: 'iv' }, 'page iv (4 in the file)'],
  [{ section: '' }, ''],
])('%j is cited as %s', (place, words) => {
  expect(placeWords(place)).toBe(words)
})

it('one page is one page', () => {
  expect([amount(1, 'page', 'pages'), amount(0, 'page', 'pages'), amount(1234, 'page', 'pages')]).toEqual([
    '1 page',
    '0 pages',
    '1,234 pages',
  ])
})

it.each(reasonCodes)('%s by words alone claims nothing that was not pinned down', code => {
  expect(reasonSentence({ code, facts: { by: 'words' } })).toMatch(/^By its words, /)
})
