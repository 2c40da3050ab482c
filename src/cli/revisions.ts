// `check --revisions compare`: each contract is read on both sides of its tracked changes, and what they do to the verdicts
// is told. The exit code is that of the final side, as `check` would give it.
import { exitCodes, UserError } from '../domain/errors.ts'
import { revisionsOf, verdictChanges } from '../domain/revisions.ts'
import { version } from '../pipeline.ts'
import type { Source } from '../read/read.ts'
import { type RevisionComparison, revisionsJson, revisionsText } from '../report/revisions.ts'
import { type CheckFlags, refuseTwoInputs } from './check.ts'
import { understand } from './examine.ts'
import { crashLines, exitFor, failureLine } from './failure.ts'
import type { Io } from './io.ts'
import { machineLine } from './machine.ts'
import { deliver, outputsOf, refuseOverwriting } from './outputs.ts'
import { paintFor } from './paint.ts'
import { planFor, reportsOn } from './plan.ts'
import { partiesOf, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

type Flags = Omit<CheckFlags, 'revisions'>

/**
 * Compares both sides of every contract and writes what differs. A file that cannot be read does not stop the others.
 * @returns the exit code: the highest of all contracts
 * @throws UserError (`usage`) where the call is wrong
 */
export async function compareRevisions(files: readonly string[], flags: Flags, io: Io): Promise<number> {
  refuseTwoInputs(files)
  if (flags.log !== undefined)
    throw new UserError('usage', '--log', 'a comparison of revisions is no check to be logged', 'Leave one of them out.')
  const groups = flags.together ? [files] : files.map(file => [file])
  const outputs = outputsOf(flags.format ?? [], flags.output)
  for (const { format } of outputs) if (format !== 'text' && format !== 'json') throw unprintable(format)
  refuseOverwriting(files, outputs, io.cwd)
  const all: RevisionComparison[] = []
  let worst: number = exitCodes.pass
  let failed = 0
  for (const group of groups) {
    const found = await attempt(group, flags, io)
    if (typeof found === 'number') {
      worst = Math.max(worst, found)
      failed += 1
    } else all.push(...found)
  }
  for (const { format, file } of outputs) {
    const paint = await paintFor({ color: flags.color && file === undefined }, io)
    const content = format === 'json' ? revisionsJson(version, all) : revisionsText(all, paint)
    deliver([{ ...(file === undefined ? {} : { file }), content }], io)
  }
  const finals = all.map(({ final }) => final)
  for (const final of finals) io.stderr.write(crashLines(final))
  io.stderr.write(machineLine(finals, failed))
  return Math.max(worst, ...finals.map(exitFor))
}

/** The comparisons, or the exit code of a contract that could not be read, which is told at once. */
async function attempt(files: readonly string[], flags: Flags, io: Io): Promise<RevisionComparison[] | number> {
  try {
    return await comparisonsOf(files, flags, io)
  } catch (error) {
    if (!(error instanceof UserError) || error.kind === 'usage') throw error
    io.stderr.write(failureLine(error))
    return exitCodes.unread
  }
}

async function comparisonsOf(files: readonly string[], flags: Flags, io: Io): Promise<RevisionComparison[]> {
  const policy = await policyFor(files[0] ?? '-', flags, io)
  const plan = await planFor(policy, flags, io)
  const sources: Source[] = []
  for (const file of files) sources.push(await openSource(file, io, flags))
  const sideOf = async (revisions: 'original' | 'final') => {
    const contract = await understand(sources, { ...flags, ...partiesOf(policy), revisions }, io)
    return { contract, reports: await reportsOn(contract, plan, io) }
  }
  const [original, final] = [await sideOf('original'), await sideOf('final')]
  return final.reports.flatMap((report, at) => {
    const before = original.reports[at]
    if (before === undefined) return []
    const changes = verdictChanges({ contract: original.contract, report: before }, { contract: final.contract, report })
    return [{ original: before, final: report, revisions: revisionsOf(final.contract), changes }]
  })
}

function unprintable(format: string): UserError {
  return new UserError('usage', '--format', `a comparison of revisions cannot be printed as ${format}`, 'Take text or json.')
}
