// What bears on the result besides the words of the contract: configuration, profiles, waivers, baseline. Nothing is
// excused in silence: each waiver that does not hold is named, and the result without any of them.
import type { Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { paragraph, row } from './layout.ts'
import type { Paint } from './paint.ts'
import { policySentences } from './standing.ts'
import { count, profileStanding } from './wording.ts'

/** Lines of the section, with a blank line after it; none where nothing bears on the result. */
export function policy(report: Report, paint: Paint): string[] {
  const lines = [...policySentences(report).flatMap(said), ...profileLines(report), ...excusedLines(report)]
  return lines.length === 0 ? [] : [paint.strong('POLICY'), ...lines, '']
}

function profileLines({ findings }: Report): string[] {
  return findings.flatMap(({ requirement, profiles }) =>
    (profiles ?? []).flatMap(finding =>
      row([
        { text: profileStanding(finding), width: 8 },
        { text: finding.profile, width: 14 },
        { text: requirement, width: 24 },
        { text: finding.figures.map(({ value, basis }) => `${value} (${basis})`).join(', '), width: 24 },
      ]),
    ),
  )
}

function excusedLines({ summary }: Report): string[] {
  if (summary.excused === undefined) return []
  const { waived, known, resultWithout } = summary.excused
  const parts = [
    ...(waived.length > 0 ? [`${count(waived.length)} waived`] : []),
    ...(known.length > 0 ? [`${count(known.length)} known from the baseline`] : []),
  ]
  return said(`${parts.join(', ')}; without that the result would be ${resultWithout.toUpperCase()}.`)
}

function said(words: string): string[] {
  return paragraph(flowing(words), '  ')
}
