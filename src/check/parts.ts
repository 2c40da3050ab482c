// Parts of a service that a contract names side by side: "the Chat Module, the Search Module and the Voice Gateway".
// A duty that names some of them and not the rest covers a part. Whether it names any is worked out once for a contract.
import type { Token } from '../language/tokens.ts'

/** By the name of a part, the names of all that it was listed with, its own included. */
export type Parts = ReadonlyMap<string, ReadonlySet<string>>

const nouns =
  'module|endpoint|gateway|channel|variant|edition|circuit|region|catalog|catalogue|portal|tier|store|engine|connector|bundle'.split('|')
const heads = new Set(nouns.flatMap(n => [n, `${n}s`]))
const longest = 3

interface Name {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** The parts that a contract lists, from the words of its provisions. */
export function findParts(texts: Iterable<readonly Token[]>): Parts {
  const parts = new Map<string, Set<string>>()
  for (const tokens of texts)
    for (const run of runsOf(namesIn(tokens), tokens)) {
      const joined = new Set(run.flatMap(name => [name.key, ...(parts.get(name.key) ?? [])]))
      for (const key of joined) parts.set(key, joined)
    }
  return parts
}

/** The words that name a part, where the rest of the parts that it was listed with is not named too. */
export function partNamed(tokens: readonly Token[], parts: Parts): Name | undefined {
  if (parts.size === 0) return undefined
  const names = namesIn(tokens).filter(name => parts.has(name.key))
  const said = new Set(names.map(name => name.key))
  return names.find(({ key, from }) => !isAny(tokens, from) && [...(parts.get(key) ?? [])].some(other => !said.has(other)))
}

function isAny(tokens: readonly Token[], from: number): boolean {
  return /^(?:each|every|any|all|no|other)$/.test(tokens[from - 1]?.text ?? '')
}

/** Capitalised names that end in the noun of a part, and names in quotes after it (variant "Heron-8"). */
function namesIn(tokens: readonly Token[]): Name[] {
  const names: Name[] = []
  tokens.forEach((token, at) => {
    const quoted = quotedName(tokens, at)
    if (quoted !== undefined) names.push(quoted)
    if (!heads.has(token.text) || !token.capital) return
    let from = at
    while (at - from < longest && isNameWord(tokens[from - 1])) from--
    if (from < at) names.push({ key: keyOf(tokens, from, at + 1), from, to: at + 1 })
  })
  return names
}

function isNameWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && token.capital && !/^(?:the|a|an|each|every|any|all|no|this|for|in|on)$/.test(token.text)
}

// Quoted words with a figure or a hyphen are names of versions and variants; other quotes may be anything.
function quotedName(tokens: readonly Token[], at: number): Name | undefined {
  if (tokens[at]?.text !== '"' || !tokens[at + 1]?.capital) return undefined
  const end = tokens.slice(at + 1, at + 6).findIndex(t => t.text === '"')
  if (end < 2) return undefined
  return { key: keyOf(tokens, at + 1, at + 1 + end), from: at, to: at + 2 + end }
}

function keyOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(t => t.text)
    .join(' ')
}

const joints = new Set([',', 'and', 'or', 'the', ';', '&', 'as', 'in', 'a', 'reserve'])

/** Names with nothing between them but commas, "and" and "the". */
function runsOf(names: readonly Name[], tokens: readonly Token[]): Name[][] {
  const runs: Name[][] = []
  let run: Name[] = []
  for (const name of names) {
    const last = run.at(-1)
    const joined = last !== undefined && tokens.slice(last.to, name.from).every(t => joints.has(t.text)) && name.from - last.to <= 4
    if (joined) run.push(name)
    else run = [name]
    if (run.length === 2) runs.push(run)
  }
  return runs
}
