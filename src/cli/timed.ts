// Stops what goes on when time is over, in this process: the engine ends a script that takes longer than it may, be it in a loop
// or in a pattern, which nothing in the language can.
import { Script } from 'node:vm'
import type { Time } from '../domain/time.ts'

const place = Symbol.for('clausegate.timed')
let script: Script | undefined

/** The time of which so many milliseconds are left. */
export function timed(left: () => number): Time {
  return { isOver: () => left() < 0, held: run => isDone(run, Math.max(1, Math.ceil(left()))) }
}

function isDone(run: () => void, timeout: number): boolean {
  script ??= new Script('globalThis[Symbol.for("clausegate.timed")]()')
  Object.defineProperty(globalThis, place, { value: run, configurable: true })
  try {
    script.runInThisContext({ timeout })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false
    throw error
  } finally {
    Reflect.deleteProperty(globalThis, place)
  }
}
