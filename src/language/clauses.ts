// Cuts a sentence into clauses, each with the words that give it force and the one who bears it.
// What a clause is about is not its business; who must do it, and how firmly, is.
import type { Bearer, Force } from '../domain/obligation.ts'
import { clauseWords } from './duties.ts'
import { findConcepts, lexiconOf, type Match } from './lexicon.ts'
import { bearerOf, type PartyWords } from './subjects.ts'
import type { Token } from './tokens.ts'

/** A stretch of a sentence governed by one verb group. Token indices, half-open. */
export interface Clause extends Match {
  readonly force: Force
  readonly bearer: Bearer
  /** The verb group; absent in a fragment without one. */
  readonly operator?: Match
  /** The clause whose complement this one is: "shall ensure | that logs are kept". */
  readonly within?: number
}

interface Operator extends Match {
  readonly force: Force
}

const lexicon = lexiconOf(clauseWords)
const forceOf: Readonly<Record<string, Force>> = {
  must: 'must',
  'must-not': 'must-not',
  refuses: 'refuses',
  may: 'may',
  soft: 'soft',
  'fact-not': 'fact-not',
  be: 'fact',
}

/** Cuts the tokens of one provision into clauses, in order, covering all tokens. */
export function findClauses(tokens: readonly Token[], parties: PartyWords): Clause[] {
  const found = findOperators(tokens)
  if (found.length === 0)
    return [
      {
        from: 0,
        to: tokens.length,
        force: 'fact',
        bearer: bearerOf(tokens, { from: 0, to: Math.min(tokens.length, 12) }, undefined, parties),
      },
    ]
  const clauses: Clause[] = []
  found.forEach((operator, i) => {
    if (i === 0) clauses.push(...openingClause(tokens, operator, parties))
    const from = clauses.at(-1)?.to ?? 0
    const next = found[i + 1]
    const to = next === undefined ? tokens.length : subjectStart(tokens, operator.to, next.from)
    clauses.push(...withoutTail(tokens, toClause(tokens, { from, to }, operator, clauses, parties), parties))
  })
  return clauses
}

// "does not charge for this, and it limits all calls": a subject of its own after the pause, its verb in plain present.
function withoutTail(tokens: readonly Token[], clause: Clause, parties: PartyWords): Clause[] {
  for (let at = (clause.operator?.to ?? clause.from) + 2; at < clause.to - 2; at++) {
    if (
      !/^(?:,|;)$/.test(tokens[at - 1]?.text ?? '') ||
      !/^(?:and|but|so)$/.test(tokens[at]?.text ?? '') ||
      !/^(?:we|you|they|it)$/.test(tokens[at + 1]?.text ?? '')
    )
      continue
    const named = bearerOf(tokens, { from: at, to: at + 2 }, undefined, parties)
    return [
      { ...clause, to: at },
      { from: at, to: clause.to, force: 'fact', bearer: named === 'nobody' ? clause.bearer : named },
    ]
  }
  return [clause]
}

// "We encrypt the weights, and you can ask for the report": the words before "and you" have a verb of their own.
function openingClause(tokens: readonly Token[], first: Operator, parties: PartyWords): Clause[] {
  for (let at = first.from - 1; at >= Math.max(2, first.from - 3); at--) {
    const joined = /^(?:and|but|so)$/.test(tokens[at]?.text ?? '') && /^(?:we|you|they|it)$/.test(tokens[at + 1]?.text ?? '')
    const open = joined && tokens[at - 1]?.text === ','
    if (open) return [{ from: 0, to: at, force: 'fact', bearer: bearerOf(tokens, { from: 0, to: Math.min(at, 12) }, undefined, parties) }]
  }
  const at = relativeStart(tokens, first.from)
  return at === undefined
    ? []
    : [{ from: 0, to: at, force: 'fact', bearer: bearerOf(tokens, { from: 0, to: Math.min(at, 12) }, undefined, parties) }]
}

const subordinators = new Set(['which', 'that', 'who', 'whom', 'whose', 'unless', 'if', 'until', 'because', 'while', 'whilst', ';', 'so'])

// "The service adds noise that callers cannot override": the main verb, in the plain present, stands before the relative clause.
function relativeStart(tokens: readonly Token[], operator: number): number | undefined {
  for (let at = operator - 1; at >= 3; at--) {
    const word = tokens[at]?.text ?? ''
    if (word === ',' && operator - at > 6) return undefined
    if (subordinators.has(word)) return at
  }
  return undefined
}

function toClause(tokens: readonly Token[], range: Match, operator: Operator, before: readonly Clause[], parties: PartyWords): Clause {
  const previous = before.at(-1)
  const complement = isComplement(tokens, range.from, previous)
  const bearer = bearerOf(tokens, { from: range.from, to: operator.from }, { from: operator.to, to: range.to }, parties)
  const bare = operator.from - range.from <= 1
  const inherited = bearer === 'nobody' && previous !== undefined && (bare || complement) ? previous.bearer : bearer
  return {
    ...range,
    force: operator.force,
    bearer: inherited,
    operator: { from: operator.from, to: operator.to },
    ...(complement ? { within: before.length - 1 } : {}),
  }
}

// "shall ensure that ...", "is not obliged to see to it that ...": what follows "that" shares the force of what governs it.
function isComplement(tokens: readonly Token[], from: number, previous: Clause | undefined): boolean {
  if (previous?.operator === undefined) return false
  if (from === previous.operator.to && endsInThat(tokens, from)) return true
  return isGoverned(tokens, from) && !tokens.slice(previous.operator.to, from).some(t => joints.has(t.text))
}

// "gives no undertaking that ..., and accepts that ...": the second is governed by a verb of its own.
const joints = new Set(['and', 'but', ';'])

// "shall ensure that | logs are kept", "shall ensure that no | copies are made"
function endsInThat(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? '']
  return last === 'that' || (before === 'that' && /^(?:no|neither|none|nobody)$/.test(last))
}

function isGoverned(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text
  const before = tokens[beforeAside(tokens, at - 1)]
  return (word === 'that' || word === 'whether') && before?.kind === 'word' && governing.test(before.stem)
}

// "shall see to it, at its own expense, that ...": what stands between commas is passed over.
function beforeAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let i = at - 1; i > Math.max(0, at - 12); i--) if (tokens[i]?.text === ',') return i - 1
  return at
}

const governing =
  /^(?:ensur|procur|warrant|repres|guarante|agre|undertak|see|it|sure|confirm|acknowledg|accept|promis|coven|provid|requir|assur|that|certifi|commit|mean|declar|state|secur|certain|care|order|extent|claim|believ|know|manner|wai|wise|effect)/

function findOperators(tokens: readonly Token[]): Operator[] {
  const all: Operator[] = []
  for (const [name, matches] of findConcepts(lexicon, tokens))
    for (const m of matches) if (!isMonth(tokens, m) && !inParentheses(tokens, m.from)) all.push({ ...m, force: forceOf[name] ?? 'fact' })
  const kept = withoutOverlaps(all)
  const asides = kept.flatMap(o => asideAfter(tokens, o))
  return kept.filter(
    (operator, i) => !isCarriedOn(tokens, operator, kept[i - 1]) && !asides.some(a => a.from < operator.from && operator.to <= a.to),
  )
}

const parenthesis =
  /^(?:unless|except|if|where|when|whenever|save|after|before|without|subject|upon|on|once|until|provided|at|in|for|to|during|within|as|with)$/

// "must not, unless the Supplier has first consented, use ...": the verb group goes on behind the second comma.
function asideAfter(tokens: readonly Token[], operator: Operator): Match[] {
  const opened = tokens[operator.to]?.text === ',' && parenthesis.test(tokens[operator.to + 1]?.text ?? '')
  if (operator.force === 'fact' || !opened) return []
  for (let at = operator.to + 2; at < Math.min(tokens.length, operator.to + asideMost); at++)
    if (tokens[at]?.text === ',') return [{ from: operator.to, to: at }]
  return []
}

// "shall not suffer copies to be made", "shall not copy it or attempt to rebuild it": no force of its own, the verb before governs it.
function isCarriedOn(tokens: readonly Token[], operator: Operator, previous: Operator | undefined): boolean {
  const [before, word] = [tokens[operator.from - 1]?.text ?? '', tokens[operator.from]?.text ?? '']
  if (previous === undefined) return false
  if (operator.force === 'fact' && operator.to === operator.from + 1) {
    return (
      word === 'be' ||
      (word === 'been' && /^(?:has|have|had)$/.test(tokens[previous.to - 1]?.text ?? '') && operator.from - previous.to <= 2) ||
      (word === 'have' && before === 'to') ||
      (word === 'being' && /^(?:of|from|by|without)$/.test(before))
    )
  }
  return (
    operator.force === 'soft' &&
    (/^(?:must-not|refuses)$/.test(previous.force) || isDenied(tokens, previous)) &&
    /^(?:attempt|seek|try|endeavou?r)$/.test(word) &&
    /^(?:or|nor|and|,|\)|;)$/.test(before)
  )
}

// "Neither it nor any user shall ...": the subject denies.
function isDenied(tokens: readonly Token[], operator: Operator): boolean {
  return tokens.slice(Math.max(0, operator.from - 12), operator.from).some(t => /^(?:neither|nobody|none|no)$/.test(t.text))
}

function isMonth(tokens: readonly Token[], match: Match): boolean {
  const word = tokens[match.from]
  if (word?.text !== 'may' || !word.capital) return false
  return tokens[match.from + 1]?.kind === 'number' || tokens[match.from - 1]?.kind === 'number'
}

// "shall (at its own cost, whichever product it may choose) encrypt": what stands in brackets does not govern what follows them.
function inParentheses(tokens: readonly Token[], at: number): boolean {
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - asideMost); i--) {
    const mark = tokens[i]?.text
    if (mark === ')') depth++
    else if (mark === '(' && depth-- === 0) return tokens.slice(at, at + asideMost).some(t => t.text === ')')
  }
  return false
}
const asideMost = 80

const rank: Readonly<Record<Force, number>> = { refuses: 6, 'must-not': 5, soft: 4, may: 3, must: 2, 'fact-not': 1, fact: 0 }

// The longest group wins; of equal length the one that takes most away. Groups that touch are one: "shall" + "be required to".
function withoutOverlaps(all: Operator[]): Operator[] {
  const sorted = all.sort((a, b) => a.from - b.from || b.to - a.to || rank[b.force] - rank[a.force])
  const kept: Operator[] = []
  for (const operator of sorted) {
    const last = kept.at(-1)
    if (last === undefined || operator.from > last.to) kept.push(operator)
    else if (last.force === 'must' && operator.to < last.to) continue
    else kept[kept.length - 1] = merge(last, operator)
  }
  return kept
}

function merge(a: Operator, b: Operator): Operator {
  const range = { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
  const force = rank[a.force] >= rank[b.force] ? a.force : b.force
  return { ...range, force }
}

const openers = new Set([
  ',',
  ';',
  ':',
  '.',
  '(',
  '-',
  '|',
  'and',
  'or',
  'but',
  'nor',
  'which',
  'that',
  'who',
  'whom',
  'whose',
  'where',
  'when',
  'if',
  'unless',
  'until',
  'because',
  'while',
  'whilst',
  'as',
  'so',
  'except',
  'provided',
  'whether',
  'than',
  'before',
  'after',
  'once',
  'upon',
  'neither',
])

// Where the clause of the next operator begins: at the "that" of a verb that governs it, else at the nearest word before it that opens a clause.
function subjectStart(tokens: readonly Token[], after: number, operator: number): number {
  if (endsInThat(tokens, after) && (tokens[after - 1]?.text === 'that' || !tokens.slice(after, operator).some(t => openers.has(t.text))))
    return after
  for (let at = after; at < operator; at++) if (isGoverned(tokens, at)) return at
  for (let at = operator - 1; at >= after; at--) {
    const word = tokens[at]
    if (word !== undefined && openers.has(word.text)) return at
  }
  return nounStart(tokens, after, operator)
}

// No opener: "X it receives shall ..." The subject starts at the last determiner or capitalised word.
function nounStart(tokens: readonly Token[], after: number, operator: number): number {
  for (let at = operator - 1; at > after; at--)
    if (['the', 'a', 'an', 'each', 'no', 'any', 'every', 'we', 'you', 'it', 'they', 'this', 'these'].includes(tokens[at]?.text ?? ''))
      return at
  return Math.max(after, operator)
}
