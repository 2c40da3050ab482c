// Configuration: every fault at once with its place, what applies to a file, and where each value came from.
import { describe, expect, test } from 'vitest'
import { matchesPath, readConfig, settingsFor, startingConfig } from '../../src/gate/config.ts'

const at = (text: string, file = 'a.docx') => settingsFor(readConfig('c.yaml', text), file)
const settingOf = (text: string, name: string, file?: string) => at(text, file).findLast(setting => setting.name === name)

describe('faults', () => {
  test('come all at once, each with its place and an example', () => {
    const text = 'fail-on: blocker\nparametres: {}\nseverities: { api.logging: huge }\noverrides: [{ fail-on: minor }]\n'
    let message = ''
    try {
      readConfig('c.yaml', text)
    } catch (fault) {
      message = (fault as Error).message
    }
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
    expect(() => readConfig('c.yaml', text)).toThrow(message)
  })
  test.each(['/etc/passwd', '../up.json', 'a/../../b', '..\\x', 'C:\\x', 'c:x'])('a report is never written outside: %s', file => {
    expect(() => readConfig('c.yaml', `formats: [${JSON.stringify(`json=${file}`)}]`)).toThrow(/outside the folder/)
  })
  test('within it, it is', () => {
    expect(() => readConfig('c.yaml', 'formats: [text, json=out/../a..b/r.json]')).not.toThrow()
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
  expect(() => readConfig('c.yaml', startingConfig)).not.toThrow()
  const whole = startingConfig.replace(/^# (?=(?!yaml)[a-z-]+:)/gm, '').replace(/^# (?= )/gm, '')
  expect(at(whole).length).toBeGreaterThan(8)
})
