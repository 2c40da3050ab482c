// The command `check`: each file (or all together) through the pipeline, the reports to where they belong,
// the exit code from the data. One file that fails does not stop the others.
import { exitCodes, UserError } from '../domain/errors.ts'
import type { Report } from '../domain/report.ts'
import type { RulePack, Severity } from '../domain/requirement.ts'
import { openPack } from '../packs.ts'
import { readContract, reportOn, version } from '../pipeline.ts'
import { jsonOf } from '../report/json.ts'
import type { Failure } from '../report/run.ts'
import { textOf } from '../report/text.ts'
import { bugLines, failureLine } from './failure.ts'
import type { Io } from './io.ts'
import { type Delivery, deliver, type Output, outputsOf, refuseOverwriting } from './outputs.ts'
import { progressOver } from './progress.ts'
import { settingsOf } from './settings.ts'
import { openSource } from './sources.ts'

export interface CheckFlags {
  readonly together?: boolean
  readonly pack: string
  readonly set: readonly string[]
  readonly provider?: string
  readonly customer?: string
  readonly format: readonly string[]
  readonly output?: string
  readonly failOn: Severity | 'none'
  readonly password?: string
  readonly revisions: 'final' | 'original'
  readonly color: boolean
}

type Outcome =
  | { readonly report: Report; readonly texts: readonly string[]; readonly code: number }
  | { readonly failure: Failure; readonly message: string; readonly code: number }

/** Checks the files and writes the reports. Returns the exit code: the highest of all contracts. */
export async function checkFiles(files: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  refuseTwoInputs(files)
  const outputs = outputsOf(flags.format, flags.output)
  await refuseOverwriting(files, outputs, io.cwd)
  const pack = await openPack(flags.pack, settingsOf(flags.set), io.cwd)
  const outcomes = await attemptAll(flags.together ? [files] : files.map(file => [file]), pack, flags, io)
  const deliveries = []
  for (const output of outputs) deliveries.push(...(await render(output, outcomes, flags, io)))
  await deliver(deliveries, io)
  for (const outcome of outcomes) if ('message' in outcome) io.stderr.write(outcome.message)
  return Math.max(...outcomes.map(({ code }) => code))
}

function refuseTwoInputs(files: readonly string[]): void {
  if (files.filter(file => file === '-').length < 2) return
  throw new UserError('usage', '-', 'standard input is named twice', 'Name it once.')
}

async function attemptAll(groups: readonly (readonly string[])[], pack: RulePack, flags: CheckFlags, io: Io): Promise<Outcome[]> {
  const progress = progressOver(groups.length, io)
  const outcomes: Outcome[] = []
  for (const [at, group] of groups.entries()) {
    progress.step(at, group.join(', '))
    outcomes.push(await attempt(group, pack, flags, io))
  }
  progress.done()
  return outcomes
}

async function attempt(files: readonly string[], pack: RulePack, flags: CheckFlags, io: Io): Promise<Outcome> {
  try {
    const sources = []
    for (const file of files) sources.push(await openSource(file, io))
    const contract = await readContract(sources, flags)
    const report = reportOn(contract, pack, flags.failOn)
    const texts = contract.documents.map(({ text }) => text)
    return { report, texts, code: { pass: exitCodes.pass, fail: exitCodes.gaps, unread: exitCodes.unread }[report.summary.result] }
  } catch (error) {
    return failure(error, files)
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

async function render(output: Output, outcomes: readonly Outcome[], flags: CheckFlags, io: Io): Promise<Delivery[]> {
  const done = outcomes.flatMap(outcome => ('report' in outcome ? [outcome] : []))
  const reports = done.map(({ report }) => report)
  const failures = outcomes.flatMap(outcome => ('failure' in outcome ? [outcome.failure] : []))
  const target = output.file === undefined ? {} : { file: output.file }
  if (output.format === 'json') return [{ ...target, content: jsonOf(version, reports, failures, outcomes.length > 1) }]
  if (output.format === 'text') {
    const { paintFor } = await import('./paint.ts')
    const painted = await paintFor({ color: flags.color && output.file === undefined }, io)
    return [{ ...target, content: textOf(reports, painted) }]
  }
  const { rendered } = await import('./renderers.ts')
  const run = { version, reports, failures, several: outcomes.length > 1 }
  return rendered(
    output,
    run,
    done.map(({ texts }) => texts),
    io,
  )
}
