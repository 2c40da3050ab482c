// Defined terms stand for what they mean: "Reserved Assets" counts as the learned parameters that its definition names.
import type { Contract, DefinedTerm } from '../domain/contract.ts'
import { findConcepts, type Lexicon, type Match } from '../language/lexicon.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Meaning {
  /** Stems of the term's words, in order. */
  readonly words: readonly string[]
  readonly capital: boolean
  readonly concepts: ReadonlySet<string>
}

/** By the stem of a term's first word. */
export type Meanings = ReadonlyMap<string, readonly Meaning[]>

/** Words after which a definition says what is not meant. */
const excluding = /\b(?:exclud\w+|other than|but not|does not include|except)\b/i
const longest = 1200

/**
 * What each defined term of a contract stands for. Terms within definitions are followed two deep where their own
 * words say nothing; names of parties and of the service as a whole stand for themselves.
 */
export function readMeanings(
  contract: Contract,
  { lexicon, things, matters }: Pick<Vocabulary, 'lexicon' | 'things' | 'matters'>,
): Meanings {
  const names = new Set(contract.parties.flatMap(p => [...p.aliases, p.name ?? '']))
  const terms = contract.terms.filter(t => !names.has(t.term) && !wholes.test(t.term) && !isCircumstance(contract, t))
  const opaque = terms.filter(t => findConcepts(lexicon, tokenise(t.term)).size === 0)
  let nested: Meanings = new Map()
  for (let depth = 0; depth < 2; depth++) nested = group(opaque.map(term => meaningOf(contract, term, lexicon, nested)))
  const known = opaque.map(term => meaningOf(contract, term, lexicon, nested))
  const vague = terms.filter(t => !opaque.includes(t) && !namesThing(t.term, lexicon, things))
  return group([
    ...known,
    ...vague.map(term => thingOf(meaningOf(contract, term, lexicon, nested), [things, matters])),
    ...partyNouns(contract),
  ])
}

// "Call Sheet" is a sheet, whatever it says of calls: the last word of a name tells what it names.
function namesThing(term: string, lexicon: Lexicon, things: ReadonlySet<string>): boolean {
  const tokens = tokenise(term)
  return [...findConcepts(lexicon, tokens)].some(([concept, matches]) => things.has(concept) && matches.some(m => m.to === tokens.length))
}

// "Safeguarded Items" has words of its own, and none says what they are: of its meaning the things count; and the
// matters, of "Significant Decision".
function thingOf(meaning: Meaning, kinds: readonly ReadonlySet<string>[]): Meaning {
  return { ...meaning, concepts: new Set([...meaning.concepts].filter(c => kinds.some(kind => kind.has(c)))) }
}

/** What the definition of each defined term speaks of, whatever the term itself seems to say. */
export function readDefinitions(contract: Contract, lexicon: Lexicon, known: Meanings): Meanings {
  return group(contract.terms.map(term => meaningOf(contract, term, lexicon, known)))
}

// However a contract calls its parties, a pack's words for them reach those names.
function partyNouns(contract: Contract): Meaning[] {
  return contract.parties.flatMap(({ role, aliases }) =>
    aliases.map(alias => {
      const words = tokenise(alias)
      return { words: words.map(t => t.stem), capital: words[0]?.capital ?? false, concepts: new Set([`${role}-noun`]) }
    }),
  )
}

const wholes =
  /^(?:the )?(?:\w+ )?(?:services?|platform|agreement|contract|software|products?|systems?|solution|party|parties|term|fees?|affiliates?|users?|cover page|order form|subscription|effective date)$/i

// "Intended Purpose" is a use of the system, "Delivery" a time: the things that such meanings mention are not what is meant.
const circumstance =
  /^\W*(?:means\W+)?(?:(?:the|a|an|any|each)\s)?(?:use|uses|purposes?|time|date|day|period|change|modification|right|sums?|prices?|amounts?|fees?)\b/i

function isCircumstance(contract: Contract, { meaning }: DefinedTerm): boolean {
  return circumstance.test(contract.documents[meaning.document]?.text.slice(meaning.start, meaning.start + 40) ?? '')
}

function meaningOf(contract: Contract, term: DefinedTerm, lexicon: Lexicon, known: Meanings): Meaning {
  const text =
    contract.documents[term.meaning.document]?.text.slice(term.meaning.start, Math.min(term.meaning.end, term.meaning.start + longest)) ??
    ''
  const cut = text.search(excluding)
  const tokens = tokenise(cut > 0 ? text.slice(0, cut) : text)
  const words = tokenise(term.term)
  return {
    words: words.map(t => t.stem),
    capital: words[0]?.capital ?? false,
    concepts: new Set(findConcepts(lexicon, tokens, meaningsIn(tokens, known)).keys()),
  }
}

function group(all: readonly Meaning[]): Meanings {
  const map = new Map<string, Meaning[]>()
  for (const meaning of all) {
    const first = meaning.words[0]
    if (first === undefined || meaning.concepts.size === 0) continue
    map.set(first, [...(map.get(first) ?? []), meaning])
  }
  return map
}

/** Where the concepts of defined terms occur in the tokens by way of the terms. */
export function meaningsIn(tokens: readonly Token[], meanings: Meanings): ReadonlyMap<string, Match[]> | undefined {
  if (meanings.size === 0) return undefined
  let found: Map<string, Match[]> | undefined
  for (let from = 0; from < tokens.length; from++) {
    const all = meanings.get((tokens[from] as Token).stem)
    if (all === undefined) continue
    for (const meaning of all)
      if (standsAt(meaning, tokens, from)) {
        found ??= new Map()
        enter(found, meaning, from)
      }
  }
  return found
}

function standsAt({ words, capital }: Meaning, tokens: readonly Token[], from: number): boolean {
  return (!capital || tokens[from]?.capital === true) && words.every((word, at) => tokens[from + at]?.stem === word)
}

function enter(found: Map<string, Match[]>, { words, concepts }: Meaning, from: number): void {
  for (const concept of concepts) {
    const list = found.get(concept)
    const match = { from, to: from + words.length }
    if (list === undefined) found.set(concept, [match])
    else list.push(match)
  }
}
