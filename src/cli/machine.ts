// The last line of a check on standard error, for machines: stable names, plain numbers.
import { type Verdict, verdicts } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'

/** The last line on standard error, for machines: the worst result and the counts over all reports. */
export function machineLine(reports: readonly Report[], failed: number): string {
  const results = reports.map(({ summary }) => summary.result)
  const result = failed > 0 ? 'error' : results.includes('unread') ? 'unread' : results.includes('fail') ? 'fail' : 'pass'
  const total = (verdict: Verdict) => reports.reduce((sum, { summary }) => sum + summary.counts[verdict], 0)
  const counts = verdicts.map(verdict => `${verdict}=${total(verdict)}`)
  const waived = reports.reduce((sum, { summary }) => sum + (summary.excused?.waived.length ?? 0), 0)
  const known = reports.reduce((sum, { summary }) => sum + (summary.excused?.known.length ?? 0), 0)
  const faults = reports.reduce((sum, { receipt }) => sum + receipt.faults.length, 0)
  const rest = `waived=${waived} known=${known} faults=${faults} reports=${reports.length} errors=${failed}`
  return `clausegate: result=${result} ${counts.join(' ')} ${rest}\n`
}
