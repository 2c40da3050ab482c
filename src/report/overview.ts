// The overview: every requirement in pack order by clause with verdict, severity and place, then the checklist.
import type { Finding, Passage, Verdict } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { type Cell, paragraph, row } from './layout.ts'
import type { Paint } from './paint.ts'
import { marks } from './standing.ts'
import { verdictMeanings, verdictWords } from './wording.ts'

/** How a verdict looks where there is colour. */
export function verdictPaint(verdict: Verdict, paint: Paint): (text: string) => string {
  return { met: paint.good, partial: paint.fair, conflict: paint.bad, missing: paint.bad, unread: paint.fair }[verdict]
}

/** Lines of the overview, with the meaning of the verdicts that occur. */
export function overview(report: Report, paint: Paint): string[] {
  const { pack, findings } = report
  const titles = cells('Verdict', 'Severity', 'Requirement', 'Where')
  const clauses = pack.clauses.map((clause, at) => {
    const lines = findings.flatMap(finding => requirementLines(finding, clause.id, report, paint))
    return lines.length === 0 ? [] : ['', ...paragraph(flowing(clause.title), `${at + 1}. `).map(paint.strong), ...lines]
  })
  return [paint.strong('OVERVIEW'), ...row(titles).map(paint.faint), ...clauses.flat(), '', ...key(findings)]
}

function requirementLines(finding: Finding, clause: string, { pack }: Report, paint: Paint): string[] {
  const requirement = pack.requirements.find(({ id }) => id === finding.requirement)
  if (requirement?.clause !== clause) return []
  const { verdict, evidence } = finding
  const marked = marks(finding)
  const title = flowing(marked.length === 0 ? requirement.title : `${requirement.title} (${marked.join(', ')})`)
  return row(cells(verdictWords[verdict], requirement.severity, title, places(evidence), verdictPaint(verdict, paint)))
}

function cells(verdict: string, severity: string, title: string, place: string, paint: (text: string) => string = text => text): Cell[] {
  return [
    { text: verdict, width: 8, paint },
    { text: severity, width: 8 },
    { text: title, width: 38 },
    { text: place, width: 18 },
  ]
}

/** Up to two places, as one cites them: "4.1(a) p. 3; 9.2". */
function places(evidence: readonly Passage[]): string {
  const all = [...new Set(evidence.map(placeWords))]
  return all.length > 2 ? `${all.slice(0, 2).join('; ')} ...` : all.join('; ')
}

function placeWords({ section, page }: Passage): string {
  const number = section === '' ? 'no number' : flowing(section)
  return page === undefined ? number : `${number}, p. ${page}`
}

function key(findings: readonly Finding[]): string[] {
  const occurring = (Object.keys(verdictMeanings) as Verdict[]).filter(verdict => findings.some(finding => finding.verdict === verdict))
  return occurring.map(verdict => `  ${verdictWords[verdict].padEnd(9)} ${verdictMeanings[verdict]}`)
}

/** Lines of the checklist: each item with how many of its parts are met. */
export function checklist({ checklist: results, pack }: Report, paint: Paint): string[] {
  const lines = results.map(({ item, verdict, parts }) => {
    const title = pack.checklist.find(({ id }) => id === item)?.title ?? item
    const met = parts.filter(part => part.verdict === 'met').length
    return row([
      { text: verdictWords[verdict], width: 8, paint: verdictPaint(verdict, paint) },
      { text: flowing(title), width: 48 },
      { text: `${met} of ${parts.length} parts met`, width: 18 },
    ])
  })
  return [paint.strong('CHECKLIST'), ...lines.flat()]
}
