// What takes too long or too much is given up, said, and does not stop the others; through the built program.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedLimits } from '../../src/cli/reading-options.ts'
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
    [['--timeout', '0.3'], 'Reading it took longer than 0.3 seconds and was stopped.'],
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

test('what was judged before the time was over stands, the rest is named, and nothing passes', async () => {
  let looks = 0
  // The clock is looked at as it begins, as judging begins, then before and after each of the two requirements.
  const clock = () => (++looks > 4 ? 200_000 : 0)
  const argv = ['check', 'test/cli/files/late.txt', '--pack', './test/cli/pack', '--fail-on', 'none', '--format', 'json']
  const { code, out, err } = await command(argv, { clock })
  const { findings, receipt, summary } = JSON.parse(out)
  expect([code, summary.result, findings.map(({ verdict }: { verdict: string }) => verdict)]).toEqual([3, 'unread', ['met', 'unread']])
  expect(receipt).toMatchObject({ requirements: { evaluated: 1, of: 2 }, faults: [{ requirement: 'safety.notice', kind: 'time' }] })
  expect(err).toMatch(/^clausegate: result=unread .* faults=1 /)
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

describe('limits on a file', () => {
  const pdf = 'fixtures/weak/weak.pdf'
  const docx = 'fixtures/weak/weak.docx'

  test.each([
    [pdf, 'pages=1', 'at most 1 are read'],
    [pdf, 'objects=5', 'at most 5 are read'],
    [pdf, 'pieces=3', 'damaged'],
    [docx, 'parts=3', 'at most 3 are read'],
    [docx, 'elements=50', '50 XML elements'],
    [docx, 'depth=3', 'deeper than 3'],
    [docx, 'characters=100', '100 characters'],
    ['fixtures/weak/weak.txt', 'characters=100', '100 characters'],
  ])('%s --limit %s', async (file, limit, message) => {
    const { code, err } = await command(['check', file, '--pack', './test/cli/pack', '--limit', limit])
    expect(err).toContain(message)
    expect(code).toBe(3)
  })

  test('of size hold for every format, and for standard input', async () => {
    for (const argv of [
      [large(), '--limit', 'size=1'],
      ['-', '--limit', 'size=1'],
    ])
      expect((await command(['check', ...argv], { stdin: 'x'.repeat(2_000_000) })).err).toContain('at most 1 MB are read')
  })

  test('several may be set, and higher ones too', async () => {
    const { code } = await command(['read', docx, '--limit', 'parts=20000', '--limit', 'depth=300', '--limit', 'size=200'])
    expect(code).toBe(0)
  })

  test.each([
    ['page=9', 'Did you mean pages?'],
    ['speed=9', 'There are: size, parts'],
    ['pages=0', 'no number above zero'],
    ['pages', 'no number above zero'],
    ['toString=1', 'no limit'],
  ])('--limit %s is refused', async (limit, message) => {
    const { code, err } = await command(['check', docx, '--limit', limit])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  test('are all named in the README, with what they are', () => {
    const [section = ''] = /^## Limits$[\s\S]*?(?=^## )/m.exec(readFileSync('README.md', 'utf8')) ?? []
    for (const [name, value] of namedLimits()) {
      expect(section).toContain(`\`${name}\``)
      expect(section).toContain(value.toLocaleString('en'))
    }
  })
})

test.each(['check', 'read', 'waive', 'compare', 'verify'])('%s says how a contract is to be read', async name => {
  const { out } = await command([name, '--help'])
  for (const option of ['--timeout', '--memory', '--limit', '--password', '--no-ocr']) expect(out).toContain(option)
})

test('a report on a locked file is verified with its password', async () => {
  const file = 'test/read/samples/locked.pdf'
  const saved = join(folder, 'locked.json')
  const checked = await command(['check', file, '--password', 'fen', '--pack', './test/cli/pack', '--format', `json=${saved}`])
  expect(checked.code).not.toBe(2)
  const argv = ['verify', saved, file, '--pack', './test/cli/pack']
  expect((await command([...argv, '--password', 'fen', '--no-ocr'])).out).toContain('the report stands')
  expect((await command(argv)).err).toContain('locked')
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
