// Concepts compiled to plain data: every phrase a row of numbers, so that a lexicon can be kept as JSON beside the built
// program and finding compares no strings. What is done with it is left to lexicon.ts and occurrences.ts.
import type { Concept } from '../domain/requirement.ts'
import { compilePhrases, conceptsOf, type Phrase, type Step } from './phrases.ts'

/** A lexicon as plain data, for JSON: numbers, and lists of words that are one string each, since those are read fastest. */
export interface CompactLexicon {
  /** Names of the concepts, one a line, each after those it refers to. */
  readonly names: string
  /** What the words of phrases may be, one choice a line: stems, exact forms and prefixes, each blank-separated, with tabs between the three. */
  readonly choices: string
  /** The steps of all phrases, coded by `stepCode`, each phrase ended by -1. */
  readonly steps: readonly number[]
  /** For each phrase four times the index of its concept, 2 added where it cancels rather than matches, 1 where it says "not" itself. */
  readonly phrases: readonly number[]
}

export const cancels = 2
export const negative = 1

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

function encode(concepts: readonly CompiledConcept[]): CompactLexicon {
  const index = new Map(concepts.map(({ name }, at) => [name, at]))
  const choices = new Map<string, number>()
  const steps: number[] = []
  const phrases: number[] = []
  const code = (step: Step): number => {
    if (step.kind === 'gap') return stepCode(gapStep, false, step.most)
    if (step.kind === 'concept') return stepCode(conceptStep, step.optional, index.get(step.name) ?? 0)
    const choice = [step.stems, step.exact, step.prefixes].map(words => words.join(' ')).join('\t')
    if (!choices.has(choice)) choices.set(choice, choices.size)
    return stepCode(wordStep, step.optional, choices.get(choice) ?? 0)
  }
  const add = (list: readonly Phrase[], concept: number, flag: number): void => {
    for (const phrase of list) {
      steps.push(...phrase.steps.map(code), -1)
      phrases.push(concept * 4 + flag + (phrase.negative ? negative : 0))
    }
  }
  concepts.forEach((concept, at) => {
    add(concept.phrases, at, 0)
    add(concept.not, at, cancels)
  })
  return { names: [...index.keys()].join('\n'), choices: [...choices.keys()].join('\n'), steps, phrases }
}
