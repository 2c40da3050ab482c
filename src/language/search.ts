// A close look at one text: where a concept stands in it, and so where each of its phrases goes on as it began. Concepts are
// looked for when they are asked for, each once. What can be there at all is known from survey.ts.
import { cancels, conceptStep, gapStep, negative, optional, wordStep } from './compact.ts'
import { fits, type Word } from './forms.ts'
import type { Lexicon } from './lexicon.ts'
import type { Survey } from './survey.ts'

/** Matches as numbers, two for each: twice the token it begins with, 1 added where it is negative, and the token after it. */
export type Rows = readonly number[]

/** One text and what was found in it so far. */
export interface Search {
  readonly lexicon: Lexicon
  readonly survey: Survey
  /** The text, as the bit that it has in the survey. */
  readonly text: number
  readonly words: readonly Word[]
  /** Matches known from elsewhere, by concept. */
  readonly injected: ReadonlyMap<number, Rows> | undefined
  /** By concept; made when the first is looked for. */
  found: Map<number, Rows> | undefined
}

const none: Rows = []

/** The matches of a concept, in order. */
export function rowsOf(search: Search, concept: number): Rows {
  if (!isPossible(search, concept)) return none
  search.found ??= new Map()
  const known = search.found.get(concept)
  if (known !== undefined) return known
  const rows = findRows(search, concept)
  search.found.set(concept, rows)
  return rows
}

/** Whether a concept may stand in the text. */
export function isPossible({ survey: { row, concepts }, text }: Search, concept: number): boolean {
  return ((row[concepts + concept] as number) & text) !== 0
}

function findRows(search: Search, concept: number): Rows {
  const { lexicon, text } = search
  const { row, to } = search.survey
  const rows: number[] = []
  let barred: number[] | undefined
  for (let place = firstOf(search, concept); place < to; place += 2) {
    const phrase = row[place] as number
    if (lexicon.owners[phrase] !== concept) break
    if (((row[place + 1] as number) & text) === 0) continue
    const cancelling = ((lexicon.flags[phrase] as number) & cancels) !== 0
    // What cancels stands last.
    if (cancelling && rows.length === 0) break
    if (cancelling) barred ??= []
    findPhrase(search, phrase, barred ?? rows)
  }
  if (barred !== undefined && barred.length > 0) removeBarred(rows, barred)
  for (const number of search.injected?.get(concept) ?? none) rows.push(number)
  return sort(rows)
}

/** Place of the first phrase of a concept, by halving. */
function firstOf({ survey: { row, from, to }, lexicon: { owners } }: Search, concept: number): number {
  let low = 0
  let high = (to - from) >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((owners[row[from + middle * 2] as number] as number) < concept) low = middle + 1
    else high = middle
  }
  return from + low * 2
}

/** Adds the matches of one phrase: it is tried wherever its first word or concept stands. */
function findPhrase(search: Search, phrase: number, rows: number[]): void {
  const { lexicon, words } = search
  const code = lexicon.steps[lexicon.stepBounds[phrase] as number] as number
  if ((code & 3) === conceptStep) {
    const inner = rowsOf(search, code >> 3)
    for (let row = 0; row < inner.length; row += 2) tryAt(search, phrase, (inner[row] as number) >> 1, rows)
    return
  }
  for (let at = 0; at < words.length; at++) if (fits(lexicon.forms, words[at] as Word, code >> 3)) tryAt(search, phrase, at, rows)
}

function tryAt(search: Search, phrase: number, at: number, rows: number[]): void {
  const { stepBounds } = search.lexicon
  const to = matchHere(search, stepBounds[phrase] as number, stepBounds[phrase + 1] as number, at)
  if (to > at) rows.push(at * 2 + (isNegative(search, phrase, at, to) ? 1 : 0), to)
}

/** Whether a phrase that matched says "not" itself, or by a concept within it. */
function isNegative(search: Search, phrase: number, from: number, to: number): boolean {
  const { flags, steps, stepBounds } = search.lexicon
  if (((flags[phrase] as number) & negative) !== 0) return true
  for (let step = stepBounds[phrase] as number; step < (stepBounds[phrase + 1] as number); step++) {
    const code = steps[step] as number
    if ((code & 3) === conceptStep && hasNegative(rowsOf(search, code >> 3), from, to)) return true
  }
  return false
}

function hasNegative(rows: Rows, from: number, to: number): boolean {
  for (let row = 0; row < rows.length; row += 2) {
    const start = rows[row] as number
    if ((start & 1) === 1 && from <= start >> 1 && (rows[row + 1] as number) <= to) return true
  }
  return false
}

// Index after the match of the steps from `step` to `end`, or -1. Tries the shortest first; each gap is bounded, so the work is too.
function matchSteps(search: Search, step: number, end: number, at: number): number {
  if (step === end) return at
  const code = search.lexicon.steps[step] as number
  if ((code & 3) === gapStep) return afterGap(search, step, end, at)
  const here = matchHere(search, step, end, at)
  if (here >= 0) return here
  if ((code & optional) !== 0) {
    const skipped = matchSteps(search, step + 1, end, at)
    if (skipped >= 0) return skipped
  }
  return search.words[at]?.light === true ? afterLight(search, step, end, at) : -1
}

function matchHere(search: Search, step: number, end: number, at: number): number {
  const { lexicon, words } = search
  if (at >= words.length) return -1
  const code = lexicon.steps[step] as number
  if ((code & 3) === wordStep) {
    if (!fits(lexicon.forms, words[at] as Word, code >> 3)) return -1
    return matchSteps(search, step + 1, end, at + 1)
  }
  const rows = rowsOf(search, code >> 3)
  for (let row = 0; row < rows.length; row += 2) {
    const start = (rows[row] as number) >> 1
    if (start > at) break
    if (start !== at) continue
    const found = matchSteps(search, step + 1, end, rows[row + 1] as number)
    if (found >= 0) return found
  }
  return -1
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
  let passed = 0
  for (let next = at; next <= words.length && passed <= most; next++) {
    const to = matchSteps(search, step + 1, end, next)
    if (to >= 0) return to
    const word = words[next]
    if (word?.pause === true) return -1
    if (word?.mark !== true) passed++
  }
  return -1
}

/** Removes the matches that overlap one of the barred stretches. */
function removeBarred(rows: number[], barred: readonly number[]): void {
  const tokens = new Set<number>()
  for (let i = 0; i < barred.length; i += 2) for (let at = (barred[i] as number) >> 1; at < (barred[i + 1] as number); at++) tokens.add(at)
  let kept = 0
  for (let row = 0; row < rows.length; row += 2) {
    const start = rows[row] as number
    const end = rows[row + 1] as number
    let at = start >> 1
    while (at < end && !tokens.has(at)) at++
    if (at < end) continue
    rows[kept++] = start
    rows[kept++] = end
  }
  rows.length = kept
}

/** Puts matches in order, those that are equal as they came. Few are out of order, and few there are. */
function sort(rows: number[]): Rows {
  for (let row = 2; row < rows.length; row += 2) {
    const start = rows[row] as number
    const end = rows[row + 1] as number
    let to = row
    for (; to > 0 && isBehind(rows, to - 2, start, end); to -= 2) {
      rows[to] = rows[to - 2] as number
      rows[to + 1] = rows[to - 1] as number
    }
    rows[to] = start
    rows[to + 1] = end
  }
  return rows
}

function isBehind(rows: Rows, row: number, start: number, end: number): boolean {
  const difference = ((rows[row] as number) >> 1) - (start >> 1)
  return difference > 0 || (difference === 0 && (rows[row + 1] as number) > end)
}
