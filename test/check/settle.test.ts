// The rules' verdict held against the words: what each may overturn, whatever was learnt.
import { describe, expect, test } from 'vitest'
import { hashesOf, impressionsOf, likelihoodsOf, rowsOf } from '../../src/check/impression.ts'
import type { Judgement } from '../../src/check/judge.ts'
import { setScene } from '../../src/check/scene.ts'
import { decide, type Grounds, outcomes, settle } from '../../src/check/settle.ts'
import { vocabularyOf } from '../../src/check/vocabulary.ts'
import type { ReasonCode } from '../../src/domain/finding.ts'
import { reasonCodes } from '../../src/domain/finding.ts'
import type { Impressions } from '../../src/domain/impressions.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { openPack } from '../../src/packs.ts'
import { parse } from '../../src/parse/parse.ts'
import { readLearnt } from '../../src/rulepack/files.ts'
import { manuscript } from '../parse/reading.ts'

const parties = new Map([
  ['the vendor', 'provider'],
  ['vendor', 'provider'],
  ['kestrel bank', 'customer'],
] as const)
const words = (text: string) => hashesOf(tokenise(text), parties)
const rows = 2 ** 10

/** Whatever is said, the words suggest one outcome. */
function suggesting(verdict: (typeof outcomes)[number], reason: ReasonCode = 'soft'): Impressions {
  const table = (names: readonly string[], wanted: string) => ({
    outcomes: names,
    bias: names.map(name => (name === wanted ? 60 : -60)),
    rows,
  })
  const [verdicts, reasons] = [table(outcomes, verdict), table(reasonCodes, reason)]
  return {
    requirements: ['log'],
    verdicts,
    reasons,
    bytes: new Uint8Array(rows * (verdicts.outcomes.length + reasons.outcomes.length + 2)),
  }
}

const requirement = (more: Partial<Requirement> = {}) => ({ id: 'log', ...more }) as Requirement
const grounds = (verdict: Judgement['verdict'], more: Partial<Grounds> & { codes?: readonly ReasonCode[] } = {}): Grounds => ({
  judgement: { verdict, reasons: (more.codes ?? []).map(code => ({ code, facts: {} })) },
  confidence: 0.8,
  traits: {},
  deciding: verdict === 'missing' ? [] : [words('logs are kept')],
  closest: [words('logs are kept')],
  near: [words('logs are kept')],
  relevance: 0.9,
  binding: 60,
  ...more,
})
const verdictOf = (
  ...[said, words, more, asked]: [Judgement['verdict'], Impressions, Parameters<typeof grounds>[1]?, Partial<Requirement>?]
) => settle(grounds(said, more), requirement(asked), words)?.verdict

describe('words', () => {
  test('are the same whoever is called what, and in whatever case', () => {
    expect(words('The Vendor shall tell Kestrel Bank.')).toEqual(words('Vendor shall TELL Kestrel Bank.'))
    expect(words('Kestrel Bank shall tell the Vendor.')).not.toEqual(words('The Vendor shall tell Kestrel Bank.'))
  })
  test('keep their figures apart', () => {
    expect(words('within 48 hours').words).toEqual(words('within 72 hours').words)
    expect(words('within 48 hours').figures).not.toEqual(words('within 72 hours').figures)
  })
  test('tell who does what by their order, and nothing by being said twice', () => {
    const rowsIn = (...texts: string[]) => rowsOf(texts.map(words), 'log', 2 ** 17)
    expect(rowsIn('vendor informs kestrel bank')).not.toEqual(rowsIn('kestrel bank informs vendor'))
    expect(rowsIn('logs are kept', 'logs are kept')).toEqual(rowsIn('logs are kept'))
  })
  test('of an instruction to change a clause are those that are put in its place; of a duty to say something all are its own', async () => {
    const vocabulary = vocabularyOf(await openPack('./rules/ai-model-protection'))
    const hashes = (text: string) => {
      const { provisions, hashesOf } = setScene(parse([manuscript(text)], {}), vocabulary)
      return provisions.map(hashesOf).at(-1)?.words
    }
    const put = 'The Host shall tell the Client of each incident within a day.'
    expect(hashes(`1. Section 9 is deleted and replaced by: "${put}"`)).toEqual(hashes(`1. ${put}`))
    const legend = 'This text was made by a machine and may be wrong in places.'
    expect(hashes(`1. Each answer bears the following words: "${legend}"`)).not.toEqual(hashes(`1. ${legend}`))
  })
  test('that nothing was learnt of speak for the usual', () => {
    const { verdicts, bytes } = suggesting('partial')
    const likelihoods = likelihoodsOf([words('logs are kept')], 'log', verdicts, bytes)
    expect(likelihoods.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
    expect(outcomes[likelihoods.indexOf(Math.max(...likelihoods))]).toBe('partial')
  })
})

describe('never, whatever the words suggest,', () => {
  const met = suggesting('met')
  test.each<[string, Judgement['verdict'], Parameters<typeof grounds>[1]?]>([
    ['is what they find refused a promise', 'conflict'],
    ['does a short figure pass, of a clause or two', 'partial', { codes: ['value'], binding: 2 }],
    ['does a soft word, of a clause or two', 'partial', { codes: ['soft'], binding: 2 }],
    ['does a blank, of a clause or two', 'partial', { codes: ['blank'], binding: 2 }],
    ['does the wrong party, of a clause or two', 'partial', { codes: ['party'], binding: 2 }],
    ['does a contradiction, of a clause or two', 'partial', { codes: ['inconsistent'], binding: 2 }],
    ['is what the rules have words for, and find no promise in', 'missing', { traits: { mentioned: 1 } }],
  ])('%s', (_, said, more) => expect(verdictOf(said, met, more)).not.toBe('met'))

  test('does a figure pass that was read and is short', () => {
    const figure = { unit: 'hour', bound: 'at-most' } as unknown as NonNullable<Requirement['figure']>
    const short = grounds('partial')
    const found = { ...short, judgement: { ...short.judgement, reasons: [{ code: 'value' as const, facts: { found: '72 hours' } }] } }
    expect(decide([0.95, 0.05, 0, 0], found, requirement({ figure })).verdict).toBe('partial')
    expect(decide([0.95, 0.05, 0, 0], found, requirement()).verdict).toBe('met')
    expect(decide([0.95, 0.05, 0, 0], grounds('partial', { codes: ['inconsistent'] }), requirement({ figure })).verdict).toBe('partial')
  })
  test('is it a conflict where a refusal counts as silence', () => {
    expect(verdictOf('missing', suggesting('conflict'), {}, { refused: 'missing' })).not.toBe('conflict')
  })
  test('is a gap claimed on a passage that has nothing to do with it', () => {
    expect(verdictOf('missing', suggesting('partial'), { relevance: 0.05 })).toBe('missing')
  })
})

test.each<[string, ReasonCode, string, Judgement['verdict']]>([
  ['a figure that is left open', 'blank', '[insert] tokens', 'partial'],
  ['a duty merely to try', 'soft', 'shall use reasonable endeavours', 'partial'],
  ['leave that may be a duty', 'soft', 'may', 'met'],
])('words mend no plain fault: %s', (_, code, words, verdict) => {
  const short = grounds('partial')
  const found = { ...short, judgement: { ...short.judgement, reasons: [{ code, facts: { words } }] } }
  expect(decide([0.97, 0.03, 0, 0], found, requirement()).verdict).toBe(verdict)
})

test('a promise held back falls short, and is never taken for silence', () => {
  // met, partial, conflict, missing
  expect(decide([0.68, 0.07, 0, 0.25], grounds('met'), requirement()).verdict).toBe('partial')
  expect(decide([0.72, 0.1, 0, 0.18], grounds('met'), requirement()).verdict).toBe('met')
  expect(decide([0.2, 0.1, 0, 0.7], grounds('met'), requirement()).verdict).toBe('missing')
})

test('of a clause or two, words must speak against what the rules are sure of, and have no say in a figure', () => {
  const figure = { unit: 'hour', bound: 'at-most' } as unknown as NonNullable<Requirement['figure']>
  const sure = { confidence: 0.99, binding: 2 }
  expect(decide([0.58, 0.42, 0, 0], grounds('met', { confidence: 0.99 }), requirement()).verdict).toBe('partial')
  expect(decide([0.62, 0.38, 0, 0], grounds('met', { confidence: 0.99 }), requirement()).verdict).toBe('met')
  expect(decide([0.42, 0.58, 0, 0], grounds('met', sure), requirement()).verdict).toBe('met')
  expect(decide([0.38, 0.62, 0, 0], grounds('met', { binding: 2 }), requirement()).verdict).toBe('partial')
  expect(decide([0.02, 0.98, 0, 0], grounds('met', { binding: 2 }), requirement({ figure })).verdict).toBe('met')
  expect(decide([0.58, 0.42, 0, 0], grounds('met'), requirement({ figure })).verdict).toBe('partial')
  expect(decide([0.62, 0.38, 0, 0], grounds('met'), requirement({ figure })).verdict).toBe('met')
})

describe('words may', () => {
  test('fill in a promise of which the rules miss a part', () => {
    expect(verdictOf('partial', suggesting('met'), { codes: ['element'], confidence: 0.4 })).toBe('met')
  })
  test('take one back that the rules are not sure of, and say in what it falls short', () => {
    const settled = settle(grounds('met', { confidence: 0.6 }), requirement(), suggesting('partial', 'scope'))
    expect(settled).toMatchObject({ verdict: 'partial', reason: 'scope' })
  })
  test('not say that a figure is short which the rules find to be enough, nor that something is left open', () => {
    const figure = { unit: 'hour', bound: 'at-most' } as unknown as NonNullable<Requirement['figure']>
    const reason = (code: ReasonCode, asked?: Partial<Requirement>) =>
      settle(grounds('met', { confidence: 0.6 }), requirement(asked), suggesting('partial', code))?.reason
    expect(reason('value')).toBe('value')
    expect(reason('value', { figure })).not.toBe('value')
    expect(reason('blank')).not.toBe('blank')
  })
  test('say nothing of a requirement that none were learnt of', () => {
    expect(settle(grounds('met'), requirement({ id: 'own' }), suggesting('missing'))).toBeUndefined()
  })
})

test('of what is critical a promise must be likelier', () => {
  const critical = requirement({ severity: 'critical' })
  expect(decide([0.75, 0.25, 0, 0], grounds('met'), requirement()).verdict).toBe('met')
  expect(decide([0.75, 0.25, 0, 0], grounds('met'), critical).verdict).toBe('partial')
  expect(decide([0.82, 0.18, 0, 0], grounds('met'), critical).verdict).toBe('met')
})

test('where the rules find nothing, a promise must be likelier still', () => {
  expect(decide([0.78, 0.22, 0, 0], grounds('partial', { codes: ['element'] }), requirement()).verdict).toBe('met')
  expect(decide([0.78, 0, 0, 0.22], grounds('missing'), requirement()).verdict).toBe('missing')
  expect(decide([0.82, 0, 0, 0.18], grounds('missing'), requirement()).verdict).toBe('met')
  expect(decide([0.82, 0, 0, 0.18], grounds('missing'), requirement({ severity: 'critical' })).verdict).toBe('missing')
})

test('what was learnt fits its tables, and is of every requirement', async () => {
  const { impressions } = readLearnt('rules/ai-model-protection')
  expect(impressions?.verdicts.outcomes).toEqual([...outcomes])
  expect(impressions?.reasons.outcomes).toEqual([...reasonCodes])
  expect(impressions?.bytes.length).toBe(5 * (impressions?.verdicts.rows ?? 0) + 8 * (impressions?.reasons.rows ?? 0))
  const { requirements } = await openPack('./rules/ai-model-protection')
  for (const { id } of requirements) expect(impressionsOf(impressions, id)).toBeDefined()
})
