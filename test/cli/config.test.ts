// Configurations from the command line: what they set, what is wrong with them, what init and config print.
import { describe, expect, test } from 'vitest'
import configSchema from '../../rules/config.schema.json' with { type: 'json' }
import { schemaFaults } from '../schema.ts'
import { contractText, desk, tinyPack as pack } from './world.ts'

const { run, write, read } = desk(({ write }) => {
  for (const name of ['late', 'bare'] as const) write(`contracts/${name}.txt`, contractText(name))
})
const configure = (text: string) => write('clausegate.config.yaml', `packs: [${JSON.stringify(pack)}]\n${text}`)
const late = 'contracts/late.txt'

describe('a configuration', () => {
  test('is found upward from the contract, and a flag goes before it', async () => {
    configure('fail-on: major\n')
    expect((await run('check', late)).code).toBe(1)
    expect((await run('check', late, '--fail-on', 'critical')).code).toBe(0)
    expect((await run('check', late)).out).toMatch(/Configured by clausegate\.config\.yaml \([0-9a-f]{12}\)/)
  })
  test('sets parameters, severities and what is off, and says so', async () => {
    configure('fail-on: major\nparameters: { safety.notice.within: 72 hours }\noff: { safety.encryption: held by nobody }\n')
    const { code, out } = await run('check', late)
    expect(code).toBe(0)
    expect(out).toMatch(/safety\.encryption is switched off \(held by nobody\)/)
    configure('severities: { safety.notice: critical }\n')
    expect((await run('check', late)).code).toBe(1)
  })
  test.each([
    ['fail-on: blocker', /clausegate\.config\.yaml:2:10: "fail-on" is not one of the values allowed/],
    ['severities: { safety.notise: minor }', /no requirement safety\.notise; did you mean safety\.notice\?/],
    ['profiles: [niss2]', /clausegate\.config\.yaml:2:1: "niss2": there is no such profile\.\n {2}Did you mean nis2\?/],
    ['waivers: none.yaml', /clausegate\.config\.yaml:2:1: ".*none\.yaml": the file of waivers cannot be read/],
    ['parameters: { safety.notice.within: soon }', /"soon" is no figure/],
  ])('that is wrong ends the run with 2 and nothing done: %s', async (text, message) => {
    configure(text)
    const { code, err, out } = await run('check', late, '--format', 'json=r.json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(message)
    expect(() => read('r.json')).toThrow()
  })
  test('that is wrong in several things is told all of them at once, each with its place', async () => {
    configure(
      'profiles: [niss2]\nwaivers: none.yaml\nwaiver-term: long\nparameters:\n  safety.notice.withn: 3 hours\n  safety.notice.within: soon\noff: { safety.x: none held }\n',
    )
    const { code, err } = await run('check', late, '--as-of', '2026-13-01', '--baseline', 'no.json')
    expect(code).toBe(2)
    const at = [...err.matchAll(/config\.yaml:(\d+:\d+): /g)].map(match => match[1])
    expect(at).toEqual(['8:8', '6:3', '7:3', '2:1', '4:1', '3:1'])
    expect(err).toMatch(/8 things are wrong:\n/)
    expect(err).toMatch(/did you mean safety\.notice\.within\?/)
    expect(err).toMatch(/--as-of: "2026-13-01" is no day of the calendar\./)
    expect(err).toMatch(/no\.json.*cannot be read/)
  })
  test('that is wrong in its form too is told all of it, with what its sound keys lead to', async () => {
    configure('fail_on: major\nprofiles: [niss2]\nparameters: { safety.notice.withn: 3 hours }\nwaivers: waivers.yaml\n')
    write('waivers.yaml', 'waivers: [{ requirement: safety.notice }]\n')
    for (const argv of [
      ['check', late],
      ['why', 'safety.notice', late],
      ['compare', late, late],
    ]) {
      const { code, err, out } = await run(...argv)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(/config\.yaml:2:1: unknown key "fail_on"\. Did you mean "fail-on"\?/)
      expect(err).toMatch(/config\.yaml:4:15: .*did you mean safety\.notice\.within\?/)
    }
    const { err } = await run('check', late)
    expect(err).toMatch(/config\.yaml:3:1: "niss2": there is no such profile/)
    expect(err).toMatch(/waivers\.yaml:1:11: entry 1 of "waivers" lacks "owner"\. For example: owner: Jane Roe, Legal\n/)
    expect((await run('config', late)).code).toBe(2)
  })
  test('of each of several contracts is told at once', async () => {
    const wrong = (bar: string) => `packs: [${JSON.stringify(pack)}]\nfail-on: ${bar}\n`
    write('contracts/clausegate.config.yaml', wrong('blocker'))
    write('more/clausegate.config.yaml', wrong('all'))
    write('more/late.txt', contractText('late'))
    const { err } = await run('check', late, 'contracts/bare.txt', 'more/late.txt')
    expect(err.match(/\S+config\.yaml:2:10: "fail-on"/g)).toHaveLength(2)
  })
  test('names only formats that there are', async () => {
    configure('formats: [text, sariff=out.sarif]\n')
    expect((await run('check', late)).err).toMatch(/config\.yaml:2:17: there is no format "sariff"\. Did you mean sarif\?/)
  })
  test('that is wrong is told to machines too, on the last line', async () => {
    configure('fail-on: blocker\n')
    const errors = [await run('check', late), await run('check'), await run('check', late, '--fail-on', 'blocker')]
    for (const { code, err } of errors) {
      expect(code).toBe(2)
      expect(err).toMatch(/\nclausegate: result=error met=0 .* reports=0 errors=1\n$/)
    }
    expect((await run('check', '--help')).err).toBe('')
  })
  test('gives different contracts different rules', async () => {
    configure('fail-on: none\noverrides: [{ files: contracts/late.txt, fail-on: major }]\n')
    const { out } = await run('check', late, 'contracts/bare.txt', '--format', 'json')
    expect(JSON.parse(out).reports.map((report: { summary: { failOn: string } }) => report.summary.failOn)).toEqual(['major', 'none'])
  })
  test('writes the reports it names', async () => {
    configure('formats: [text, json=out.json]\n')
    const { out } = await run('check', late)
    expect(out).toMatch(/GAP REPORT/)
    expect(schemaFaults(JSON.parse(read('out.json')))).toEqual([])
  })
  test('as init writes it holds with every line of it in force', async () => {
    const named = 'This Agreement is between Supplier and Authority.\n\n1. Supplier shall retain the logs of the API for 90 days.\n'
    write('contracts/ours.txt', named)
    await run('init')
    const text = read('clausegate.config.yaml').replace(/^# ( *(?:- )?(?!yaml-)[a-z][\w.-]*:(?: |$))/gm, '$1')
    write('clausegate.config.yaml', text)
    write('clausegate.waivers.yaml', 'waivers: []\n')
    write('clausegate.profiles.yaml', 'profiles: {}\n')
    expect(text.match(/^[a-z-]+(?=:)/gm)?.sort()).toEqual(Object.keys(configSchema.properties).sort())
    const { code, err } = await run('check', 'contracts/ours.txt')
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^clausegate: result=fail /) })
    expect((await run('config', 'templates/x.txt')).out).toMatch(/fail-on: minor/)
  })
  test('names the parties for read as for check', async () => {
    configure('provider: Halden Freight\n')
    const parties = async (...argv: string[]) => JSON.parse((await run('read', late, '--format', 'json', ...argv)).out).parties
    const [plain, set] = [await parties('--no-config'), await parties()]
    expect(plain).toEqual([expect.objectContaining({ role: 'provider', name: 'Marlow Systems, Inc.' }), expect.anything()])
    expect(set).toContainEqual(expect.objectContaining({ role: 'provider', name: 'Halden Freight AS' }))
    const { parties: checked } = JSON.parse((await run('check', late, '--format', 'json')).out)
    expect(checked).toContainEqual(expect.objectContaining({ role: 'provider', name: 'Halden Freight AS' }))
  })
  test('is written by init, once, and shown by config', async () => {
    expect((await run('init')).code).toBe(0)
    expect((await run('init')).code).toBe(2)
    const { out } = await run('config', late)
    expect(out).toMatch(/fail-on: critical\n {6}from clausegate\.config\.yaml:\d+:1/)
    expect(out).toMatch(/packs: ai-model-protection\n {6}from default/)
  })
})
