// Everything a reporter needs, and nothing it would have to work out: plain, read-only data.
import type { Party } from './contract.ts'
import type { Citations } from './control.ts'
import type { ChecklistResult, Finding, RuleFault } from './finding.ts'
import type { Ledger, PlacedNote } from './ledger.ts'
import type { Format } from './manuscript.ts'
import { type ChecklistItem, type Requirement, type Severity, severities } from './requirement.ts'
import type { WaiverUse } from './waiver.ts'

/** One contract (one or more documents read as one) against one pack. */
export interface Report {
  /** Version of the program. */
  readonly version: string
  readonly pack: PackSummary
  readonly documents: readonly DocumentSummary[]
  readonly parties: readonly Party[]
  /** One for each requirement of the pack, in its order. */
  readonly findings: readonly Finding[]
  readonly checklist: readonly ChecklistResult[]
  readonly receipt: Receipt
  readonly summary: Summary
}

export interface PackSummary {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly sha256: string
  readonly clauses: readonly { readonly id: string; readonly title: string }[]
  readonly requirements: readonly Requirement[]
  readonly checklist: readonly ChecklistItem[]
  readonly off: readonly { readonly requirement: string; readonly reason: string }[]
  /** Published controls that its requirements are cited for; there only for the reports that show them. */
  readonly controls?: Citations
}

export interface DocumentSummary {
  readonly name: string
  readonly format: Format
  readonly sha256: string
  readonly characters: number
  readonly blocks: number
  /** Pages read of pages there are; absent where the format has none. */
  readonly pages?: { readonly read: number; readonly of: number }
  readonly notes: readonly PlacedNote[]
  /** What was read and what was not, in full. */
  readonly ledger?: Ledger
}

/** What was evaluated. A run that evaluated nothing cannot pass. */
export interface Receipt {
  readonly requirements: { readonly evaluated: number; readonly of: number }
  readonly provisions: number
  readonly skipped: readonly { readonly what: string; readonly why: string }[]
  /** Requirements that were not judged since a rule crashed or time was over: then nothing can pass. */
  readonly faults: readonly RequirementFault[]
  readonly parameters: Readonly<Record<string, string>>
  /** The configuration that applied: its file, the SHA-256 of its bytes, and what it sets ("fail-on: none"). */
  readonly configuration?: { readonly file: string; readonly sha256: string; readonly sets?: readonly string[] }
  readonly profiles?: readonly string[]
  /** Documents of the report that served as baseline; empty where none of it is on this contract. */
  readonly baseline?: readonly string[]
  /** Waivers that concern the contract, and what became of each. */
  readonly waivers?: readonly WaiverUse[]
  /** UTC date that waivers were held against, where another than today was asked for. */
  readonly asOf?: string
  /** UTC time of the check, only where it was asked for. */
  readonly stamp?: string
}

export interface RequirementFault extends RuleFault {
  readonly requirement: string
  /** The profile that it was held against, where only that went wrong. */
  readonly profile?: string
}

export type Result = 'pass' | 'fail' | 'unread'

export interface Summary {
  readonly result: Result
  readonly failOn: Severity | 'none'
  readonly counts: Readonly<Record<'met' | 'partial' | 'conflict' | 'missing' | 'unread', number>>
  /** Requirements at or above `failOn` that are not met, neither waived nor known from the baseline. */
  readonly failing: readonly string[]
  /** Where the gate is strict: requirements that are critical, `met`, and doubtful, which fail it as gaps do. */
  readonly strict?: { readonly doubtful: readonly string[] }
  /** Where something is waived or known: which, and the result if nothing were. */
  readonly excused?: { readonly waived: readonly string[]; readonly known: readonly string[]; readonly resultWithout: Result }
}

/** What was not judged, requirement by requirement, each followed by the profiles that it was not held against. */
export function faultsIn(findings: readonly Finding[]): RequirementFault[] {
  return findings.flatMap(finding => {
    const { requirement, profiles = [] } = finding
    const own = finding.verdict === 'unread' && finding.fault !== undefined ? [{ requirement, ...finding.fault }] : []
    return [...own, ...profiles.flatMap(({ profile, fault }) => (fault === undefined ? [] : [{ requirement, profile, ...fault }]))]
  })
}

/** Whether words that might bind were not read, or something, if not all, was not judged: then nothing can pass. */
export function unreadable(documents: readonly DocumentSummary[], receipt: Receipt): boolean {
  const nothing = receipt.provisions === 0 || receipt.requirements.evaluated === 0
  return nothing || receipt.faults.length > 0 || documents.some(({ notes }) => notes.some(note => note.unread))
}

/** The counts and the result. An incomplete reading is `unread` whatever else was found; `strict` lets doubtful promises fail. */
export function summarise(
  findings: readonly Finding[],
  requirements: readonly Requirement[],
  failOn: Severity | 'none',
  incomplete: boolean,
  strict = false,
): Summary {
  const counts = { met: 0, partial: 0, conflict: 0, missing: 0, unread: 0 }
  for (const { verdict } of findings) counts[verdict]++
  const bar = failOn === 'none' ? -1 : severities.indexOf(failOn)
  const severe = new Set(requirements.filter(({ severity }) => severities.indexOf(severity) <= bar).map(({ id }) => id))
  const gaps = findings.filter(finding => isShort(finding) && severe.has(finding.requirement))
  const failing = gaps.filter(({ waiver, known }) => waiver === undefined && known === undefined).map(({ requirement }) => requirement)
  const doubtful = strict && failOn !== 'none' ? doubtfulOf(findings, requirements) : []
  const resultFor = (gapsLeft: number, amount = gapsLeft + doubtful.length): Result =>
    incomplete || counts.unread > 0 ? 'unread' : amount > 0 ? 'fail' : 'pass'
  const excused = excusedOf(findings, resultFor(gaps.length))
  return {
    result: resultFor(failing.length),
    failOn,
    counts,
    failing,
    ...(strict ? { strict: { doubtful } } : {}),
    ...(excused === undefined ? {} : { excused }),
  }
}

/** Critical requirements that are said to be met, on evidence that a person should look at first. */
function doubtfulOf(findings: readonly Finding[], requirements: readonly Requirement[]): string[] {
  const critical = new Set(requirements.filter(({ severity }) => severity === 'critical').map(({ id }) => id))
  return findings.filter(f => f.verdict === 'met' && f.review && critical.has(f.requirement)).map(f => f.requirement)
}

/** Not met, or short of a profile that was asked for. */
export function isShort({ verdict, profiles }: Finding): boolean {
  return verdict !== 'met' || (profiles ?? []).some(profile => profile.verdict !== 'met')
}

function excusedOf(findings: readonly Finding[], resultWithout: Result): Summary['excused'] {
  const waived = findings.filter(({ waiver }) => waiver !== undefined).map(({ requirement }) => requirement)
  const known = findings.filter(finding => finding.known).map(({ requirement }) => requirement)
  return waived.length + known.length === 0 ? undefined : { waived, known, resultWithout }
}
