// Clauses that take from others: what they take from, whether anything is left, and what is no carve-out.
import { describe, expect, test } from 'vitest'
import { carved, verdict } from './weighing.ts'

const duty = '7. Provider shall log requests.\n\n'

describe('a carve-out', () => {
  test.each([
    ['9. Section 7 does not apply to batch jobs.', ['7: part']],
    ['9. Section 7 does not apply.', ['7: whole']],
    ['9. Section 7 shall not apply during maintenance.', ['7: part']],
    ['9. Clause 7 has no effect.', ['7: whole']],
    ['9. Section 7 is waived.', ['7: whole']],
    ['9. Section 7 is amended so that less is logged.', ['7: part']],
    ['9. Section 7 is deleted in so far as logs hold names.', ['7: part']],
    ['9. Paragraph 7 does not bind the Provider during an outage.', ['7: part']],
    ['9. Paragraph 7 does not bind the Provider.', ['7: whole']],
    ['9. Section 7 applies only to paid plans.', ['7: part']],
    ['9. This Section does not apply to affiliates.', ['9: part']],
    ['9. Section 7 applies to all plans.', []],
    ['9. Section 8 does not apply.', []],
    ['9. Interest does not apply.', []],
  ])('%s', (text, wanted) => expect(carved(duty + text)).toEqual(wanted))
})

describe('what is left of the duty', () => {
  test.each([
    ['9. Section 7 does not apply to batch jobs.', 'partial scope'],
    ['9. Section 7 does not apply.', 'conflict'],
    ['9. Section 8 does not apply.', 'met'],
  ])('%s: %s', (text, wanted) => expect(verdict(duty + text, 'log')).toBe(wanted))
})

test('of carve-outs without end some are kept, and one that leaves nothing is among them', () => {
  const found = carved(`${duty}${'9. Section 7 does not apply to batch jobs.\n\n'.repeat(300)}10. Section 7 does not apply.`)
  expect(found.length).toBeLessThan(200)
  expect(found).toContain('7: whole')
})
