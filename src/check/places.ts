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
  for (let index = 0; index < provisions.length; index++) {
    const read = provisions[index] as ReadProvision
    for (const { possible } of [read.concepts, read.columns]) enter(own, possible, index, width)
    enter(around, read.headings.possible, index, width)
    for (const { concepts } of contextOf(read, index, provisions)) enter(around, concepts.possible, index, width)
  }
  for (let at = 0; at < own.length; at++) around[at] = (around[at] as number) | (own[at] as number)
  return { lexicon, width, own, around }
}

function enter(rows: Int32Array, concepts: Occurrences['possible'], index: number, width: number): void {
  const column = index >> 5
  const bit = 1 << (index & 31)
  for (let word = 0; word < concepts.width; word++) {
    for (let bits = concepts.row[concepts.first + word] as number; bits !== 0; bits &= bits - 1) {
      const place = (word * 32 + 31 - Math.clz32(bits & -bits)) * width + column
      rows[place] = (rows[place] as number) | bit
    }
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
