// One agreement, from bytes to reports: here and now where it is small, else in a process of its own that can be stopped
// (apart.ts). What is asked of that process is a task of plain data, and so is what it answers.
import type { Contract } from '../domain/contract.ts'
import type { Report } from '../domain/report.ts'
import type { Time } from '../domain/time.ts'
import { type ContractOptions, readContract } from '../pipeline.ts'
import type { Source } from '../read/read.ts'
import { weightOf } from '../read/weight.ts'
import type { Io } from './io.ts'
import { type LimitFlags, limitsOf, tookTooLong } from './limits.ts'
import { packsFor } from './packs.ts'
import { type Plan, reportsOn } from './plan.ts'
import { readingOf } from './reading-options.ts'
import { timed } from './timed.ts'

/** An agreement to be read, and held against a plan where there is one. */
export interface Task {
  readonly sources: readonly Source[]
  readonly options: ContractOptions
  /** Without its packs, which whoever does the task opens: what the engine compiled of them cannot be sent. */
  readonly plan?: Omit<Plan, 'packs'>
}

/** The answer to a task: reports with the texts of the documents, or the contract where there was no plan. */
export type Done = { readonly reports: readonly Report[]; readonly texts: readonly string[] } | { readonly contract: Contract }

/** Above this (see read/weight) an agreement is read apart; under it every reader is done in a few seconds. */
const heavy = 8 * 1024 * 1024

/**
 * Reads sources as one agreement and holds it against a plan.
 * @throws UserError where a file cannot be read, or takes more than the limits allow
 */
export async function examine(
  sources: readonly Source[],
  flags: ContractOptions & LimitFlags,
  plan: Plan,
  io: Io,
): Promise<{ reports: readonly Report[]; texts: readonly string[] }> {
  if (io.apart !== undefined && isHeavy(sources)) {
    const { packs: _, ...rest } = plan
    const done = await io.apart({ sources, options: optionsOf(flags), plan: rest }, limitsOf(flags))
    if ('reports' in done) return done
  }
  const limits = limitsOf(flags)
  const begun = io.clock()
  const time = timed(() => limits.seconds * 1000 - (io.clock() - begun))
  const done = await held(await readContract(sources, optionsOf(flags)), plan, io, time)
  // In this process nothing could stop the reading: what was judged in time stands, and where nothing was there is no report.
  if (time.isOver() && !done.reports.every(isCutShort)) throw tookTooLong(sources.map(({ name }) => name).join(', '), limits)
  return done
}

/** Whether it says itself that the time was over, and has something to say besides. */
function isCutShort({ receipt }: Report): boolean {
  return receipt.requirements.evaluated > 0 && receipt.faults.some(({ kind }) => kind === 'time')
}

/** Reads sources as one agreement, as `readContract` does, within the limits. */
export async function understand(sources: readonly Source[], flags: ContractOptions & LimitFlags, io: Io): Promise<Contract> {
  if (io.apart !== undefined && isHeavy(sources)) {
    const done = await io.apart({ sources, options: optionsOf(flags) }, limitsOf(flags))
    if ('contract' in done) return done.contract
  }
  return readContract(sources, optionsOf(flags))
}

/** Does a task in this process. */
export async function perform({ sources, options, plan }: Task, io: Io): Promise<Done> {
  const contract = await readContract(sources, options)
  return plan === undefined ? { contract } : held(contract, { ...plan, packs: await packsFor(plan.policy, io.cwd) }, io)
}

async function held(contract: Contract, plan: Plan, io: Io, time?: Time) {
  return { reports: await reportsOn(contract, plan, io, time), texts: contract.documents.map(({ text }) => text) }
}

function isHeavy(sources: readonly Source[]): boolean {
  return sources.reduce((sum, { bytes }) => sum + weightOf(bytes), 0) > heavy
}

/** Only what the reading needs: flags may hold more, and not all of it can be sent. */
function optionsOf(flags: ContractOptions & LimitFlags): ContractOptions {
  const { revisions, provider, customer } = flags
  return {
    ...readingOf(flags),
    ...(revisions && { revisions }),
    ...(provider && { provider }),
    ...(customer && { customer }),
  }
}
