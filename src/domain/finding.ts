// What was found for one requirement: a verdict with its proof.
import type { Place } from './span.ts'
import type { Waiver } from './waiver.ts'

export const verdicts = ['met', 'partial', 'conflict', 'missing', 'unread'] as const
export type Verdict = (typeof verdicts)[number]

export const reasonCodes = ['value', 'soft', 'element', 'blank', 'scope', 'party', 'inconsistent'] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** Why a verdict is not `met`: a code with its facts; wording is the reporters' business. */
export interface Reason {
  readonly code: ReasonCode
  /** Code-specific facts, all short strings: wanted, found, lacking, words, document. */
  readonly facts: Readonly<Record<string, string>>
}

/** Words as one cites them. `quote` is always `documents[document].text.slice(start, end)`. */
export interface Passage extends Place {
  readonly quote: string
  /** Clause number; empty where the contract has none. */
  readonly section: string
  readonly page?: number
  /** The page as printed ("iv"), where the file says. */
  readonly label?: string
}

/** Something a reader of the verdict should know that does not change it. */
export interface Remark {
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
}

/** Why a requirement was not judged, though the contract was read: its rule crashed, or the time of the contract was over. */
export interface RuleFault {
  readonly kind: 'crash' | 'time'
  /** What happened, in words. */
  readonly message: string
}

interface FindingBase {
  readonly requirement: string
  /** How sure the engine is, 0 to 1, and whether a person should look at it. */
  readonly confidence: number
  readonly review: boolean
  /** Codes of what makes it doubtful, the weightiest first; only where a person should look. */
  readonly doubts?: readonly string[]
  readonly remarks: readonly Remark[]
  /** The waiver that holds for it: it stays a gap, and does not fail the run. */
  readonly waiver?: Waiver
  /** It stood in the baseline already, in the same words: it stays a gap, and does not fail the run. */
  readonly known?: true
  /** How the same words stand against the profiles that were asked for. */
  readonly profiles?: readonly ProfileFinding[]
}

/** A requirement held against the figures of a profile. */
export interface ProfileFinding {
  readonly profile: string
  readonly verdict: Verdict
  readonly reasons: readonly Reason[]
  readonly figures: readonly ProfileFigure[]
  /** Why it was not judged, where it is `unread` for that. */
  readonly fault?: RuleFault
}

/** A figure that a profile asks for, and on what ground: only `law` can be broken. */
export interface ProfileFigure {
  readonly parameter: string
  readonly value: string
  readonly basis: Basis
  readonly source: string
}

export const bases = ['law', 'guidance', 'house'] as const
export type Basis = (typeof bases)[number]

/** What stood closest to an absent duty. */
export interface Nearest {
  readonly passage: Passage
  /** Why it does not count: "definition", "recital", "other-matter", "words" ... */
  readonly because: string
}

export type Finding = FindingBase &
  (
    | { readonly verdict: 'met'; readonly evidence: readonly [Passage, ...Passage[]]; readonly reasons: readonly [] }
    | { readonly verdict: 'partial' | 'conflict'; readonly evidence: readonly [Passage, ...Passage[]]; readonly reasons: readonly Reason[] }
    | {
        readonly verdict: 'missing'
        readonly evidence: readonly []
        readonly reasons: readonly []
        readonly searched: number
        readonly nearest?: Nearest
      }
    | {
        readonly verdict: 'unread'
        readonly evidence: readonly []
        readonly reasons: readonly []
        readonly unread: readonly string[]
        /** It is promised, but the words that decide were not read for certain. */
        readonly uncertain?: true
        /** It was not judged; nothing is said of what could not be read. */
        readonly fault?: RuleFault
      }
  )

/** A checklist item drawn from findings. */
export interface ChecklistResult {
  readonly item: string
  readonly verdict: Verdict
  /** Verdict of each part, in the pack's order. */
  readonly parts: readonly { readonly requirement: string; readonly verdict: Verdict }[]
}
