// Which requirement the words of a passage speak of, learnt from examples or, for the base pack, from many labelled texts.
import { describe, expect, test } from 'vitest'
import { learnWeights } from '../../src/check/likeness.ts'
import { relevanceOf } from '../../src/check/relevance.ts'
import type { CompiledRequirement, Vocabulary } from '../../src/check/vocabulary.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import { packWeights } from '../../src/domain/word-weights.ts'
import { compileLexicon } from '../../src/language/lexicon.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { toRequirement } from '../../src/rulepack/shape.ts'

const told = { title: 'it', severity: 'major', asks: 'it', why: 'it', wording: { firm: 'it', milder: 'it' } }
const texts = {
  logs: ['Logs of calls are kept.', 'Each call is logged.', 'A journal of calls is kept.', 'Calls leave a log.'],
  keys: ['Keys are rotated.', 'Each key is rotated by its owner.', 'A lost key is revoked.', 'Keys are issued by role.'],
  bare: ['Calls are metered.'],
}
const requirements: Requirement[] = Object.entries(texts).map(([id, met]) => toRequirement('one', { ...told, id, examples: { met } }))

function vocabularyFor(all: readonly Requirement[]): Vocabulary {
  return {
    lexicon: compileLexicon([]),
    requirements: all.map(requirement => ({ requirement }) as unknown as CompiledRequirement),
    things: new Set(),
    matters: new Set(),
  }
}

const relevance = relevanceOf(vocabularyFor(requirements))
const of = (text: string, id: string) => relevance.of(tokenise(text), requirements.find(r => r.id === id) as Requirement)

describe('relevance', () => {
  test.each([
    ['The Supplier keeps a log of every call.', 'logs', 'keys'],
    ['Keys shall be rotated and revoked.', 'keys', 'logs'],
  ])('%s is about %s, not %s', (text, own, other) => {
    expect(of(text, own)).toBeGreaterThan(0.2)
    expect(of(text, other)).toBeLessThan(0.03)
  })

  test('words that no example has leave it open', () => expect(of('Invoices fall due monthly.', 'logs')).toBeCloseTo(1 / 27))
  test('too few examples to know by', () => expect(of('Keys are rotated.', 'bare')).toBe(1))
})

test('what was learnt can be stored and used again', () => {
  const stored = JSON.parse(JSON.stringify(learnWeights(requirements)))
  const again = relevanceOf(vocabularyFor([...requirements]), { examples: stored })
  const tokens = tokenise('A log of calls, kept by the owner of the key.')
  for (const requirement of requirements) expect(again.of(tokens, requirement)).toBe(relevance.of(tokens, requirement))
})

test('of several passages the most relevant is known', () => {
  const most = relevance.most(['Keys are rotated.', 'Each call is logged.'].map(text => tokenise(text)))
  for (const requirement of requirements.slice(0, 2)) expect(most(requirement).relevance).toBeGreaterThan(0.2)
  expect(
    requirements
      .slice(0, 2)
      .map(requirement => most(requirement).at)
      .sort(),
  ).toEqual([0, 1])
})

describe('what a pack has learnt', () => {
  const learnt = { requirements: ['keys'], bias: [-30], words: packWeights({ rotat: [0, 40], 'badg rotat': [0, 20], tyre: [0, -60] }) }
  const measure = relevanceOf({ ...vocabularyFor([...requirements]), relevance: learnt })
  const keys = requirements.find(r => r.id === 'keys') as Requirement
  test.each([
    ['Everything else.', 1 / (1 + Math.exp(3))],
    ['They are rotated.', 1 / (1 + Math.exp(-1))],
    ['A badge rotates, rotates and rotates.', 1 / (1 + Math.exp(-3))],
    ['Tyres are rotated.', 1 / (1 + Math.exp(5))],
  ])('%s', (text, likelihood) => expect(measure.of(tokenise(text), keys)).toBeCloseTo(likelihood))
  test('a requirement that nothing was learnt of goes by its examples', () =>
    expect(measure.of(tokenise('Each call is logged.'), requirements[0] as Requirement)).toBe(of('Each call is logged.', 'logs')))
  test('the words that tell most', () => expect([...(measure.telling(tokenise('Our badge rotates.'), keys) ?? [])]).toEqual([0, 0, 6, 0]))
})
