// A rule that crashes does not end a check: its requirement is `unread`, and the receipt says why. In tests of what is judged
// it is a failure all the same.
import { expect } from 'vitest'
import type { Finding } from '../src/domain/finding.ts'
import { faultsIn } from '../src/domain/report.ts'

/** What was made of a contract, every requirement of which was judged; else the test fails with what happened. */
export function faultless<Made extends { readonly findings: readonly Finding[] }>(made: Made): Made {
  expect(faultsIn(made.findings)).toEqual([])
  return made
}
