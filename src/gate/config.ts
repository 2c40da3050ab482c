// clausegate.config.yaml: what applies to the contracts at or under its folder, per-path overrides included, and where
// each value came from. Finding the file and reading it are for cli/; what the values do is for those they concern.
import { posix } from 'node:path'
import picomatch from 'picomatch'
import schema from '../../rules/config.schema.json' with { type: 'json' }
import type { UserError } from '../domain/errors.ts'
import { formatNames } from '../domain/format-names.ts'
import { isRecord, recordsOf } from '../domain/json.ts'
import { nearest } from '../domain/nearest.ts'
import { type Data, type Fault, parseYaml, type YamlFile } from '../yaml/document.ts'
import { faultsError } from '../yaml/faults.ts'
import { faultFinder } from '../yaml/schema.ts'

export const configName = 'clausegate.config.yaml'

/** A configuration file. */
export interface Config {
  readonly path: string
  /** Only those of its keys that are sound. */
  readonly file: YamlFile
  /** What is wrong with the others (`usage`): nothing may be checked, but what the sound ones lead to can be tried first. */
  readonly fault?: UserError
}

/** One value that applies, and where it was set: `default`, a flag, or `file:line:column`. */
export interface Setting {
  readonly name: string
  readonly value: unknown
  readonly from: string
}

const examples: Readonly<Record<string, string>> = {
  packs: 'packs: [ai-model-protection]',
  profiles: 'profiles: [nis2]',
  'profile-file': 'profile-file: clausegate.profiles.yaml',
  parameters: 'parameters: { incident.notice.within: 24 hours }',
  severities: 'severities: { api.output-randomisation: minor }',
  off: 'off: { api.siem-forwarding: we run no SIEM }',
  provider: 'provider: Acme Models Ltd',
  customer: 'customer: Borough Council',
  'fail-on': 'fail-on: major',
  strict: 'strict: true',
  formats: 'formats: [text, sarif=gaps.sarif]',
  waivers: 'waivers: clausegate.waivers.yaml',
  'waiver-term': 'waiver-term: 180 days',
  'waiver-self-approval': 'waiver-self-approval: allowed',
  overrides: 'overrides: [{ files: "templates/**", fail-on: minor }]',
  files: 'files: "templates/**/*.docx"',
}

const schemaFaults = faultFinder(schema, key => `For example: ${examples[key] ?? 'fail-on: major'}`)

/** Reads the text of a configuration. */
export function readConfig(path: string, text: string): Config {
  const file = parseYaml(path, text, 'fail-on: major')
  const fault = faultsError(path, 'configuration', formalFaults(file))
  if (fault === undefined) return { path, file }
  const sound = Object.entries(file.data).filter(([key, value]) => formalFaults({ ...file, data: { [key]: value } }).length === 0)
  return { path, file: { ...file, data: Object.fromEntries(sound) }, fault }
}

function formalFaults(file: YamlFile): readonly Fault[] {
  return file.faults.length > 0 ? file.faults : [...schemaFaults(file), ...outputFaults(file)]
}

/** A file that lies beside a contract may come from the other side: it never writes outside its own folder. */
function outputFaults(file: YamlFile): Fault[] {
  const formats = Array.isArray(file.data.formats) ? file.data.formats.map(String) : []
  return formats.flatMap((format, at) => {
    const where = file.at(['formats', at])
    const cut = format.indexOf('=')
    const [name, target] = cut < 0 ? [format, undefined] : [format.slice(0, cut), format.slice(cut + 1)]
    if (!formatNames.some(known => known === name)) return [{ where, what: `there is no format "${name}"`, remedy: formatMeant(name) }]
    if (target === undefined || isWithin(target)) return []
    const what = `"${target}" lies outside the folder of the configuration`
    return [{ where, what, remedy: 'Name a file within it, or use --format on the command line.' }]
  })
}

function formatMeant(name: string): string {
  const guess = nearest(name, formatNames)
  return `${guess === undefined ? '' : `Did you mean ${guess}? `}Formats: ${formatNames.join(', ')}.`
}

function isWithin(target: string): boolean {
  const path = posix.normalize(target.replace(/\\/g, '/'))
  return !posix.isAbsolute(path) && !/^[a-z]:/i.test(path) && path !== '..' && !path.startsWith('../')
}

/** What applies to a contract, by the path of its file seen from the configuration's folder, with forward slashes. */
export function settingsFor({ file }: Config, contract: string): Setting[] {
  const settings = new Map<string, Setting>()
  apply(settings, file.data, [], file)
  for (const [at, override] of recordsOf(file.data.overrides).entries())
    if (matchesPath(String(override.files), contract)) apply(settings, override, ['overrides', at], file)
  return [...settings.values()]
}

/** Whether a path is one that a glob means; a glob without a slash means files of that name anywhere, unless it is `exact`. */
export function matchesPath(glob: string, path: string, exact = false): boolean {
  return picomatch.isMatch(path, glob, { basename: !exact && !glob.includes('/'), dot: true, nonegate: exact })
}

const tables = new Set(['parameters', 'severities', 'off'])

/** Tables are set key by key, so that an override leaves the other keys as they are. */
function apply(settings: Map<string, Setting>, values: Data, path: readonly (string | number)[], file: YamlFile): void {
  for (const [name, value] of Object.entries(values)) {
    if (name === 'overrides' || name === 'files') continue
    if (!tables.has(name) || !isRecord(value)) settings.set(name, { name, value, from: file.atKey(path, name) })
    else
      for (const [key, inner] of Object.entries(value))
        settings.set(`${name}: ${key}`, { name: `${name}: ${key}`, value: inner, from: file.atKey([...path, name], key) })
  }
}

/** The starting point that `clausegate init` writes: every key with what it does, all but one commented out. */
export const startingConfig = `# yaml-language-server: $schema=./node_modules/clausegate/rules/config.schema.json
# How clausegate checks the contracts at or under this folder. Flags of the command line go before what stands here;
# clausegate config FILE shows what applies to a contract, and where it was set.

# Least severity whose gaps fail the run: critical, major, minor or none.
fail-on: critical
# Whether a critical requirement fails it too that is met by words which a person should look at first.
# strict: true

# Rule packs: names of packs that ship, or folders seen from this file.
# packs: [ai-model-protection]

# Hold contracts against these profiles besides (clausegate rules profiles).
# profiles: [nis2]
# Profiles of your own, written as those that ship (rules/profiles.yaml of the package).
# profile-file: clausegate.profiles.yaml

# Figures to ask for in place of the pack's (clausegate rules show ID names them).
# parameters:
#   incident.notice.within: 24 hours

# Severities other than the pack's, and requirements that do not apply to you.
# severities:
#   api.output-randomisation: minor
# off:
#   api.siem-forwarding: we run no SIEM

# Who is who, where your contracts name the parties in their own way.
# provider: Supplier
# customer: Authority

# Reports to write on each run, within this folder (a folder of it must be there).
# formats: [text, sarif=gaps.sarif, junit=gaps.xml]

# Gaps that somebody answers for (clausegate waive ID FILE), and for how long at most.
# waivers: clausegate.waivers.yaml
# waiver-term: 180 days
# Whether who owns a gap may approve its waiver: refused (as it is else) or allowed, and then said in every report.
# waiver-self-approval: refused

# Other values for some contracts; later ones go before earlier ones.
# overrides:
#   - files: "templates/**"
#     fail-on: minor
`
