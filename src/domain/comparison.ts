// Two versions of a contract held against each other, requirement by requirement. How it is worked out is for gate/compare.
import type { Verdict } from './finding.ts'

/** What a finding comes down to where two are compared. */
export interface PlainFinding {
  readonly requirement: string
  readonly verdict: Verdict
  readonly reasons: readonly string[]
  readonly quotes: readonly string[]
  /** How far its figure is from the one that is asked, in hours, per cent or things, where it misses it. */
  readonly off?: number
  /** Profiles that it falls short of. */
  readonly shortOf?: readonly string[]
  readonly fingerprint: string
}

/** `new` and `gone`: only one of the two reports asked it. */
export const changes = ['worse', 'gone', 'new', 'better', 'reworded', 'same'] as const
export type Change = (typeof changes)[number]

export interface Comparison {
  readonly requirement: string
  readonly change: Change
  readonly before?: PlainFinding
  readonly after?: PlainFinding
}

/** Whether something is asked that is not met, by the pack or by a profile. */
export function isGap({ verdict, shortOf = [] }: PlainFinding): boolean {
  return verdict !== 'met' || shortOf.length > 0
}
