// Two reports on versions of a contract held against each other: what is better, worse, reworded or the same for each
// requirement. By content: neither counts nor places have a say, so that no gap hides behind another that was closed.
import { type Change, type Comparison, isGap, type PlainFinding } from '../domain/comparison.ts'
import type { Verdict } from '../domain/finding.ts'

/** How good a verdict is. What could not be read is taken for nothing better than missing. */
const worth: Readonly<Record<Verdict, number>> = { met: 3, partial: 2, missing: 1, unread: 1, conflict: 0 }

/** One for each requirement of either report: those of the new one in its order, then those that it lacks. */
export function compare(before: readonly PlainFinding[], after: readonly PlainFinding[]): Comparison[] {
  const olds = new Map(before.map(finding => [finding.requirement, finding]))
  const news = new Map(after.map(finding => [finding.requirement, finding]))
  const kept = after.map(finding => compared(finding.requirement, olds.get(finding.requirement), finding))
  const gone = before.filter(({ requirement }) => !news.has(requirement))
  return [...kept, ...gone.map(finding => compared(finding.requirement, finding, undefined))]
}

function compared(requirement: string, before: PlainFinding | undefined, after: PlainFinding | undefined): Comparison {
  return {
    requirement,
    change: changeOf(before, after),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  }
}

function changeOf(before: PlainFinding | undefined, after: PlainFinding | undefined): Change {
  if (before === undefined) return 'new'
  if (after === undefined) return 'gone'
  const difference = worth[after.verdict] - worth[before.verdict]
  if (difference !== 0) return difference > 0 ? 'better' : 'worse'
  if (after.verdict === 'unread' && before.verdict !== 'unread') return 'worse'
  if (hasMoreReasons(before, after)) return 'worse'
  if (hasMoreReasons(after, before)) return 'better'
  if (before.fingerprint === after.fingerprint) return 'same'
  const further = (after.off ?? 0) - (before.off ?? 0)
  if (before.off === undefined || after.off === undefined || further === 0) return 'reworded'
  return further > 0 ? 'worse' : 'better'
}

/** Whether all that was short still is, and something besides; a profile is a reason as any. */
function hasMoreReasons(few: PlainFinding, many: PlainFinding): boolean {
  const [less, more] = [few, many].map(({ reasons, shortOf = [] }) => [...reasons, ...shortOf.map(profile => `short of ${profile}`)])
  return less?.every(one => more?.includes(one)) === true && more?.some(one => !less.includes(one)) === true
}

/** What got worse, and gaps that nobody had seen before. */
export function regressions(all: readonly Comparison[]): Comparison[] {
  return all.filter(
    ({ change, after }) => change === 'worse' || change === 'gone' || (change === 'new' && after !== undefined && isGap(after)),
  )
}

/** Whether a gap stood in the baseline already, no better than now. Another wording is another gap: somebody should look. */
export function isKnown(finding: PlainFinding, baseline: readonly PlainFinding[]): boolean {
  const old = baseline.find(({ requirement }) => requirement === finding.requirement)
  if (old === undefined || !isGap(old)) return false
  return ['same', 'better'].includes(changeOf(old, finding))
}
