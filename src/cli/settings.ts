// `--set NAME=VALUE` as given on the command line.
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
