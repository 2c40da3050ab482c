// Published controls that a pack cites its requirements for, and the catalogues that it brings: what the schema cannot say of
// them, and what becomes of them. How names are held against catalogues is for controls/.
import { joined, resolved } from '../controls/citations.ts'
import { catalogueFaults, cataloguesIn, citedFaults, withCatalogues } from '../controls/cited.ts'
import type { Catalogue, Citation, CitedControls } from '../domain/control.ts'
import { isRecord, recordsOf } from '../domain/json.ts'
import type { RulePack } from '../domain/requirement.ts'
import type { Fault, Path } from '../yaml/document.ts'
import type { PackFile } from './files.ts'
import { schemaFaults } from './schema-faults.ts'
import type { PackSources } from './sources.ts'

/** Faults of the citations and catalogues of a pack's own files; files that the schema refuses are passed over. */
export function controlFaults({ files, base }: PackSources, shipped: readonly Catalogue[]): Fault[] {
  if (!files.some(namesControls)) return []
  const sound = files.filter(file => file.faults.length === 0 && schemaFaults(file).length === 0)
  let known = withCatalogues(shipped, base === undefined ? [] : broughtBy(base))
  const faults = files.flatMap(file => {
    const found = sound.includes(file) ? catalogueFaults(file, known) : []
    // Those of a faulty file too: what cites them is not at fault.
    known = withCatalogues(known, cataloguesIn(file))
    return found
  })
  return [...faults, ...sound.flatMap(file => citationsIn(file).flatMap(({ path, cited }) => citedFaults(file, path, cited, known)))]
}

/** Whether a pack, or one that it builds on, says anything of published controls. */
export function citesControls({ files, base, uses }: PackSources): boolean {
  return files.some(namesControls) || [...(base === undefined ? [] : [base]), ...uses].some(citesControls)
}

/** The pack, each requirement with the controls that its own words or those of `changes:` cite it for. */
export function withOwnControls(pack: RulePack, sources: PackSources, shipped: readonly Catalogue[]): RulePack {
  if (!citesControls(sources)) return pack
  const brought = broughtBy(sources)
  const cited = citedBy(sources, withCatalogues(shipped, brought))
  const requirements = pack.requirements.map(requirement => {
    const controls = cited.get(requirement.id)
    return controls === undefined ? requirement : { ...requirement, controls }
  })
  return { ...pack, requirements, ...(brought.length === 0 ? {} : { catalogues: brought }) }
}

/** Those of the pack beneath first: a requirement of the same id takes their place, a change adds to them. */
function citedBy({ files, base }: PackSources, catalogues: readonly Catalogue[]): Map<string, readonly Citation[]> {
  const all = base === undefined ? new Map<string, readonly Citation[]>() : citedBy(base, catalogues)
  for (const { id } of files.flatMap(file => recordsOf(file.data.requirements))) all.delete(String(id))
  for (const { requirement, cited } of files.flatMap(citationsIn))
    all.set(requirement, joined(all.get(requirement) ?? [], resolved(cited, catalogues)))
  return all
}

function broughtBy({ files, base }: PackSources): Catalogue[] {
  return [...(base === undefined ? [] : broughtBy(base)), ...files.flatMap(cataloguesIn)]
}

function namesControls(file: PackFile): boolean {
  return file.data.catalogues !== undefined || citationsIn(file).length > 0
}

interface Cited {
  readonly requirement: string
  readonly path: Path
  readonly cited: CitedControls
}

/** What a file cites, for its own requirements and for those that it changes. */
function citationsIn({ data }: PackFile): Cited[] {
  const requirements = Array.isArray(data.requirements) ? data.requirements : []
  const own = requirements.map((value, at) => ({ requirement: String(value?.id), path: ['requirements', at, 'controls'], value }))
  const changes = Object.entries(isRecord(data.changes) ? data.changes : {})
  const changed = changes.map(([id, value]) => ({ requirement: id, path: ['changes', id, 'controls'], value }))
  return [...own, ...changed].flatMap(({ requirement, path, value }) =>
    isRecord(value) && isRecord(value.controls) ? [{ requirement, path, cited: value.controls as CitedControls }] : [],
  )
}
