// What is not met, worst first: the words that decide it with their place, why they fall short, what to ask for.
import type { Finding, Passage, Verdict } from '../domain/finding.ts'
import { isShort, type Report } from '../domain/report.ts'
import { type Requirement, severities } from '../domain/requirement.ts'
import { citation, unique } from './cite.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph, shortened } from './layout.ts'
import { verdictPaint } from './overview.ts'
import type { Paint } from './paint.ts'
import { marks } from './standing.ts'
import { count, nearestSentence, profileSentence, quoted, remarkSentence, verdictWords, waiverSentence, whySentence } from './wording.ts'

interface Gap {
  readonly finding: Finding
  readonly requirement: Requirement
}

const order: readonly Verdict[] = ['conflict', 'missing', 'unread', 'partial', 'met']

/** Lines of the gaps, each gap followed by a blank line; nothing where all is met. */
export function gaps(report: Report, paint: Paint): string[] {
  const found = gapsOf(report)
  if (found.length === 0) return []
  const title = [paint.strong(`NOT MET: ${count(found.length)}, WORST FIRST`), '-'.repeat(pageWidth)]
  return [...title, ...found.flatMap((gap, at) => [...gapLines(gap, at + 1, report, paint), ''])]
}

/** By severity, then conflict, missing, unread, partial; within these in pack order. */
function gapsOf({ findings, pack }: Report): Gap[] {
  const requirements = new Map(pack.requirements.map(requirement => [requirement.id, requirement]))
  const rank = ({ finding, requirement }: Gap) => severities.indexOf(requirement.severity) * order.length + order.indexOf(finding.verdict)
  return findings
    .flatMap(finding => {
      const requirement = requirements.get(finding.requirement)
      return requirement === undefined || !isShort(finding) ? [] : [{ finding, requirement }]
    })
    .sort((a, b) => rank(a) - rank(b))
}

function gapLines({ finding, requirement }: Gap, number: number, report: Report, paint: Paint): string[] {
  const { verdict } = finding
  const label = [verdictWords[verdict], requirement.severity, requirement.id, ...marks(finding)].join(', ')
  return [
    ...paragraph(flowing(requirement.title), `${number}. `).map(paint.strong),
    ...paragraph(flowing(label), '   ').map(verdictPaint(verdict, paint)),
    ...paragraph(flowing(`Asked: ${requirement.asks}`), '   ', '   '),
    ...unique(finding.evidence).flatMap(passage => passageLines('It says', passage, report)),
    ...labelled('Why', whySentence(finding)),
    ...nearestLines(finding, report),
    ...(finding.profiles ?? []).flatMap(profile => labelled('Profile', profileSentence(profile))),
    ...(finding.waiver === undefined ? [] : labelled('Waived', waiverSentence(finding.waiver))),
    ...finding.remarks.flatMap(remark => labelled('Note', remarkSentence(remark))),
    ...labelled('Ask for', quoted(requirement.wording.firm)),
    ...labelled('At least', quoted(requirement.wording.milder)),
  ]
}

function labelled(label: string, words: string): string[] {
  return paragraph(flowing(words), `   ${`${label}:`.padEnd(10)}`)
}

function nearestLines(finding: Finding, report: Report): string[] {
  if (finding.verdict !== 'missing' || finding.nearest === undefined) return []
  const { passage } = finding.nearest
  return [...passageLines('Nearest', passage, report), ...paragraph(`(${nearestSentence(finding.nearest)})`, ' '.repeat(13))]
}

function passageLines(label: string, passage: Passage, report: Report): string[] {
  return labelled(label, `${quoted(shortened(flowing(passage.quote)))} (${citation(passage, report)})`)
}
