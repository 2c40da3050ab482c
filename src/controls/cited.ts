// What a map or a pack says of published controls, held against the catalogues: names that lead nowhere are told with what
// was meant. A pack may bring catalogues of its own, or further controls of one of which only the cited ones are kept.
import type { Catalogue, CitedControls } from '../domain/control.ts'
import { recordsOf } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import type { Fault, Path, YamlFile } from '../yaml/document.ts'
import { catalogueOf } from './shape.ts'

/** Faults of the citations at a path of a file: catalogues and controls that there are not, controls cited twice. */
export function citedFaults(file: YamlFile, path: Path, cited: CitedControls, catalogues: readonly Catalogue[]): Fault[] {
  const keys = catalogues.map(({ key }) => key)
  return Object.entries(cited).flatMap(([key, byRelation]) => {
    const catalogue = catalogues.find(candidate => candidate.key === key)
    if (catalogue === undefined) return [{ where: file.atKey(path, key), ...unknownName('catalogue', key, keys) }]
    return idFaults(file, [...path, key], byRelation, catalogue)
  })
}

function idFaults(file: YamlFile, path: Path, byRelation: CitedControls[string], catalogue: Catalogue): Fault[] {
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

/** What is wrong with a name that is not among the known ones, and what may have been meant. */
export function unknownName(kind: string, name: string, known: readonly string[]): Omit<Fault, 'where'> {
  const guess = nearest(name, known)
  const remedy =
    guess === undefined ? `Known are ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' ...' : ''}.` : `Did you mean ${guess}?`
  return { what: `there is no ${kind} "${name}"`, remedy }
}

/** The catalogues that a file of a pack brings; sound by its schema, or of no use. */
export function cataloguesIn(file: YamlFile): Catalogue[] {
  return recordsOf(file.data.catalogues).map(data => ({
    ...catalogueOf(data),
    title: String(data.title ?? `${data.framework} ${data.edition}`),
  }))
}

/** Catalogues with those that a pack brings: new ones behind, further controls at the end of the one that has their name. */
export function withCatalogues(catalogues: readonly Catalogue[], more: readonly Catalogue[]): Catalogue[] {
  const all = new Map(catalogues.map(catalogue => [catalogue.key, catalogue]))
  for (const one of more) {
    const before = all.get(one.key)
    all.set(one.key, before === undefined ? one : { ...before, controls: [...before.controls, ...one.controls] })
  }
  return [...all.values()]
}

/** Faults of the catalogues that a file brings, against those that there are before it. */
export function catalogueFaults(file: YamlFile, before: readonly Catalogue[]): Fault[] {
  const known = new Map(before.map(catalogue => [catalogue.key, catalogue]))
  return cataloguesIn(file).flatMap((catalogue, at) => {
    const old = known.get(catalogue.key)
    known.set(catalogue.key, catalogue)
    const whole = old?.extent === 'whole' ? [wholeFault(file, at, catalogue)] : []
    const titled = old !== undefined || recordsOf(file.data.catalogues)[at]?.title !== undefined
    const lacking = titled
      ? []
      : [{ where: file.at(['catalogues', at]), what: 'a framework of your own lacks "title"', remedy: titleExample }]
    return [...whole, ...lacking, ...(whole.length > 0 ? [] : twice(file, at, catalogue, old))]
  })
}

const titleExample = "For example: title: Our group's security standard"

function wholeFault(file: YamlFile, at: number, { key }: Catalogue): Fault {
  const remedy = 'Cite those it has (clausegate rules coverage --framework NAME), or give yours another framework or edition.'
  return { where: file.at(['catalogues', at]), what: `${key} ships whole: it has no further controls`, remedy }
}

function twice(file: YamlFile, at: number, { key, controls }: Catalogue, old: Catalogue | undefined): Fault[] {
  const seen = new Set(old?.controls.map(({ id }) => id))
  return controls.flatMap(({ id }, index) => {
    if (seen.size !== seen.add(id).size) return []
    return [{ where: file.at(['catalogues', at, 'controls', index, 'id']), what: `${id} is in ${key} already`, remedy: 'Leave it out.' }]
  })
}
