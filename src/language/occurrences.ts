// Where the concepts of a lexicon occur in a run of tokens. A text is surveyed at once, which rules out nearly everything;
// the rest is looked for when it is asked for. Linear in the text: every phrase is literals and bounded gaps.
import type { Lexicon } from './lexicon.ts'
import { type Rows, rowsOf, type Search } from './search.ts'
import { type Bits, survey } from './survey.ts'
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
  /** The concepts, by their index in the lexicon, that may occur: none other does. */
  readonly possible: Bits
}

/** No concepts in no text. */
export const noOccurrences: Occurrences = Object.assign(new Map<string, readonly Match[]>(), {
  possible: { row: new Int32Array(0), first: 0, width: 0 },
})

class Found implements Occurrences {
  private readonly search: Search
  private matches: Map<Rows, readonly Match[]> | undefined = undefined

  constructor(search: Search) {
    this.search = search
  }

  get possible(): Bits {
    return this.search.concepts
  }

  get size(): number {
    return this.keys().length
  }

  has(name: string): boolean {
    return this.rowsOf(name).length > 0
  }

  get(name: string): readonly Match[] | undefined {
    const rows = this.rowsOf(name)
    if (rows.length === 0) return undefined
    this.matches ??= new Map()
    const known = this.matches.get(rows) ?? matchesOf(rows)
    this.matches.set(rows, known)
    return known
  }

  keys(): string[] {
    const { concepts, lexicon } = this.search
    const names: string[] = []
    for (let word = 0; word < concepts.width; word++)
      for (let bits = concepts.row[concepts.first + word] as number; bits !== 0; bits &= bits - 1) {
        const concept = word * 32 + 31 - Math.clz32(bits & -bits)
        if (rowsOf(this.search, concept).length > 0) names.push(lexicon.names[concept] as string)
      }
    return names
  }

  *[Symbol.iterator](): Iterator<[string, readonly Match[]]> {
    for (const name of this.keys()) yield [name, matchesOf(this.rowsOf(name))]
  }

  private rowsOf(name: string): Rows {
    const concept = this.search.lexicon.index.get(name)
    return concept === undefined ? none : rowsOf(this.search, concept)
  }
}

const none: Rows = []

function matchesOf(rows: Rows): Match[] {
  const matches: Match[] = []
  for (let row = 0; row < rows.length; row += 2) {
    const start = rows[row] as number
    const to = rows[row + 1] as number
    matches.push((start & 1) === 1 ? { from: start >> 1, to, negative: true } : { from: start >> 1, to })
  }
  return matches
}

/**
 * Finds the concepts in the tokens.
 * @param injected matches known from elsewhere: a defined term stands for the concepts of its meaning.
 */
export function findConcepts(lexicon: Lexicon, tokens: readonly Token[], injected?: ReadonlyMap<string, readonly Match[]>): Occurrences {
  const { words, phrases, from, to, concepts } = survey(lexicon, tokens, injected?.keys() ?? nothing)
  const rows = injected === undefined ? undefined : rowsFrom(lexicon, injected)
  return new Found({ words, phrases, from, to, concepts, lexicon, injected: rows, found: undefined })
}

const nothing: readonly string[] = []

function rowsFrom({ index }: Lexicon, injected: ReadonlyMap<string, readonly Match[]>): Map<number, Rows> | undefined {
  const rows = new Map<number, Rows>()
  for (const [name, matches] of injected)
    rows.set(
      index.get(name) ?? -1,
      matches.flatMap(({ from, to, negative }) => [from * 2 + (negative === true ? 1 : 0), to]),
    )
  return rows.size === 0 ? undefined : rows
}
