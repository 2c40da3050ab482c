// Settings as given on the command line: `--set NAME=VALUE`, and who is who.
import { UserError } from '../domain/errors.ts'

/** The pairs as a record. Throws UserError (`usage`) that names every one that is not of that form. */
export function settingsOf(pairs: readonly string[]): Record<string, string> {
  const wrong = pairs.filter(pair => !/^[^=\s]+=.*\S/.test(pair))
  if (wrong.length > 0) {
    throw new UserError(
      'usage',
      '--set',
      `not of the form NAME=VALUE: ${wrong.join(', ')}`,
      'For example: --set incident.notice.within="24 hours"',
    )
  }
  return Object.fromEntries(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).trim()]))
}

/** Throws UserError (`usage`) where a party is named with nothing, or both sides with the same name. */
export function refuseSameParty({ provider, customer }: { readonly provider?: string; readonly customer?: string }): void {
  for (const [role, name] of Object.entries({ provider, customer }))
    if (name !== undefined && name.trim() === '')
      throw new UserError('usage', `--${role}`, 'no name is given', `For example: --${role} "Acme Models Ltd"`)
  if (provider !== undefined && provider.trim().toLowerCase() === customer?.trim().toLowerCase())
    throw new UserError('usage', '--customer', `"${customer}" is named as both sides`, 'Name each side as the contract calls it.')
}
