// The command `why`: one requirement on one contract, with all that was looked at for it, judged as `check` judges it: by the
// packs, figures and names of the configuration that applies, and of the flags.
import type { RulePack } from '../domain/requirement.ts'
import { version } from '../pipeline.ts'
import { whyJson, whyText } from '../report/why.ts'
import { explainFinding } from '../why.ts'
import { understand } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { packsFor } from './packs.ts'
import { type PolicyFlags, partiesOf, policyFor } from './policy.ts'
import { unknown } from './rules.ts'
import { openSource } from './sources.ts'

export interface WhyFlags extends Omit<PolicyFlags, 'format'>, LimitFlags {
  readonly revisions: 'final' | 'original'
  readonly format: 'text' | 'json'
}

/**
 * Prints how one requirement was judged.
 * @throws UserError (`usage`) with the likely id where there is none of that name, or as `read` does for the file
 */
export async function why(id: string, file: string, { format, ...flags }: WhyFlags, io: Io): Promise<void> {
  const policy = await policyFor(file, flags, io)
  const pack = packWith(id, await packsFor(policy, io.cwd), policy.packs)
  const parties = partiesOf(policy)
  const contract = await understand([await openSource(file, io, flags)], { ...flags, ...parties }, io)
  const explanation = explainFinding(contract, pack, id, parties)
  if (explanation === undefined) throw unknown(id, pack, pack.id)
  const explained = { version, explanation, contract }
  io.stdout.write(format === 'json' ? whyJson(explained) : whyText(explained))
}

/** The pack that asks a requirement. Throws UserError (`usage`) where none does. */
function packWith(id: string, packs: readonly RulePack[], names: readonly string[]): RulePack {
  const pack = packs.find(({ requirements }) => requirements.some(requirement => requirement.id === id))
  if (pack !== undefined) return pack
  throw unknown(id, packs[0] as RulePack, names[0] ?? '')
}
