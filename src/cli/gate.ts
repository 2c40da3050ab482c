// The commands around a gate: `init`, `config`, `waive`, `compare`, `verify`, `log verify`. What they decide is in gate/.
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
import type { Io } from './io.ts'
import { planFor, savedReports } from './plan.ts'
import { type PolicyFlags, policyFor } from './policy.ts'
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
  const { settings, configuration } = await policyFor(file, flags, io)
  const head = configuration === undefined ? 'No configuration was found upward from it.' : `Configuration: ${configuration.file}`
  const lines = settings.flatMap(({ name, value, from }) => {
    const shown = Array.isArray(value) ? value.join(', ') : String(value)
    const place = from.includes(':') ? relative(io.cwd, from) : from
    return [...paragraph(flowing(shown), `  ${name}: `, '    '), ...paragraph(flowing(place), '      from ', '           ')]
  })
  io.stdout.write(`${[flowing(head), ...lines].join('\n')}\n`)
}

export interface WaiveFlags extends PolicyFlags {
  readonly owner: string
  readonly approver: string
  readonly reason: string
  readonly expires: string
  readonly opened?: string
  readonly ticket?: string
}

/** Adds a waiver of one gap of a contract to the file of waivers. Throws UserError (`usage`) where there is no such gap. */
export async function waive(id: string, file: string, flags: WaiveFlags, io: Io): Promise<void> {
  const { waivers: _, ...without } = flags
  const policy = await policyFor(file, without, io)
  const named = flags.waivers === undefined ? policy.waivers : resolve(io.cwd, flags.waivers)
  const path = named ?? resolve(io.cwd, 'clausegate.waivers.yaml')
  const { waivers: __, ...plain } = policy
  const plan = await planFor(plain, {}, io)
  const { reports } = await examine([await openSource(file, io)], partiesOf(policy), plan, io)
  const finding = gapIn(reports, id)
  const waiver: Waiver = {
    requirement: id,
    contract: relative(dirname(path), resolve(io.cwd, file)).split(/[\\/]/).join('/'),
    fingerprint: fingerprintOf(finding),
    owner: flags.owner,
    approver: flags.approver,
    reason: flags.reason,
    opened: flags.opened ?? io.now().slice(0, 10),
    expires: flags.expires,
    ...(flags.ticket === undefined ? {} : { ticket: flags.ticket }),
  }
  const text = withWaiver(await readFile(path, 'utf8').catch(() => ''), waiver)
  readWaivers(path, text)
  await writeFile(path, text)
  const used =
    policy.waivers === path ? '' : ` It is used where the configuration says waivers: ${relative(io.cwd, path)}, or with --waivers.`
  io.stdout.write(`The waiver of ${id} stands in ${relative(io.cwd, path)} until ${flags.expires}.${used}\n`)
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

function partiesOf({ provider, customer }: { provider?: string; customer?: string }): { provider?: string; customer?: string } {
  return { ...(provider === undefined ? {} : { provider }), ...(customer === undefined ? {} : { customer }) }
}

export interface CompareFlags extends PolicyFlags {
  readonly failOnRegression?: boolean
  readonly json?: boolean
}

/** Holds two versions against each other, each a contract or a saved JSON report. Returns the exit code. */
export async function compare(before: string, after: string, flags: CompareFlags, io: Io): Promise<number> {
  const [old] = await findingsOf(before, flags, io)
  const [young] = await findingsOf(after, flags, io)
  const all = compareFindings(old?.findings ?? [], young?.findings ?? [])
  io.stdout.write(flags.json ? comparisonJson(version, before, after, all) : comparisonText(before, after, all))
  return flags.failOnRegression && regressions(all).length > 0 ? exitCodes.gaps : exitCodes.pass
}

async function findingsOf(file: string, flags: PolicyFlags, io: Io): Promise<Pick<SavedReport, 'findings'>[]> {
  if (/\.json$/i.test(file)) return savedReports(file, io.cwd)
  const policy = await policyFor(file, flags, io)
  const plan = await planFor(policy, {}, io)
  const { reports } = await examine([await openSource(file, io)], partiesOf(policy), plan, io)
  return reports.map(report => ({ findings: plainOf(report) }))
}

/** Proves an audit log whole. Returns the exit code. */
export async function verifyLog(file: string, io: Io): Promise<number> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(fault => {
    throw new UserError('usage', file, `the log cannot be read (${fault.code})`, 'Check the path and the spelling.')
  })
  const { entries, hash, fault } = proveLog(text)
  if (fault === undefined) {
    io.stdout.write(`The log is whole: ${entries} entries, the last with hash ${hash}.\n`)
    return exitCodes.pass
  }
  io.stdout.write(`The log is broken at line ${fault.line}: ${fault.what}. ${entries} entries before it hold.\n`)
  return exitCodes.gaps
}
