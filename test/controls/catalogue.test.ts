// Catalogues of published controls: what a sound file becomes, what is said of a faulty one, and which one a name means.
import { describe, expect, test } from 'vitest'
import { readCatalogue } from '../../src/controls/catalogue.ts'
import { catalogueNamed, citationsIn, coverageOf } from '../../src/controls/citations.ts'
import type { Catalogue } from '../../src/domain/control.ts'

const sound = `framework: house
edition: "1.0"
title: House rules
extent: cited
source: the house
note: Titles may change.
controls:
  - { id: H-1, title: First, was: H-9, applies-from: "2027-12-02", note: It asks for more. }
  - { id: H-2 }
`

test('a sound file becomes a catalogue', () => {
  expect(readCatalogue('c.yaml', sound)).toEqual({
    key: 'house-1.0',
    framework: 'house',
    edition: '1.0',
    title: 'House rules',
    extent: 'cited',
    source: 'the house',
    note: 'Titles may change.',
    controls: [{ id: 'H-1', title: 'First', was: 'H-9', appliesFrom: '2027-12-02', note: 'It asks for more.' }, { id: 'H-2' }],
  })
})

describe('a faulty file', () => {
  test.each([
    ['an edition that YAML takes for a number', sound.replace('"1.0"', '1.0'), /c\.yaml:2:10: "edition" must be string/],
    ['an id twice', sound.replace('H-2', 'H-1'), /c\.yaml:9:\d+: H-1 is there twice/],
    ['a day that is none', sound.replace('2027-12-02', 'December'), /c\.yaml:8:\d+: "applies-from" must match pattern/],
    [
      'an unknown extent',
      sound.replace('cited', 'sited'),
      /c\.yaml:4:9: "extent" is not one of the values allowed\. Did you mean "cited"\?/,
    ],
    ['no controls', sound.replace(/controls:[\s\S]*/, ''), /lacks "controls"/],
    ['several faults', sound.replace('title: House', 'titel: House').replace('source:', 'sourse:'), /4 faults:/],
  ])('%s', (_, text, told) => {
    expect(() => readCatalogue('c.yaml', text)).toThrow(told)
  })
})

const catalogue = (framework: string, edition: string): Catalogue => ({
  key: `${framework}-${edition}`,
  framework,
  edition,
  title: framework,
  extent: 'whole',
  source: 'the house',
  controls: [{ id: 'A', title: 'First' }, { id: 'B' }],
})
const all = [
  catalogue('rules', '2025'),
  catalogue('rules', '2026'),
  catalogue('scale', '1.10'),
  catalogue('scale', '1.9'),
  catalogue('law', '2022-2554'),
]

describe('a name', () => {
  test.each([
    ['rules-2025', 'rules-2025'],
    ['rules', 'rules-2026'],
    ['scale', 'scale-1.10'],
    ['law', 'law-2022-2554'],
  ])('%s means %s', (name, key) => {
    expect(catalogueNamed(name, all).key).toBe(key)
    expect(catalogueNamed(name, [...all].reverse()).key).toBe(key)
  })

  test.each([
    ['rulse', 'Did you mean rules?'],
    ['scale-1.0', 'Did you mean scale-1.'],
    ['something else', 'Frameworks: rules-2025, rules-2026,'],
    ['__proto__', 'Frameworks:'],
  ])('%s is refused: %s', (name, told) => {
    expect(() => catalogueNamed(name, all)).toThrow(expect.objectContaining({ kind: 'usage', remedy: expect.stringContaining(told) }))
  })
})

test('citations stand by catalogue, closest first, with their titles; what resolves nowhere is passed over', () => {
  const citations = citationsIn({ 'a.b': { 'rules-2025': { related: ['A'], equivalent: ['B', 'Z'] }, 'none-1': { supports: ['A'] } } }, all)
  expect(citations.get('a.b')).toEqual([
    { framework: 'rules', edition: '2025', id: 'B', relation: 'equivalent' },
    { framework: 'rules', edition: '2025', id: 'A', title: 'First', relation: 'related' },
  ])
})

test('coverage leaves out no control and no requirement', () => {
  const citations = citationsIn({ one: { 'rules-2026': { supports: ['A'] } }, two: { 'rules-2026': { related: ['A'] } }, three: {} }, all)
  expect(coverageOf(catalogueNamed('rules-2026', all), citations).map(({ control, requirements }) => [control.id, requirements])).toEqual([
    [
      'A',
      [
        { id: 'one', relation: 'supports' },
        { id: 'two', relation: 'related' },
      ],
    ],
    ['B', []],
  ])
})
