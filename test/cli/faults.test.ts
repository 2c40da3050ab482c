// A rule that crashes, from the command line: the requirement is not judged, the others are; no format is silent about it, and
// nothing passes. The crash is put into the judging itself, by the id of the requirement.
import { beforeEach, expect, test, vi } from 'vitest'
import type { judge } from '../../src/check/judge.ts'
import { schemaFaults } from '../schema.ts'
import { contractText, desk, tinyPack as pack } from './world.ts'

const crash = vi.hoisted(() => ({ on: '', within: '' }))
vi.mock('../../src/check/judge.ts', async original => {
  const real = await original<{ judge: typeof judge }>()
  const faulty: typeof judge = (requirement, ...rest) => {
    const figures = requirement.parameters.map(({ value }) => value)
    if (requirement.id === crash.on && (crash.within === '' || figures.includes(crash.within))) throw new RangeError('a <b>bad</b> | rule')
    return real.judge(requirement, ...rest)
  }
  return { ...real, judge: faulty }
})

const { run, write, read } = desk(({ write }) => {
  write('late.txt', contractText('late'))
  write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\nfail-on: none\n`)
})
beforeEach(() => Object.assign(crash, { on: 'safety.notice', within: '' }))
const flat = (text: string) => text.replace(/\s+/g, ' ')

test('a requirement whose rule crashes is in the receipt, the others are judged, and the run ends with 4', async () => {
  const { code, out, err } = await run('check', 'late.txt', '--format', 'json')
  const report = JSON.parse(out)
  expect(schemaFaults(report)).toEqual([])
  expect(code).toBe(4)
  expect(report.receipt).toMatchObject({
    requirements: { evaluated: 1, of: 2 },
    faults: [{ requirement: 'safety.notice', kind: 'crash', message: 'RangeError: a <b>bad</b> | rule' }],
  })
  expect(report.findings.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['met', 'unread'])
  expect(report.summary.result).toBe('unread')
  expect(flat(err)).toMatch(/a fault of clausegate itself.* safety\.notice \(RangeError: a <b>bad<\/b> \| rule\)/)
  expect(err).toMatch(
    /clausegate why safety\.notice late\.txt\nclausegate: result=unread met=1 .* unread=1 .* faults=1 reports=1 errors=0\n$/,
  )
})

test('why, which the message names, shows where it crashed', async () => {
  const { code, err } = await run('why', 'safety.notice', 'late.txt')
  expect(code).toBe(4)
  expect(err).toMatch(/RangeError: a <b>bad<\/b> \| rule\n.* at .*faults\.test\.ts/s)
})

test('with others in the run, these keep their verdicts', async () => {
  crash.on = ''
  const alone = JSON.parse((await run('check', 'late.txt', '--format', 'json')).out)
  expect(alone.receipt.faults).toEqual([])
  crash.on = 'safety.encryption'
  write('bare.txt', contractText('bare'))
  const { code, out } = await run('check', 'late.txt', 'bare.txt', '--format', 'json')
  expect(code).toBe(4)
  expect(JSON.parse(out).reports[0].findings[1]).toEqual(alone.findings[1])
})

test.each([
  [
    'text',
    /Fault safety\.notice: It was not judged: clausegate itself failed on it \(RangeError: a <b>bad<\/b> \| rule\)\. Please report it\./,
  ],
  ['text', /INCOMPLETE: 1 requirement was not judged \(see the faults\)\./],
  ['markdown', /\*\*Not judged:\*\* safety.{0,3}notice: .*RangeError: a \\<b\\>bad\\<\/b\\> \\\| rule/],
  ['junit', /<error type="fault" message="UNREAD, not judged: It was not judged: [^"]*a &lt;b&gt;bad/],
  ['github', /::error file=late\.txt,title=not judged::safety\.notice: It was not judged/],
  ['csv', /late\.txt,unread,met,"?unread \(not judged\)/],
  ['sarif', /"executionSuccessful": false/],
  ['sarif', /"level": "error", "message": \{ "text": "late\.txt: safety\.notice: It was not judged/],
  ['oscal', /UNREAD, not judged\\*\. It was not judged/],
])('%s tells of it', async (format, told) => {
  expect((await run('check', 'late.txt', '--stamp', '--format', `${format}=report.txt`)).code).toBe(4)
  expect(flat(read('report.txt'))).toMatch(told)
})

test('no waiver and no baseline lets it pass, and there is nothing to waive', async () => {
  await run('check', 'late.txt', '--format', 'json=base.json')
  expect((await run('check', 'late.txt', '--baseline', 'base.json')).code).toBe(4)
  const who = ['--owner', 'Jane Roe', '--approver', 'CISO', '--reason', 'renewal in spring', '--expires', '2026-12-31']
  expect(await run('waive', 'safety.notice', 'late.txt', ...who)).toMatchObject({
    code: 2,
    err: expect.stringMatching(/it was not judged/i),
  })
  crash.on = ''
  expect((await run('waive', 'safety.notice', 'late.txt', ...who)).code).toBe(0)
  crash.on = 'safety.notice'
  expect((await run('check', 'late.txt', '--waivers', 'clausegate.waivers.yaml')).code).toBe(4)
})

test('a rule that crashes only by the figure of a profile is told with the profile', async () => {
  write(
    'own.yaml',
    'profiles:\n  ours:\n    title: Ours\n    figures: { safety.notice.within: { value: 80 hours, basis: house, source: Our board } }\n',
  )
  write('own.config.yaml', `packs: [${JSON.stringify(pack)}]\nfail-on: none\nprofile-file: own.yaml\nprofiles: [ours]\n`)
  crash.within = '80 hours'
  const { code, out } = await run('check', 'late.txt', '--config', 'own.config.yaml', '--format', 'json')
  const report = JSON.parse(out)
  expect(schemaFaults(report)).toEqual([])
  expect([code, report.summary.result]).toEqual([4, 'unread'])
  expect(report.receipt.faults).toMatchObject([{ requirement: 'safety.notice', profile: 'ours', kind: 'crash' }])
  expect(report.findings[1]).toMatchObject({
    verdict: 'partial',
    profiles: [{ profile: 'ours', verdict: 'unread', fault: { kind: 'crash' } }],
  })
  expect(flat((await run('check', 'late.txt', '--config', 'own.config.yaml')).out)).toMatch(
    /safety\.notice, held against ours: It was not judged/,
  )
})

test('verify holds a report to its faults, and does not let them be taken out', async () => {
  await run('check', 'late.txt', '--format', 'json=r.json')
  expect((await run('verify', 'r.json', 'late.txt')).out).toMatch(/the report stands/)
  const report = JSON.parse(read('r.json'))
  write('r.json', JSON.stringify({ ...report, receipt: { ...report.receipt, faults: [] } }))
  const forged = await run('verify', 'r.json', 'late.txt')
  expect([forged.code, flat(forged.out)]).toEqual([1, expect.stringMatching(/"faults" of the receipt is not what it is now/)])
})

test('verify and compare end with what they are, where a rule crashes now', async () => {
  crash.on = ''
  await run('check', 'late.txt', '--format', 'json=r.json')
  crash.on = 'safety.notice'
  const again = await run('verify', 'r.json', 'late.txt')
  expect([again.code, flat(again.out)]).toEqual([1, expect.stringMatching(/safety\.notice: partial then, unread now/)])
  expect((await run('compare', 'r.json', 'late.txt')).code).toBe(4)
})

test('the log has it', async () => {
  await run('check', 'late.txt', '--log', 'audit.jsonl')
  expect(JSON.parse(read('audit.jsonl'))).toMatchObject({ exit: 4, reports: [{ result: 'unread', faults: ['safety.notice'] }] })
})

test('the examples of a pack do not hold by a rule that crashes', async () => {
  const { code, err } = await run('check', 'late.txt', '--verify-rules')
  expect([code, flat(err)]).toEqual([2, expect.stringMatching(/safety\.notice: wanted met, got RangeError: a <b>bad<\/b> \| rule/)])
  expect((await run('rules', 'test', pack)).out).toMatch(/safety\.notice: wanted partial value, got RangeError/)
})
