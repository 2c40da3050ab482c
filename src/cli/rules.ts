// The commands `rules list | show | lint | test`: what a pack asks, and whether the pack itself is sound.
import { resolve } from 'node:path'
import { exitCodes, UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { RulePack } from '../domain/requirement.ts'
import type { ExampleResult } from '../examples.ts'
import { defaultPack, openPack, packFaults } from '../packs.ts'
import { visible } from '../report/escape.ts'
import { paragraph } from '../report/layout.ts'
import { listText, ruleText } from '../report/rule.ts'
import type { Io } from './io.ts'

interface PackFlag {
  readonly pack: string
}

/** Prints all requirements of the pack by clause. */
export async function list(flags: PackFlag, io: Io): Promise<void> {
  io.stdout.write(listText(await openPack(flags.pack, {}, io.cwd)))
}

/** Prints one requirement in full. Throws UserError (`usage`) with the likely id where there is none of that name. */
export async function show(id: string, flags: PackFlag, io: Io): Promise<void> {
  const pack = await openPack(flags.pack, {}, io.cwd)
  const requirement = pack.requirements.find(candidate => candidate.id === id)
  if (requirement === undefined) throw unknown(id, pack, flags.pack)
  const { citationsFor, openControls } = await import('../controls.ts')
  io.stdout.write(ruleText(requirement, citationsFor(pack, await openControls()).get(id)))
}

/** That a pack has no such requirement, with the one that was likely meant. */
export function unknown(id: string, pack: RulePack, named: string): UserError {
  const off = pack.off.find(({ requirement }) => requirement === id)
  if (off !== undefined)
    return new UserError('usage', id, `This requirement is switched off in ${pack.id}`, `The reason given: ${off.reason}`)
  const guess = nearest(
    id,
    pack.requirements.map(requirement => requirement.id),
  )
  const hint = guess === undefined ? '' : `Did you mean ${guess}? `
  const all = named === defaultPack ? '' : ` --pack ${named}`
  return new UserError('usage', id, `There is no such requirement in ${pack.id}`, `${hint}All of them: clausegate rules list${all}`)
}

/** Prints the profiles that ship, or those of a file of one's own, each figure with its ground and source. Throws UserError (`usage`) with every fault of the file. */
export async function profiles({ file }: { readonly file?: string }, io: Io): Promise<void> {
  const [{ shippedProfiles }, { ownProfiles }] = await Promise.all([import('../profiles.ts'), import('./profiles.ts')])
  const all = file === undefined ? await shippedProfiles() : await ownProfiles(resolve(io.cwd, file), [])
  const lines = all.flatMap(({ id, title, figures }) => [
    ...paragraph(visible(title), `${id}: `, '  '),
    ...figures.flatMap(({ parameter, value, basis, source }) => [
      `  ${parameter}: ${value} (${basis})`,
      ...paragraph(visible(source), '    '),
    ]),
    '',
  ])
  io.stdout.write(`${lines.join('\n')}\n`)
}

/** Prints every fault of a pack. Returns the exit code. */
export async function lint(path: string, io: Io): Promise<number> {
  const faults = (await packFaults(path, io.cwd)).map(fault => ({ ...fault, where: fault.where.replace(`${io.cwd}/`, '') }))
  for (const { where, what, remedy } of faults)
    io.stdout.write(`${visible(`${where}: ${what}`)}\n${remedy === '' ? '' : `  ${visible(remedy)}\n`}`)
  io.stdout.write(faults.length === 0 ? 'No faults.\n' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.\n`)
  return faults.length === 0 ? exitCodes.pass : exitCodes.usage
}

/** Runs all examples of a pack and prints those that fail. Returns the exit code; a pack without examples fails. */
export async function test(path: string, io: Io): Promise<number> {
  const { runExamples } = await import('../examples.ts')
  const results = await runExamples(await openPack(path, {}, io.cwd))
  const failed = results.filter(({ passed }) => !passed)
  for (const result of failed) io.stdout.write(`${exampleLines(result).join('\n')}\n`)
  io.stdout.write(`${results.length - failed.length} of ${results.length} examples hold.\n`)
  return failed.length === 0 && results.length > 0 ? exitCodes.pass : exitCodes.gaps
}

function exampleLines({ requirement, example, verdict, reasons, fault }: ExampleResult): string[] {
  const wanted = [example.verdict, ...example.reasons].join(' ')
  return [
    ...paragraph(`${requirement}: wanted ${wanted}, got ${fault ?? [verdict, ...reasons].join(' ')}`),
    ...paragraph(visible(example.text.replace(/\s+/g, ' ')), '  '),
    '',
  ]
}
