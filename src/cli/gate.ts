// The commands around a gate: `init`, `config`, `waive`, `compare`, `verify`, `log verify`. What they decide is in gate/.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import { exitCodes, UserError } from '../domain/errors.ts'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { nearest } from '../domain/nearest.ts'
import { isShort, type Report } from '../domain/report.ts'
import type { Waiver } from '../domain/waiver.ts'
import { compare as compareFindings, regressions } from '../gate/compare.ts'
import { configName, startingConfig } from '../gate/config.ts'
import { proveLog } from '../gate/log.ts'
import { plainOf, type SavedReport } from '../gate/saved.ts'
import { readWaivers, withWaiver } from '../gate/waivers.ts'
import { version } from '../pipeline.ts'
import { comparisonJson, comparisonText } from '../report/comparison.ts'
import { flowing } from '../report/escape.ts'
import { paragraph } from '../report/layout.ts'
import { examine } from './examine.ts'
import { crashLines, exitFor } from './failure.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { deliver } from './outputs.ts'
import { longestFor, planFor, savedReports } from './plan.ts'
import { type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

/** Writes a configuration to start from. Throws UserError (`usage`) where there is one already. */
export async function init(folder: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, folder, configName)
  await writeFile(path, startingConfig, { flag: 'wx' }).catch(fault => {
    const what = fault.code === 'EEXIST' ? 'there is a configuration already' : `it cannot be written (${fault.code})`
    throw new UserError('usage', path, what, 'Name another folder: clausegate init FOLDER')
  })
  io.stdout.write(`${relative(io.cwd, path)} written. Every line of it says what it does.\n`)
}

/** Prints what applies to a contract, and where each value was set. */
export async function config(file: string, flags: PolicyFlags, io: Io): Promise<void> {
  const { settings, configuration, fault } = await policyFor(file, flags, io)
  if (fault !== undefined) throw fault
  const head = configuration === undefined ? 'No configuration was found upward from it.' : `Configuration: ${configuration.file}`
  const lines = settings.flatMap(({ name, value, from }) => {
    const shown = Array.isArray(value) ? value.join(', ') : String(value)
    const place = from.includes(':') ? relative(io.cwd, from) : from
    return [...paragraph(flowing(shown), `  ${name}: `, '    '), ...paragraph(flowing(place), '      from ', '           ')]
  })
  io.stdout.write(`${[flowing(head), ...lines].join('\n')}\n`)
}

export interface WaiveFlags extends PolicyFlags, LimitFlags {
  readonly owner: string
  readonly approver: string
  readonly reason: string
  readonly expires: string
  readonly opened?: string
  readonly ticket?: string
  readonly together?: boolean
}

/** Adds a waiver of one gap of a contract (one file, or all its parts; it goes by the first) to the file of waivers. Throws UserError (`usage`) where there is no such gap. */
export async function waive(id: string, files: readonly string[], flags: WaiveFlags, io: Io): Promise<void> {
  const { waivers: _, ...without } = flags
  const [file = '-'] = files
  if (files.length > 1 && flags.together !== true)
    throw new UserError(
      'usage',
      files.join(', '),
      'a waiver is for one contract',
      'Name one file, or add --together for the parts of one agreement.',
    )
  const policy = await policyFor(file, without, io)
  const named = flags.waivers === undefined ? policy.waivers : resolve(io.cwd, flags.waivers)
  const path = named ?? resolve(io.cwd, 'clausegate.waivers.yaml')
  const { waivers: __, ...plain } = policy
  const plan = await planFor(plain, {}, io)
  const sources = []
  for (const name of files) sources.push(await openSource(name, io, flags))
  const { reports } = await examine(sources, { ...flags, ...partiesOf(policy) }, plan, io)
  const finding = gapIn(reports, id)
  const waiver: Waiver = {
    requirement: id,
    contract: nameFor(relative(dirname(path), resolve(io.cwd, file)).split(/[\\/]/).join('/'), file, sources[0]?.bytes ?? new Uint8Array()),
    fingerprint: fingerprintOf(finding),
    owner: flags.owner,
    approver: flags.approver,
    reason: flags.reason,
    opened: flags.opened ?? io.now().slice(0, 10),
    expires: flags.expires,
    ...(flags.ticket === undefined ? {} : { ticket: flags.ticket }),
  }
  const [before, rules] = [await existing(path), { term: await longestFor(policy.waiverTerm), selfApproval: policy.selfApproval }]
  readWaivers(path, before, rules)
  const text = withWaiver(before, waiver)
  readWaivers(path, text, rules)
  deliver([{ file: path, content: text }], io)
  const used =
    policy.waivers === path ? '' : ` It is used where the configuration says waivers: ${relative(io.cwd, path)}, or with --waivers.`
  io.stdout.write(`The waiver of ${id} stands in ${relative(io.cwd, path)} until ${flags.expires}.${used}\n`)
}

/** By its path; by its hash where it has none, or one that would be taken for a pattern and mean others too. */
function nameFor(path: string, file: string, bytes: Uint8Array): string {
  return file === '-' || /[*?[\]{}()!+@|\\]/.test(path) ? createHash('sha256').update(bytes).digest('hex') : path
}

/** The text of a file of waivers, empty where there is none. Throws UserError (`usage`) where it cannot be read: it is not to be lost. */
async function existing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(fault => {
    if (fault.code === 'ENOENT') return ''
    throw new UserError('usage', path, `the file of waivers cannot be read (${fault.code})`, 'Name another with --waivers.')
  })
}

function gapIn(reports: readonly Report[], id: string): Report['findings'][number] {
  const findings = reports.flatMap(report => report.findings)
  const finding = findings.find(({ requirement }) => requirement === id)
  if (finding === undefined) {
    const guess = nearest(
      id,
      findings.map(({ requirement }) => requirement),
    )
    throw new UserError(
      'usage',
      id,
      'there is no such requirement',
      guess === undefined ? 'See clausegate rules list.' : `Did you mean ${guess}?`,
    )
  }
  if (!isShort(finding)) throw new UserError('usage', id, 'it is met: there is nothing to waive', 'A waiver is for a gap.')
  return finding
}

export interface CompareFlags extends PolicyFlags, LimitFlags {
  readonly failOnRegression?: boolean
  readonly json?: boolean
}

/** Holds two versions against each other, each a contract or a saved JSON report. Returns the exit code. */
export async function compare(before: string, after: string, flags: CompareFlags, io: Io): Promise<number> {
  const old = theOne(before, await findingsOf(before, flags, io))
  const young = theOne(after, await findingsOf(after, flags, io))
  if (old.pack !== young.pack)
    throw new UserError('usage', after, `it was held against ${young.pack}, ${before} against ${old.pack}`, 'Compare reports of one pack.')
  const all = compareFindings(old.findings, young.findings)
  io.stdout.write(flags.json ? comparisonJson(version, before, after, all) : comparisonText(before, after, all))
  if (old.crashed || young.crashed) return exitCodes.bug
  if (!flags.failOnRegression) return exitCodes.pass
  // What was not read may be worse: that is no pass.
  return regressions(all).length > 0 ? exitCodes.gaps : young.incomplete ? exitCodes.unread : exitCodes.pass
}

interface Side {
  readonly pack: string
  readonly incomplete: boolean
  /** Whether a rule crashed on it, here and now. */
  readonly crashed?: boolean
  readonly findings: SavedReport['findings']
}

/** Throws UserError (`usage`) where there are several: to take one of them would pass over the others in silence. */
function theOne(name: string, [only, ...others]: readonly Side[]): Side {
  if (only !== undefined && others.length === 0) return only
  throw new UserError('usage', name, 'it holds several reports', 'Compare one contract, held against one pack (--pack NAME), at a time.')
}

async function findingsOf(file: string, flags: CompareFlags, io: Io): Promise<Side[]> {
  if (/\.json$/i.test(file)) return (await savedReports(file, io.cwd)).map(saved => ({ ...saved, pack: saved.pack.id }))
  const policy = await policyFor(file, flags, io)
  const plan = await planFor(policy, {}, io)
  const { reports } = await examine([await openSource(file, io, flags)], { ...flags, ...partiesOf(policy) }, plan, io)
  for (const report of reports) io.stderr.write(crashLines(report))
  return reports.map(report => ({
    pack: report.pack.id,
    incomplete: report.summary.result === 'unread',
    crashed: exitFor(report) === exitCodes.bug,
    findings: plainOf(report),
  }))
}

/** Proves an audit log whole. Returns the exit code. */
export async function verifyLog(file: string, io: Io): Promise<number> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(fault => {
    throw new UserError('usage', file, `the log cannot be read (${fault.code})`, 'Check the path and the spelling.')
  })
  const { entries, hash, fault } = proveLog(text)
  if (fault === undefined) {
    io.stdout.write(`The log is whole: ${counted(entries)}, the last with hash ${hash}.\n`)
    return exitCodes.pass
  }
  io.stdout.write(
    `The log is broken at line ${fault.line}: ${fault.what}. ${counted(entries)} before it ${entries === 1 ? 'holds' : 'hold'}.\n`,
  )
  return exitCodes.gaps
}

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`
}
