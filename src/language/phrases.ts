// The phrase language of rule packs: what a lawyer writes in YAML to name a way of saying something.
//
//   model weight        the words in order, compared by stem; "the", "any", "its" ... between them are skipped
//   log|record          either word             =weights     this word form only, not its stem
//   encrypt*            a word's beginning      at? rest     a word that may be there or not
//   keep ~ secret       up to 4 words between   keep ~8 safe up to 8 words between (12 at most)
//   <model-artefact>    any phrase of that concept
//
// Matching is linear in the text by construction: literals and bounded gaps only. Compiling them to a lexicon is in lexicon.ts, finding in occurrences.ts.
import { stem } from './stem.ts'
import { tokenise } from './tokens.ts'

/** One step of a compiled phrase. */
export type Step =
  | {
      readonly kind: 'word'
      readonly stems: readonly string[]
      readonly exact: readonly string[]
      readonly prefixes: readonly string[]
      readonly optional: boolean
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'concept'; readonly name: string; readonly optional: boolean }

export interface Phrase {
  readonly source: string
  readonly steps: readonly Step[]
  /** The phrase itself says "not": "in a form that cannot be read". */
  readonly negative: boolean
}

/** Names of the concepts that a phrase refers to. */
export function conceptsOf(phrase: Phrase): string[] {
  return phrase.steps.flatMap(step => (step.kind === 'concept' ? [step.name] : []))
}

const gapDefault = 4
const gapMost = 12
const stepsMost = 16

/**
 * Compiles one phrase; an alternative that is more than one word ("data|third-party") makes a phrase of its own.
 * @throws {SyntaxError} naming what is wrong with it, for the pack's author.
 */
export function compilePhrases(source: string): Phrase[] {
  let variants: Step[][] = [[]]
  for (const item of source.trim().split(/\s+/)) {
    const ways = toWays(item)
    if (ways.length === 0)
      throw new SyntaxError(
        item === '' ? 'a phrase needs at least one word' : `"${item}" parts no words: write them together, "log|record"`,
      )
    variants = variants.flatMap(v => ways.map(w => [...v, ...w]))
    if (variants.length > variantsMost) throw new SyntaxError(`too many alternatives of several words: "${source}"; write several phrases`)
  }
  return variants.map(steps => checked(source, steps))
}

const variantsMost = 64

function checked(source: string, steps: Step[]): Phrase {
  const first = steps[0]
  if (first === undefined || source.trim() === '') throw new SyntaxError('a phrase needs at least one word')
  if (steps.length > stepsMost) throw new SyntaxError(`a phrase has at most ${stepsMost} words and gaps: "${source}"`)
  if (first.kind === 'gap' || steps.at(-1)?.kind === 'gap') throw new SyntaxError(`a gap stands between words: "${source}"`)
  if (steps.every(s => s.kind === 'gap' || s.optional)) throw new SyntaxError(`a phrase needs a word that is not optional: "${source}"`)
  if (steps.filter(s => s.kind === 'gap').length > 4) throw new SyntaxError(`a phrase has at most four gaps: "${source}"`)
  return { source, steps: leadWithRequired(steps), negative: steps.some(isNegative) }
}

// By stem, as a phrase holds them: "nobody" is "nobodi" there.
const negativeWords = new Set(
  ['no', 'not', 'never', 'without', 'non', 'neither', 'nor', 'none', 'cannot', 'nothing', 'nobody', 'unless'].flatMap(w => [w, stem(w)]),
)

function isNegative(step: Step): boolean {
  return step.kind === 'word' && [...step.stems, ...step.exact].some(w => negativeWords.has(w))
}

// An optional first word adds nothing to what is found.
function leadWithRequired(steps: Step[]): Step[] {
  const at = steps.findIndex(s => s.kind !== 'gap' && !s.optional)
  return steps.slice(at)
}

function toWays(item: string): Step[][] {
  const gap = /^~(\d*)$/.exec(item)
  if (gap) return [[gapStep(gap[1] ?? '', item)]]
  const optional = item.endsWith('?')
  const body = optional ? item.slice(0, -1) : item
  const alternatives = body.split('|').filter(a => a !== '')
  const concepts = alternatives.flatMap(a => /^<([a-z0-9][a-z0-9.-]*)>$/.exec(a)?.[1] ?? [])
  const words = alternatives.filter(a => !/^<.*>$/.test(a))
  if (words.some(w => /[<>]/.test(w))) throw new SyntaxError(`a concept is written <name>, apart from other words: "${item}"`)
  return [...concepts.map(name => [{ kind: 'concept' as const, name, optional }]), ...(words.length > 0 ? wordSteps(words, optional) : [])]
}

function gapStep(digits: string, item: string): Step {
  const most = digits === '' ? gapDefault : Number(digits)
  if (most < 1 || most > gapMost) throw new SyntaxError(`a gap is 1 to ${gapMost} words: "${item}"`)
  return { kind: 'gap', most }
}

// Single words that are alternatives share one step; "third-party" is cut into several, so it goes a way of its own.
function wordSteps(words: readonly string[], optional: boolean): Step[][] {
  const alternatives = words.map(w => plainSteps(w, optional))
  const single = alternatives.flatMap(a => (a.length === 1 && a[0]?.kind === 'word' ? [a[0]] : []))
  const several = alternatives.filter(a => a.length > 1)
  if (single.length === 0) return several.length > 0 ? several : [[]]
  const step = {
    kind: 'word' as const,
    stems: single.flatMap(s => s.stems),
    exact: single.flatMap(s => s.exact),
    prefixes: single.flatMap(s => s.prefixes),
    optional,
  }
  return [[step], ...several]
}

function plainSteps(word: string, optional: boolean): Step[] {
  const cut = word.startsWith('=') ? -1 : word.search(/[-_/](?=\p{L})/u)
  if (cut > 0) return [...plainSteps(word.slice(0, cut), optional), ...plainSteps(word.slice(cut + 1), optional)]
  const prefix = /^([\p{L}']+)\*$/u.exec(word)
  if (prefix) return [{ kind: 'word', stems: [], exact: [], prefixes: [(prefix[1] ?? '').toLowerCase()], optional }]
  const exact = word.startsWith('=')
  const tokens = tokenise(exact ? word.slice(1) : word).filter(t => t.kind !== 'mark' || t.text === '%')
  return tokens.map(t => ({
    kind: 'word' as const,
    stems: exact ? [] : [t.kind === 'word' ? stem(t.text) : t.text],
    exact: exact ? [t.text] : [],
    prefixes: [],
    optional,
  }))
}
