// What would act on a terminal is shown instead.
import { expect, test } from 'vitest'
import { flowing, visible } from '../../src/report/escape.ts'

test.each([
  ['\u001b[2J', '\\u{1b}[2J'],
  ['a\u0007b\u009bc', 'a\\u{7}b\\u{9b}c'],
  ['4\u200b8', '4\\u{200b}8'],
  ['\u202eabc\u2069', '\\u{202e}abc\\u{2069}'],
  ['\ufeff', '\\u{feff}'],
  ['\u{e0041}', '\\u{e0041}'],
  ['\ud800x', '\\u{d800}x'],
  ['café “48” – 日本 😀', 'café “48” – 日本 😀'],
])('%j is shown as %j', (text, shown) => {
  expect(visible(text)).toBe(shown)
})

test('white space flows, controls do not vanish with it', () => {
  expect(flowing('  a\n\tb\u00a0 c\u0000 ')).toBe('a b c\\u{0}')
})
