// The map of a rule pack to published controls, read from its file: every requirement, catalogue and id it names must be
// there. All faults are told at once, each with its place.
import schema from '../../rules/controls.schema.json' with { type: 'json' }
import type { Catalogue } from '../domain/control.ts'
import { type Fault, parseYaml, type YamlFile } from '../yaml/document.ts'
import { refuseFaults } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'
import type { MapData } from './citations.ts'
import { citedFaults, unknownName } from './cited.ts'

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
  const cited = Object.entries(data).flatMap(([id, named]) => citedFaults(file, ['requirements', id], named, catalogues))
  refuseFaults(path, 'map of controls', [...unknown, ...cited])
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
