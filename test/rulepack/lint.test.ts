// Every kind of fault that `rules lint` knows: what it says, the words it points at, and what it offers instead.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import schema from '../../rules/pack.schema.json' with { type: 'json' }
import { hasExample } from '../../src/rulepack/examples.ts'
import type { Fault } from '../../src/rulepack/files.ts'
import { lintRulePack } from '../../src/rulepack/lint.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import { changed, folderOf, sound } from './folders.ts'

function wordsAt({ where }: Fault): string {
  const [, path = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(where) ?? []
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1) ?? ''
  )
}

const withHead = (from: string, to: string) => ({ ...sound, 'pack.yaml': sound['pack.yaml'].replace(from, to) })
const extending = (changes: string) => ({
  'pack.yaml': `id: mine\nversion: 1.0.0\ntitle: My pack\nextends: ${folderOf(sound)}\n${changes}`,
})

test('a sound pack has no faults', () => {
  expect(lintRulePack(folderOf(sound))).toEqual([])
})

describe('one fault', () => {
  test.each<[string, Record<string, string>, RegExp, string, RegExp]>([
    [
      'a severity that is none',
      changed('severity: major', 'severity: mjor'),
      /"severity" is not one of/,
      'mjor',
      /Did you mean "major"\? Write one of: critical, major, minor/,
    ],
    ['a mistyped key', changed('severity: major', 'severity: major\n    ask: x'), /unknown key "ask"/, 'ask: x', /Did you mean "asks"\?/],
    [
      'a mistyped key of a frame',
      changed('with: [[<event>]]', 'wiht: [[<event>]]'),
      /unknown key "wiht"/,
      'wiht: [[<event>]]',
      /Did you mean "with"\?/,
    ],
    [
      'a mistyped key of a concept',
      changed('event: [incident, breach]', 'event: { phrase: [incident] }'),
      /unknown key "phrase"/,
      'phrase: [incident] }',
      /Did you mean "phrases"\?/,
    ],
    [
      'a mistyped key of the file',
      changed('clause: incidents', 'clause: incidents\nrequirement: []'),
      /unknown key "requirement"/,
      'requirement: []',
      /Did you mean "requirements"\?/,
    ],
    [
      'a key that is lacking',
      changed('    why: So that it can act before the damage grows.\n', ''),
      /lacks "why"/,
      'id: incident.notice',
      /For example: why: So that/,
    ],
    [
      'no way of saying it',
      changed('    says:\n      - do: [notify]\n        with: [[<event>]]\n', ''),
      /needs exactly one of "says", "elements"/,
      'id: incident.notice',
      /For example: says: \[\{ do:/,
    ],
    [
      'a frame of two kinds',
      changed('- do: [notify]', '- do: [notify]\n        bar: [tell]'),
      /needs exactly one of "do", "bar", "right", "contrary"/,
      'do: [notify]',
      /For example: do:/,
    ],
    [
      'no frames at all',
      changed('    says:\n      - do: [notify]\n        with: [[<event>]]\n', '    says: []\n'),
      /"says" must NOT have fewer than 1 items/,
      '[]',
      /For example: says/,
    ],
    ['a word where a list should be', changed('do: [notify]', 'do: notify'), /"do" must be array/, 'notify', /For example: do: \[notify/],
    [
      'a concept that is a word',
      changed('event: [incident, breach]', 'event: incident'),
      /"event" is not of a form/,
      'incident',
      /For example: concepts:/,
    ],
    [
      'an example that is too short',
      changed('- Provider shall notify Customer of any breach within 24 hours.', '- Yes.'),
      /entry 1 of "met" must NOT have fewer than 10/,
      'Yes.',
      /For example: met:/,
    ],
    [
      'a reason that is none',
      changed('- Provider shall notify Customer of any breach within 24 hours.', '- { text: Provider shall notify., reasons: [late] }'),
      /entry 1 of "reasons" is not one of/,
      'late] }',
      /value, soft, element/,
    ],
    ['a faulty id', changed('id: incident.notice', 'id: Notice'), /"id" must match pattern/, 'Notice', /id: incident\.notice/],
    ['an unknown concept', changed('[[<event>]]', '[[<evnt>]]'), /no concept <evnt>; did you mean <event>\?/, '<evnt>]]', /For example/],
    ['an unknown concept without a likeness', changed('[[<event>]]', '[[<zzzzzz>]]'), /no concept <zzzzzz>$/, '<zzzzzz>]]', /For example/],
    [
      'a gap at the end',
      changed('do: [notify]', 'do: [notify ~]'),
      /a gap stands between words/,
      'notify ~]',
      /"notify ~4 customer\|client"/,
    ],
    [
      'a gap too wide',
      changed('do: [notify]', 'do: [notify ~40 customer]'),
      /a gap is 1 to 12 words/,
      'notify ~40 customer]',
      /For example/,
    ],
    ['a phrase of nothing', changed('do: [notify]', 'do: [""]'), /a phrase needs at least one word/, '""]', /For example/],
    [
      'concepts in a circle',
      changed('event: [incident, breach]', 'event: [<mishap>]\n  mishap: [<event>, fall]'),
      /concept <(event|mishap)> stands for itself/,
      'event: [<mishap>]',
      /Write out/,
    ],
    [
      'a concept of itself',
      changed('event: [incident, breach]', 'event: [incident, <event> report]'),
      /concept <event> stands for itself/,
      'event: [incident, <event> report]',
      /Write out/,
    ],
    [
      'an unknown clause',
      changed('clause: incidents', 'clause: incident'),
      /there is no clause "incident"/,
      'incident',
      /Did you mean "incidents"\?/,
    ],
    ['no clause', changed('clause: incidents\n', ''), /the file lacks "clause"/, 'concepts:', /listed in pack\.yaml: incidents/],
    [
      'a figure without its parameter',
      changed('parameter: within', 'parameter: wihtin'),
      /parameter "wihtin" is not among the parameters/,
      '{ unit: hour, bound: at-most, parameter: wihtin }',
      /parameters: \{ wihtin: \{ value: 48 hours/,
    ],
    [
      'a figure by a name of JavaScript',
      changed('parameter: within', 'parameter: constructor'),
      /parameter "constructor" is not among/,
      '{ unit: hour, bound: at-most, parameter: constructor }',
      /For example/,
    ],
    [
      'a limit that is no figure',
      changed('value: 48 hours', 'value: soon'),
      /"soon" is no figure/,
      'soon, note: longest time until notice }',
      /value: 48 hours/,
    ],
    [
      'a limit of another kind',
      changed('value: 48 hours', 'value: 85 %'),
      /"85 %" is not of the kind asked for \(48 hours\)/,
      '85 %, note: longest time until notice }',
      /value: 48 hours/,
    ],
    [
      'a concept twice',
      { ...sound, 'more.yaml': 'concepts: { event: [fall] }\n' },
      /concept "event" is there twice/,
      'event: [fall] }',
      /a name of its own/,
    ],
    [
      'a requirement twice',
      { ...sound, 'more.yaml': sound['incidents.yaml'].replace('event:', 'fall:') },
      /requirement "incident\.notice" is there twice/,
      'incident.notice',
      /a name of its own/,
    ],
    [
      'a clause twice',
      withHead('title: Incidents }', 'title: Incidents }\n  - { id: incidents, title: Again }'),
      /clause "incidents" is there twice/,
      'incidents, title: Again }',
      /a name of its own/,
    ],
    ['a pack without a name', withHead('id: sound\n', ''), /the pack lacks "id"/, 'version: 1.2.3', /For example: id:/],
    ['a version that is a number', withHead('version: 1.2.3', 'version: 1.2'), /"version" must be string/, '1.2', /version: 1\.0\.0/],
    [
      'an unknown part of the checklist',
      withHead('clauses:', 'checklist: [{ id: check.told, title: It is told, parts: [incident.notise] }]\nclauses:'),
      /there is no requirement "incident\.notise"/,
      'incident.notise] }]',
      /Did you mean "incident\.notice"\?/,
    ],
    [
      'a change to what is not there',
      extending('changes: { incident.notise: { severity: minor } }\n'),
      /there is no requirement "incident\.notise"/,
      'incident.notise: { severity: minor } }',
      /Did you mean "incident\.notice"\?/,
    ],
    [
      'a change of a parameter that is not there',
      extending('changes: { incident.notice: { parameters: { wihtin: 1 hour } } }\n'),
      /incident\.notice has no parameter "wihtin"/,
      'wihtin: 1 hour } } }',
      /Did you mean "within"\?/,
    ],
    [
      'a change to no figure',
      extending('changes: { incident.notice: { parameters: { within: soon } } }\n'),
      /"soon" is no figure/,
      'soon } } }',
      /For example: within: 48 hours/,
    ],
    [
      'off without a reason',
      extending('changes: { incident.notice: { off: "" } }\n'),
      /"off" must NOT have fewer than 5/,
      '"" } }',
      /For example: off: we hold no personal data/,
    ],
    [
      'an unknown pack',
      withHead('clauses:', 'extends: ai-model-protecton\nclauses:'),
      /there is no pack "ai-model-protecton"/,
      'ai-model-protecton',
      /Did you mean "ai-model-protection"\?/,
    ],
    [
      'an unknown pack to use',
      withHead('clauses:', 'uses: [nobody-has-it]\nclauses:'),
      /there is no pack "nobody-has-it"/,
      'nobody-has-it]',
      /a folder that holds a pack\.yaml, or a pack that ships: .*ai-model-protection/,
    ],
  ])('%s', (_, files, what, words, remedy) => {
    const faults = lintRulePack(folderOf(files))
    const [first] = faults
    expect(first === undefined ? '' : wordsAt(first)).toBe(words)
    expect(first?.remedy).toMatch(remedy)
    expect(faults.filter(fault => !what.test(fault.what))).toEqual([])
  })
})

test('all faults come at once, in the order of the files, and the pack is refused with each of them', () => {
  const folder = folderOf({
    'pack.yaml': sound['pack.yaml']
      .replace('version: 1.2.3', 'version: one')
      .replace('clauses:', 'checklist: [{ id: check.told, title: It is told, parts: [incident.notices] }]\nclauses:'),
    'broken.yaml': 'concepts: [\n',
    'incidents.yaml':
      changed('severity: major', 'severity: high')['incidents.yaml']?.replace('<event>', '<evnt>').replace('48 hours,', 'soon,') ?? '',
    'more.yml': '',
  })
  const faults = lintRulePack(folder)
  expect(faults.map(({ where, what }) => `${basename(where).replace(/:\d+$/, '')} ${what}`)).toEqual([
    expect.stringMatching(/^pack\.yaml:2 "version" must match pattern/),
    expect.stringMatching(/^pack\.yaml:4 there is no requirement "incident\.notices"/),
    expect.stringMatching(/^broken\.yaml:/),
    expect.stringMatching(/^incidents\.yaml:7 "severity" is not one of/),
    expect.stringMatching(/^incidents\.yaml:17 there is no concept <evnt>/),
    expect.stringMatching(/^incidents\.yaml:14 "soon" is no figure/),
    expect.stringMatching(/^more\.yml:1 the file would be passed over/),
  ])
  const lines = faults.map(({ where, what }) => `${where}: ${what}`)
  expect(() => loadRulePack(folder)).toThrow(expect.objectContaining({ kind: 'usage', message: expect.stringContaining(lines.join('\n')) }))
})

test('faults of the pack that is extended are named in its own files', () => {
  const base = folderOf(changed('severity: major', 'severity: high'))
  const faults = lintRulePack(folderOf({ 'pack.yaml': `id: mine\nversion: 1.0.0\ntitle: Mine\nextends: ${base}\n` }))
  expect(faults.map(({ where }) => where)).toEqual([`${base}/incidents.yaml:7:15`])
})

test('a file full of the same mistake is told in bounded time and space', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `c${i}: 5`).join('\n  ')
  const faults = lintRulePack(folderOf({ ...sound, 'more.yaml': `concepts:\n  ${many}\n` }))
  expect(faults.length).toBeGreaterThan(0)
  expect(faults.length).toBeLessThanOrEqual(100)
})

test('there is an example of every key that the schema knows', () => {
  const keys: string[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties') keys.push(...Object.keys(inner))
      walk(inner)
    }
  }
  walk(schema)
  expect(keys.length).toBeGreaterThan(40)
  expect(keys.filter(key => !hasExample(key))).toEqual([])
})
