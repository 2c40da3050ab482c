// Phrases beside the verb that hold a duty to a part, and those that hold it to nothing.
import { describe, expect, test } from 'vitest'
import { stances } from './weighing.ts'

describe('a part', () => {
  test.each([
    'for the Gold channel',
    'in the Gold channel',
    'on the Basic edition',
    'in the EU region',
    'in respect of the pricing function',
    'in respect of Ambient Recall',
    'as regards the web console',
    'for critical systems',
    'for users of the mobile application',
    'for calls made through the web console',
    'for services hosted in Ireland',
    'for models released after 1 January 2031',
    'for agents of type A',
    'until 31 December 2031',
    'for the first twelve months',
    'from the second contract year',
    'during the pilot phase',
    'during business hours',
    'on working days',
    'once the platform has been migrated',
    'to the extent that personal data is involved',
    'where Customer Data is involved',
    'if the Customer has bought the security pack',
    'subject to payment of the fee in Schedule 3',
  ])('%s', part => {
    expect(stances(`Provider shall log each request ${part}.`, 'log')).toContain('promise scope')
    expect(stances(`Provider shall, ${part}, log each request.`, 'log')).toContain('promise scope')
  })
})

describe('the whole', () => {
  test.each([
    'in every channel',
    'for all editions',
    'in each region',
    'for the Customer',
    'in the central log store',
    'for twelve months',
    'until it is answered',
    'within two hours',
    'for the purposes of the Agreement',
    'in respect of the Service',
    'under its role matrix',
    'where a fault is found',
  ])('%s', part => expect(stances(`Provider shall log each request ${part}.`, 'log')).not.toContain('promise scope'))
})

test.each([
  ['The Customer may audit the logs during business hours.', ['promise']],
  ['The Customer may audit the logs for the Gold channel.', ['promise scope']],
])('a right: %s', (text, wanted) => expect(stances(text, 'audit')).toEqual(wanted))
