// The examples of a rule pack are its tests: each is read, parsed and checked like a contract of its own and must
// get the verdict that it stands under, with its reasons where it names any.
import { check } from './check/check.ts'
import type { Finding, ReasonCode } from './domain/finding.ts'
import type { Example, Requirement, RulePack } from './domain/requirement.ts'
import { readContract } from './pipeline.ts'

export interface ExampleResult {
  readonly requirement: string
  readonly example: Example
  readonly verdict: Finding['verdict']
  readonly reasons: readonly ReasonCode[]
  readonly passed: boolean
  /** What happened, where it was not judged since a rule crashed. */
  readonly fault?: string
}

/** Holds every example of the pack against its own requirement, in pack order. */
export async function runExamples(pack: RulePack): Promise<ExampleResult[]> {
  const results: ExampleResult[] = []
  for (const requirement of pack.requirements) {
    for (const example of requirement.examples) results.push(await runExample(example, requirement, pack))
  }
  return results
}

async function runExample(example: Example, requirement: Requirement, pack: RulePack): Promise<ExampleResult> {
  const contract = await readContract([{ name: `example of ${requirement.id}`, bytes: new TextEncoder().encode(example.text) }])
  // The whole pack, though one requirement is wanted: a pack is compiled once, and that takes longer than any example.
  const finding = check(contract, pack).findings.find(candidate => candidate.requirement === requirement.id)
  const verdict = finding?.verdict ?? 'missing'
  const reasons = (finding?.reasons ?? []).map(({ code }) => code)
  const passed = verdict === example.verdict && example.reasons.every(code => reasons.includes(code))
  const fault = finding?.verdict === 'unread' ? finding.fault?.message : undefined
  return { requirement: requirement.id, example, verdict, reasons, passed, ...(fault === undefined ? {} : { fault }) }
}
