// The audit log on disk: its last line is read, the next one appended, all of it proved by `log verify`. A log that cannot be
// followed is never overwritten.
import { appendFile, open, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { exitCodes, UserError } from '../domain/errors.ts'
import { canFollow, logLine, proveLog } from '../gate/log.ts'
import type { Io } from './io.ts'

/** Throws UserError (`usage`) where a log could not be followed or written: before anything is checked, so that nothing is half done. */
export async function refuseBroken(file: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, file)
  await appendFile(path, '').catch(fault => Promise.reject(unwritable(file, fault)))
  await followable(file, path)
}

/** Appends what a check made. Throws UserError (`usage`) where the log is broken at its end, or cannot be written. */
export async function append(file: string, made: Parameters<typeof logLine>[1], io: Io): Promise<void> {
  const path = resolve(io.cwd, file)
  const release = await lock(file, path)
  try {
    const last = await followable(file, path)
    await appendFile(path, logLine(last, made)).catch(fault => Promise.reject(unwritable(file, fault)))
  } finally {
    await release()
  }
}

/** Of two runs at once, one waits: both would follow the same line. Returns what releases the lock. */
async function lock(file: string, path: string): Promise<() => Promise<void>> {
  const name = `${path}.lock`
  for (let tries = 0; tries < 200; tries++) {
    const handle = await open(name, 'wx').catch(fault => (fault.code === 'EEXIST' ? undefined : Promise.reject(unwritable(file, fault))))
    if (handle !== undefined) {
      await handle.close()
      return () => rm(name, { force: true })
    }
    await setTimeout(50)
  }
  throw new UserError('usage', file, 'another run holds the log', `Remove ${file}.lock where there is none.`)
}

/** The last line of a log that can be followed; undefined where there is none yet. */
async function followable(file: string, path: string): Promise<string | undefined> {
  const last = await lastLine(path)
  if (last === undefined || canFollow(last)) return last
  const remedy = 'clausegate log verify FILE says where it is broken; begin a new one.'
  throw new UserError('usage', file, 'the last line of the log does not hold', remedy)
}

function unwritable(file: string, fault: NodeJS.ErrnoException): UserError {
  const remedy = 'Name a file in a folder that exists and may be written to.'
  return new UserError('usage', file, `the log cannot be written (${fault.code})`, remedy)
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
    // A line that is not ended was cut off: it cannot be followed.
    if (text === '') return undefined
    return text.endsWith('\n') ? (text.slice(0, -1).split('\n').at(-1) ?? '') : ''
  } finally {
    await handle.close()
  }
}

/** Proves an audit log whole. Returns the exit code. */
export async function verifyLog(file: string, io: Io): Promise<number> {
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(fault => {
    throw new UserError('usage', file, `the log cannot be read (${fault.code})`, 'Check the path and the spelling.')
  })
  const { entries, hash, fault } = proveLog(text)
  if (fault === undefined) {
    io.stdout.write(`The log is whole: ${counted(entries)}, the last with hash ${hash}.\n`)
    return exitCodes.pass
  }
  io.stdout.write(
    `The log is broken at line ${fault.line}: ${fault.what}. ${counted(entries)} before it ${entries === 1 ? 'holds' : 'hold'}.\n`,
  )
  return exitCodes.gaps
}

function counted(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`
}
