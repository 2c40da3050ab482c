// What is still open in the words of a sentence, and what only looks so.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBlanks } from '../../src/language/blanks.ts'

const blanks = (text: string) => findBlanks(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

describe('blanks', () => {
  test.each([
    ['within [48/72] hours', ['[48/72]']],
    ['within [\u25CF] hours', ['[\u25CF]']],
    ['for ____ days', ['____']],
    ['the period is TBD', ['TBD']],
    ['a period to be agreed', ['to be agreed']],
    ['[Customer to confirm]', ['[Customer to confirm]']],
    ['[NTD: check with IT]', ['[NTD: check with IT]']],
    ['at least [X] requests', ['[X]']],
    ['XX days', ['XX']],
    ['[A] or [B]', ['[A]', '[B]']],
    ['[x] Option one', []],
    ['[ ] Option one', []],
    ['[Reserved]', []],
    ['[Intentionally omitted]', []],
    ['[sic]', []],
    ['see note [12]', []],
    ['the fees [...] are due', []],
    ['a __ b', []],
    ['logs to be kept', []],
    ['an open [ bracket', []],
  ])('%s', (text, wanted) => expect(blanks(text)).toEqual(wanted))
})

test('only the span is looked at, and places are those of the whole text', () => {
  expect(findBlanks('[A] then [B] then [C]', { start: 4, end: 13 })).toEqual([{ start: 9, end: 12 }])
})

test('blanks lie within the span, in order, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'[]_XT BDx\n|\u25CF'), maxLength: 300 }), text => {
      let end = 0
      for (const blank of findBlanks(text, { start: 0, end: text.length })) {
        expect(blank.start).toBeGreaterThanOrEqual(end)
        end = blank.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
