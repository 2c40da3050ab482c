// One text being searched for the concepts of a lexicon: the working lists, and whether a phrase goes on as it began.
// Only numbers, and lists that are kept from text to text, since this is where most of the time goes.
import { conceptStep, gapStep, negative, optional, wordStep } from './compact.ts'
import type { Lexicon } from './lexicon.ts'
import { type Word, wordOf } from './openings.ts'
import type { Token } from './tokens.ts'

/** There is one for each lexicon, filled anew for each text. */
export interface Search {
  readonly lexicon: Lexicon
  words: Word[]
  /** By choice: the last token that fits it, or -1. */
  readonly last: Int32Array
  /** Where phrases may begin: token, phrase, and the next place for the same concept or -1. */
  readonly begin: { count: number; readonly at: number[]; readonly phrase: number[]; readonly next: number[] }
  /** By concept: the first and the last of these places, or -1. */
  readonly head: Int32Array
  readonly tail: Int32Array
  /** Concepts that can occur and were not looked at yet, as a set of bits. */
  readonly open: Int32Array
  /** All matches found, as in `occurrences.ts`, and by concept where among them its own begin and end. */
  rows: number[]
  readonly from: Int32Array
  readonly to: Int32Array
}

const searches = new WeakMap<Lexicon, Search>()

/** The search of a lexicon, set upon a text. */
export function searchFor(lexicon: Lexicon, tokens: readonly Token[]): Search {
  const search = searches.get(lexicon) ?? newSearch(lexicon)
  searches.set(lexicon, search)
  for (const word of search.words) for (const choice of word.later) search.last[choice] = -1
  search.words = tokens.map(token => wordOf(lexicon.words, token))
  search.begin.count = 0
  search.rows = []
  markLast(search)
  markStarts(search)
  return search
}

// Most phrases that a word can begin lack a word further on: those are passed over here, in the tightest of loops.
function markStarts(search: Search): void {
  const { words, last } = search
  const { needs } = search.lexicon
  for (let at = 0; at < words.length; at++) {
    const { starts } = words[at] as Word
    for (let place = 0; place < starts.length; place++) {
      const need = needs[starts[place] as number] as number
      if (need < 0 || (last[need] as number) > at) addStart(search, starts[place] as number, at)
    }
  }
}

function newSearch(lexicon: Lexicon): Search {
  const size = lexicon.names.length
  return {
    lexicon,
    words: [],
    last: new Int32Array(lexicon.words.size).fill(-1),
    begin: { count: 0, at: [], phrase: [], next: [] },
    head: new Int32Array(size).fill(-1),
    tail: new Int32Array(size),
    open: new Int32Array((size + 31) >> 5),
    rows: [],
    from: new Int32Array(size),
    to: new Int32Array(size),
  }
}

function markLast({ words, last }: Search): void {
  for (let at = 0; at < words.length; at++) for (const choice of (words[at] as Word).later) last[choice] = at
}

/** Notes that a phrase may begin at a token, unless a word that it needs does not follow. */
export function addStart(search: Search, phrase: number, at: number): void {
  const { begin, head, tail, last, lexicon } = search
  const need = lexicon.needs[phrase] as number
  if (need >= 0 && (last[need] as number) <= at) return
  const concept = lexicon.owners[phrase] as number
  const place = begin.count++
  begin.at[place] = at
  begin.phrase[place] = phrase
  begin.next[place] = -1
  if (head[concept] === -1) head[concept] = place
  else begin.next[tail[concept] as number] = place
  tail[concept] = place
  setOpen(search, concept)
}

/** Marks a concept as one that can occur. */
export function setOpen({ open }: Search, concept: number | undefined): void {
  if (concept !== undefined) open[concept >> 5] = (open[concept >> 5] as number) | (1 << (concept & 31))
}

/** Takes the first open concept that is not before `from`'s word of the set; -1 where there is none. */
export function nextOpen({ open }: Search, from: number): number {
  for (let at = from >> 5; at < open.length; at++) {
    const bits = open[at] as number
    if (bits === 0) continue
    open[at] = bits & (bits - 1)
    return at * 32 + 31 - Math.clz32(bits & -bits)
  }
  return -1
}

/** The index after a phrase that begins at a token, or -1 where it does not go on as it began. */
export function endOf(search: Search, phrase: number, at: number): number {
  const { bounds } = search.lexicon
  return matchHere(search, bounds[phrase] as number, bounds[phrase + 1] as number, at)
}

/** Whether a phrase that matched says "not" itself, or by a concept within it. */
export function isNegative({ lexicon, rows, from: begins, to: ends }: Search, phrase: number, from: number, to: number): boolean {
  if (((lexicon.flags[phrase] as number) & negative) !== 0) return true
  for (let step = lexicon.bounds[phrase] as number; step < (lexicon.bounds[phrase + 1] as number); step++) {
    const code = lexicon.steps[step] as number
    if ((code & 3) !== conceptStep) continue
    for (let row = begins[code >> 3] as number; row < (ends[code >> 3] as number); row += 2) {
      const start = rows[row] as number
      if ((start & 1) === 1 && from <= start >> 1 && (rows[row + 1] as number) <= to) return true
    }
  }
  return false
}

// Index after the match of the steps from `step` to `end`, or -1. Tries the shortest first; each gap is bounded, so the work is too.
function matchSteps(search: Search, step: number, end: number, at: number): number {
  if (step === end) return at
  const code = search.lexicon.steps[step] as number
  if (isOut(search, code, at)) return -1
  if ((code & 3) === gapStep) return afterGap(search, step, end, at)
  const here = matchHere(search, step, end, at)
  if (here >= 0) return here
  if ((code & optional) !== 0) {
    const skipped = matchSteps(search, step + 1, end, at)
    if (skipped >= 0) return skipped
  }
  return search.words[at]?.light === true ? afterLight(search, step, end, at) : -1
}

/** Whether a step needs a word that does not occur from here on. */
function isOut({ last }: Search, code: number, at: number): boolean {
  return (code & 7) === wordStep && (last[code >> 3] as number) < at
}

function matchHere(search: Search, step: number, end: number, at: number): number {
  const word = search.words[at]
  if (word === undefined) return -1
  const code = search.lexicon.steps[step] as number
  if ((code & 3) === wordStep) return fits(word, code >> 3) ? matchSteps(search, step + 1, end, at + 1) : -1
  const { rows, to } = search
  for (let row = search.from[code >> 3] as number; row < (to[code >> 3] as number); row += 2) {
    const start = (rows[row] as number) >> 1
    if (start > at) break
    if (start !== at) continue
    const found = matchSteps(search, step + 1, end, rows[row + 1] as number)
    if (found >= 0) return found
  }
  return -1
}

function fits({ bits }: Word, choice: number): boolean {
  return bits.length > 0 && ((bits[choice >> 5] as number) & (1 << (choice & 31))) !== 0
}

const lightMost = 3

function afterLight(search: Search, step: number, end: number, at: number): number {
  for (let skip = 1; skip <= lightMost; skip++) {
    const passed = search.words[at + skip - 1]
    if (passed === undefined || !passed.light) return -1
    const to = matchHere(search, step, end, at + skip)
    if (to >= 0) return to
  }
  return -1
}

function afterGap(search: Search, step: number, end: number, at: number): number {
  const { lexicon, words } = search
  const most = (lexicon.steps[step] as number) >> 3
  const goal = lexicon.steps[step + 1] as number
  let passed = 0
  for (let next = at; next <= words.length && passed <= most; next++) {
    if (isOut(search, goal, next)) return -1
    const to = matchSteps(search, step + 1, end, next)
    if (to >= 0) return to
    const word = words[next]
    if (word?.pause === true) return -1
    if (word?.mark !== true) passed++
  }
  return -1
}
