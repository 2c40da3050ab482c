// Where a requirement is spoken of: the act with its company, in what zone, and where it is not.
import { describe, expect, test } from 'vitest'
import { located } from './weighing.ts'

describe('an act is located with its company', () => {
  test.each([
    ['log', 'Provider shall log each request.', ['log duty operative']],
    ['log', 'Provider shall log each visitor.', []],
    ['log', 'Provider shall log each request of a visitor.', []],
    ['log', 'Provider shall cut wood into logs.', []],
    ['keep', 'Provider shall keep the journal.', ['keep duty operative']],
    ['keep', 'Provider shall keep a cat.', []],
    ['keep', 'Provider shall write a journal. It shall be kept for 90 days.', ['kept duty operative']],
    ['keep', 'Provider shall write a journal. Provider shall keep a cat.', []],
    ['keep', '3. Journal\n\nThe Provider shall keep it for 90 days.', ['keep duty operative']],
    ['seal', 'Weights are encrypted at rest.', ['encrypted topic operative', 'encrypted rest operative']],
    ['seal', 'Weights are encrypted. The office is at rest.', ['encrypted topic operative']],
    [
      'seal',
      '"Crown Jewels" means the parameters of the Model.\n\n2. Crown Jewels are encrypted at rest.',
      ['encrypted topic operative', 'encrypted rest operative'],
    ],
    ['log', 'WHEREAS the Provider shall log each request;\n\nNOW, THEREFORE, the parties agree:\n\n1. Fees are due.', ['log duty recital']],
    ['log', '', []],
  ])('%s: %s', (id, text, wanted) => expect(located(text, id)).toEqual(wanted))
})
