// A JSON report read back, as far as comparing, baselines and verifying need it. What is no report of ours is refused with
// the reason: a baseline that cannot be read never passes for an empty one.
import type { PlainFinding } from '../domain/comparison.ts'
import { UserError } from '../domain/errors.ts'
import { type Verdict, verdicts } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isRecord, type Loose } from '../domain/json.ts'
import type { Report } from '../domain/report.ts'
import { type Fault, type Path, parseYaml } from '../yaml/document.ts'
import { refuseFaults } from '../yaml/faults.ts'
import { distance } from './figures.ts'

/** A saved report, as far as it is needed. */
export interface SavedReport {
  readonly version: string
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly documents: readonly { readonly name: string; readonly sha256: string }[]
  readonly findings: readonly PlainFinding[]
  /** Whether part of the contract was not read. */
  readonly incomplete: boolean
  /** As the receipt names them. */
  readonly parameters: Readonly<Record<string, string>>
  readonly profiles: readonly string[]
  /** All of it, as it was saved. */
  readonly json: Readonly<Record<string, unknown>>
}

/** The findings of a report just made. */
export function plainOf({ findings }: Report): PlainFinding[] {
  return findings.map(finding => ({
    requirement: finding.requirement,
    verdict: finding.verdict,
    reasons: [...new Set(finding.reasons.map(({ code }) => code))],
    quotes: finding.evidence.map(({ quote }) => quote),
    ...shortfalls(
      finding.reasons.map(({ facts }) => facts),
      (finding.profiles ?? []).map(({ profile, verdict }) => ({ profile, verdict })),
    ),
    fingerprint: fingerprintOf(finding),
  }))
}

/** How far its figures are off at the most, and what profiles it is short of; nothing where neither is known. */
function shortfalls(reasons: readonly Loose[], profiles: readonly Loose[]): Pick<PlainFinding, 'off' | 'shortOf'> {
  const off = reasons.flatMap(({ found, wanted }) => distance(String(found), String(wanted)) ?? [])
  const shortOf = profiles.flatMap(({ profile, verdict }) => (verdict === 'met' ? [] : [String(profile)]))
  return { ...(off.length === 0 ? {} : { off: Math.max(...off) }), ...(shortOf.length === 0 ? {} : { shortOf }) }
}

/**
 * The report that another is to be held against, by the same pack: on the same contract by the names of its documents. The
 * only one of a baseline may go by another name where one contract alone is checked (a new version of it): with several, it
 * would excuse what is missing in all of them.
 */
export function baselineFor(report: Report, saved: readonly SavedReport[], alone: boolean): SavedReport | undefined {
  const same = saved.filter(({ pack }) => pack.id === report.pack.id)
  const named = same.filter(({ documents }) => documents[0]?.name === report.documents[0]?.name)
  if (named.length > 0) return named.length === 1 ? named[0] : undefined
  return alone && same.length === 1 ? same[0] : undefined
}

/** Reads a JSON report or run. Throws UserError (`usage`) where it is none, with all that is wrong and where. */
export function readSaved(name: string, text: string): SavedReport[] {
  const data = parsed(name, text)
  const several = isRecord(data) && Array.isArray(data.reports)
  const reports = several ? (data.reports as unknown[]) : [data]
  if (reports.length === 0) throw noReport(name, 'it holds no report')
  const faults = reports.flatMap((report, at) => shapeFaults(report, several ? ['reports', at] : []))
  if (faults.length > 0) refuseFaults(name, 'report', placed(faults.slice(0, faultsMost), name, text))
  return reports.map(report => savedOf(report as Loose))
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const [fault] = parseYaml(name, text, '').faults
    throw noReport(fault?.where ?? `${name}:1:1`, 'it is no JSON')
  }
}

interface ShapeFault {
  readonly path: Path
  readonly what: string
}

/** More than a person mends in one go. */
const faultsMost = 100

/** What of a report is not as it must be to be compared with. */
function shapeFaults(report: unknown, path: Path): ShapeFault[] {
  if (!isRecord(report)) return [{ path, what: 'this is no report' }]
  const lacking = (key: string, sound: boolean): ShapeFault[] => (sound ? [] : [{ path, what: `the report lacks its ${key}` }])
  const findings = Array.isArray(report.findings) ? report.findings : []
  const documents = Array.isArray(report.documents) ? report.documents : []
  return [
    ...lacking('pack, with id and sha256', isRecord(report.pack) && isText(report.pack.id) && isText(report.pack.sha256)),
    ...lacking('documents', documents.length > 0),
    ...documents.flatMap((one, at) =>
      isText(one?.name) && isText(one?.sha256) ? [] : [{ path: [...path, 'documents', at], what: 'the document lacks its name or sha256' }],
    ),
    ...lacking('findings', findings.length > 0),
    ...findings.flatMap((one, at) => findingFaults(one, [...path, 'findings', at])),
  ]
}

function findingFaults(finding: unknown, path: Path): ShapeFault[] {
  if (!isRecord(finding)) return [{ path, what: 'this is no finding' }]
  const verdict = verdicts.some(one => one === finding.verdict) ? [] : [{ path: [...path, 'verdict'], what: verdictFault(finding.verdict) }]
  return [...(isText(finding.requirement) ? [] : [{ path, what: 'the finding lacks its requirement' }]), ...verdict]
}

function verdictFault(verdict: unknown): string {
  return verdict === undefined ? 'the finding lacks its verdict' : `"${verdict}" is no verdict`
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function placed(faults: readonly ShapeFault[], name: string, text: string): Fault[] {
  const { at } = parseYaml(name, text, '')
  return faults.map(({ path, what }) => ({ where: at(path), what, remedy: howToMake }))
}

function savedOf(json: Loose): SavedReport {
  const pack = json.pack as Loose
  const [documents, findings] = [json.documents, json.findings] as [Loose[], Loose[]]
  return {
    version: String(json.version),
    pack: { id: String(pack.id), version: String(pack.version), sha256: String(pack.sha256) },
    documents: documents.map(({ name, sha256 }) => ({ name: String(name), sha256: String(sha256) })),
    findings: findings.map(plainFinding),
    parameters: parametersIn(json.receipt),
    incomplete: isRecord(json.summary) && json.summary.result === 'unread',
    profiles: isRecord(json.receipt) && Array.isArray(json.receipt.profiles) ? json.receipt.profiles.map(String) : [],
    json,
  }
}

function parametersIn(receipt: unknown): Record<string, string> {
  const table = isRecord(receipt) && isRecord(receipt.parameters) ? receipt.parameters : {}
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, String(value)]))
}

function plainFinding(finding: Loose): PlainFinding {
  const evidence = Array.isArray(finding.evidence) ? finding.evidence : []
  const reasons = Array.isArray(finding.reasons) ? finding.reasons : []
  const quotes = evidence.map(passage => String(passage?.quote ?? ''))
  const [requirement, verdict] = [String(finding.requirement), finding.verdict as Verdict]
  return {
    requirement,
    verdict,
    reasons: [...new Set(reasons.map(reason => String(reason?.code)))],
    quotes,
    ...shortfalls(reasons.filter(isRecord), Array.isArray(finding.profiles) ? finding.profiles.filter(isRecord) : []),
    fingerprint: fingerprintOf({ requirement, verdict, evidence: quotes.map(quote => ({ quote })) }),
  }
}

const howToMake = 'Make one with: clausegate check FILE --format json'

function noReport(where: string, why: string): UserError {
  return new UserError('usage', where, `this is no report of clausegate: ${why}`, howToMake)
}
