// Where concepts occur: stems, gaps, light words, alternatives, cancelling, concepts within concepts; never out of bounds, never slow.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileLexicon, findConcepts } from '../../src/language/lexicon.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { saidBy } from './sentences.ts'

const concept = (name: string, phrases: readonly string[], not: readonly string[] = []) => ({ name, phrases, not })

/** The words that one phrase list matches in a text. */
function found(phrases: readonly string[], text: string, not: readonly string[] = []): string[] {
  const tokens = tokenise(text)
  const matches = findConcepts(compileLexicon([concept('it', phrases, not)]), tokens).get('it') ?? []
  return matches.map(match => saidBy(tokens, match))
}

describe('a phrase is found', () => {
  test.each([
    ['model weight', 'The model weights are kept.', ['model weights']],
    ['model weight', "The model's weights", ["model 's weights"]],
    ['model weight', 'models, and weights', []],
    ['=weights', 'the weight of it', []],
    ['=weights', 'the weights of it', ['weights']],
    ['encrypt*', 'unencrypted and encrypted', ['encrypted']],
    ['log|record request', 'We record all requests and log the request.', ['record all requests', 'log the request']],
    ['held at? rest', 'held at rest, held rest', ['held at rest', 'held rest']],
    ['keep ~ secret', 'keep it at all times secret', ['keep it at all times secret']],
    ['keep ~2 secret', 'keep it at all times secret', []],
    ['keep ~8 secret', 'keep it; all is secret', []],
    ['third-party', 'a third party and a third-party tool', ['third party', 'third - party']],
    ['at rest', 'at (rest)', ['at ( rest']],
    ['log request', 'log every single request', []],
  ])('%s in "%s"', (phrase, text, wanted) => expect(found([phrase], text)).toEqual(wanted))
})

test('a phrase that looks like it cancels what it overlaps', () => {
  expect(found(['weight'], 'risk weights and model weights', ['risk weight'])).toEqual(['weights'])
  expect(found(['weight'], 'risk weights', ['risk weight'])).toEqual([])
})

test('concepts hold concepts, in whatever order they come', () => {
  const lexicon = compileLexicon([concept('kept', ['keep <log>']), concept('log', ['journal', 'log'])])
  const tokens = tokenise('We keep the journal.')
  expect(findConcepts(lexicon, tokens).get('kept')).toMatchObject([{ from: 1, to: 4 }])
})

test('a defined term stands for the concept of its meaning', () => {
  const lexicon = compileLexicon([concept('log', ['journal']), concept('kept', ['keep <log>'])])
  const tokens = tokenise('We keep Records.')
  expect(findConcepts(lexicon, tokens, new Map([['log', [{ from: 2, to: 3 }]]])).get('kept')).toMatchObject([{ from: 1, to: 3 }])
})

test('a match knows whether its own words say no', () => {
  const lexicon = compileLexicon([concept('unread', ['cannot be read']), concept('form', ['form ~ <unread>']), concept('read', ['read'])])
  const occurrences = findConcepts(lexicon, tokenise('a form that cannot be read'))
  expect(occurrences.get('form')).toMatchObject([{ negative: true }])
  expect(occurrences.get('read')?.[0]?.negative ?? false).toBe(false)
})

test('what does not occur is absent', () => {
  const occurrences = findConcepts(compileLexicon([concept('log', ['log'])]), tokenise('nothing here'))
  expect(occurrences.has('log')).toBe(false)
  expect(occurrences.get('log')).toBeUndefined()
  expect([...occurrences]).toEqual([])
})

test('an unknown concept and a circle are refused', () => {
  expect(() => compileLexicon([concept('a', ['<b>'])])).toThrow(/no concept <b>/)
  expect(() => compileLexicon([concept('a', ['<b> x']), concept('b', ['<a> y'])])).toThrow(/itself/)
})

const few = fc.constantFrom('log', 'keep', 'the', 'any', ',', ';', 'not', 'request', 'x')
const lexicon = compileLexicon([
  concept('log', ['log', 'keep ~12 log', 'log? keep request']),
  concept('deep', ['<log> ~12 <log> ~12 <log>', 'x <log>|request ~ x'], ['x x']),
])

test('matches lie within the tokens, in order, and are the same twice', () => {
  fc.assert(
    fc.property(fc.array(few, { maxLength: 60 }), words => {
      const tokens = tokenise(words.join(' '))
      const once = [...findConcepts(lexicon, tokens)]
      for (const [, matches] of once)
        matches.forEach((match, i) => {
          expect(match.from).toBeGreaterThanOrEqual(matches[i - 1]?.from ?? 0)
          expect(match.to).toBeGreaterThan(match.from)
          expect(match.to).toBeLessThanOrEqual(tokens.length)
        })
      expect([...findConcepts(lexicon, tokens)]).toEqual(once)
    }),
  )
})

// The square is of one sentence, of which parse lets no more than 10,000 characters through; cubic work would be 64 times as much.
test('four times the text is at most some sixteen times the work, also on the worst of texts', () => {
  const spent = (length: number) => {
    const tokens = tokenise('keep log request x '.repeat(length))
    const start = performance.now()
    for (const [, matches] of findConcepts(lexicon, tokens)) expect(matches.length).toBeGreaterThan(0)
    return performance.now() - start
  }
  spent(500)
  const [small, large] = [Math.min(spent(1000), spent(1000)), Math.min(spent(4000), spent(4000))]
  expect(large).toBeLessThan(small * 4 * 4 * 2 + 100)
})
