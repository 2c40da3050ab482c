// How the word lists of the grammar are written: phrases of the phrase language, and those that look alike and are not.
// The lists themselves stand in grammar.ts, softening.ts and turning.ts.
import type { Concept } from '../domain/requirement.ts'

/** A named list of phrases; `not` cancels what it overlaps. */
export function concept(name: string, phrases: readonly string[], not: readonly string[] = []): Concept {
  return { name, phrases, not }
}
