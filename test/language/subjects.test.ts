// Who bears a clause: the party that is its subject or its agent, never one that only describes something.
import { describe, expect, test } from 'vitest'
import { findClauses } from '../../src/language/clauses.ts'
import { bearerOf } from '../../src/language/subjects.ts'
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
  ] as const)('%s %s', (text, wanted) => expect(bearers(text)).toEqual([wanted]))
})

test('a clause that has no subject of its own has that of the clause before', () => {
  expect(bearers('The Provider shall log requests and shall keep the logs.')).toEqual(['provider', 'provider'])
})

test('of parties that nobody has named there is no bearer', () => {
  const tokens = tokenise('The Licensor shall log requests.')
  expect(bearerOf(tokens, { from: 0, to: 2 }, { from: 3, to: tokens.length }, new Map())).toBe('nobody')
})
