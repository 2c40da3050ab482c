// Orders of precedence: which of two provisions that disagree decides, in the many ways that contracts put it.
import { describe, expect, test } from 'vitest'
import { readPrecedence } from '../../src/check/precedence.ts'
import { contractOf, verdict } from './weighing.ts'

const around = (statement: string): string =>
  `Part A: Special Conditions\n\n1. The Host logs.\n\nPart B: General Conditions\n\n2. The Host seals.\n\n3. ${statement}\n\nAnnex 1: Levels\n\n1. The Host keeps.\n\nSchedule 2: Prices\n\n1. The Client pays.`

/** "A>B": the parts of which the first outranks the second. */
function order(statement: string): string {
  const contract = contractOf(around(statement))
  const outranks = readPrecedence(contract)
  const at = (words: string) => {
    const found = contract.provisions.find(({ span }) => contract.documents[0]?.text.slice(span.start, span.end).includes(words))
    if (found === undefined) throw new Error(words)
    return found
  }
  const parts = { A: at('logs'), B: at('seals'), annex: at('keeps'), schedule: at('pays') }
  const all = Object.entries(parts)
  return all.flatMap(([p, higher]) => all.flatMap(([q, lower]) => (outranks(higher, lower) ? [`${p}>${q}`] : []))).join(' ')
}

test.each([
  ['If the Special Conditions and the General Conditions conflict, the Special Conditions prevail.', 'A>B'],
  ['The Special Conditions shall prevail over the General Conditions.', 'A>B'],
  ['In the event of any conflict the Special Conditions take precedence over the General Conditions and the Annexes.', 'A>B A>annex'],
  ['The Special Conditions prevail over the General Conditions, which prevail over the Annexes.', 'A>B B>annex'],
  ['Annex 1 prevails over Schedule 2.', 'annex>schedule'],
  ['If an Annex conflicts with a clause, the clause prevails.', 'A>annex B>annex'],
  [
    'In case of discrepancy the following order of precedence applies: the Special Conditions; Annex 1; Schedule 2.',
    'A>annex A>schedule annex>schedule',
  ],
  ['Part A governs over Part B.', 'A>B'],
  ['The Special Conditions and the General Conditions rank equally.', ''],
  ['The interest of the child prevails.', ''],
  ['The clauses and the Annexes are of equal dignity; none prevails over another.', ''],
  ['The Schedules have effect as part of the body, no clause having priority over a Schedule nor any Schedule over a clause.', ''],
  ['In case of conflict the Special Conditions prevail in matters of privacy.', ''],
  ['This Agreement supersedes all prior proposals.', ''],
])('%j', (statement, expected) => expect(order(statement)).toBe(expected))

describe('where two parts disagree', () => {
  const text = (statement: string) =>
    `5. The Provider keeps logs for 90 days.\n\n6. ${statement}\n\nAnnex 1\n\n1. The Provider keeps logs for 30 days.`
  test.each([
    ['If the Annex conflicts with a clause, the clause prevails.', 'met'],
    ['If the Annex conflicts with a clause, the Annex prevails.', 'partial value'],
    ['The Annex and the clauses have equal rank.', 'partial inconsistent'],
  ])('%s', (statement, expected) => expect(verdict(text(statement), 'keep')).toBe(expected))
})
