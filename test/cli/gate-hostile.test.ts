// The gate against those who would have it pass on nothing: forged reports, other contracts' baselines and waivers, names
// that are slips, outputs that would destroy what the run rests on.
import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { schemaFaults } from '../schema.ts'
import { contractText, desk, tinyPack as pack } from './world.ts'

const here = desk(({ write }) => {
  write('late.txt', contractText('late'))
  for (const name of ['bare.txt', 'other/bare.txt']) write(name, contractText('bare'))
  write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\nfail-on: major\nwaivers: waivers.yaml\n`)
  write('waivers.yaml', 'waivers: []\n')
})
const { run, write, read } = here
const who = ['--owner', 'Jane Roe', '--approver', 'CISO', '--reason', 'renewal in spring', '--expires', '2026-12-31']
const waive = (id: string, file: string, ...argv: string[]) => run('waive', id, file, ...who, ...argv)
const flat = (text: string) => text.replace(/\s+/g, ' ')

describe('a waiver', () => {
  test('that nothing in the run concerned is told before the line for machines', async () => {
    await waive('safety.notice', 'late.txt')
    const { err } = await run('check', 'bare.txt')
    expect(err).toMatch(
      /^clausegate: 1 waiver of waivers\.yaml was not used in this run: safety\.notice for late\.txt\nclausegate: result=/,
    )
    expect((await run('check', 'late.txt')).err).not.toMatch(/not used/)
  })
  test('of a requirement that there is not is told with what was meant', async () => {
    await waive('safety.notice', 'late.txt')
    write('waivers.yaml', read('waivers.yaml').replace('safety.notice', 'safety.notise'))
    expect((await run('check', 'late.txt')).err).toMatch(
      /safety\.notise for late\.txt \(there is no requirement safety\.notise; did you mean safety\.notice\?\)\nclausegate: result=/,
    )
  })
  test('of a file holds for no other file of that name', async () => {
    await waive('safety.notice', 'bare.txt')
    const { out } = await run('check', 'other/bare.txt', '--format', 'json')
    expect(JSON.parse(out).summary.excused).toBeUndefined()
  })
  test('of a file whose name is a pattern goes by its hash', async () => {
    write('b[a]re.txt', read('bare.txt'))
    await waive('safety.notice', 'b[a]re.txt')
    expect(read('waivers.yaml')).toMatch(/contract: "?[0-9a-f]{64}/)
  })
  test('without anybody who answers for it is refused', async () => {
    await waive('safety.notice', 'bare.txt')
    write('waivers.yaml', read('waivers.yaml').replace('Jane Roe', '"    "'))
    const { code, err } = await run('check', 'bare.txt')
    expect(code).toBe(2)
    expect(err).toMatch(/"owner" is blank/)
  })
  test('never costs the waivers that stand in a broken file', async () => {
    write('waivers.yaml', 'waivers: { a: [\n')
    const { code, err } = await waive('safety.notice', 'bare.txt')
    expect({ code, text: read('waivers.yaml') }).toEqual({ code: 2, text: 'waivers: { a: [\n' })
    expect(err).not.toMatch(/fault of clausegate/)
  })
  test('held against another day than today says so', async () => {
    await waive('safety.notice', 'late.txt')
    expect(flat((await run('check', 'late.txt', '--as-of', '2026-12-01')).out)).toMatch(/held against 2026-12-01/)
    const { out } = await run('check', 'late.txt', '--as-of', '2026-12-01', '--format', 'json')
    expect(schemaFaults(JSON.parse(out))).toEqual([])
  })
})

describe('a baseline', () => {
  test('of one contract excuses nothing in the others of a run', async () => {
    await run('check', 'bare.txt', '--format', 'json=base.json')
    const { out, code } = await run('check', 'late.txt', 'other/bare.txt', '--baseline', 'base.json', '--format', 'json')
    expect(code).toBe(1)
    for (const { summary } of JSON.parse(out).reports) expect(summary.excused).toBeUndefined()
  })
  test('is counted in the line for machines', async () => {
    await run('check', 'bare.txt', '--format', 'json=base.json')
    expect((await run('check', 'bare.txt', '--baseline', 'base.json')).err).toMatch(/ waived=0 known=2 /)
  })
})

describe('verify', () => {
  const forged = async (change: (report: Record<string, Record<string, unknown>>) => void, file = 'late.txt') => {
    await run('check', file, '--format', 'json=r.json')
    const report = JSON.parse(read('r.json'))
    change(report)
    write('r.json', JSON.stringify(report))
    return run('verify', 'r.json', file, '--pack', pack)
  }
  test.each<[string, (report: Record<string, Record<string, unknown>>) => void, RegExp]>([
    ['result', ({ summary }) => Object.assign(summary ?? {}, { result: 'pass', failing: [] }), /its result is fail, not pass/],
    ['counts', ({ summary }) => Object.assign(summary ?? {}, { counts: {} }), /counts of its summary/],
    ['severity', report => Object.assign((report.findings as unknown as object[])[0] ?? {}, { severity: 'minor' }), /severity not what/],
    ['notes', report => Object.assign((report.documents as unknown as object[])[0] ?? {}, { notes: [{}] }), /"documents" is not/],
    ['title of its pack', ({ pack }) => Object.assign(pack ?? {}, { title: 'Another' }), /"pack" is not/],
    ['key besides', report => Object.assign(report, { approved: 'by the board' }), /"approved" is not/],
    ['key of the receipt', ({ receipt }) => Object.assign(receipt ?? {}, { reviewed: true }), /"reviewed" of the receipt/],
    [
      'citation',
      report =>
        Object.assign((report.findings as unknown as object[])[0] ?? {}, {
          controls: [{ framework: 'x', edition: '1', id: 'A', relation: 'supports' }],
        }),
      /controls not what they are now/,
    ],
    ['receipt', ({ receipt }) => Object.assign(receipt ?? {}, { provisions: 900 }), /"provisions" of the receipt/],
  ])('finds a forged %s', async (_, change, message) => {
    const { code, out } = await forged(change)
    expect(code).toBe(1)
    expect(flat(out)).toMatch(message)
  })
  test('lets the order of keys be, and says on what it stands', async () => {
    const { code, out } = await forged(report => Object.assign(report, { summary: report.summary }))
    expect(code).toBe(0)
    expect(flat(out)).toMatch(/the report stands\. \(result fail, gaps that fail: major\)/)
  })
  test('of a report with waivers, under another name of the file', async () => {
    await waive('safety.notice', 'late.txt')
    await run('check', 'late.txt', '--format', 'json=r.json')
    write('renamed.txt', read('late.txt'))
    const { code, out } = await run('verify', 'r.json', 'renamed.txt', '--pack', pack)
    expect({ code, out: flat(out) }).toMatchObject({ code: 0, out: expect.stringMatching(/waived or known taken as it says/) })
  })
})

describe('a configuration', () => {
  test('that came with the contract is told with all that it sets', async () => {
    write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\nfail-on: none\nseverities: { safety.notice: minor }\n`)
    const { out } = await run('check', 'late.txt')
    expect(out.split('OVERVIEW')[0]).toMatch(/Configured\s+by clausegate\.config\.yaml, which sets packs, fail-on, severities/)
    expect(flat(out)).toMatch(/which sets packs: \S+; fail-on: none; severities: safety\.notice: minor\./)
    expect(schemaFaults(JSON.parse((await run('check', 'late.txt', '--format', 'json')).out))).toEqual([])
  })
  test('switches nothing off without a reason', async () => {
    write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\noff: { safety.notice: "    " }\n`)
    expect((await run('check', 'late.txt')).code).toBe(2)
  })
})

describe('a profile', () => {
  test('that asks for nothing the pack has is refused: nothing would be held against it', async () => {
    write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\nprofiles: [nis2]\n`)
    const { code, err, out } = await run('check', 'late.txt')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/it asks for nothing that .* has/i)
  })
  test('that one of two packs knows is named as idle in the report by the other', async () => {
    const { out } = await run('check', 'late.txt', '--pack', pack, '--pack', 'ai-model-protection', '--profile', 'nis2')
    expect(flat(out).match(/profile nis2 asks for nothing that this pack has/g)).toHaveLength(1)
  })
})

describe('compare', () => {
  test('takes no one of several reports in silence', async () => {
    await run('check', 'late.txt', 'bare.txt', '--format', 'json=two.json')
    const { code, err } = await run('compare', 'two.json', 'late.txt')
    expect(code).toBe(2)
    expect(err).toMatch(/holds several reports/i)
  })
})

describe('a name', () => {
  test('that is empty is no folder', async () => {
    const { code, err } = await run('check', '')
    expect(code).toBe(2)
    expect(err).toMatch(/file without a name/)
  })
  test('of a party that the contract does not have is told', async () => {
    expect(flat((await run('check', 'late.txt', '--provider', 'Zork')).out)).toMatch(/"Zork" was given as the provider, and stands nowhere/)
    expect((await run('check', 'late.txt', '--provider', 'marlow SYSTEMS')).out).not.toMatch(/stands nowhere/)
  })
  test.each([
    [['--provider', 'Acme', '--customer', 'acme'], /named as both sides/],
    [['--provider', ' '], /no name is given/i],
  ])('that cannot be meant is refused: %j', async (flags, message) => {
    const { code, err } = await run('check', 'late.txt', ...flags)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
})

describe('an output', () => {
  test('names what could not be read, in whole sentences', async () => {
    await run('check', 'late.txt', 'none.txt', '--format', 'text=r.txt', '--format', 'junit=r.xml', '--format', 'markdown=r.md')
    expect(read('r.txt')).toMatch(/NOT READ\n {2}none\.txt: There is no such file\. Check the path and the spelling\./)
    expect(read('r.xml')).toMatch(/There is no such file\. Check/)
    expect(read('r.md')).toMatch(/There is no such file\. Check/)
  })
  test.each([
    ['json=clausegate.config.yaml', /what the run itself rests on/],
    ['json=./waivers.yaml', /what the run itself rests on/],
  ])('%s is refused', async (format, message) => {
    const { code, err } = await run('check', 'late.txt', '--format', format)
    expect(code).toBe(2)
    expect(err).toMatch(message)
  })
  test('of two formats to one file by two spellings is refused', async () => {
    const { code, err } = await run('check', 'late.txt', '--format', 'json=a.json', '--format', 'csv=./a.json')
    expect(code).toBe(2)
    expect(err).toMatch(/two reports would go to/i)
  })
  test('leaves a link a link, and follows none that waits beside', async () => {
    write('real.json', '')
    write('victim.txt', 'mine')
    symlinkSync('real.json', join(here.cwd, 'link.json'))
    symlinkSync('victim.txt', join(here.cwd, 'real.json.0.part'))
    await run('check', 'late.txt', '--format', 'json=link.json')
    expect(JSON.parse(read('real.json')).documents).toHaveLength(1)
    expect(read('victim.txt')).toBe('mine')
  })
})

test('a comparison of revisions ends with the line for machines, and is not passed over by the log', async () => {
  expect((await run('check', 'late.txt', '--revisions', 'compare')).err).toMatch(/^clausegate: result=fail .* errors=0\n$/)
  expect((await run('check', 'late.txt', '--revisions', 'compare', '--log', 'a.jsonl')).code).toBe(2)
})

describe('the log', () => {
  test('that cannot be written ends the run before anything is', async () => {
    const { code, out } = await run('check', 'late.txt', '--log', '.', '--format', 'json=r.json')
    expect({ code, out, made: existsSync(join(here.cwd, 'r.json')) }).toEqual({ code: 2, out: '', made: false })
  })
  test('of runs at once is one chain', async () => {
    await Promise.all(Array.from({ length: 4 }, () => run('check', 'late.txt', '--log', 'a.jsonl')))
    expect((await run('log', 'verify', 'a.jsonl')).out).toMatch(/whole: 4 entries/)
    expect(readdirSync(here.cwd).filter(name => /lock/.test(name))).toEqual([])
  })
  test('whose last line was cut off is not followed', async () => {
    await run('check', 'late.txt', '--log', 'a.jsonl')
    write('a.jsonl', read('a.jsonl').trimEnd())
    expect((await run('check', 'late.txt', '--log', 'a.jsonl')).code).toBe(2)
  })
})
