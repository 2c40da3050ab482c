// Which findings a person should look at first, and why: in the report a short list before all else, since a promise that was
// wrongly recognised harms more than a gap. What is doubtful was worked out by check/; the words for it are here.
import type { Finding } from '../domain/finding.ts'
import { isShort, type Report } from '../domain/report.ts'
import { type Requirement, severities } from '../domain/requirement.ts'
import { citation } from './cite.ts'
import { flowing } from './escape.ts'
import { paragraph } from './layout.ts'
import { verdictPaint } from './overview.ts'
import type { Paint } from './paint.ts'
import { count, verdictWords } from './wording.ts'

/** A finding to look at, with its requirement. */
export interface Doubted {
  readonly finding: Finding
  readonly requirement: Requirement
}

/** More than these are only counted: a list of everything is looked at by nobody. */
const mostShown = 12

/** What to look at: promises before gaps, since they would not be looked at otherwise, then by severity, the least sure first. */
export function doubted({ findings, pack }: Report): Doubted[] {
  const requirements = new Map(pack.requirements.map(requirement => [requirement.id, requirement]))
  const rank = ({ finding, requirement }: Doubted) =>
    (isShort(finding) ? 10 : 0) + severities.indexOf(requirement.severity) + finding.confidence / 2
  return findings
    .flatMap(finding => {
      const requirement = requirements.get(finding.requirement)
      return requirement === undefined || !finding.review ? [] : [{ finding, requirement }]
    })
    .sort((a, b) => rank(a) - rank(b))
}

const doubtWords: Readonly<Record<string, string>> = {
  behind: 'another passage seems more to the point',
  both: 'words for and against it were found',
  reach: 'the words that promise it stand far apart',
  irrelevant: 'the passage has few words of the matter',
  few: 'it was recognised in one way only',
  leaning: 'it leans on what stands around it',
  relative: 'it stands in an aside of its sentence',
  nobody: 'nobody is named who owes it',
  fragment: 'it has no verb of its own',
  list: 'it is a limb of a list',
  row: 'it is a row of a table',
  long: 'the sentence is long',
  disagreeing: 'two passages say different things of it',
  lacking: 'a part that was not found may be put in other words',
  rivals: 'other passages speak of it too',
  limits: 'words of limit stand near, and were not understood as one',
  conditions: 'it holds on a condition',
  exceptions: 'an exception was passed over as harmless',
  strange: 'much of the sentence is in words that were not understood',
  elsewhere: 'other documents, special conditions or amendments may change it',
  references: 'it points to another place of the contract',
  mentioned: 'the matter is mentioned without a promise that was recognised',
  unused: 'passages about it were not used',
  unframed: 'it was recognised by its words alone',
  other: 'the reading is not certain',
}

/** Why a finding is doubtful, in words. */
export function doubtSentence({ doubts = [], confidence }: Finding): string {
  const words = doubts.map(code => doubtWords[code] ?? code.replaceAll('-', ' '))
  return `${words.length === 0 ? doubtWords.other : words.join('; ')} (${Math.round(confidence * 100)} % sure)`
}

/** Lines of the section, with a blank line behind it; nothing where nothing is doubtful. */
export function review(report: Report, paint: Paint): string[] {
  const all = doubted(report)
  if (all.length === 0) return []
  const more = all.length > mostShown ? [`  ... and ${count(all.length - mostShown)} more, marked "review" in the JSON report.`] : []
  return [paint.strong('LOOK AT THESE FIRST'), ...all.slice(0, mostShown).flatMap(one => lines(one, report, paint)), ...more, '']
}

function lines({ finding, requirement }: Doubted, report: Report, paint: Paint): string[] {
  const [first] = finding.evidence
  const place = first === undefined ? '' : `, ${citation(first, report)}`
  const title = `${requirement.title}: ${verdictWords[finding.verdict]}, ${requirement.severity}${place}`
  return [
    ...paragraph(flowing(title), '  - ', '    ').map(verdictPaint(finding.verdict, paint)),
    ...paragraph(flowing(doubtSentence(finding)), '    '),
  ]
}
