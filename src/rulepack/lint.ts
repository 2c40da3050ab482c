// Every fault of a rule pack at once: what YAML and the schema say of each file, then what they cannot say: names that lead
// nowhere, names that are there twice, figures that are none.
import type { Catalogue } from '../domain/control.ts'
import { isRecord, recordsOf } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import type { Data, Fault, Path } from '../yaml/document.ts'
import { controlFaults } from './controls.ts'
import { exampleOf } from './examples.ts'
import type { PackFile } from './files.ts'
import { sampleOf, valueFault } from './parameters.ts'
import { circleFaults, conceptsIn, phraseFaults } from './phrase-faults.ts'
import { schemaFaults } from './schema-faults.ts'
import { type PackSources, readSources } from './sources.ts'

/**
 * All faults of the pack in a folder and of those it builds on, in the order of their files.
 * @throws {UserError} (usage) if there is no pack in the folder.
 */
export function lintRulePack(folder: string, catalogues: readonly Catalogue[] = []): Fault[] {
  return lintSources(readSources(folder), catalogues)
}

/** All faults of sources that are at hand; `catalogues` are those of published controls that packs may cite besides their own. */
export function lintSources(sources: PackSources, catalogues: readonly Catalogue[] = []): Fault[] {
  const { files, base, uses } = sources
  const beneath = [...(base === undefined ? [] : [base]), ...uses].flatMap(pack => lintSources(pack, catalogues))
  const lent = uses.flatMap(filesOf)
  const known = namesOf([...(base === undefined ? [] : filesOf(base)), ...files], lent)
  // Where a pack that it builds on was not found, nothing can be said of names that may be that one's.
  const whole = sources.faults.length === 0
  const meant = (file: PackFile): Fault[] => [
    ...phraseFaults(file, whole ? known.concepts : undefined),
    ...(whole ? nameFaults(file, known) : requirementFaults(file)),
  ]
  const own = files.flatMap(file => (file.faults.length > 0 ? file.faults : [...schemaFaults(file), ...meant(file)]))
  return [
    ...beneath,
    ...sources.faults,
    ...headFaults(files[0]),
    ...own,
    ...controlFaults(sources, catalogues),
    ...twice(files),
    ...circleFaults(files, [...lent, ...(base === undefined ? [] : filesOf(base))]),
  ]
}

/** The files of a pack and of all it builds on. */
function filesOf({ files, base, uses }: PackSources): PackFile[] {
  return [...uses.flatMap(filesOf), ...(base === undefined ? [] : filesOf(base)), ...files]
}

interface Known {
  readonly concepts: ReadonlySet<string>
  readonly requirements: ReadonlyMap<string, Data>
  readonly clauses: ReadonlySet<string>
}

function namesOf(files: readonly PackFile[], lent: readonly PackFile[]): Known {
  return {
    concepts: new Set([...lent, ...files].flatMap(file => Object.keys(conceptsIn(file)))),
    requirements: new Map(files.flatMap(f => recordsOf(f.data.requirements)).map(r => [String(r.id), r])),
    clauses: new Set(files.flatMap(f => recordsOf(f.data.clauses)).map(c => String(c.id))),
  }
}

/** `pack.yaml` names the pack; the schema, which holds for every file of it, cannot ask for that. */
function headFaults(head: PackFile | undefined): Fault[] {
  if (head === undefined || head.faults.length > 0) return []
  const lacking = ['id', 'version', 'title'].filter(key => head.data[key] === undefined)
  return lacking.map(key => ({ where: head.at([]), what: `the pack lacks "${key}"`, remedy: exampleOf(key) }))
}

function nameFaults(file: PackFile, known: Known): Fault[] {
  return [...clauseFaults(file, known), ...requirementFaults(file), ...checklistFaults(file, known), ...changeFaults(file, known)]
}

function clauseFaults(file: PackFile, known: Known): Fault[] {
  if (recordsOf(file.data.requirements).length === 0 || known.clauses.has(String(file.data.clause))) return []
  const guess = nearest(String(file.data.clause), [...known.clauses])
  const remedy = `${guess === undefined ? '' : `Did you mean "${guess}"? `}Clauses are listed in pack.yaml: ${[...known.clauses].join(', ') || exampleOf('clauses')}.`
  return [
    {
      where: file.at(['clause']),
      what: file.data.clause === undefined ? 'the file lacks "clause"' : `there is no clause "${file.data.clause}"`,
      remedy,
    },
  ]
}

function requirementFaults(file: PackFile): Fault[] {
  const requirements = Array.isArray(file.data.requirements) ? file.data.requirements : []
  return requirements.flatMap((r: unknown, i) => (isRecord(r) ? figureFaults(file, r, ['requirements', i]) : []))
}

function figureFaults(file: PackFile, requirement: Data, path: Path): Fault[] {
  const { figure, parameters } = requirement
  if (!isRecord(figure)) return []
  const name = String(figure.parameter)
  const parameter = isRecord(parameters) && Object.hasOwn(parameters, name) ? parameters[name] : undefined
  const remedy = `For example: parameters: { ${name}: { value: ${sampleOf(figure.unit)} } }`
  if (!isRecord(parameter))
    return [{ where: file.at([...path, 'figure']), what: `the figure's parameter "${name}" is not among the parameters`, remedy }]
  const what = valueFault(parameter.value, figure.unit)
  return what === undefined ? [] : [{ where: file.at([...path, 'parameters', name, 'value']), what, remedy }]
}

function checklistFaults(file: PackFile, known: Known): Fault[] {
  const items = Array.isArray(file.data.checklist) ? file.data.checklist : []
  return items.flatMap((item: unknown, i) => {
    const parts = isRecord(item) && Array.isArray(item.parts) ? item.parts : []
    return parts.flatMap((part: unknown, j) => unknownRequirement(String(part), known, file.at(['checklist', i, 'parts', j])))
  })
}

function changeFaults(file: PackFile, known: Known): Fault[] {
  const { changes } = file.data
  if (!isRecord(changes)) return []
  return Object.entries(changes).flatMap(([id, change]) => {
    const requirement = known.requirements.get(id)
    if (requirement === undefined) return unknownRequirement(id, known, file.atKey(['changes'], id))
    return isRecord(change) && isRecord(change.parameters) ? parameterFaults(file, id, change.parameters, requirement) : []
  })
}

function unknownRequirement(id: string, known: Known, where: string): Fault[] {
  if (known.requirements.has(id)) return []
  const guess = nearest(id, [...known.requirements.keys()])
  const remedy =
    guess === undefined
      ? 'Name a requirement of this pack or of the one it extends, for example: incident.notice'
      : `Did you mean "${guess}"?`
  return [{ where, what: `there is no requirement "${id}"`, remedy }]
}

function parameterFaults(file: PackFile, id: string, set: Data, { parameters, figure }: Data): Fault[] {
  const names = Object.keys(isRecord(parameters) ? parameters : {})
  const path = ['changes', id, 'parameters']
  return Object.entries(set).flatMap(([name, value]) => {
    const guess = nearest(name, names) ?? names[0]
    if (!names.includes(name))
      return [
        {
          where: file.atKey(path, name),
          what: `${id} has no parameter "${name}"`,
          remedy: guess === undefined ? 'It has none at all.' : `Did you mean "${guess}"?`,
        },
      ]
    const unit = isRecord(figure) && figure.parameter === name ? figure.unit : undefined
    const what = valueFault(value, unit)
    return what === undefined ? [] : [{ where: file.at([...path, name]), what, remedy: `For example: ${name}: ${sampleOf(unit)}` }]
  })
}

interface Named {
  readonly kind: string
  readonly name: string
  readonly where: () => string
}

/** Ids and names that one pack has twice: of the two, one would be lost without a word. */
function twice(files: readonly PackFile[]): Fault[] {
  const seen = new Set<string>()
  const repeated = files.flatMap(namedIn).filter(({ kind, name }) => seen.size === seen.add(`${kind} ${name}`).size)
  return repeated.map(({ kind, name, where }) => ({
    where: where(),
    what: `${kind} "${name}" is there twice`,
    remedy: 'Each has a name of its own within a pack.',
  }))
}

function namedIn(file: PackFile): Named[] {
  const concepts = Object.keys(conceptsIn(file)).map(name => ({ kind: 'concept', name, where: () => file.atKey(['concepts'], name) }))
  const lists = [
    ['requirements', 'requirement'],
    ['clauses', 'clause'],
    ['checklist', 'checklist item'],
  ] as const
  return [...concepts, ...lists.flatMap(([key, kind]) => idsIn(file, key, kind))]
}

function idsIn(file: PackFile, key: string, kind: string): Named[] {
  const entries = Array.isArray(file.data[key]) ? file.data[key] : []
  return entries.flatMap((entry: unknown, i) =>
    isRecord(entry) && entry.id !== undefined ? [{ kind, name: String(entry.id), where: () => file.at([key, i, 'id']) }] : [],
  )
}
