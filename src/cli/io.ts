// The world as the commands see it: streams, environment, folder and clock, passed in so that tests can run
// a command inside their own process. Only main.ts binds it to the real process.

import type { Done, Task } from './examine.ts'
import type { Limits } from './limits.ts'

export interface Sink {
  write(text: string): void
  /** Whether a person reads it as it comes. */
  readonly isTTY: boolean
}

export interface Io {
  readonly stdout: Sink
  readonly stderr: Sink
  /** All of standard input; of an endless one a little more than `most` bytes. */
  stdin(most: number): Promise<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Milliseconds; only differences are used. */
  clock(): number
  /** The time of day as UTC, ISO 8601 to the second: for waivers, and for receipts that ask for it. */
  now(): string
  /** Does a task in a process of its own; absent where there is none, as in tests, and all is done in this one. */
  apart?(task: Task, limits: Limits): Promise<Done>
}
