// A word or figure that seems misspelt, by a slip of the hand or by damage, and what it may have been meant for. Which it is
// nobody can be sure of, so that the text stays as it is and both readings are looked at.
import type { Span } from './span.ts'

export interface Misspelling extends Span {
  /** As it stands in the text. */
  readonly word: string
  /** What it may have been meant for, the likeliest first; of a broken figure, figures that it may have been. */
  readonly meant: readonly [string, ...string[]]
  /** A word that decides what is promised, a name that occurs often, or a figure. */
  readonly decides: boolean
}
