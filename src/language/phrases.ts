// The phrase language of rule packs: what a lawyer writes in YAML to name a way of saying something.
//
//   model weight        the words in order, compared by stem; "the", "any", "its" ... between them are skipped
//   log|record          either word             =weights     this word form only, not its stem
//   encrypt*            a word's beginning      at? rest     a word that may be there or not
//   keep ~ secret       up to 4 words between   keep ~8 safe up to 8 words between (12 at most)
//   <model-artefact>    any phrase of that concept
//
// Matching is linear in the text by construction: literals and bounded gaps only. Finding is in lexicon.ts.
import { stem } from './stem.ts'
import { tokenise } from './tokens.ts'

/** One step of a compiled phrase. */
export type Step =
  | { readonly kind: 'word'; readonly stems: readonly string[]; readonly exact: readonly string[]; readonly prefixes: readonly string[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'concept'; readonly name: string; readonly optional: boolean }

export interface Phrase {
  readonly source: string
  readonly steps: readonly Step[]
}

const gapDefault = 4
const gapMost = 12
const stepsMost = 16

/**
 * Compiles one phrase.
 * @throws {SyntaxError} naming what is wrong with it, for the pack's author.
 */
export function compilePhrase(source: string): Phrase {
  const steps = source.trim().split(/\s+/).flatMap(toSteps)
  const first = steps[0]
  if (first === undefined || source.trim() === '') throw new SyntaxError('a phrase needs at least one word')
  if (steps.length > stepsMost) throw new SyntaxError(`a phrase has at most ${stepsMost} words and gaps: "${source}"`)
  if (first.kind === 'gap' || steps.at(-1)?.kind === 'gap') throw new SyntaxError(`a gap stands between words: "${source}"`)
  if (steps.every(s => s.kind === 'gap' || s.optional)) throw new SyntaxError(`a phrase needs a word that is not optional: "${source}"`)
  if (steps.filter(s => s.kind === 'gap').length > 4) throw new SyntaxError(`a phrase has at most four gaps: "${source}"`)
  return { source, steps: leadWithRequired(steps) }
}

// An optional first word adds nothing to what is found.
function leadWithRequired(steps: Step[]): Step[] {
  const at = steps.findIndex(s => s.kind !== 'gap' && !s.optional)
  return steps.slice(at)
}

function toSteps(item: string): Step[] {
  const gap = /^~(\d*)$/.exec(item)
  if (gap) return [gapStep(gap[1] ?? '', item)]
  const optional = item.endsWith('?')
  const body = optional ? item.slice(0, -1) : item
  const concept = /^<([a-z0-9][a-z0-9.-]*)>$/.exec(body)
  if (concept) return [{ kind: 'concept', name: concept[1] ?? '', optional }]
  if (/[<>]/.test(body)) throw new SyntaxError(`a concept is written <name>, apart from other words: "${item}"`)
  return wordSteps(body, optional)
}

function gapStep(digits: string, item: string): Step {
  const most = digits === '' ? gapDefault : Number(digits)
  if (most < 1 || most > gapMost) throw new SyntaxError(`a gap is 1 to ${gapMost} words: "${item}"`)
  return { kind: 'gap', most }
}

// "third-party|outside" holds a hyphen: the text is cut there too, so each alternative but the last must be one word.
function wordSteps(body: string, optional: boolean): Step[] {
  const alternatives = body.split('|').filter(a => a !== '')
  if (alternatives.length === 1) return plainSteps(alternatives[0] ?? '', optional)
  const step = { kind: 'word' as const, stems: [] as string[], exact: [] as string[], prefixes: [] as string[], optional }
  for (const alternative of alternatives) {
    const [one, ...more] = plainSteps(alternative, optional)
    if (more.length > 0) throw new SyntaxError(`alternatives with | are single words: "${body}"; write two phrases instead`)
    if (one?.kind !== 'word') continue
    step.stems.push(...one.stems)
    step.exact.push(...one.exact)
    step.prefixes.push(...one.prefixes)
  }
  return [step]
}

function plainSteps(word: string, optional: boolean): Step[] {
  const prefix = /^([\p{L}']+)\*$/u.exec(word)
  if (prefix) return [{ kind: 'word', stems: [], exact: [], prefixes: [(prefix[1] ?? '').toLowerCase()], optional }]
  const exact = word.startsWith('=')
  const tokens = tokenise(exact ? word.slice(1) : word).filter(t => t.kind !== 'mark' || t.text === '%')
  return tokens.map(t => ({ kind: 'word' as const, stems: exact ? [] : [t.kind === 'word' ? stem(t.text) : t.text], exact: exact ? [t.text] : [], prefixes: [], optional }))
}
