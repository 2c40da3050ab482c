// The packs that ship, compiled to files beside the built program: what a check needs is read at once, numbers as they lie in
// memory; the phrases as they were written, which only a pack that builds on this one needs, are read when asked for.
import { readFileSync, writeFileSync } from 'node:fs'
import { learnWeights } from './check/likeness.ts'
import { relevanceOf } from './check/relevance.ts'
import { type CompactVocabulary, compactVocabulary, vocabularyOf } from './check/vocabulary.ts'
import type { Impressions } from './domain/impressions.ts'
import type { Concept, LearntWords, RulePack } from './domain/requirement.ts'
import type { WordWeights } from './domain/word-weights.ts'
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
  'needs',
  'needBounds',
] as const satisfies readonly (keyof CompactLexicon)[]

type Lists = Record<(typeof lists)[number], Int32Array>

/** Those of the weights of words, which stand behind them: of what was learnt, then of what the examples tell. */
const weightLists = ['words', 'bounds', 'pairs'] as const satisfies readonly (keyof WordWeights)[]

type Stems = Pick<WordWeights, 'stems'>

interface CompiledPack extends Omit<RulePack, 'concepts' | 'relevance' | 'impressions'> {
  readonly things: readonly string[]
  readonly matters: readonly string[]
  readonly relevance?: Omit<LearntWords, 'words'> & { readonly words: Stems }
  readonly impressions?: Omit<Impressions, 'bytes'>
  /** What its examples tell of the words of each requirement, where no more was learnt of them. */
  readonly examples?: Stems
  readonly forms: Omit<CompactLexicon, keyof Lists>
  /** How long each of the lists is, the names of phrase lists first. */
  readonly lengths: readonly number[]
}

/** The files of a pack without their ending: `.json`, `.numbers`, `.phrases.json` and `.impressions`. */
export function readCompiled(base: string): RulePack {
  const { things, matters, relevance, impressions, examples, forms, lengths, ...rest } = JSON.parse(
    readFileSync(`${base}.json`, 'utf8'),
  ) as CompiledPack
  const [named, ...columns] = cut(numbersIn(`${base}.numbers`), lengths)
  const lexicon = { ...forms, ...(Object.fromEntries(lists.map((name, at) => [name, columns[at]])) as Lists) }
  const weights = (stems: Stems, at: number): WordWeights => ({
    ...stems,
    ...(Object.fromEntries(weightLists.map((name, place) => [name, columns[lists.length + at + place]])) as Omit<WordWeights, 'stems'>),
  })
  let concepts: RulePack['concepts'] | undefined
  const pack: RulePack = {
    ...rest,
    ...(relevance === undefined ? {} : { relevance: { ...relevance, words: weights(relevance.words, 0) } }),
    ...(impressions === undefined ? {} : { impressions: { ...impressions, bytes: readFileSync(`${base}.impressions`) } }),
    get concepts() {
      concepts ??= new Map((JSON.parse(readFileSync(`${base}.phrases.json`, 'utf8')) as Concept[]).map(c => [c.name, c]))
      return concepts
    },
  }
  const vocabulary = vocabularyOf(pack, { lexicon, things, matters, named: named ?? [] })
  relevanceOf(vocabulary, examples === undefined ? {} : { examples: weights(examples, weightLists.length) })
  return pack
}

// Each number is four bytes, the lowest first, as in the memory of all machines that Node runs on but a few.
function numbersIn(file: string): Int32Array {
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  if (byteOffset % 4 === 0) return new Int32Array(buffer, byteOffset, byteLength / 4)
  return new Int32Array(buffer.slice(byteOffset, byteOffset + byteLength))
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
  const { lexicon, things, matters, named }: CompactVocabulary = compactVocabulary(pack)
  const { names, stems, exact, prefixes, size } = lexicon
  const { concepts, relevance, impressions, ...rest } = pack
  const examples = pack.requirements.every(({ id }) => relevance?.requirements.includes(id)) ? undefined : learnWeights(pack.requirements)
  const weights = [relevance?.words, examples].flatMap(own => weightLists.map(name => own?.[name] ?? []))
  const columns = [named, ...lists.map(name => lexicon[name]), ...weights]
  const compiled: CompiledPack = {
    ...rest,
    things,
    matters,
    ...(relevance === undefined ? {} : { relevance: { ...relevance, words: { stems: relevance.words.stems } } }),
    ...(impressions === undefined ? {} : { impressions: withoutBytes(impressions) }),
    ...(examples === undefined ? {} : { examples: { stems: examples.stems } }),
    forms: { names, stems, exact, prefixes, size },
    lengths: columns.map(column => column.length),
  }
  if (impressions !== undefined) writeFileSync(`${base}.impressions`, impressions.bytes)
  writeFileSync(`${base}.phrases.json`, JSON.stringify([...concepts.values()]))
  writeFileSync(`${base}.numbers`, new Uint8Array(Int32Array.from(columns.flatMap(column => [...column])).buffer))
  writeFileSync(`${base}.json`, JSON.stringify(compiled))
}

function withoutBytes({ bytes: _, ...rest }: Impressions): Omit<Impressions, 'bytes'> {
  return rest
}
