// Which phrases of a lexicon can begin with a word: an index, so that a word is not held against every phrase.
// Whether a phrase goes on as it began is left to lexicon.ts.
import type { Phrase } from './phrases.ts'
import type { Token } from './tokens.ts'

/** A phrase and whose it is: the index of its concept, and whether it cancels rather than matches. */
export interface Start {
  readonly concept: number
  readonly phrase: Phrase
  readonly not: boolean
}

/** Where to look up the phrases that begin with a word, by what that word may be. */
export interface Openings {
  readonly stems: ReadonlyMap<string, readonly Start[]>
  readonly exact: ReadonlyMap<string, readonly Start[]>
  readonly prefixes: ReadonlyMap<string, readonly Start[]>
  /** What was found for words met before, by their text. */
  readonly met: Map<string, readonly Start[]>
}

/** Indexes the phrases of compiled concepts. */
export function openingsOf(concepts: readonly { readonly phrases: readonly Phrase[]; readonly not: readonly Phrase[] }[]): Openings {
  const openings = { stems: new Map<string, Start[]>(), exact: new Map<string, Start[]>(), prefixes: new Map<string, Start[]>() }
  const put = (map: Map<string, Start[]>, words: readonly string[], start: Start): void => {
    for (const word of words) {
      const list = map.get(word)
      if (list === undefined) map.set(word, [start])
      else list.push(start)
    }
  }
  const open = (phrase: Phrase, concept: number, not: boolean): void => {
    const first = phrase.steps[0]
    if (first?.kind !== 'word') return
    const start = { concept, phrase, not }
    put(openings.stems, first.stems, start)
    put(openings.exact, first.exact, start)
    put(openings.prefixes, first.prefixes, start)
  }
  concepts.forEach((concept, index) => {
    for (const phrase of concept.phrases) open(phrase, index, false)
    for (const phrase of concept.not) open(phrase, index, true)
  })
  return { ...openings, met: new Map() }
}

/** The phrases that can begin with a token. */
export function startsOf({ stems, exact, prefixes, met }: Openings, token: Token): readonly Start[] {
  const known = met.get(token.text)
  if (known !== undefined) return known
  const starts = new Set([...(stems.get(token.stem) ?? []), ...(exact.get(token.text) ?? [])])
  for (let length = 1; length <= token.text.length; length++) {
    for (const start of prefixes.get(token.text.slice(0, length)) ?? []) starts.add(start)
  }
  const list = [...starts]
  met.set(token.text, list)
  return list
}
