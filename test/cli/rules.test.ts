// The commands `rules` and `read`, in this process.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { command } from './world.ts'

const cwd = new URL('.', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'clausegate-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The pack of these tests with a change, in a folder of its own. */
function spoilt(change: (yaml: string) => string): string {
  const path = mkdtempSync(join(folder, 'pack-'))
  writeFileSync(join(path, 'pack.yaml'), change(readFileSync(join(cwd, 'pack/pack.yaml'), 'utf8')))
  return path
}

describe('rules', () => {
  test('list names every requirement under its clause', async () => {
    const { code, out } = await command(['rules', 'list', '--pack', './pack'], { cwd })
    expect(code).toBe(0)
    expect(out).toMatch(/1\. Safety of the data\n {2}safety\.encryption +critical +Encryption of data\n {2}safety\.notice +major/)
  })
  test('show explains one with its parameters and examples', async () => {
    const { code, out } = await command(['rules', 'show', 'safety.notice', '--pack', './pack'], { cwd })
    expect(code).toBe(0)
    expect(out).toContain('--set safety.notice.within="48 hours"')
    expect(out).toMatch(/partial value: The Provider shall notify/)
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([])
  })
  test('show knows what was meant', async () => {
    const { code, err } = await command(['rules', 'show', 'safety.notise', '--pack', './pack'], { cwd })
    expect(code).toBe(2)
    expect(err).toContain('Did you mean safety.notice? All of them: clausegate rules list --pack ./pack')
  })
  test('lint finds nothing in a sound pack', async () => {
    expect(await command(['rules', 'lint', './pack'], { cwd })).toEqual({ code: 0, out: 'No faults.\n', err: '' })
  })
  test('lint names every fault at once with its place, and check refuses the pack', async () => {
    const path = spoilt(yaml => yaml.replace('severity: major', 'severity: high').replace('do: [<ciphers>]', 'do: [<cypher>]'))
    const { code, out } = await command(['rules', 'lint', path], { cwd })
    expect(code).toBe(2)
    expect(out).toMatch(/pack\.yaml:\d+:\d+: .*severity[\s\S]*pack\.yaml:\d+:\d+: .*did you mean <ciphers>[\s\S]*\n2 faults\.\n$/)
    const refused = await command(['check', 'files/late.txt', '--pack', path], { cwd })
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/2 faults[\s\S]*pack\.yaml:\d+/)
  })
  test('test runs the examples', async () => {
    expect(await command(['rules', 'test', './pack'], { cwd })).toEqual({ code: 0, out: '4 of 4 examples hold.\n', err: '' })
  })
  test('test shows an example that does not hold', async () => {
    const path = spoilt(yaml => yaml.replace('within 72 hours., reasons', 'within 24 hours., reasons'))
    const { code, out } = await command(['rules', 'test', path], { cwd })
    expect(code).toBe(1)
    expect(out).toMatch(/safety\.notice: wanted partial value, got met\n {2}The Provider shall notify[\s\S]*3 of 4 examples hold/)
  })
})

describe('read', () => {
  test('prints the contract as understood', async () => {
    const { code, out } = await command(['read', 'files/late.txt'], { cwd })
    expect(code).toBe(0)
    expect(out).toMatch(/Provider: Marlow Systems, Inc\./)
    expect(out).toMatch(/^ +1\.2 The Provider shall notify/m)
  })
  test('says what is wrong with a file', async () => {
    const { code, err } = await command(['read', 'files/gone.txt'], { cwd })
    expect({ code, err }).toEqual({
      code: 2,
      err: 'clausegate: files/gone.txt: There is no such file.\n  Check the path and the spelling.\n',
    })
  })
})
