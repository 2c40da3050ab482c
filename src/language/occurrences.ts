// Where the concepts of a lexicon occur in a run of tokens. Linear in the text: every phrase is literals and bounded gaps,
// and is only tried where a word can begin it and a word that it needs stands further on.
import { cancels, conceptStep, gapStep, negative, optional, wordStep } from './compact.ts'
import type { Lexicon } from './lexicon.ts'
import { type Word, wordOf } from './openings.ts'
import type { Token } from './tokens.ts'

/** Token indices, half-open. */
export interface Match {
  readonly from: number
  readonly to: number
  /** The words that matched hold a "not" of their own, which is not to be counted again. */
  readonly negative?: boolean
}

/** Where each concept occurs; concepts that do not occur are absent. */
export type Occurrences = ReadonlyMap<string, readonly Match[]>

/** One text being searched. The lists by concept and by choice are kept from text to text: there is one for each lexicon. */
interface Search {
  readonly lexicon: Lexicon
  words: Word[]
  /** By choice: the last token that fits it, or -1. */
  readonly last: Int32Array
  /** By concept: what was found so far; empty where nothing was. */
  readonly found: (readonly Match[])[]
  /** By concept: where phrases may begin, as pairs of token and phrase. */
  readonly begin: number[][]
  /** Concepts that can occur and were not looked at yet, as a set of bits. */
  readonly open: Int32Array
}

const searches = new WeakMap<Lexicon, Search>()
const nowhere: readonly Match[] = []

function searchOf(lexicon: Lexicon): Search {
  const known = searches.get(lexicon)
  if (known !== undefined) return known
  const { names, words } = lexicon
  const made = {
    lexicon,
    words: [],
    last: new Int32Array(words.size).fill(-1),
    found: names.map(() => nowhere),
    begin: names.map(() => []),
    open: new Int32Array((names.length + 31) >> 5),
  }
  searches.set(lexicon, made)
  return made
}

/**
 * Finds every concept in the tokens.
 * @param injected matches known from elsewhere: a defined term stands for the concepts of its meaning.
 */
export function findConcepts(lexicon: Lexicon, tokens: readonly Token[], injected?: ReadonlyMap<string, readonly Match[]>): Occurrences {
  const search = searchOf(lexicon)
  lookUp(search, tokens)
  collectStarts(search)
  if (injected !== undefined) for (const name of injected.keys()) setOpen(search, lexicon.index.get(name) ?? -1)
  const occurrences = new Map<string, readonly Match[]>()
  const seen: number[] = []
  // The concepts that a match makes possible all come later, so one pass over the open ones is enough.
  for (let concept = nextOpen(search, 0); concept >= 0; concept = nextOpen(search, concept >> 5)) {
    const name = lexicon.names[concept] as string
    const matches = matchesOf(search, concept, injected?.get(name))
    if (matches.length === 0) continue
    occurrences.set(name, matches)
    search.found[concept] = matches
    seen.push(concept)
    for (const phrase of lexicon.led[concept] as readonly number[]) for (const match of matches) addStart(search, phrase, match.from)
  }
  for (const concept of seen) search.found[concept] = nowhere
  return occurrences
}

function lookUp(search: Search, tokens: readonly Token[]): void {
  for (const word of search.words) for (const choice of word.choices) search.last[choice] = -1
  search.words = tokens.map(token => wordOf(search.lexicon.words, token))
  search.words.forEach((word, at) => {
    for (const choice of word.choices) search.last[choice] = at
  })
}

function collectStarts(search: Search): void {
  for (let at = 0; at < search.words.length; at++) {
    for (const phrase of (search.words[at] as Word).starts) addStart(search, phrase, at)
  }
}

function addStart(search: Search, phrase: number, at: number): void {
  const need = search.lexicon.needs[phrase] as number
  if (need >= 0 && (search.last[need] as number) <= at) return
  const concept = search.lexicon.owners[phrase] as number
  ;(search.begin[concept] as number[]).push(at, phrase)
  setOpen(search, concept)
}

function setOpen({ open }: Search, concept: number): void {
  if (concept >= 0) open[concept >> 5] = (open[concept >> 5] as number) | (1 << (concept & 31))
}

/** Takes the first open concept, looking from a word of the set on; -1 where there is none. */
function nextOpen({ open }: Search, from: number): number {
  for (let at = from; at < open.length; at++) {
    const bits = open[at] as number
    if (bits === 0) continue
    open[at] = bits & (bits - 1)
    return at * 32 + 31 - Math.clz32(bits & -bits)
  }
  return -1
}

function matchesOf(search: Search, concept: number, injected: readonly Match[] | undefined): readonly Match[] {
  const yes: Match[] = []
  const no: Match[] = []
  const begin = search.begin[concept] as number[]
  for (let i = 0; i < begin.length; i += 2) {
    const phrase = begin[i + 1] as number
    const match = matchOf(search, phrase, begin[i] as number)
    if (match !== undefined) ((search.lexicon.flags[phrase] as number) & cancels ? no : yes).push(match)
  }
  begin.length = 0
  const kept = no.length === 0 ? yes : yes.filter(m => !no.some(n => n.from < m.to && m.from < n.to))
  for (const match of injected ?? nowhere) kept.push(match)
  return kept.length < 2 ? kept : kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

function matchOf(search: Search, phrase: number, from: number): Match | undefined {
  const { bounds, flags } = search.lexicon
  const step = bounds[phrase] as number
  const end = bounds[phrase + 1] as number
  const to = matchHere(search, step, end, from)
  if (to <= from) return undefined
  const denies = ((flags[phrase] as number) & negative) !== 0 || holdsNegative(search, step, end, from, to)
  return denies ? { from, to, negative: true } : { from, to }
}

function holdsNegative({ lexicon, found }: Search, step: number, end: number, from: number, to: number): boolean {
  for (let at = step; at < end; at++) {
    const code = lexicon.steps[at] as number
    if ((code & 3) !== conceptStep) continue
    for (const m of found[code >> 3] as readonly Match[]) if (m.negative === true && from <= m.from && m.to <= to) return true
  }
  return false
}

const lightMost = 3

// Index after the match of the steps from `step` on, or -1. Tries the shortest first; each gap is bounded, so the work is too.
function matchSteps(search: Search, step: number, end: number, at: number): number {
  if (step === end) return at
  const code = search.lexicon.steps[step] as number
  if (isOut(search, code, at)) return -1
  if ((code & 3) === gapStep) return afterGap(search, step, end, at)
  const here = matchHere(search, step, end, at)
  if (here >= 0) return here
  if (code & optional) {
    const skipped = matchSteps(search, step + 1, end, at)
    if (skipped >= 0) return skipped
  }
  return afterLight(search, step, end, at)
}

/** Whether a step needs a word that does not occur from here on. */
function isOut({ last }: Search, code: number, at: number): boolean {
  return (code & 7) === wordStep && (last[code >> 3] as number) < at
}

function matchHere(search: Search, step: number, end: number, at: number): number {
  const word = search.words[at]
  if (word === undefined) return -1
  const code = search.lexicon.steps[step] as number
  const value = code >> 3
  if ((code & 3) === wordStep) return fits(word, value) ? matchSteps(search, step + 1, end, at + 1) : -1
  for (const match of search.found[value] as readonly Match[]) {
    if (match.from > at) break
    if (match.from !== at) continue
    const to = matchSteps(search, step + 1, end, match.to)
    if (to >= 0) return to
  }
  return -1
}

function fits({ bits }: Word, choice: number): boolean {
  return bits.length > 0 && ((bits[choice >> 5] as number) & (1 << (choice & 31))) !== 0
}

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
    if (word?.pause) return -1
    if (word?.mark !== true) passed++
  }
  return -1
}
