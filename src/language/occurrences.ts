// Where the concepts of a lexicon occur in runs of tokens. Texts are surveyed at once, which rules out nearly everything;
// the rest is looked for when it is asked for. Linear in the text: every phrase is literals and bounded gaps.
import type { Lexicon } from './lexicon.ts'
import { type Rows, rowsOf, type Search } from './search.ts'
import { type Survey, type Surveyed, survey, textsAtOnce, wordsOf } from './survey.ts'
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
  /** What the survey says of it, and which bit it has there: no concept occurs that it does not name. */
  readonly surveyed: { readonly survey: Survey; readonly text: number }
}

/** No concepts in no text. */
export const noOccurrences: Occurrences = Object.assign(new Map<string, readonly Match[]>(), {
  surveyed: { survey: { row: new Int32Array(0), from: 0, to: 0, concepts: 0, named: 0, namedTo: 0 }, text: 1 },
})

class Found implements Occurrences {
  private readonly search: Search
  private matches: Map<Rows, readonly Match[]> | undefined = undefined

  constructor(search: Search) {
    this.search = search
  }

  get surveyed(): Search {
    return this.search
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
    return this.search.lexicon.names.filter((_, concept) => rowsOf(this.search, concept).length > 0)
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

/** A text in which concepts are to be found. */
export interface Text {
  readonly tokens: readonly Token[]
  /** Matches known from elsewhere: a defined term stands for the concepts of its meaning. */
  readonly injected?: ReadonlyMap<string, readonly Match[]> | undefined
}

/** Finds the concepts in the tokens of one text. */
export function findConcepts(lexicon: Lexicon, tokens: readonly Token[], injected?: Text['injected']): Occurrences {
  return together(lexicon, [{ tokens, injected }])[0] as Occurrences
}

/** Finds the concepts in each of many texts, which is less work than one by one: the texts of a survey are those of 32 in a row. */
export function findConceptsIn(lexicon: Lexicon, texts: readonly Text[]): Occurrences[] {
  const found: Occurrences[] = []
  for (let at = 0; at < texts.length; at += textsAtOnce) found.push(...together(lexicon, texts.slice(at, at + textsAtOnce)))
  return found
}

function together(lexicon: Lexicon, texts: readonly Text[]): Occurrences[] {
  const surveyed = texts.map(({ tokens, injected }) => ({ words: wordsOf(lexicon, tokens), injected: injected?.keys() ?? nothing }))
  const found = survey(lexicon, surveyed)
  return texts.map(({ injected }, at) => {
    const rows = injected === undefined ? undefined : rowsFrom(lexicon, injected)
    return new Found({ lexicon, survey: found, text: 1 << at, words: (surveyed[at] as Surveyed).words, injected: rows, found: undefined })
  })
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
