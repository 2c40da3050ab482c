// What becomes of the files of a pack before anybody asks what they mean: places of values, bad YAML, bombs, strays.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hashOf, type PackFile, readPackFiles } from '../../src/rulepack/files.ts'
import { folderOf, sound } from './folders.ts'

/** The words that a place points at, to the end of the line. */
function wordsAt(place: string): string {
  const [, path = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(place) ?? []
  return (
    readFileSync(path, 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1) ?? ''
  )
}

function second(text: string, name = 'more.yaml'): PackFile {
  const file = readPackFiles(folderOf({ ...sound, [name]: text })).find(({ path }) => basename(path) === name)
  if (file === undefined) throw new Error(`${name} was not read`)
  return file
}

const faultsOf = (text: string, name?: string) => second(text, name).faults.map(({ what }) => what)

describe('order and places', () => {
  test('pack.yaml comes first, the others by name', () => {
    const folder = folderOf({ ...sound, 'a.yaml': '', 'z.yaml': '', 'notes.txt': 'x', 'README.md': 'x' })
    expect(readPackFiles(folder).map(({ path }) => basename(path))).toEqual(['pack.yaml', 'a.yaml', 'incidents.yaml', 'z.yaml'])
  })
  test.each([
    [['requirements', 0, 'severity'], 'major'],
    [['requirements', 0, 'says', 0, 'with', 0, 0], '<event>]]'],
    [['concepts', 'event', 1], 'breach]'],
    [['requirements', 0, 'says', 7, 'gone'], '- do: [notify]'],
    [['nowhere'], 'clause: incidents'],
  ])('%j is at its words', (path, words) => {
    const file = readPackFiles(folderOf(sound))[1]
    expect(wordsAt(file?.at(path) ?? '')).toBe(words)
  })
  test('a key is found by its name, its value by its place', () => {
    const file = readPackFiles(folderOf(sound))[1]
    expect(wordsAt(file?.atKey(['requirements', 0], 'wording') ?? '')).toBe('wording:')
    expect(wordsAt(file?.at(['requirements', 0, 'wording']) ?? '')).toMatch(/^firm: /)
    expect(wordsAt(file?.atKey([], 'concepts') ?? '')).toBe('concepts:')
  })
  test('line ends of another system and a byte order mark do no harm', () => {
    const file = second('\uFEFFclause: incidents\r\nconcepts:\r\n  event: [incident]\r\n')
    expect(file.data).toEqual({ clause: 'incidents', concepts: { event: ['incident'] } })
    expect(file.at(['concepts', 'event'])).toMatch(/more\.yaml:3:10$/)
  })
})

describe('bad YAML is a fault with its place', () => {
  test.each([
    ['an open bracket', 'concepts:\n  event: [incident\n', /./],
    ['a key twice', 'clause: a\nclause: b\n', /key "clause" is there twice/],
    ['an unquoted phrase with a colon', 'concepts:\n  event:\n    - a: b: c\n', /./],
    ['two documents', 'clause: a\n---\nclause: b\n', /multiple documents/],
    ['a tab for blanks', 'concepts:\n\tevent: [x]\n', /[Tt]ab/],
    ['a list where keys should be', '- a\n- b\n', /does not hold keys/],
    ['a bare word', 'hello\n', /does not hold keys/],
    ['an unknown alias', 'clause: *gone\n', /./],
  ])('%s', (_, text, what) => {
    const file = second(text)
    expect(file.faults.length).toBeGreaterThan(0)
    for (const fault of file.faults) {
      expect(fault.where).toMatch(/more\.yaml:\d+:\d+$/)
      expect(fault.what).toMatch(what)
      expect(fault.what).not.toContain('\n')
      expect(fault.remedy).not.toBe('')
    }
    expect(file.data).toEqual({})
  })
  test('an empty file and one of comments only are none', () => {
    expect(faultsOf('')).toEqual([])
    expect(faultsOf('# to be written\n')).toEqual([])
  })
})

describe('hostile YAML is refused', () => {
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`),
  ]
  test('aliases that multiply', () => {
    expect(faultsOf(`${bomb.join('\n')}\n`)).toEqual([expect.stringMatching(/cannot be taken for plain data.*alias/)])
  })
  test.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['dashes', '- '.repeat(20_000)],
  ])('nesting without end: %s', (_, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0)
  })
  test('a file that is too large is not even read', () => {
    expect(faultsOf(`# ${'x'.repeat(600_000)}\n`)).toEqual(['the file is larger than 500 kB'])
  })
  test('keys that mean something to JavaScript are plain keys', () => {
    const { data } = second('__proto__: { polluted: yes }\nconstructor: x\n')
    expect(Object.hasOwn(data, '__proto__')).toBe(true)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
  test('more files than a pack can have', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}.yaml`, '']))
    expect(() => readPackFiles(folderOf({ ...sound, ...many }))).toThrow(/more than 200/)
  })
})

describe('strays', () => {
  test('a file that would be passed over is a fault, not silence', () => {
    const { faults } = second('clause: incidents\n', 'more.yml')
    expect(faults).toEqual([
      { where: expect.stringMatching(/more\.yml:1:1$/), what: 'the file would be passed over', remedy: 'Name it more.yaml.' },
    ])
  })
  test('a folder by the name of a file', () => {
    const folder = folderOf(sound)
    mkdirSync(join(folder, 'sub.yaml'))
    expect(readPackFiles(folder).flatMap(({ faults }) => faults.map(({ what }) => what))).toEqual(['the file is not a file'])
  })
  test('a link that leads nowhere', () => {
    const folder = folderOf(sound)
    symlinkSync(join(folder, 'gone'), join(folder, 'link.yaml'))
    expect(readPackFiles(folder).flatMap(({ faults }) => faults.map(({ what }) => what))).toEqual(['the file is not a file'])
  })
  test('no pack.yaml is an error that names the folder', () => {
    const folder = folderOf({ 'other.yaml': 'clause: x' })
    expect(() => readPackFiles(folder)).toThrow(expect.objectContaining({ kind: 'usage', where: folder }))
  })
})

test('the hash changes with any value, and not with comments', () => {
  const hash = (more: string) => hashOf(readPackFiles(folderOf({ ...sound, 'more.yaml': more })), [])
  expect(hash('clause: incidents\n')).toBe(hash('# note\nclause: "incidents"\n'))
  expect(hash('clause: incidents\n')).not.toBe(hash('clause: incident\n'))
  const folder = folderOf(sound)
  const before = hashOf(readPackFiles(folder), ['a'])
  expect(hashOf(readPackFiles(folder), ['b'])).not.toBe(before)
  writeFileSync(join(folder, 'incidents.yaml'), sound['incidents.yaml'].replace('48 hours,', '47 hours,'))
  expect(hashOf(readPackFiles(folder), ['a'])).not.toBe(before)
})
