// A world for commands in tests: output is collected, standard input given, nothing of the real process touched.
import { run } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface World {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly isTTY?: boolean
  readonly clock?: () => number
}

/** Runs one command line inside this process. */
export async function command(argv: readonly string[], world: World = {}): Promise<Ran> {
  const { stdin = '', env = {}, cwd = process.cwd(), isTTY = false, clock = () => 0 } = world
  let out = ''
  let err = ''
  const code = await run(argv, {
    stdout: {
      isTTY,
      write: text => {
        out += text
      },
    },
    stderr: {
      isTTY,
      write: text => {
        err += text
      },
    },
    stdin: async () => new TextEncoder().encode(stdin),
    env,
    cwd,
    clock,
    now: () => '2026-11-23T09:00:00Z',
  })
  return { code, out, err }
}
