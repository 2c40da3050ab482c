// Reading in a process of its own, so that a file made to do harm can be stopped and the others are still checked: it is
// killed at the end of its time or over its memory, and whatever becomes of it, this process goes on. What it does is in
// examine.ts. It runs the same program, which is told by its first argument that it serves another.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { UserError } from '../domain/errors.ts'
import { type Done, perform, type Task } from './examine.ts'
import type { Io } from './io.ts'
import { type Limits, serving, tookTooLong, tookTooMuch } from './limits.ts'

type Answer =
  | { readonly done: Done }
  | { readonly fault: Pick<UserError, 'kind' | 'where' | 'message' | 'remedy'> }
  | { readonly bug: { readonly message: string; readonly stack: string } }

/**
 * Has a task done in a process of its own.
 * @param program the file that starts this program
 * @throws UserError (`unreadable`) where a limit is met, and whatever the task throws
 */
export function doApart(program: string, task: Task, limits: Limits): Promise<Done> {
  const heap = Math.max(32, Math.floor(limits.megabytes * 0.85))
  // What is read is soon done with: where there is room, it is cleared away less often, which saves a twentieth of the work.
  const rarely = heap >= 512 ? ['--min-semi-space-size=16', '--initial-old-space-size=256'] : []
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, ...rarely, program, serving], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: environment(),
    serialization: 'advanced',
    windowsHide: true,
  })
  return new Promise((resolve, reject) => {
    const give = watch(child, limits, fault => reject(fault(named(task), limits)))
    child.once('error', reject)
    child.once('message', answer => {
      give()
      settle(answer as Answer, resolve, reject)
    })
    child.send(task, error => error && child.kill('SIGKILL'))
  })
}

/** Without the certificates that Node would read at start, which can take it as long as all the rest of starting: nothing is fetched. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env
  return rest
}

const named = ({ sources }: Task): string => sources.map(({ name }) => name).join(', ')

type Fault = (name: string, limits: Limits) => Error

/** Kills the child when a limit is met, and says why it ended. The returned function ends the watch. */
function watch(child: ChildProcess, limits: Limits, ended: (fault: Fault) => void): () => void {
  let why: Fault | undefined
  let last = ''
  const stop = (fault: Fault) => {
    why ??= fault
    child.kill('SIGKILL')
  }
  const timer = setTimeout(() => stop(tookTooLong), limits.seconds * 1000)
  const meter = setInterval(() => megabytesOf(child.pid) > limits.megabytes && stop(tookTooMuch), 200)
  const give = () => {
    clearTimeout(timer)
    clearInterval(meter)
  }
  child.stderr?.on('data', chunk => {
    last = `${last}${chunk}`.slice(-4000)
  })
  child.once('close', (code, signal) => {
    give()
    const outOfMemory = signal === 'SIGKILL' || /out of memory|allocation failed|invalid array length/i.test(last)
    ended(
      why ?? (outOfMemory ? tookTooMuch : () => new Error(`the process that reads the file ended with ${signal ?? code}: ${last.trim()}`)),
    )
  })
  return give
}

/** What a process holds in memory, where the system says (Linux); else only the engine's own limit holds. */
function megabytesOf(pid: number | undefined): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function settle(answer: Answer, resolve: (done: Done) => void, reject: (error: Error) => void): void {
  if ('done' in answer) return resolve(answer.done)
  if ('fault' in answer) {
    const { kind, where, message, remedy } = answer.fault
    return reject(new UserError(kind, where, message, remedy))
  }
  const error = new Error(answer.bug.message)
  error.stack = answer.bug.stack
  reject(error)
}

/** Waits for the one task, does it and answers. For the process that serves. */
export function serve(io: Io): void {
  process.once('message', task => {
    void answerTo(task as Task, io).then(answer => process.send?.(answer, () => process.disconnect()))
  })
}

async function answerTo(task: Task, io: Io): Promise<Answer> {
  try {
    return { done: await perform(task, io) }
  } catch (error) {
    if (error instanceof UserError) return { fault: { kind: error.kind, where: error.where, message: error.message, remedy: error.remedy } }
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { bug: { message, stack } }
  }
}
