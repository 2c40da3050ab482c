// Concepts compiled to plain data: every phrase a row of numbers, so that a lexicon can be kept beside the built program
// and finding compares no strings. What is done with it is left to lexicon.ts, survey.ts and search.ts.
import type { Concept } from '../domain/requirement.ts'
import { compilePhrases, conceptsOf, type Phrase, type Step } from './phrases.ts'

/** Whole numbers in a row. */
export type Numbers = readonly number[] | Int32Array

/** Numbers as they are read fastest. */
export function typed(numbers: Numbers): Int32Array {
  return numbers instanceof Int32Array ? numbers : Int32Array.from(numbers)
}

/** A lexicon as plain data. Lists of lists are one list, with another that says where each begins and, last, where all end. */
export interface CompactLexicon {
  /** Names of the concepts, one a line, each after those it refers to. */
  readonly names: string
  /** What words of phrases can be, one a line each: forms are counted through stems, then exact forms, then prefixes. */
  readonly stems: string
  readonly exact: string
  readonly prefixes: string
  /** How many choices of words (`log|record`) there are. */
  readonly size: number
  /** By form the choices that it belongs to. */
  readonly choices: Numbers
  readonly choiceBounds: Numbers
  /**
   * By form the phrases that are looked at where it occurs, since their rarest word can take it; after each the choice of its
   * next rarest word, which must be there too, or `size` where it has no other.
   */
  readonly keyed: Numbers
  readonly keyedBounds: Numbers
  /** By concept the phrases that are looked at where it can occur, since they have no word of their own that must be there. */
  readonly leaning: Numbers
  readonly leaningBounds: Numbers
  /** The steps of all phrases, coded by `stepCode`; phrases stand in the order of their concepts. */
  readonly steps: Numbers
  readonly stepBounds: Numbers
  /** By phrase its concept, and whether it says "not" itself (`negative`) or cancels rather than matches (`cancels`). */
  readonly owners: Numbers
  readonly flags: Numbers
  /** By phrase its concept, with `cancelling` where it cancels, then what else it must have: choices of words, and concepts with `anyConcept`. */
  readonly needs: Numbers
  readonly needBounds: Numbers
}

/** The lowest bit of what a phrase needs: of its concept, and of the rest. */
export const cancelling = 1
export const anyConcept = 1

export const negative = 1
export const cancels = 2

export const wordStep = 0
export const gapStep = 1
export const conceptStep = 2
export const optional = 4

/** A step as a number: what it is in the lower two bits, whether it is optional in the third, then its choice, concept or greatest width. */
function stepCode(kind: number, may: boolean, value: number): number {
  return value * 8 + (may ? optional : 0) + kind
}

/**
 * Compiles concepts to plain data.
 * @throws {SyntaxError} for a faulty phrase, an unknown concept, or concepts that refer to each other in a circle.
 */
export function compact(concepts: Iterable<Concept>): CompactLexicon {
  const compiled = new Map<string, CompiledConcept>()
  for (const { name, phrases, not } of concepts)
    compiled.set(name, { name, phrases: phrases.flatMap(compilePhrases), not: not.flatMap(compilePhrases) })
  return encode(inOrder(compiled))
}

interface CompiledConcept {
  readonly name: string
  readonly phrases: readonly Phrase[]
  readonly not: readonly Phrase[]
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

type WordStep = Extract<Step, { kind: 'word' }>

/** Choices and forms by number, in the order in which they are met. */
interface Register {
  readonly choices: Map<string, { readonly at: number; readonly step: WordStep }>
  readonly forms: { readonly stems: Map<string, number[]>; readonly exact: Map<string, number[]>; readonly prefixes: Map<string, number[]> }
}

function encode(concepts: readonly CompiledConcept[]): CompactLexicon {
  const index = new Map(concepts.map(({ name }, at) => [name, at]))
  const register: Register = { choices: new Map(), forms: { stems: new Map(), exact: new Map(), prefixes: new Map() } }
  const phrases: EncodedPhrase[] = []
  concepts.forEach((concept, owner) => {
    for (const [list, flag] of [[concept.phrases, 0] as const, [concept.not, cancels] as const]) {
      const steps = list.map(phrase => ({ phrase, codes: phrase.steps.map(step => codeOf(step, index, register)) }))
      for (const { phrase, codes } of byLead(steps)) phrases.push({ owner, flags: flag + (phrase.negative ? negative : 0), codes })
    }
  })
  const { stems, exact, prefixes } = register.forms
  const lists = [...stems.values(), ...exact.values(), ...prefixes.values()]
  const opening = openingWords(phrases, weightsOf(phrases, lists, register))
  const [choices, choiceBounds] = rows(lists)
  const opened = grouped(opening, ([rarest]) => rarest)
  const pairs = (phrase: number): number[] => [phrase, opening[phrase]?.[1] ?? register.choices.size]
  const [keyed, keyedBounds] = rows(lists.map(list => list.flatMap(choice => (opened.get(choice) ?? []).flatMap(pairs))))
  const leant = grouped(phrases, ({ codes }, at) => (opening[at]?.length === 0 ? (codes[0] as number) >> 3 : undefined))
  const [leaning, leaningBounds] = rows(concepts.map((_, at) => leant.get(at) ?? []))
  const [steps, stepBounds] = rows(phrases.map(({ codes }) => codes))
  const [needs, needBounds] = rows(phrases.map((phrase, at) => needsOf(phrase, opening[at] ?? [])))
  return {
    names: [...index.keys()].join('\n'),
    stems: [...stems.keys()].join('\n'),
    exact: [...exact.keys()].join('\n'),
    prefixes: [...prefixes.keys()].join('\n'),
    size: register.choices.size,
    ...{ choices, choiceBounds, keyed, keyedBounds, leaning, leaningBounds, steps, stepBounds, needs, needBounds },
    owners: phrases.map(({ owner }) => owner),
    flags: phrases.map(({ flags }) => flags),
  }
}

interface EncodedPhrase {
  readonly owner: number
  readonly flags: number
  readonly codes: readonly number[]
}

/** Without the words by which it is opened. */
function needsOf({ owner, flags, codes }: EncodedPhrase, opening: readonly number[]): number[] {
  const needed = codes.flatMap(code => {
    if ((code & 7) === wordStep) return opening.includes(code >> 3) ? [] : [(code >> 3) * 2]
    return (code & 7) === conceptStep ? [(code >> 3) * 2 + anyConcept] : []
  })
  return [owner * 2 + ((flags & cancels) === 0 ? 0 : cancelling), ...needed]
}

/** Phrases that begin with a word first, then those that begin with a concept, in the order of these: so are their matches. */
function byLead<T extends { readonly codes: readonly number[] }>(phrases: readonly T[]): T[] {
  const lead = ({ codes }: T): number => (((codes[0] as number) & 3) === conceptStep ? ((codes[0] as number) >> 3) + 1 : 0)
  return [...phrases].sort((a, b) => lead(a) - lead(b))
}

function codeOf(step: Step, index: ReadonlyMap<string, number>, register: Register): number {
  if (step.kind === 'gap') return stepCode(gapStep, false, step.most)
  if (step.kind === 'concept') return stepCode(conceptStep, step.optional, index.get(step.name) ?? 0)
  return stepCode(wordStep, step.optional, choiceOf(step, register))
}

function choiceOf(step: WordStep, { choices, forms }: Register): number {
  const key = [step.stems, step.exact, step.prefixes].map(words => words.join(' ')).join('\t')
  const known = choices.get(key)
  if (known !== undefined) return known.at
  const at = choices.size
  choices.set(key, { at, step })
  for (const kind of ['stems', 'exact', 'prefixes'] as const)
    for (const word of new Set(step[kind])) forms[kind].set(word, [...(forms[kind].get(word) ?? []), at])
  return at
}

// Words of every sentence say least about what it may hold.
const common = new Set(
  `a an and any as at be been being by can do for from had has have if in into is it may must no not of on or out shall so such
  than that the their them they thi this to up was we were when where which who will with without you your it`.split(/\s+/),
)

/** How often each choice of words is to be expected, by how often the words of phrases are among its own. */
function weightsOf(phrases: readonly EncodedPhrase[], forms: readonly (readonly number[])[], register: Register): Float64Array {
  const uses = new Int32Array(register.choices.size)
  for (const { codes } of phrases) for (const code of codes) if ((code & 3) === wordStep) uses[code >> 3] = (uses[code >> 3] as number) + 1
  const weights = new Float64Array(register.choices.size)
  for (const list of forms) {
    const weight = list.reduce((sum, choice) => sum + (uses[choice] as number), 0)
    for (const choice of list) weights[choice] = (weights[choice] as number) + weight
  }
  for (const { at, step } of register.choices.values()) if ([...step.stems, ...step.exact].some(w => common.has(w))) weights[at] = 1e9
  return weights
}

/** By phrase the rarest word that it must have, as a choice, and the next rarest; none where it is made of concepts. */
function openingWords(phrases: readonly EncodedPhrase[], weights: Float64Array): number[][] {
  return phrases.map(({ codes }) => {
    const needed = new Set(codes.filter(code => (code & 7) === wordStep).map(code => code >> 3))
    return [...needed].sort((a, b) => (weights[a] as number) - (weights[b] as number)).slice(0, 2)
  })
}

/** Indices of some things by their keys, in order; those without a key are left out. */
function grouped<T>(things: readonly T[], keyOf: (thing: T, at: number) => number | undefined): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  things.forEach((thing, at) => {
    const key = keyOf(thing, at)
    if (key === undefined) return
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [at])
    else group.push(at)
  })
  return groups
}

function rows(lists: readonly (readonly number[])[]): [number[], number[]] {
  const bounds = [0]
  for (const list of lists) bounds.push((bounds.at(-1) as number) + list.length)
  return [lists.flat(), bounds]
}
