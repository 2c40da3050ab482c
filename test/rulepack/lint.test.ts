// Every kind of fault that `rules lint` knows: what it says, the words it points at, and what it offers instead.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import schema from '../../rules/pack.schema.json' with { type: 'json' }
import { hasExample } from '../../src/rulepack/examples.ts'
import { lintRulePack } from '../../src/rulepack/lint.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import type { Fault } from '../../src/yaml/document.ts'
import { faults } from './faults.ts'
import { changed, folderOf, sound } from './folders.ts'

function wordsAt({ where }: Fault): string {
  const [, path = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(where) ?? []
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1) ?? ''
  )
}

test('a sound pack has no faults', () => {
  expect(lintRulePack(folderOf(sound))).toEqual([])
})

describe('one fault', () => {
  test.each(faults)('%s', (_, files, what, words, remedy) => {
    const found = lintRulePack(folderOf(files))
    const [first] = found
    expect(first === undefined ? '' : wordsAt(first)).toBe(words)
    expect(first?.remedy).toMatch(remedy)
    expect(found.filter(fault => !what.test(fault.what))).toEqual([])
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
  const lines = faults.map(({ where, what, remedy }) => `${where}: ${what}${what.endsWith('?') ? '' : '.'} ${remedy}`)
  expect(() => loadRulePack(folder)).toThrow(expect.objectContaining({ kind: 'usage', message: expect.stringContaining(lines.join('\n')) }))
})

test('where the pack that is extended is not there, no name is held to be wrong that may be that one’s', () => {
  const files = {
    'pack.yaml': 'id: mine\nversion: 1.0.0\ntitle: Mine\nextends: nobody-has-it\nchanges: { incident.notice: { severity: high } }\n',
    'own.yaml': changed('<event>', '<notice-of-theirs> ~40 x')['incidents.yaml'] ?? '',
  }
  expect(lintRulePack(folderOf(files)).map(({ what }) => what)).toEqual([
    expect.stringMatching(/no pack "nobody-has-it"/),
    expect.stringMatching(/"severity" is not one of/),
    expect.stringMatching(/a gap is 1 to 12 words/),
  ])
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
