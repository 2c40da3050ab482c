// A pack's concepts compiled, and where they occur in a run of tokens. Knows nothing of what they are for.
import type { Concept } from '../domain/requirement.ts'
import { type Openings, openingsOf, type Start, startsOf } from './openings.ts'
import { compilePhrases, type Phrase, type Step } from './phrases.ts'
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

export interface CompiledConcept {
  readonly name: string
  readonly phrases: readonly Phrase[]
  readonly not: readonly Phrase[]
  /** Those of them that begin with a concept, by no word of their own. */
  readonly led: readonly { readonly by: string; readonly phrase: Phrase; readonly not: boolean }[]
}

export interface Lexicon {
  /** In an order in which each concept comes after those it refers to. */
  readonly concepts: readonly CompiledConcept[]
  /** The phrases that begin with a word, by what that word may be. */
  readonly openings: Openings
  /** For each concept, those with a phrase that begins with it. */
  readonly follows: readonly (readonly number[])[]
}

/**
 * Compiles concepts.
 * @throws {SyntaxError} for a faulty phrase, an unknown concept, or concepts that refer to each other in a circle.
 */
export function compileLexicon(concepts: Iterable<Concept>): Lexicon {
  const compiled = new Map<string, CompiledConcept>()
  for (const c of concepts) compiled.set(c.name, compileConcept(c))
  return lexiconOf(inOrder(compiled))
}

/** A lexicon of concepts that are compiled and in order already: those of another lexicon, kept as JSON. */
export function lexiconOf(concepts: readonly CompiledConcept[]): Lexicon {
  return { concepts, openings: openingsOf(concepts), follows: followsOf(concepts) }
}

function followsOf(concepts: readonly CompiledConcept[]): number[][] {
  const index = new Map(concepts.map(({ name }, at) => [name, at]))
  const follows: number[][] = concepts.map(() => [])
  concepts.forEach(({ led }, at) => {
    for (const { by } of led) follows[index.get(by) ?? at]?.push(at)
  })
  return follows
}

function compileConcept({ name, phrases: wanted, not: unwanted }: Concept): CompiledConcept {
  const phrases = wanted.flatMap(compilePhrases)
  const not = unwanted.flatMap(compilePhrases)
  const led = (list: readonly Phrase[], isNot: boolean) =>
    list.flatMap(phrase => (phrase.steps[0]?.kind === 'concept' ? [{ by: phrase.steps[0].name, phrase, not: isNot }] : []))
  return { name, phrases, not, led: [...led(phrases, false), ...led(not, true)] }
}

const inner = new WeakMap<Phrase, readonly string[]>()

/** Names of the concepts that a phrase refers to. */
export function conceptsOf(phrase: Phrase): readonly string[] {
  const known = inner.get(phrase)
  if (known !== undefined) return known
  const names = phrase.steps.flatMap(s => (s.kind === 'concept' ? [s.name] : []))
  inner.set(phrase, names)
  return names
}

function inOrder(compiled: ReadonlyMap<string, CompiledConcept>): CompiledConcept[] {
  const ordered: CompiledConcept[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string, from: string): void => {
    const concept = compiled.get(name)
    if (concept === undefined) throw new SyntaxError(`no concept <${name}>, used in ${from}`)
    if (state.get(name) === 'done') return
    if (state.get(name) === 'open') throw new SyntaxError(`concept <${name}> refers to itself by way of ${from}`)
    state.set(name, 'open')
    for (const phrase of [...concept.phrases, ...concept.not]) for (const inner of conceptsOf(phrase)) visit(inner, name)
    state.set(name, 'done')
    ordered.push(concept)
  }
  for (const name of compiled.keys()) visit(name, name)
  return ordered
}

/**
 * Finds every concept in the tokens.
 * @param injected matches known from elsewhere: a defined term stands for the concepts of its meaning.
 */
export function findConcepts(lexicon: Lexicon, tokens: readonly Token[], injected: ReadonlyMap<string, readonly Match[]> = new Map()): Occurrences {
  const begin = new Map<number, { at: number; start: Start }[]>()
  tokens.forEach((token, at) => {
    for (const start of startsOf(lexicon.openings, token)) {
      const list = begin.get(start.concept)
      if (list) list.push({ at, start })
      else begin.set(start.concept, [{ at, start }])
    }
  })
  // Only concepts that can occur are looked at: a word opens one of their phrases, or a concept that was found does.
  const possible = new Uint8Array(lexicon.concepts.length)
  for (const index of begin.keys()) possible[index] = 1
  const found = new Map<string, Match[]>()
  lexicon.concepts.forEach((concept, index) => {
    const known = injected.get(concept.name)
    if (possible[index] === 0 && known === undefined) return
    const matches = matchesOf(concept, begin.get(index) ?? [], tokens, found)
    for (const match of known ?? []) matches.push(match)
    if (matches.length === 0) return
    found.set(concept.name, matches.sort((a, b) => a.from - b.from || a.to - b.to))
    for (const follower of lexicon.follows[index] ?? []) possible[follower] = 1
  })
  return found
}

function matchesOf(concept: CompiledConcept, begin: readonly { at: number; start: Start }[], tokens: readonly Token[], found: ReadonlyMap<string, readonly Match[]>): Match[] {
  const yes: Match[] = []
  const no: Match[] = []
  const add = (phrase: Phrase, at: number, not: boolean): void => {
    const to = phrase.steps.length === 1 && phrase.steps[0]?.kind === 'word' ? at + 1 : matchSteps(phrase.steps, 0, tokens, at, found)
    if (to > at) (not ? no : yes).push(phrase.negative || holdsNegative(phrase, at, to, found) ? { from: at, to, negative: true } : { from: at, to })
  }
  for (const { at, start } of begin) add(start.phrase, at, start.not)
  for (const { by, phrase, not } of concept.led) for (const m of found.get(by) ?? []) add(phrase, m.from, not)
  return no.length === 0 ? yes : yes.filter(m => !no.some(n => n.from < m.to && m.from < n.to))
}

function holdsNegative(phrase: Phrase, from: number, to: number, found: ReadonlyMap<string, readonly Match[]>): boolean {
  if (phrase.steps.length === 1 && phrase.steps[0]?.kind === 'word') return false
  return conceptsOf(phrase).some(name => found.get(name)?.some(m => m.negative === true && from <= m.from && m.to <= to))
}

function fits(step: Extract<Step, { kind: 'word' }>, token: Token): boolean {
  return step.stems.includes(token.stem) || step.exact.includes(token.text) || step.prefixes.some(p => token.text.startsWith(p))
}

// Words that never change what a phrase says, and marks that join rather than part.
const light = new Set(['the', 'a', 'an', 'any', 'all', 'each', 'every', 'its', 'their', 'our', 'your', 'such', 'said', 'these', 'those', 'this', 'that', 'own', 'both', "'s", 'other', 'and/or', 'his', 'her'])
const joining = new Set(['|', ':', '-', '"', "'", '(', ')', '*', '_', '[', ']', '/'])

/** Whether a token never changes what a phrase says. */
export function isLight(token: Token): boolean {
  return token.kind === 'mark' ? joining.has(token.text) : light.has(token.text)
}

const lightMost = 3

// Index after the match, or -1. Tries the shortest first; each gap is bounded, so the work is too.
function matchSteps(steps: readonly Step[], s: number, tokens: readonly Token[], at: number, found: ReadonlyMap<string, readonly Match[]>): number {
  const step = steps[s]
  if (step === undefined) return at
  if (step.kind === 'gap') return afterGap(step.most, steps, s, tokens, at, found)
  const here = matchHere(step, steps, s, tokens, at, found)
  if (here >= 0) return here
  if (step.optional) {
    const skipped = matchSteps(steps, s + 1, tokens, at, found)
    if (skipped >= 0) return skipped
  }
  return s === 0 ? -1 : afterLight(steps, s, tokens, at, found)
}

function matchHere(step: Exclude<Step, { kind: 'gap' }>, steps: readonly Step[], s: number, tokens: readonly Token[], at: number, found: ReadonlyMap<string, readonly Match[]>): number {
  const token = tokens[at]
  if (token === undefined) return -1
  if (step.kind === 'word') return fits(step, token) ? matchSteps(steps, s + 1, tokens, at + 1, found) : -1
  for (const match of found.get(step.name) ?? []) {
    if (match.from > at) break
    if (match.from !== at) continue
    const to = matchSteps(steps, s + 1, tokens, match.to, found)
    if (to >= 0) return to
  }
  return -1
}

function afterLight(steps: readonly Step[], s: number, tokens: readonly Token[], at: number, found: ReadonlyMap<string, readonly Match[]>): number {
  const step = steps[s]
  if (step === undefined || step.kind === 'gap') return -1
  for (let skip = 1; skip <= lightMost; skip++) {
    const passed = tokens[at + skip - 1]
    if (passed === undefined || !isLight(passed)) return -1
    const to = matchHere(step, steps, s, tokens, at + skip, found)
    if (to >= 0) return to
  }
  return -1
}

function afterGap(most: number, steps: readonly Step[], s: number, tokens: readonly Token[], at: number, found: ReadonlyMap<string, readonly Match[]>): number {
  let words = 0
  for (let next = at; next <= tokens.length && words <= most; next++) {
    const to = matchSteps(steps, s + 1, tokens, next, found)
    if (to >= 0) return to
    const token = tokens[next]
    if (token?.text === ';') return -1
    if (token?.kind !== 'mark') words++
  }
  return -1
}
