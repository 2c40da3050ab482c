// The command `check`: each file (or all together) through the pipeline, the reports to where they belong,
// the exit code from the data. One file that fails does not stop the others.
import { realpath, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
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
import { progressOver } from './progress.ts'
import { settingsOf } from './settings.ts'
import { openSource } from './sources.ts'

export interface CheckFlags {
  readonly together?: boolean
  readonly pack: string
  readonly set: readonly string[]
  readonly provider?: string
  readonly customer?: string
  readonly format: 'text' | 'json'
  readonly output?: string
  readonly failOn: Severity | 'none'
  readonly password?: string
  readonly revisions: 'final' | 'original'
  readonly color: boolean
}

type Outcome =
  | { readonly report: Report; readonly code: number }
  | { readonly failure: Failure; readonly message: string; readonly code: number }

/** Checks the files and writes the reports. Returns the exit code: the highest of all contracts. */
export async function checkFiles(files: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  refuseTwoInputs(files)
  await refuseOverwriting(files, flags.output, io.cwd)
  const pack = await openPack(flags.pack, settingsOf(flags.set), io.cwd)
  const outcomes = await attemptAll(flags.together ? [files] : files.map(file => [file]), pack, flags, io)
  await deliver(await render(outcomes, flags, io), flags, io)
  for (const outcome of outcomes) if ('message' in outcome) io.stderr.write(outcome.message)
  return Math.max(...outcomes.map(({ code }) => code))
}

function refuseTwoInputs(files: readonly string[]): void {
  if (files.filter(file => file === '-').length < 2) return
  throw new UserError('usage', '-', 'standard input is named twice', 'Name it once.')
}

/** A report never replaces a contract: that is a slip of the shell, and the contract would be lost. */
async function refuseOverwriting(files: readonly string[], output: string | undefined, cwd: string): Promise<void> {
  if (output === undefined) return
  const real = (name: string) => realpath(resolve(cwd, name)).catch(() => resolve(cwd, name))
  const target = await real(output)
  const inputs = await Promise.all(files.filter(file => file !== '-').map(real))
  if (inputs.includes(target)) throw new UserError('usage', output, 'the report would overwrite a contract', 'Name another file for it.')
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
    const report = reportOn(await readContract(sources, flags), pack, flags.failOn)
    return { report, code: { pass: exitCodes.pass, fail: exitCodes.gaps, unread: exitCodes.unread }[report.summary.result] }
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

async function render(outcomes: readonly Outcome[], flags: CheckFlags, io: Io): Promise<string> {
  const reports = outcomes.flatMap(outcome => ('report' in outcome ? [outcome.report] : []))
  const failures = outcomes.flatMap(outcome => ('failure' in outcome ? [outcome.failure] : []))
  if (flags.format === 'json') {
    return jsonOf(version, reports, failures, outcomes.length > 1)
  }
  const { paintFor } = await import('./paint.ts')
  return textOf(reports, await paintFor(flags, io))
}

async function deliver(text: string, flags: CheckFlags, io: Io): Promise<void> {
  if (flags.output === undefined) return io.stdout.write(text)
  try {
    await writeFile(resolve(io.cwd, flags.output), text)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new UserError(
      'usage',
      flags.output,
      `the report cannot be written there (${reason})`,
      'Name a file in a folder that exists and may be written to.',
    )
  }
}
