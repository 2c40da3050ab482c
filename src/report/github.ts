// Annotations as GitHub Actions reads them from standard output: one line for each gap, an error where it fails the
// run, a notice where it is waived or below the bar. A contract cannot smuggle in a command of its own: all is escaped.
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { citation, contractName, isFailing, unique } from './cite.ts'
import { flowing } from './escape.ts'
import { shortened } from './layout.ts'
import type { Run } from './run.ts'
import { quoted, resultSentence, verdictWords, waiverSentence, whySentence } from './wording.ts'

/** Workflow commands, one a line, with a final line feed. */
export function githubOf({ reports, failures }: Run): string {
  const failed = failures.map(({ document, message, remedy }) => command('error', document, 'not read', `${message} ${remedy}`))
  return `${[...reports.flatMap(reportLines), ...failed].join('\n')}\n`
}

function reportLines(report: Report): string[] {
  const file = report.documents[0]?.name ?? ''
  const gaps = report.findings.filter(({ verdict }) => verdict !== 'met')
  const notes = report.documents.flatMap(({ name, notes }) =>
    notes.filter(({ unread }) => unread).map(({ message }) => command('warning', name, 'not read', message)),
  )
  const result = command(report.summary.result === 'pass' ? 'notice' : 'error', file, contractName(report), resultSentence(report))
  return [result, ...notes, ...gaps.map(gap => annotation(gap, report))]
}

function annotation(finding: Finding, report: Report): string {
  const asked = report.pack.requirements.find(({ id }) => id === finding.requirement)
  const [first] = unique(finding.evidence)
  const file = report.documents[first?.document ?? 0]?.name ?? ''
  const said = first === undefined ? '' : ` ${quoted(shortened(flowing(first.quote)))} (${citation(first, report)})`
  const waived = finding.waiver === undefined ? '' : ` ${waiverSentence(finding.waiver)}`
  const level = isFailing(finding, report) ? 'error' : finding.verdict === 'unread' ? 'warning' : 'notice'
  const title = `${verdictWords[finding.verdict]}: ${asked?.title ?? finding.requirement}`
  return command(level, file, title, `${whySentence(finding)}${said}${waived}`)
}

function command(level: 'error' | 'warning' | 'notice', file: string, title: string, message: string): string {
  return `::${level} file=${property(file)},title=${property(title)}::${data(message)}`
}

function data(text: string): string {
  return flowing(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
