// Profiles: figures that other rules ask for besides the pack's own, each marked law, guidance or house with its source.
// Read from rules/profiles.yaml; holding a contract against them is for src/profiles.
import schema from '../../rules/profiles.schema.json' with { type: 'json' }
import { UserError } from '../domain/errors.ts'
import type { ProfileFigure } from '../domain/finding.ts'
import { nearest } from '../domain/nearest.ts'
import { type Fault, isRecord, parseYaml, type YamlFile } from '../yaml/document.ts'
import { refuseFaults } from '../yaml/faults.ts'
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
  const formal = file.faults.length > 0 ? file.faults : schemaFaults(file)
  if (formal.length > 0) refuseFaults(path, 'file of profiles', formal)
  const profiles = profilesOf(file)
  const faults = profiles.flatMap(({ id, figures }) =>
    figures.flatMap(({ parameter, value }) => {
      const fault = faultOf(parameter, value)
      return fault === undefined ? [] : [{ where: file.atKey(['profiles', id, 'figures'], parameter), ...fault }]
    }),
  )
  refuseFaults(path, 'file of profiles', faults)
  return profiles
}

function profilesOf(file: YamlFile): Profile[] {
  return Object.entries(isRecord(file.data.profiles) ? file.data.profiles : {}).map(([id, value]) => {
    const { title, figures } = value as { title: string; figures: Record<string, Omit<ProfileFigure, 'parameter'>> }
    return { id, title, figures: Object.entries(figures).map(([parameter, figure]) => ({ parameter, ...figure })) }
  })
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
