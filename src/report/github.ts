// Annotations as GitHub Actions reads them from standard output: one line for each gap, an error where it fails the
// run, a notice where it is waived, known or below the bar. A contract cannot smuggle in a command of its own: all is escaped.
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { citation, contractName, isFailing, unique } from './cite.ts'
import { flowing } from './escape.ts'
import { shortened } from './layout.ts'
import { faultSentence, resultSentence } from './result.ts'
import { failureWords, type Run } from './run.ts'
import { excuse, gapsIn, policySentences, shortfall, standing } from './standing.ts'
import { quoted } from './wording.ts'

/** Workflow commands, one a line, with a final line feed. */
export function githubOf({ reports, failures }: Run): string {
  const failed = failures.map(failure => command('error', failure.document, 'not read', failureWords(failure)))
  // A step shows ten of each level: the results of all contracts stand before the gaps of the first.
  return `${[...failed, ...reports.flatMap(resultLines), ...reports.flatMap(gapLines)].join('\n')}\n`
}

function resultLines(report: Report): string[] {
  const file = report.documents[0]?.name ?? ''
  const notes = report.documents.flatMap(({ name, notes }) =>
    notes.filter(({ unread }) => unread).map(({ message }) => command('warning', name, 'not read', message)),
  )
  const result = command(report.summary.result === 'pass' ? 'notice' : 'error', file, contractName(report), resultSentence(report))
  const faults = report.receipt.faults.map(fault => command('error', file, 'not judged', faultSentence(fault)))
  const policy = policySentences(report).map(words => command('notice', file, 'policy', words))
  return [result, ...faults, ...policy, ...notes]
}

function gapLines(report: Report): string[] {
  return gapsIn(report).map(gap => annotation(gap, report))
}

function annotation(finding: Finding, report: Report): string {
  const asked = report.pack.requirements.find(({ id }) => id === finding.requirement)
  const [first] = unique(finding.evidence)
  const file = report.documents[first?.document ?? 0]?.name ?? ''
  const said = first === undefined ? '' : ` ${quoted(shortened(flowing(first.quote)))} (${citation(first, report)})`
  const level = isFailing(finding, report) ? 'error' : finding.verdict === 'unread' ? 'warning' : 'notice'
  const title = `${standing(finding)}: ${asked?.title ?? finding.requirement}`
  return command(level, file, title, `${shortfall(finding)}${said} ${excuse(finding)}`.trim())
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
