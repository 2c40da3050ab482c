// Sentences cut into clauses: what force each has, who bears it, and that no word is lost or counted twice.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findClauses } from '../../src/language/clauses.ts'
import type { PartyWords } from '../../src/language/subjects.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { clauses, parties } from './sentences.ts'

const force = (text: string) => findClauses(tokenise(text), parties).map(clause => clause.force)

describe('the force of a clause', () => {
  test.each([
    ['The Provider shall log requests.', 'must'],
    ['The Provider must log requests.', 'must'],
    ['The Provider will log requests.', 'must'],
    ['The Provider agrees to log requests.', 'must'],
    ['The Provider undertakes to log requests.', 'must'],
    ['The Provider is required to log requests.', 'must'],
    ['The Provider is responsible for logging requests.', 'must'],
    ['The Provider warrants that requests get logged.', 'must'],
    ['The Provider shall not fail to log requests.', 'must'],
    ['The Provider must never neglect to log requests.', 'must'],
    ['The Provider shall not log requests.', 'must-not'],
    ['The Provider may not log requests.', 'must-not'],
    ["The Provider won't log requests.", 'must-not'],
    ['The Provider cannot log requests.', 'must-not'],
    ['The Provider is prohibited from logging requests.', 'must-not'],
    ['The Provider has no right to log requests.', 'must-not'],
    ['The Provider shall under no circumstances log requests.', 'must-not'],
    ['The Provider shall refrain from logging requests.', 'must-not'],
    ['The Provider need not log requests.', 'refuses'],
    ["The Provider doesn't have to log requests.", 'refuses'],
    ['The Provider is not required to log requests.', 'refuses'],
    ['The Provider shall not be required to log requests.', 'refuses'],
    ['The Provider has no obligation to log requests.', 'refuses'],
    ['The Provider is under no duty to log requests.', 'refuses'],
    ['The Provider disclaims any duty to log requests.', 'refuses'],
    ['In no event shall the Provider be obliged to log requests.', 'refuses'],
    ['Nothing in this Agreement obliges the Provider to log requests.', 'refuses'],
    ['The Provider may log requests.', 'may'],
    ['The Provider can log requests.', 'may'],
    ['The Provider is entitled to log requests.', 'may'],
    ['The Provider reserves the right to log requests.', 'may'],
    ['The Provider should log requests.', 'soft'],
    ['The Provider intends to log requests.', 'soft'],
    ['The Provider aims to log requests.', 'soft'],
    ['The Provider shall use reasonable efforts to log requests.', 'soft'],
    ['The Provider shall endeavour to log requests.', 'soft'],
    ['The system is designed to log requests.', 'soft'],
    ['Requests are logged.', 'fact'],
    ['The Provider logs requests.', 'fact'],
    ['Requests are not logged.', 'fact-not'],
    ["The Provider doesn't log requests.", 'fact-not'],
  ] as const)('%s %s', (text, wanted) => expect(force(text)).toEqual([wanted]))
})

describe('a condition that opens the sentence ends where the main clause begins', () => {
  test.each([
    [
      'If there is a fault we will email your office within a day.',
      'fact nobody: if there is a fault // must provider: we will email your office within a day .',
    ],
    [
      'In the event of a fault the Provider stops it, repairs the damage and finds its cause.',
      'fact nobody: in the event of a fault // fact provider: the provider stops it , repairs the damage and finds its cause .',
    ],
    [
      'Once written, an entry shall be kept, the Provider included, until its time has run.',
      'must nobody: once written , an entry shall be kept , the provider included , // fact nobody: until its time has run .',
    ],
    [
      'If the Customer buys the module, the Provider logs requests.',
      'fact customer: if the customer buys the module , // fact provider: the provider logs requests .',
    ],
  ])('%s', (text, wanted) => expect(clauses(text)).toBe(wanted))
})

test('a party is the subject of a main clause, whether it is known with its article or without', () => {
  const named: PartyWords = new Map([['provider', 'provider']])
  expect(findClauses(tokenise('If a fault occurs the Provider repairs it.'), named).map(c => c.bearer)).toEqual(['nobody', 'provider'])
})

test('what is denied of a list is denied of all of it', () => {
  expect(clauses('Requests arrive as they are; no checking, cleaning or filtering takes place.')).toBe(
    'fact nobody: requests arrive as they are ; // fact nobody: no checking , cleaning or filtering takes place .',
  )
})

describe('words that look like a verb of duty and are none', () => {
  test.each([
    ['The fees of May 2025 are due.', ['fact']],
    ['Either party terminates at will.', ['fact']],
    ['The Provider shall not later than 1 June log requests.', ['must']],
  ] as const)('%s', (text, wanted) => expect(force(text)).toEqual(wanted))
})

describe('clauses of one sentence', () => {
  test.each([
    [
      'The Provider shall not sell data and shall log requests.',
      'must-not provider: the provider shall not sell data // must provider: and shall log requests .',
    ],
    [
      'The Provider shall log requests and the Customer may audit them.',
      'must provider: the provider shall log requests // may customer: and the customer may audit them .',
    ],
    ['The Provider shall ensure that logs are kept.', 'must provider: the provider shall ensure // fact provider: that logs are kept .'],
    [
      'The Provider does not charge for this, and it limits all calls.',
      'fact-not provider: the provider does not charge for this , // fact provider: and it limits all calls .',
    ],
    [
      'If logs are lost, the Provider shall tell the Customer.',
      'fact nobody: if logs are lost // must provider: , the provider shall tell the customer .',
    ],
    ['Logs', 'fact nobody: logs'],
  ])('%s', (text, wanted) => expect(clauses(text)).toBe(wanted))
})

test('what a verb such as "ensure that" governs knows the clause that governs it', () => {
  const [, inner] = findClauses(tokenise('The Provider is not obliged to ensure that logs are kept.'), parties)
  expect(inner).toMatchObject({ within: 0 })
})

const few = fc.constantFrom(
  ...'the provider shall must not may never be is are been that ensure if unless no neither nor and or but , ; : . ( ) " log logs without being having need will have to fail agrees it we you which 48'.split(
    ' ',
  ),
)

test('clauses hold every token once, in order', () => {
  fc.assert(
    fc.property(fc.array(few, { maxLength: 50 }), words => {
      const tokens = tokenise(words.join(' '))
      let next = 0
      for (const { from, to, within, operator } of findClauses(tokens, parties)) {
        expect(from).toBe(next)
        expect(to).toBeGreaterThanOrEqual(from)
        if (within !== undefined) expect(within).toBeGreaterThanOrEqual(0)
        if (operator !== undefined) expect(operator.from >= from && operator.to <= to).toBe(true)
        next = to
      }
      expect(next).toBe(tokens.length)
    }),
    { numRuns: 1000 },
  )
})
