// The command `why`: one requirement on one contract, with all that was looked at for it.
import { UserError } from '../domain/errors.ts'
import { defaultPack, openPack } from '../packs.ts'
import { version } from '../pipeline.ts'
import { whyJson, whyText } from '../report/why.ts'
import { explainFinding } from '../why.ts'
import { understand } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { unknown } from './rules.ts'
import { settingsOf } from './settings.ts'
import { openSource } from './sources.ts'

export interface WhyFlags extends LimitFlags {
  readonly pack: string
  readonly set: readonly string[]
  readonly provider?: string
  readonly customer?: string
  readonly revisions: 'final' | 'original'
  readonly format: 'text' | 'json'
}

/**
 * Prints how one requirement was judged.
 * @throws UserError (`usage`) with the likely id where there is none of that name, or as `read` does for the file
 */
export async function why(id: string, file: string, flags: WhyFlags, io: Io): Promise<void> {
  const pack = await openPack(flags.pack ?? defaultPack, settingsOf(flags.set), io.cwd)
  if (!pack.requirements.some(requirement => requirement.id === id)) throw unknown(id, pack, flags.pack)
  const contract = await understand([await openSource(file, io, flags)], flags, io)
  const explanation = explainFinding(contract, pack, id, named(flags))
  if (explanation === undefined)
    throw new UserError('usage', id, `There is no such requirement in ${pack.id}`, 'All of them: clausegate rules list')
  const explained = { version, explanation, contract }
  io.stdout.write(flags.format === 'json' ? whyJson(explained) : whyText(explained))
}

function named({ provider, customer }: WhyFlags): { provider?: string; customer?: string } {
  return { ...(provider === undefined ? {} : { provider }), ...(customer === undefined ? {} : { customer }) }
}
