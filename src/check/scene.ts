// What one contract looks like to all requirements: its provisions read, its carve-outs, its missing documents, who hosts.
import type { Contract } from '../domain/contract.ts'
import type { Impressions } from '../domain/impressions.ts'
import type { Requirement } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import type { PartyWords } from '../language/subjects.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { type Absent, emptyReader, missingReader } from './absent.ts'
import { type BlankTerm, findBlankTerms } from './blank-terms.ts'
import { type CarveOuts, findCarveOuts } from './carveouts.ts'
import { type Hashes, hashesOf } from './impression.ts'
import { findParts, type Parts } from './parts.ts'
import { type Places, placesOf } from './places.ts'
import { type Outranks, readPrecedence } from './precedence.ts'
import { partyWords, type ReadProvision, readProvisions } from './provisions.ts'
import { type Relevance, relevanceOf } from './relevance.ts'
import { isBinding, noteCitations } from './surroundings.ts'
import { type Meanings, readDefinitions, readMeanings } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Scene {
  readonly contract: Contract
  readonly provisions: readonly ReadProvision[]
  /** Those that bind. */
  readonly binding: readonly ReadProvision[]
  readonly places: Places
  readonly carveOuts: CarveOuts
  readonly outranks: Outranks
  /** The references within a span of a document that lead to nothing: an annex that is not there. */
  readonly missingIn: Absent
  /** Those that lead to a part which is still to be written. */
  readonly emptyIn: Absent
  /** Terms of measure whose figure is still to be filled in. */
  readonly blankTerms: readonly BlankTerm[]
  /** A weights licence: the customer runs the model on its own machines. */
  readonly customerHosts: boolean
  readonly relevance: Relevance
  /** The binding passage that is most plainly about a requirement, and how plainly; none where nothing binds. */
  readonly closest: (requirement: Requirement) => Closest
  /** How much of the contract speaks of other terms that go before it: amendments, special conditions, orders of precedence; 0 to 1. */
  readonly overruled: number
  /** Parts of the service that the contract names side by side. */
  readonly parts: Parts
  /** What the definitions of its terms speak of. */
  readonly definitions: Meanings
  /** The words of a passage as an impression has them (impression.ts). */
  readonly hashesOf: (read: ReadProvision) => Hashes
  /** What was learnt of the verdicts that wordings earn. */
  readonly impressions: Impressions | undefined
}

export interface Closest {
  readonly relevance: number
  readonly read: ReadProvision | undefined
  /** How many binding passages are likely to be about the requirement. */
  readonly likely: number
  /** The few that are most plainly so, that passage among them. */
  readonly near: readonly ReadProvision[]
}

/** Reads the whole contract once, before any requirement is looked at. */
export function setScene(contract: Contract, vocabulary: Vocabulary): Scene {
  const meanings = readMeanings(contract, vocabulary)
  const provisions = readProvisions(contract, vocabulary, meanings)
  noteCitations(contract, provisions)
  const relevance = relevanceOf(vocabulary)
  const binding = provisions.filter(isBinding)
  return {
    contract,
    definitions: readDefinitions(contract, vocabulary.lexicon, meanings),
    provisions,
    binding,
    places: placesOf(provisions, vocabulary.lexicon),
    carveOuts: findCarveOuts(contract),
    outranks: readPrecedence(contract),
    missingIn: missingReader(contract),
    emptyIn: emptyReader(contract),
    blankTerms: findBlankTerms(contract),
    customerHosts: provisions.some(p => (isBinding(p) || p.provision.zone === 'recital') && p.concepts.has('customer-hosts')),
    relevance,
    closest: closestIn(binding, relevance),
    overruled: overruledIn(contract),
    parts: findParts(provisions.map(p => p.tokens)),
    hashesOf: hasher(partyWords(contract)),
    impressions: vocabulary.impressions,
  }
}

/** Each passage is hashed once: many requirements ask for the same. */
function hasher(parties: PartyWords): Scene['hashesOf'] {
  const known = new Map<ReadProvision, Hashes>()
  return read => {
    const hashes = known.get(read) ?? hashesOf(putInPlace(read), parties)
    known.set(read, hashes)
    return hashes
  }
}

const cited = /\b(?:section|clause|article|paragraph|part|annex|schedule)s?\b/i
const changing = /\b(?:replac|substitut|insert|add|amend|restat|delet)\p{L}*\b[^"“”]{0,80}$/iu

/** Of "Section 5 is replaced by the following: ..." the words that are put in its place; a legend that is quoted is part of the duty. */
function putInPlace({ provision: { leadIns, span }, text, tokens }: ReadProvision): readonly Token[] {
  const words = slice(text, span)
  const open = words.search(/["“]/)
  const head = words.slice(Math.max(0, open - 300), open)
  if (open < 0 || leadIns.length > 0 || words.length - open < 40 || !cited.test(head) || !changing.test(head.slice(-120))) return tokens
  return tokenise(words.slice(open + 1).replace(/["”]\W{0,3}$/, ''))
}

function closestIn(binding: readonly ReadProvision[], relevance: Relevance): Scene['closest'] {
  const most = relevance.most(binding.map(p => p.tokens))
  return requirement => {
    const { relevance, at, likely, near } = most(requirement)
    return { relevance, read: binding[at], likely, near: near.flatMap(one => binding[one] ?? []) }
  }
}

const overruling =
  /\b(?:special (?:terms|conditions|provisions)|amend(?:ed|ment|s)?|addend(?:um|a)|supersedes?|prevails?|precedence|in lieu of|is replaced)\b/gi
/** So many mentions are as much as can be told. */
const manyMentions = 8

function overruledIn({ documents }: Contract): number {
  const mentions = documents.reduce((sum, { text }) => sum + (text.match(overruling)?.length ?? 0), 0)
  return Math.min(manyMentions, mentions) / manyMentions
}
