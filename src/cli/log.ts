// The audit log on disk: its last line is read, the next one appended. A log that cannot be followed is never overwritten.
import { appendFile, open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import { canFollow, logLine } from '../gate/log.ts'
import type { Io } from './io.ts'

/** Appends what a check made. Throws UserError (`usage`) where the log is broken at its end, or cannot be written. */
export async function append(file: string, made: Parameters<typeof logLine>[1], io: Io): Promise<void> {
  const path = resolve(io.cwd, file)
  const last = await lastLine(path)
  if (last !== undefined && !canFollow(last))
    throw new UserError(
      'usage',
      file,
      'the last line of the log does not hold',
      'clausegate log verify FILE says where it is broken; begin a new one.',
    )
  await appendFile(path, logLine(last, made)).catch(fault => {
    throw new UserError(
      'usage',
      file,
      `the log cannot be written (${fault.code})`,
      'Name a file in a folder that exists and may be written to.',
    )
  })
}

const tail = 1_000_000

/** The last line, from no more than the last megabyte; undefined where there is no log yet. */
async function lastLine(path: string): Promise<string | undefined> {
  const handle = await open(path, 'r').catch(() => undefined)
  if (handle === undefined) return undefined
  try {
    const { size } = await handle.stat()
    const length = Math.min(size, tail)
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length)
    const text = buffer.toString('utf8')
    return text === '' ? undefined : (text.replace(/\n$/, '').split('\n').at(-1) ?? '')
  } finally {
    await handle.close()
  }
}
