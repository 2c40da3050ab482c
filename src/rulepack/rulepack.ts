// A folder of YAML to a RulePack. What the files may hold is said by rules/pack.schema.json and lint.ts;
// what the words mean is the business of language/ and check/.
import { UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { Concept, Requirement, RulePack } from '../domain/requirement.ts'
import { parseQuantity } from '../language/quantities.ts'
import { applyChanges, baseFolder } from './extend.ts'
import { type Data, type Fault, hashOf, type PackFile, readPackFiles } from './files.ts'
import { lintRulePack } from './lint.ts'
import { toConcept, toRequirement } from './shape.ts'

export interface PackOptions {
  /** Parameters to set: `{ 'incident.notice.within': '24 hours' }`. */
  readonly set?: Readonly<Record<string, string>>
}

/**
 * Loads the rule pack in a folder, with the pack that it extends and the parameters set.
 * @throws {UserError} (usage) if there is no pack, with every fault of the pack, or with every fault of the settings.
 */
export function loadRulePack(folder: string, options: PackOptions = {}): RulePack {
  const faults = lintRulePack(folder)
  if (faults.length > 0) throw faulty(folder, faults)
  return withParameters(build(folder, []), options.set ?? {})
}

function faulty(folder: string, faults: readonly Fault[]): UserError {
  const lines = faults.map(f => `${f.where}: ${f.what}`)
  return new UserError('usage', folder, `the rule pack has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${lines.join('\n')}`, 'clausegate rules lint PATH says how to mend each.')
}

function build(folder: string, above: readonly string[]): RulePack {
  if (above.includes(folder)) throw new UserError('usage', folder, 'the pack extends itself', 'Name another pack under extends:, or none.')
  const files = readPackFiles(folder)
  const own = assemble(files)
  const head = files[0]?.data ?? {}
  if (typeof head.extends !== 'string') return own
  const base = build(baseFolder(head.extends, folder), [...above, folder])
  return extend(base, own, (head.changes ?? {}) as Record<string, Data>)
}

function extend(base: RulePack, own: RulePack, changes: Readonly<Record<string, Data>>): RulePack {
  const { requirements, off } = applyChanges(base, changes)
  const replaced = requirements.filter(r => !own.requirements.some(o => o.id === r.id))
  const clauses = [...base.clauses, ...own.clauses.filter(c => !base.clauses.some(b => b.id === c.id))]
  const all = [...replaced, ...own.requirements]
  return {
    ...own,
    concepts: new Map([...base.concepts, ...own.concepts]),
    clauses,
    requirements: clauses.flatMap(c => all.filter(r => r.clause === c.id)),
    checklist: [...base.checklist.filter(i => !own.checklist.some(o => o.id === i.id)), ...own.checklist],
    off,
  }
}

function assemble(files: readonly PackFile[]): RulePack {
  const head = files[0]?.data ?? {}
  const concepts = new Map<string, Concept>()
  const requirements: Requirement[] = []
  for (const { data } of files) {
    for (const [name, value] of Object.entries((data.concepts ?? {}) as Data)) concepts.set(name, toConcept(name, value))
    for (const value of (data.requirements ?? []) as Data[]) requirements.push(toRequirement(String(data.clause), value))
  }
  return {
    id: String(head.id),
    version: String(head.version),
    title: String(head.title),
    sha256: hashOf(files),
    concepts,
    clauses: (head.clauses ?? []) as RulePack['clauses'],
    requirements,
    checklist: (head.checklist ?? []) as RulePack['checklist'],
    off: [],
  }
}

function withParameters(pack: RulePack, set: Readonly<Record<string, string>>): RulePack {
  const known = pack.requirements.flatMap(r => r.parameters.map(p => `${r.id}.${p.name}`))
  const wrong = Object.entries(set).flatMap(([name, value]) => settingFault(name, value, known))
  if (wrong.length > 0) throw new UserError('usage', '--set', wrong.join('\n'), `For example: --set ${known[0] ?? 'incident.notice.within'}="24 hours". All of them: clausegate rules list`)
  const requirements = pack.requirements.map(r => ({ ...r, parameters: r.parameters.map(p => ({ ...p, value: set[`${r.id}.${p.name}`] ?? p.value })) }))
  return { ...pack, requirements }
}

function settingFault(name: string, value: string, known: readonly string[]): string[] {
  if (known.includes(name)) return value !== 'none' && parseQuantity(value)?.amount === undefined ? [`${name}: "${value}" is no figure`] : []
  const guess = nearest(name, known)
  return [`there is no parameter ${name}${guess === undefined ? '' : `; did you mean ${guess}?`}`]
}
