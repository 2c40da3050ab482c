// Configuration: every fault at once with its place, what applies to a file, and where each value came from.
import { describe, expect, test } from 'vitest'
import { matchesPath, readConfig, settingsFor, startingConfig } from '../../src/gate/config.ts'

const at = (text: string, file = 'a.docx') => settingsFor(readConfig('c.yaml', text), file)
const faultIn = (text: string) => readConfig('c.yaml', text).fault?.message
const settingOf = (text: string, name: string, file?: string) => at(text, file).findLast(setting => setting.name === name)

describe('faults', () => {
  test('come all at once, each with its place and an example', () => {
    const text = 'fail-on: blocker\nparametres: {}\nseverities: { api.logging: huge }\noverrides: [{ fail-on: minor }]\n'
    const message = faultIn(text)
    expect(message).toMatch(/has 4 faults/)
    expect(message).toMatch(/c\.yaml:1:10: "fail-on" is not one of the values allowed/)
    expect(message).toMatch(/c\.yaml:2:1: unknown key "parametres"\. Did you mean "parameters"\?/)
    expect(message).toMatch(/c\.yaml:3:28: "api\.logging" is not one of the values allowed/)
    expect(message).toMatch(/c\.yaml:4:13: entry 1 of "overrides" lacks "files"\. For example: files:/)
  })
  test.each([
    ['a: [', /YAML|flow|expected/i],
    ['- 1\n- 2', /does not hold keys/],
    ['fail-on: major\nfail-on: minor', /key "fail-on" is there twice/],
  ])('%j', (text, message) => {
    expect(faultIn(text)).toMatch(message)
  })
  test('leave what else is set to be tried, too', () => {
    expect(at('fail-on: blocker\nprofiles: [niss2]\nwaivrs: x\n').map(({ name }) => name)).toEqual(['profiles'])
  })
  test.each(['/etc/passwd', '../up.json', 'a/../../b', '..\\x', 'C:\\x', 'c:x'])('a report is never written outside: %s', file => {
    expect(faultIn(`formats: [${JSON.stringify(`json=${file}`)}]`)).toMatch(/outside the folder/)
  })
  test('within it, it is', () => {
    expect(faultIn('formats: [text, json=out/../a..b/r.json]')).toBeUndefined()
  })
})

describe('what applies', () => {
  const text = `fail-on: major
parameters: { incident.notice.within: 24 hours, api.log-retention.within: 1 year }
overrides:
  - files: "templates/**"
    fail-on: minor
    parameters: { incident.notice.within: 12 hours }
  - files: "*.pdf"
    fail-on: none
`
  test.each([
    ['a.docx', 'fail-on', 'major', 'c.yaml:1:1'],
    ['templates/x/a.docx', 'fail-on', 'minor', 'c.yaml:5:5'],
    ['templates/x/a.pdf', 'fail-on', 'none', 'c.yaml:8:5'],
    ['templates/a.docx', 'parameters: incident.notice.within', '12 hours', 'c.yaml:6:19'],
    ['templates/a.docx', 'parameters: api.log-retention.within', '1 year', 'c.yaml:2:49'],
  ])('%s: %s', (file, name, value, from) => {
    expect(settingOf(text, name, file)).toEqual({ name, value, from })
  })
  test.each([
    ['*.docx', 'x/y.docx', true],
    ['x/*.docx', 'x/y/z.docx', false],
    ['x/**/*.docx', 'x/y/z.docx', true],
    ['**', '.hidden/a.docx', true],
    ['a.docx', 'b.docx', false],
  ])('%s means %s: %s', (glob, path, means) => {
    expect(matchesPath(glob, path)).toBe(means)
  })
})

test('the starting point is sound, as it stands and with all of it uncommented', () => {
  expect(faultIn(startingConfig)).toBeUndefined()
  const whole = startingConfig.replace(/^# (?=(?!yaml)[a-z-]+:)/gm, '').replace(/^# (?= )/gm, '')
  expect(faultIn(whole)).toBeUndefined()
  expect(at(whole).length).toBeGreaterThan(8)
})
