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
  refusing: 'its own sentence can be read as a refusal',
  contested: 'its sentence can be read so that it falls short',
  reach: 'the words that make it stand far apart',
  irrelevant: 'the passage has few words of the matter',
  few: 'it was recognised in few ways',
  frames: 'it was recognised in few ways',
  general: 'it was recognised by general words',
  strange: 'much of the sentence is in words that were not understood',
  unframed: 'it was recognised by its likeness alone',
  leaning: 'it leans on what stands around it',
  relative: 'it stands in an aside of its sentence',
  nobody: 'nobody is named who owes it',
  fragment: 'it has no verb of its own',
  list: 'it is a limb of a list',
  row: 'it is a row of a table',
  long: 'the sentence is long',
  limits: 'words of limit stand in the sentence',
  conditions: 'the sentence has a condition',
  exceptions: 'an exception was passed over as harmless',
  hedges: 'a hedge stands in the sentence',
  tiers: 'the sentence names a plan or a group of customers',
  negators: 'the sentence has words that deny',
  disagreeing: 'two passages say different things of it',
  lacking: 'the part that was not found may be put in other words',
  subject: 'it is on the subject, and what it promises was not recognised',
  narrowed: 'what narrows it was not pinned down',
  figure: 'the figure was not found',
  loose: 'how firm it is was hard to tell',
  several: 'it falls short in several ways',
  limbs: 'several things are asked at once',
  rivals: 'other passages speak of it too',
  rival: 'another passage speaks of it as plainly',
  unused: 'passages about it were not used',
  overruled: 'amendments or special conditions may change it',
  closest: 'a passage has the words of it, and no promise was recognised',
  nearly: 'a passage has words of it, and no promise was recognised',
  mentioned: 'it is mentioned, and no promise was recognised',
  aside: 'it is mentioned, and no promise was recognised',
  outside: 'it is spoken of where nothing binds',
  overturned: 'its words and its grammar say different things; the words decide',
  disputed: 'its words alone suggest another verdict',
  unjudged: 'it was not judged (see the faults)',
  other: 'the reading is not certain',
}

/** Why a finding is doubtful, in words. */
export function doubtSentence({ doubts = [], confidence }: Finding): string {
  const words = [...new Set(doubts.map(code => doubtWords[code] ?? code.replaceAll('-', ' ')))]
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
