// What is told and not promised, and what only looks like it.
import { describe, expect, test } from 'vitest'
import { stances } from './weighing.ts'

describe('only mentioned', () => {
  test.each([
    'Before 2024 requests were logged.',
    'Until March 2024 requests were logged.',
    'In earlier versions requests were logged.',
    'In the pilot requests were logged.',
    'Formerly, requests were logged.',
  ])('%s', text => expect(stances(text, 'log').filter(stance => stance !== 'nothing')).toEqual([]))
})

describe('promised or refused', () => {
  test.each([
    ['Before signature requests were logged.', ['promise']],
    ['Whether requests are logged is a matter for the Provider.', ['promise soft']],
    ['The Provider may decide whether requests are logged.', ['promise soft']],
    ['The parties will discuss whether requests should be logged.', ['promise soft']],
    ['Requests, whether made by hand or by program, are logged.', ['promise']],
    ['In the pilot region requests are logged.', ['promise']],
    ['The Provider has ceased to log requests.', ['refusal']],
    ['The Provider no longer logs requests.', ['refusal']],
    ['Requests are logged for no longer than a year.', ['promise']],
    ['No requirement exists that requests be logged.', ['refusal']],
    ['The Customer asked that requests be logged.', ['promise soft party']],
    ['The logging of requests is the responsibility of the Customer alone.', ['promise party']],
  ])('%s', (text, wanted) => expect(stances(text, 'log').map(stance => stance.replace(/ scope/, ''))).toEqual(wanted))
})
