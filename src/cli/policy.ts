// What applies to one contract: flags of the command line before the configuration found upward from it, before the
// defaults. Every value knows where it came from, so that `clausegate config` can say so.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import type { Severity } from '../domain/requirement.ts'
import type { Setting } from '../gate/config.ts'
import { defaultPack } from '../packs.ts'
import type { Io } from './io.ts'
import { refuseSameParty, settingsOf } from './settings.ts'

/** The flags that a configuration may give too; what is not given is undefined. */
export interface PolicyFlags {
  readonly config?: string | boolean
  readonly pack?: readonly string[]
  readonly profile?: readonly string[]
  readonly set?: readonly string[]
  readonly provider?: string
  readonly customer?: string
  readonly failOn?: Severity | 'none'
  readonly strict?: boolean
  readonly format?: readonly string[]
  readonly waivers?: string
}

export interface Policy {
  readonly packs: readonly string[]
  readonly profiles: readonly string[]
  /** Absolute path of a file of profiles of one's own. */
  readonly profileFile?: string
  readonly parameters: Readonly<Record<string, string>>
  readonly severities: Readonly<Record<string, Severity>>
  readonly off: Readonly<Record<string, string>>
  readonly provider?: string
  readonly customer?: string
  readonly failOn: Severity | 'none'
  /** A critical requirement that is met on doubtful evidence fails the run, too. */
  readonly strict: boolean
  readonly formats: readonly string[]
  /** Absolute path of the file of waivers. */
  readonly waivers?: string
  readonly waiverTerm?: string
  /** Whether who owns a gap may approve its waiver. */
  readonly selfApproval: boolean
  readonly configuration?: { readonly file: string; readonly sha256: string; readonly sets: readonly string[] }
  /** All that was set, with where. */
  readonly settings: readonly Setting[]
  /** What is wrong with the configuration: whoever goes on by the policy refuses it, with what else is wrong. */
  readonly fault?: UserError
}

interface Found {
  readonly path: string
  readonly sha256: string
  readonly text: string
}

/** The policy for a contract, with every fault of the configuration. Throws UserError (`usage`) where the flags are wrong. */
export async function policyFor(file: string, flags: PolicyFlags, io: Io): Promise<Policy> {
  const contract = file === '-' ? resolve(io.cwd, 'standard input') : resolve(io.cwd, file)
  const config = configurationFor(contract, flags.config, io)
  const set = config === undefined ? { settings: [] } : await settingsIn(config, contract)
  const settings = [...defaults, ...set.settings, ...flagSettings(flags)]
  const effective = settings.filter((setting, at) => settings.findLastIndex(({ name }) => name === setting.name) === at)
  return {
    ...valuesOf(effective, config === undefined ? io.cwd : dirname(config.path), io.cwd),
    ...(config === undefined ? {} : { configuration: configurationIn(config, effective, io.cwd) }),
    settings: effective,
    ...(set.fault === undefined ? {} : { fault: set.fault }),
  }
}

/** What was set, as what it is; a path that the configuration names is seen from its folder, one of a flag from where one stands. */
function valuesOf(settings: readonly Setting[], folder: string, cwd: string): Omit<Policy, 'configuration' | 'settings' | 'fault'> {
  const found = (name: string): Setting | undefined => settings.find(setting => setting.name === name)
  const value = (name: string): unknown => found(name)?.value
  const isFlag = (name: string): boolean => found(name)?.from.startsWith('-') === true
  const list = (name: string): readonly string[] => (value(name) ?? []) as string[]
  const parties = { ...text('provider', value('provider')), ...text('customer', value('customer')) }
  refuseSameParty(parties)
  return {
    packs: list('packs').map(name => placed(name, 'packs', settings, folder)),
    profiles: list('profiles'),
    parameters: tableOf(settings, 'parameters'),
    severities: tableOf(settings, 'severities') as Record<string, Severity>,
    off: tableOf(settings, 'off'),
    ...parties,
    failOn: value('fail-on') as Severity | 'none',
    strict: value('strict') === true,
    formats: list('formats').map(format => (isFlag('formats') ? format : within(format, folder, cwd))),
    ...(value('waivers') === undefined ? {} : { waivers: resolve(isFlag('waivers') ? cwd : folder, String(value('waivers'))) }),
    ...(value('profile-file') === undefined ? {} : { profileFile: resolve(folder, String(value('profile-file'))) }),
    ...text('waiverTerm', value('waiver-term')),
    selfApproval: value('waiver-self-approval') === 'allowed',
  }
}

/** The names of the parties that a policy gives. */
export function partiesOf({ provider, customer }: Pick<Policy, 'provider' | 'customer'>): { provider?: string; customer?: string } {
  return { ...(provider === undefined ? {} : { provider }), ...(customer === undefined ? {} : { customer }) }
}

/** What the file sets stands in every report: it may have come with the contract, and ask for less. */
function configurationIn({ path, sha256 }: Found, settings: readonly Setting[], cwd: string): NonNullable<Policy['configuration']> {
  const own = settings.filter(({ from }) => from.startsWith(`${path}:`))
  return { file: relative(cwd, path) || path, sha256, sets: own.map(({ name, value }) => `${name}: ${[value].flat().join(', ')}`) }
}

const defaults: readonly Setting[] = [
  { name: 'packs', value: [defaultPack], from: 'default' },
  { name: 'fail-on', value: 'critical', from: 'default' },
]

function flagSettings(flags: PolicyFlags): Setting[] {
  const { pack, profile, provider, customer, failOn, strict, format, waivers } = flags
  const single = { provider, customer, 'fail-on': failOn, strict, waivers }
  const lists = { packs: pack, profiles: profile, formats: format }
  const names: Readonly<Record<string, string>> = { packs: 'pack', profiles: 'profile', formats: 'format' }
  return [
    ...Object.entries(lists).flatMap(([name, value]) => (value?.length ? [{ name, value, from: `--${names[name]}` }] : [])),
    ...Object.entries(single).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value, from: `--${name}` }])),
    ...Object.entries(settingsOf(flags.set ?? [])).map(([key, value]) => ({ name: `parameters: ${key}`, value, from: '--set' })),
  ]
}

async function settingsIn({ path, text }: Found, contract: string): Promise<{ settings: Setting[]; fault?: UserError | undefined }> {
  const { readConfig, settingsFor } = await import('../gate/config.ts')
  const config = readConfig(path, text)
  return { settings: settingsFor(config, relative(dirname(path), contract).split(/[\\/]/).join('/')), fault: config.fault }
}

function tableOf(settings: readonly Setting[], table: string): Record<string, string> {
  const entries = settings.flatMap(({ name, value }) => {
    return name.startsWith(`${table}: `) ? [[name.slice(table.length + 2), String(value)] as const] : []
  })
  return Object.fromEntries(entries)
}

function text<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: String(value) } as Record<Name, string>)
}

/** A folder named in a configuration is seen from there, one named on the command line from where one stands. */
function placed(name: string, setting: string, settings: readonly Setting[], folder: string): string {
  const from = settings.findLast(one => one.name === setting)?.from ?? ''
  return from.startsWith('-') || from === 'default' || /^[a-z0-9-]+$/.test(name) ? name : resolve(folder, name)
}

function within(format: string, folder: string, cwd: string): string {
  const cut = format.indexOf('=')
  return cut < 0 ? format : `${format.slice(0, cut)}=${relative(cwd, resolve(folder, format.slice(cut + 1)))}`
}

function configurationFor(contract: string, named: string | boolean | undefined, io: Io): Found | undefined {
  if (named === false) return undefined
  if (typeof named === 'string') return required(resolve(io.cwd, named), named)
  for (let folder = dirname(contract); ; folder = dirname(folder)) {
    const config = opened(resolve(folder, 'clausegate.config.yaml'))
    if (config !== undefined || folder === dirname(folder)) return config
  }
}

function required(path: string, name: string): Found {
  const config = opened(path)
  if (config !== undefined) return config
  throw new UserError('usage', name, 'there is no such configuration', 'clausegate init writes one.')
}

const sizeMost = 1_000_000

function opened(path: string): Found | undefined {
  const about = aboutFile(path)
  if (about?.isFile() !== true) return undefined
  if (about.size > sizeMost) throw new UserError('usage', path, 'the configuration is larger than 1 MB', 'Name another with --config.')
  const bytes = readFileSync(path)
  return { path, sha256: createHash('sha256').update(bytes).digest('hex'), text: bytes.toString('utf8') }
}

function aboutFile(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}
