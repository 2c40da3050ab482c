// Profiles: figures that other rules ask for besides the pack's own, each marked law, guidance or house with its source.
// Read from rules/profiles.yaml; holding a contract against them is for src/profiles.
import schema from '../../rules/profiles.schema.json' with { type: 'json' }
import { UserError } from '../domain/errors.ts'
import type { ProfileFigure } from '../domain/finding.ts'
import { isRecord } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import { type Data, type Fault, parseYaml, type YamlFile } from '../yaml/document.ts'
import { refuseFaults, withMeaning } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'

export interface Profile {
  readonly id: string
  readonly title: string
  readonly figures: readonly ProfileFigure[]
}

const schemaFaults = faultFinder(schema, () => 'For example: incident.notice.within: { value: 24 hours, basis: house, source: "..." }')

/** What is wrong with a figure: a name that no pack has, a value that is none. */
type FigureFault = (parameter: string, value: string) => Omit<Fault, 'where'> | undefined

/** Reads the text of a file of profiles; its figures are tried by `faultOf`. Throws UserError (`usage`) with every fault. */
export function readProfiles(path: string, text: string, faultOf: FigureFault = () => undefined): Profile[] {
  const file = parseYaml(path, text, 'profiles: {}')
  const profiles = profilesOf(file)
  const meant = profiles.flatMap(({ id, figures }) =>
    figures.flatMap(({ parameter, value }) => {
      const fault = faultOf(parameter, String(value))
      return fault === undefined ? [] : [{ where: file.atKey(['profiles', id, 'figures'], parameter), ...fault }]
    }),
  )
  refuseFaults(path, 'file of profiles', file.faults.length > 0 ? file.faults : withMeaning(schemaFaults(file), meant))
  return profiles
}

/** As far as they have the form of profiles. */
function profilesOf({ data }: YamlFile): Profile[] {
  return entriesOf(data.profiles).map(([id, value]) => {
    const { title, figures } = value as unknown as Profile
    return {
      id,
      title,
      figures: entriesOf(figures).map(([parameter, figure]) => ({ parameter, ...(figure as Omit<ProfileFigure, 'parameter'>) })),
    }
  })
}

function entriesOf(table: unknown): [string, Data][] {
  return Object.entries(isRecord(table) ? table : {}).filter((entry): entry is [string, Data] => isRecord(entry[1]))
}

/** The profiles of these names, in the order asked for. Throws UserError (`usage`) for a name that there is not. */
export function chosenProfiles(names: readonly string[], all: readonly Profile[]): Profile[] {
  const ids = all.map(({ id }) => id)
  return names.map(name => {
    const profile = all.find(({ id }) => id === name)
    if (profile !== undefined) return profile
    const guess = nearest(name, ids)
    const remedy = `${guess === undefined ? '' : `Did you mean ${guess}? `}Profiles: ${ids.join(', ')}.`
    throw new UserError('usage', name, 'there is no such profile', remedy)
  })
}
