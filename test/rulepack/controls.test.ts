// A pack that cites published controls for its own requirements, and brings catalogues of its own: what is cited, and what
// lint says of names that lead nowhere.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { citationsFor, openControls } from '../../src/controls.ts'
import { openPack, packFaults } from '../../src/packs.ts'
import { folderOf, sound } from './folders.ts'

const shipped = await openControls()
const own = `catalogues:
  - framework: group-standard
    edition: "2026"
    title: Security standard of the group
    controls: [{ id: GS-1, title: Notice }, { id: GS-2 }]
  - { framework: nist-800-53, edition: r5, controls: [{ id: SA-22, title: Unsupported System Components }] }
`
const citing = (cited: string, head = own) => ({
  'pack.yaml': `${sound['pack.yaml']}${head}`,
  'incidents.yaml': sound['incidents.yaml'].replace('severity: major', () => `severity: major\n    controls: ${cited}`),
})
const cited = async (folder: string, requirement = 'incident.notice') => {
  const pack = await openPack(folder)
  const all = citationsFor(pack, shipped).get(requirement) ?? []
  return all.map(({ framework, edition, id, title, relation }) => `${framework}-${edition} ${id} ${title ?? '-'}: ${relation}`)
}

describe('a requirement of one’s own', () => {
  test('is cited for controls that ship and for those that the pack brings', async () => {
    const folder = folderOf(
      citing('{ nist-800-53-r5: { supports: [IR-6, SA-22] }, group-standard-2026: { equivalent: [GS-1], related: [GS-2] } }'),
    )
    expect(await packFaults(folder)).toEqual([])
    expect(await cited(folder)).toEqual([
      'nist-800-53-r5 IR-6 Incident Reporting: supports',
      'nist-800-53-r5 SA-22 Unsupported System Components: supports',
      'group-standard-2026 GS-1 Notice: equivalent',
      'group-standard-2026 GS-2 -: related',
    ])
    expect((await openPack(folder)).catalogues?.map(({ key }) => key)).toEqual(['group-standard-2026', 'nist-800-53-r5'])
  })
  test('of a pack that extends one adds to what that cites, and one worded anew takes its place', async () => {
    const base = folderOf(citing('{ group-standard-2026: { supports: [GS-1] } }'))
    const head = `id: mine\nversion: 1.0.0\ntitle: My pack\nextends: ${base}\n`
    const added = 'changes: { incident.notice: { controls: { group-standard-2026: { equivalent: [GS-1], related: [GS-2] } } } }\n'
    expect(await cited(folderOf({ 'pack.yaml': `${head}${added}` }))).toEqual([
      'group-standard-2026 GS-1 Notice: equivalent',
      'group-standard-2026 GS-2 -: related',
    ])
    expect(await cited(folderOf({ 'pack.yaml': head }))).toEqual(['group-standard-2026 GS-1 Notice: supports'])
    expect(await cited(folderOf({ 'pack.yaml': head, 'incidents.yaml': sound['incidents.yaml'] }))).toEqual([])
  })
  test('of a pack that ships keeps its citations, and one more', async () => {
    const changes = 'changes: { api.log-retention: { controls: { group-standard-2026: { supports: [GS-2] } } } }\n'
    const folder = folderOf({ 'pack.yaml': `id: mine\nversion: 1.0.0\ntitle: My pack\nextends: ai-model-protection\n${own}${changes}` })
    const all = await cited(folder, 'api.log-retention')
    expect(all).toContain('nist-800-53-r5 AU-11 Audit Record Retention: equivalent')
    expect(all.at(-1)).toBe('group-standard-2026 GS-2 -: supports')
  })
})

test.each<[string, string, string, RegExp, string, RegExp]>([
  [
    'a catalogue that there is not',
    '{ nist-800-53: { supports: [IR-6] } }',
    '',
    /no catalogue "nist-800-53"/,
    'nist-800-53:',
    /Did you mean nist-800-53-r5\?/,
  ],
  [
    'a control that there is not',
    '{ nist-800-53-r5: { supports: [IR-66] } }',
    '',
    /no control of nist-800-53-r5 "IR-66"/,
    'IR-66',
    /Did you mean IR-6\?/,
  ],
  ['a control of an older edition', '{ iso-27001-2022: { supports: [A.12.4.1] } }', '', /no control of iso-27001-2022/, 'A.12.4.1', /A\./],
  [
    'a relation that there is not',
    '{ nist-800-53-r5: { support: [IR-6] } }',
    '',
    /unknown key "support"/,
    'support:',
    /Did you mean "supports"\?/,
  ],
  ['a control cited twice', '{ nist-800-53-r5: { supports: [IR-6], related: [IR-6] } }', '', /cited twice/, 'IR-6]', /closer/],
  [
    'a control whose name is no line of its own',
    '{ x-1: { supports: [A] } }',
    'catalogues: [{ framework: x, edition: "1", title: Our own, controls: [{ id: A }, { id: "B\\nC" }] }]\n',
    /"id" must match pattern/,
    '"B',
    /id: incident/,
  ],
  ['no control at all', '{ nist-800-53-r5: { supports: [] } }', '', /fewer than 1 items/, '[]', /supports: \[AU-2/],
  [
    'a framework without a title',
    '{ x-1: { supports: [A] } }',
    'catalogues: [{ framework: x, edition: "1", controls: [{ id: A }] }]\n',
    /lacks "title"/,
    '{ framework',
    /title: Our/,
  ],
  [
    'more of one that ships whole',
    '{ owasp-llm-2026: { supports: [LLM01] } }',
    'catalogues: [{ framework: owasp-llm, edition: "2026", controls: [{ id: LLM11 }] }]\n',
    /ships whole/,
    '{ framework',
    /another framework or edition/,
  ],
  [
    'a control that is there already',
    '{ nist-800-53-r5: { supports: [IR-6] } }',
    'catalogues: [{ framework: nist-800-53, edition: r5, controls: [{ id: IR-6 }] }]\n',
    /IR-6 is in nist-800-53-r5 already/,
    'IR-6',
    /Leave it out/,
  ],
])('lint finds %s', async (_, named, head, what, words, remedy) => {
  const folder = folderOf(citing(named, head))
  const [fault, ...others] = await packFaults(folder)
  expect(fault?.what).toMatch(what)
  expect(fault?.remedy).toMatch(remedy)
  expect(others).toEqual([])
  const [, path = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(fault?.where ?? '') ?? []
  expect(
    readFileSync(path, 'utf8')
      .split('\n')
      [Number(line) - 1]?.slice(Number(column) - 1),
  ).toMatch(new RegExp(`^${words.replace(/[[\]{}.]/g, '\\$&')}`))
  await expect(openPack(folder)).rejects.toThrow(what)
})
