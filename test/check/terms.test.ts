// Defined terms stand for what they mean, and only then: not what a definition leaves out, nor in lower case.
import { describe, expect, test } from 'vitest'
import { verdict } from './weighing.ts'

const sealed = '2. Crown Jewels are encrypted at rest and in transit.'

describe('a defined term', () => {
  test.each([
    ['"Crown Jewels" means the parameters of the Model.', sealed, 'met'],
    ['"Crown Jewels" means the furniture of the office.', sealed, 'missing'],
    ['"Crown Jewels" means the furniture, excluding the parameters of the Model.', sealed, 'missing'],
    ['"Crown Jewels" means the Heirlooms. "Heirlooms" means the parameters of the Model.', sealed, 'met'],
    ['"Crown Jewels" means the parameters of the Model.', '2. crown jewels are encrypted at rest and in transit.', 'missing'],
    ['"Crown Jewels" means the parameters, encrypted at rest and in transit.', '2. Fees are due.', 'missing'],
    ['"Crown Jewels" means the Heirlooms. "Heirlooms" means the Crown Jewels.', sealed, 'missing'],
  ])('%s %s: %s', (definition, text, wanted) =>
    expect(verdict(`1. Definitions\n\n${definition.replaceAll('. "', '.\n\n"')}\n\n${text}`, 'seal')).toBe(wanted),
  )
})
