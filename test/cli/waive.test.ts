// Waivers of agreements in several files: bound to the words of all of them together.
import { expect, test } from 'vitest'
import { desk, tinyPack } from './world.ts'

const { read, write, ...here } = desk()
const run = (...argv: string[]) => here.run(...argv, '--pack', tinyPack)
const who = ['--owner', 'Jane Roe', '--approver', 'CISO', '--reason', 'renewal in spring', '--expires', '2026-12-31']
const parties = 'Acme Ltd ("Provider") agrees with Tarn Council ("Customer").\n\n'
write('main.txt', `${parties}1. The Provider shall encrypt all data.\n`)
write('annex.txt', 'Annex A\n\n1. The Provider shall notify the Customer of any security incident within 72 hours.\n')

test('a gap of an agreement in several files is waived for that agreement', async () => {
  const both = ['main.txt', 'annex.txt']
  const check = (...argv: string[]) => run('check', ...argv, '--fail-on', 'major', '--waivers', 'clausegate.waivers.yaml')
  const apart = await run('waive', 'safety.notice', ...both, ...who)
  expect([apart.code, apart.err]).toEqual([
    2,
    expect.stringMatching(/a waiver is for one contract\.\n {2}Name one file, or add --together/i),
  ])
  expect((await run('waive', 'safety.notice', ...both, '--together', ...who)).code).toBe(0)
  expect(read('clausegate.waivers.yaml')).toMatch(/contract: main\.txt/)
  const together = await check(...both, '--together')
  expect([together.code, together.err]).toEqual([0, expect.stringMatching(/result=pass .* waived=1 /)])
  const alone = await check('main.txt')
  expect([alone.code, alone.out.replace(/\s+/g, ' ')]).toEqual([1, expect.stringMatching(/has lapsed: the words it accepted have changed/)])
})
