// The command `read`: one contract as it was understood, for a person to compare with the paper, or as JSON.
import { summariesOf, version } from '../pipeline.ts'
import { outlineOf } from '../report/outline.ts'
import { readingJson } from '../report/reading.ts'
import { understand } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { openSource } from './sources.ts'

export interface ReadFlags extends LimitFlags {
  readonly provider?: string
  readonly customer?: string
  readonly revisions: 'final' | 'original'
  readonly format: 'text' | 'json'
}

/** Prints what was understood of a file. Throws UserError where it cannot be read. */
export async function read(file: string, flags: ReadFlags, io: Io): Promise<void> {
  const contract = await understand([await openSource(file, io, flags)], flags, io)
  const reading = { version, contract, documents: summariesOf(contract) }
  io.stdout.write(flags.format === 'json' ? readingJson(reading) : outlineOf(reading))
}
