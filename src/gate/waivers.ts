// Waivers: read from their file, matched with what was found. One holds only for the words it accepted and until its day;
// what does not hold any more is said, never passed over. The gap itself stays in the report, marked.
import schema from '../../rules/waivers.schema.json' with { type: 'json' }
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isRecord } from '../domain/json.ts'
import { isShort, type Report } from '../domain/report.ts'
import { isOnePerson, type Lapse, longestTerm, type Waiver, type WaiverUse } from '../domain/waiver.ts'
import { type Fault, parseYaml, withEntry, type YamlFile } from '../yaml/document.ts'
import { refuseFaults, withMeaning } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'
import { matchesPath } from './config.ts'
import { daysBetween, isDate } from './dates.ts'

const examples: Readonly<Record<string, string>> = {
  waivers: 'waivers: [{ requirement: api.log-retention, ... }], as clausegate waive prints it',
  requirement: 'requirement: api.log-retention',
  contract: 'contract: contracts/acme.docx',
  fingerprint: 'fingerprint: the 64 digits that clausegate waive prints',
  owner: 'owner: Jane Roe, Legal',
  approver: 'approver: John Doe, CISO',
  reason: 'reason: pilot without personal data until the renewal',
  opened: 'opened: 2026-11-23',
  expires: 'expires: 2027-03-31',
  ticket: 'ticket: LEG-123',
}

const schemaFaults = faultFinder(schema, key => `For example: ${examples[key] ?? examples.requirement}`)

/** What waivers are held to besides their schema. */
export interface WaiverRules {
  /** Longest time one may run, in days. */
  readonly term?: number
  /** Whether who owns a gap may approve its waiver; else another person must. */
  readonly selfApproval?: boolean
}

/** Reads the text of a file of waivers. Throws UserError (`usage`) with every fault. */
export function readWaivers(path: string, text: string, { term = longestTerm, selfApproval = false }: WaiverRules = {}): Waiver[] {
  const file = parseYaml(path, text, 'waivers: []')
  const entries: unknown[] = Array.isArray(file.data.waivers) ? file.data.waivers : []
  const ownFaults = (entry: unknown, at: number): Fault[] => {
    if (!isRecord(entry)) return []
    const waiver = { ...nothing, ...Object.fromEntries(Object.entries(entry).map(([key, value]) => [key, String(value)])) }
    return [
      ...blankFaults(waiver, at, file),
      ...dateFaults(waiver, at, term, file),
      ...(selfApproval ? [] : approvalFaults(waiver, at, file)),
    ]
  }
  const faults = file.faults.length > 0 ? file.faults : withMeaning(schemaFaults(file), entries.flatMap(ownFaults))
  refuseFaults(path, 'file of waivers', faults)
  return entries as Waiver[]
}

/** What lacks is told by the schema. */
const nothing = { requirement: '', contract: '', fingerprint: '', owner: '', approver: '', reason: '', opened: '', expires: '' }

/** Somebody must answer for it: blanks are nobody. */
function blankFaults(waiver: Waiver, at: number, file: YamlFile): Fault[] {
  return (['requirement', 'contract', 'owner', 'approver', 'reason'] as const)
    .filter(key => waiver[key].trim().length < (key === 'reason' ? 10 : key === 'owner' || key === 'approver' ? 2 : 1))
    .map(key => ({ where: file.at(['waivers', at, key]), what: `"${key}" is blank`, remedy: `For example: ${examples[key]}` }))
}

/** Two pairs of eyes: who lives with a gap is not who lets it pass. */
function approvalFaults(waiver: Waiver, at: number, file: YamlFile): Fault[] {
  if (waiver.owner.trim() === '' || !isOnePerson(waiver)) return []
  const remedy = 'Name somebody else who approved it, or set waiver-self-approval: allowed in the configuration.'
  return [{ where: file.at(['waivers', at, 'approver']), what: `the owner approved it (${waiver.approver})`, remedy }]
}

function dateFaults({ opened, expires }: Waiver, at: number, term: number, file: YamlFile): Fault[] {
  const fault = (key: string, what: string, remedy: string): Fault => ({ where: file.at(['waivers', at, key]), what, remedy })
  const odd = (['opened', 'expires'] as const).filter(key => !isDate({ opened, expires }[key]))
  if (odd.length > 0) return odd.map(key => fault(key, `"${key}" is no day of the calendar`, `For example: ${examples[key]}`))
  const days = daysBetween(opened, expires)
  if (days < 0) return [fault('expires', 'the waiver ends before it begins', `For example: ${examples.expires}`)]
  if (days > term) return [fault('expires', `the waiver runs ${days} days, at most ${term} are allowed`, 'Name an earlier day.')]
  return []
}

export interface Waived {
  readonly report: Report
  readonly uses: readonly WaiverUse[]
}

/**
 * Marks what is waived. `paths` are those of the report's documents seen from the file of waivers; `days` are UTC dates, on
 * all of which a waiver must hold: no other day than today brings back what has ended.
 */
export function applyWaivers(report: Report, waivers: readonly Waiver[], paths: readonly string[], days: readonly string[]): Waived {
  const uses: WaiverUse[] = []
  const holding = new Map<string, Waiver>()
  for (const waiver of waivers) {
    if (!concerns(waiver, report, paths)) continue
    const lapse = lapseOf(waiver, report, days)
    const soon = lapse === undefined && days.some(day => daysBetween(day, waiver.expires) <= 30)
    uses.push({ waiver, ...(lapse === undefined ? {} : { lapse }), soon })
    if (lapse === undefined) holding.set(waiver.requirement, waiver)
  }
  const findings = report.findings.map(finding => {
    const waiver = holding.get(finding.requirement)
    return waiver === undefined ? finding : { ...finding, waiver }
  })
  return { report: { ...report, findings }, uses }
}

function concerns({ contract, requirement }: Waiver, { documents, findings }: Report, paths: readonly string[]): boolean {
  if (!findings.some(finding => finding.requirement === requirement)) return false
  if (/^[0-9a-f]{64}$/.test(contract)) return documents.some(({ sha256 }) => sha256 === contract)
  // Unlike in a configuration, a name without a slash is that file and not every file of the name: another contract is another gap.
  return paths.some(path => path === contract || matchesPath(contract, path, true))
}

function lapseOf(waiver: Waiver, { findings }: Report, days: readonly string[]): Lapse | undefined {
  const finding = findings.find(({ requirement }) => requirement === waiver.requirement)
  if (finding === undefined) return 'unused'
  if (!isShort(finding)) return 'met'
  if (days.some(day => waiver.expires < day)) return 'expired'
  if (days.some(day => waiver.opened > day)) return 'not-yet'
  return fingerprintOf(finding) === waiver.fingerprint ? undefined : 'words-changed'
}

/** Waivers of the file that no contract of the run concerned. */
export function unusedWaivers(waivers: readonly Waiver[], used: readonly WaiverUse[]): WaiverUse[] {
  // By content: a report may have come from another process.
  const seen = new Set(used.map(use => JSON.stringify(use.waiver)))
  return waivers.filter(waiver => !seen.has(JSON.stringify(waiver))).map(waiver => ({ waiver, lapse: 'unused', soon: false }))
}

const beginning = `# yaml-language-server: $schema=./node_modules/clausegate/rules/waivers.schema.json
# Gaps that somebody answers for until a day; clausegate waive ID FILE adds one.
`

/** The text of a file of waivers with one more; an empty text begins a new file. */
export function withWaiver(text: string, waiver: Waiver): string {
  const begun = text.trim() === '' ? beginning : text
  return withEntry(begun, 'waivers', { ...waiver })
}
