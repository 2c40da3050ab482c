// What a run needs before the first contract is opened: packs as the policy would have them, profiles, waivers, baseline.
// Everything a user could have got wrong is found here, so that nothing is half done.
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve } from 'node:path'
import type { Contract } from '../domain/contract.ts'
import { UserError } from '../domain/errors.ts'
import { type Report, summarise, unreadable } from '../domain/report.ts'
import type { RulePack } from '../domain/requirement.ts'
import type { Waiver } from '../domain/waiver.ts'
import type { Profile } from '../gate/profiles.ts'
import type { SavedReport } from '../gate/saved.ts'
import { openPack } from '../packs.ts'
import { reportOn } from '../pipeline.ts'
import type { Io } from './io.ts'
import type { Policy } from './policy.ts'

export interface Plan {
  readonly policy: Policy
  readonly packs: readonly RulePack[]
  readonly profiles: readonly Profile[]
  readonly waivers: readonly Waiver[]
  readonly baseline: readonly SavedReport[]
  /** Whether it is the only contract of the run. */
  readonly alone: boolean
  /** UTC date that waivers are held against. */
  readonly today: string
  /** The same, where it was named: then the report says so. */
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

/** Makes the plan for one contract. Throws UserError (`usage`) with what is wrong in packs, parameters, waivers or baseline. */
export async function planFor(policy: Policy, flags: PlanFlags, io: Io): Promise<Plan> {
  const packs = await packsFor(policy, io.cwd)
  if (flags.verifyRules) for (const pack of packs) await verifyRules(pack)
  const { profiles: names, waivers } = policy
  const baseline = flags.baseline === undefined ? [] : await savedReports(flags.baseline, io.cwd)
  return {
    policy,
    packs,
    profiles: names.length === 0 ? [] : await profilesNamed(names, packs),
    waivers: waivers === undefined ? [] : await waiversIn(waivers, policy.waiverTerm),
    baseline,
    alone: flags.alone ?? true,
    today: await todayFor(flags.asOf, io),
    ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
    ...(flags.stamp ? { stamp: io.now() } : {}),
  }
}

/** The packs of a policy, adjusted as it says. Throws UserError (`usage`) with what is wrong in them. */
export async function packsFor({ packs: names, parameters, severities, off }: Policy, cwd: string): Promise<RulePack[]> {
  const plain = Object.keys(parameters).length + Object.keys(severities).length + Object.keys(off).length === 0
  const packs = []
  for (const name of names) packs.push(await openPack(name, names.length === 1 ? parameters : {}, cwd))
  if (plain) return packs
  const { adjust, unknownRequirements } = await import('../gate/adjust.ts')
  const unknown = unknownRequirements([...Object.keys(severities), ...Object.keys(off)], packs)
  if (unknown.length > 0)
    throw new UserError(
      'usage',
      '',
      unknown.join('\n'),
      'clausegate rules list names them; clausegate config FILE says where each was set.',
    )
  const set = names.length === 1 ? packs : await withOwnParameters(packs, parameters)
  return set.map(pack => adjust(pack, { severities, off }))
}

/** A pack whose own examples fail is no measure. With other parameters than its own it is not held against them. */
async function verifyRules(pack: RulePack): Promise<void> {
  const { runExamples } = await import('../examples.ts')
  const results = await runExamples(pack)
  const failed = results.filter(({ passed }) => !passed)
  if (results.length > 0 && failed.length === 0) return
  const lines = failed.map(({ requirement, example, verdict }) => `${requirement}: wanted ${example.verdict}, got ${verdict}`)
  const what = results.length === 0 ? 'the pack has no examples to be verified by' : `${failed.length} examples fail:\n${lines.join('\n')}`
  throw new UserError('usage', pack.id, what, `clausegate rules test ${pack.id} shows them in full. Nothing was checked.`)
}

/** With several packs each takes the parameters that it knows; what none knows is refused by the first. */
async function withOwnParameters(packs: readonly RulePack[], parameters: Readonly<Record<string, string>>): Promise<RulePack[]> {
  const { withParameters } = await import('../rulepack/parameters.ts')
  const namesOf = (pack: RulePack) =>
    new Set(pack.requirements.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`)))
  const all = packs.map(namesOf)
  return packs.map((pack, at) => {
    const own = Object.entries(parameters).filter(([name]) => all[at]?.has(name) || (at === 0 && !all.some(names => names.has(name))))
    return withParameters(pack, Object.fromEntries(own))
  })
}

/** Throws UserError (`usage`) also for a profile that asks for nothing these packs have: nothing would be held against it. */
async function profilesNamed(names: readonly string[], packs: readonly RulePack[]): Promise<Profile[]> {
  const [{ chosenProfiles }, { shippedProfiles }] = await Promise.all([import('../gate/profiles.ts'), import('../profiles.ts')])
  const chosen = chosenProfiles(names, await shippedProfiles())
  const known = new Set(
    packs.flatMap(({ requirements }) => requirements.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`))),
  )
  const idle = chosen.find(({ figures }) => !figures.some(({ parameter }) => known.has(parameter)))
  if (idle === undefined) return chosen
  const asks = idle.figures.map(({ parameter }) => parameter).join(', ')
  const what = `it asks for nothing that ${packs.map(({ id }) => id).join(' or ')} has, so nothing would be held against it`
  throw new UserError(
    'usage',
    `profile ${idle.id}`,
    what,
    `It asks for ${asks}. Take a pack that has one of them, or leave the profile out.`,
  )
}

async function waiversIn(path: string, term: string | undefined): Promise<Waiver[]> {
  const { readWaivers } = await import('../gate/waivers.ts')
  return readWaivers(path, await textOf(path, 'file of waivers'), await longestFor(term))
}

/** The longest time a waiver may run, in days. Throws UserError (`usage`) where the setting is no length of time. */
export async function longestFor(term: string | undefined): Promise<number> {
  const [{ longestTerm }, { parseQuantity }] = await Promise.all([import('../gate/waivers.ts'), import('../language/quantities.ts')])
  const longest = term === undefined ? undefined : parseQuantity(term)
  if (longest !== undefined && (longest.unit !== 'hour' || longest.amount === undefined))
    throw new UserError('usage', 'waiver-term', `"${term}" is no length of time`, 'For example: waiver-term: 180 days')
  return longest?.amount === undefined ? longestTerm : longest.amount / 24
}

/** The reports of a saved file. Throws UserError (`usage`) where it cannot be read or is none. */
export async function savedReports(name: string, cwd: string): Promise<SavedReport[]> {
  const { readSaved } = await import('../gate/saved.ts')
  return readSaved(name, await textOf(resolve(cwd, name), 'report'))
}

async function textOf(path: string, what: string): Promise<string> {
  return readFile(path, 'utf8').catch(fault => {
    throw new UserError('usage', path, `the ${what} cannot be read (${fault.code ?? fault})`, 'Check the path and the spelling.')
  })
}

async function todayFor(asOf: string | undefined, io: Io): Promise<string> {
  if (asOf === undefined) return io.now().slice(0, 10)
  const { isDate } = await import('../gate/dates.ts')
  if (isDate(asOf)) return asOf
  throw new UserError('usage', '--as-of', `"${asOf}" is no day of the calendar`, 'For example: --as-of 2026-11-23')
}

/** The reports on one contract, a report for each pack: judged, then held against profiles, waivers and baseline. */
export async function reportsOn(contract: Contract, plan: Plan, io: Io): Promise<Report[]> {
  const reports = []
  for (const pack of plan.packs) reports.push(await gated(reportOn(contract, pack, plan.policy.failOn), contract, pack, plan, io))
  return reports
}

async function gated(made: Report, contract: Contract, pack: RulePack, plan: Plan, io: Io): Promise<Report> {
  const { policy, profiles, waivers, baseline, stamp } = plan
  let report = made
  if (profiles.length > 0) {
    const { heldAgainst } = await import('../profiles.ts')
    const findings = heldAgainst(report.findings, profiles, contract, pack)
    report = { ...report, findings, receipt: { ...report.receipt, profiles: profiles.map(({ id }) => id) } }
  }
  if (baseline.length > 0) report = await knownFrom(report, plan)
  if (waivers.length > 0) report = await waivedBy(report, plan, io)
  const { configuration } = policy
  const receipt = { ...report.receipt, ...(configuration && { configuration }), ...(stamp && { stamp }) }
  return resummed({ ...report, receipt })
}

function resummed(report: Report): Report {
  const { findings, pack, summary, documents, receipt } = report
  return { ...report, summary: summarise(findings, pack.requirements, summary.failOn, unreadable(documents, receipt)) }
}

async function knownFrom(report: Report, { baseline, alone }: Plan): Promise<Report> {
  const [{ isKnown }, { baselineFor, plainOf }] = await Promise.all([import('../gate/compare.ts'), import('../gate/saved.ts')])
  const old = baselineFor(report, baseline, alone)
  if (old === undefined) return { ...report, receipt: { ...report.receipt, baseline: [] } }
  const plain = plainOf(report)
  const findings = report.findings.map((finding, at) => {
    const own = plain[at]
    return own !== undefined && isKnown(own, old.findings) && finding.verdict !== 'met' ? { ...finding, known: true as const } : finding
  })
  return { ...report, findings, receipt: { ...report.receipt, baseline: old.documents.map(({ name }) => name) } }
}

async function waivedBy(report: Report, { waivers, policy, today, asOf }: Plan, io: Io): Promise<Report> {
  const { applyWaivers } = await import('../gate/waivers.ts')
  const folder = dirname(policy.waivers ?? io.cwd)
  const paths = report.documents.map(({ name }) => relative(folder, resolve(io.cwd, name)).split(/[\\/]/).join('/'))
  const { report: waived, uses } = applyWaivers(report, waivers, paths, today)
  return { ...waived, receipt: { ...waived.receipt, waivers: uses, ...(asOf === undefined ? {} : { asOf }) } }
}
