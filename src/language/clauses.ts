// Cuts a sentence into clauses, each with the words that give it force and the one who bears it.
// What a clause is about is not its business; who must do it, and how firmly, is.
import type { Bearer, Force } from '../domain/obligation.ts'
import { breaks } from './breaks.ts'
import { coordinated, endsInThat, ensuring, isGoverned, relativeStart, subjectStart } from './clause-starts.ts'
import { mainStart } from './conditions.ts'
import type { Match } from './lexicon.ts'
import { findOperators, type Operator } from './operators.ts'
import { bearerOf, namesParty, type PartyWords } from './subjects.ts'
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

/** Cuts the tokens of one provision into clauses, in order, covering all tokens. */
export function findClauses(tokens: readonly Token[], parties: PartyWords): Clause[] {
  const main = mainStart(tokens, parties)
  const starts = [...(main === undefined ? [] : [main]), ...breaks(tokens).filter(at => at > (main ?? 0))]
  return [0, ...starts].reduce<Clause[]>((clauses, from, i) => {
    const cut = cutClauses(tokens.slice(from, starts[i]), parties)
    return clauses.concat(withLimbs(cut, tokens.slice(from, starts[i])).map(c => shift(c, from, clauses.length)))
  }, [])
}

// "must not, unless the Buyer has approved it: | identify persons": behind the colon the main clause goes on.
function withLimbs(clauses: readonly Clause[], tokens: readonly Token[]): Clause[] {
  return clauses.flatMap((clause, index): Clause[] => {
    const [main, before] = [clauses[index - 2], clauses[index - 1]]
    const led = tokens[clause.from]?.text === ':' && conditional.has(tokens[before?.from ?? -1]?.text ?? '')
    if (led && clause.force === 'fact' && main?.force === 'must-not') return [{ ...clause, bearer: main.bearer, within: index - 2 }]
    return limbOf(clauses, index, tokens) ?? [clause]
  })
}

function limbOf(clauses: readonly Clause[], index: number, tokens: readonly Token[]): Clause[] | undefined {
  const [main, clause] = [clauses[index - 1], clauses[index] as Clause]
  const colon = tokens.findLastIndex((t, at) => t.text === ':' && clause.from < at && at < clause.to - 1)
  const aside = conditional.has(tokens[clause.from]?.text ?? '') && clause.operator !== undefined && clause.operator.to <= colon
  if (!aside || index !== clauses.length - 1 || main?.operator === undefined) return undefined
  return [
    { ...clause, to: colon },
    { from: colon, to: clause.to, force: 'fact', bearer: main.bearer, within: index - 1 },
  ]
}

const conditional = new Set(['unless', 'except', 'if', 'where', 'when', 'save', 'until', 'before', 'provided'])

function shift({ operator, within, ...clause }: Clause, by: number, before: number): Clause {
  return {
    ...clause,
    from: clause.from + by,
    to: clause.to + by,
    ...(operator === undefined ? {} : { operator: { from: operator.from + by, to: operator.to + by } }),
    ...(within === undefined ? {} : { within: within + before }),
  }
}

function cutClauses(tokens: readonly Token[], parties: PartyWords): Clause[] {
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

const opensDenied = (tokens: readonly Token[], { from }: Match): boolean => /^(?:no|neither|none|nobody)$/.test(tokens[from]?.text ?? '')

// "does not charge for this, and it limits all calls": a subject of its own after the pause, its verb in plain present.
function withoutTail(tokens: readonly Token[], clause: Clause, parties: PartyWords): Clause[] {
  for (let at = (clause.operator?.to ?? clause.from) + 2; at < clause.to - 2; at++) {
    if (opensDenied(tokens, clause) && tokens[at - 1]?.text === ';' && namesParty(tokens, at, parties) && tokens[at + 2]?.kind === 'word')
      return [
        { ...clause, to: at },
        { from: at, to: clause.to, force: 'fact', bearer: bearerOf(tokens, { from: at, to: at + 3 }, undefined, parties) },
      ]
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
  const at = imperativeEnd(tokens, first) ?? coordinated(tokens, first) ?? relativeStart(tokens, first.from)
  return at === undefined
    ? []
    : [{ from: 0, to: at, force: 'fact', bearer: bearerOf(tokens, { from: 0, to: Math.min(at, 12) }, undefined, parties) }]
}

// "Keep your keys secret, don't show them to others": each of two commands is a clause of its own.
function imperativeEnd(tokens: readonly Token[], { from }: Operator): number | undefined {
  const [before, word] = [tokens[from - 1]?.text ?? '', tokens[from]?.text ?? '']
  const commands = /^(?:do|never)$/.test(word) && /^(?:,|;|and|but)$/.test(before) && from > 3
  return commands &&
    /^(?:keep|use|store|make|treat|give|send|put|tell|check|let|change|rotate|protect|encrypt)$/.test(tokens[0]?.text ?? '')
    ? from
    : undefined
}

function toClause(tokens: readonly Token[], range: Match, operator: Operator, before: readonly Clause[], parties: PartyWords): Clause {
  const previous = before.at(-1)
  const complement = isComplement(tokens, range.from, previous) || isInterrupted(tokens, operator, previous)
  const resumed = previous?.within !== undefined && isResumed(tokens, operator, previous)
  const bearer = bearerOf(tokens, { from: range.from, to: operator.from }, { from: operator.to, to: range.to }, parties)
  const bare = operator.from - range.from <= 1 || /^(?:it|they)$/.test(tokens[operator.from - 1]?.text ?? '')
  const inherited = bearer === 'nobody' && previous !== undefined && (bare || complement || resumed) ? previous.bearer : bearer
  return {
    ...range,
    force: operator.force === 'may' && isCapped(tokens, range.from, operator.from) ? 'must' : operator.force,
    bearer: inherited,
    operator: { from: operator.from, to: operator.to },
    ...(complement ? { within: before.length - 1 } : resumed ? { within: previous.within } : {}),
  }
}

// "no more than four in a hundred may succeed": leave up to a bound is a ban beyond it.
function isCapped(tokens: readonly Token[], from: number, to: number): boolean {
  const subject = tokens.slice(from, to).map(t => t.text)
  const words = subject.slice(subject.lastIndexOf(',') + 1)
  return words.some(
    (w, i) => (/^(?:no|not)$/.test(w) && /^(?:more|fewer|greater)$/.test(words[i + 1] ?? '')) || (w === 'at' && words[i + 1] === 'most'),
  )
}

// "shall ensure that ...", "is not obliged to see to it that ...": what follows "that" shares the force of what governs it.
function isComplement(tokens: readonly Token[], from: number, previous: Clause | undefined): boolean {
  if (previous?.operator === undefined) return false
  if (ensuring.test(tokens[from - 1]?.text ?? '') && from <= previous.operator.to + 2) return true
  if (from === previous.operator.to && endsInThat(tokens, from)) return true
  return isGoverned(tokens, from) && !tokens.slice(previous.operator.to, from).some(t => joints.has(t.text))
}

// "shall ensure that content which is offensive or unlawful | is excluded": behind the relative clause what is ensured goes on.
function isResumed(tokens: readonly Token[], { from }: Match, { from: start, operator }: Clause): boolean {
  if (
    operator === undefined ||
    from - operator.to > 12 ||
    tokens[from - 1]?.text === ',' ||
    !/^(?:is|are|be|has|have|cannot)$/.test(tokens[from]?.text ?? '')
  )
    return false
  const relative = tokens.slice(start + 1, operator.from).some(t => /^(?:which|that|who)$/.test(t.text))
  return relative && !tokens.slice(operator.to, from).some(t => /^(?:;|:|but|it|they|we|you|no|any|each|every|the|an?)$/.test(t.text))
}

// "shall, where practicable, have it tested": the verb group goes on behind what stands between commas.
function isInterrupted(tokens: readonly Token[], { from }: Match, previous: Clause | undefined): boolean {
  const verb = previous?.operator
  return (
    verb !== undefined && /^(?:have|be)$/.test(tokens[from]?.text ?? '') && tokens[from - 1]?.text === ',' && tokens[verb.to]?.text === ','
  )
}

// "gives no undertaking that ..., and accepts that ...": the second is governed by a verb of its own.
const joints = new Set(['and', 'but', ';'])
