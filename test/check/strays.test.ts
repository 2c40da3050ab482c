// Passages that have the words of a frame and speak of something else do not count beside those that speak of it.
import { describe, expect, test } from 'vitest'
import { closest, withoutStrays } from '../../src/check/strays.ts'
import type { Weighed } from '../../src/check/weigh.ts'

/** A passage by its place (section and order) and what it was found to be. */
function passage(id: number, section: number, stance: Weighed['stance'], relevance: number): Weighed {
  const provision = { id, section, document: 0, paragraph: id }
  return { candidate: { read: { provision } }, stance, relevance } as unknown as Weighed
}

describe('strays', () => {
  test.each<[string, Weighed[], number[]]>([
    ['alone it is kept', [passage(0, 0, 'promise', 0.2)], [0]],
    ['alone and about something else', [passage(0, 0, 'promise', 0.005)], []],
    ['a promise beside a more relevant one', [passage(0, 0, 'promise', 0.05), passage(9, 4, 'promise', 0.9)], [9]],
    ['a promise beside a more relevant refusal', [passage(0, 0, 'promise', 0.05), passage(9, 4, 'refusal', 0.9)], [9]],
    ['a refusal in other terms is kept', [passage(0, 0, 'refusal', 0.02), passage(9, 4, 'promise', 0.9)], [0, 9]],
    ['a refusal about something else', [passage(0, 0, 'refusal', 0.008), passage(9, 4, 'promise', 0.9)], [9]],
    ['the sentence after a relevant one', [passage(8, 4, 'promise', 0.05), passage(9, 4, 'promise', 0.9)], [8, 9]],
    ['far off in the same section', [passage(1, 4, 'promise', 0.05), passage(9, 4, 'promise', 0.9)], [9]],
    ['equally relevant', [passage(0, 0, 'promise', 0.6), passage(9, 4, 'promise', 0.9)], [0, 9]],
    ['what says nothing sets no measure', [passage(0, 0, 'promise', 0.2), passage(9, 4, 'nothing', 0.9)], [0, 9]],
  ])('%s', (_, found, kept) => expect(withoutStrays(found).map(w => w.candidate.read.provision.id)).toEqual(kept))
})

describe('of several promises', () => {
  test.each<[string, Weighed[], number[]]>([
    ['a less relevant one gives way', [passage(0, 0, 'promise', 0.25), passage(9, 4, 'promise', 0.95)], [9]],
    ['nearly as relevant ones stay', [passage(0, 0, 'promise', 0.4), passage(9, 4, 'promise', 0.95)], [0, 9]],
    ['so does one of the same section', [passage(1, 4, 'promise', 0.2), passage(9, 4, 'promise', 0.95)], [1, 9]],
    ['of none, none', [], []],
  ])('%s', (_, found, kept) => expect(closest(found).map(w => w.candidate.read.provision.id)).toEqual(kept))
})

test('a contract of any size', () => {
  const found = Array.from({ length: 200_000 }, (_, id) => passage(id, 0, 'promise', 0.5))
  expect(closest(withoutStrays(found))).toHaveLength(found.length)
})
