// A catalogue of published controls read from its file, and the one that a user means. Which requirement is cited for
// which control is for map.ts.
import schema from '../../rules/controls.schema.json' with { type: 'json' }
import type { Catalogue } from '../domain/control.ts'
import { recordsOf } from '../domain/json.ts'
import { type Fault, parseYaml, type YamlFile } from '../yaml/document.ts'
import { refuseFaults } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'
import { catalogueOf } from './shape.ts'

const examples: Readonly<Record<string, string>> = {
  framework: 'For example: framework: nist-800-53',
  edition: 'For example: edition: "2026", in quotation marks',
  extent: 'For example: extent: cited',
  'applies-from': 'For example: applies-from: "2027-12-02"',
}

const schemaFaults = faultFinder(
  { definitions: schema.definitions, $ref: '#/definitions/catalogue' },
  key => examples[key] ?? 'For example: controls: [{ id: AC-3, title: Access Enforcement }]',
)

/** Reads the text of a catalogue. Throws UserError (`usage`) with every fault and its place. */
export function readCatalogue(path: string, text: string): Catalogue {
  const file = parseYaml(path, text, 'framework: nist-800-53')
  const found = file.faults.length > 0 ? file.faults : schemaFaults(file)
  refuseFaults(path, 'catalogue', found.length > 0 ? found : idsTwice(file))
  return catalogueOf(file.data)
}

function idsTwice(file: YamlFile): Fault[] {
  const ids = recordsOf(file.data.controls).map(({ id }) => String(id))
  return ids.flatMap((id, at) => {
    if (ids.indexOf(id) === at) return []
    return [{ where: file.at(['controls', at, 'id']), what: `${id} is there twice`, remedy: 'Leave one of them out.' }]
  })
}
