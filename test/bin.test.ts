// The built program as a user starts it: same words as in process, streams and exit codes, and what happens unbuilt.
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
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
    [['check', 'test/cli/files/letters.md', '--format', 'json']],
    [['read', 'test/cli/files/letters.md']],
    [['read', 'fixtures/traps/traps.docx']],
    [['rules', 'list']],
    [['rules', 'show', 'incident.notice']],
    [['rules', 'coverage', '--framework', 'mitre-atlas', '--format', 'json']],
  ])('%j says what it says in process', async argv => {
    expect(start(argv)).toEqual(await command(argv))
  })
  test('reads standard input', () => {
    const { code, out } = start(['check', '-', '--pack', './test/cli/pack'], '1. The Provider shall encrypt all data.\n')
    expect(code).toBe(0)
    expect(out).toMatch(/met +critical +Encryption of data/)
  })
})

// Devices that Linux has: one that is always full, one that never ends.
describe.skipIf(!existsSync('/dev/full'))('devices', () => {
  test('a report that cannot be written is no gap', () => {
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(process.execPath, ['bin/clausegate.js', '--help'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    })
    closeSync(full)
    expect(status).toBe(2)
    expect(stderr).toBe('clausegate: the report cannot be written (ENOSPC).\n')
  })
  test('an endless file is too large', () => {
    const { code, err } = start(['check', '/dev/zero'])
    expect(code).toBe(3)
    expect(err).toMatch(/too large: 101 MB, where at most 100 MB/)
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

test('a plain check opens no library of YAML or PDF, which would take longer than the check itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausegate-test-'))
  try {
    for (const part of ['bin', 'dist', 'package.json']) cpSync(part, join(folder, part), { recursive: true })
    for (const library of ['yaml.cjs', 'pdf.cjs']) rmSync(join(folder, 'dist', library))
    const { code, err } = start(['check', 'fixtures/strong/strong.docx'], '', join(folder, 'bin/clausegate.js'))
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^clausegate: result=pass/) })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
