// Wrapping and shortening: no word lost, no line too long.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraph, row, shortened, wrapped } from '../../src/report/layout.ts'

const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 40 })

describe('wrapped', () => {
  test.each([
    ['a short line', 20, ['a short line']],
    ['one two three', 7, ['one two', 'three']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['a abcdefghij', 4, ['a', 'abcd', 'efgh', 'ij']],
    ['', 4, ['']],
  ])('%j in %i', (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })
  test('keeps every word in order within the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 60 }), (list, width) => {
        const lines = wrapped(list.join(' '), width)
        expect(lines.every(line => line.length <= width)).toBe(true)
        expect(lines.join('').replaceAll(' ', '')).toBe(list.join(''))
      }),
    )
  })
})

test('a paragraph hangs under its label', () => {
  expect(paragraph('one two three', '  - ', '    ', 12)).toEqual(['  - one two', '    three'])
})

test('a row wraps each of its cells', () => {
  const cells = [
    { text: 'aa bb', width: 2 },
    { text: 'cc', width: 4 },
  ]
  expect(row(cells)).toEqual(['  aa  cc', '  bb'])
})

describe('shortened', () => {
  test('leaves a short text alone', () => expect(shortened('a b c')).toBe('a b c'))
  test('shows that it left out the middle, at blanks', () => {
    const text = Array.from({ length: 300 }, (_, at) => `w${at}`).join(' ')
    const short = shortened(text)
    expect(short.length).toBeLessThan(420)
    const [start = '', end = ''] = short.split(' […] ')
    expect(text.startsWith(`${start} `)).toBe(true)
    expect(text.endsWith(` ${end}`)).toBe(true)
  })
})
