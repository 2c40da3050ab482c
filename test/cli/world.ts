// A world for commands in tests: output is collected, standard input given, nothing of the real process touched; and a
// folder for them to work in, which is gone when the tests are done.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { run } from '../../src/cli/run.ts'

/** Folder of a small pack: safety.encryption (critical), and safety.notice (major) within 48 hours. */
export const tinyPack = new URL('pack', import.meta.url).pathname

/** The text of a small contract of files/: `late` is short of safety.notice by 24 hours, `bare` promises nothing. */
export const contractText = (name: 'late' | 'bare') => readFileSync(new URL(`files/${name}.txt`, import.meta.url), 'utf8')

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

/** A folder, and what tests do there; names are seen from it. */
export interface Desk {
  readonly cwd: string
  run(...argv: readonly string[]): Promise<Ran>
  write(name: string, text: string): void
  read(name: string): string
}

/** A folder for the tests of a file; with `lay`, which says what lies on it, a new one before each of them. */
export function desk(lay?: (desk: Desk) => void): Desk {
  const top = mkdtempSync(join(tmpdir(), 'clausegate-desk-'))
  let cwd = top
  let made = 0
  const own: Desk = {
    get cwd() {
      return cwd
    },
    run: (...argv) => command(argv, { cwd }),
    write(name, text) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true })
      writeFileSync(join(cwd, name), text)
    },
    read: name => readFileSync(join(cwd, name), 'utf8'),
  }
  afterAll(() => rmSync(top, { recursive: true }))
  if (lay !== undefined)
    beforeEach(() => {
      made += 1
      cwd = join(top, String(made))
      mkdirSync(cwd)
      lay(own)
    })
  return own
}
