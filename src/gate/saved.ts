// A JSON report read back, as far as comparing, baselines and verifying need it. What is no report of ours is refused with
// the reason: a baseline that cannot be read never passes for an empty one.
import type { PlainFinding } from '../domain/comparison.ts'
import { UserError } from '../domain/errors.ts'
import { type Verdict, verdicts } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import type { Report } from '../domain/report.ts'

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
    fingerprint: fingerprintOf(finding),
  }))
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

/** Reads a JSON report or run. Throws UserError (`usage`) where it is none, with what is wrong. */
export function readSaved(name: string, text: string): SavedReport[] {
  const data = parsed(name, text)
  const reports = isRecord(data) && Array.isArray(data.reports) ? data.reports : [data]
  if (reports.length === 0) throw noReport(name, 'it holds no report')
  return reports.map(report => savedOf(name, report))
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw noReport(name, 'it is no JSON')
  }
}

function savedOf(name: string, json: unknown): SavedReport {
  if (!isRecord(json) || !isRecord(json.pack) || !Array.isArray(json.documents) || !Array.isArray(json.findings))
    throw noReport(name, 'it lacks the pack, the documents or the findings')
  if (json.findings.length === 0) throw noReport(name, 'it holds no finding')
  return {
    version: String(json.version),
    pack: { id: String(json.pack.id), version: String(json.pack.version), sha256: String(json.pack.sha256) },
    documents: json.documents.map(document => ({ name: String(document?.name), sha256: String(document?.sha256) })),
    findings: json.findings.map(finding => plainFinding(name, finding)),
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

function plainFinding(name: string, finding: unknown): PlainFinding {
  if (!isRecord(finding) || typeof finding.requirement !== 'string' || !verdicts.some(verdict => verdict === finding.verdict))
    throw noReport(name, 'a finding lacks its requirement or its verdict')
  const evidence = Array.isArray(finding.evidence) ? finding.evidence : []
  const reasons = Array.isArray(finding.reasons) ? finding.reasons : []
  const quotes = evidence.map(passage => String(passage?.quote ?? ''))
  const verdict = finding.verdict as Verdict
  return {
    requirement: finding.requirement,
    verdict,
    reasons: [...new Set(reasons.map(reason => String(reason?.code)))],
    quotes,
    fingerprint: fingerprintOf({ requirement: finding.requirement, verdict, evidence: quotes.map(quote => ({ quote })) }),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function noReport(name: string, why: string): UserError {
  return new UserError('usage', name, `this is no report of clausegate: ${why}`, 'Make one with: clausegate check FILE --format json')
}
