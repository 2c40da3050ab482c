// The catalogues and maps that ship: every id resolves, every requirement is cited, what the crosswalk cites for a clause is
// cited by one of its requirements, and the editions of a framework say the same thing. And what a faulty map is told.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import schema from '../../rules/controls.schema.json' with { type: 'json' }
import { readMap } from '../../src/controls/map.ts'
import { citationsFor, citationsOf, controlsFolder, controlsIn } from '../../src/controls.ts'
import type { Catalogue, Citation } from '../../src/domain/control.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import { openPack, shippedPacks } from '../../src/packs.ts'
import { parseYaml } from '../../src/yaml/document.ts'
import { faultFinder } from '../../src/yaml/schema.ts'

type Cited = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
const file = new URL('crosswalk.yaml', import.meta.url)
const crosswalk = parseYaml('crosswalk.yaml', readFileSync(file, 'utf8'), 'clauses: {}').data as Record<
  'clauses' | 'areas' | 'checklist',
  Cited
>

const packs = await Promise.all(shippedPacks().map(name => openPack(name)))
const requirements = Object.fromEntries(packs.map(pack => [pack.id, pack.requirements.map(({ id }) => id)]))
const controls = await controlsIn(controlsFolder(), requirements)
const keyOf = ({ framework, edition }: Citation) => `${framework}-${edition}`

/** Ids cited by requirements of a pack, by catalogue. */
function citedBy(pack: string, wanted: (requirement: string) => boolean): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [requirement, citations] of citationsOf(pack, controls))
    for (const citation of wanted(requirement) ? citations : [])
      found.set(keyOf(citation), (found.get(keyOf(citation)) ?? new Set()).add(citation.id))
  return found
}

function lacking(cited: ReadonlyMap<string, ReadonlySet<string>>, wanted: Cited[string]): string[] {
  return Object.entries(wanted).flatMap(([key, ids]) => ids.filter(id => !cited.get(key)?.has(id)).map(id => `${key} ${id}`))
}

describe('the catalogues that ship', () => {
  test('are named by framework and edition', () => {
    const files = readdirSync(controlsFolder()).filter(name => !name.endsWith('.map.yaml'))
    expect(files.sort()).toEqual(controls.catalogues.map(({ key }) => `${key}.yaml`).sort())
    expect(controls.catalogues.length).toBeGreaterThanOrEqual(14)
  })

  test.each(controls.catalogues.map(catalogue => [catalogue.key, catalogue] as const))(
    '%s: all that is kept is cited, or all is kept',
    (key, catalogue) => {
      const cited = new Set(packs.flatMap(({ id }) => [...(citedBy(id, () => true).get(key) ?? [])]))
      const uncited = catalogue.controls.filter(({ id }) => !cited.has(id)).map(({ id }) => id)
      if (catalogue.extent === 'cited') expect(uncited).toEqual([])
      expect(cited.size).toBeGreaterThan(0)
    },
  )

  test.each(readdirSync(controlsFolder()))('%s: an editor that knows the schema finds no fault', name => {
    const text = readFileSync(`${controlsFolder()}${name}`, 'utf8')
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\.\/controls\.schema\.json\n/)
    expect(faultFinder(schema, () => '')(parseYaml(name, text, 'pack: p'))).toEqual([])
  })

  test('that are whole have as many controls as the framework', () => {
    const whole = controls.catalogues.filter(({ extent }) => extent === 'whole').map(({ key, controls: all }) => [key, all.length])
    const counts = { 'iso-27001-2022': 93, 'iso-42001-2023': 38, 'nist-ai-rmf-1.0': 72, 'owasp-llm-2025': 10, 'owasp-llm-2026': 10 }
    expect(Object.fromEntries(whole)).toEqual(counts)
  })

  test('have a title for every control, but where there is none to pass on or none that is certain', () => {
    const bare = controls.catalogues.filter(({ controls: all }) => all.some(({ title }) => title === undefined)).map(({ key }) => key)
    expect(bare).toEqual(['aiuc-1-2026-04-15', 'csa-aicm-1.1', 'nist-ai-rmf-1.0'])
  })

  test('hold no text of the standards: titles are short, and AIUC-1 has none', () => {
    const titles = controls.catalogues.flatMap(catalogue => catalogue.controls.map(({ title = '' }) => title))
    expect(titles.filter(title => title.length > 100)).toEqual([])
    expect(
      controls.catalogues.find(({ framework }) => framework === 'aiuc-1')?.controls.filter(({ title }) => title !== undefined),
    ).toEqual([])
  })
})

describe.each(packs.map(pack => [pack.id, pack] as const))('the map of %s', (id, pack) => {
  const citations = citationsOf(id, controls)

  test('cites a control for every requirement, and all of them resolve', () => {
    expect([...citations.keys()].sort()).toEqual([...(requirements[id] ?? [])].sort())
    const named = Object.values(controls.maps[id] ?? {}).flatMap(by => Object.values(by).flatMap(kinds => Object.values(kinds).flat()))
    expect([...citations.values()].flat().length).toBe(named.length)
    expect([...citations].filter(([, all]) => all.length === 0)).toEqual([])
  })

  test('calls no law and no risk equivalent', () => {
    const never = /^(eu-ai-act|dora|nis2|gdpr|owasp-llm) |^mitre-atlas \S+ AML\.T/
    const equivalent = [...citations.values()].flat().filter(({ relation }) => relation === 'equivalent')
    expect(equivalent.length).toBeGreaterThan(2)
    expect(
      equivalent.filter(({ framework, edition, id: control }) =>
        never.test(`${framework} ${framework === 'mitre-atlas' ? `${edition} ` : ''}${control}`),
      ),
    ).toEqual([])
  })

  test('says the same by both editions of OWASP', () => {
    const [old, now] = ['owasp-llm-2025', 'owasp-llm-2026'].map(key => controls.catalogues.find(one => one.key === key)) as [
      Catalogue,
      Catalogue,
    ]
    const was = new Map(now.controls.map(control => [control.id, control.was]))
    expect([...was.values()].sort()).toEqual(old.controls.map(control => control.id))
    for (const [requirement, all] of citations) {
      const of = (edition: string) => all.filter(one => one.framework === 'owasp-llm' && one.edition === edition)
      const then = of('2025').map(one => `${one.id} ${one.relation}`)
      expect(
        of('2026')
          .map(one => `${was.get(one.id)} ${one.relation}`)
          .sort(),
        requirement,
      ).toEqual(then.sort())
    }
  })

  const tables = { 'ai-model-protection': crosswalk.clauses, 'genai-security': crosswalk.areas }[id] ?? {}
  test.each(Object.entries(tables))('cites all that the crosswalk cites for %s', (clause, wanted) => {
    const own = new Set(pack.requirements.filter(requirement => requirement.clause === clause).map(requirement => requirement.id))
    expect(own.size).toBeGreaterThan(1)
    expect(
      lacking(
        citedBy(id, requirement => own.has(requirement)),
        wanted,
      ),
    ).toEqual([])
  })
})

test.each(Object.entries(crosswalk.checklist))('the key ids of %s are cited by its parts', (item, wanted) => {
  const pack = packs.find(({ checklist }) => checklist.some(({ id }) => id === item))
  const parts = pack?.checklist.find(({ id }) => id === item)?.parts ?? []
  expect(
    lacking(
      citedBy(pack?.id ?? '', requirement => parts.includes(requirement)),
      wanted,
    ),
  ).toEqual([])
})

test('a pack has the citations of the requirements that it has from another, not of its own by the same name', () => {
  const [taken, own] = ['api.logging', 'api.log-fields'].map(id => packs[0]?.requirements.find(one => one.id === id)) as [
    Requirement,
    Requirement,
  ]
  const house = { id: 'house', requirements: [{ ...taken, from: 'ai-model-protection' }, own] }
  expect(citationsFor(house, controls)).toEqual(new Map([['api.logging', citationsOf('ai-model-protection', controls).get('api.logging')]]))
})

describe('a faulty map', () => {
  const catalogue: Catalogue = {
    key: 'house-1',
    framework: 'house',
    edition: '1',
    title: 'House rules',
    extent: 'whole',
    source: 'the house',
    controls: [{ id: 'H-1', title: 'First' }, { id: 'H-2' }],
  }
  const refusal = (text: string, known?: readonly string[]): string => {
    try {
      readMap('m.yaml', text, [catalogue], known)
      return 'taken'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  test('is told every fault at once, each with its place', () => {
    const text = `pack: p
requirements:
  a.one:
    house-1: { supports: [H-1, H-3], related: [H-1] }
    hause-1: { supports: [H-1] }
  a.tow: { house-1: { related: [H-2] } }
`
    expect(refusal(text, ['a.one', 'a.two'])).toMatchInlineSnapshot(`
      "the map of controls has 5 faults:
      m.yaml:3:3: the requirement a.two is cited for no control. For example: api.logging: { nist-800-53-r5: { supports: [AU-2, AU-12] } }
      m.yaml:4:32: there is no control of house-1 "H-3". Did you mean H-1?
      m.yaml:4:48: H-1 is cited twice for one requirement. Keep the closer of the two relations.
      m.yaml:5:5: there is no catalogue "hause-1". Did you mean house-1?
      m.yaml:6:3: there is no requirement "a.tow". Did you mean a.two?"
    `)
  })

  test.each([
    [
      'an unknown relation',
      'pack: p\nrequirements:\n  a: { house-1: { suports: [H-1] } }\n',
      /m\.yaml:3:\d+: unknown key "suports"\. Did you mean "supports"\?/,
    ],
    [
      'an unknown key',
      'pack: p\nrequirement: {}\nrequirements: {}\n',
      /m\.yaml:2:1: unknown key "requirement"\. Did you mean "requirements"\?/,
    ],
    [
      'no ids',
      'pack: p\nrequirements:\n  a: { house-1: { supports: [] } }\n',
      /m\.yaml:3:\d+: "supports" must NOT have fewer than 1 items/,
    ],
    [
      'a number for an id',
      'pack: p\nrequirements:\n  a: { house-1: { supports: [5.15] } }\n',
      /m\.yaml:3:\d+: entry 1 of "supports" must be string/,
    ],
    ['no YAML', 'pack: [', /m\.yaml:1:\d+/],
    ['nothing', '', /lacks "pack"/],
  ])('%s', (_, text, told) => {
    expect(refusal(text)).toMatch(told)
  })

  test('a sound one is taken', () => {
    expect(refusal('pack: p\nrequirements:\n  a: { house-1: { supports: [H-1], related: [H-2] } }\n', ['a'])).toBe('taken')
  })
})
