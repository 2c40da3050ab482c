// What reading and judging one agreement may take before it is given up, and how a user says so. How it is held is in apart.ts.
import { UserError } from '../domain/errors.ts'
import type { ReadLimits } from '../read/limits.ts'

export interface Limits {
  readonly seconds: number
  /** Of memory, for the whole process that reads. */
  readonly megabytes: number
}

/** Flags of commands that read contracts. */
export interface LimitFlags {
  readonly timeout?: number
  readonly memory?: number
  /** Limits on a file that are other than usual. */
  readonly limit?: Partial<ReadLimits>
  readonly password?: string
  /** Whether pages that are pictures may be read by OCR; they may unless it says no. */
  readonly ocr?: boolean
}

/** A contract of 5,000 pages is done in half of either. */
export const limitsOf = ({ timeout = 120, memory = 2048 }: LimitFlags): Limits => ({ seconds: timeout, megabytes: memory })

const remedy = (option: string) =>
  `If you trust the file, allow more with ${option}. Otherwise ask for a fresh copy, or print it to PDF and check that; nothing was checked.`

/** What is said of a file that was given up, or that took too long where nothing could stop it. */
export function tookTooLong(name: string, { seconds }: Limits): UserError {
  return new UserError('unreadable', name, `Reading it took longer than ${seconds} seconds and was stopped`, remedy('--timeout SECONDS'))
}

/** The same for memory. */
export function tookTooMuch(name: string, { megabytes }: Limits): UserError {
  const what = `Reading it took more than ${megabytes} MB of memory and was stopped`
  return new UserError('unreadable', name, what, remedy('--memory MEGABYTES'))
}

/** First argument of a process that reads for another one. */
export const serving = '--serve-one-task'

/** The reader of a figure given with an option. Throws UserError (`usage`) where it is no number above zero. */
export function positive(option: string): (text: string) => number {
  return text => {
    const value = /^\d{1,6}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0
    if (value > 0) return value
    throw new UserError('usage', option, `"${text}" is no number above zero`, `For example: ${option} 600`)
  }
}
