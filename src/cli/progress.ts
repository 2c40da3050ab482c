// A bar on standard error while several contracts are checked: for a person at a terminal only, gone when done.
import { visible } from '../report/escape.ts'
import type { Io } from './io.ts'

export interface Progress {
  /** Before the file of that index, from 0. */
  step(at: number, name: string): void
  done(): void
}

const silent: Progress = { step() {}, done() {} }
const barWidth = 20
const nameWidth = 50

/** A bar over so many contracts; silent where nobody watches. */
export function progressOver(total: number, io: Io): Progress {
  if (!io.stderr.isTTY || total < 2) return silent
  return {
    step: (at, name) => io.stderr.write(`\r\u001b[K${bar(at, total)} ${at + 1} of ${total}: ${visible(name).slice(-nameWidth)}`),
    done: () => io.stderr.write('\r\u001b[K'),
  }
}

function bar(done: number, total: number): string {
  const filled = Math.round((done / total) * barWidth)
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`
}
