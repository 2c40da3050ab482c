// The map of a rule pack to published controls, read from its file: every requirement, catalogue and id it names must be
// there. All faults are told at once, each with its place.
import schema from '../../rules/controls.schema.json' with { type: 'json' }
import type { Catalogue } from '../domain/control.ts'
import { nearest } from '../domain/nearest.ts'
import { type Fault, type Path, parseYaml, type YamlFile } from '../yaml/document.ts'
import { refuseFaults } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'
import type { MapData } from './citations.ts'

export interface ControlMap {
  readonly pack: string
  readonly data: MapData
}

const example = 'For example: api.logging: { nist-800-53-r5: { supports: [AU-2, AU-12] } }'
const schemaFaults = faultFinder({ definitions: schema.definitions, $ref: '#/definitions/map' }, () => example)

/**
 * Reads the text of a map. With `requirements`, those of its pack, each of them must be there and no other.
 * Throws UserError (`usage`) with every fault and its place.
 */
export function readMap(path: string, text: string, catalogues: readonly Catalogue[], requirements?: readonly string[]): ControlMap {
  const file = parseYaml(path, text, 'pack: ai-model-protection')
  const found = file.faults.length > 0 ? file.faults : schemaFaults(file)
  refuseFaults(path, 'map of controls', found)
  const data = file.data.requirements as MapData
  const unknown = requirements === undefined ? [] : requirementFaults(file, data, requirements)
  refuseFaults(path, 'map of controls', [...unknown, ...controlFaults(file, data, catalogues)])
  return { pack: String(file.data.pack), data }
}

function requirementFaults(file: YamlFile, data: MapData, requirements: readonly string[]): Fault[] {
  const strange = Object.keys(data).filter(id => !requirements.includes(id))
  const lacking = requirements.filter(id => data[id] === undefined)
  return [
    ...strange.map(id => ({ where: file.atKey(['requirements'], id), ...unknownName('requirement', id, requirements) })),
    ...lacking.map(id => ({ where: file.at(['requirements']), what: `the requirement ${id} is cited for no control`, remedy: example })),
  ]
}

function controlFaults(file: YamlFile, data: MapData, catalogues: readonly Catalogue[]): Fault[] {
  return Object.entries(data).flatMap(([requirement, named]) =>
    Object.entries(named).flatMap(([key, byRelation]) => {
      const catalogue = catalogues.find(candidate => candidate.key === key)
      const path = ['requirements', requirement]
      if (catalogue !== undefined) return idFaults(file, [...path, key], byRelation, catalogue)
      const keys = catalogues.map(candidate => candidate.key)
      return [{ where: file.atKey(path, key), ...unknownName('catalogue', key, keys) }]
    }),
  )
}

function idFaults(file: YamlFile, path: Path, byRelation: Readonly<Record<string, readonly string[]>>, catalogue: Catalogue): Fault[] {
  const known = catalogue.controls.map(({ id }) => id)
  const seen = new Set<string>()
  return Object.entries(byRelation).flatMap(([relation, ids]) =>
    ids.flatMap((id, at) => {
      const where = file.at([...path, relation, at])
      if (!known.includes(id)) return [{ where, ...unknownName(`control of ${catalogue.key}`, id, known) }]
      if (seen.size !== seen.add(id).size) return []
      return [{ where, what: `${id} is cited twice for one requirement`, remedy: 'Keep the closer of the two relations.' }]
    }),
  )
}

function unknownName(kind: string, name: string, known: readonly string[]): Omit<Fault, 'where'> {
  const guess = nearest(name, known)
  const remedy =
    guess === undefined ? `Known are ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' ...' : ''}.` : `Did you mean ${guess}?`
  return { what: `there is no ${kind} "${name}"`, remedy }
}
