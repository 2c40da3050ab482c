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
    ['9. Section 7 does not reach batch jobs.', ['7: part']],
    ['9. Batch jobs are outside Section 7.', ['7: part']],
    ['9. Batch jobs are not requests for the purposes of Section 7.', ['7: part']],
    ['9. Despite Section 7, the Provider need not keep batch jobs.', ['7: part']],
    ['9. Nothing in Section 7 obliges the Provider to keep batch jobs.', ['7: part']],
    ['9. The tests in Section 7 may be passed over in a quiet year.', ['7: soft']],
    ['9. What Section 7 says, whatever its verb, is an objective only.', ['7: soft']],
    ['9. Those of Section 7 are obligations of means.', ['7: soft']],
    ['9. Logs that are kept under Section 7 are read each day.', []],
    ['9. Despite Section 7, the Provider shall keep batch jobs for a year.', []],
    ['9. Failure is no breach within the meaning of Section 7.', []],
    ['9. The objective of Section 7 is safety.', []],
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
    ['9. Those of Section 7 are obligations of means only.', 'partial soft'],
    ['9. Batch jobs are outside Section 7.', 'partial scope'],
  ])('%s: %s', (text, wanted) => expect(verdict(duty + text, 'log')).toBe(wanted))
})

test.each([
  ['Article 9, Paragraph 2 does not reach batch jobs.', 'met'],
  ['Article 9, Paragraph 1 does not reach batch jobs.', 'partial scope'],
])('of an article the paragraph that is named: %s', (text, wanted) =>
  expect(verdict(`Article 9\n\n① Provider shall log requests.\n\n② Provider shall keep the peace.\n\nArticle 10\n\n${text}`, 'log')).toBe(
    wanted,
  ),
)

test('of carve-outs without end some are kept, and one that leaves nothing is among them', () => {
  const found = carved(`${duty}${'9. Section 7 does not apply to batch jobs.\n\n'.repeat(300)}10. Section 7 does not apply.`)
  expect(found.length).toBeLessThan(200)
  expect(found).toContain('7: whole')
})
