// What the words of a passage suggest, whatever its grammar: which verdict passages so worded have earned for a requirement, and
// where they fell short, in what. Multinomial logistic regression over stems, pairs of neighbours, and stems as this requirement
// has them (.dev/learn-verdicts.mjs); hashed (Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning"), so
// that nothing but numbers is kept. It is blind to grammar as the rules are blind to words they do not have: settle.ts holds one against the other.
import { type Impressions, type WordTable, widthOf } from '../domain/impressions.ts'
import type { PartyWords } from '../language/subjects.ts'
import type { Token } from '../language/tokens.ts'

/** The words of a passage as numbers: in order, with every figure the same, and its figures each for itself. */
export interface Hashes {
  readonly words: Int32Array
  readonly figures: Int32Array
}

/** FNV-1a (Fowler, Noll, Vo) over the characters of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** One number of two, in which the order counts. */
function mixed(a: number, b: number): number {
  const hash = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35)
  return hash ^ (hash >>> 13)
}

const figure = hashOf('#')
const roles = { provider: hashOf('@provider'), customer: hashOf('@customer') }
/** No party has a longer name. */
const longestName = 6

/** The words of a passage: stems, and each party by its role, whatever it is called. */
export function hashesOf(tokens: readonly Token[], parties: PartyWords): Hashes {
  const opening = openings(parties)
  const words: number[] = []
  const figures: number[] = []
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token
    const name = opening.has(token.text) ? nameAt(tokens, at, parties) : undefined
    words.push(name?.hash ?? (token.kind === 'number' ? figure : hashOf(token.kind === 'word' ? token.stem : token.text)))
    if (token.kind === 'number') figures.push(hashOf(token.text))
    at += name?.length ?? 1
  }
  return { words: Int32Array.from(words), figures: Int32Array.from(figures) }
}

const opened = new WeakMap<PartyWords, ReadonlySet<string>>()

/** The first words of what the parties are called. */
function openings(parties: PartyWords): ReadonlySet<string> {
  const known = opened.get(parties) ?? new Set([...parties.keys()].map(name => name.split(' ')[0] as string))
  opened.set(parties, known)
  return known
}

function nameAt(tokens: readonly Token[], at: number, parties: PartyWords): { length: number; hash: number } | undefined {
  for (let length = Math.min(longestName, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length).map(t => t.text)
    const role = parties.get(words.join(' '))
    if (role === 'provider' || role === 'customer') return { length, hash: roles[role] }
  }
  return undefined
}

/** The rows of a table that passages read together speak by: of words and neighbours, and of both as the requirement has them. */
export function rowsOf(
  passages: readonly Hashes[],
  requirement: string,
  rows: number,
): { readonly shared: Set<number>; readonly own: Set<number> } {
  const seed = hashOf(requirement)
  const shared = new Set<number>()
  const own = new Set<number>()
  for (const { words, figures } of passages) {
    for (let at = 0; at < words.length; at++) {
      const hash = words[at] as number
      shared.add(hash & (rows - 1))
      own.add(mixed(seed, hash) & (rows - 1))
      if (at === 0) continue
      const pair = mixed(words[at - 1] as number, hash)
      shared.add(pair & (rows - 1))
      own.add(mixed(seed, pair) & (rows - 1))
    }
    for (const hash of figures) own.add(mixed(seed, hash) & (rows - 1))
  }
  return { shared, own }
}

/** How much more the words count as the requirement has them. */
export const ownWeight = 2

/** By outcome how likely it is of passages read together, by their words; in the order of the outcomes. */
export function likelihoodsOf(passages: readonly Hashes[], requirement: string, table: WordTable, bytes: Uint8Array): Float64Array {
  const { shared, own } = rowsOf(passages, requirement, table.rows)
  const scores = Float64Array.from(table.bias, bias => bias / 10)
  addRows(scores, shared, 1, table, bytes)
  addRows(scores, own, ownWeight, table, bytes)
  return softmax(scores)
}

// Rows count by how rare their words are, as a share of the length of all (Salton & Buckley 1988, "tfc").
function addRows(scores: Float64Array, found: ReadonlySet<number>, weight: number, table: WordTable, bytes: Uint8Array): void {
  const width = widthOf(table)
  let squares = 0
  for (const row of found) squares += (bytes[row * width] as number) ** 2
  if (squares === 0) return
  const scale = weight / Math.sqrt(squares) / 10
  for (const row of found) {
    const rarity = (bytes[row * width] as number) * scale
    if (rarity === 0) continue
    for (let at = 0; at < scores.length; at++) {
      const byte = bytes[row * width + 1 + at] as number
      scores[at] = (scores[at] as number) + rarity * (byte < 128 ? byte : byte - 256)
    }
  }
}

/** Likelihoods of log odds (the logistic function for more than two outcomes). */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores)
  const odds = scores.map(score => Math.exp(score - most))
  const sum = odds.reduce((total, one) => total + one, 0)
  return odds.map(one => one / sum)
}

/** What was learnt of the verdicts of a requirement's wordings, and of its reasons; undefined where nothing was. */
export function impressionsOf(learnt: Impressions | undefined, requirement: string): Measures | undefined {
  if (learnt === undefined || !learnt.requirements.includes(requirement)) return undefined
  const { verdicts, reasons, bytes } = learnt
  const size = verdicts.rows * widthOf(verdicts)
  return {
    verdicts: passages => likelihoodsOf(passages, requirement, verdicts, bytes.subarray(0, size)),
    reasons: passages => likelihoodsOf(passages, requirement, reasons, bytes.subarray(size)),
  }
}

/** By outcome the likelihood of passages read together. */
export interface Measures {
  readonly verdicts: (passages: readonly Hashes[]) => Float64Array
  readonly reasons: (passages: readonly Hashes[]) => Float64Array
}
