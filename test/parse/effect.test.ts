// Parts that a contract says are without effect, and statements that only look as if they said so.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { contract, manuscript, words } from './reading.ts'

const around = (statement: string): string => `# Agreement

## 1. Reading

1.1 ${statement}

1.2 The Provider shall log access.

## Part C

### 2. Overview

2.1 The Provider screens prompts.

> In short: we encrypt everything.

### 3. Duties

3.1 The Provider shall encrypt.

*Explanatory Note 2.* The Provider keeps logs.

### 4. Introduction

4.1 We isolate the model.

## Schedule 2: Service description

1. The Provider filters outputs.`

const marks = ['screens prompts', 'In short', 'shall encrypt', 'keeps logs', 'isolate the model', 'filters outputs', 'shall log access']

/** Marks of the provisions that are without effect. */
function idle(statement: string): string {
  const read = parse([manuscript(around(statement), 'markdown')], {})
  const without = read.provisions.filter(one => one.zone === 'drafting-note').map(one => words(read, one.span))
  return marks.filter(mark => without.some(said => said.includes(mark))).join(', ')
}

test.each([
  ['Explanatory Notes are for information only.', 'keeps logs'],
  ['The explanatory notes in this agreement do not form part of it.', 'keeps logs'],
  ['Headings and the boxes marked "In short" are there to help. They aren\'t part of the deal.', 'In short'],
  ['Text headed "In short" is not legally binding.', 'In short'],
  ['Schedule 2 is for information only.', 'filters outputs'],
  ['Schedule 2 does not form part of this Agreement.', 'filters outputs'],
  ['Section 2 imposes no obligation on either party.', 'screens prompts, In short'],
  ['The Overview is included for convenience only and has no contractual effect.', 'screens prompts, In short'],
  [
    'The Introduction and the Overview are descriptive and do not create any contractual obligations.',
    'screens prompts, In short, isolate the model',
  ],
  ['Part C is background.', ''],
  ['Part C has no legal effect.', 'screens prompts, In short, shall encrypt, keeps logs, isolate the model'],
  ['No rights can be derived from the Explanatory Notes.', 'keeps logs'],
  ['Clause 2 is intended to assist the reader and shall not be binding.', 'screens prompts, In short'],
  ['Headings are for convenience only and do not affect interpretation.', ''],
  ["The Customer's materials are for reference only.", ''],
  ['This clause imposes no obligation on the Customer to buy.', ''],
  ['This paragraph is for information and imposes no requirement.', ''],
  ['Schedule 2 is for guidance only and is not part of the contract.', 'filters outputs'],
  ['The Provider shall supply logs for information.', ''],
  ["The reports are for the Customer's information.", ''],
  ['Nothing in Schedule 2 creates any obligation.', 'filters outputs'],
  ['Schedule 2 contains no commitments.', 'filters outputs'],
  ['Results of the tests described in Schedule 2 are informational.', ''],
  ['Sections 2 to 4 are reproduced for reference.', 'screens prompts, In short, shall encrypt, keeps logs, isolate the model'],
])('%j', (statement, expected) => {
  expect(idle(statement)).toBe(expected)
})

test('a paragraph that says so of itself', () => {
  const read = contract(
    '1. The Host expects the best. All traffic is encrypted. This paragraph is for information and imposes no requirement.\n\n2. The Host shall log.',
  )
  expect(read.provisions.map(one => one.zone)).toEqual(['drafting-note', 'drafting-note', 'drafting-note', 'operative'])
})

test('what is no part of a record is still part of the agreement', () => {
  const read = contract('1. The text of prompts does not form part of the record.\n\n2. PROMPTS\n\n2.1 The Host shall log.')
  expect(read.provisions.every(one => one.zone === 'operative')).toBe(true)
})
