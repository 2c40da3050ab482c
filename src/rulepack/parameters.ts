// The figures that a user may set, by `--set` or by `changes:` of a pack that extends another: which there are, and
// whether a value is one that can be compared with what contracts say.
import { UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { RulePack } from '../domain/requirement.ts'
import { parseQuantity } from '../language/quantities.ts'

const samples: Readonly<Record<string, string>> = { hour: '48 hours', percent: '85 %', count: '1000 requests' }

/** A value of the unit, for messages. */
export function sampleOf(unit: unknown): string {
  return samples[String(unit)] ?? '48 hours'
}

/** What is wrong with the value of a parameter of a figure of that unit; `none` asks for no figure at all. */
export function valueFault(value: unknown, unit: unknown): string | undefined {
  if (value === 'none') return undefined
  const found = parseQuantity(String(value))
  if (found?.amount === undefined) return `"${value}" is no figure`
  return unit === undefined || found.unit === unit ? undefined : `"${value}" is not of the kind asked for (${sampleOf(unit)})`
}

/**
 * The pack with the parameters set.
 * @throws {UserError} (usage) with every fault of the settings.
 */
export function withParameters(pack: RulePack, set: Readonly<Record<string, string>>): RulePack {
  const units = new Map(
    pack.requirements.flatMap(({ id, parameters, figure }) =>
      parameters.map(p => [`${id}.${p.name}`, p.name === figure?.parameter ? figure.unit : undefined]),
    ),
  )
  const wrong = Object.entries(set).flatMap(([name, value]) => settingFault(name, value, units))
  const meant = Object.keys(set).map(name => (units.has(name) ? name : nearest(name, [...units.keys()])))
  const known = meant.find(name => name !== undefined) ?? [...units.keys()][0] ?? 'incident.notice.within'
  if (wrong.length > 0)
    throw new UserError(
      'usage',
      '--set',
      wrong.join('\n'),
      `For example: --set ${known}="${sampleOf(units.get(known))}". clausegate rules show ID names those of a requirement.`,
    )
  const values = new Map(Object.entries(set))
  const requirements = pack.requirements.map(r => ({
    ...r,
    parameters: r.parameters.map(p => ({ ...p, value: values.get(`${r.id}.${p.name}`) ?? p.value })),
  }))
  return { ...pack, requirements }
}

function settingFault(name: string, value: string, units: ReadonlyMap<string, string | undefined>): string[] {
  if (units.has(name)) {
    const fault = valueFault(value, units.get(name))
    return fault === undefined ? [] : [`${name}: ${fault}`]
  }
  const guess = nearest(name, [...units.keys()])
  return [`there is no parameter ${name}${guess === undefined ? '' : `; did you mean ${guess}?`}`]
}
