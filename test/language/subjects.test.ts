// Who bears a clause: the party that is its subject or its agent, never one that only describes something.
import { describe, expect, test } from 'vitest'
import { findClauses } from '../../src/language/clauses.ts'
import { bearerOf, type PartyWords } from '../../src/language/subjects.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { parties } from './sentences.ts'

const bearers = (text: string) => findClauses(tokenise(text), parties).map(clause => clause.bearer)

describe('the bearer of a clause', () => {
  test.each([
    ['The Provider shall log requests.', 'provider'],
    ['We will log requests.', 'provider'],
    ['You must check outputs.', 'customer'],
    ['Kestrel Bank plc shall check outputs.', 'customer'],
    ['Each party shall keep the logs.', 'both'],
    ['The parties shall keep the logs.', 'both'],
    ['Neither party shall copy the weights.', 'both'],
    ['Requests are logged by the Provider.', 'provider'],
    ['Requests shall be logged by or on behalf of the Supplier.', 'provider'],
    ['Requests are logged.', 'nobody'],
    ['No third party shall access the weights.', 'other'],
    ['Nobody may copy the weights.', 'other'],
    ["The Customer's requests shall be logged.", 'nobody'],
    ['Requests of the Customer shall be logged.', 'nobody'],
    ['Customer Data shall be encrypted.', 'nobody'],
    ['On behalf of the Customer, the Provider shall log requests.', 'provider'],
    ["At the Customer's cost the Provider shall log requests.", 'provider'],
    ['The Provider, at the request of the Customer, shall log requests.', 'provider'],
    ['The Provider sends the Customer a report.', 'provider'],
    ['Every quarter the Provider sends the Customer a report.', 'provider'],
    ['1 The Provider informs the Customer when a fault has occurred.', 'provider'],
  ] as const)('%s %s', (text, wanted) => expect(bearers(text)).toEqual([wanted]))
})

describe('what is yours is not you, unless it is your people', () => {
  const addressed: PartyWords = new Map([...parties, ['your', 'customer'], ['our', 'provider']])
  test.each([
    ['Your model runs by itself.', 'nobody'],
    ['Your requests go to servers of their own.', 'nobody'],
    ['Your engineers check outputs.', 'customer'],
    ['Our gateway logs requests.', 'provider'],
  ] as const)('%s %s', (text, wanted) => expect(findClauses(tokenise(text), addressed).map(clause => clause.bearer)).toEqual([wanted]))
  test('nor does a main clause begin with it', () =>
    expect(findClauses(tokenise('If there is a fault we will email your office within a day.'), addressed).map(c => c.bearer)).toEqual([
      'nobody',
      'provider',
    ]))
})

test('a clause that has no subject of its own has that of the clause before', () => {
  expect(bearers('The Provider shall log requests and shall keep the logs.')).toEqual(['provider', 'provider'])
})

test('of parties that nobody has named there is no bearer', () => {
  const tokens = tokenise('The Licensor shall log requests.')
  expect(bearerOf(tokens, { from: 0, to: 2 }, { from: 3, to: tokens.length }, new Map())).toBe('nobody')
})
