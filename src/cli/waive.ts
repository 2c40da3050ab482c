// The command `waive`: adds a waiver of one gap to the file of waivers, bound to the words as they stand. What a waiver must
// say, and when it holds, is for gate/waivers.ts.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import type { Finding } from '../domain/finding.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { nearest } from '../domain/nearest.ts'
import { isShort, type Report } from '../domain/report.ts'
import type { Waiver } from '../domain/waiver.ts'
import { readWaivers, withWaiver } from '../gate/waivers.ts'
import type { Source } from '../read/read.ts'
import { examine } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { deliver } from './outputs.ts'
import { longestFor, planFor } from './plan.ts'
import { type Policy, type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

export interface WaiveFlags extends PolicyFlags, LimitFlags {
  readonly owner: string
  readonly approver: string
  readonly reason: string
  readonly expires: string
  readonly opened?: string
  readonly ticket?: string
  readonly together?: boolean
}

/**
 * Adds a waiver of one gap of a contract (one file, or all its parts; it goes by the first) to the file of waivers.
 * @throws UserError (`usage`) where there is no such gap, or the waiver would not hold
 */
export async function waive(id: string, files: readonly string[], { waivers: named, ...flags }: WaiveFlags, io: Io): Promise<void> {
  const [file = '-'] = files
  if (files.length > 1 && flags.together !== true)
    throw wrong(files.join(', '), 'a waiver is for one contract', 'Name one file, or add --together for the parts of one agreement.')
  const policy = await policyFor(file, flags, io)
  const path = named === undefined ? (policy.waivers ?? resolve(io.cwd, 'clausegate.waivers.yaml')) : resolve(io.cwd, named)
  const sources: Source[] = []
  for (const name of files) sources.push(await openSource(name, io, flags))
  const finding = gapIn(await reportsUnder(policy, sources, flags, io), id)
  const contract = nameFor(
    file,
    relative(dirname(path), resolve(io.cwd, file)).split(/[\\/]/).join('/'),
    sources[0]?.bytes ?? new Uint8Array(),
  )
  await add({ requirement: id, contract, ...accepted(finding, flags, io) }, path, policy, io)
  const used =
    policy.waivers === path ? '' : ` It is used where the configuration says waivers: ${relative(io.cwd, path)}, or with --waivers.`
  io.stdout.write(`The waiver of ${id} stands in ${relative(io.cwd, path)} until ${flags.expires}.${used}\n`)
}

/** As it would be without any waiver: one that stands already, sound or not, has no say in what the gap is. */
async function reportsUnder(policy: Policy, sources: readonly Source[], flags: WaiveFlags, io: Io): Promise<readonly Report[]> {
  const { waivers: _, ...plain } = policy
  const plan = await planFor(plain, {}, io)
  return (await examine(sources, { ...flags, ...partiesOf(policy) }, plan, io)).reports
}

function accepted(
  finding: Finding,
  { owner, approver, reason, opened, expires, ticket }: WaiveFlags,
  io: Io,
): Omit<Waiver, 'requirement' | 'contract'> {
  return {
    fingerprint: fingerprintOf(finding),
    owner,
    approver,
    reason,
    opened: opened ?? io.now().slice(0, 10),
    expires,
    ...(ticket === undefined ? {} : { ticket }),
  }
}

/** Writes it into its file, which must be sound before and after. */
async function add(waiver: Waiver, path: string, { waiverTerm, selfApproval }: Policy, io: Io): Promise<void> {
  const rules = { term: await longestFor(waiverTerm), selfApproval }
  const before = await existing(path)
  readWaivers(path, before, rules)
  const text = withWaiver(before, waiver)
  readWaivers(path, text, rules)
  deliver([{ file: path, content: text }], io)
}

/** By its path; by its hash where it has none, or one that would be taken for a pattern and mean others too. */
function nameFor(file: string, path: string, bytes: Uint8Array): string {
  return file === '-' || /[*?[\]{}()!+@|\\]/.test(path) ? createHash('sha256').update(bytes).digest('hex') : path
}

/** The text of a file of waivers, empty where there is none. Throws UserError (`usage`) where it cannot be read: it is not to be lost. */
async function existing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(fault => {
    if (fault.code === 'ENOENT') return ''
    throw wrong(path, `the file of waivers cannot be read (${fault.code})`, 'Name another with --waivers.')
  })
}

function gapIn(reports: readonly Report[], id: string): Report['findings'][number] {
  const findings = reports.flatMap(report => report.findings)
  const finding = findings.find(({ requirement }) => requirement === id)
  if (finding === undefined) {
    const names = findings.map(({ requirement }) => requirement)
    const guess = nearest(id, names)
    throw wrong(id, 'there is no such requirement', guess === undefined ? 'See clausegate rules list.' : `Did you mean ${guess}?`)
  }
  if (finding.verdict === 'unread' && finding.fault !== undefined)
    throw wrong(id, 'it was not judged: there are no words to accept', 'clausegate check says what went wrong.')
  if (!isShort(finding)) throw wrong(id, 'it is met: there is nothing to waive', 'A waiver is for a gap.')
  return finding
}

function wrong(where: string, what: string, remedy: string): UserError {
  return new UserError('usage', where, what, remedy)
}
