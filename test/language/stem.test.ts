// Stems are Porter's, but for words that he throws together and for what is no word at all.
import { expect, test } from 'vitest'
import { stem } from '../../src/language/stem.ts'

test.each([
  ['encryption', 'encrypt'],
  ['encrypted', 'encrypt'],
  ['providers', 'provider'],
  ['policies', 'policy'],
  ['authorized', 'authoris'],
  ['authorization', 'authoris'],
  ['authorised', 'authoris'],
  ['authors', 'author'],
])('%s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

test('what is longer than any word stays as it is, and costs nothing', () => {
  const long = 'notifying'.repeat(50_000)
  expect(stem(long)).toBe(long)
  expect(stem(`${'a'.repeat(61)}ing`)).not.toContain('ing')
  expect(stem(`${'a'.repeat(62)}ing`)).toContain('ing')
})
