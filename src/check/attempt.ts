// Judges a requirement so that one whose rule crashes, or that takes more time than there is, costs nobody the others. It is
// then `unread`, never met and never silent; what is made of that (receipt, exit code) is for who calls.
import type { Finding, RuleFault } from '../domain/finding.ts'

/** The finding that `judge` makes; where it throws, or time is over before it is done, one that says so. */
export function attempt(requirement: string, judge: () => Finding, isOver: () => boolean = () => false): Finding {
  if (isOver()) return unjudged(requirement, outOfTime)
  try {
    const finding = judge()
    return isOver() ? unjudged(requirement, outOfTime) : finding
  } catch (error) {
    return unjudged(requirement, { kind: 'crash', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
  }
}

/** The finding on a requirement whose rule had to be stopped. */
export const stopped = (requirement: string): Finding => unjudged(requirement, outOfTime)

const outOfTime: RuleFault = { kind: 'time', message: 'the time for the contract was over' }

function unjudged(requirement: string, fault: RuleFault): Finding {
  const doubt = { confidence: 0, review: true, doubts: ['unjudged'], remarks: [] }
  return { requirement, ...doubt, verdict: 'unread', evidence: [], reasons: [], unread: [], fault }
}
