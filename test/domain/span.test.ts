// Words in lower case keep their places.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowered } from '../../src/domain/span.ts'

test('letters are lowered', () => {
  expect(lowered('Clause 4.2(B) of the ÄNDERUNG')).toBe('clause 4.2(b) of the änderung')
})

test('a letter that would grow stays as it is, and the others are lowered', () => {
  expect(lowered('İzmir, Clause 4')).toBe('İzmir, clause 4')
})

test('nothing moves', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => lowered(text).length === text.length))
})
