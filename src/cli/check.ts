// The command `check`: each file (or all together) through the pipeline, the reports to where they belong,
// the exit code from the data. One file that fails does not stop the others.
import { relative } from 'node:path'
import { exitCodes, UserError } from '../domain/errors.ts'
import type { Report } from '../domain/report.ts'
import { version } from '../pipeline.ts'
import { jsonOf } from '../report/json.ts'
import type { Failure } from '../report/run.ts'
import { notReadText, textOf } from '../report/text.ts'
import { examine } from './examine.ts'
import { bugLines, crashLines, exitFor, failureLine } from './failure.ts'
import { faultsOver } from './faults.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { machineLine } from './machine.ts'
import { type Delivery, deliver, type Output, outputsOf, refuseOverwriting } from './outputs.ts'
import { type Plan, type PlanFlags, planFor } from './plan.ts'
import { type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { progressOver } from './progress.ts'
import { openSource } from './sources.ts'

export interface CheckFlags extends PolicyFlags, PlanFlags, LimitFlags {
  readonly together?: boolean
  readonly output?: string
  readonly revisions: 'final' | 'original'
  readonly color: boolean
  /** File of the audit log to append to. */
  readonly log?: string
}

type Outcome =
  | { readonly report: Report; readonly texts: readonly string[]; readonly message: string; readonly code: number }
  | { readonly failure: Failure; readonly message: string; readonly code: number }

/** Checks the files and writes the reports. Returns the exit code: the highest of all contracts. */
export async function checkFiles(files: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  refuseTwoInputs(files)
  const groups = flags.together ? [files] : files.map(file => [file])
  const plans = await plansFor(groups, flags, io)
  const formats = flags.format?.length || flags.output !== undefined ? flags.format : plans[0]?.policy.formats
  const outputs = outputsOf(formats ?? [], flags.output)
  const rests = plans.flatMap(({ policy: { configuration, waivers } }) => [configuration?.file, waivers])
  refuseOverwriting(files, outputs, io.cwd, [...rests, flags.baseline, flags.log])
  if (flags.log !== undefined) await (await import('./log.ts')).refuseBroken(flags.log, io)
  const outcomes = await attemptAll(groups, plans, flags, io)
  const deliveries = []
  for (const output of outputs) deliveries.push(...(await render(output, outcomes, groups.length > 1, flags, io)))
  deliver(deliveries, io)
  for (const { message } of outcomes) io.stderr.write(message)
  const code = Math.max(...outcomes.map(outcome => outcome.code))
  if (flags.log !== undefined) await appendToLog(flags.log, outcomes, code, io)
  await tellUnused(plans, outcomes, io)
  const reports = outcomes.flatMap(outcome => ('report' in outcome ? [outcome.report] : []))
  io.stderr.write(machineLine(reports, outcomes.length - reports.length))
  return code
}

/** One for each contract, all before the first is opened; the same policy gives the same plan. */
async function plansFor(groups: readonly (readonly string[])[], flags: CheckFlags, io: Io): Promise<Plan[]> {
  const made = new Map<string, Plan>()
  const faults = faultsOver({ settings: [] })
  const planned = async (file: string): Promise<Plan> => {
    const policy = await policyFor(file, flags, io)
    const key = JSON.stringify(policy)
    const plan = made.get(key) ?? (await planFor(policy, { ...flags, alone: groups.length === 1 }, io))
    made.set(key, plan)
    return plan
  }
  const plans = []
  for (const [file = '-'] of groups) plans.push(await faults.keep('', () => planned(file)))
  faults.refuse()
  return plans.filter(plan => plan !== undefined)
}

/** Throws UserError (`usage`) where standard input is named twice, or a file has no name. */
export function refuseTwoInputs(files: readonly string[]): void {
  if (files.includes(''))
    throw new UserError('usage', '', 'a file without a name was given', 'Perhaps a variable of the shell is empty; name the contract.')
  if (files.filter(file => file === '-').length < 2) return
  throw new UserError('usage', '-', 'standard input is named twice', 'Name it once.')
}

/** Waivers that no contract of the run concerned: the contract may have been renamed, the requirement be misspelt. */
async function tellUnused(plans: readonly Plan[], outcomes: readonly Outcome[], io: Io): Promise<void> {
  if (plans.every(({ waivers }) => waivers.length === 0)) return
  const [{ unusedWaivers }, { unusedLine }] = await Promise.all([import('../gate/waivers.ts'), import('../report/unused.ts')])
  const { unknownRequirements } = await import('../gate/adjust.ts')
  const packs = plans.flatMap(plan => plan.packs)
  const used = outcomes.flatMap(outcome => ('report' in outcome ? (outcome.report.receipt.waivers ?? []) : []))
  const files = new Map(plans.map(({ policy, waivers }) => [policy.waivers, waivers]))
  for (const [file, waivers] of files) {
    const unused = unusedWaivers(waivers, used)
    if (file !== undefined && unused.length > 0)
      io.stderr.write(unusedLine(relative(io.cwd, file) || file, unused, id => unknownRequirements([id], packs)[0]))
  }
}

async function attemptAll(groups: readonly (readonly string[])[], plans: readonly Plan[], flags: CheckFlags, io: Io): Promise<Outcome[]> {
  const progress = progressOver(groups.length, io)
  const outcomes: Outcome[] = []
  for (const [at, group] of groups.entries()) {
    progress.step(at, group.join(', '))
    outcomes.push(...(await attempt(group, plans[at] as Plan, flags, io)))
  }
  progress.done()
  return outcomes
}

async function attempt(files: readonly string[], plan: Plan, flags: CheckFlags, io: Io): Promise<Outcome[]> {
  try {
    const sources = []
    for (const file of files) sources.push(await openSource(file, io, flags))
    const { reports, texts } = await examine(sources, { ...flags, ...partiesOf(plan.policy) }, plan, io)
    return reports.map(report => ({ report, texts, message: crashLines(report), code: exitFor(report) }))
  } catch (error) {
    return [failure(error, files)]
  }
}

function failure(error: unknown, files: readonly string[]): Outcome {
  const name = files.join(', ')
  if (!(error instanceof UserError)) {
    const message = error instanceof Error ? error.message : String(error)
    return { failure: { document: name, kind: 'bug', message, remedy: '' }, message: bugLines(error, name), code: exitCodes.bug }
  }
  const { kind, where, message, remedy } = error
  const code = kind === 'usage' ? exitCodes.usage : exitCodes.unread
  return { failure: { document: where, kind, message, remedy }, message: failureLine(error), code }
}

async function render(output: Output, outcomes: readonly Outcome[], several: boolean, flags: CheckFlags, io: Io): Promise<Delivery[]> {
  const done = outcomes.flatMap(outcome => ('report' in outcome ? [outcome] : []))
  const reports = await citing(
    done.map(({ report }) => report),
    output,
  )
  const failures = outcomes.flatMap(outcome => ('failure' in outcome ? [outcome.failure] : []))
  const target = output.file === undefined ? {} : { file: output.file }
  if (output.format === 'json') return [{ ...target, content: jsonOf(version, reports, failures, several || outcomes.length > 1) }]
  if (output.format === 'text') {
    const { paintFor } = await import('./paint.ts')
    const painted = await paintFor({ color: flags.color && output.file === undefined }, io)
    return [{ ...target, content: `${textOf(reports, painted)}${output.file === undefined ? '' : notReadText(failures)}` }]
  }
  const { rendered } = await import('./renderers.ts')
  const run = { version, reports, failures, several }
  return rendered(
    output,
    run,
    done.map(({ texts }) => texts),
    io,
  )
}

/** With the published controls of their packs, for the formats that show them. */
async function citing(reports: readonly Report[], { format }: Output): Promise<readonly Report[]> {
  if (!['json', 'markdown', 'sarif', 'oscal', 'xlsx'].includes(format)) return reports
  const { withControls } = await import('../controls.ts')
  return withControls(reports)
}

async function appendToLog(file: string, outcomes: readonly Outcome[], exit: number, io: Io): Promise<void> {
  const { append } = await import('./log.ts')
  const reports = outcomes.flatMap(outcome => ('report' in outcome ? [outcome.report] : []))
  const failures = outcomes.flatMap(outcome => ('failure' in outcome ? [outcome.failure.document] : []))
  await append(file, { time: io.now(), version, exit, reports, failures }, io)
}
