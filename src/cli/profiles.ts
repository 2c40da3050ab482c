// The profiles that a policy names: those that ship and those of a file of one's own, whose figures are tried against the
// packs, so that a slip in a name does not leave a figure unasked.
import { UserError } from '../domain/errors.ts'
import type { RulePack } from '../domain/requirement.ts'
import type { Profile } from '../gate/profiles.ts'
import { openPack, shippedPacks } from '../packs.ts'
import type { Faults } from './faults.ts'
import { textOf } from './sources.ts'

/** The profiles of these names; what is wrong is kept. `own` is the absolute path of a file of profiles. */
export async function profilesIn(
  names: readonly string[],
  own: string | undefined,
  packs: readonly RulePack[],
  faults: Faults,
): Promise<Profile[]> {
  const brought = own === undefined ? [] : await faults.keep('profile-file', () => ownProfiles(own, packs))
  const all = []
  if (brought !== undefined) for (const name of names) all.push(await faults.keep('profiles', () => profileNamed(name, brought, packs)))
  return all.filter(profile => profile !== undefined)
}

/** The profiles of a file of one's own. Throws UserError (`usage`) with every fault, also of names that no pack has. */
export async function ownProfiles(path: string, packs: readonly RulePack[]): Promise<Profile[]> {
  const [{ readProfiles }, { withParameters }, shipped] = await Promise.all([
    import('../gate/profiles.ts'),
    import('../rulepack/parameters.ts'),
    Promise.all(shippedPacks().map(name => openPack(name))),
  ])
  const text = textOf(path, 'file of profiles')
  const known = [...packs, ...shipped]
  return readProfiles(path, text, (parameter, value) => {
    const pack = known.find(one => parametersOf([one]).has(parameter)) ?? known[0]
    try {
      if (pack !== undefined) withParameters(pack, { [parameter]: value })
      return undefined
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { what: error.message, remedy: error.remedy }
    }
  })
}

/** Throws UserError (`usage`) also for a profile that asks for nothing these packs have: nothing would be held against it. */
async function profileNamed(name: string, own: readonly Profile[], packs: readonly RulePack[]): Promise<Profile | undefined> {
  const [{ chosenProfiles }, { shippedProfiles }] = await Promise.all([import('../gate/profiles.ts'), import('../profiles.ts')])
  const shipped = await shippedProfiles()
  const twice = own.find(({ id }) => shipped.some(one => one.id === id))
  if (twice !== undefined) throw new UserError('usage', twice.id, 'a profile of that name ships', 'Give your own another name.')
  const [chosen] = chosenProfiles([name], [...shipped, ...own])
  const known = parametersOf(packs)
  if (chosen === undefined || packs.length === 0 || chosen.figures.some(({ parameter }) => known.has(parameter))) return chosen
  const asks = chosen.figures.map(({ parameter }) => parameter).join(', ')
  const what = `it asks for nothing that ${packs.map(({ id }) => id).join(' or ')} has, so nothing would be held against it`
  const remedy = `It asks for ${asks}. Take a pack that has one of them, or leave the profile out.`
  throw new UserError('usage', `profile ${chosen.id}`, what, remedy)
}

function parametersOf(packs: readonly RulePack[]): ReadonlySet<string> {
  return new Set(
    packs.flatMap(({ requirements }) => requirements.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`))),
  )
}
