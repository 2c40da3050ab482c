// Looks over one text for what it can hold: the phrases all of whose words are there, in whatever order, and the concepts
// that they make possible. Most of what a lexicon knows is ruled out here, cheaply; search.ts looks closely at the rest.
import { anyConcept, cancelling } from './compact.ts'
import { type Word, wordOf } from './forms.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A set of small numbers, as bits of `width` numbers of a row that other sets share. */
export interface Bits {
  readonly row: Int32Array
  readonly first: number
  readonly width: number
}

/** What a text can hold. */
export interface Survey {
  readonly words: readonly Word[]
  /** Phrases that may stand in the text, in order: those from `from` to `to` of a row that other surveys share. */
  readonly phrases: Int32Array
  readonly from: number
  readonly to: number
  /** Concepts that may. */
  readonly concepts: Bits
}

/** Working lists: there is one set for each lexicon, used anew for each text. */
interface Desk {
  /** Number of the text. */
  text: number
  /** By choice the last text that has a word for it; behind them what is always there. */
  readonly present: Int32Array
  /** The words of the text, each once. */
  readonly once: Word[]
  /** Phrases to be looked at, as a set of bits, and which numbers of that set are not 0, as another. */
  readonly open: Int32Array
  readonly filled: Int32Array
  readonly found: Int32Array
  /** Where what is found is written down for good, and how far it is written full: one row for many texts, since each row costs. */
  sheet: Int32Array
  used: number
}

const sheetSize = 1 << 14

const desks = new WeakMap<Lexicon, Desk>()

function deskOf(lexicon: Lexicon): Desk {
  const known = desks.get(lexicon)
  if (known !== undefined) return known
  const phrases = lexicon.owners.length
  const made = {
    text: 0,
    present: new Int32Array(lexicon.forms.size + 1),
    once: [],
    open: new Int32Array((phrases + 31) >> 5),
    filled: new Int32Array((phrases + 1023) >> 10),
    found: new Int32Array(phrases),
    sheet: new Int32Array(0),
    used: 0,
  }
  desks.set(lexicon, made)
  return made
}

/** Makes room for some numbers, all 0, on the sheet. Returns where. */
function room(desk: Desk, size: number): number {
  if (desk.used + size > desk.sheet.length) {
    desk.sheet = new Int32Array(Math.max(sheetSize, size))
    desk.used = 0
  }
  desk.used += size
  return desk.used - size
}

/**
 * Surveys a text.
 * @param injected names of concepts known to occur
 */
export function survey(lexicon: Lexicon, tokens: readonly Token[], injected: Iterable<string>): Survey {
  const desk = deskOf(lexicon)
  desk.text++
  const words = tokens.map(token => wordOf(lexicon.forms, token))
  const width = (lexicon.names.length + 31) >> 5
  const first = room(desk, width)
  const concepts = { row: desk.sheet, first, width }
  enterWords(lexicon, desk, words)
  for (const name of injected) {
    const concept = lexicon.index.get(name)
    if (concept !== undefined) admit(lexicon, desk, concepts, concept)
  }
  const count = walk(lexicon, desk, concepts)
  const from = room(desk, count)
  for (let at = 0; at < count; at++) desk.sheet[from + at] = desk.found[at] as number
  return { words, phrases: desk.sheet, from, to: from + count, concepts }
}

function enterWords(lexicon: Lexicon, desk: Desk, words: readonly Word[]): void {
  const { choices, bounds, size } = lexicon.forms
  const { present, text, once } = desk
  present[size] = text
  let count = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word
    if (word.met === text) continue
    word.met = text
    once[count++] = word
    for (let i = 0; i < word.forms.length; i++) {
      const form = word.forms[i] as number
      const end = bounds[form + 1] as number
      for (let place = bounds[form] as number; place < end; place++) present[choices[place] as number] = text
    }
  }
  openPhrases(lexicon, desk, count)
}

/** Opens the phrases whose two rarest words are there: of those that have the rarest that is less than half. */
function openPhrases({ keyed, keyedBounds }: Lexicon, desk: Desk, count: number): void {
  const { present, text, once } = desk
  for (let at = 0; at < count; at++) {
    const { forms } = once[at] as Word
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as number
      const end = keyedBounds[form + 1] as number
      for (let place = keyedBounds[form] as number; place < end; place += 2)
        if (present[keyed[place + 1] as number] === text) lookAt(desk, keyed[place] as number)
    }
  }
}

function lookAt({ open, filled }: Desk, phrase: number): void {
  const place = phrase >> 5
  open[place] = (open[place] as number) | (1 << (phrase & 31))
  filled[place >> 5] = (filled[place >> 5] as number) | (1 << (place & 31))
}

/** Marks a concept as possible, and opens the phrases that lean on it: all of them stand further on. */
function admit({ leaning, leaningBounds }: Lexicon, desk: Desk, { row, first }: Bits, concept: number): void {
  const place = first + (concept >> 5)
  const bits = row[place] as number
  const bit = 1 << (concept & 31)
  if ((bits & bit) !== 0) return
  row[place] = bits | bit
  for (let at = leaningBounds[concept] as number; at < (leaningBounds[concept + 1] as number); at++) lookAt(desk, leaning[at] as number)
}

/** Whether a number is in a set of bits. */
export function isIn({ row, first }: Bits, member: number): boolean {
  return ((row[first + (member >> 5)] as number) & (1 << (member & 31))) !== 0
}

// In the order of the phrases, so that each concept is settled before those that refer to it; what is opened on the way
// stands further on, be it in the same number. Returns how many were found.
function walk(lexicon: Lexicon, desk: Desk, concepts: Bits): number {
  const { open, filled, found } = desk
  const { needs, needBounds } = lexicon
  let count = 0
  for (let at = 0; at < filled.length; at++)
    for (let places = filled[at] as number; places !== 0; places = filled[at] as number) {
      const place = at * 32 + lowest(places)
      for (let bits = open[place] as number; bits !== 0; bits = open[place] as number) {
        const phrase = place * 32 + lowest(bits)
        open[place] = bits & (bits - 1)
        const first = needBounds[phrase] as number
        if (!hasAll(needs, first + 1, needBounds[phrase + 1] as number, desk, concepts)) continue
        found[count++] = phrase
        const owner = needs[first] as number
        if ((owner & cancelling) === 0) admit(lexicon, desk, concepts, owner >> 1)
      }
      filled[at] = (filled[at] as number) & ~(places & -places)
    }
  return count
}

/** The lowest member of a set of bits that has one. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** Whether all that a phrase must have besides the words that opened it is there. */
function hasAll(needs: Int32Array, from: number, to: number, { present, text }: Desk, concepts: Bits): boolean {
  for (let at = from; at < to; at++) {
    const need = needs[at] as number
    if ((need & anyConcept) === 0 ? present[need >> 1] !== text : !isIn(concepts, need >> 1)) return false
  }
  return true
}
