// The report as OSCAL assessment results (NIST, model 1.1.2), as compliance tools read them: each requirement an
// observation by examination with its evidence, and a finding that is satisfied or not, with the published controls that it
// is cited for. OSCAL wants a time, so the receipt must have one; identifiers are made from what they name (UUID, version 5
// by its form), the same in every run. Its texts are Markdown: words of a contract form no mark-up of their own.
import { createHash } from 'node:crypto'
import type { Citation } from '../domain/control.ts'
import { UserError } from '../domain/errors.ts'
import type { Finding } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isShort, type Report } from '../domain/report.ts'
import { citation, contractName, unique } from './cite.ts'
import { inline } from './escape.ts'
import type { Run } from './run.ts'
import { excuse, marks, shortfall, standing } from './standing.ts'

/** Names of properties that NIST does not know stand in a namespace of their own. */
const ns = 'https://clausegate.example/ns/oscal'

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
  const plan = planOf(reports)
  const results = reports.map((report, at) => resultOf(report, resultId(report, reports.slice(0, at)), time))
  const remarks = failures.map(({ document, message }) => inline(`Not read: ${document}: ${message}`)).join('\n\n')
  const metadata = {
    title: 'Contract gap report',
    'last-modified': time,
    version,
    'oscal-version': '1.1.2',
    ...(remarks === '' ? {} : { remarks }),
  }
  const body = {
    uuid: uuidOf(...results.map(({ uuid }) => uuid)),
    metadata,
    'import-ap': { href: `#${plan.uuid}` },
    results,
    'back-matter': { resources: [plan, ...documentsOf(reports)] },
  }
  return `${JSON.stringify({ 'assessment-results': body }, undefined, 2)}\n`
}

/** What the contracts were held against stands for the plan of the assessment. */
function planOf(reports: readonly Report[]): { readonly uuid: string } & Record<string, unknown> {
  const packs = [...new Map(reports.map(({ pack }) => [pack.sha256, pack])).values()]
  const named = packs.map(({ id, title, version, sha256 }) => `${title} ${version} (${id}, SHA-256 ${sha256})`)
  const uuid = uuidOf('plan', ...packs.map(({ sha256 }) => sha256))
  return { uuid, title: 'Rule packs', description: inline(`Each control is a requirement of a rule pack: ${named.join('; ')}.`) }
}

function documentsOf(reports: readonly Report[]): object[] {
  const all = new Map(reports.flatMap(({ documents }) => documents.map(one => [documentId(one.sha256), one] as const)))
  return [...all].map(([uuid, { name, sha256 }]) => ({
    uuid,
    title: line(name),
    rlinks: [{ href: name.split(/[\\/]/).map(encodeURIComponent).join('/'), hashes: [{ algorithm: 'SHA-256', value: sha256 }] }],
  }))
}

/** A contract that was checked twice has two results. */
function resultId(report: Report, before: readonly Report[]): string {
  const seed = ({ pack, documents }: Report): string[] => [pack.sha256, ...documents.map(({ sha256 }) => sha256)]
  const same = before.filter(one => seed(one).join() === seed(report).join()).length
  return uuidOf(...seed(report), ...(same === 0 ? [] : [String(same)]))
}

function resultOf(report: Report, uuid: string, time: string): { readonly uuid: string } & Record<string, unknown> {
  const { pack, findings, summary } = report
  return {
    uuid,
    title: line(contractName(report)),
    description: inline(`${pack.title} ${pack.version} (SHA-256 ${pack.sha256}): ${summary.result}.`),
    start: time,
    props: [{ name: 'result', ns, value: summary.result }],
    'reviewed-controls': { 'control-selections': [selectionOf(report)] },
    ...list(
      'observations',
      findings.map(finding => observationOf(finding, report, uuid, time)),
    ),
    ...list(
      'findings',
      findings.map(finding => findingOf(finding, report, uuid)),
    ),
  }
}

/** OSCAL names what was reviewed, or all but what was not: with nothing reviewed that is all of the plan but what is switched off. */
function selectionOf({ findings, pack }: Report): object {
  const ids = (names: readonly string[]) => names.map(name => ({ 'control-id': name }))
  if (findings.length > 0) return { 'include-controls': ids(findings.map(({ requirement }) => requirement)) }
  const excluded = ids(pack.off.map(({ requirement }) => requirement))
  return { description: 'No requirement was evaluated.', 'include-all': {}, ...list('exclude-controls', excluded) }
}

/** OSCAL has no empty lists. */
function list(name: string, values: readonly object[]): Record<string, readonly object[]> {
  return values.length === 0 ? {} : { [name]: values }
}

function observationOf(finding: Finding, report: Report, seed: string, collected: string): object {
  const evidence = unique(finding.evidence).map(passage => ({
    href: `#${documentId(report.documents[passage.document]?.sha256 ?? '')}`,
    description: `${inline(passage.quote)} (${inline(citation(passage, report))})`,
  }))
  return {
    uuid: observationId(finding, seed),
    title: titleOf(finding, report),
    description: inline(shortfall(finding)),
    props: [{ name: 'verdict', ns, value: finding.verdict }, ...marks(finding).map(value => ({ name: 'standing', ns, value }))],
    methods: ['EXAMINE'],
    collected,
    ...list('relevant-evidence', evidence),
  }
}

function findingOf(finding: Finding, report: Report, seed: string): object {
  const state = isShort(finding) ? 'not-satisfied' : 'satisfied'
  const reason = finding.verdict === 'unread' ? 'other' : isShort(finding) ? 'fail' : 'pass'
  const excused = excuse(finding) === '' ? {} : { remarks: inline(excuse(finding)) }
  return {
    uuid: uuidOf(seed, 'finding', finding.requirement, fingerprintOf(finding)),
    title: titleOf(finding, report),
    description: inline(`${standing(finding)}. ${shortfall(finding)}`),
    ...list('props', (report.pack.controls?.get(finding.requirement) ?? []).map(controlOf)),
    target: { type: 'objective-id', 'target-id': finding.requirement, status: { state, reason, ...excused } },
    'related-observations': [{ 'observation-uuid': observationId(finding, seed) }],
  }
}

/** "nist-800-53-r5" "IR-6": which framework in which edition, which control, how close. A name may not begin with a figure. */
function controlOf({ framework, edition, id, title, relation }: Citation): object {
  const key = `${framework}-${edition}`
  const remarks = `${relation}${title === undefined ? '' : `: ${inline(title)}`}`
  return { name: 'control', ns, value: id, class: /^[a-z_]/i.test(key) ? key : `_${key}`, remarks }
}

function observationId(finding: Finding, seed: string): string {
  return uuidOf(seed, 'observation', finding.requirement, fingerprintOf(finding))
}

function documentId(sha256: string): string {
  return uuidOf('document', sha256)
}

function titleOf({ requirement }: Finding, { pack }: Report): string {
  return line(pack.requirements.find(({ id }) => id === requirement)?.title ?? requirement)
}

/** A title is never empty, though a file may be named by blanks. */
function line(text: string): string {
  return inline(text) || 'unnamed'
}

/** The bits that RFC 9562 asks of version 5, the rest from SHA-256 of the names. */
function uuidOf(...names: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(names)).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
