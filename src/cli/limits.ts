// What reading and judging one agreement may take before it is given up, and how a user says so. How it is held is in apart.ts.
import { UserError } from '../domain/errors.ts'

export interface Limits {
  readonly seconds: number
  /** Of memory, for the whole process that reads. */
  readonly megabytes: number
}

/** Flags of commands that read contracts. */
export interface LimitFlags {
  readonly timeout?: number
  readonly memory?: number
  /** Whether pages that are pictures may be read by OCR; they may unless it says no. */
  readonly ocr?: boolean
}

/** A contract of 5,000 pages is done in half of either. */
export const limitsOf = ({ timeout = 120, memory = 2048 }: LimitFlags): Limits => ({ seconds: timeout, megabytes: memory })

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
