// Packs that build on others: `extends:` takes all of a pack and changes it, `uses:` its concepts only.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readContract, reportOn } from '../../src/pipeline.ts'
import { lintRulePack } from '../../src/rulepack/lint.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'
import { folderOf, sound } from './folders.ts'

const head = (more: string, name = 'mine') => `id: ${name}\nversion: 1.0.0\ntitle: My pack\n${more}`
const pack = (more: string, files: Record<string, string> = {}) => loadRulePack(folderOf({ 'pack.yaml': head(more), ...files }))
const faultsOf = (folder: string) => lintRulePack(folder).map(({ what }) => what)
const ids = ({ requirements }: { requirements: readonly { id: string }[] }) => requirements.map(({ id }) => id)

/** A clause file with one requirement, found by a phrase. */
const clause = (id: string, phrase: string, more = '') => `clause: ${id.split('.')[0]}
${more}requirements:
  - id: ${id}
    title: Something asked
    severity: minor
    asks: Something is asked for here.
    why: There is a reason for it.
    wording: { firm: Provider shall do what is asked here., milder: Provider shall try to do what is asked. }
    says: [{ do: ["${phrase}"] }]
    examples: {}
`

describe('extends a pack that ships', () => {
  const base = loadRulePack(new URL('../../rules/ai-model-protection', import.meta.url).pathname)
  const mine = pack(`extends: ai-model-protection
changes:
  incident.notice: { severity: minor, parameters: { within: 24 hours } }
  weights.encryption: { off: our models run on the customer's machines }
`)
  test('takes all of it but what is switched off, in its order', () => {
    expect(ids(mine)).toEqual(ids(base).filter(id => id !== 'weights.encryption'))
    expect(mine.clauses).toEqual(base.clauses)
    expect([...mine.concepts.keys()]).toEqual([...base.concepts.keys()])
  })
  test('changes severity and parameters, of that requirement alone', () => {
    const [was, is] = [base, mine].map(p => p.requirements.find(r => r.id === 'incident.notice'))
    expect(is).toEqual({
      ...was,
      from: 'ai-model-protection',
      severity: 'minor',
      parameters: was?.parameters.map(p => (p.name === 'within' ? { ...p, value: '24 hours' } : p)),
    })
    expect(is).not.toEqual(was)
    const rest = (p: typeof base) => p.requirements.filter(r => r.id !== 'incident.notice' && r.id !== 'weights.encryption')
    expect(rest(mine)).toEqual(rest(base).map(requirement => ({ ...requirement, from: 'ai-model-protection' })))
  })
  test('says what is off and why, in the receipt too', async () => {
    const off = { requirement: 'weights.encryption', reason: "our models run on the customer's machines" }
    expect(mine.off).toEqual([off])
    const contract = await readContract([
      { name: 'a.txt', bytes: new TextEncoder().encode('1. Fees\n\nThe Customer shall pay each invoice.\n') },
    ])
    const { receipt } = reportOn(contract, mine)
    expect(receipt.skipped).toEqual([{ what: off.requirement, why: off.reason }])
    expect(receipt.requirements).toEqual({ evaluated: base.requirements.length - 1, of: base.requirements.length })
    expect(receipt.parameters['incident.notice.within']).toBe('24 hours')
  })
  test('is known by a name, version and hash of its own', () => {
    expect(mine).toMatchObject({ id: 'mine', version: '1.0.0', title: 'My pack' })
    expect(mine.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(mine.sha256).not.toBe(base.sha256)
  })
})

describe('extends a folder', () => {
  const base = folderOf(sound)
  test.each([
    ['by a path from its own folder', `../${basename(base)}`],
    ['by the name of a neighbour', basename(base)],
    ['by a full path', base],
  ])('%s', (_, name) => {
    expect(ids(pack(`extends: ${name}\n`))).toEqual(['incident.notice'])
  })
  test('and adds clauses, concepts, requirements and a checklist of its own, after those it takes', () => {
    const own = clause('exit.deletion', '<erase>', 'concepts: { erase: [erase|delete] }\n')
    const mine = pack(
      `extends: ${base}\nclauses: [{ id: exit, title: The end }]\nchecklist: [{ id: check.all, title: All of it, parts: [incident.notice, exit.deletion] }]\n`,
      { 'exit.yaml': own },
    )
    expect(ids(mine)).toEqual(['incident.notice', 'exit.deletion'])
    expect(mine.clauses.map(({ id }) => id)).toEqual(['incidents', 'exit'])
    expect([...mine.concepts.keys()]).toEqual(['event', 'erase'])
    expect(mine.checklist.map(({ id }) => id)).toEqual(['check.all'])
  })
  test('adds to a clause that is there already, and uses the concepts that are', () => {
    const own = clause('incident.cooperation', 'help ~4 <event>').replace('clause: incident\n', 'clause: incidents\n')
    expect(ids(pack(`extends: ${base}\n`, { 'more.yaml': own }))).toEqual(['incident.notice', 'incident.cooperation'])
  })
  test('a requirement of the same id takes the place of the other', () => {
    const own = clause('incident.notice', 'shout').replace('clause: incident\n', 'clause: incidents\n')
    const { requirements } = pack(`extends: ${base}\n`, { 'more.yaml': own })
    expect(requirements.map(({ id, severity }) => [id, severity])).toEqual([['incident.notice', 'minor']])
  })
  test('the hash follows the pack that is extended', () => {
    const folder = folderOf(sound)
    const mine = folderOf({ 'pack.yaml': head(`extends: ${folder}\n`) })
    const before = loadRulePack(mine).sha256
    writeFileSync(join(folder, 'incidents.yaml'), sound['incidents.yaml'].replace('48 hours,', '47 hours,'))
    expect(loadRulePack(mine).sha256).not.toBe(before)
  })
  test('an item of the checklist loses the parts that are off, and goes when none is left', () => {
    const files = { 'more.yaml': clause('incident.help', 'help').replace('clause: incident\n', 'clause: incidents\n') }
    const checklist =
      'checklist: [{ id: check.a, title: Item a, parts: [incident.notice] }, { id: check.b, title: Item b, parts: [incident.notice, incident.help] }]\n'
    const mine = pack(`extends: ${base}\n${checklist}changes: { incident.notice: { off: not for this contract } }\n`, files)
    expect(mine.checklist).toEqual([{ id: 'check.b', title: 'Item b', parts: ['incident.help'] }])
  })
  test('a pack that extends one that extends another has all of them, and every reason', () => {
    const middle = folderOf({
      'pack.yaml': head(`extends: ${base}\nclauses: [{ id: exit, title: The end }]\n`, 'middle'),
      'exit.yaml': clause('exit.deletion', 'erase'),
    })
    const mine = pack(`extends: ${middle}\nchanges: { incident.notice: { off: not for this contract } }\n`)
    expect(ids(mine)).toEqual(['exit.deletion'])
    expect(mine.off.map(({ requirement }) => requirement)).toEqual(['incident.notice'])
  })
})

describe('uses another pack', () => {
  const lender = folderOf({
    ...sound,
    'words.yaml':
      'concepts: { alarm: [<event> report, warning], event-words: [unheard], fire: { phrases: [fire], not: [<water>] }, water: [water] }\n',
  })
  const own = (phrase: string, more = '') => ({ 'exit.yaml': clause('exit.deletion', phrase, more) })
  const clauses = 'clauses: [{ id: exit, title: The end }]\n'
  test('takes those of its concepts that its phrases name, and what they name; nothing else', () => {
    const mine = pack(`uses: ${lender}\n${clauses}`, own('<alarm> ~ <fire>'))
    expect([...mine.concepts.keys()].sort()).toEqual(['alarm', 'event', 'fire', 'water'])
    expect(ids(mine)).toEqual(['exit.deletion'])
    expect(mine.clauses).toEqual([{ id: 'exit', title: 'The end' }])
    expect(mine.off).toEqual([])
  })
  test('its own concepts go before those it uses, and may name them', () => {
    const mine = pack(`uses: [${lender}]\n${clauses}`, own('<alarm> ~ <fire>', 'concepts: { alarm: [siren, <event>] }\n'))
    expect(mine.concepts.get('alarm')?.phrases).toEqual(['siren', '<event>'])
    expect(mine.concepts.get('event')?.phrases).toEqual(['incident', 'breach'])
  })
  test('a requirement of the other cannot be named', () => {
    expect(
      faultsOf(
        folderOf({ 'pack.yaml': head(`uses: ${lender}\n${clauses}changes: { incident.notice: { severity: minor } }\n`), ...own('erase') }),
      ),
    ).toEqual(['there is no requirement "incident.notice"'])
  })
  test('a concept that none of them has is a fault', () => {
    expect(faultsOf(folderOf({ 'pack.yaml': head(`uses: ${lender}\n${clauses}`), ...own('<alrm>') }))).toEqual([
      'there is no concept <alrm>; did you mean <alarm>?',
    ])
  })
  test('a circle by way of the other pack is a fault', () => {
    expect(
      faultsOf(folderOf({ 'pack.yaml': head(`uses: ${lender}\n${clauses}`), ...own('<alarm>', 'concepts: { event: [<alarm>] }\n') })),
    ).toEqual(['concept <event> stands for itself by way of its own phrases'])
  })
  test('several, of which the later go before the earlier', () => {
    const other = folderOf({ 'pack.yaml': head('', 'other'), 'words.yaml': 'concepts: { alarm: [gong] }\n' })
    const mine = pack(`uses: [${lender}, ${other}]\n${clauses}`, own('<alarm>'))
    expect(mine.concepts.get('alarm')?.phrases).toEqual(['gong'])
  })
  test('what a pack takes by extending goes before what it uses', () => {
    const other = folderOf({ 'pack.yaml': head('', 'other'), 'words.yaml': 'concepts: { event: [gong], bell: [bell] }\n' })
    const mine = pack(`extends: ${lender}\nuses: ${other}\n${clauses}`, own('<bell>'))
    expect(mine.concepts.get('event')?.phrases).toEqual(['incident', 'breach'])
    expect(mine.concepts.get('bell')?.phrases).toEqual(['bell'])
  })
})

describe('a pack that builds on itself is a fault', () => {
  test.each(['extends', 'uses'])('by %s, directly', key => {
    const folder = folderOf({})
    writeFileSync(join(folder, 'pack.yaml'), head(`${key}: .\n`))
    expect(lintRulePack(folder)).toEqual([
      expect.objectContaining({ where: `${folder}/pack.yaml:4:${key.length + 3}`, what: 'the pack builds on itself by way of "."' }),
    ])
    expect(() => loadRulePack(folder)).toThrow(/builds on itself/)
  })
  test('by way of another', () => {
    const home = folderOf({})
    for (const [name, other] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ] as const) {
      mkdirSync(join(home, name))
      writeFileSync(join(home, name, 'pack.yaml'), head(`extends: ../${other}\n`, name))
    }
    expect(faultsOf(join(home, 'a'))).toEqual(['the pack builds on itself by way of "../a"'])
  })
  test('and so is a chain without end', () => {
    const home = folderOf({})
    for (let i = 0; i < 12; i++) {
      mkdirSync(join(home, `p${i}`))
      writeFileSync(join(home, `p${i}`, 'pack.yaml'), head(`extends: ../p${i + 1}\n`, `p${i}`))
    }
    expect(faultsOf(join(home, 'p0'))).toEqual(['more than 8 packs build on each other'])
  })
})
