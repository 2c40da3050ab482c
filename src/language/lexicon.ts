// The concepts of a pack as a lexicon: its phrases, and the words that they may have. Made from a compact one, which may
// come from a file, so that no phrase is compiled at start. Where concepts occur in a text is found by occurrences.ts.
import type { Concept } from '../domain/requirement.ts'
import { type CompactLexicon, compact, typed } from './compact.ts'
import { type FormIndex, indexForms } from './forms.ts'

export type { CompactLexicon } from './compact.ts'
export { findConcepts, findConceptsIn, type Match, noOccurrences, type Occurrences } from './occurrences.ts'

/** Concepts and phrases are known by their index; the lists are those of the compact form. */
export interface Lexicon {
  readonly compact: CompactLexicon
  readonly names: readonly string[]
  readonly index: ReadonlyMap<string, number>
  readonly forms: FormIndex
  readonly keyed: Int32Array
  readonly keyedBounds: Int32Array
  readonly leaning: Int32Array
  readonly leaningBounds: Int32Array
  readonly steps: Int32Array
  readonly stepBounds: Int32Array
  readonly owners: Int32Array
  readonly flags: Int32Array
  readonly needs: Int32Array
  readonly needBounds: Int32Array
}

/**
 * Compiles concepts.
 * @throws {SyntaxError} for a faulty phrase, an unknown concept, or concepts that refer to each other in a circle.
 */
export function compileLexicon(concepts: Iterable<Concept>): Lexicon {
  return lexiconOf(compact(concepts))
}

/** The lexicon of a compact one. */
export function lexiconOf(compact: CompactLexicon): Lexicon {
  const names = compact.names === '' ? [] : compact.names.split('\n')
  const index = new Map<string, number>()
  for (let at = 0; at < names.length; at++) index.set(names[at] as string, at)
  return {
    compact,
    names,
    index,
    forms: indexForms(compact),
    keyed: typed(compact.keyed),
    keyedBounds: typed(compact.keyedBounds),
    leaning: typed(compact.leaning),
    leaningBounds: typed(compact.leaningBounds),
    steps: typed(compact.steps),
    stepBounds: typed(compact.stepBounds),
    owners: typed(compact.owners),
    flags: typed(compact.flags),
    needs: typed(compact.needs),
    needBounds: typed(compact.needBounds),
  }
}
