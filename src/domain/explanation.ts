// How one requirement was judged, laid open: what was looked at, how each passage was read, what counted, and the smallest
// change of words that would make it `met`. Made by check/ and why.ts; the wording is the reporters' business.
import type { Finding, Passage, Reason } from './finding.ts'
import type { Bearer } from './obligation.ts'
import type { Requirement } from './requirement.ts'
import type { Place } from './span.ts'

export interface Explanation {
  readonly requirement: Requirement
  readonly finding: Finding
  /** The limbs of what is asked, in order, and whether a passage that counts gives each. */
  readonly limbs: readonly { readonly name: string; readonly given: boolean }[]
  /** Best first: those that decide, then by how plainly they are about it. */
  readonly passages: readonly ExplainedPassage[]
  /** Provisions that bind, which is where a promise was looked for. */
  readonly searched: number
  /** Passages with words of the requirement that are not shown, since they come to nothing. */
  readonly more: number
  readonly change?: Change
}

export interface ExplainedPassage {
  readonly passage: Passage
  /** How plainly it is about the requirement, 0 to 1; absent where that was not asked, since it does not bind. */
  readonly relevance?: number
  readonly standing: PassageStanding
  /** Why it does not count: a zone ("recital"), `stray`, `aside`, `outdone`, `words`. */
  readonly because?: string
  /** The ways of reading it that tell most. */
  readonly readings: readonly ExplainedReading[]
}

/** `decides`: the verdict rests on it. `counts`: it was weighed and another weighed more. `not`: it says nothing of it. */
export type PassageStanding = 'decides' | 'counts' | 'not'

/** One reading: who must do what, how firmly, how much, with what exception. All words are the document's own. */
export interface ExplainedReading {
  /** The limb that it would give; absent where it is on the subject only. */
  readonly limb?: string
  readonly who: Bearer
  /** The words that give it force ("shall", "may"); empty where a plain statement does. */
  readonly operator: string
  readonly firmly: 'binds' | 'may' | 'soft' | 'bars' | 'refuses'
  readonly what: string
  readonly howMuch: readonly string[]
  readonly except: readonly string[]
  readonly hedges: readonly string[]
  readonly comes: 'promise' | 'refusal' | 'nothing'
  readonly faults: readonly Reason[]
}

/** A change of words in one place; words that are nowhere yet have an empty place. */
export interface Edit extends Place {
  readonly was: string
  readonly becomes: string
  /** Number of the clause; empty where it has none. */
  readonly section: string
}

/** What would make it `met`: `verified` only where the changed contract was read and judged so. */
export interface Change {
  readonly edits: readonly Edit[]
  readonly verified: boolean
}
