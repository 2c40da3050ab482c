// The phrase language: what compiles to what, what is refused with a reason, and that nothing in it can hang.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePhrases, conceptsOf, type Step } from '../../src/language/phrases.ts'

function shown(step: Step): string {
  if (step.kind === 'gap') return `~${step.most}`
  const body =
    step.kind === 'concept'
      ? `<${step.name}>`
      : [...step.stems, ...step.exact.map(w => `=${w}`), ...step.prefixes.map(w => `${w}*`)].join('|')
  return `${body}${step.optional ? '?' : ''}`
}
const compiled = (source: string) => compilePhrases(source).map(({ steps }) => steps.map(shown).join(' '))

describe('a phrase compiles', () => {
  test.each([
    ['model weight', ['model weight']],
    ['encrypting', ['encrypt']],
    ['log|record', ['log|record']],
    ['=weights', ['=weights']],
    ['encrypt*', ['encrypt*']],
    ['at? rest', ['rest']],
    ['held at? rest', ['held at? rest']],
    ['keep ~ secret', ['keep ~4 secret']],
    ['keep ~8 safe', ['keep ~8 safe']],
    ['<model-artefact> encrypted', ['<model-artefact> encrypt']],
    ['third-party', ['third parti']],
    ['data|third-party', ['data', 'third parti']],
    ['<a>|<b>', ['<a>', '<b>']],
    ['<a>|log', ['<a>', 'log']],
    ['90 %', ['90 %']],
  ])('%s', (source, wanted) => expect(compiled(source)).toEqual(wanted))
})

describe('a faulty phrase is refused with a reason', () => {
  test.each([
    ['', 'at least one word'],
    ['   ', 'at least one word'],
    ['~ secret', 'between words'],
    ['keep ~', 'between words'],
    ['a? b?', 'not optional'],
    ['keep ~13 safe', '1 to 12'],
    ['keep ~0 safe', '1 to 12'],
    ['a ~ b ~ c ~ d ~ e ~ f', 'at most four gaps'],
    [Array.from({ length: 17 }, () => 'word').join(' '), 'at most 16'],
    ['in<side', '<name>'],
    ['<Not a name>', '<name>'],
    ['a-b|c-d a-b|c-d a-b|c-d a-b|c-d a-b|c-d a-b|c-d a-b|c-d', 'write several'],
  ])('%j', (source, why) => {
    expect(() => compilePhrases(source)).toThrow(SyntaxError)
    expect(() => compilePhrases(source)).toThrow(why)
  })
})

test('a phrase knows whether it says no by itself', () => {
  const negative = (source: string) => compilePhrases(source).some(phrase => phrase.negative)
  expect(['cannot be read', 'without access', 'keep no copy', 'with nobody watching', 'nothing is kept'].map(negative)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
  expect(['encrypted', 'note', 'nonetheless'].map(negative)).toEqual([false, false, false])
})

test('a phrase names the concepts that it refers to', () => {
  expect(compilePhrases('keep <logs> ~ <safe>').flatMap(conceptsOf)).toEqual(['logs', 'safe'])
})

const item = fc.oneof(
  fc.constantFrom('~', '~12', '~3', '<a>', '<a>|<b>', 'a|b|c', 'a-b|c-d', '=x', 'x*', 'x?', '|', '||', '~x', '*', '=', '?', '<>', '%'),
  fc.string({ maxLength: 8 }),
)

test('any source compiles to a bounded number of bounded phrases, or is refused as a syntax error', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 40 }), items => {
      try {
        const phrases = compilePhrases(items.join(' '))
        expect(phrases.length).toBeLessThanOrEqual(64)
        for (const { steps } of phrases) expect(steps.length).toBeLessThanOrEqual(16)
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxError)
      }
    }),
    { numRuns: 500 },
  )
})
