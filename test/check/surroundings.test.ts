// What a sentence leans on: the one that it takes up by "that", though each has a number; and what its neighbour cites.
import { describe, expect, test } from 'vitest'
import { located } from './weighing.ts'

describe('a sentence that takes up the one before', () => {
  test.each([
    ['1.1 The Provider shall write a journal in a book.\n\n1.2 The pages of that book shall be kept for 90 days.', ['kept duty operative']],
    ['1.1 The Provider shall write a journal.\n\n1.2 A book shall be kept, and the pages of that book numbered.', []],
    ['1.1 The Provider shall write a journal.\n\n1.2 The books of the Provider shall be kept for 90 days.', []],
  ])('%s', (text, wanted) => expect(located(text, 'keep')).toEqual(wanted))
})
