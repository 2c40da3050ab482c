// How sure a verdict is: what makes it surer, what less so, and when a person should look.
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/check/confidence.ts'
import type { Judgement } from '../../src/check/judge.ts'
import type { Weighed } from '../../src/check/weigh.ts'

interface Passage {
  id?: number
  stance?: Weighed['stance']
  relevance?: number
  reach?: number
  words?: number
  whole?: boolean
}

function passage({ id = 0, stance = 'promise', relevance = 0.9, reach = 1, words = 20, whole = true }: Passage = {}): Weighed {
  const read = { provision: { id, leadIns: [] }, tokens: Array(words).fill({}) }
  const standing = { bearer: 'provider', fragment: false, relative: false }
  return { candidate: { read, act: { from: 0, to: reach }, whole, standing }, stance, relevance } as unknown as Weighed
}

function sure(verdict: Judgement['verdict'], deciding: readonly Weighed[], others: readonly Weighed[] = [], closest = 0.9) {
  return assess({ verdict, deciding, reasons: [] }, [...deciding, ...others], closest)
}

const often = Array.from({ length: 8 }, () => passage())

describe('less sure', () => {
  test.each<[string, number, number]>([
    ['found by one reading only', sure('met', often).confidence, sure('met', [passage()]).confidence],
    ['less relevant', sure('met', [passage()], [], 0.5).confidence, sure('met', [passage({ relevance: 0.4 })], [], 0.5).confidence],
    [
      'another passage more to the point',
      sure('met', [passage({ relevance: 0.5 })], [], 0.5).confidence,
      sure('met', [passage({ relevance: 0.5 })]).confidence,
    ],
    [
      'a refusal beside it',
      sure('met', [passage()]).confidence,
      sure('met', [passage()], [passage({ id: 9, stance: 'refusal' })]).confidence,
    ],
    ['an act that reaches far', sure('met', [passage()]).confidence, sure('met', [passage({ reach: 14 })]).confidence],
    ['leaning on its surroundings', sure('partial', [passage()]).confidence, sure('partial', [passage({ whole: false })]).confidence],
    ['nothing found where something speaks of it', sure('missing', [], [], 0.3).confidence, sure('missing', [], [], 0.95).confidence],
  ])('%s', (_, more, less) => expect(less).toBeLessThan(more))
})

test.each<[string, boolean, boolean]>([
  ['plainly promised', sure('met', often).review, false],
  ['promised by a far-fetched reading', sure('met', [passage({ relevance: 0.2, reach: 14 })]).review, true],
  ['nothing speaks of it', sure('missing', [], [], 0.4).review, false],
  ['nothing found, though a passage is all about it', sure('missing', [], [], 0.95).review, true],
])('a person should look: %s', (_, review, wanted) => expect(review).toBe(wanted))
