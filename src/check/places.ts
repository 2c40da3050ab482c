// Where a frame is worth trying: the provisions that may hold its act and have its company within reach. Only what the
// surveys of the texts say is looked at, as sets of bits, so that most pairs of frame and provision are never met.
import type { Lexicon, Occurrences } from '../language/lexicon.ts'
import type { ReadProvision } from './provisions.ts'
import { citedBy, leansOnOthers } from './surroundings.ts'
import type { CompiledFrame } from './vocabulary.ts'

/** By column of 32 provisions, in order, and within it by concept: which of the provisions, as a set of bits. */
export interface Places {
  readonly lexicon: Lexicon
  /** Where it may stand in the sentence or in the headers of its columns. */
  readonly own: Int32Array
  /** Where it may stand in the headings above, or in the sentences that this one leans on. */
  readonly around: Int32Array
}

/** Works out, for all concepts, where they may be. */
export function placesOf(provisions: readonly ReadProvision[], lexicon: Lexicon): Places {
  const size = lexicon.names.length
  const columns = (provisions.length + 31) >> 5
  const places = { lexicon, own: new Int32Array(columns * size), around: new Int32Array(columns * size) }
  let before = new Int32Array(size)
  for (let at = 0; at < columns; at++) {
    const reads = provisions.slice(at * 32, at * 32 + 32)
    const [own, around] = [new Int32Array(size), new Int32Array(size)]
    enterAll(own, (reads[0] as ReadProvision).concepts)
    enterShared(own, reads, read => [read.columns])
    enterShared(around, reads, read => [read.headings, ...citedBy(read).map(cited => cited.concepts)])
    enterNear(around, own, before, leaningAmong(reads))
    places.own.set(own, at * size)
    places.around.set(around, at * size)
    before = own
  }
  return places
}

/** Enters the provisions of a column, each with its own concepts: they were surveyed together (provisions.ts), each as the bit it has here. */
function enterAll(texts: Int32Array, { surveyed: { survey } }: Occurrences): void {
  const { row, concepts, named, namedTo } = survey
  for (let at = named; at < namedTo; at++) {
    const concept = row[at] as number
    texts[concept] = row[concepts + concept] as number
  }
}

/** Enters what each provision of a column has from elsewhere: most have it from where those beside them have it. */
function enterShared(
  texts: Int32Array,
  reads: readonly ReadProvision[],
  from: (read: ReadProvision, at: number) => readonly Occurrences[],
): void {
  const sharing = new Map<Occurrences, number>()
  reads.forEach((read, at) => {
    for (const one of from(read, at)) sharing.set(one, (sharing.get(one) ?? 0) | (1 << at))
  })
  for (const [{ surveyed }, bits] of sharing) enter(texts, surveyed, bits)
}

function leaningAmong(reads: readonly ReadProvision[]): number {
  return reads.reduce((bits, read, at) => (leansOnOthers(read) ? bits | (1 << at) : bits), 0)
}

/**
 * Enters what stands in the three provisions before each that leans on others, be they in the column before: `contextOf` has
 * no more, but takes longer to ask.
 */
function enterNear(around: Int32Array, own: Int32Array, before: Int32Array, leaning: number): void {
  if (leaning === 0) return
  for (let concept = 0; concept < own.length; concept++) {
    const here = own[concept] as number
    const there = before[concept] as number
    const near = (here << 1) | (here << 2) | (here << 3) | (there >>> 31) | (there >>> 30) | (there >>> 29)
    around[concept] = (around[concept] as number) | (near & leaning)
  }
}

function enter(texts: Int32Array, { survey, text }: Occurrences['surveyed'], bits: number): void {
  const { row, concepts, named, namedTo } = survey
  for (let at = named; at < namedTo; at++) {
    const concept = row[at] as number
    if (((row[concepts + concept] as number) & text) !== 0) texts[concept] = (texts[concept] as number) | bits
  }
}

/** The provisions, by their index and in order, where a frame is worth trying. */
export function worthTrying({ frame, act, with: groups }: CompiledFrame, { lexicon, own, around }: Places): number[] {
  const size = lexicon.names.length
  const wanted: number[] = []
  for (const name of [act, ...groups]) wanted.push(lexicon.index.get(name) ?? -1)
  if (wanted.includes(-1)) return []
  const rows = frame.reach === 'sentence' ? own : around
  const found: number[] = []
  for (let column = 0, first = 0; column < own.length; column += size, first += 32) {
    let bits = own[column + (wanted[0] as number)] as number
    for (let at = 1; at < wanted.length && bits !== 0; at++) {
      const place = column + (wanted[at] as number)
      bits &= (own[place] as number) | (rows[place] as number)
    }
    for (; bits !== 0; bits &= bits - 1) found.push(first + 31 - Math.clz32(bits & -bits))
  }
  return found
}
