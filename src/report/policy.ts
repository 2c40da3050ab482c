// What bears on the result besides the words of the contract: configuration, profiles, waivers, baseline. Nothing is
// excused in silence: each waiver that does not hold is named, and the result without any of them.
import type { Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { paragraph, row } from './layout.ts'
import type { Paint } from './paint.ts'
import { count, profileStanding, waiverNote } from './wording.ts'

/** Lines of the section, with a blank line after it; none where nothing bears on the result. */
export function policy(report: Report, paint: Paint): string[] {
  const lines = [...configurationLines(report), ...profileLines(report), ...excusedLines(report), ...waiverLines(report)]
  return lines.length === 0 ? [] : [paint.strong('POLICY'), ...lines, '']
}

function configurationLines({ receipt }: Report): string[] {
  const { configuration, stamp, baseline } = receipt
  return [
    ...(configuration === undefined ? [] : said(`Configured by ${configuration.file} (${configuration.sha256.slice(0, 12)}).`)),
    ...(baseline === undefined ? [] : said(baselineWords(baseline))),
    ...(stamp === undefined ? [] : said(`Checked at ${stamp}.`)),
  ]
}

function baselineWords(names: readonly string[]): string {
  return names.length === 0 ? 'The baseline holds no report on this contract.' : `Held against the baseline of ${names.join(', ')}.`
}

function profileLines({ findings }: Report): string[] {
  return findings.flatMap(({ requirement, profiles }) =>
    (profiles ?? []).flatMap(({ profile, verdict, figures }) =>
      row([
        { text: profileStanding(verdict), width: 8 },
        { text: profile, width: 14 },
        { text: requirement, width: 24 },
        { text: figures.map(({ value, basis }) => `${value} (${basis})`).join(', '), width: 24 },
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

function waiverLines({ receipt }: Report): string[] {
  return (receipt.waivers ?? []).flatMap(use => {
    const note = waiverNote(use)
    return note === undefined ? [] : said(note)
  })
}

function said(words: string): string[] {
  return paragraph(flowing(words), '  ')
}
