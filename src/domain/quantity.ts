// Amounts with units, as contracts state them, and how two of them compare.
import type { Span } from './span.ts'

export type Unit = 'hour' | 'percent' | 'count'

/** Which side of the amount satisfies the words: "within" is at-most, "no less than" at-least. */
export type Bound = 'at-most' | 'at-least' | 'exactly'

/**
 * A figure of a contract. Durations are in hours (1 day 24, 1 month 720, 1 quarter 2160, 1 year 8760);
 * per cent is 0 to 100.
 */
export interface Quantity {
  readonly span: Span
  readonly unit: Unit
  /** In the unit; the upper end of a range. Absent where the figure is blank. */
  readonly amount?: number
  /** The lower end of a range ("between 48 and 72 hours"). */
  readonly low?: number
  readonly bound: Bound
  /** Counted in business days or hours, so longer than the amount. */
  readonly business?: boolean
  /** The amount that words give where figures give another: "thirty (90) days". */
  readonly contradicts?: number
  /** A placeholder: "[X] hours", "____ days", "[48/72] hours", "TBD". */
  readonly blank?: boolean
  /** "per day", "each calendar month": what the amount is counted by, in hours. */
  readonly per?: number
  /** What is counted, for `count`: "requests", "tokens"; lower case. */
  readonly noun?: string
}
