// The report as JUnit XML, as CI servers read it: a suite for each contract, a named case for each requirement.
// A gap that fails the run is a failure, one below the bar, waived or known is skipped with the reason, words that could
// not be read are an error, so that no incomplete run looks green. No times and no host: the same report, the same bytes.
import type { Finding } from '../domain/finding.ts'
import { isShort, type Report } from '../domain/report.ts'
import { citation, contractName, isFailing, unique } from './cite.ts'
import { xml } from './escape.ts'
import { resultSentence } from './result.ts'
import { doubtSentence } from './review.ts'
import { type Failure, failureWords, type Run } from './run.ts'
import { excuse, shortfall, standing } from './standing.ts'

/** JUnit XML with a final line feed. */
export function junitOf({ reports, failures }: Run): string {
  const suites = [...reports.map(suite), ...failures.map(failedSuite)]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="clausegate">\n${suites.join('')}</testsuites>\n`
}

function suite(report: Report): string {
  const cases = [reading(report), ...report.findings.map(finding => testCase(finding, report))]
  const amount = (tag: string) => cases.filter(one => one.includes(`<${tag}`)).length
  const head = `tests="${cases.length}" failures="${amount('failure')}" errors="${amount('error')}" skipped="${amount('skipped')}"`
  return `  <testsuite name="${xml(contractName(report))}" ${head}>\n${cases.join('')}  </testsuite>\n`
}

/** What was found is worth nothing where part of the contract was not read, even if every requirement is met by the rest. */
function reading(report: Report): string {
  const error = `<error type="unread" message="${xml(resultSentence(report))}"/>`
  return named('reading: All of the contract was read and judged', 'clausegate', report.summary.result === 'unread' ? error : '')
}

function testCase(finding: Finding, report: Report): string {
  const asked = report.pack.requirements.find(({ id }) => id === finding.requirement)
  const title = `${finding.requirement}: ${asked?.title ?? ''}`
  return named(title, `${report.pack.id}.${asked?.clause ?? ''}`, outcomeOf(finding, report))
}

function named(title: string, group: string, outcome: string): string {
  const name = `name="${xml(title)}" classname="${xml(group)}"`
  return outcome === '' ? `    <testcase ${name}/>\n` : `    <testcase ${name}>\n      ${outcome}\n    </testcase>\n`
}

function outcomeOf(finding: Finding, report: Report): string {
  if (report.summary.strict?.doubtful.includes(finding.requirement))
    return `<failure type="review" message="${xml(`met, but a person should look at it first: ${doubtSentence(finding)}`)}"/>`
  if (!isShort(finding)) return ''
  const message = [`${standing(finding)}: ${shortfall(finding)}`, excuse(finding)].filter(words => words !== '').join(' ')
  if (finding.verdict === 'unread') return `<error type="${finding.fault === undefined ? 'unread' : 'fault'}" message="${xml(message)}"/>`
  if (finding.waiver !== undefined || finding.known) return `<skipped message="${xml(message)}"/>`
  if (!isFailing(finding, report)) return `<skipped message="${xml(`${message} (below the bar: ${report.summary.failOn})`)}"/>`
  const said = unique(finding.evidence).map(passage => `${xml(passage.quote)} (${xml(citation(passage, report))})`)
  return `<failure type="${finding.verdict}" message="${xml(message)}">${said.join('\n')}</failure>`
}

function failedSuite(failure: Failure): string {
  const name = xml(failure.document)
  const error = `<error type="unread" message="${xml(failureWords(failure))}"/>`
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1" skipped="0">\n    <testcase name="reading" classname="${name}">\n      ${error}\n    </testcase>\n  </testsuite>\n`
}
