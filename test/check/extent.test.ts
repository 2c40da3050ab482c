// Modifiers that hold a duty to a part, and those that only describe the whole.
import { describe, expect, test } from 'vitest'
import { weighed } from './weighing.ts'

/** The words that hold the duty to a part, for each candidate. */
function part(id: string, text: string): (string | undefined)[] {
  return weighed(text, id).map(({ faults }) => faults.find(({ code }) => code === 'scope')?.facts.words)
}

describe('a part', () => {
  test.each([
    ['log', 'In that part of the Hall which serves the desk, Provider shall log each request.', 'that part of the Hall which'],
    [
      'log',
      'Provider shall log requests to those portions of the Service that it regards as critical.',
      'those portions of the Service that',
    ],
    ['log', 'Provider shall log requests from individuals in Japan.', 'individuals in Japan'],
    ['log', 'Provider shall log requests of users who are resident in Germany.', 'users who are resident in Germany'],
    ['log', 'Requests of residents of the European Union are logged.', 'residents of the European'],
    ['log', 'Requests that come from the branches of the Customer outside Canada are logged.', 'branches of the Customer outside Canada'],
    ['log', 'Provider shall log requests in English.', 'requests in English'],
    ['log', 'Provider shall log French-language requests.', 'French-language requests'],
    ['log', 'Requests within clause 7.2(b) shall be logged.', 'within clause 7.2(b)'],
    ['log', 'Requests falling under section 4(a) are logged.', 'under section 4(a)'],
    ['log', 'Requests sent over the pricing route are logged.', 'the pricing route'],
    ['copy', 'Each Subcontractor shall refrain from any copy of the weights.', 'Each Subcontractor'],
    ['copy', 'No employee or agent shall copy the weights.', 'No employee or agent'],
  ])('%s: %s', (id, text, words) => expect(part(id, text)).toEqual([words]))
})

describe('the whole', () => {
  test.each([
    ['log', 'Provider shall log requests to every part of the Service that is hosted.'],
    ['log', 'On the part of the Provider, requests are logged.'],
    ['log', 'Logging of requests forms part of the Service which Provider supplies.'],
    ['log', 'Provider shall log requests of individuals.'],
    ['log', 'Provider shall log requests of users of the Service.'],
    ['log', 'Provider shall log requests of users in accordance with clause 7.'],
    ['log', '"Depot" means the store of the Customer. Provider shall log requests of persons in the Depot.'],
    ['log', 'Requests are logged in the data centres in Ireland.'],
    ['log', 'Requests are logged, and reports on them are made in English.'],
    ['log', 'Requests in English and in every other language are logged.'],
    ['log', 'Requests shall be logged as described in clause 7.2(b).'],
    ['log', 'Requests that take the only route are logged.'],
    ['copy', 'No employee or agent of the Customer shall copy the weights.'],
    ['copy', 'Neither the Customer nor any Subcontractor shall copy the weights.'],
    ['copy', 'The Customer shall see to it that no employee copies the weights.'],
  ])('%s: %s', (id, text) => expect(part(id, text).filter(words => words !== undefined)).toEqual([]))
})
