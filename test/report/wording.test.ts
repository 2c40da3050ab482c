// Sentences and marks of the reports where a table of cases says more than a whole report.
import { expect, it } from 'vitest'
import { quoted } from '../../src/report/wording.ts'

it.each([
  ['within 48 hours', '"within 48 hours"'],
  ['"Model Weights" means the parameters.', '\u201c"Model Weights" means the parameters.\u201d'],
  ['the \u201cWeights\u201d', '"the \u201cWeights\u201d"'],
  ['"one" and \u201ctwo\u201d', '\u00ab"one" and \u201ctwo\u201d\u00bb'],
  ['"one", \u201ctwo\u201d, \u00abthree\u00bb', '""one", \u201ctwo\u201d, \u00abthree\u00bb"'],
])('%s is quoted without doubling its marks', (words, whole) => {
  expect(quoted(words)).toBe(whole)
})
