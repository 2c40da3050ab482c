// Files named on the command line become bytes, or text: the only place that opens a contract.
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import { readLimits } from '../read/limits.ts'
import type { Source } from '../read/read.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'

/** The bytes of a file, or of standard input for `-`, of a stream no more than is allowed, and one. Throws UserError where there is no such file. */
export async function openSource(name: string, io: Io, { limit }: LimitFlags = {}): Promise<Source> {
  const most = limit?.bytes ?? readLimits.bytes
  if (name === '-') return { name, bytes: await io.stdin(most) }
  const path = resolve(io.cwd, name)
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw new UserError('usage', name, 'This is a folder', 'Name the files in it, e.g. FOLDER/*.docx.')
    return { name, bytes: found.isFile() ? readFileSync(path) : await drained(path, most) }
  } catch (error) {
    throw explained(error, name)
  }
}

/** The text of a file that a check rests on besides the contract; `what` it is. Throws UserError (`usage`) where it cannot be read. */
export function textOf(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (fault) {
    const reason = (fault as NodeJS.ErrnoException).code ?? fault
    throw new UserError('usage', path, `the ${what} cannot be read (${reason})`, 'Check the path and the spelling.')
  }
}

/** A pipe or a device, which may be endless: one byte over the limit is enough to refuse it. */
async function drained(path: string, most: number): Promise<Uint8Array> {
  const { buffer } = await import('node:stream/consumers')
  return buffer(createReadStream(path, { end: most }))
}

function explained(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UserError('usage', name, 'There is no such file', 'Check the path and the spelling.')
  if (code === 'EACCES' || code === 'EPERM')
    return new UserError('unreadable', name, 'The file may not be opened', 'Check the rights of the file.')
  if (code === 'ERR_FS_FILE_TOO_LARGE') return new UserError('unreadable', name, 'The file is too large', 'Split it.')
  return error
}
