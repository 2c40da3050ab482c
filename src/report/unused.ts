// Waivers that no contract of a run concerned, in one line for standard error. They are in no report, since none is theirs.
import type { WaiverUse } from '../domain/waiver.ts'
import { flowing } from './escape.ts'
import { count } from './wording.ts'

const most = 5

/** One line, with its line feed: how many, of which file, and the first of them; `oddity` says what is odd about a requirement's name. */
export function unusedLine(
  file: string,
  unused: readonly WaiverUse[],
  oddity: (requirement: string) => string | undefined = () => undefined,
): string {
  const named = unused.slice(0, most).map(({ waiver: { requirement, contract } }) => {
    const odd = oddity(requirement)
    return `${requirement} for ${contract}${odd === undefined ? '' : ` (${odd})`}`
  })
  const more = unused.length > most ? `, and ${count(unused.length - most)} more` : ''
  const amount = unused.length === 1 ? '1 waiver' : `${count(unused.length)} waivers`
  const were = unused.length === 1 ? 'was' : 'were'
  return `${flowing(`clausegate: ${amount} of ${file} ${were} not used in this run: ${named.join(', ')}${more}`)}\n`
}
