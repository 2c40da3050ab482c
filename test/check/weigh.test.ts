// What one passage is worth: promise, refusal or nothing, and in what a promise falls short.
import { describe, expect, test } from 'vitest'
import { stances, weighed } from './weighing.ts'

describe('stance', () => {
  test.each([
    ['log', 'Provider shall log each request.', ['promise']],
    ['log', 'Requests are logged.', ['promise']],
    ['log', 'Provider shall not log requests.', ['refusal']],
    ['log', 'Provider need not log requests.', ['refusal']],
    ['log', 'When a caller gets past our gate, we do not log the request.', ['refusal']],
    ['log', 'If requests are logged, the Customer shall pay.', ['nothing']],
    ['log', 'The Customer shall not log requests.', ['nothing']],
    ['log', 'Requests shall not be removed from the log.', ['nothing']],
    ['log', 'Nobody outside the log team shall change requests.', ['nothing']],
    ['log', 'Provider must not change requests or the log in clause 6.', ['nothing']],
    ['log', 'Provider shall refuse requests that are not logged.', ['promise']],
    ['log', 'The gate discards all requests which are not logged.', ['promise']],
    ['log', 'Provider shall answer requests that are not logged.', ['nothing']],
    ['log', 'Provider is released from the log of requests.', ['refusal']],
    ['log', 'Where Provider runs the gate, it:\n\n(a) logs each request;\n\n(b) keeps it safe.', ['promise']],
    ['log', 'The report contains:\n\n(a) logs of each request;\n\n(b) prices.', ['nothing']],
    ['copy', 'Customer shall not copy the weights.', ['promise']],
    ['copy', 'Nobody may copy the weights.', ['promise']],
    ['copy', 'Customer may copy the weights.', ['refusal']],
    ['copy', 'Customer is not obliged to copy the weights.', ['nothing']],
    ['copy', 'A copy of the weights is large.', ['nothing']],
    ['send', 'Provider shall not send the weights abroad.', ['promise']],
    ['open', 'The weights shall not be kept save in a locked room.', ['promise']],
    ['open', 'The weights shall not be kept save in a locked room, except on Sundays.', ['promise scope']],
    ['send', 'Provider shall send a report on the weights.', ['nothing']],
    ['send', 'Provider may send a report on the weights.', ['nothing']],
    ['audit', 'Customer may audit the logs.', ['promise']],
    ['audit', 'Customer may not audit the logs.', ['refusal']],
    ['log', 'Does Provider log requests?', ['nothing']],
    ['log', 'Does Provider log requests? Yes, all of them.', ['promise']],
    ['seal', 'Files are sent in clear text.', ['refusal']],
    ['seal', 'Files are not sent in clear text.', ['nothing']],
  ])('%s: %s', (id, text, wanted) => expect(stances(text, id)).toEqual(wanted))
})

describe('faults of a promise', () => {
  test.each([
    ['log', 'Provider may log requests.', ['promise soft']],
    ['log', 'Provider should log requests.', ['promise soft']],
    ['log', 'Provider shall log requests where practicable.', ['promise soft']],
    ['log', 'Upon request, Provider shall log requests.', ['promise soft']],
    ['log', 'Customer shall log requests.', ['promise party']],
    ['audit', 'The Customer may, as often as it sees fit, audit the logs.', ['promise']],
    ['audit', 'The Customer may at its sole discretion audit the logs.', ['promise']],
    ['audit', 'You may audit the logs whenever you deem it appropriate.', ['promise']],
    ['audit', 'The Customer may audit the logs with the consent of the Provider at its sole discretion.', ['promise soft']],
    ['audit', 'The Customer may audit the logs where practicable.', ['promise soft']],
    ['audit', 'The Customer may audit the logs, provided that it gives notice of a day.', ['promise']],
    ['audit', 'The Customer may audit the logs, provided that those who do so are bound to secrecy.', ['promise']],
    ['audit', 'The Customer may audit the logs, provided that the Provider has consented.', ['promise scope']],
    ['audit', 'The Customer may audit the logs, provided that it pays for it.', ['promise scope']],
    ['log', 'Our gate logs each request, and anything it should not hold.', ['promise']],
    ['log', 'Provider shall log requests, except those of batch jobs.', ['promise scope']],
    ['log', 'Provider shall log requests, except as required by law.', ['promise']],
    ['log', 'Provider shall log requests after they are received, except those of batch jobs.', ['promise scope']],
    ['log', 'Provider shall log requests, and shall keep them, unless it decides otherwise.', ['promise scope']],
    ['log', 'Provider shall log requests, and shall keep them, except those of batch jobs.', ['promise']],
    ['log', 'Provider shall use reasonable efforts to keep or log requests whenever a session is opened.', ['promise soft']],
    ['log', 'Provider shall, where practicable, have each request logged.', ['promise soft']],
    ['log', 'An internal team of the Customer shall log requests.', ['promise party']],
    ['copy', 'Customer should not copy the weights.', ['promise soft']],
    ['audit', 'Provider shall audit the logs.', ['promise party']],
    ['audit', 'Customer shall have the audit of the logs.', ['promise']],
    ['log', 'Provider shall use reasonable efforts to ensure each request and reply is logged.', ['promise soft']],
    ['log', 'Customer shall ensure that a request which is hostile or odd is logged.', ['promise party']],
    ['log', 'Where the Premium Package has been purchased, Provider shall log requests.', ['promise scope']],
    ['log', 'Provider shall log requests before they are answered for customers of the premium tier only.', ['promise scope']],
    ['log', 'Once confidential data of a purchaser is involved, Provider shall log requests.', ['promise']],
    ['log', 'Provider shall log requests unless the disk is full.', ['promise scope']],
    ['log', 'Provider shall log requests unless Customer has signed a variation.', ['promise']],
    ['log', 'Provider shall log requests unless its director has signed a variation.', ['promise scope']],
    ['log', 'Provider shall log requests unless a shorter period is required by law.', ['promise']],
    ['log', 'Provider shall log requests of customers on the Premium plan.', ['promise scope']],
    ['log', 'Provider shall log requests as set out in Annex Q.', ['promise scope']],
    ['log', 'On the Public Channel, Provider shall log requests.', ['promise scope']],
    ['log', 'On each day, Provider shall log requests.', ['promise']],
    ['log', 'Within the framework of this Agreement, Provider shall log requests.', ['promise']],
    ['log', 'Provider shall log requests of any user other than its own testers.', ['promise']],
    ['log', 'Provider shall log requests. For other calls no requests are recorded.', ['promise scope']],
    [
      'log',
      'Provider shall log requests on the first circuit, but shall not be required to log those on the second circuit.',
      ['promise scope', 'refusal'],
    ],
    ['log', "It's for customers on the Scale plan. Provider logs each request.", ['promise scope']],
    ['log', 'Provider shall log requests of [Customer to confirm].', ['promise blank']],
    ['notify', 'Provider shall notify Customer of any incident within 48 hours.', ['promise']],
    ['notify', 'Provider shall notify Customer of a data incident within 48 hours.', ['promise scope']],
    ['notify', 'Provider shall notify Customer of any incident, data incident or not, within 48 hours.', ['promise']],
    ['notify', 'Provider shall notify Customer of any incident other than drills within 48 hours.', ['promise']],
  ])('%s: %s', (id, text, wanted) => expect(stances(text, id)).toEqual(wanted))
})

test('a soft promise and an exception quote the words', () => {
  const facts = (text: string) => weighed(text, 'log').flatMap(({ faults }) => faults.map(fault => fault.facts.words))
  expect(facts('Provider may log requests.')).toEqual(['may'])
  expect(facts('Provider shall log requests where practicable.')).toEqual(['where practicable'])
  expect(facts('Provider shall log requests, except those of batch jobs.')[0]).toMatch(/^except those of batch jobs/)
  expect(facts('Provider shall log requests, save that requests of testers are not logged.')).toContain(
    'save that requests of testers are not logged.',
  )
})

describe('what leaves a duty to its debtor', () => {
  test.each([
    'Provider proposes to log requests.',
    'Provider works to log requests.',
    'Provider takes reasonable steps to log requests.',
    'Provider would be glad to log requests.',
    'Provider shall do its utmost to log requests.',
    'Provider has it in mind to log requests.',
    "Provider's present custom, which it remains free to vary or lay aside, is to log requests.",
    'It would be prudent for requests to be logged.',
    'It is good practice for requests to be logged.',
    'The parties envisage that requests will be logged.',
    'Ideally, requests are logged.',
    'As a rule, requests are logged.',
    'Requests are, in the ordinary course, logged.',
    'Requests are, for the most part, logged.',
    'Requests are logged wherever the Provider deems it necessary.',
    'Provider will in a later release log requests.',
    'Provider shall log requests to the extent that in its judgment this is worthwhile.',
    'Provider shall log requests, but may suspend this at any time.',
    'Requests are logged, though the Provider may stop doing so.',
    'Requests are logged, although no commitment is given in this respect.',
    'Provider shall log requests; this is an objective and not an obligation.',
    'Requests are logged, but this is not warranted.',
    'A feature by which requests are logged is on the roadmap.',
  ])('%s', text => expect(stances(text, 'log')).toContain('promise soft'))

  test.each([
    'Provider shall log requests, and the Customer may suspend this at any time.',
    'Provider shall log requests, and may vary the shape of its files.',
    'Provider shall log requests and use reasonable care.',
    'Provider shall log requests. Care is taken to keep it general in tone.',
    'Requests are logged, and nobody may stop this.',
    'Provider shall log requests where the Customer decides that it needs them.',
  ])('but not: %s', text => expect(stances(text, 'log')).not.toContain('promise soft'))
})
