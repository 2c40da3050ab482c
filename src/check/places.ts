// Where a frame is worth trying: the provisions that may hold its act and have its company within reach. Only what the
// surveys of the texts say is looked at, as sets of bits, so that most pairs of frame and provision are never met.
import type { Lexicon, Occurrences } from '../language/lexicon.ts'
import type { ReadProvision } from './provisions.ts'
import { contextOf } from './surroundings.ts'
import type { CompiledFrame } from './vocabulary.ts'

/** By concept the provisions, as sets of bits: each concept has a row of `width` numbers. */
export interface Places {
  readonly lexicon: Lexicon
  readonly width: number
  /** Where it may stand in the sentence or in the headers of its columns. */
  readonly own: Int32Array
  /** Where it may stand there, in the headings above, or in the sentences that this one leans on. */
  readonly around: Int32Array
}

/** Works out, for all concepts, where they may be. */
export function placesOf(provisions: readonly ReadProvision[], lexicon: Lexicon): Places {
  const width = (provisions.length + 31) >> 5
  const own = new Int32Array(width * lexicon.names.length)
  const around = new Int32Array(width * lexicon.names.length)
  for (let column = 0; column < width; column++) {
    const reads = provisions.slice(column * 32, column * 32 + 32)
    for (const [columns, bits] of together(reads, read => read.columns)) enter(own, columns, bits, column, width)
    for (const [headings, bits] of together(reads, read => read.headings)) enter(around, headings, bits, column, width)
    reads.forEach((read, at) => {
      for (const { concepts } of contextOf(read, column * 32 + at, provisions)) enter(around, concepts, 1 << at, column, width)
    })
    enterAll(own, (reads[0] as ReadProvision).concepts, column, width)
  }
  for (let at = 0; at < own.length; at++) around[at] = (around[at] as number) | (own[at] as number)
  return { lexicon, width, own, around }
}

/** What the provisions of a column have in common with those beside them: most have the headings of the one before. */
function together(reads: readonly ReadProvision[], of: (read: ReadProvision) => Occurrences): Map<Occurrences, number> {
  const bits = new Map<Occurrences, number>()
  reads.forEach((read, at) => {
    bits.set(of(read), (bits.get(of(read)) ?? 0) | (1 << at))
  })
  return bits
}

/** Enters the concepts of one text for some provisions of a column. */
function enter(rows: Int32Array, { surveyed: { survey, text } }: Occurrences, bits: number, column: number, width: number): void {
  const { row, concepts, named, namedTo } = survey
  for (let at = named; at < namedTo; at++) {
    const concept = row[at] as number
    if (((row[concepts + concept] as number) & text) === 0) continue
    const place = concept * width + column
    rows[place] = (rows[place] as number) | bits
  }
}

/** Enters the provisions of a column, each with its own concepts: they were surveyed together (provisions.ts), each as the bit it has here. */
function enterAll(rows: Int32Array, { surveyed: { survey } }: Occurrences, column: number, width: number): void {
  const { row, concepts, named, namedTo } = survey
  for (let at = named; at < namedTo; at++) {
    const place = (row[at] as number) * width + column
    rows[place] = (rows[place] as number) | (row[concepts + (row[at] as number)] as number)
  }
}

/** The provisions, by their index and in order, where a frame is worth trying. */
export function worthTrying({ frame, act, with: groups }: CompiledFrame, places: Places): number[] {
  const { lexicon, width, own, around } = places
  const first = lexicon.index.get(act)
  if (first === undefined) return []
  const rows = frame.reach === 'sentence' ? own : around
  const starts = groups.map(group => (lexicon.index.get(group) ?? -1) * width)
  const found: number[] = []
  for (let column = 0; column < width; column++) {
    let bits = own[first * width + column] as number
    for (let at = 0; at < starts.length && bits !== 0; at++) bits &= (rows[(starts[at] as number) + column] as number) ?? 0
    for (; bits !== 0; bits &= bits - 1) found.push(column * 32 + 31 - Math.clz32(bits & -bits))
  }
  return found
}
