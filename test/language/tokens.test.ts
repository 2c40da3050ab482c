// Words with their places: what is one, what is folded, and that every place leads back to the text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, tokenise } from '../../src/language/tokens.ts'

const words = (text: string) => tokenise(text).map(({ text }) => text)
const stems = (text: string) => tokenise(text).map(({ stem }) => stem)

describe('tokenise cuts a text', () => {
  test.each([
    ['Provider shall log.', ['provider', 'shall', 'log', '.']],
    ['third-party', ['third', '-', 'party']],
    ['1,000.5 hours', ['1,000.5', 'hours']],
    ['48h', ['48', 'h']],
    ['[48/72]', ['[', '48', '/', '72', ']']],
    ["don't", ['do', 'not']],
    ["won't", ['will', 'not']],
    ["can't", ['can', 'not']],
    ["shan't", ['shall', 'not']],
    ["we'll", ['we', 'will']],
    ["they're", ['they', 'are']],
    ["Customer's", ['customer', "'s"]],
    ['Customer\u2019s logs', ['customer', "'s", 'logs']],
    ['isn\u2019t', ['is', 'not']],
    ['4\u200b8 hours', ['48', 'hours']],
    ['noti\ufb01ed', ['notified']],
    ['en\u00adcrypted', ['encrypted']],
    ['48\u00a0hours', ['48', 'hours']],
    ['\uff14\uff18 hours', ['48', 'hours']],
    ['\u201cLogs\u201d', ['"', 'logs', '"']],
    ['long\u2014term', ['long', '-', 'term']],
    ['\u200b', []],
    ['', []],
  ])('%j', (text, wanted) => expect(words(text)).toEqual(wanted))
})

describe('stems bring the forms of a word together', () => {
  test.each([
    ['encrypt', 'encrypted', true],
    ['encrypting', 'encryption', true],
    ['log', 'logging', true],
    ['logs', 'logged', true],
    ['provider', 'provide', false],
    ['responsible', 'response', false],
    ['information', 'inform', false],
    ['policy', 'police', false],
    ['policies', 'policy', true],
    ['customers', 'customer', true],
  ])('%s and %s: %s', (a, b, same) => expect(stems(a)[0] === stems(b)[0]).toBe(same))
})

test('a capital is remembered, a number and a mark are known as such', () => {
  expect(tokenise('Provider keeps 48 %').map(({ kind, capital }) => `${kind}${capital ? ' capital' : ''}`)).toEqual([
    'word capital',
    'word',
    'number',
    'mark',
  ])
})

test('only the span is cut, and places are those of the whole text', () => {
  const text = 'Provider shall log. Customer pays.'
  expect(tokenise(text, { start: 20, end: 28 })).toMatchObject([{ start: 20, end: 28, text: 'customer' }])
})

test('places are in order, do not overlap, and hold the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
      const tokens = tokenise(text)
      let end = 0
      for (const token of tokens) {
        expect(token.start).toBeGreaterThanOrEqual(end)
        expect(token.end).toBeGreaterThan(token.start)
        expect(token.text).not.toBe('')
        end = token.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

test('no letter or digit is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ019 .,;\u00e9\u0436'), maxLength: 100 }), text => {
      const kept = tokenise(text)
        .map(({ start, end }) => text.slice(start, end))
        .join('')
      expect(kept.replace(/[^\p{L}\p{N}]/gu, '')).toBe(text.replace(/[^\p{L}\p{N}]/gu, ''))
    }),
  )
})

test.each([
  ['n\u043Et', 'not'],
  ['\u0421\u043E\u0440\u0443', 'Copy'],
  ['Pr\u03BFvider', 'Provider'],
  ['\u0430\u0301', '\u00e1'],
])('%s is read as it looks', (text, folded) => {
  expect([fold(text), fold(fold(text))]).toEqual([folded, folded])
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})
