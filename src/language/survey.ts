// Looks over one text for what it can hold: the phrases all of whose words are there, in whatever order, and the concepts
// that they make possible. Most of what a lexicon knows is ruled out here, cheaply; search.ts looks closely at the rest.
import { cancels, conceptStep, wordStep } from './compact.ts'
import { type Word, wordOf } from './forms.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** What a text can hold. */
export interface Survey {
  readonly words: readonly Word[]
  /** Phrases that may stand in the text, in order. */
  readonly phrases: Int32Array
  /** Concepts that may, as a set of bits. */
  readonly concepts: Int32Array
}

/** Working lists: there is one set for each lexicon, used anew for each text. */
interface Desk {
  /** Number of the text. */
  text: number
  /** By choice the last text that has a word for it. */
  readonly present: Int32Array
  /** Phrases to be looked at, as a set of bits, and which numbers of that set are not 0, as another. */
  readonly open: Int32Array
  readonly filled: Int32Array
  readonly found: Int32Array
}

const desks = new WeakMap<Lexicon, Desk>()

function deskOf(lexicon: Lexicon): Desk {
  const known = desks.get(lexicon)
  if (known !== undefined) return known
  const phrases = lexicon.owners.length
  const made = {
    text: 0,
    present: new Int32Array(lexicon.forms.size),
    open: new Int32Array((phrases + 31) >> 5),
    filled: new Int32Array((phrases + 1023) >> 10),
    found: new Int32Array(phrases),
  }
  desks.set(lexicon, made)
  return made
}

/**
 * Surveys a text.
 * @param injected names of concepts known to occur
 */
export function survey(lexicon: Lexicon, tokens: readonly Token[], injected: Iterable<string>): Survey {
  const desk = deskOf(lexicon)
  desk.text++
  const words: Word[] = []
  for (const token of tokens) words.push(wordOf(lexicon.forms, token))
  const concepts = new Int32Array((lexicon.names.length + 31) >> 5)
  enterWords(lexicon, desk, words)
  for (const name of injected) {
    const concept = lexicon.index.get(name)
    if (concept !== undefined) admit(lexicon, desk, concepts, concept)
  }
  return { words, phrases: walk(lexicon, desk, concepts), concepts }
}

function enterWords(lexicon: Lexicon, desk: Desk, words: readonly Word[]): void {
  const { choices, bounds } = lexicon.forms
  const { keyed, keyedBounds } = lexicon
  const { present, text } = desk
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    if (word.met === text) continue
    word.met = text
    for (let i = 0; i < word.forms.length; i++) {
      const form = word.forms[i] as number
      for (let place = bounds[form] as number; place < (bounds[form + 1] as number); place++) present[choices[place] as number] = text
      for (let place = keyedBounds[form] as number; place < (keyedBounds[form + 1] as number); place++) lookAt(desk, keyed[place] as number)
    }
  }
}

function lookAt({ open, filled }: Desk, phrase: number): void {
  const place = phrase >> 5
  open[place] = (open[place] as number) | (1 << (phrase & 31))
  filled[place >> 5] = (filled[place >> 5] as number) | (1 << (place & 31))
}

/** Marks a concept as possible, and opens the phrases that lean on it: all of them stand further on. */
function admit({ leaning, leaningBounds }: Lexicon, desk: Desk, concepts: Int32Array, concept: number): void {
  if (isIn(concepts, concept)) return
  concepts[concept >> 5] = (concepts[concept >> 5] as number) | (1 << (concept & 31))
  for (let place = leaningBounds[concept] as number; place < (leaningBounds[concept + 1] as number); place++)
    lookAt(desk, leaning[place] as number)
}

/** Whether a number is in a set of bits. */
export function isIn(bits: Int32Array, member: number): boolean {
  return ((bits[member >> 5] as number) & (1 << (member & 31))) !== 0
}

// In the order of the phrases, so that each concept is settled before those that refer to it; what is opened on the way
// stands further on, be it in the same number.
function walk(lexicon: Lexicon, desk: Desk, concepts: Int32Array): Int32Array {
  const { open, filled, found } = desk
  const { owners, flags } = lexicon
  let count = 0
  for (let at = 0; at < filled.length; at++)
    for (let places = filled[at] as number; places !== 0; places = filled[at] as number) {
      const place = at * 32 + lowest(places)
      for (let bits = open[place] as number; bits !== 0; bits = open[place] as number) {
        const phrase = place * 32 + lowest(bits)
        open[place] = bits & (bits - 1)
        if (!canStand(lexicon, desk, concepts, phrase)) continue
        found[count++] = phrase
        if (((flags[phrase] as number) & cancels) === 0) admit(lexicon, desk, concepts, owners[phrase] as number)
      }
      filled[at] = (filled[at] as number) & ~(places & -places)
    }
  return found.slice(0, count)
}

/** The lowest member of a set of bits that has one. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** Whether all that a phrase must have is there. */
function canStand({ steps, stepBounds }: Lexicon, { present, text }: Desk, concepts: Int32Array, phrase: number): boolean {
  for (let step = stepBounds[phrase] as number; step < (stepBounds[phrase + 1] as number); step++) {
    const code = steps[step] as number
    const kind = code & 7
    if (kind === wordStep && present[code >> 3] !== text) return false
    if (kind === conceptStep && !isIn(concepts, code >> 3)) return false
  }
  return true
}
