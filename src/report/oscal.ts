// The report as OSCAL assessment results (NIST, model 1.1.2), as compliance tools read them: each requirement an
// observation by examination with its evidence, and a finding that is satisfied or not. OSCAL wants a time, so the receipt
// must have one; identifiers are made from what they name (UUID, version 5 by its form), the same in every run.
import { createHash } from 'node:crypto'
import { UserError } from '../domain/errors.ts'
import type { Finding } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isShort, type Report } from '../domain/report.ts'
import { citation, contractName, unique } from './cite.ts'
import { flowing } from './escape.ts'
import type { Run } from './run.ts'
import { excuse, marks, shortfall, standing } from './standing.ts'

/** OSCAL as JSON with a final line feed. Throws UserError (`usage`) where a receipt has no time, or nothing was checked. */
export function oscalOf({ version, reports, failures }: Run): string {
  const times = reports.map(({ receipt }) => receipt.stamp)
  const time = times[0]
  if (time === undefined || times.includes(undefined))
    throw new UserError(
      'usage',
      '--format oscal',
      'OSCAL results carry the time of the check',
      'Add --stamp, and name a contract that can be read.',
    )
  const results = reports.map(report => resultOf(report, time))
  const remarks = failures.map(({ document, message }) => `Not read: ${document}: ${message}`).join('\n')
  const metadata = {
    title: 'Contract gap report',
    'last-modified': time,
    version,
    'oscal-version': '1.1.2',
    ...(remarks === '' ? {} : { remarks }),
  }
  const uuid = uuidOf(...results.map(result => result.uuid))
  return `${JSON.stringify({ 'assessment-results': { uuid, metadata, 'import-ap': { href: '#' }, results } }, undefined, 2)}\n`
}

function resultOf(report: Report, time: string): { readonly uuid: string } & Record<string, unknown> {
  const { pack, documents, findings, summary } = report
  const seed = [pack.sha256, ...documents.map(({ sha256 }) => sha256)]
  const uuid = uuidOf(...seed)
  const ids = findings.map(({ requirement }) => ({ 'control-id': requirement }))
  return {
    uuid,
    title: contractName(report),
    description: `${pack.title} ${pack.version} (SHA-256 ${pack.sha256}): ${summary.result}.`,
    start: time,
    'reviewed-controls': { 'control-selections': [{ 'include-controls': ids }] },
    observations: findings.map(finding => observationOf(finding, report, uuid, time)),
    findings: findings.map(finding => findingOf(finding, report, uuid)),
  }
}

function observationOf(finding: Finding, report: Report, seed: string, collected: string): object {
  const evidence = unique(finding.evidence).map(passage => ({
    description: `${flowing(passage.quote)} (${citation(passage, report)})`,
    props: [{ name: 'sha256', value: report.documents[passage.document]?.sha256 ?? '' }],
  }))
  return {
    uuid: observationId(finding, seed),
    title: titleOf(finding, report),
    description: shortfall(finding),
    props: [{ name: 'verdict', value: finding.verdict }, ...marks(finding).map(value => ({ name: 'standing', value }))],
    methods: ['EXAMINE'],
    collected,
    ...(evidence.length === 0 ? {} : { 'relevant-evidence': evidence }),
  }
}

function findingOf(finding: Finding, report: Report, seed: string): object {
  const state = isShort(finding) ? 'not-satisfied' : 'satisfied'
  const reason = finding.verdict === 'unread' ? 'other' : isShort(finding) ? 'fail' : 'pass'
  const excused = excuse(finding) === '' ? {} : { remarks: excuse(finding) }
  return {
    uuid: uuidOf(seed, 'finding', finding.requirement, fingerprintOf(finding)),
    title: titleOf(finding, report),
    description: `${standing(finding)}. ${shortfall(finding)}`,
    target: { type: 'objective-id', 'target-id': finding.requirement, status: { state, reason, ...excused } },
    'related-observations': [{ 'observation-uuid': observationId(finding, seed) }],
  }
}

function observationId(finding: Finding, seed: string): string {
  return uuidOf(seed, 'observation', finding.requirement, fingerprintOf(finding))
}

function titleOf({ requirement }: Finding, { pack }: Report): string {
  return pack.requirements.find(({ id }) => id === requirement)?.title ?? requirement
}

/** The bits that RFC 9562 asks of version 5, the rest from SHA-256 of the names. */
function uuidOf(...names: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
