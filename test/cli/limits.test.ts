// What takes too long or too much is given up, said, and does not stop the others; through the built program.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { weightOf } from '../../src/read/weight.ts'
import { buildDocx, p } from '../read/docx-builder.ts'
import { command } from './world.ts'

let folder = ''
const large = () => join(folder, 'large.txt')
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausegate-limits-'))
  writeFileSync(large(), '1.1 The Supplier shall notify the Client.\n\n'.repeat(30_000))
})
afterAll(() => rmSync(folder, { recursive: true }))

const start = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/clausegate.js', ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return { code: status, out: stdout, err: stderr }
}

describe('a contract over a limit', () => {
  test.each([
    [['--timeout', '1'], 'Reading it took longer than 1 seconds and was stopped.'],
    [['--memory', '60'], 'Reading it took more than 60 MB of memory and was stopped.'],
  ])('%j is given up, and the next one is checked', (flags, message) => {
    const { code, out, err } = start('check', large(), 'test/cli/files/late.txt', '--pack', './test/cli/pack', ...flags)
    expect(code).toBe(3)
    expect(err).toContain(message)
    expect(err).toContain(`allow more with ${flags[0]}`)
    expect(out).toContain('test/cli/files/late.txt')
  })
  test('nor can it be read', () => {
    const { code, err } = start('read', large(), '--timeout', '0.2')
    expect(code).toBe(3)
    expect(err).toContain('took longer')
  })
})

test('what runs out of time in this process is no pass either', async () => {
  let now = 0
  const clock = () => {
    now += 200_000
    return now
  }
  const { code, out, err } = await command(['check', 'test/cli/files/late.txt', '--pack', './test/cli/pack', '--fail-on', 'none'], {
    clock,
  })
  expect(code).toBe(3)
  expect(err).toMatch(/took longer than 120 seconds[\s\S]*\nclausegate: result=error /)
  expect(out).not.toContain('Result')
})

test('what is read apart gives the same report', async () => {
  const argv = ['check', large(), '--pack', './test/cli/pack', '--format', 'json']
  expect(start(...argv)).toEqual(await command(argv))
}, 60_000)

test.each(['0', '-1', 'ten', '1e9', ''])('%j is no limit', async value => {
  const { code, err } = await command(['check', 'test/cli/files/late.txt', `--timeout=${value}`])
  expect(code).toBe(2)
  expect(err).toContain('--timeout')
})

describe('how heavy a file is', () => {
  test('a Word file weighs what it unpacks to, a text more than its length, a PDF and a message are never light', () => {
    const docx = buildDocx(p('x'.repeat(500_000)))
    expect(docx.length).toBeLessThan(50_000)
    expect(weightOf(docx)).toBeGreaterThan(500_000)
    expect(weightOf(new TextEncoder().encode('The Provider shall.'))).toBeGreaterThan(19)
    for (const head of ['%PDF-1.7\n', 'From: a@b.c\r\nMIME-Version: 1.0\r\n\r\nx'])
      expect(weightOf(new TextEncoder().encode(head))).toBe(Number.POSITIVE_INFINITY)
  })
})
