// The command `read`: one contract as it was understood, for a person to compare with the paper.
import { readContract } from '../pipeline.ts'
import { outlineOf } from '../report/outline.ts'
import type { Io } from './io.ts'
import { openSource } from './sources.ts'

export interface ReadFlags {
  readonly provider?: string
  readonly customer?: string
  readonly password?: string
  readonly revisions: 'final' | 'original'
}

/** Prints the outline of a file. Throws UserError where it cannot be read. */
export async function read(file: string, flags: ReadFlags, io: Io): Promise<void> {
  const contract = await readContract([await openSource(file, io)], flags)
  io.stdout.write(outlineOf(contract))
}
