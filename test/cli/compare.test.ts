// Two versions of a contract from the command line: figures that move, profiles, and baselines with profiles.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { desk, tinyPack } from './world.ts'

const { run, write } = desk()

// The profiles that ship speak of incident.notice.
const tiny = readFileSync(join(tinyPack, 'pack.yaml'), 'utf8').replaceAll('safety.notice', 'incident.notice')
write('pack/pack.yaml', tiny)
write('clausegate.config.yaml', 'packs: [./pack]\nfail-on: major\n')
for (const hours of [24, 36, 72, 240]) {
  const duties = `1. The Provider shall encrypt all data.\n\n2. The Provider shall notify the Customer of any security incident within ${hours} hours.\n`
  write(`${hours}.txt`, `Acme Ltd ("Provider") agrees with Tarn Council ("Customer").\n\n${duties}`)
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

test('profiles of one’s own are held against as those that ship', async () => {
  const figures = 'incident.notice.within: { value: 12 hours, basis: house, source: Our board }'
  write('own.yaml', `profiles:\n  ours:\n    title: Our own clock\n    figures: { ${figures} }\n`)
  write('own.config.yaml', 'packs: [./pack]\nprofile-file: own.yaml\nprofiles: [ours, nis2]\n')
  const { out } = await run('check', '24.txt', '--config', 'own.config.yaml', '--format', 'json')
  const notice = JSON.parse(out).findings.find((one: { requirement: string }) => one.requirement === 'incident.notice')
  expect(notice.profiles).toEqual([
    expect.objectContaining({
      profile: 'ours',
      verdict: 'partial',
      figures: [expect.objectContaining({ basis: 'house', source: 'Our board' })],
    }),
    expect.objectContaining({ profile: 'nis2', verdict: 'met' }),
  ])
  expect((await run('rules', 'profiles', '--file', 'own.yaml')).out).toMatch(
    /^ours: Our own clock\n {2}incident\.notice\.within: 12 hours \(house\)/,
  )
})

test('a file of profiles that is wrong is told all of it, each fault with its place', async () => {
  const figure = (value: string) => `{ value: ${value}, basis: house, source: Our board }`
  const own = `profiles:\n  nis2:\n    title: Ours\n    figures:\n      incident.notice.withn: ${figure('12 hours')}\n      incident.notice.within: ${figure('soon')}\n`
  write('wrong.yaml', own)
  write('wrong.config.yaml', 'packs: [./pack]\nprofile-file: wrong.yaml\nprofiles: [nis2]\n')
  const check = () => run('check', '24.txt', '--config', 'wrong.config.yaml')
  const { code, err } = await check()
  expect(code).toBe(2)
  expect(err).toMatch(/wrong\.yaml:5:7: there is no parameter incident\.notice\.withn; did you mean incident\.notice\.within\?/)
  expect(err).toMatch(/wrong\.yaml:6:7: incident\.notice\.within: "soon" is no figure/)
  write('wrong.yaml', own.replace(/^.*withn.*\n/m, '').replace('soon', '6 hours'))
  expect((await check()).err).toMatch(/"nis2": a profile of that name ships/)
  write('wrong.yaml', own.replace('basis: house, ', ''))
  const formal = (await check()).err
  expect(formal).toMatch(/lacks "basis"/)
  expect(formal).toMatch(/wrong\.yaml:6:7: incident\.notice\.within: "soon" is no figure/)
})

test('a baseline knows what was short of a profile, and nothing else', async () => {
  const check = (file: string, ...argv: string[]) => run('check', file, '--profile', 'nis2', ...argv)
  expect((await check('36.txt', '--format', 'json=base.json')).code).toBe(1)
  expect((await check('36.txt', '--baseline', 'base.json')).err).toMatch(/result=pass .* known=1 /)
  expect((await check('36.txt', '--profile', 'dora', '--baseline', 'base.json')).code).toBe(1)
  await run('check', '36.txt', '--format', 'json=plain.json')
  expect((await check('36.txt', '--baseline', 'plain.json')).code).toBe(1)
})
