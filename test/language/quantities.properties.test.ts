// What holds of every figure: reading back what was written, spans, hostile input.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Quantity } from '../../src/domain/quantity.ts'
import { compareQuantity, describeQuantity, findFrequencies, findQuantities, parseQuantity } from '../../src/language/quantities.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { read } from './figures.ts'

const digits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inWords(n: number): string {
  if (n < 20) return digits[n] ?? ''
  if (n < 100) return n % 10 === 0 ? (tens[n / 10] ?? '') : `${tens[Math.floor(n / 10)]}-${digits[n % 10]}`
  if (n < 1000) return `${digits[Math.floor(n / 100)]} hundred${n % 100 === 0 ? '' : ` and ${inWords(n % 100)}`}`
  return `${inWords(Math.floor(n / 1000))} thousand${n % 1000 === 0 ? '' : ` ${inWords(n % 1000)}`}`
}

describe('properties', () => {
  const number = fc.integer({ min: 1, max: 99_999 })
  const unit = fc.constantFrom(['hours', 1] as const, ['days', 24] as const, ['weeks', 168] as const)

  it('reads back what is written, in words, in figures and in both', () => {
    fc.assert(
      fc.property(number, unit, (n, [word, size]) => {
        const figures = String(n).replace(/\B(?=(\d{3})+$)/g, ',')
        for (const text of [`${n}`, figures, inWords(n), `${inWords(n)} (${figures})`, `${figures} (${inWords(n)})`])
          expect(read(`within ${text} ${word}`)).toBe(`<= ${n * size}h`)
      }),
    )
  })

  it('keeps words and figures that differ', () => {
    fc.assert(
      fc.property(number, number, (words, figures) => {
        fc.pre(words !== figures)
        expect(read(`${inWords(words)} (${figures}) hours`)).toBe(`= ${figures}h words ${words}`)
      }),
    )
  })

  it('reads back its own descriptions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.boolean(), (amount, business) => {
        const quantity: Quantity = { span: { start: 0, end: 0 }, unit: 'hour', amount, bound: 'exactly', ...(business ? { business } : {}) }
        const again = parseQuantity(describeQuantity(quantity))
        expect(again?.amount).toBeCloseTo(amount, 6)
        expect(again?.business ?? false).toBe(business)
      }),
    )
  })

  const scraps = fc.constantFrom(
    ...'within not no less than at least 48 forty eight ( ) [ ] X ____ hours days % per cent / - and a half between to or more every year once in any 1,5 ½ 0.95 score deleted after business 9 O'.split(
      ' ',
    ),
  )
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(scraps, { maxLength: 30 }).map(words => words.join(' ')),
  )

  it('never throws, keeps spans within the text, in order and apart', () => {
    fc.assert(
      fc.property(strings, text => {
        const tokens = tokenise(text)
        for (const found of [findQuantities(tokens), findFrequencies(tokens)]) {
          let last = 0
          for (const { span, amount, blank } of found) {
            expect(span.start).toBeGreaterThanOrEqual(last)
            expect(span.end).toBeGreaterThan(span.start)
            expect(tokens.some(token => token.start === span.start)).toBe(true)
            expect(tokens.some(token => token.end === span.end)).toBe(true)
            expect(blank === true || Number.isFinite(amount)).toBe(true)
            last = span.end
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('compares a figure with itself as met, whatever side is asked', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('at-most' as const, 'at-least' as const), (amount, bound) => {
        const found: Quantity = { span: { start: 0, end: 1 }, unit: 'hour', amount, bound: 'exactly' }
        expect(compareQuantity(found, { amount, unit: 'hour', bound })).toBe('meets')
      }),
    )
  })
})

describe('hostile input is read in linear time', () => {
  const repeats = [
    '9',
    '9 ',
    '9,',
    '[',
    '(',
    '_',
    '_ ',
    'one ',
    'one hundred and ',
    '48 hours (',
    '[X ',
    'within ',
    'not ',
    'less than ',
    '1 or ',
    '1 - ',
    '1/',
    'every ',
    '{{ ',
  ]
  test.each(repeats)('%j', piece => {
    const cost = (times: number) => {
      let reads = 0
      const tokens = tokenise(piece.repeat(times))
      const counted = new Proxy(tokens, {
        get: (list, key) => {
          if (typeof key === 'string' && /^\d/.test(key)) reads++
          return Reflect.get(list, key)
        },
      })
      findQuantities(counted)
      findFrequencies(counted)
      return reads
    }
    expect(cost(1200)).toBeLessThan(4.5 * cost(300) + 1000)
  })
})

test('a word without end does not slow the reading', () => {
  const text = `${'a'.repeat(200_000)} within ${'9'.repeat(200_000)} days, ${"n't".repeat(50_000)} 48 hours`
  expect(findQuantities(tokenise(text)).map(q => q.amount)).toEqual([48])
})
