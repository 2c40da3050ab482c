// All phrases of a pack as one lexicon: its named concepts, and each phrase list of a frame under a name of its own.
import type { Impressions } from '../domain/impressions.ts'
import type { Concept, Frame, LearntWords, Requirement, RulePack } from '../domain/requirement.ts'
import { type CompactLexicon, compileLexicon, type Lexicon, lexiconOf } from '../language/lexicon.ts'

/** A frame with the names under which its phrase lists are found. */
export interface CompiledFrame {
  readonly frame: Frame
  readonly act: string
  readonly with: readonly string[]
  readonly without: string | undefined
}

export interface CompiledElement {
  /** Element id; undefined for frames of the topic. */
  readonly element: string | undefined
  readonly frames: readonly CompiledFrame[]
}

export interface CompiledRequirement {
  readonly requirement: Requirement
  readonly elements: readonly CompiledElement[]
  readonly whole: string | undefined
  readonly part: string | undefined
  readonly tolerates: string | undefined
  readonly figureWords: string | undefined
  readonly figureOf: string | undefined
}

export interface Vocabulary {
  readonly lexicon: Lexicon
  readonly requirements: readonly CompiledRequirement[]
  /** Concepts of things that contracts define terms for. */
  readonly things: ReadonlySet<string>
  /** Concepts of matters that their meanings speak of. */
  readonly matters: ReadonlySet<string>
  /** What the pack has learnt of their words. */
  readonly relevance?: LearntWords
  /** What it has learnt of the verdicts that their wordings earn. */
  readonly impressions?: Impressions
  /** The names that the phrase lists of the requirements go by, in the order in which they are met. */
  readonly named?: readonly (string | undefined)[]
}

/** A vocabulary as plain data. */
export interface CompactVocabulary {
  readonly lexicon: CompactLexicon
  readonly things: readonly string[]
  readonly matters: readonly string[]
  /** For each phrase list its concept, by its index; -1 for one that is empty. */
  readonly named: readonly number[] | Int32Array
}

const known = new WeakMap<RulePack, Vocabulary>()

/**
 * Compiles a pack, once.
 * @param compact its vocabulary, where that is at hand from an earlier compilation
 * @throws {SyntaxError} for a faulty phrase; a pack that passed `rules lint` has none.
 */
export function vocabularyOf(pack: RulePack, compact?: CompactVocabulary): Vocabulary {
  const made = known.get(pack)
  if (made !== undefined) return made
  const vocabulary = compact === undefined ? compileVocabulary(pack) : vocabularyFrom(pack, compact)
  known.set(pack, vocabulary)
  return vocabulary
}

/**
 * Lets a pack go by the vocabulary of another, of whose requirements its own are some, with other parameters or severities at
 * most: their phrases are the same, and compiling them takes longer than most checks. Returns the pack.
 */
export function withVocabularyOf(base: RulePack, pack: RulePack): RulePack {
  const made = vocabularyOf(base)
  const compiled = new Map(made.requirements.map(one => [one.requirement.id, one]))
  const requirements = pack.requirements.flatMap(requirement => {
    const one = compiled.get(requirement.id)
    return one === undefined ? [] : [{ ...one, requirement }]
  })
  if (requirements.length === pack.requirements.length) known.set(pack, { ...made, requirements })
  return pack
}

function compileVocabulary(pack: RulePack): Vocabulary {
  const concepts: Concept[] = [...pack.concepts.values()]
  const naming = namingInto(concepts, pack.concepts)
  const named: (string | undefined)[] = []
  const requirements = pack.requirements.map(r =>
    compileRequirement(r, (name, phrases) => {
      named.push(naming(name, phrases))
      return named.at(-1)
    }),
  )
  const all = [...pack.concepts.values()]
  const things = new Set(all.flatMap(c => (c.thing === true ? [c.name] : [])))
  const matters = new Set(all.flatMap(c => (c.matter === true ? [c.name] : [])))
  return { lexicon: compileLexicon(concepts), requirements, things, matters, named, ...learntIn(pack) }
}

function vocabularyFrom(pack: RulePack, { lexicon: compact, things, matters, named }: CompactVocabulary): Vocabulary {
  const lexicon = lexiconOf(compact)
  let at = 0
  const naming: Naming = () => lexicon.names[named[at++] ?? -1]
  const requirements = pack.requirements.map(r => compileRequirement(r, naming))
  return { lexicon, requirements, things: new Set(things), matters: new Set(matters), ...learntIn(pack) }
}

function learntIn({ relevance, impressions }: RulePack): Pick<Vocabulary, 'relevance' | 'impressions'> {
  return { ...(relevance && { relevance }), ...(impressions && { impressions }) }
}

/** The vocabulary of a pack as plain data. */
export function compactVocabulary(pack: RulePack): CompactVocabulary {
  const { lexicon, things, matters, named } = vocabularyOf(pack)
  const index = (name: string | undefined) => (name === undefined ? -1 : (lexicon.index.get(name) ?? -1))
  return { lexicon: lexicon.compact, things: [...things], matters: [...matters], named: (named ?? []).map(index) }
}

type Naming = (name: string, phrases: readonly string[]) => string | undefined

// A list that many frames have is looked for once, and one that is a concept and nothing else goes by that concept's name.
function namingInto(concepts: Concept[], shared: RulePack['concepts']): Naming {
  const names = new Map<string, string>()
  return (name, phrases) => {
    if (phrases.length === 0) return undefined
    const alias = phrases.length === 1 ? /^<([^<>|\s]+)>$/.exec(phrases[0] ?? '')?.[1] : undefined
    const key = phrases.join('\n')
    const known = alias !== undefined && shared.has(alias) ? alias : names.get(key)
    if (known !== undefined) return known
    names.set(key, name)
    concepts.push({ name, phrases, not: [] })
    return name
  }
}

function compileRequirement(requirement: Requirement, named: Naming): CompiledRequirement {
  const key = (part: string): string => `${requirement.id}#${part}`
  const groups = [{ id: undefined, frames: requirement.topic }, ...requirement.elements.map(e => ({ id: e.id, frames: e.frames }))]
  return {
    requirement,
    elements: groups.map(g => ({ element: g.id, frames: g.frames.map((f, i) => compileFrame(f, key(`${g.id ?? 'topic'}.${i}`), named)) })),
    whole: named(key('whole'), requirement.coverage?.whole ?? []),
    part: named(key('part'), requirement.coverage?.part ?? []),
    tolerates: named(key('tolerates'), requirement.tolerates),
    figureWords: named(key('figure.words'), requirement.figure?.words ?? []),
    figureOf: named(key('figure.of'), requirement.figure?.of ?? []),
  }
}

function compileFrame(frame: Frame, key: string, named: Naming): CompiledFrame {
  return {
    frame,
    act: named(`${key}.act`, frame.act) ?? '',
    with: frame.with.map((group, i) => named(`${key}.with.${i}`, group) ?? ''),
    without: named(`${key}.without`, frame.without),
  }
}
