// The packs that ship, compiled to files beside the built program: what a check needs is read at once, numbers as they lie in
// memory; the phrases as they were written, which only a pack that builds on this one needs, are read when asked for.
import { readFileSync, writeFileSync } from 'node:fs'
import { learnWeights } from './check/likeness.ts'
import { relevanceOf } from './check/relevance.ts'
import { type CompactVocabulary, compactVocabulary, vocabularyOf } from './check/vocabulary.ts'
import type { Concept, RulePack, WordWeights } from './domain/requirement.ts'
import type { CompactLexicon } from './language/lexicon.ts'

/** The lists of numbers, in the order in which they stand in the file. */
const lists = [
  'choices',
  'choiceBounds',
  'keyed',
  'keyedBounds',
  'leaning',
  'leaningBounds',
  'steps',
  'stepBounds',
  'owners',
  'flags',
] as const satisfies readonly (keyof CompactLexicon)[]

type Lists = Record<(typeof lists)[number], Int32Array>

interface CompiledPack extends Omit<RulePack, 'concepts'> {
  readonly things: readonly string[]
  /** What its examples tell of the words of each requirement, where no more was learnt of them. */
  readonly words?: WordWeights
  readonly forms: Omit<CompactLexicon, keyof Lists>
  /** How long each of the lists is, the names of phrase lists first. */
  readonly lengths: readonly number[]
}

/** The files of a pack without their ending: `.json`, `.numbers` and `.phrases.json`. */
export function readCompiled(base: string): RulePack {
  const { things, words, forms, lengths, ...rest } = JSON.parse(readFileSync(`${base}.json`, 'utf8')) as CompiledPack
  const [named, ...columns] = cut(numbersIn(`${base}.numbers`), lengths)
  const lexicon = { ...forms, ...(Object.fromEntries(lists.map((name, at) => [name, columns[at]])) as Lists) }
  let concepts: RulePack['concepts'] | undefined
  const pack: RulePack = {
    ...rest,
    get concepts() {
      concepts ??= new Map((JSON.parse(readFileSync(`${base}.phrases.json`, 'utf8')) as Concept[]).map(c => [c.name, c]))
      return concepts
    },
  }
  relevanceOf(vocabularyOf(pack, { lexicon, things, named: named ?? [] }), words === undefined ? {} : { examples: words })
  return pack
}

// Each number is four bytes, the lowest first, as in the memory of all machines that Node runs on but a few.
function numbersIn(file: string): Int32Array {
  const bytes = readFileSync(file)
  const numbers = new Int32Array(bytes.length / 4)
  new Uint8Array(numbers.buffer).set(bytes)
  return numbers
}

function cut(numbers: Int32Array, lengths: readonly number[]): Int32Array[] {
  let at = 0
  return lengths.map(length => {
    at += length
    return numbers.subarray(at - length, at)
  })
}

/** Writes the files of a pack. */
export function writeCompiled(base: string, pack: RulePack): void {
  const { lexicon, things, named }: CompactVocabulary = compactVocabulary(pack)
  const columns = [named, ...lists.map(name => lexicon[name])]
  const { names, stems, exact, prefixes, size } = lexicon
  const { concepts, ...rest } = pack
  const compiled: CompiledPack = {
    ...rest,
    things,
    ...(pack.requirements.every(({ id }) => pack.relevance?.requirements.includes(id)) ? {} : { words: learnWeights(pack.requirements) }),
    forms: { names, stems, exact, prefixes, size },
    lengths: columns.map(column => column.length),
  }
  writeFileSync(`${base}.phrases.json`, JSON.stringify([...concepts.values()]))
  writeFileSync(`${base}.numbers`, new Uint8Array(Int32Array.from(columns.flatMap(column => [...column])).buffer))
  writeFileSync(`${base}.json`, JSON.stringify(compiled))
}
