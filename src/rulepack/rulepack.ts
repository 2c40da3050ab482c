// A folder of YAML to a RulePack. What the files may hold is said by rules/pack.schema.json and lint.ts;
// what the words mean is the business of language/ and check/.
import type { Catalogue } from '../domain/control.ts'
import { UserError } from '../domain/errors.ts'
import type { Concept, Requirement, RulePack } from '../domain/requirement.ts'
import type { Data, Fault } from '../yaml/document.ts'
import { faultLine } from '../yaml/faults.ts'
import { withOwnControls } from './controls.ts'
import { extend, withConcepts } from './extend.ts'
import { hashesOfLearnt, hashOf, type PackFile, readLearnt } from './files.ts'
import { lintSources } from './lint.ts'
import { withParameters } from './parameters.ts'
import { toConcept, toRequirement } from './shape.ts'
import { type PackSources, readSources } from './sources.ts'

export interface PackOptions {
  /** Parameters to set: `{ 'incident.notice.within': '24 hours' }`. */
  readonly set?: Readonly<Record<string, string>>
  /** Catalogues of published controls that the pack may cite besides its own. */
  readonly catalogues?: readonly Catalogue[]
}

/**
 * Loads the rule pack in a folder, with the packs that it builds on and the parameters set.
 * @throws {UserError} (usage) if there is no pack, with every fault of the pack, or with every fault of the settings.
 */
export function loadRulePack(folder: string, options: PackOptions = {}): RulePack {
  return loadSources(readSources(folder), options)
}

/** The same of sources that are at hand. */
export function loadSources(sources: PackSources, { set = {}, catalogues = [] }: PackOptions): RulePack {
  const faults = lintSources(sources, catalogues)
  if (faults.length > 0) throw faulty(sources.folder, faults)
  return withParameters(withOwnControls(inOrder(build(sources)), sources, catalogues), set)
}

function faulty(folder: string, faults: readonly Fault[]): UserError {
  const lines = faults.map(faultLine)
  return new UserError(
    'usage',
    folder,
    `the rule pack has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${lines.join('\n')}`,
    'Nothing was checked.',
  )
}

function build({ folder, files, base, uses }: PackSources): RulePack {
  const others = uses.map(build)
  const beneath = base === undefined ? undefined : build(base)
  const hash = hashOf(files, [...[...(beneath === undefined ? [] : [beneath]), ...others].map(p => p.sha256), ...hashesOfLearnt(folder)])
  const own = { ...assemble(files), ...readLearnt(folder), sha256: hash }
  const whole = beneath === undefined ? own : extend(beneath, own, (files[0]?.data.changes ?? {}) as Record<string, Data>)
  return withConcepts(whole, others)
}

function assemble(files: readonly PackFile[]): Omit<RulePack, 'sha256'> {
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
    concepts,
    clauses: (head.clauses ?? []) as RulePack['clauses'],
    requirements,
    checklist: (head.checklist ?? []) as RulePack['checklist'],
    off: [],
  }
}

/** The requirements by clause, in the order of the clauses. */
function inOrder(pack: RulePack): RulePack {
  return { ...pack, requirements: pack.clauses.flatMap(c => pack.requirements.filter(r => r.clause === c.id)) }
}
