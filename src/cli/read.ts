// The command `read`: one contract as it was understood, for a person to compare with the paper, or as JSON.
import { summariesOf, version } from '../pipeline.ts'
import { outlineOf } from '../report/outline.ts'
import { readingJson } from '../report/reading.ts'
import { understand } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

export interface ReadFlags extends Pick<PolicyFlags, 'config' | 'provider' | 'customer'>, LimitFlags {
  readonly revisions: 'final' | 'original'
  readonly format: 'text' | 'json'
}

/** Prints what was understood of a file, its parties by the names that `check` takes them by. Throws UserError where it cannot be read. */
export async function read(file: string, { format, ...flags }: ReadFlags, io: Io): Promise<void> {
  const policy = await policyFor(file, flags, io)
  if (policy.fault !== undefined) throw policy.fault
  const contract = await understand([await openSource(file, io, flags)], { ...flags, ...partiesOf(policy) }, io)
  const reading = { version, contract, documents: summariesOf(contract) }
  io.stdout.write(format === 'json' ? readingJson(reading) : outlineOf(reading))
}
