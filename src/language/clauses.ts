// Cuts a sentence into clauses, each with the words that give it force and the one who bears it.
// What a clause is about is not its business; who must do it, and how firmly, is.
import type { Bearer, Force } from '../domain/obligation.ts'
import { breaks, deniedList } from './breaks.ts'
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
    return clauses.concat(cut.map(c => shift(c, from, clauses.length)))
  }, [])
}

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
  const at = coordinated(tokens, first) ?? relativeStart(tokens, first.from)
  return at === undefined
    ? []
    : [{ from: 0, to: at, force: 'fact', bearer: bearerOf(tokens, { from: 0, to: Math.min(at, 12) }, undefined, parties) }]
}

// "The models resist nine attacks in ten and | do not fall below that": what a verb group is joined to is a verb too.
function coordinated(tokens: readonly Token[], { from, force }: Operator): number | undefined {
  const joined = from >= fewestJoined && /^(?:and|but)$/.test(tokens[from - 1]?.text ?? '')
  const full = force === 'must' || force === 'must-not' || (force === 'fact-not' && /^do(?:es)?/.test(tokens[from]?.text ?? ''))
  return joined && full ? from - 1 : undefined
}

const fewestJoined = 6

const subordinators = new Set(
  'which that who whom whose unless if until because while whilst ; so how what whatever whichever whoever'.split(' '),
)

// "The service adds noise that callers cannot override": the main verb, in the plain present, stands before the relative clause.
function relativeStart(tokens: readonly Token[], operator: number): number | undefined {
  for (let at = operator - 1; at >= 3; at--) {
    const word = tokens[at]?.text ?? ''
    if (word === ',' && operator - at > 6) return listedRelative(tokens, at, operator)
    if (opensAside(tokens, at, operator)) return undefined
    if (at === operator - 1 && isContact(tokens, at)) return at
    if (subordinators.has(word) || (word === 'as' && degrees.has(tokens[at - 1]?.text ?? ''))) return at
  }
  return undefined
}

// "The Provider, which runs the model, shall log": what stands between commas is an aside, and the subject stands before it.
function opensAside(tokens: readonly Token[], at: number, operator: number): boolean {
  if (!/^(?:which|who)$/.test(tokens[at]?.text ?? '') || tokens[at - 1]?.text !== ',') return false
  return tokens.slice(at, operator).some(t => t.text === ',')
}

// "strips out anything it should not hold": a relative clause without its "that".
function isContact(tokens: readonly Token[], at: number): boolean {
  return /^(?:it|they|we|you)$/.test(tokens[at]?.text ?? '') && /^(?:anything|everything|something|all)$/.test(tokens[at - 1]?.text ?? '')
}

const degrees = new Set(['long', 'far', 'soon', 'often', 'much'])

// "keeps a history, from which each step, its date and the version made can be traced": a list stands between.
function listedRelative(tokens: readonly Token[], comma: number, operator: number): number | undefined {
  if (tokens[operator - 1]?.text === ',') return undefined
  for (let at = comma; at >= 3; at--)
    if (/^(?:which|whom|whose)$/.test(tokens[at]?.text ?? '')) return tokens[at - 1]?.text === ',' ? undefined : at
  return undefined
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
  return words.some((w, i) => (/^(?:no|not)$/.test(w) && /^(?:more|fewer|greater)$/.test(words[i + 1] ?? '')) || (w === 'at' && words[i + 1] === 'most'))
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

// "shall ensure that | logs are kept", "shall ensure that no | copies are made"
function endsInThat(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? '']
  return last === 'that' || (before === 'that' && /^(?:no|neither|none|nobody)$/.test(last))
}

function isGoverned(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text
  const before = tokens[beforeAside(tokens, at - 1)]
  if (before?.kind !== 'word') return false
  return word === 'that' ? purposes.has(before.text) || governing.test(before.stem) : word === 'whether' && governing.test(before.stem)
}

// "may set the gateway so that calls are rejected": an end is meant as firmly as its means.
const purposes = new Set(['so', 'such', 'form', 'fashion'])

// "shall see to it, at its own expense, that ...": what stands between commas is passed over.
function beforeAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let i = at - 1; i > Math.max(0, at - 12); i--) if (tokens[i]?.text === ',') return i - 1
  return at
}

const governing =
  /^(?:ensur|procur|warrant|repres|guarante|agre|undertak|see|it|sure|confirm|acknowledg|accept|promis|coven|provid|requir|assur|that|certifi|commit|mean|declar|state|secur|certain|care|order|extent|claim|believ|know|manner|wai|wise|effect|hope|expect|aim|goal|wish|intend|intent|desir|anticip|ambit|aspir|envisag|contempl|foresee|propos|recommend|suggest|regard|attent)/

const openers = new Set(
  ', ; : . ( - | and or but nor which that who whom whose where when if unless until because while whilst as so except provided whether than before after once upon neither how what whatever whichever'.split(
    ' ',
  ),
)

const ensuring = /^(?:ensure|procure)$/

// "shall ensure the Model and all data cannot be read": no "that" says where what is ensured begins.
function ensuredAt(tokens: readonly Token[], after: number, operator: number): number | undefined {
  const at = [after, after + 1, after + 2].find(i => ensuring.test(tokens[i - 1]?.text ?? ''))
  const open = at !== undefined && /^(?:the|all|each|every|no|any|its)$/.test(tokens[at]?.text ?? '')
  if (!open || !/^(?:is|are|be|cannot|can|has|have|do|does)$/.test(tokens[operator]?.text ?? '')) return undefined
  return tokens.slice(at, operator).some(t => /^(?:[,;:]|which|that|who|when|if|where)$/.test(t.text)) ? undefined : at
}

// Where the clause of the next operator begins: at the "that" of a verb that governs it, else at the nearest word before it that opens a clause.
function subjectStart(tokens: readonly Token[], after: number, operator: number): number {
  const ensured = ensuredAt(tokens, after, operator)
  if (ensured !== undefined) return ensured
  if (endsInThat(tokens, after) && (tokens[after - 1]?.text === 'that' || !tokens.slice(after, operator).some(t => openers.has(t.text))))
    return after
  if (resumes(tokens, operator)) return operator - 1
  for (let at = after; at < operator; at++) if (isGoverned(tokens, at)) return at
  const denied = deniedList(tokens, after, operator)
  if (denied !== undefined) return denied
  const aside = beforeAsideOf(tokens, after, operator)
  if (aside !== undefined) return aside
  for (let at = operator - 1; at >= after; at--) {
    const word = tokens[at]
    if (word !== undefined && openers.has(word.text)) return joinedSubject(tokens, after, at) ?? at
  }
  return nounStart(tokens, after, operator)
}

// "stops what is not allowed, | and the entry of each person and each account is recorded": a subject may be a list of two.
function joinedSubject(tokens: readonly Token[], after: number, joint: number): number | undefined {
  if (!/^(?:and|or)$/.test(tokens[joint]?.text ?? '') || tokens[joint - 1]?.text === ',') return undefined
  return opening(tokens, after, joint - 1)
}

// The nearest ", and the ..." before, with nothing between that opens a clause.
function opening(tokens: readonly Token[], after: number, before: number): number | undefined {
  for (let at = before; at > after; at--) {
    const word = tokens[at]?.text ?? ''
    if (/^(?:and|but)$/.test(word) && tokens[at - 1]?.text === ',' && determiner.test(tokens[at + 1]?.text ?? '')) return at
    if (openers.has(word)) return undefined
  }
  return undefined
}

// "stops it, | and each visit, of man or machine, is logged": an aside stands between the subject and its verb.
function beforeAsideOf(tokens: readonly Token[], after: number, operator: number): number | undefined {
  if (tokens[operator - 1]?.text !== ',' || !/^(?:is|are|was|were|has|have)$/.test(tokens[operator]?.text ?? '')) return undefined
  for (let at = operator - 2; at > Math.max(after, operator - longestAside); at--)
    if (tokens[at]?.text === ',') return opening(tokens, after, at - 1)
  return undefined
}

const longestAside = 12

const determiner = /^(?:the|an?|each|every|all|any|its|no)$/

// "so that it passes approved packets, | but shall not be required": the verb group goes back to the subject before.
function resumes(tokens: readonly Token[], operator: number): boolean {
  return tokens[operator - 2]?.text === ',' && /^(?:but|and)$/.test(tokens[operator - 1]?.text ?? '')
}

// No opener: "X it receives shall ..." The subject starts at the last determiner or capitalised word.
function nounStart(tokens: readonly Token[], after: number, operator: number): number {
  for (let at = operator - 1; at > after; at--)
    if (['the', 'a', 'an', 'each', 'no', 'any', 'every', 'we', 'you', 'it', 'they', 'this', 'these'].includes(tokens[at]?.text ?? ''))
      return at
  return Math.max(after, operator)
}
