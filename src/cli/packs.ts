// The rule packs of a policy, adjusted as it says: parameters, severities, what is off. What a setting may be is for
// rulepack/ and gate/; here each is tried, so that all that is wrong is told at once.
import { withVocabularyOf } from '../check/vocabulary.ts'
import { UserError } from '../domain/errors.ts'
import type { RulePack } from '../domain/requirement.ts'
import { openPack } from '../packs.ts'
import { type Faults, faultsOver } from './faults.ts'
import type { Policy } from './policy.ts'

/** The packs of a policy, adjusted. Throws UserError (`usage`) with all that is wrong in them. */
export async function packsFor(policy: Policy, cwd: string): Promise<RulePack[]> {
  const faults = faultsOver(policy)
  const packs = await packsIn(policy, cwd, faults)
  faults.refuse()
  return packs
}

/** The same, with what is wrong kept; no packs where one cannot be opened. */
export async function packsIn(policy: Policy, cwd: string, faults: Faults): Promise<RulePack[]> {
  const { packs: names, parameters, severities, off } = policy
  const opened = []
  for (const name of names) opened.push(await faults.keep('packs', () => openPack(name, {}, cwd)))
  const packs = opened.filter(pack => pack !== undefined)
  if (packs.length < names.length) return []
  if (Object.keys(parameters).length + Object.keys(severities).length + Object.keys(off).length === 0) return packs
  const { adjust, unknownRequirements } = await import('../gate/adjust.ts')
  for (const [table, ids] of Object.entries({ severities: Object.keys(severities), off: Object.keys(off) }))
    for (const id of ids) await faults.keep(`${table}: ${id}`, () => refuseUnknown(unknownRequirements([id], packs)))
  const set = await withOwnParameters(packs, parameters, faults)
  return set.map((pack, at) => withVocabularyOf(packs[at] ?? pack, adjust(pack, { severities, off })))
}

function refuseUnknown([unknown]: readonly string[]): void {
  if (unknown !== undefined) throw new UserError('usage', '', unknown, 'clausegate rules list names them.')
}

/** Each pack takes the parameters that it knows; what none knows is refused by the first. */
async function withOwnParameters(
  packs: readonly RulePack[],
  parameters: Readonly<Record<string, string>>,
  faults: Faults,
): Promise<RulePack[]> {
  const { withParameters } = await import('../rulepack/parameters.ts')
  const names = packs.map(pack => new Set(pack.requirements.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`))))
  const sound: [string, string][] = []
  for (const [name, value] of Object.entries(parameters)) {
    const owner = packs[names.findIndex(known => known.has(name))] ?? packs[0]
    const tried = await faults.keep(`parameters: ${name}`, () => owner && withParameters(owner, { [name]: value }))
    if (tried !== undefined) sound.push([name, value])
  }
  return packs.map((pack, at) => withParameters(pack, Object.fromEntries(sound.filter(([name]) => names[at]?.has(name)))))
}

/** A pack whose own examples fail is no measure. With other parameters than its own it is not held against them. Throws UserError (`usage`). */
export async function verifyRules(pack: RulePack): Promise<void> {
  const { runExamples } = await import('../examples.ts')
  const results = await runExamples(pack)
  const failed = results.filter(({ passed }) => !passed)
  if (results.length > 0 && failed.length === 0) return
  const lines = failed.map(
    ({ requirement, example, verdict, fault }) => `${requirement}: wanted ${example.verdict}, got ${fault ?? verdict}`,
  )
  const what = results.length === 0 ? 'the pack has no examples to be verified by' : `${failed.length} examples fail:\n${lines.join('\n')}`
  throw new UserError('usage', pack.id, what, `clausegate rules test ${pack.id} shows them in full. Nothing was checked.`)
}
