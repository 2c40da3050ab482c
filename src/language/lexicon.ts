// The concepts of a pack as a lexicon: its phrases indexed by the words that they begin with. Made from a compact one, which
// may come from JSON, so that no phrase is compiled at start. Where concepts occur in a text is found by occurrences.ts.
import type { Concept } from '../domain/requirement.ts'
import { type CompactLexicon, compact, wordStep } from './compact.ts'
import { type Choice, indexWords, type WordIndex } from './openings.ts'

export type { CompactLexicon } from './compact.ts'
export { findConcepts, type Match, type Occurrences } from './occurrences.ts'

/** Phrases are known by their index, in the order of their concepts; within a concept, those that match stand before those that cancel. */
export interface Lexicon {
  readonly compact: CompactLexicon
  readonly names: readonly string[]
  readonly index: ReadonlyMap<string, number>
  readonly words: WordIndex
  /** All steps, and where in them each phrase begins; a phrase ends where the next begins. */
  readonly steps: Int32Array
  readonly bounds: Int32Array
  /** The concept of each phrase, and its flags as in the compact form. */
  readonly owners: Int32Array
  readonly flags: Uint8Array
  /** A choice of words that must occur after the first word of the phrase, or -1. */
  readonly needs: Int32Array
  /** For each concept the phrases that begin with it. */
  readonly led: readonly (readonly number[])[]
}

/**
 * Compiles concepts.
 * @throws {SyntaxError} for a faulty phrase, an unknown concept, or concepts that refer to each other in a circle.
 */
export function compileLexicon(concepts: Iterable<Concept>): Lexicon {
  return lexiconOf(compact(concepts))
}

/** The lexicon of a compact one. */
export function lexiconOf(compact: CompactLexicon): Lexicon {
  const names = compact.names === '' ? [] : compact.names.split('\n')
  const { steps, bounds } = boundsOf(compact.steps, compact.phrases.length)
  const firsts = firstSteps(steps, bounds)
  return {
    compact,
    names,
    index: new Map(names.map((name, at) => [name, at])),
    words: indexWords(choicesOf(compact.choices), firsts.words, laterChoices(steps, bounds)),
    steps,
    bounds,
    ...phraseColumns(compact.phrases, steps, bounds),
    led: names.map((_, at) => firsts.concepts.get(at) ?? []),
  }
}

function choicesOf(lines: string): Choice[] {
  return lines.split('\n').map(line => {
    const [stems, exact, prefixes] = line.split('\t')
    return { stems: wordsOf(stems), exact: wordsOf(exact), prefixes: wordsOf(prefixes) }
  })
}

const noWords: readonly string[] = []

function wordsOf(list: string | undefined): readonly string[] {
  return list === undefined || list === '' ? noWords : list.includes(' ') ? list.split(' ') : [list]
}

function boundsOf(ended: readonly number[], phrases: number): { steps: Int32Array; bounds: Int32Array } {
  const steps = new Int32Array(ended.length - phrases)
  const bounds = new Int32Array(phrases + 1)
  let at = 0
  let phrase = 0
  for (const step of ended) {
    if (step >= 0) steps[at++] = step
    else bounds[++phrase] = at
  }
  return { steps, bounds }
}

/** The phrases by their first step: by choice of words, and by concept. */
function firstSteps(steps: Int32Array, bounds: Int32Array): { words: Map<number, number[]>; concepts: Map<number, number[]> } {
  const words = new Map<number, number[]>()
  const concepts = new Map<number, number[]>()
  for (let phrase = 0; phrase + 1 < bounds.length; phrase++) {
    const first = steps[bounds[phrase] as number] as number
    const map = (first & 3) === wordStep ? words : concepts
    const list = map.get(first >> 3)
    if (list === undefined) map.set(first >> 3, [phrase])
    else list.push(phrase)
  }
  return { words, concepts }
}

function laterChoices(steps: Int32Array, bounds: Int32Array): Set<number> {
  const later = new Set<number>()
  for (let phrase = 0; phrase + 1 < bounds.length; phrase++)
    for (let at = (bounds[phrase] as number) + 1; at < (bounds[phrase + 1] as number); at++) {
      const step = steps[at] as number
      if ((step & 3) === wordStep) later.add(step >> 3)
    }
  return later
}

function phraseColumns(phrases: readonly number[], steps: Int32Array, bounds: Int32Array): Pick<Lexicon, 'owners' | 'flags' | 'needs'> {
  const owners = new Int32Array(phrases.length)
  const flags = new Uint8Array(phrases.length)
  const needs = new Int32Array(phrases.length)
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    owners[phrase] = (phrases[phrase] as number) >> 2
    flags[phrase] = (phrases[phrase] as number) & 3
    needs[phrase] = needOf(steps, bounds, phrase)
  }
  return { owners, flags, needs }
}

// The last word is as a rule the rarest: "keep ~ secret".
function needOf(steps: Int32Array, bounds: Int32Array, phrase: number): number {
  for (let at = (bounds[phrase + 1] as number) - 1; at > (bounds[phrase] as number); at--) {
    const step = steps[at] as number
    if ((step & 7) === wordStep) return step >> 3
  }
  return -1
}
