// Proved offline: the built program checks every format with all means of opening a socket made to fail, and, where the
// system lets us, in a network namespace of its own without any interface. Nothing it says changes.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const files = ['docx', 'pdf', 'txt'].map(format => `fixtures/weak/weak.${format}`)
const folder = mkdtempSync(join(tmpdir(), 'clausegate-offline-'))
afterAll(() => rmSync(folder, { recursive: true }))
const others = ['text', 'markdown', 'sarif', 'junit', 'github', 'csv', 'xlsx'].flatMap(name => [
  '--format',
  `${name}=${join(folder, name)}`,
])
const argv = ['bin/clausegate.js', 'check', ...files, '--format', 'json', ...others, '--profile', 'nis2']
/** What a run has written, to the byte. */
const written = () =>
  readdirSync(folder).map(name => [
    name,
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex'),
  ])
const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, ...env } })
// By the environment, so that it holds for the process too that reads PDFs apart.
const guard = { NODE_OPTIONS: `--import ${JSON.stringify(new URL('offline.mjs', import.meta.url).href)}` }
const plain = run(process.execPath, argv)
const first = written()

test('the check says something', () => {
  expect(plain.status).toBe(1)
  expect(JSON.parse(plain.stdout).reports).toHaveLength(3)
  expect(first).toHaveLength(10)
})

test('no module that could open a socket is used', () => {
  const guarded = run(process.execPath, argv, guard)
  expect({ status: guarded.status, err: guarded.stderr }).toEqual({ status: plain.status, err: plain.stderr })
  expect(guarded.stdout).toBe(plain.stdout)
  expect(written()).toEqual(first)
})

test('the guard itself would say so', () => {
  const caught = run(process.execPath, ['-e', "fetch('http://localhost')"], guard)
  expect(caught.status).toBe(99)
  const again = "require('child_process').spawn(process.execPath, ['-e', 'fetch(0)']).on('exit', code => process.exit(code))"
  expect(run(process.execPath, ['-e', again], guard).status).toBe(99)
})

const alone = ['--user', '--map-root-user', '--net']
describe.skipIf(run('unshare', [...alone, 'true']).status !== 0)('without a network', () => {
  test('it says the same', () => {
    const cut = run('unshare', [...alone, process.execPath, ...argv])
    expect(cut.status).toBe(plain.status)
    expect(cut.stdout).toBe(plain.stdout)
    expect(written()).toEqual(first)
  })
})
