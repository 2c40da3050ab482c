// The report as JUnit XML, as CI servers read it: a suite for each contract, a named case for each requirement.
// A gap that fails the run is a failure, one below the bar or waived is skipped with the reason, words that could
// not be read are an error. No times and no host: the same report gives the same bytes.
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { citation, contractName, isFailing, unique } from './cite.ts'
import { xml } from './escape.ts'
import type { Failure, Run } from './run.ts'
import { verdictWords, waiverSentence, whySentence } from './wording.ts'

/** JUnit XML with a final line feed. */
export function junitOf({ reports, failures }: Run): string {
  const suites = [...reports.map(suite), ...failures.map(failedSuite)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="clausegate">\n${suites.join('')}</testsuites>\n`
}

function suite(report: Report): string {
  const cases = report.findings.map(finding => ({ finding, outcome: outcomeOf(finding, report) }))
  const amount = (tag: string) => cases.filter(({ outcome }) => outcome.startsWith(`<${tag}`)).length
  const head = `tests="${cases.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`
  const body = cases.map(({ finding, outcome }) => testCase(finding, outcome, report)).join('')
  return `  <testsuite name="${xml(contractName(report))}" ${head}>\n${body}  </testsuite>\n`
}

function testCase({ requirement }: Finding, outcome: string, { pack }: Report): string {
  const asked = pack.requirements.find(({ id }) => id === requirement)
  const name = `name="${xml(`${requirement}: ${asked?.title ?? ''}`)}" classname="${xml(`${pack.id}.${asked?.clause ?? ''}`)}"`
  return outcome === '' ? `    <testcase ${name}/>\n` : `    <testcase ${name}>\n      ${outcome}\n    </testcase>\n`
}

function outcomeOf(finding: Finding, report: Report): string {
  if (finding.verdict === 'met') return ''
  const message = `${verdictWords[finding.verdict]}: ${whySentence(finding)}`
  if (finding.waiver !== undefined) return `<skipped message="${xml(`${message} ${waiverSentence(finding.waiver)}`)}"/>`
  if (finding.verdict === 'unread') return `<error type="unread" message="${xml(message)}"/>`
  if (!isFailing(finding, report)) return `<skipped message="${xml(`${message} (below the bar: ${report.summary.failOn})`)}"/>`
  const said = unique(finding.evidence).map(passage => `${xml(passage.quote)} (${xml(citation(passage, report))})`)
  return `<failure type="${finding.verdict}" message="${xml(message)}">${said.join('\n')}</failure>`
}

function failedSuite({ document, message, remedy }: Failure): string {
  const name = xml(document)
  const error = `<error type="unread" message="${xml(`${message} ${remedy}`.trim())}"/>`
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">\n    <testcase name="reading" classname="${name}">\n      ${error}\n    </testcase>\n  </testsuite>\n`
}
