// Stems are those of the package `natural`, letter for letter: for words with every ending, and for what is no word.
import fc from 'fast-check'
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { expect, test } from 'vitest'
import { porterStem } from '../../src/language/porter.ts'

const endings =
  "s es ies sses ed ing eed at bl iz y e ll ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti ous ive ize sion tion ion 's".split(
    ' ',
  )

test.each([
  ['caresses', 'caress'],
  ['agreed', 'agre'],
  ['hopping', 'hop'],
  ['filing', 'file'],
  ['relational', 'relat'],
  ['rational', 'ration'],
  ['sky', 'sky'],
  ['day', 'dai'],
  ['controll', 'control'],
])('%s', (word, expected) => {
  expect(porterStem(word)).toBe(expected)
})

test('any letters with any endings', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aeiouyybclstwxzé'), maxLength: 8 })
  const ending = fc.constantFrom('', ...endings)
  fc.assert(
    fc.property(letters, ending, ending, (head, first, second) => {
      const word = head + first + second
      expect(porterStem(word)).toBe(porter.stem(word))
    }),
    { numRuns: 3000 },
  )
})
