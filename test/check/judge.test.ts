// From what was weighed to a verdict, and what holds of every finding whatever the text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { judge } from '../../src/check/judge.ts'
import { defaultPack, packFolder } from '../../src/packs.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import { faultless } from '../faultless.ts'
import { checked, compiled, contractOf, verdict } from './weighing.ts'

describe('the decision table', () => {
  test.each([
    ['seal', 'Weights are encrypted at rest and in transit.', 'met'],
    ['seal', 'Weights are encrypted at rest.\n\nWeights are encrypted in transit.', 'met'],
    ['seal', 'Weights are encrypted at rest.', 'partial element'],
    ['seal', 'Weights are encrypted.', 'partial element'],
    ['seal', 'Weights are not encrypted.', 'conflict'],
    ['seal', 'Fees are due monthly.', 'missing'],
    ['log', 'Provider shall log requests.', 'met'],
    ['log', 'Provider may log requests.\n\nProvider shall log requests.', 'met'],
    ['log', '1. Provider shall log requests.\n\n2. Provider shall not log requests.', 'partial inconsistent'],
    ['log', 'Customer shall log requests. Provider need not log requests.', 'conflict'],
    ['log', 'Customer shall log requests.', 'partial party'],
    ['log', 'Provider may log requests, but is under no obligation to log them.', 'conflict'],
    ['log', 'Provider may record requests, but shall not be required to log any of them.', 'conflict'],
    ['audit', '1. The audit of the logs is a matter internal to the Provider.', 'conflict'],
    ['log', '1. Provider may log requests.\n\n2. Provider is not required to log requests of trial users.', 'partial inconsistent soft'],
    ['log', '1. Provider shall log requests.\n\n2. Notwithstanding Section 1, Provider shall not log requests.', 'conflict'],
    ...(
      [
        ['By way of derogation from Article 2', 'met'],
        ['Despite clause 2', 'met'],
        ['(replacing Vendor Terms 2.1)', 'met'],
        ['Despite any delay', 'partial inconsistent'],
        ['Replacing any lost key', 'partial inconsistent'],
        ['Without derogating from clause 2', 'partial inconsistent'],
      ] as const
    ).map(([turn, wanted]): [string, string, string] => [
      'notify',
      `1. ${turn}, Provider shall notify Customer of any incident within 48 hours.\n\n2. Provider shall notify Customer of any incident within 72 hours.`,
      wanted,
    ]),
    [
      'notify',
      '1. Provider shall notify Customer of any incident within 48 hours.\n\n2. Provider shall notify Customer of any incident within 72 hours.',
      'partial inconsistent',
    ],
    [
      'notify',
      '1. Provider shall notify Customer of any incident within 48 hours.\n\n2. Provider shall notify Customer of any incident within 24 hours.',
      'met',
    ],
  ])('%s: %s', (id, text, wanted) => expect(verdict(text, id)).toBe(wanted))
})

test('of nothing weighed nothing is found', () => {
  expect(judge(compiled('log').requirement, [])).toMatchObject({ verdict: 'missing', deciding: [] })
})

test('the lacking element is named', () => {
  const [finding] = checked('Weights are encrypted at rest.').findings.filter(f => f.requirement === 'seal')
  expect(finding?.reasons).toMatchObject([{ code: 'element', facts: { lacking: 'in transit' } }])
})

describe('a checklist item', () => {
  test.each([
    ['Provider shall log requests.\n\nProvider shall keep the journal for 90 days.', 'met'],
    ['Provider shall log requests.', 'partial'],
    ['Provider shall not log requests.', 'conflict'],
    ['Fees are due.', 'missing'],
  ])('%s: %s', (text, wanted) => expect(checked(text).checklist.map(item => item.verdict)).toEqual([wanted]))
})

const shipped = loadRulePack(packFolder(defaultPack))
const scrap = fc.oneof(
  fc.constantFrom(
    '1. ',
    '\n\n',
    '(a) ',
    '"',
    ' | ',
    'Provider shall ',
    'not ',
    'notify ',
    'incident ',
    'within 48 hours',
    'logs ',
    'unless ',
    'Section 1 does not apply. ',
    'Annex A\n',
    'weights ',
    '[X] ',
    'means ',
    'Customer ',
    'may ',
    'encrypted ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

test('any text is judged: one finding a requirement, in order, each quote the words at its place, and the same twice', () => {
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 40 }), scraps => {
      const contract = contractOf(scraps.join(''))
      const once = faultless(check(contract, shipped))
      expect(once.findings.map(f => f.requirement)).toEqual(shipped.requirements.map(r => r.id))
      for (const { verdict, evidence } of once.findings) {
        expect(evidence.length > 0).toBe(['met', 'partial', 'conflict'].includes(verdict))
        for (const { document, start, end, quote } of evidence) {
          expect(quote).not.toBe('')
          expect(contract.documents[document]?.text.slice(start, end)).toBe(quote)
        }
      }
      expect(check(contractOf(scraps.join('')), shipped)).toEqual(once)
    }),
    { numRuns: 150 },
  )
})
