// The built program as a user starts it: same words as in process, streams and exit codes, and what happens unbuilt.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { command } from './cli/world.ts'

const start = (argv: readonly string[], input = '', program = 'bin/clausegate.js') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8', input })
  return { code: status, out: stdout, err: stderr }
}

describe('the built program', () => {
  test.each([
    [['--version']],
    [['check', 'test/cli/files/late.txt', '--pack', './test/cli/pack', '--format', 'json']],
    [['check', 'fixtures/weak/weak.docx']],
    [['check', 'fixtures/weak/weak.pdf', '--format', 'json']],
    [['check', 'fixtures/weak/gone.txt']],
    [['rules', 'list']],
    [['rules', 'show', 'incident.notice']],
  ])('%j says what it says in process', async argv => {
    expect(start(argv)).toEqual(await command(argv))
  })
  test('reads standard input', () => {
    const { code, out } = start(['check', '-', '--pack', './test/cli/pack'], '1. The Provider shall encrypt all data.\n')
    expect(code).toBe(0)
    expect(out).toMatch(/met +critical +Encryption of data/)
  })
})

test('unbuilt it says how to build it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausegate-test-'))
  try {
    cpSync('bin', join(folder, 'bin'), { recursive: true })
    cpSync('package.json', join(folder, 'package.json'))
    const { code, out, err } = start(['--help'], '', join(folder, 'bin/clausegate.js'))
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(err).toMatch(/not built yet.*npm ci && npm run build/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
