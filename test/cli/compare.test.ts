// Two versions of a contract from the command line: figures that move, profiles, and baselines with profiles.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { command } from './world.ts'

const cwd = mkdtempSync(join(tmpdir(), 'clausegate-compare-'))
afterAll(() => rmSync(cwd, { recursive: true }))
const run = (...argv: string[]) => command(argv, { cwd })

// The profiles that ship speak of incident.notice.
const tiny = readFileSync(new URL('pack/pack.yaml', import.meta.url), 'utf8').replaceAll('safety.notice', 'incident.notice')
mkdirSync(join(cwd, 'pack'))
writeFileSync(join(cwd, 'pack/pack.yaml'), tiny)
writeFileSync(join(cwd, 'clausegate.config.yaml'), 'packs: [./pack]\nfail-on: major\n')
for (const hours of [24, 36, 72, 240]) {
  const duties = `1. The Provider shall encrypt all data.\n\n2. The Provider shall notify the Customer of any security incident within ${hours} hours.\n`
  writeFileSync(join(cwd, `${hours}.txt`), `Acme Ltd ("Provider") agrees with Tarn Council ("Customer").\n\n${duties}`)
}

test.each([
  ['72', '240', [], 'worse', 1],
  ['240', '72', [], 'better', 0],
  ['24', '36', [], 'reworded', 0],
  ['24', '36', ['--profile', 'nis2'], 'worse', 1],
  ['36', '24', ['--profile', 'nis2'], 'better', 0],
  ['24', '36', ['--set', 'incident.notice.within=30 hours'], 'worse', 1],
])('from %s hours to %s with %j it is %s', async (before, after, more, change, code) => {
  const ran = await run('compare', `${before}.txt`, `${after}.txt`, '--fail-on-regression', '--json', ...more)
  const notice = JSON.parse(ran.out).comparisons.find((one: { requirement: string }) => one.requirement === 'incident.notice')
  expect([notice.change, ran.code]).toEqual([change, code])
})

test('a baseline knows what was short of a profile, and nothing else', async () => {
  const check = (file: string, ...argv: string[]) => run('check', file, '--profile', 'nis2', ...argv)
  expect((await check('36.txt', '--format', 'json=base.json')).code).toBe(1)
  expect((await check('36.txt', '--baseline', 'base.json')).err).toMatch(/result=pass .* known=1 /)
  expect((await check('36.txt', '--profile', 'dora', '--baseline', 'base.json')).code).toBe(1)
  await run('check', '36.txt', '--format', 'json=plain.json')
  expect((await check('36.txt', '--baseline', 'plain.json')).code).toBe(1)
})
