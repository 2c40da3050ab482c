// Where the concepts of a lexicon occur in a run of tokens. Linear in the text: every phrase is literals and bounded gaps,
// and is only tried where a word can begin it and a word that it needs stands further on. The trying is in search.ts.
import { cancels } from './compact.ts'
import type { Lexicon } from './lexicon.ts'
import { addStart, endOf, isNegative, nextOpen, type Search, searchFor, setOpen } from './search.ts'
import type { Token } from './tokens.ts'

/** Token indices, half-open. */
export interface Match {
  readonly from: number
  readonly to: number
  /** The words that matched hold a "not" of their own, which is not to be counted again. */
  readonly negative?: boolean
}

/** Where each concept occurs, in order; concepts that do not occur are absent. */
export interface Occurrences extends Iterable<[string, readonly Match[]]> {
  readonly size: number
  has(name: string): boolean
  get(name: string): readonly Match[] | undefined
  keys(): Iterable<string>
}

/** Matches kept as numbers, since a contract has some hundred for each provision and few are ever asked for. */
class Found implements Occurrences {
  readonly #lexicon: Lexicon
  /** Concepts in ascending order, each with the index in `rows` after its last match. */
  readonly #concepts: readonly number[]
  readonly #ends: readonly number[]
  /** Two numbers for each match: twice the token it begins with, 1 added where it is negative, and the token after it. */
  readonly #rows: readonly number[]
  /** The concepts as a set of bits, since most that are asked for are not there. */
  readonly #bits: Int32Array

  constructor(lexicon: Lexicon, concepts: readonly number[], ends: readonly number[], rows: readonly number[]) {
    this.#lexicon = lexicon
    this.#concepts = concepts
    this.#ends = ends
    this.#rows = rows
    this.#bits = new Int32Array((lexicon.names.length + 31) >> 5)
    for (const concept of concepts) this.#bits[concept >> 5] = (this.#bits[concept >> 5] as number) | (1 << (concept & 31))
  }

  get size(): number {
    return this.#concepts.length
  }

  has(name: string): boolean {
    const concept = this.#lexicon.index.get(name)
    return concept !== undefined && ((this.#bits[concept >> 5] as number) & (1 << (concept & 31))) !== 0
  }

  get(name: string): Match[] | undefined {
    if (!this.has(name)) return undefined
    const place = this.#placeOf(name)
    return place < 0 ? undefined : this.#matchesAt(place)
  }

  keys(): string[] {
    return this.#concepts.map(concept => this.#lexicon.names[concept] as string)
  }

  *[Symbol.iterator](): Iterator<[string, readonly Match[]]> {
    for (const [place, name] of this.keys().entries()) yield [name, this.#matchesAt(place)]
  }

  #placeOf(name: string): number {
    const concept = this.#lexicon.index.get(name) ?? -1
    let low = 0
    let high = this.#concepts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#concepts[middle] as number) < concept) low = middle + 1
      else high = middle
    }
    return this.#concepts[low] === concept ? low : -1
  }

  #matchesAt(place: number): Match[] {
    const matches: Match[] = []
    const end = this.#ends[place] as number
    for (let row = place === 0 ? 0 : (this.#ends[place - 1] as number); row < end; row += 2) matches.push(matchOf(this.#rows, row))
    return matches
  }
}

function matchOf(rows: readonly number[], row: number): Match {
  const start = rows[row] as number
  const to = rows[row + 1] as number
  return (start & 1) === 1 ? { from: start >> 1, to, negative: true } : { from: start >> 1, to }
}

/**
 * Finds every concept in the tokens.
 * @param injected matches known from elsewhere: a defined term stands for the concepts of its meaning.
 */
export function findConcepts(lexicon: Lexicon, tokens: readonly Token[], injected?: ReadonlyMap<string, readonly Match[]>): Occurrences {
  const search = searchFor(lexicon, tokens)
  for (const name of injected?.keys() ?? []) setOpen(search, lexicon.index.get(name))
  const concepts: number[] = []
  const ends: number[] = []
  // The concepts that a match makes possible all come later, so one pass over the open ones is enough.
  for (let concept = nextOpen(search, 0); concept >= 0; concept = nextOpen(search, concept)) {
    const begin = search.rows.length
    addMatches(search, concept, injected === undefined ? undefined : injected.get(lexicon.names[concept] as string))
    if (search.rows.length === begin) continue
    search.from[concept] = begin
    search.to[concept] = search.rows.length
    concepts.push(concept)
    ends.push(search.rows.length)
    for (const phrase of lexicon.led[concept] as readonly number[])
      for (let row = begin; row < search.rows.length; row += 2) addStart(search, phrase, (search.rows[row] as number) >> 1)
  }
  for (const concept of concepts) search.to[concept] = search.from[concept] as number
  return new Found(lexicon, concepts, ends, search.rows)
}

/** Adds the matches of one concept to the rows, in order. */
function addMatches(search: Search, concept: number, injected: readonly Match[] | undefined): void {
  const { begin, rows, head, lexicon } = search
  const first = rows.length
  const barred: number[] = []
  for (let place = head[concept] as number; place >= 0; place = begin.next[place] as number) {
    const phrase = begin.phrase[place] as number
    const from = begin.at[place] as number
    const to = endOf(search, phrase, from)
    if (to <= from) continue
    if (((lexicon.flags[phrase] as number) & cancels) !== 0) barred.push(from, to)
    else rows.push(from * 2 + (isNegative(search, phrase, from, to) ? 1 : 0), to)
  }
  head[concept] = -1
  if (barred.length > 0) removeBarred(rows, first, barred)
  for (const { from, to, negative } of injected ?? []) rows.push(from * 2 + (negative === true ? 1 : 0), to)
  if (!isSorted(rows, first)) sortRows(rows, first)
}

/** Removes the matches that overlap one of the barred stretches. */
function removeBarred(rows: number[], first: number, barred: readonly number[]): void {
  const tokens = new Set<number>()
  for (let i = 0; i < barred.length; i += 2) for (let at = barred[i] as number; at < (barred[i + 1] as number); at++) tokens.add(at)
  let kept = first
  for (let row = first; row < rows.length; row += 2) {
    const start = rows[row] as number
    const end = rows[row + 1] as number
    let at = start >> 1
    while (at < end && !tokens.has(at)) at++
    if (at < end) continue
    rows[kept++] = start
    rows[kept++] = end
  }
  rows.length = kept
}

function isSorted(rows: readonly number[], first: number): boolean {
  for (let row = first + 2; row < rows.length; row += 2) if (order(rows, row - 2, row) > 0) return false
  return true
}

function order(rows: readonly number[], a: number, b: number): number {
  return ((rows[a] as number) >> 1) - ((rows[b] as number) >> 1) || (rows[a + 1] as number) - (rows[b + 1] as number)
}

function sortRows(rows: number[], first: number): void {
  const unsorted = rows.slice(first)
  const places = Array.from({ length: unsorted.length / 2 }, (_, at) => at * 2).sort((a, b) => order(unsorted, a, b))
  places.forEach((place, at) => {
    rows[first + at * 2] = unsorted[place] as number
    rows[first + at * 2 + 1] = unsorted[place + 1] as number
  })
}
