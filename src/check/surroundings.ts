// What a sentence leans on: "they", "such logs", the limbs of a list and the rows of a table live off the sentences just
// before them. Whether a requirement may look there is the frame's business.
import type { ReadProvision } from './provisions.ts'

/** Provisions whose text binds. */
export function isBinding(read: ReadProvision): boolean {
  return read.provision.zone === 'operative' || read.provision.zone === 'annex'
}

const nearest = 3
const leaning = new Set(
  `it they them its their this these those such same said thereof thereto therein thereafter foregoing aforesaid so ones former
  latter hereof`.split(/\s+/),
)

const contexts = new WeakMap<ReadProvision, readonly ReadProvision[]>()

/** What a sentence that leans on others leans on; asked for by many frames, so it is worked out once. */
export function contextOf(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): readonly ReadProvision[] {
  const known = contexts.get(read)
  if (known !== undefined) return known
  const made = leansOnOthers(read) ? neighbours(read, index, provisions) : none
  contexts.set(read, made)
  return made
}

const none: readonly ReadProvision[] = []

/** Whether a sentence has a word that points back ("they", "such logs"), or is a limb or row that lives off what stands around it. */
function leansOnOthers(read: ReadProvision): boolean {
  if (read.provision.cells !== undefined || read.provision.leadIns.length > 0) return true
  return read.tokens.some(t => leaning.has(t.text))
}

/** Provisions of the same paragraph or section, close by: what "it", "they" and "such logs" may lean on. */
function neighbours(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): ReadProvision[] {
  const found: ReadProvision[] = []
  for (let at = Math.max(0, index - nearest); at < index; at++) {
    const other = provisions[at]
    if (other === undefined || other.provision.document !== read.provision.document) continue
    const together =
      other.provision.paragraph === read.provision.paragraph || (other.provision.section === read.provision.section && index - at <= 2)
    if (together && isBinding(other) === isBinding(read)) found.push(other)
  }
  return found
}
