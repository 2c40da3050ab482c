// What GitHub takes as a comment on a pull request: no more than 65,536 characters. What is cut is said.
import { count } from './wording.ts'

/** Less some room for what the one who posts it puts around it. */
const most = 60_000

/** The parts with a gap between them and a final line feed, as many as a comment holds; `kind` is what a reader calls them ("lines"). */
export function commentOf(parts: readonly string[], gap: string, kind: string): string {
  let length = 0
  const over = parts.findIndex(part => {
    length += part.length + gap.length
    return length > most
  })
  if (over < 0) return `${parts.join(gap)}\n`
  const left = `*${count(parts.length - over)} more ${kind} are left out here: a comment may be no longer.*`
  return `${parts.slice(0, over).join(gap)}\n\n${left}\n`
}
