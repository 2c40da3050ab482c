// The gate from the command line, in this process: waivers, baseline, profiles, compare, verify, the log.
import { beforeEach, describe, expect, test } from 'vitest'
import { schemaFaults } from '../schema.ts'
import { contractText, desk, tinyPack as pack } from './world.ts'

const { run, write, read } = desk(({ write }) => {
  for (const name of ['late', 'bare'] as const) write(`contracts/${name}.txt`, contractText(name))
})
const configure = (text: string) => write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\n${text}`)
const late = 'contracts/late.txt'
const waive = (...argv: string[]) =>
  run(
    'waive',
    'safety.notice',
    late,
    '--owner',
    'Jane Roe',
    '--approver',
    'CISO',
    '--reason',
    'renewal in spring',
    '--expires',
    '2026-12-31',
    ...argv,
  )

describe('a waiver', () => {
  beforeEach(() => configure('fail-on: major\nwaivers: waivers.yaml\n'))
  test('is written for a gap, holds, and stays in sight', async () => {
    expect((await waive()).out).toMatch(/stands in waivers\.yaml until 2026-12-31/)
    const { code, out, err } = await run('check', late, '--format', 'json')
    const report = JSON.parse(out)
    expect(schemaFaults(report)).toEqual([])
    expect({ code, excused: report.summary.excused }).toEqual({
      code: 0,
      excused: { waived: ['safety.notice'], known: [], resultWithout: 'fail' },
    })
    expect(err).toMatch(/result=pass .* waived=1/)
    expect((await run('check', late)).out).toMatch(/1 waived; without that the result would be FAIL/)
  })
  test('lapses with its day, and with the words', async () => {
    await waive()
    const after = await run('check', late, '--as-of', '2027-01-01')
    expect(after.code).toBe(1)
    expect(after.out.replace(/\s+/g, ' ')).toMatch(/waiver of safety\.notice \(Jane Roe\) has expired on 2026-12-31/)
    write(late, read(late).replace('seventy-two (72)', 'ninety-six (96)'))
    const changed = await run('check', late)
    expect(changed.code).toBe(1)
    expect(changed.out.replace(/\s+/g, ' ')).toMatch(/has lapsed: the words it accepted have changed/)
  })
  test('that has ended is brought back by no other day', async () => {
    await waive('--opened', '2026-01-01', '--expires', '2026-11-22')
    const { code, out } = await run('check', late, '--as-of', '2026-11-01')
    expect(code).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toMatch(/has expired on 2026-11-22/)
  })
  test('approved by its owner is refused, unless the configuration allows it and the report says so', async () => {
    const refused = await waive('--approver', 'Jane Roe, Legal')
    expect(refused.code).toBe(2)
    expect(refused.err).toMatch(/waivers\.yaml:\d+:\d+: the owner approved it \(Jane Roe, Legal\)/)
    expect(() => read('waivers.yaml')).toThrow()
    configure('fail-on: major\nwaivers: waivers.yaml\nwaiver-self-approval: allowed\n')
    expect((await waive('--approver', 'Jane Roe, Legal')).code).toBe(0)
    const { out } = await run('check', late)
    expect(out.replace(/\s+/g, ' ')).toMatch(/\(Jane Roe\) was approved by its owner; nobody else answers for it\./)
  })
  test('is for a gap only', async () => {
    configure('parameters: { safety.notice.within: 72 hours }\n')
    const { code, err } = await waive()
    expect(code).toBe(2)
    expect(err).toMatch(/it is met: there is nothing to waive/i)
  })
})

test('a baseline lets pass what was known, and nothing else', async () => {
  configure('fail-on: major\n')
  await run('check', late, '--format', 'json=base.json')
  expect((await run('check', late, '--baseline', 'base.json')).code).toBe(0)
  write(late, read(late).replace('seventy-two (72)', 'ninety-six (96)'))
  expect((await run('check', late, '--baseline', 'base.json')).code).toBe(1)
  write('empty.json', '{}')
  expect((await run('check', late, '--baseline', 'empty.json')).code).toBe(2)
})

test('compare names what is worse, and fails on it when asked', async () => {
  configure('')
  write('contracts/new.txt', read(late).replace('seventy-two (72)', 'forty-eight (48)').replace('shall encrypt', 'may encrypt'))
  const { code, out } = await run('compare', late, 'contracts/new.txt')
  expect(code).toBe(0)
  expect(out).toMatch(/WORSE\n {2}safety\.encryption/)
  expect(out).toMatch(/BETTER\n {2}safety\.notice/)
  expect((await run('compare', late, 'contracts/new.txt', '--fail-on-regression')).code).toBe(1)
  expect((await run('compare', late, late, '--fail-on-regression')).code).toBe(0)
  await run('check', late, '--format', 'json=old.json')
  expect(JSON.parse((await run('compare', 'old.json', late, '--json')).out).counts).toMatchObject({ worse: 0, better: 0, same: 2 })
})

test('verify says whether a report still stands', async () => {
  configure('')
  await run('check', late, '--format', 'json=r.json')
  const again = () => run('verify', 'r.json', late, '--pack', pack)
  expect((await again()).out).toMatch(/the report stands/)
  write('r.json', read('r.json').replace('"verdict": "partial"', '"verdict": "met"'))
  const forged = await again()
  expect(forged.code).toBe(1)
  expect(forged.out).toMatch(/safety\.notice: met then, partial now \(worse\)/)
  write(late, `${read(late)}\n`)
  expect((await again()).out).toMatch(/none of the files is contracts\/late\.txt/)
})

test('the log is chained, and a broken one is neither followed nor believed', async () => {
  configure('')
  await run('check', late, '--log', 'audit.jsonl')
  await run('check', late, 'contracts/bare.txt', 'contracts/none.txt', '--log', 'audit.jsonl')
  expect((await run('log', 'verify', 'audit.jsonl')).out).toMatch(/The log is whole: 2 entries/)
  configure('fail-on: none\noff: { safety.encryption: held by nobody }\n')
  await run('check', late, '--log', 'other.jsonl', '--profile', 'nis2', '--pack', pack, '--pack', 'ai-model-protection')
  const [ours] = JSON.parse(read('other.jsonl')).reports
  expect(ours).toMatchObject({ result: 'pass', failOn: 'none', strict: false, off: ['safety.encryption'], known: [], profiles: ['nis2'] })
  expect(ours.configuration).toMatch(/^[0-9a-f]{64}$/)
  configure('')
  expect(JSON.parse(read('audit.jsonl').split('\n')[1] ?? '')).toMatchObject({ exit: 2, failures: ['contracts/none.txt'] })
  write('audit.jsonl', read('audit.jsonl').replace('"exit":2', '"exit":0'))
  expect((await run('log', 'verify', 'audit.jsonl')).code).toBe(1)
  expect((await run('check', late, '--log', 'audit.jsonl')).err).toMatch(/last line of the log does not hold/)
})

test('rules that fail their own examples check nothing', async () => {
  configure('')
  expect((await run('check', late, '--verify-rules')).code).toBe(0)
  configure('parameters: { safety.notice.within: 12 hours }\n')
  const { code, err } = await run('check', late, '--verify-rules')
  expect(code).toBe(2)
  expect(err).toMatch(/examples fail/)
})

test('a receipt has the time only when asked', async () => {
  configure('')
  expect(JSON.parse((await run('check', late, '--format', 'json')).out).receipt.stamp).toBeUndefined()
  expect(JSON.parse((await run('check', late, '--format', 'json', '--stamp')).out).receipt.stamp).toBe('2026-11-23T09:00:00Z')
})
