// Reports as tables: a matrix of contracts by requirements, a list with one row for each finding, one with a row for each
// published control that a finding is cited for. CSV and XLSX write the same cells; a cell that a spreadsheet would run as a formula is made inert here, once.
import type { Citation } from '../domain/control.ts'
import type { Finding } from '../domain/finding.ts'
import { isShort, type Report } from '../domain/report.ts'
import { citation, closestControls, contractName, unique } from './cite.ts'
import { inert } from './escape.ts'
import type { Run } from './run.ts'
import { excuse, marks, shortfall } from './standing.ts'

export type Table = readonly (readonly string[])[]

/** One row for each contract: result, then the verdict of each requirement; files that could not be read stand as such. */
export function matrixOf({ reports, failures }: Run): Table {
  const ids = [...new Set(reports.flatMap(({ findings }) => findings.map(({ requirement }) => requirement)))]
  const rows = reports.map(report => [contractName(report), report.summary.result, ...ids.map(id => cell(report, id))])
  const failed = failures.map(({ document, message }) => [document, `not read: ${message}`, ...ids.map(() => '')])
  return inertTable([['contract', 'result', ...ids], ...rows, ...failed])
}

function cell({ findings }: Report, id: string): string {
  const finding = findings.find(({ requirement }) => requirement === id)
  if (finding === undefined) return ''
  const marked = marks(finding)
  return marked.length === 0 ? finding.verdict : `${finding.verdict} (${marked.join(', ')})`
}

const columns = [
  'contract',
  'clause',
  'requirement',
  'title',
  'severity',
  'verdict',
  'why',
  'where',
  'words',
  'ask for',
  'standing',
  'excused',
  'controls',
]

/** One row for each finding, in pack order, contract after contract. */
export function listOf({ reports }: Run): Table {
  return inertTable([columns, ...reports.flatMap(report => report.findings.map(finding => row(finding, report)))])
}

function row(finding: Finding, report: Report): string[] {
  const asked = report.pack.requirements.find(({ id }) => id === finding.requirement)
  const evidence = unique(finding.evidence)
  return [
    contractName(report),
    asked?.clause ?? '',
    finding.requirement,
    asked?.title ?? '',
    asked?.severity ?? '',
    finding.verdict,
    shortfall(finding),
    evidence.map(passage => citation(passage, report)).join('; '),
    evidence.map(({ quote }) => quote).join(' ... '),
    isShort(finding) ? (asked?.wording.firm ?? '') : '',
    marks(finding).join(', '),
    excuse(finding),
    closestControls(finding, report).map(citationWords).join('; '),
  ]
}

function citationWords({ framework, edition, id }: Citation): string {
  return `${framework}-${edition} ${id}`
}

const controlColumns = ['contract', 'framework', 'edition', 'control', 'title', 'relation', 'requirement', 'verdict', 'standing']

/** One row for each control that a finding is cited for, framework after framework; no more than a heading where none is cited. */
export function controlsOf({ reports }: Run): Table {
  const cited = reports.flatMap(report =>
    report.findings.flatMap(finding =>
      (report.pack.controls?.get(finding.requirement) ?? []).map(citation => ({ report, finding, citation })),
    ),
  )
  const keys = [...new Set(cited.map(({ citation }) => `${citation.framework}-${citation.edition}`))]
  const sorted = keys.flatMap(key => cited.filter(({ citation }) => `${citation.framework}-${citation.edition}` === key))
  const rows = sorted.map(({ report, finding, citation: { framework, edition, id, title = '', relation } }) => [
    ...[contractName(report), framework, edition, id, title, relation],
    ...[finding.requirement, finding.verdict, marks(finding).join(', ')],
  ])
  return inertTable([controlColumns, ...rows])
}

/** Excel takes no more than 32,767 characters in a cell. */
const most = 32_000

function inertTable(rows: Table): Table {
  return rows.map(cells => cells.map(text => (text.length > most ? `${inert(text.slice(0, most))} ...` : inert(text))))
}

/** The matrix as CSV (RFC 4180: CRLF, quotes doubled). */
export function csvOf(run: Run): string {
  return csvText(matrixOf(run))
}

/** A table as CSV. */
export function csvText(table: Table): string {
  return table.map(cells => `${cells.map(quotedCell).join(',')}\r\n`).join('')
}

function quotedCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}
