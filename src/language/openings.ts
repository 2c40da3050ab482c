// What a word can be to the phrases of a lexicon: which choices of words it fits, and which phrases it can begin. Each word
// is looked up once; after that only numbers are compared. Whether a phrase goes on as it began is left to occurrences.ts.
import type { Token } from './tokens.ts'

/** What a word of a phrase may be. */
export interface Choice {
  readonly stems: readonly string[]
  readonly exact: readonly string[]
  readonly prefixes: readonly string[]
}

/** A word of a text as a lexicon sees it. */
export interface Word {
  /** The choices it fits, as a set of bits, and those of them that stand after the first word of some phrase. */
  readonly bits: Int32Array
  readonly later: readonly number[]
  /** The phrases it can begin, in their order. */
  readonly starts: readonly number[]
  /** Never changes what a phrase says. */
  readonly light: boolean
  readonly mark: boolean
  /** A semicolon: no phrase reaches over it. */
  readonly pause: boolean
}

/** Where to look up words. */
export interface WordIndex {
  readonly size: number
  readonly stems: ReadonlyMap<string, readonly number[]>
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly prefixes: ReadonlyMap<string, readonly number[]>
  /** Length of the longest prefix. */
  readonly longest: number
  /** The phrases that begin with a choice, and the choices that stand further on in some phrase. */
  readonly openings: ReadonlyMap<number, readonly number[]>
  readonly later: ReadonlySet<number>
  /** Words met before, by their text. */
  readonly met: Map<string, Word>
}

/** Indexes choices of words. */
export function indexWords(choices: readonly Choice[], openings: WordIndex['openings'], later: WordIndex['later']): WordIndex {
  const stems = new Map<string, number[]>()
  const exact = new Map<string, number[]>()
  const prefixes = new Map<string, number[]>()
  const put = (map: Map<string, number[]>, words: readonly string[], choice: number): void => {
    for (const word of words) {
      const list = map.get(word)
      if (list === undefined) map.set(word, [choice])
      else list.push(choice)
    }
  }
  choices.forEach((choice, at) => {
    put(stems, choice.stems, at)
    put(exact, choice.exact, at)
    put(prefixes, choice.prefixes, at)
  })
  let longest = 0
  for (const { length } of prefixes.keys()) longest = Math.max(longest, length)
  return { size: choices.length, stems, exact, prefixes, longest, openings, later, met: new Map() }
}

/** What a token is to the phrases of a lexicon. */
export function wordOf(index: WordIndex, token: Token): Word {
  const known = index.met.get(token.text)
  if (known !== undefined) return known
  const made = toWord(index, token)
  index.met.set(token.text, made)
  return made
}

const noBits = new Int32Array(0)

function toWord(index: WordIndex, token: Token): Word {
  const choices = choicesFor(index, token)
  const bits = choices.length === 0 ? noBits : new Int32Array((index.size + 31) >> 5)
  for (const choice of choices) bits[choice >> 5] = (bits[choice >> 5] as number) | (1 << (choice & 31))
  const starts = choices.flatMap(choice => index.openings.get(choice) ?? []).sort((a, b) => a - b)
  const later = choices.filter(choice => index.later.has(choice))
  return { bits, later, starts, light: isLight(token), mark: token.kind === 'mark', pause: token.text === ';' }
}

function choicesFor({ stems, exact, prefixes, longest }: WordIndex, { stem, text }: Token): number[] {
  const found = new Set([...(stems.get(stem) ?? []), ...(exact.get(text) ?? [])])
  for (let length = 1; length <= Math.min(longest, text.length); length++)
    for (const choice of prefixes.get(text.slice(0, length)) ?? []) found.add(choice)
  return [...found]
}

// Words that never change what a phrase says, and marks that join rather than part.
const light = new Set([
  'the',
  'a',
  'an',
  'any',
  'all',
  'each',
  'every',
  'its',
  'their',
  'our',
  'your',
  'such',
  'said',
  'these',
  'those',
  'this',
  'that',
  'own',
  'both',
  "'s",
  'other',
  'and/or',
  'his',
  'her',
])
const joining = new Set(['|', ':', '-', '"', "'", '(', ')', '*', '_', '[', ']', '/'])

function isLight(token: Token): boolean {
  return token.kind === 'mark' ? joining.has(token.text) : light.has(token.text)
}
