// A folder of YAML to a RulePack. What the files may hold is said by pack.schema.json;
// their faults are collected by lint.ts; what the words mean is the business of language/ and check/.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { UserError } from '../domain/errors.ts'
import type { Concept, Requirement, RulePack } from '../domain/requirement.ts'
import { toConcept, toRequirement } from './shape.ts'

type Data = Record<string, unknown>

export interface PackOptions {
  /** Parameters to set: `{ 'incident.notice.within': '24 hours' }`. */
  readonly set?: Readonly<Record<string, string>>
}

/**
 * Loads the rule pack in a folder.
 * @throws {UserError} (usage) if there is no such pack.
 */
export function loadRulePack(folder: string, options: PackOptions = {}): RulePack {
  const files = packFiles(folder)
  const hash = createHash('sha256')
  const parts = files.map(file => {
    const text = readFileSync(file, 'utf8')
    hash.update(text)
    return parse(text) as Data
  })
  return withParameters(assemble(parts, hash.digest('hex')), options.set ?? {})
}

/** The YAML files of a pack, `pack.yaml` first, the others by name. */
export function packFiles(folder: string): string[] {
  if (!existsSync(join(folder, 'pack.yaml')) || !statSync(folder).isDirectory())
    throw new UserError('usage', folder, 'there is no rule pack here', 'name a folder that holds a pack.yaml, or one of the packs of `clausegate rules list`')
  const others = readdirSync(folder).filter(f => f.endsWith('.yaml') && f !== 'pack.yaml').sort()
  return ['pack.yaml', ...others].map(f => join(folder, f))
}

function assemble(parts: readonly Data[], sha256: string): RulePack {
  const head = parts[0] as Data
  const concepts = new Map<string, Concept>()
  const requirements: Requirement[] = []
  for (const part of parts) {
    for (const [name, data] of Object.entries((part.concepts ?? {}) as Data)) concepts.set(name, toConcept(name, data))
    for (const data of (part.requirements ?? []) as Data[]) requirements.push(toRequirement(String(part.clause), data))
  }
  return {
    id: String(head.id),
    version: String(head.version),
    title: String(head.title),
    sha256,
    concepts,
    clauses: head.clauses as RulePack['clauses'],
    requirements,
    checklist: (head.checklist ?? []) as RulePack['checklist'],
    off: [],
  }
}

function withParameters(pack: RulePack, set: Readonly<Record<string, string>>): RulePack {
  const requirements = pack.requirements.map(r => ({ ...r, parameters: r.parameters.map(p => ({ ...p, value: set[`${r.id}.${p.name}`] ?? p.value })) }))
  return { ...pack, requirements }
}
