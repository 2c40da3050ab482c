// All faults of a file that a user wrote, as one error: each with its place and what would be right.
import { UserError } from '../domain/errors.ts'
import type { Fault } from './document.ts'

/** Throws UserError (`usage`) with every fault, where there is one; `what` names the file's kind. */
export function refuseFaults(path: string, what: string, faults: readonly Fault[]): void {
  if (faults.length === 0) return
  const lines = [...faults].sort((a, b) => rank(a) - rank(b)).map(faultLine)
  const amount = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  throw new UserError('usage', path, `the ${what} has ${amount}:\n${lines.join('\n')}`, 'Nothing was checked.')
}

/** A fault on one line: where, what, and what would be right. */
export function faultLine({ where, what, remedy }: Fault): string {
  return `${where}: ${what}${/[.!?]$/.test(what) ? '' : '.'} ${remedy}`.trimEnd()
}

/** By line, then column. */
function rank({ where }: Fault): number {
  const [line = 0, column = 0] = where.split(':').slice(-2).map(Number)
  return line * 10_000 + column
}
