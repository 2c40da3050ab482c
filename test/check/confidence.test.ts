// How sure a verdict is: what makes it less so, when a person should look, and that each reason for doubt has words.
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/check/confidence.ts'
import { bars, doubtWeights } from '../../src/check/doubt-weights.ts'
import type { Judgement } from '../../src/check/judge.ts'
import { type Situation, traitsOf } from '../../src/check/traits.ts'
import type { Weighed } from '../../src/check/weigh.ts'
import { doubtSentence } from '../../src/report/review.ts'
import { checked, compiled } from './weighing.ts'

interface Passage {
  id?: number
  stance?: Weighed['stance']
  relevance?: number
  whole?: boolean
  groups?: number
}

function passage({ id = 0, stance = 'promise', relevance = 0.9, whole = true, groups = 2 }: Passage = {}): Weighed {
  const reading = { hedges: [], tiers: [], negators: [], conditions: [] }
  const read = { provision: { id, leadIns: [], document: 0, section: id, paragraph: id }, tokens: Array(20).fill({ text: 'a' }), reading }
  const standing = { bearer: 'provider', fragment: false, relative: false, exceptions: [] }
  const candidate = { read, act: { from: 0, to: 1 }, whole, standing, frame: { act: ['a'], kind: 'do' }, groups: Array(groups).fill('g') }
  return { candidate, stance, relevance, faults: [] } as unknown as Weighed
}

function situation(verdict: Judgement['verdict'], deciding: readonly Weighed[], more: Partial<Situation> = {}): Situation {
  return {
    judgement: { verdict, deciding, reasons: [] },
    requirement: compiled('log').requirement,
    weighed: deciding,
    outside: 0,
    closest: { relevance: 0.9, likely: 1 },
    overruled: 0,
    familiar: () => 0.4,
    ...more,
  }
}

const sure = (...args: Parameters<typeof situation>) => assess(situation(...args)).confidence
const often = Array.from({ length: 8 }, () => passage())
const plain = sure('met', [passage()], { weighed: often })

describe('no surer', () => {
  test.each<[string, number]>([
    ['found by one reading only', sure('met', [passage()])],
    ['less relevant', sure('met', [passage({ relevance: 0.3 })], { weighed: often })],
    ['found by general words', sure('met', [passage({ groups: 0 })], { weighed: often })],
    ['in words that were not understood', sure('met', [passage()], { weighed: often, familiar: () => 0.05 })],
    ['another passage of it not used', sure('met', [passage()], { weighed: often, closest: { relevance: 0.9, likely: 5 } })],
    ['amendments may change it', sure('met', [passage()], { weighed: often, overruled: 1 })],
  ])('%s', (_, less) => expect(less).toBeLessThanOrEqual(plain))

  test('several of these together make a person look', () => {
    const odd = situation('met', [passage({ relevance: 0.2, groups: 0 })], {
      familiar: () => 0.05,
      overruled: 1,
      closest: { relevance: 0.95, likely: 5 },
    })
    const { review, doubts = [], confidence } = assess(odd)
    expect([review, doubts.length]).toEqual([true, 2])
    expect(confidence).toBeLessThan(plain)
  })

  test('nothing found, where a passage is all about it', () => {
    const none = sure('missing', [], { closest: { relevance: 0.01, likely: 0 } })
    expect(sure('missing', [], { closest: { relevance: 0.95, likely: 2 }, weighed: [passage({ stance: 'nothing' })] })).toBeLessThan(none)
  })
})

test('what is plainly promised, and what nothing speaks of, nobody has to look at', () => {
  expect(assess(situation('met', [passage({ groups: 3 })], { weighed: often })).review).toBe(false)
  expect(assess(situation('missing', [], { closest: { relevance: 0.01, likely: 0 } })).review).toBe(false)
})

test('every trait that weighs is worked out, and has words for a person', () => {
  const names = (s: Situation) => Object.keys(traitsOf(s))
  const known = { missing: names(situation('missing', [])), other: names(situation('met', [passage()])) }
  for (const [verdict, { by }] of Object.entries(doubtWeights))
    for (const [name, { weight }] of Object.entries(by)) {
      expect(verdict === 'missing' ? known.missing : known.other).toContain(name)
      const finding = { confidence: 0.5, doubts: [name] } as unknown as Parameters<typeof doubtSentence>[0]
      if (weight > 0) expect(doubtSentence(finding)).toMatch(/ .* \(50 % sure\)/)
    }
  expect(bars.met).toBeLessThan(bars.partial)
})

test('a finding names its doubts only where a person should look', () => {
  for (const { review, doubts } of checked('Provider shall log requests. Provider should keep the logs for 30 days.').findings)
    expect(doubts === undefined).toBe(!review)
})
