// All faults of a file that a user wrote, as one error: each with its place and what would be right.
import { UserError } from '../domain/errors.ts'
import type { Fault } from './document.ts'

/** Throws UserError (`usage`) with every fault, where there is one; `what` names the file's kind. */
export function refuseFaults(path: string, what: string, faults: readonly Fault[]): void {
  const error = faultsError(path, what, faults)
  if (error !== undefined) throw error
}

/** More than a person mends in one go. */
const most = 100

/** The error (`usage`) that says every fault; none where there is none. */
export function faultsError(path: string, what: string, faults: readonly Fault[]): UserError | undefined {
  if (faults.length === 0) return undefined
  const sorted = [...faults].sort((a, b) => rank(a) - rank(b)).map(faultLine)
  const lines = sorted.length > most ? [...sorted.slice(0, most), `... and ${sorted.length - most} more.`] : sorted
  const amount = faults.length === 1 ? 'a fault' : `${faults.length} faults`
  return new UserError('usage', path, `the ${what} has ${amount}:\n${lines.join('\n')}`, 'Nothing was checked.')
}

/** The faults of a file's form, and those of its meaning but where its form is at fault already. */
export function withMeaning(formal: readonly Fault[], meant: readonly Fault[]): Fault[] {
  const places = new Set(formal.map(({ where }) => where))
  return [...formal, ...meant.filter(({ where }) => !places.has(where))]
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
