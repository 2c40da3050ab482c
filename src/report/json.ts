// Reports as JSON, in the shape that report.schema.json fixes: what machines read, stable and the same in
// every run. Sentences come from wording.ts, texts of requirements from the pack.

import type { Finding, Passage } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isShort, type PackSummary, type Report } from '../domain/report.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { Failure } from './run.ts'
import { whySentence } from './wording.ts'

/**
 * JSON with a final line feed. One contract that could be read is a report; several contracts, or one that
 * failed, are `{ version, reports, failures }`.
 */
export function jsonOf(
  version: string,
  reports: readonly Report[],
  failures: readonly Failure[] = [],
  several = reports.length > 1,
): string {
  const [only] = reports
  const single = only !== undefined && !several && failures.length === 0
  return `${JSON.stringify(single ? reportJson(only) : { version, reports: reports.map(reportJson), failures }, undefined, 2)}\n`
}

function reportJson(report: Report): object {
  const { version, pack, documents, parties, findings, checklist, summary } = report
  const requirements = new Map(pack.requirements.map(requirement => [requirement.id, requirement]))
  return {
    version,
    pack: packJson(pack),
    documents,
    parties,
    findings: findings.map(finding => findingJson(finding, requirements.get(finding.requirement), pack)),
    checklist: checklist.map(result => ({ ...result, title: pack.checklist.find(({ id }) => id === result.item)?.title ?? result.item })),
    receipt: receiptJson(report),
    summary,
  }
}

/** It stands on its own: what was held against what, by which program, and how much of it was read. */
function receiptJson({ version, pack, documents, receipt }: Report): object {
  const ledgers = documents.flatMap(({ ledger }) => ledger ?? [])
  return {
    version,
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    documents: documents.map(({ name, sha256 }) => ({ name, sha256 })),
    files: { read: documents.length, of: documents.length + sum(ledgers.map(({ unopened }) => unopened.length)) },
    pages: total(documents.flatMap(({ pages }) => pages ?? [])),
    parts: total(ledgers.flatMap(({ parts }) => parts ?? [])),
    ...receipt,
  }
}

interface Share {
  readonly read: number
  readonly of: number
}

/** All shares as one; undefined where there is none, as of pages in a format that has none. */
function total(shares: readonly Share[]): Share | undefined {
  return shares.length === 0 ? undefined : { read: sum(shares.map(({ read }) => read)), of: sum(shares.map(share => share.of)) }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((whole, amount) => whole + amount, 0)
}

function packJson({ id, version, title, sha256, off }: PackSummary): object {
  return { id, version, title, sha256, off }
}

function findingJson(finding: Finding, requirement: Requirement | undefined, { controls }: PackSummary): object {
  const { verdict, confidence, review, doubts, remarks, waiver, known, profiles } = finding
  return {
    requirement: finding.requirement,
    title: requirement?.title,
    clause: requirement?.clause,
    severity: requirement?.severity,
    verdict,
    reasons: finding.reasons.map(({ code, facts }) => ({ code, ...facts })),
    why: whySentence(finding),
    evidence: finding.evidence.map(passageJson),
    ...particulars(finding),
    suggestion: isShort(finding) ? requirement?.wording : undefined,
    remarks: remarks.map(({ code, facts }) => ({ code, ...facts })),
    confidence,
    review,
    doubts,
    fingerprint: fingerprintOf(finding),
    waiver,
    known,
    profiles: profiles?.map(profile => ({ ...profile, reasons: profile.reasons.map(({ code, facts }) => ({ code, ...facts })) })),
    controls: controls?.get(finding.requirement),
  }
}

function particulars(finding: Finding): object {
  if (finding.verdict === 'unread') return { unread: finding.unread, fault: finding.fault }
  if (finding.verdict !== 'missing') return {}
  const { searched, nearest } = finding
  return nearest === undefined ? { searched } : { searched, nearest: { because: nearest.because, ...passageJson(nearest.passage) } }
}

function passageJson({ quote, document, section, page, label, start, end }: Passage): object {
  return { quote, document, section, page: page ?? null, pageLabel: label, start, end }
}
