// The gap report for people: head, overview, checklist, what is not met (worst first), counts and result.
// Plain characters in 80 columns that make sense without colour. Sentences come from wording.ts.
import type { Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { gaps } from './gaps.ts'
import { head } from './head.ts'
import { pageWidth, paragraph } from './layout.ts'
import { checklist, overview } from './overview.ts'
import { type Paint, plain } from './paint.ts'
import { policy } from './policy.ts'
import { resultSentence } from './result.ts'
import { review } from './review.ts'
import { type Failure, failureWords } from './run.ts'
import { count } from './wording.ts'

/** All reports, one after another, with a final line feed; empty where there is none. */
export function textOf(reports: readonly Report[], paint: Paint = plain): string {
  return reports.map(report => `${reportLines(report, paint).join('\n')}\n`).join(`\n${'#'.repeat(pageWidth)}\n\n`)
}

/** Contracts for which there is no report: a file of reports must not look as if they had not been asked for. */
export function notReadText(failures: readonly Failure[]): string {
  if (failures.length === 0) return ''
  const told = failures.flatMap(failure => paragraph(flowing(`${failure.document}: ${failureWords(failure)}`), '  '))
  return `${['#'.repeat(pageWidth), '', 'NOT READ', ...told].join('\n')}\n`
}

function reportLines(report: Report, paint: Paint): string[] {
  return [
    ...head(report, paint),
    '',
    ...review(report, paint),
    ...overview(report, paint),
    '',
    ...checklist(report, paint),
    '',
    ...policy(report, paint),
    ...gaps(report, paint),
    ...ending(report, paint),
  ]
}

function ending(report: Report, paint: Paint): string[] {
  const { counts, result } = report.summary
  const shown = Object.entries(counts).map(([verdict, amount]) => `${count(amount)} ${verdict}`)
  const how = result === 'pass' ? paint.good : paint.bad
  return [
    paint.strong('SUM'),
    ...paragraph(`${count(report.findings.length)} requirements: ${shown.join(', ')}`, '  '),
    ...paragraph(resultSentence(report), '  ').map(line => how(line)),
    '',
    paint.faint('A reading aid, not legal advice. Quotes are the exact words of the document.'),
  ]
}
