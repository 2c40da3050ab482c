// The command `compare`: two versions of a contract, each a file or a saved report, held against each other. What is better
// or worse is for gate/compare.ts.
import { exitCodes, UserError } from '../domain/errors.ts'
import { compare as compareFindings, regressions } from '../gate/compare.ts'
import { plainOf, type SavedReport } from '../gate/saved.ts'
import { version } from '../pipeline.ts'
import { comparisonJson, comparisonText } from '../report/comparison.ts'
import { examine } from './examine.ts'
import { crashLines, exitFor } from './failure.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { planFor, savedReports } from './plan.ts'
import { type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

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
