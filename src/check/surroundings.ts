// What a sentence leans on: "they", "such logs", the limbs of a list and the rows of a table live off the sentences just
// before them, and whoever cites clause 4.1 has its words for company. Whether a requirement may look there is the frame's business.
import type { Contract, CrossReference } from '../domain/contract.ts'
import type { ReadProvision } from './provisions.ts'

/** Provisions whose text binds. */
export function isBinding(read: ReadProvision): boolean {
  return read.provision.zone === 'operative' || read.provision.zone === 'annex'
}

/** So many sentences before it a sentence may lean on; places.ts counts on there being no more. */
const nearest = 3
const leaning = new Set(
  `it they them its their this these those such same said thereof thereto therein thereafter foregoing aforesaid so ones former
  latter hereof`.split(/\s+/),
)

/** "admitted to that enclave": behind one of these "that" points back, and opens no clause. */
const pointingBack = new Set('to of in into from on onto for within at by over across upon'.split(' '))

/** Words that take up what was named just before, be it in the clause before: "shall describe those safeguards". */
const naming = new Set('those these such said aforesaid foregoing'.split(' '))

const contexts = new WeakMap<ReadProvision, readonly ReadProvision[]>()

/** What a sentence that leans on others leans on; asked for by many frames, so it is worked out once. */
export function contextOf(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): readonly ReadProvision[] {
  const known = contexts.get(read)
  if (known !== undefined) return known
  const near = leansOnOthers(read) ? neighbours(read, index, provisions) : none
  const cited = citedBy(read)
  const made = cited.length === 0 ? near : [...near, ...cited]
  contexts.set(read, made)
  return made
}

const none: readonly ReadProvision[] = []

/** Whether a sentence has a word that points back ("they", "such logs"), or is a limb or row that lives off what stands around it. */
export function leansOnOthers(read: ReadProvision): boolean {
  if (read.provision.cells !== undefined || read.provision.leadIns.length > 0) return true
  return read.tokens.some((t, i) => leaning.has(t.text) || pointsBack(read, i))
}

function pointsBack({ tokens }: ReadProvision, at: number): boolean {
  return tokens[at]?.text === 'that' && pointingBack.has(tokens[at - 1]?.text ?? '')
}

/** Provisions of the same paragraph or section, close by: what "it", "they" and "such logs" may lean on. */
function neighbours(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): ReadProvision[] {
  const found: ReadProvision[] = []
  let names: boolean | undefined
  let taken: ReadonlySet<string> | undefined
  const takesUp = (other: ReadProvision): boolean => {
    names ??= read.tokens.some(t => naming.has(t.text))
    if (names) return true
    const stems = taken ?? takenUp(read)
    taken = stems
    return stems.size > 0 && other.tokens.some(t => stems.has(t.stem))
  }
  for (let at = Math.max(0, index - nearest); at < index; at++) {
    const other = provisions[at]
    if (other === undefined || other.provision.document !== read.provision.document) continue
    const together =
      other.provision.paragraph === read.provision.paragraph ||
      (index - at <= 2 && (other.provision.section === read.provision.section || (other.headings === read.headings && takesUp(other))))
    if (together && isBinding(other) === isBinding(read)) found.push(other)
  }
  return found
}

/** "to that enclave": the words by which it takes up what was named elsewhere, not in its own words before. */
function takenUp(read: ReadProvision): ReadonlySet<string> {
  const taken = new Set<string>()
  read.tokens.forEach(({ stem }, at) => {
    if (pointsBack(read, at - 1) && read.tokens.findIndex(other => other.stem === stem) === at) taken.add(stem)
  })
  return taken
}

const citations = new WeakMap<ReadProvision, ReadProvision[]>()

/** What it cites by its number (`noteCitations`). */
export function citedBy(read: ReadProvision): readonly ReadProvision[] {
  return citations.get(read) ?? none
}

/** Of a section that is cited so many sentences are company; whoever cites a whole article means none of them. */
const mostOfSection = 4

/** Notes for each sentence those of the sections that it points to by number: "the protections described in Section 4.1". */
export function noteCitations({ references }: Contract, provisions: readonly ReadProvision[]): void {
  const bySection = new Map<number, ReadProvision[]>()
  for (const read of provisions) {
    const same = bySection.get(read.provision.section)
    if (same === undefined) bySection.set(read.provision.section, [read])
    else same.push(read)
  }
  for (const reference of references) {
    if (reference.kind === 'section' && reference.target !== undefined)
      noteHeld(reference, bySection.get(reference.target) ?? none, provisions)
    const target = reference.kind === 'section' && reference.target !== undefined ? bySection.get(reference.target) : undefined
    const read = target === undefined ? undefined : holderOf(reference, provisions)
    if (target === undefined || read === undefined || target.length > mostOfSection || target.includes(read)) continue
    citations.set(read, [...(citations.get(read) ?? []), ...target.filter(other => isBinding(other) === isBinding(read))])
  }
}

/** Of a clause that holds what another asks for so many sentences are read with that. */
const mostHeld = 2
/** "the standard named in clause 9": what is said there is said for the clause that points to it. */
const holding =
  /\b(?:named|specified|listed|stated|set (?:out|forth)|described|identified|given|prescribed|laid down|fixed) (?:in|at|by|under) $/i

// "The standard is ISO/IEC 27001" leans on the clause that points to it, as that does on it.
function noteHeld(reference: CrossReference, target: readonly ReadProvision[], provisions: readonly ReadProvision[]): void {
  if (target.length === 0 || target.length > mostHeld) return
  const read = holderOf(reference, provisions)
  if (read === undefined || target.includes(read) || !isBinding(read)) return
  const { start } = reference.place
  if (!holding.test(read.text.slice(Math.max(read.provision.span.start, start - 60), start))) return
  for (const held of target)
    if (isBinding(held) && held.provision.cells === undefined) citations.set(held, [...(citations.get(held) ?? []), read])
}

/** The provision in whose own words a reference stands; found by halving, as provisions are in reading order. */
function holderOf({ place }: CrossReference, provisions: readonly ReadProvision[]): ReadProvision | undefined {
  let low = 0
  let high = provisions.length
  while (low < high) {
    const middle = (low + high) >> 1
    const { document, span } = (provisions[middle] as ReadProvision).provision
    if (document < place.document || (document === place.document && span.end <= place.start)) low = middle + 1
    else high = middle
  }
  const found = provisions[low]
  return found?.provision.document === place.document && found.provision.span.start <= place.start ? found : undefined
}
