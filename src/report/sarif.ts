// The report as SARIF 2.1.0 (OASIS), as code-scanning services read it. A result points into the text as it was read,
// which is written beside the report; clause and page stand as logical location. Met requirements are results of kind
// `pass`, waived and known ones are suppressed: nothing is dropped.

import type { Finding, Passage } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isShort, type Report } from '../domain/report.ts'
import type { Requirement, Severity } from '../domain/requirement.ts'
import { citation, contractName, unique } from './cite.ts'
import { flowing, inline } from './escape.ts'
import { shortened } from './layout.ts'
import { regionOf } from './region.ts'
import { faultSentence, resultSentence } from './result.ts'
import { type ExtractedText, failureWords, type Run } from './run.ts'
import { excuse, marks, policySentences, shortfall, standing } from './standing.ts'
import { relationshipsOf, supportedOf, taxonomiesOf } from './taxonomies.ts'
import { quoted } from './wording.ts'

const levels: Readonly<Record<Severity, string>> = { critical: 'error', major: 'warning', minor: 'note' }
/** As GitHub sorts: over 9 critical, over 7 high, over 4 medium. */
const weights: Readonly<Record<Severity, string>> = { critical: '9.1', major: '7.0', minor: '3.0' }
/** GitHub takes no more results than these in a run. */
const most = 25_000

/** SARIF as JSON with a final line feed; `texts` are those of each report's documents, in the order of the reports. */
export function sarifOf({ version, reports, failures }: Run, texts: readonly (readonly ExtractedText[])[]): string {
  const rules = [...new Map(reports.flatMap(({ pack }) => pack.requirements.map(rule => [rule.id, rule] as const))).values()]
  const all = reports.flatMap((report, at) => report.findings.map(finding => resultOf(finding, report, rules, texts[at] ?? [])))
  const taxonomies = taxonomiesOf(reports)
  const described = rules.map(rule => ({ ...ruleOf(rule), ...relationshipsOf(rule.id, reports, taxonomies) }))
  const run = {
    tool: { driver: { name: 'clausegate', version, semanticVersion: version, rules: described, ...supportedOf(taxonomies) } },
    ...(taxonomies.length === 0 ? {} : { taxonomies }),
    invocations: [invocationOf(reports, failures, all.length)],
    artifacts: distinct(reports.flatMap((report, at) => artifactsOf(report, texts[at] ?? []))),
    results: all.slice(0, most),
    columnKind: 'utf16CodeUnits',
  }
  const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`
}

function ruleOf({ id, clause, title, asks, why, wording, severity }: Requirement): object {
  const text = `${asks} ${why} Wording to ask for: ${wording.firm}`
  const markdown = `${inline(asks)}\n\n*Why:* ${inline(why)}\n\n*Wording to ask for:* ${inline(wording.firm)}\n\n*Milder:* ${inline(wording.milder)}`
  return {
    id,
    name: id.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: asks },
    help: { text, markdown },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['contract', clause], precision: 'high', 'security-severity': weights[severity] },
  }
}

function resultOf(finding: Finding, report: Report, rules: readonly Requirement[], texts: readonly ExtractedText[]): object {
  const rule = rules.find(({ id }) => id === finding.requirement)
  const strictly = report.summary.strict?.doubtful.includes(finding.requirement) === true
  const kind = finding.verdict === 'unread' ? 'open' : isShort(finding) || strictly ? 'fail' : finding.review ? 'review' : 'pass'
  return {
    ruleId: finding.requirement,
    ruleIndex: rules.findIndex(({ id }) => id === finding.requirement),
    kind,
    level: kind === 'fail' ? levels[rule?.severity ?? 'minor'] : 'none',
    message: { text: messageOf(finding, rule, report) },
    locations: locationsOf(finding, report, texts),
    partialFingerprints: { 'clausegate/v1': fingerprintOf(finding) },
    ...(excuse(finding) === '' ? {} : { suppressions: [{ kind: 'external', status: 'accepted', justification: excuse(finding) }] }),
    properties: {
      verdict: finding.verdict,
      standing: marks(finding),
      reasons: finding.reasons.map(({ code }) => code),
      review: finding.review,
    },
  }
}

function messageOf(finding: Finding, rule: Requirement | undefined, report: Report): string {
  const said = unique(finding.evidence).map(passage => `${quoted(shortened(flowing(passage.quote)))} (${citation(passage, report)})`)
  const asked = !isShort(finding) || rule === undefined ? '' : ` Ask for: ${rule.wording.firm}`
  return `${contractName(report)}: ${standing(finding)}: ${rule?.title ?? ''}. ${[shortfall(finding), ...said].join(' ')}${asked}`
}

/** A result without a place still needs one for GitHub: then it stands at the first line of the contract. */
function locationsOf({ evidence }: Finding, report: Report, texts: readonly ExtractedText[]): object[] {
  const passages = unique(evidence).slice(0, 10)
  if (passages.length > 0) return passages.map(passage => locationOf(passage, report, texts))
  return texts[0] === undefined ? [] : [{ physicalLocation: { artifactLocation: { uri: texts[0].uri }, region: { startLine: 1 } } }]
}

function locationOf(passage: Passage, report: Report, texts: readonly ExtractedText[]): object {
  const name = citation(passage, report)
  const logicalLocations = [{ name: passage.section === '' ? name : passage.section, fullyQualifiedName: name, kind: 'clause' }]
  const source = texts[passage.document]
  if (source === undefined) return { logicalLocations }
  return { physicalLocation: { artifactLocation: { uri: source.uri }, region: regionOf(source.text, passage) }, logicalLocations }
}

function artifactsOf({ documents }: Report, texts: readonly ExtractedText[]): object[] {
  return documents.map(({ name, sha256 }, at) => ({
    location: { uri: texts[at]?.uri ?? encodeURI(name) },
    description: { text: `Text of ${name} as it was read` },
    properties: { contract: name, 'contract-sha-256': sha256 },
  }))
}

/** Each once, as the schema has it: one contract may be held against several packs. */
function distinct(all: readonly object[]): object[] {
  return [...new Map(all.map(one => [JSON.stringify(one), one])).values()]
}

/** A rule that crashed is no success of the tool, whatever the others found. */
function invocationOf(reports: readonly Report[], failures: Run['failures'], amount: number): object {
  const executionSuccessful = failures.length === 0 && reports.every(({ receipt }) => receipt.faults.length === 0)
  return { executionSuccessful, toolExecutionNotifications: notifications(reports, failures, amount) }
}

function notifications(reports: readonly Report[], failures: Run['failures'], amount: number): object[] {
  const notes = reports.flatMap(({ documents }) => documents.flatMap(({ name, notes }) => notes.map(note => ({ name, note }))))
  const results = reports.flatMap(report =>
    [resultSentence(report), ...policySentences(report)].map(words => `${contractName(report)}: ${words}`),
  )
  return [
    ...results.map(text => ({ level: 'note', message: { text } })),
    ...notes.map(({ name, note }) => ({ level: note.unread ? 'warning' : 'note', message: { text: `${name}: ${note.message}` } })),
    ...reports
      .flatMap(report => report.receipt.faults.map(fault => `${contractName(report)}: ${faultSentence(fault)}`))
      .map(text => ({ level: 'error', message: { text } })),
    ...failures.map(failure => ({ level: 'error', message: { text: `${failure.document}: ${failureWords(failure)}` } })),
    ...(amount > most ? [{ level: 'warning', message: { text: `${amount - most} more results than a service takes are left out.` } }] : []),
  ]
}
