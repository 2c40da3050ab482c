// From names to citations, and the catalogue that a user means. Plain data only: a compiled build needs no YAML for it.
import {
  type Catalogue,
  type Citation,
  type Citations,
  type CitedControls,
  type Control,
  type ControlCoverage,
  relations,
} from '../domain/control.ts'
import { UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'

/** What a map file says: ids by requirement, catalogue and relation. */
export type MapData = Readonly<Record<string, CitedControls>>

/** The citations that the data of a map stands for, in the order of the catalogues; names that resolve nowhere are passed over. */
export function citationsIn(data: MapData, catalogues: readonly Catalogue[]): Citations {
  return new Map(Object.entries(data).map(([requirement, named]) => [requirement, resolved(named, catalogues)]))
}

/** What is cited for one requirement, in the order of the catalogues; names that resolve nowhere are passed over. */
export function resolved(named: CitedControls, catalogues: readonly Catalogue[]): Citation[] {
  return catalogues.flatMap(catalogue => citationsFrom(catalogue, named[catalogue.key] ?? {}))
}

/** Citations together with further ones; of a control that both cite, the further one counts. */
export function joined(citations: readonly Citation[], more: readonly Citation[]): Citation[] {
  const nameOf = ({ framework, edition, id }: Citation): string => JSON.stringify([framework, edition, id])
  const named = new Set(more.map(nameOf))
  return [...citations.filter(one => !named.has(nameOf(one))), ...more]
}

function citationsFrom({ framework, edition, controls }: Catalogue, byRelation: Readonly<Record<string, readonly string[]>>): Citation[] {
  return relations.flatMap(relation =>
    (byRelation[relation] ?? []).flatMap(id => {
      const control = controls.find(candidate => candidate.id === id)
      return control === undefined ? [] : [{ framework, edition, ...shownOf(control), relation }]
    }),
  )
}

function shownOf({ id, title, appliesFrom }: Control): Pick<Citation, 'id' | 'title' | 'appliesFrom'> {
  return { id, ...(title === undefined ? {} : { title }), ...(appliesFrom === undefined ? {} : { appliesFrom }) }
}

/**
 * The catalogue of a name: with its edition ("owasp-llm-2025"), or without ("owasp-llm") for the newest.
 * Throws UserError (`usage`) for a name that there is not.
 */
export function catalogueNamed(name: string, catalogues: readonly Catalogue[]): Catalogue {
  const exact = catalogues.find(({ key }) => key === name)
  const editions = catalogues.filter(({ framework }) => framework === name).sort((a, b) => (byNumber(a.edition, b.edition) ? 1 : -1))
  const found = exact ?? editions[0]
  if (found !== undefined) return found
  const keys = catalogues.map(({ key }) => key)
  const guess = nearest(name, [...keys, ...new Set(catalogues.map(({ framework }) => framework))])
  const remedy = `${guess === undefined ? '' : `Did you mean ${guess}? `}Frameworks: ${keys.join(', ')}.`
  throw new UserError('usage', name, 'there is no such framework', remedy)
}

/** Whether an edition is older than another: number by number. */
function byNumber(one: string, other: string): boolean {
  const [left, right] = [one, other].map(edition => edition.split(/\D+/).map(Number)) as [number[], number[]]
  const at = left.findIndex((part, index) => part !== right[index])
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? 0)
}

/** Every control of a catalogue with the requirements that are cited for it, none left out. */
export function coverageOf({ framework, edition, controls }: Catalogue, citations: Citations): ControlCoverage[] {
  return controls.map(control => ({
    control,
    requirements: [...citations].flatMap(([id, all]) => {
      const citation = all.find(one => one.framework === framework && one.edition === edition && one.id === control.id)
      return citation === undefined ? [] : [{ id, relation: citation.relation }]
    }),
  }))
}
