// Looks over a few texts at once for what they can hold: the phrases all of whose words are there, in whatever order, and the
// concepts that they make possible. Most of what a lexicon knows is ruled out here, cheaply; search.ts looks closely at the rest.
import { anyConcept, cancelling } from './compact.ts'
import { type Word, wordOf } from './forms.ts'
import type { Lexicon } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** So many texts are surveyed at once, each a bit of a number: what is done for one of them is then done for all. */
export const textsAtOnce = 32

/** What texts can hold. In each set of texts the first of them is bit 0. */
export interface Survey {
  /** Holds all that follows; other surveys share it. */
  readonly row: Int32Array
  /** Phrases that may stand in the texts, in order, after each the set of those texts: from `from` to `to`. */
  readonly from: number
  readonly to: number
  /** By concept the texts that it may stand in, from here on. */
  readonly concepts: number
  /** The concepts that may stand in any of them, in no order: from `named` to `namedTo`. */
  readonly named: number
  readonly namedTo: number
}

/** A text to be surveyed. */
export interface Surveyed {
  readonly words: readonly Word[]
  /** Names of concepts known to occur. */
  readonly injected: Iterable<string>
}

/** Working lists: there is one set for each lexicon, used anew for each survey. All sets of texts are empty between two. */
interface Desk {
  /** Number of the survey. */
  number: number
  /** By choice the texts that have a word for it; behind them what is always there. */
  readonly present: Int32Array
  /** The words of the texts, each once. */
  readonly once: Word[]
  /** By phrase the texts in which it is to be looked at; which phrases there are such texts for, as bits; which of these numbers are not 0. */
  readonly texts: Int32Array
  readonly open: Int32Array
  readonly filled: Int32Array
  /** Phrases found, each with the texts that may hold it. */
  readonly found: Int32Array
  /** By concept the texts it may stand in, and the concepts for which there are any. */
  readonly concepts: Int32Array
  readonly named: Int32Array
  namedCount: number
  /** Where what is found is written down for good, and how far it is written full: one row for many surveys, since each row costs. */
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
    number: 0,
    present: new Int32Array(lexicon.forms.size + 1),
    once: [],
    texts: new Int32Array(phrases),
    open: new Int32Array((phrases + 31) >> 5),
    filled: new Int32Array((phrases + 1023) >> 10),
    found: new Int32Array(phrases * 2),
    concepts: new Int32Array(lexicon.names.length),
    named: new Int32Array(lexicon.names.length),
    namedCount: 0,
    sheet: new Int32Array(0),
    used: 0,
  }
  desks.set(lexicon, made)
  return made
}

/** What the tokens of a text are to a lexicon. */
export function wordsOf({ forms }: Lexicon, tokens: readonly Token[]): Word[] {
  return tokens.map(token => wordOf(forms, token))
}

/** Surveys texts: `textsAtOnce` of them at most. */
export function survey(lexicon: Lexicon, texts: readonly Surveyed[]): Survey {
  const desk = deskOf(lexicon)
  desk.number++
  const count = enterWords(lexicon, desk, texts)
  openPhrases(lexicon, desk, count)
  for (let at = 0; at < texts.length; at++)
    for (const name of (texts[at] as Surveyed).injected) {
      const concept = lexicon.index.get(name)
      if (concept !== undefined) admit(lexicon, desk, concept, 1 << at)
    }
  const written = writeDown(desk, walk(lexicon, desk))
  desk.present.fill(0, 0, lexicon.forms.size)
  return written
}

/** Notes which choices there is a word for, in which texts. Returns how many words there are. */
function enterWords({ forms: { choices, bounds, size } }: Lexicon, desk: Desk, texts: readonly Surveyed[]): number {
  const { present, once } = desk
  present[size] = -1
  const count = wordsOnce(desk, texts)
  for (let at = 0; at < count; at++) {
    const { forms, texts } = once[at] as Word
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as number
      const end = bounds[form + 1] as number
      for (let place = bounds[form] as number; place < end; place++) {
        const choice = choices[place] as number
        present[choice] = (present[choice] as number) | texts
      }
    }
  }
  return count
}

/** Puts each word of the texts on the desk once, with the texts it stands in. */
function wordsOnce({ number, once }: Desk, texts: readonly Surveyed[]): number {
  let count = 0
  for (let text = 0; text < texts.length; text++) {
    const { words } = texts[text] as Surveyed
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word
      if (word.met !== number) {
        word.met = number
        word.texts = 0
        once[count++] = word
      }
      word.texts |= 1 << text
    }
  }
  return count
}

/** Opens the phrases whose two rarest words are there: of those that have the rarest that is less than half. */
function openPhrases({ keyed, keyedBounds }: Lexicon, desk: Desk, count: number): void {
  const { present, once } = desk
  for (let at = 0; at < count; at++) {
    const { forms, texts } = once[at] as Word
    for (let i = 0; i < forms.length; i++) {
      const form = forms[i] as number
      const end = keyedBounds[form + 1] as number
      for (let place = keyedBounds[form] as number; place < end; place += 2) {
        const both = texts & (present[keyed[place + 1] as number] as number)
        if (both !== 0) lookAt(desk, keyed[place] as number, both)
      }
    }
  }
}

function lookAt({ texts, open, filled }: Desk, phrase: number, where: number): void {
  const before = texts[phrase] as number
  texts[phrase] = before | where
  if (before !== 0) return
  const place = phrase >> 5
  open[place] = (open[place] as number) | (1 << (phrase & 31))
  filled[place >> 5] = (filled[place >> 5] as number) | (1 << (place & 31))
}

/** Marks a concept as possible in texts, and opens the phrases that lean on it: all of them stand further on. */
function admit({ leaning, leaningBounds }: Lexicon, desk: Desk, concept: number, texts: number): void {
  const before = desk.concepts[concept] as number
  desk.concepts[concept] = before | texts
  if (before !== 0) return
  desk.named[desk.namedCount++] = concept
  // Which texts hold the concept is among the needs of these.
  for (let at = leaningBounds[concept] as number; at < (leaningBounds[concept + 1] as number); at++) lookAt(desk, leaning[at] as number, -1)
}

// In the order of the phrases, so that each concept is settled before those that refer to it; what is opened on the way
// stands further on, be it in the same number. Returns how many were found.
function walk(lexicon: Lexicon, desk: Desk): number {
  const { texts, open, filled, found } = desk
  const { needs, needBounds } = lexicon
  let count = 0
  for (let at = 0; at < filled.length; at++)
    for (let places = filled[at] as number; places !== 0; places = filled[at] as number) {
      const place = at * 32 + lowest(places)
      for (let bits = open[place] as number; bits !== 0; bits = open[place] as number) {
        const phrase = place * 32 + lowest(bits)
        open[place] = bits & (bits - 1)
        const first = needBounds[phrase] as number
        const holding = whereAll(needs, first + 1, needBounds[phrase + 1] as number, desk, texts[phrase] as number)
        texts[phrase] = 0
        if (holding === 0) continue
        found[count * 2] = phrase
        found[count * 2 + 1] = holding
        count++
        const owner = needs[first] as number
        if ((owner & cancelling) === 0) admit(lexicon, desk, owner >> 1, holding)
      }
      filled[at] = (filled[at] as number) & ~(places & -places)
    }
  return count
}

/** The lowest member of a set of bits that has one. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

/** In which of the texts all is there that a phrase must have besides the words that opened it. */
function whereAll(needs: Int32Array, from: number, to: number, { present, concepts }: Desk, texts: number): number {
  let left = texts
  for (let at = from; at < to && left !== 0; at++) {
    const need = needs[at] as number
    left &= ((need & anyConcept) === 0 ? present[need >> 1] : concepts[need >> 1]) as number
  }
  return left
}

/** Writes what was found on the sheet, and clears the concepts off the desk. */
function writeDown(desk: Desk, count: number): Survey {
  const { found, concepts: marks, named: names, namedCount } = desk
  const concepts = room(desk, marks.length + count * 2 + namedCount)
  const from = concepts + marks.length
  const named = from + count * 2
  const row = desk.sheet
  for (let at = 0; at < count * 2; at++) row[from + at] = found[at] as number
  for (let at = 0; at < namedCount; at++) {
    const concept = names[at] as number
    row[named + at] = concept
    row[concepts + concept] = marks[concept] as number
    marks[concept] = 0
  }
  desk.namedCount = 0
  return { row, from, to: named, concepts, named, namedTo: named + namedCount }
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
