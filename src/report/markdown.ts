// The report as Markdown, for a comment on a pull request: result, what fails, each gap to fold open. Words of the
// contract cannot form mark-up of their own. Held under the 65,536 characters that GitHub takes; what is cut is said.
import type { Finding, Verdict } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { type Requirement, severities } from '../domain/requirement.ts'
import { citation, contractName, controlsLine, unique } from './cite.ts'
import { commentOf } from './comment.ts'
import { inline } from './escape.ts'
import { shortened } from './layout.ts'
import { faultSentence, resultSentence } from './result.ts'
import { doubted, doubtSentence } from './review.ts'
import { failureWords, type Run } from './run.ts'
import { excuse, gapsIn, policySentences, shortfall, standing } from './standing.ts'
import { count, remarkSentence, verdictWords } from './wording.ts'

const order: readonly Verdict[] = ['conflict', 'missing', 'unread', 'partial', 'met']

/** All reports and failures as one Markdown text with a final line feed. */
export function markdownOf({ reports, failures }: Run): string {
  const failed = failures.map(failure => `**Not read:** ${inline(failure.document)}: ${inline(failureWords(failure))}`)
  return commentOf([...failed, ...results(reports), ...reports.flatMap(reportParts)], '\n\n', 'parts')
}

/** Of several contracts the results stand first, so that they are the last to be cut for length. */
function results(reports: readonly Report[]): string[] {
  if (reports.length < 2) return []
  return reports.map(report => `- ${inline(contractName(report))}: **${inline(resultSentence(report))}**`)
}

function reportParts(report: Report): string[] {
  const { pack, summary, documents } = report
  const requirements = new Map(pack.requirements.map(requirement => [requirement.id, requirement]))
  const gaps = gapsIn(report).sort((a, b) => rank(a, requirements) - rank(b, requirements))
  const counts = order.map(verdict => `| ${verdictWords[verdict]} | ${count(summary.counts[verdict])} |`)
  const policy = policySentences(report).map(words => `- ${inline(words)}`)
  const faults = report.receipt.faults.map(fault => `- **Not judged:** ${inline(faultSentence(fault))}`)
  const notes = documents.flatMap(({ notes }) => notes.map(({ message }) => `- ${inline(message)}`))
  return [
    `## ${inline(contractName(report))}`,
    `**${inline(resultSentence(report))}**`,
    `${inline(pack.title)} ${inline(pack.version)}, clausegate ${inline(report.version)}`,
    ['| verdict | requirements |', '|---|---:|', ...counts].join('\n'),
    ...(policy.length === 0 ? [] : [policy.join('\n')]),
    ...(faults.length === 0 ? [] : [faults.join('\n')]),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
    ...reviewParts(report),
    ...gaps.map(finding => gapPart(finding, requirements.get(finding.requirement), report)),
    '*A reading aid, not legal advice. Quotes are the exact words of the document.*',
  ]
}

/** Those that a person should look at, promises first. */
function reviewParts(report: Report): string[] {
  const items = doubted(report).map(({ finding, requirement }) => {
    const [first] = finding.evidence
    const place = first === undefined ? '' : `, ${citation(first, report)}`
    return `- ${inline(`${requirement.title}: ${standing(finding)}, ${requirement.severity}${place}: ${doubtSentence(finding)}`)}`
  })
  return items.length === 0 ? [] : [`**Look at these first**\n\n${items.join('\n')}`]
}

function rank({ requirement, verdict, waiver, known }: Finding, requirements: ReadonlyMap<string, Requirement>): number {
  const severity = severities.indexOf(requirements.get(requirement)?.severity ?? 'minor')
  return (waiver === undefined && !known ? 0 : 100) + severity * order.length + order.indexOf(verdict)
}

function gapPart(finding: Finding, requirement: Requirement | undefined, report: Report): string {
  const said = unique(finding.evidence).map(passage => `> ${inline(shortened(passage.quote))}\n> (${inline(citation(passage, report))})`)
  const controls = controlsLine(finding, report)
  const title = `${html(requirement?.title ?? finding.requirement)} (${finding.requirement}, ${requirement?.severity ?? ''})`
  return [
    `<details><summary><b>${html(standing(finding))}</b> ${title}</summary>`,
    ...said,
    inline(shortfall(finding)),
    ...(excuse(finding) === '' ? [] : [inline(excuse(finding))]),
    ...finding.remarks.map(remark => inline(remarkSentence(remark))),
    `**Ask for:** ${inline(requirement?.wording.firm ?? '')}`,
    ...(controls === '' ? [] : [`**Controls:** ${inline(controls)}`]),
    '</details>',
  ].join('\n\n')
}

function html(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
