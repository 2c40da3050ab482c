// How an act stands in its sentence: promised, denied, merely allowed, or only mentioned in a condition.
// Signs multiply: "shall not fail to" promises, "may ... without review" denies the review.
import type { Bearer } from '../domain/obligation.ts'
import type { Clause } from './clauses.ts'
import { clauseAt, gatedBy, gates, isBarredUnless } from './gates.ts'
import type { Match } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { clauseSign, plainWords, turningNear } from './signs.ts'
import type { Token } from './tokens.ts'

export interface Standing {
  readonly clause: Clause
  readonly bearer: Bearer
  /** 1: the act is to happen; -1: it is not. */
  readonly sign: 1 | -1
  readonly firmness: 'binding' | 'may' | 'soft'
  /** The denial says "need not" rather than "shall not". */
  readonly refused: boolean
  /** Denied by "not", "no", "without", not merely by a verb such as "fails to" or "prevents". */
  readonly plainly: boolean
  /** A clause without a verb of its own: a table cell, a heading-like line. */
  readonly fragment: boolean
  /** A relative clause ("logs which record ..."): it describes, it does not command. */
  readonly relative: boolean
  /** Stands in a condition or exception of a positive clause, so nothing is said of whether it happens. */
  readonly aside: boolean
  readonly hedges: readonly Match[]
  readonly onRequest: boolean
  /** Exceptions that cut into the clause, the act itself not in them. */
  readonly exceptions: readonly Match[]
}

/** How the act at `act` stands. */
export function standingOf(reading: Reading, act: Match): Standing {
  const index = homeOf(reading, act)
  const clause = reading.clauses[index] as Clause
  const chain = chainOf(reading, index)
  const exception = reading.exceptions.find(r => r.from < act.from && act.from < r.to) ?? butWithin(reading, act)
  const over = reading.exceptions.find(r => act.from <= r.from && r.from < act.to)
  const condition = reading.conditions.find(r => r.from < act.from && act.from < r.to)
  // "does not warrant that it holds, and is not obliged to create": two refusals refuse once.
  const refusals = chain.filter(c => c.force === 'refuses')
  const signed =
    chain.filter(c => c !== refusals[1]).reduce((sign, c) => sign * clauseSign(reading, c, act), 1) *
    (describedBy(reading, clause).some(c => isNotOffered(reading, c)) ? -1 : 1)
  const barred = isBarredUnless(reading, clause, exception ?? over)
  const base = barred ? -signed : signed
  const turning = turningNear(reading, clause, act).filter(n => !barred || n.from !== clause.from)
  const local = turning.length % 2 === 0 ? 1 : -1
  const gated = base < 0 ? undefined : gatedBy(reading, clause, exception ?? condition, act)
  const said = withOpening(reading, chain)
  const limited = limitSign(
    reading,
    gated === undefined ? base : -1,
    barred ? (exception ?? over) : exception,
    condition,
    refusals.length > 0,
  )
  return {
    clause,
    bearer: bearerIn(gated === undefined ? chain : [...chainOf(reading, reading.clauses.indexOf(gated)), ...chain]),
    sign: (limited.sign * local) as 1 | -1,
    firmness:
      limited.fixed && !chain.some(c => c.force === 'soft') && gated?.force !== 'soft'
        ? 'binding'
        : firmnessOf(reading, chain, limited.sign * local, act),
    refused: chain.some(c => c.force === 'refuses'),
    plainly: base < 0 || turning.some(n => plainWords.has(reading.tokens[n.from]?.text ?? '')),
    fragment: clause.operator === undefined,
    relative: clause.from > 0 && relativeWords.has(reading.tokens[clause.from]?.text ?? ''),
    aside: limited.aside || isQuoted(reading.tokens, act.from),
    hedges: [
      ...within(reading.hedges, withTail(reading, index, said)).filter(h => !isBarred(h, clause, reading)),
      ...insideAct(reading.hedges, act, clause),
      ...reading.sweeping,
    ],
    onRequest: within(reading.requests, said).length > 0,
    exceptions: reading.exceptions.filter(
      r => r !== exception && (said.some(c => r.from >= c.from && r.from <= c.to) || trails(reading, index, act, r)),
    ),
  }
}

// "shall patch it within 30 days after an exploit is found, unless ...": what ends the sentence after a pause limits the duty,
// though it stands in the clause that tells when; and a duty whose words reach into a clause is limited with it.
function trails(reading: Reading, index: number, act: Match, exception: Match): boolean {
  const { tokens, clauses } = reading
  const home = clauses.findIndex(c => c.from <= exception.from && exception.from < c.to)
  if (home <= index) return false
  if (home <= clauses.findIndex(c => c.from < act.to && act.to <= c.to)) return true
  const last = exception.to >= tokens.length - 1 && tokens[exception.from - 1]?.text === ','
  return (
    last && (isSweeping(reading, exception) || clauses.slice(index + 1, home + 1).every(c => dependent.has(tokens[c.from]?.text ?? '')))
  )
}

// "shall block it, and shall log it, except where it decides otherwise": leave at one's pleasure, and a condition of what was
// bought, take from all that the sentence says.
function isSweeping({ tokens, hedges, tiers }: Reading, { from, to }: Match): boolean {
  const words = tokens.slice(from, to)
  return (
    [...hedges, ...tiers].some(m => from <= m.from && m.to <= to) ||
    words.some((t, i) => t.text === 'the' && words[i + 1]?.text === 'foregoing')
  )
}

const dependent = new Set('after before once when whenever if until that which who whose where while as so because upon'.split(' '))

// "Nobody shall enter but a person on the list": an act that reaches over the exception is what is left.
function butWithin({ exceptions, tokens }: Reading, act: Match): Match | undefined {
  return exceptions.find(r => act.from <= r.from && r.from < act.to && tokens[r.from]?.text === 'but')
}

// "to patch or retrain the Model whenever an exploit is found": the verb group of the condition is none of the act's.
function homeOf(reading: Reading, act: Match): number {
  const index = clauseAt(reading, act.from)
  const { from, operator } = reading.clauses[index] as Clause
  const joined = index > 0 && act.from <= from + 2 && /^(?:and|or|nor)$/.test(reading.tokens[from]?.text ?? '')
  if (!joined || operator === undefined) return index
  return reading.conditions.some(c => act.to <= c.from && c.from < operator.from && operator.to <= c.to) ? index - 1 : index
}

// Innermost first: the act's own clause, then those it is a complement of.
function chainOf(reading: Reading, index: number): Clause[] {
  const chain: Clause[] = []
  for (let at: number | undefined = index; at !== undefined; at = reading.clauses[at]?.within) {
    const clause = reading.clauses[at]
    if (clause === undefined) break
    chain.push(clause)
  }
  return chain
}

const relativeWords = new Set(['which', 'who', 'whom', 'whose', 'that', 'where', 'when'])

function isQuoted(tokens: readonly Token[], at: number): boolean {
  const marks = tokens.slice(0, at).flatMap((t, i) => (t.text === '"' ? [i] : []))
  const open = marks.at(-1)
  return open !== undefined && marks.length % 2 === 1 && tokens.slice(at).some(t => t.text === '"') && !isPutIn(tokens, open)
}

// 'A new Section 7.6 is added: "At least once a year ..."': what an amendment puts in binds as it stands.
function isPutIn(tokens: readonly Token[], open: number): boolean {
  const before = tokens.slice(Math.max(0, open - 16), open).map(t => t.text)
  return leading.test(before.at(-1) ?? '') && before.some(word => putting.test(word)) && before.some(word => cited.test(word))
}

const leading = /^(?::|by|with|read|reads|follows|namely|following|that)$/
const putting = /^(?:add|adds|added|insert|inserts|inserted|replace|replaces|replaced|substituted|amended|restated|read|reads)$/
const cited =
  /^(?:\d{1,3}\.\d|(?:gcc?|scc?|sections?|clauses?|articles?|paragraphs?|sentence|schedule|annex|exhibit|appendix|term|row|item)$)/

interface Limited {
  readonly sign: number
  readonly aside: boolean
  /** "only with ...": what follows is required, whatever the verb was. */
  readonly fixed: boolean
}

/** The innermost party that is named: of "the Supplier shall see to it that a person reviews" the Supplier, not the person. */
function bearerIn(chain: readonly Clause[]): Bearer {
  const named = chain.map(c => c.bearer).filter(b => b !== 'nobody')
  return named.find(b => b !== 'other') ?? named[0] ?? 'nobody'
}

function limitSign(reading: Reading, base: number, exception: Match | undefined, condition: Match | undefined, refused: boolean): Limited {
  const limit = exception ?? condition
  if (limit === undefined) return { sign: base, aside: false, fixed: false }
  const words = reading.tokens.slice(limit.from, limit.from + 3).map(t => t.text)
  if (words.includes('only')) return { sign: 1, aside: false, fixed: true }
  if (words[1] === 'as' && (words[0] === 'except' || words[0] === 'save')) return { sign: base, aside: true, fixed: false }
  // "is not obliged to deliver it until it has been tested": nobody says that it will be.
  if (refused) return { sign: base, aside: true, fixed: false }
  if (base < 0 && (exception !== undefined || gates.has(words[0] ?? ''))) return { sign: 1, aside: false, fixed: true }
  return { sign: base, aside: true, fixed: false }
}

const questionWords = new Set(['what', 'how', 'whatever', 'whoever'])

function firmnessOf(reading: Reading, chain: readonly Clause[], sign: number, act: Match): Standing['firmness'] {
  const { tokens, clauses } = reading
  // "means: it shall endeavour": an act that reaches into the next clause is as firm as that.
  const reaching = clauses.some(
    c => c.force === 'soft' && act.from < c.from && c.from < act.to && /^[:;]$/.test(tokens[c.from]?.text ?? ''),
  )
  if (reaching || chain.some(c => c.force === 'soft') || wishedFor(reading, chain[0])) return 'soft'
  if (sign < 0) return 'binding'
  const may = [...chain, ...describedBy(reading, chain[0])].some(
    c =>
      c.force === 'may' &&
      tokens[c.from]?.text !== 'only' &&
      !(c.from > 0 && relativeWords.has(tokens[c.from]?.text ?? '')) &&
      !questionWords.has(tokens[c.from]?.text ?? ''),
  )
  return may ? 'may' : 'binding'
}

// "intends to correct weaknesses | that are found, by patches or by retraining": what describes the object of a wish is wished for.
function wishedFor({ tokens, clauses }: Reading, clause: Clause | undefined): boolean {
  const opens = clause !== undefined && clause.force === 'fact' && /^(?:that|which|who)$/.test(tokens[clause.from]?.text ?? '')
  return opens && clauses[clauses.indexOf(clause) - 1]?.force === 'soft'
}

// "The Contractor may include a throttle | by which calls are held down": what a clause describes is as firm as what it is part of.
function describedBy({ tokens, clauses }: Reading, clause: Clause | undefined): readonly Clause[] {
  const opens = clause !== undefined && /^(?:which|whom)$/.test(tokens[clause.from]?.text ?? '')
  if (!opens || !/^(?:by|with|through|under|in|from|for|of|on|at|upon)$/.test(tokens[clause.from - 1]?.text ?? '')) return []
  const before = clauses[clauses.indexOf(clause) - 1]
  return before === undefined ? [] : [before]
}

// "shall not offer connectors | by which logs are sent on": what is not offered does nothing.
function isNotOffered({ tokens }: Reading, { force, operator }: Clause): boolean {
  const denies = force === 'must-not' || force === 'refuses' || force === 'fact-not'
  return denies && operator !== undefined && offering.test(tokens[operator.to]?.text ?? '')
}

const offering = /^(?:offer|provide|supply|furnish|operate|maintain|include|support|implement|run)$/

// "during such hours | as it may in its discretion deem fit": what trails after "as" softens what it follows.
function withTail(reading: Reading, index: number, chain: readonly Clause[]): readonly Clause[] {
  const next = reading.clauses[index + 1]
  return next !== undefined && tails.has(reading.tokens[next.from]?.text ?? '') ? [...chain, next] : chain
}

// "must not try to copy it": a ban on trying is no weaker for it; "shall use reasonable efforts not to copy it" is.
function isBarred({ from, to }: Match, { force, operator }: Clause, { negators }: Reading): boolean {
  if (force !== 'must-not' || operator === undefined || operator.from >= from || to > operator.to) return false
  return negators.some(n => operator.from < n.from && n.to <= from)
}

const tails = new Set(['as', 'where', 'if', 'when', 'whenever', 'insofar'])

// "Upon the Customer's request | the Provider will log": a condition that opens the sentence holds for what follows it.
function withOpening({ tokens, clauses }: Reading, chain: readonly Clause[]): readonly Clause[] {
  const [first] = clauses
  const opens = /^(?:upon|on|at|in|if|when|where|once|following|after|unless|until|as)$/.test(tokens[0]?.text ?? '')
  return first?.force === 'fact' && opens ? [...chain, first] : chain
}

function within(matches: readonly Match[], chain: readonly Clause[]): Match[] {
  return matches.filter(m => chain.some(c => m.from < c.to && c.from < m.to))
}

// "requests and responses are, as a rule, logged": the act goes on behind its clause, and what stands in it softens it.
function insideAct(matches: readonly Match[], act: Match, { to }: Match): Match[] {
  return matches.filter(m => m.from >= to && act.from <= m.from && m.to <= act.to)
}
