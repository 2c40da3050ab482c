// What a run needs before the first contract is opened: packs as the policy would have them, profiles, waivers, baseline.
// Everything a user could have got wrong is found here, so that nothing is half done.
import { dirname, relative, resolve } from 'node:path'
import type { Contract } from '../domain/contract.ts'
import { UserError } from '../domain/errors.ts'
import { faultsIn, isShort, type Report, summarise, unreadable } from '../domain/report.ts'
import type { RulePack } from '../domain/requirement.ts'
import type { Time } from '../domain/time.ts'
import { longestTerm, type Waiver } from '../domain/waiver.ts'
import type { Profile } from '../gate/profiles.ts'
import type { SavedReport } from '../gate/saved.ts'
import type { WaiverRules } from '../gate/waivers.ts'
import { reportOn } from '../pipeline.ts'
import { faultsOver } from './faults.ts'
import type { Io } from './io.ts'
import { packsIn, verifyRules } from './packs.ts'
import type { Policy } from './policy.ts'
import { profilesIn } from './profiles.ts'
import { textOf } from './sources.ts'

export interface Plan {
  readonly policy: Policy
  readonly packs: readonly RulePack[]
  readonly profiles: readonly Profile[]
  readonly waivers: readonly Waiver[]
  readonly baseline: readonly SavedReport[]
  /** Whether it is the only contract of the run. */
  readonly alone: boolean
  /** UTC date of the check: waivers are held against it. */
  readonly today: string
  /** Another day that they are held against besides, where one was named: then the report says so. */
  readonly asOf?: string
  readonly stamp?: string
}

export interface PlanFlags {
  readonly baseline?: string
  readonly asOf?: string
  readonly stamp?: boolean
  readonly verifyRules?: boolean
  readonly alone?: boolean
}

/** Makes the plan for one contract. Throws UserError (`usage`) with all that is wrong in packs, settings, waivers or baseline. */
export async function planFor(policy: Policy, flags: PlanFlags, io: Io): Promise<Plan> {
  const { profiles: names, profileFile, waivers: file, waiverTerm, selfApproval } = policy
  const faults = faultsOver(policy)
  const packs = await packsIn(policy, io.cwd, faults)
  const profiles = await profilesIn(names, profileFile, packs, faults)
  const term = await faults.keep('waiver-term', () => longestFor(waiverTerm))
  const rules = { ...(term === undefined ? {} : { term }), selfApproval }
  const waivers = file === undefined ? [] : await faults.keep('waivers', () => waiversIn(file, rules))
  const baseline = flags.baseline === undefined ? [] : await faults.keep('', () => savedReports(flags.baseline ?? '', io.cwd))
  const today = io.now().slice(0, 10)
  if (flags.asOf !== undefined) await faults.keep('', () => refuseNoDay(flags.asOf ?? ''))
  faults.refuse()
  if (flags.verifyRules) for (const pack of packs) await verifyRules(pack)
  return {
    policy,
    packs,
    profiles,
    waivers: waivers ?? [],
    baseline: baseline ?? [],
    alone: flags.alone ?? true,
    today,
    ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
    ...(flags.stamp ? { stamp: io.now() } : {}),
  }
}

async function waiversIn(path: string, rules: WaiverRules): Promise<Waiver[]> {
  const { readWaivers } = await import('../gate/waivers.ts')
  return readWaivers(path, textOf(path, 'file of waivers'), rules)
}

/** The longest time a waiver may run, in days. Throws UserError (`usage`) where the setting is no length of time. */
export async function longestFor(term: string | undefined): Promise<number> {
  if (term === undefined) return longestTerm
  const { parseQuantity } = await import('../language/quantities.ts')
  const longest = parseQuantity(term)
  if (longest?.unit === 'hour' && longest.amount !== undefined) return longest.amount / 24
  throw new UserError('usage', 'waiver-term', `"${term}" is no length of time`, 'For example: waiver-term: 180 days')
}

/** The reports of a saved file. Throws UserError (`usage`) where it cannot be read or is none. */
export async function savedReports(name: string, cwd: string): Promise<SavedReport[]> {
  const { readSaved } = await import('../gate/saved.ts')
  return readSaved(name, textOf(resolve(cwd, name), 'report'))
}

async function refuseNoDay(asOf: string): Promise<void> {
  const { isDate } = await import('../gate/dates.ts')
  if (!isDate(asOf)) throw new UserError('usage', '--as-of', `"${asOf}" is no day of the calendar`, 'For example: --as-of 2026-11-23')
}

/**
 * The reports on one contract, a report for each pack: judged, then held against profiles, waivers and baseline.
 * @param time says when it is over: what is not judged by then is named in the receipt
 */
export async function reportsOn(contract: Contract, plan: Plan, io: Io, time?: Time): Promise<Report[]> {
  const reports = []
  for (const pack of plan.packs) {
    const report = reportOn(contract, pack, plan.policy.failOn, time && { time })
    reports.push(await gated(report, contract, pack, plan, io))
  }
  return reports
}

async function gated(made: Report, contract: Contract, pack: RulePack, plan: Plan, io: Io): Promise<Report> {
  const { policy, profiles, waivers, baseline, stamp } = plan
  let report = made
  if (profiles.length > 0) {
    const { heldAgainst } = await import('../profiles.ts')
    const findings = heldAgainst(report.findings, profiles, contract, pack)
    report = { ...report, findings, receipt: { ...report.receipt, faults: faultsIn(findings), profiles: profiles.map(({ id }) => id) } }
  }
  if (baseline.length > 0) report = await knownFrom(report, plan)
  if (waivers.length > 0) report = await waivedBy(report, plan, io)
  const { configuration } = policy
  const receipt = { ...report.receipt, ...(configuration && { configuration }), ...(stamp && { stamp }) }
  return resummed({ ...report, receipt }, policy.strict)
}

function resummed(report: Report, strict: boolean): Report {
  const { findings, pack, summary, documents, receipt } = report
  return { ...report, summary: summarise(findings, pack.requirements, summary.failOn, unreadable(documents, receipt), strict) }
}

async function knownFrom(report: Report, { baseline, alone }: Plan): Promise<Report> {
  const [{ isKnown }, { baselineFor, plainOf }] = await Promise.all([import('../gate/compare.ts'), import('../gate/saved.ts')])
  const old = baselineFor(report, baseline, alone)
  if (old === undefined) return { ...report, receipt: { ...report.receipt, baseline: [] } }
  const plain = plainOf(report)
  const findings = report.findings.map((finding, at) => {
    const own = plain[at]
    return own !== undefined && isKnown(own, old.findings) && isShort(finding) ? { ...finding, known: true as const } : finding
  })
  return { ...report, findings, receipt: { ...report.receipt, baseline: old.documents.map(({ name }) => name) } }
}

async function waivedBy(report: Report, { waivers, policy, today, asOf }: Plan, io: Io): Promise<Report> {
  const { applyWaivers } = await import('../gate/waivers.ts')
  const folder = dirname(policy.waivers ?? io.cwd)
  const paths = report.documents.map(({ name }) => relative(folder, resolve(io.cwd, name)).split(/[\\/]/).join('/'))
  const { report: waived, uses } = applyWaivers(report, waivers, paths, [today, ...(asOf === undefined ? [] : [asOf])])
  return { ...waived, receipt: { ...waived.receipt, waivers: uses, ...(asOf === undefined ? {} : { asOf }) } }
}
