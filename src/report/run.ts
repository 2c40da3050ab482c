// What one call of the program made: a report for each contract that could be read, and what was wrong with the
// others. What every reporter is given, besides the text of the documents where it points into it.
import type { Report } from '../domain/report.ts'

/** A contract for which there is no report. */
export interface Failure {
  readonly document: string
  readonly kind: 'usage' | 'unreadable' | 'bug'
  readonly message: string
  readonly remedy: string
}

export interface Run {
  /** Version of the program. */
  readonly version: string
  readonly reports: readonly Report[]
  readonly failures: readonly Failure[]
  /** Whether more than one contract was asked for, though perhaps only one could be read. */
  readonly several: boolean
}

/** The text of a document as it was read, written beside a report whose places point into it. */
export interface ExtractedText {
  /** Path as the report names it, with forward slashes. */
  readonly uri: string
  readonly text: string
}

/** What is wrong with a contract and what to do, as whole sentences. */
export function failureWords({ message, remedy }: Failure): string {
  const whole = (words: string) => (words === '' || /[.!?:)"']$/.test(words) ? words : `${words}.`)
  return `${whole(message)} ${whole(remedy)}`.trim()
}
