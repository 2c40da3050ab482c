// Whether a saved report says what one made anew does: every field, not the verdicts alone, so that none can be changed by
// hand. What is waived or known is taken from the saved one, since only the files of then could prove it, and is told.
import type { Finding } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isRecord, type Loose, recordsOf } from '../domain/json.ts'
import { type Report, summarise, unreadable } from '../domain/report.ts'
import { type Severity, severities } from '../domain/requirement.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { SavedReport } from './saved.ts'

/** The report made anew, excused and summed up as the saved one was. */
export function asExcused(report: Report, { json }: SavedReport): Report {
  const then = new Map(recordsOf(json.findings).map(finding => [finding.requirement, finding]))
  const findings = report.findings.map((finding): Finding => {
    const { waiver, known } = then.get(finding.requirement) ?? {}
    return { ...finding, ...(isRecord(waiver) && { waiver: waiver as unknown as Waiver }), ...(known === true && { known }) }
  })
  const { documents, receipt, pack } = report
  const strict = isRecord(json.summary) && isRecord(json.summary.strict)
  return { ...report, findings, summary: summarise(findings, pack.requirements, barOf(json), unreadable(documents, receipt), strict) }
}

function barOf({ summary }: Loose): Severity | 'none' {
  const bar = isRecord(summary) ? summary.failOn : undefined
  return bar === 'none' ? bar : (severities.find(severity => severity === bar) ?? 'minor')
}

/** What of the saved report is not as in the one made anew (`now`, as JSON); a sentence each. */
export function forgeries({ json: then }: SavedReport, now: Loose, report: Report): string[] {
  // Another pack is told by its hash.
  const told = ['version', 'receipt', 'findings', ...(fieldOf(then.pack, 'sha256') === fieldOf(now.pack, 'sha256') ? [] : ['pack'])]
  const whole = differing(then, now).filter(key => !told.includes(key))
  const receipts = differing(then.receipt, now.receipt).filter(key => !taken.includes(key))
  return [
    ...whole.map(key =>
      key === 'summary'
        ? summaryFault(then, now)
        : `"${key}" is not what it is now${key === 'parties' ? ' (name --provider and --customer as they were given to check)' : ''}.`,
    ),
    ...receipts.map(key => `"${key}" of the receipt is not what it is now.`),
    ...findingFaults(then, now),
    ...report.findings.flatMap(finding => waiverFault(finding)),
  ]
}

/** Of the receipt, what only the files of then could prove: it is taken as it says. */
const taken = ['configuration', 'baseline', 'waivers', 'asOf', 'stamp']

/** Keys, of either, whose values are not the same. */
function differing(one: unknown, other: unknown): string[] {
  const keys = new Set([one, other].flatMap(value => (isRecord(value) ? Object.keys(value) : [])))
  return [...keys].filter(key => canonical(fieldOf(one, key)) !== canonical(fieldOf(other, key)))
}

function summaryFault(then: Loose, now: Loose): string {
  const [old, young] = [fieldOf(then.summary, 'result'), fieldOf(now.summary, 'result')]
  return old === young ? 'the counts of its summary are not what they are now.' : `its result is ${young}, not ${old}.`
}

function findingFaults(then: Loose, now: Loose): string[] {
  const young = new Map(recordsOf(now.findings).map(finding => [finding.requirement, finding]))
  return recordsOf(then.findings).flatMap(finding => {
    const other = young.get(finding.requirement)
    if (other === undefined) return []
    // A waiver and what is known were taken over; reports made by the API may cite no controls.
    const passed = ['waiver', 'known', ...(finding.controls === undefined ? ['controls'] : [])]
    const odd = differing(finding, other).filter(key => !passed.includes(key))
    return odd.length === 0 ? [] : [`${finding.requirement}: ${odd.join(', ')} not what they are now.`]
  })
}

function waiverFault(finding: Finding): string[] {
  if (finding.waiver === undefined || finding.waiver.fingerprint === fingerprintOf(finding)) return []
  return [`${finding.requirement}: its waiver is not for these words.`]
}

/** The same for values that are the same, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined
}
