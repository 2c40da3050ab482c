// How an act stands in its sentence: promised, denied, merely allowed, or only mentioned in a condition.
// Signs multiply: "shall not fail to" promises, "may ... without review" denies the review.
import type { Bearer } from '../domain/obligation.ts'
import { type Clause, findClauses } from './clauses.ts'
import { turningWords } from './duties.ts'
import { findConcepts, lexiconOf, type Match, type Occurrences } from './lexicon.ts'
import type { PartyWords } from './subjects.ts'
import type { Token } from './tokens.ts'

/** A sentence with its clauses and the words that limit them. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly negators: readonly Match[]
  readonly hedges: readonly Match[]
  readonly requests: readonly Match[]
  /** Words that hold a duty to some plans, customers or environments. */
  readonly tiers: readonly Match[]
  /** From the word that opens it to the end of what it covers. */
  readonly exceptions: readonly Match[]
  readonly conditions: readonly Match[]
}

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

const lexicon = lexiconOf(turningWords)
const none: readonly Match[] = []

/** Reads the tokens of one provision. */
export function readSentence(tokens: readonly Token[], parties: PartyWords): Reading {
  const clauses = findClauses(tokens, parties)
  const found = findConcepts(lexicon, tokens)
  return {
    tokens,
    clauses,
    negators: longestOnly(found.get('negator') ?? none),
    hedges: found.get('hedge') ?? none,
    requests: found.get('on-request') ?? none,
    tiers: found.get('tier') ?? none,
    exceptions: ranges(found, 'exception', tokens, clauses),
    conditions: ranges(found, 'condition', tokens, clauses),
  }
}

function longestOnly(matches: readonly Match[]): Match[] {
  return matches.filter((m, i) => !matches.some((n, j) => i !== j && n.from <= m.from && m.to <= n.to && (n.to - n.from > m.to - m.from || j < i)))
}

function ranges(found: Occurrences, name: string, tokens: readonly Token[], clauses: readonly Clause[]): Match[] {
  const limiting = (found.get(name) ?? none).filter(keyword => !contrasts(keyword, tokens))
  return limiting.map(keyword => ({ from: keyword.from, to: rangeEnd(keyword, tokens, clauses) }))
}

// "backups are rotated after 14 days, while logs are kept for 180": sets one duty beside another, and limits neither.
function contrasts(keyword: Match, tokens: readonly Token[]): boolean {
  return /^(?:while|whilst)$/.test(tokens[keyword.from]?.text ?? '') && tokens[keyword.from - 1]?.text === ','
}

const pauses = new Set([',', ';', ':', '|'])

function rangeEnd(keyword: Match, tokens: readonly Token[], clauses: readonly Clause[]): number {
  const opensSentence = keyword.from <= 1 || [':', '.', '|'].includes(tokens[keyword.from - 1]?.text ?? '')
  const main = opensSentence ? clauses.find(c => c.operator !== undefined && c.force !== 'fact' && c.operator.from >= keyword.to) : undefined
  if (opensSentence && main === undefined) {
    const plain = clauses.find(c => c.operator !== undefined && c.operator.from >= keyword.to && c.from <= keyword.from)?.operator
    const paused = plain !== undefined && tokens.slice(keyword.to, plain.from).some(t => pauses.has(t.text))
    if (plain !== undefined && !paused) return Math.max(keyword.to, plain.from - 3)
  }
  if (main?.operator !== undefined) return main.from > keyword.from ? main.from : lastPause(tokens, keyword.to, main.operator.from)
  let at = keyword.to
  const most = opensSentence ? prepositionEnd(keyword, tokens) : tokens.length
  while (at < most && !pauses.has(tokens[at]?.text ?? '') && !startsCoordinate(at, keyword, clauses)) at++
  return at
}

// "Upon signature the Vendor delivers": without a pause the main clause begins at the next determiner.
function prepositionEnd(keyword: Match, tokens: readonly Token[]): number {
  if (!/^(?:upon|on|after|before|following|during|prior)$/.test(tokens[keyword.from]?.text ?? '')) return tokens.length
  if (tokens.slice(keyword.to).some(t => pauses.has(t.text))) return tokens.length
  const at = tokens.findIndex((t, i) => i > keyword.to && /^(?:the|we|you|our|each|every|all)$/.test(t.text))
  return at < 0 ? tokens.length : at
}

// "after discovery | and shall cooperate": a new clause joined by "and" with its own firm verb ends the limit.
function startsCoordinate(at: number, keyword: Match, clauses: readonly Clause[]): boolean {
  return clauses.some(c => c.from === at && c.from > keyword.from && c.force !== 'fact')
}

function lastPause(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (tokens[at]?.text === ',') return at
  return Math.max(from, to - 3)
}

/** How the act at `act` stands. */
export function standingOf(reading: Reading, act: Match): Standing {
  const index = clauseAt(reading, act.from)
  const clause = reading.clauses[index] as Clause
  const chain = chainOf(reading, index)
  const exception = reading.exceptions.find(r => r.from < act.from && act.from < r.to)
  const condition = reading.conditions.find(r => r.from < act.from && act.from < r.to)
  const base = chain.reduce((sign, c) => sign * clauseSign(reading, c, act), 1)
  const turning = turningNear(reading, clause, act)
  const local = turning.length % 2 === 0 ? 1 : -1
  const gated = base < 0 ? undefined : gatedBy(reading, clause, exception ?? condition, act)
  const limited = limitSign(reading, gated === undefined ? base : -1, exception, condition)
  return {
    clause,
    bearer: bearerIn(gated === undefined ? chain : [gated, ...chain]),
    sign: (limited.sign * local) as 1 | -1,
    firmness: limited.fixed ? 'binding' : firmnessOf(reading.tokens, chain, limited.sign * local),
    refused: chain.some(c => c.force === 'refuses'),
    plainly: base < 0 || turning.some(n => plainWords.has(reading.tokens[n.from]?.text ?? '')),
    fragment: clause.operator === undefined,
    relative: relativeWords.has(reading.tokens[clause.from]?.text ?? ''),
    aside: limited.aside || isQuoted(reading.tokens, act.from),
    hedges: within(reading.hedges, withTail(reading, index, chain)),
    onRequest: within(reading.requests, chain).length > 0,
    exceptions: reading.exceptions.filter(r => r !== exception && chain.some(c => r.from >= c.from && r.from <= c.to)),
  }
}

function clauseAt(reading: Reading, token: number): number {
  const at = reading.clauses.findIndex(c => c.from <= token && token < c.to)
  return at < 0 ? reading.clauses.length - 1 : at
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

function clauseSign(reading: Reading, clause: Clause, act: Match): number {
  const own = act.negative === true || ['excluded', 'waived', 'out'].includes(reading.tokens[act.to - 1]?.text ?? '')
  const within = own && clause.operator !== undefined && clause.operator.from < act.to && act.from < clause.operator.to && (reading.tokens[clause.operator.from]?.stem !== 'need' || act.from <= clause.operator.from)
  const negative = !within && !onlyCondition(reading, clause.operator, act) && (clause.force === 'must-not' || clause.force === 'fact-not' || clause.force === 'refuses')
  return (negative || subjectNegated(reading, clause, act) ? -1 : 1) * (afterWithout(reading, clause, act) ? -1 : 1)
}

// "without being validated, sanitised or screened": denies all that is joined after it.
function afterWithout(reading: Reading, clause: Clause, act: Match): boolean {
  const { operator } = clause
  if (operator === undefined || act.from < operator.to || !/^(?:being|having)$/.test(reading.tokens[operator.from]?.text ?? '')) return false
  if (![1, 2].some(back => reading.tokens[operator.from - back]?.text === 'without')) return false
  const before = reading.clauses[reading.clauses.indexOf(clause) - 1]
  return before === undefined || clauseSign(reading, before, act) > 0
}

// "If the Model does not pass, Provider repairs it": what stands in a condition says nothing of what stands outside it.
function onlyCondition(reading: Reading, words: Match | undefined, act: Match): boolean {
  return words !== undefined && reading.conditions.some(c => c.from <= words.from && words.to <= c.to && act.from >= c.to)
}

// "No third party shall ...", "Neither prompts nor outputs are ...": said once, however many words say it.
function subjectNegated(reading: Reading, clause: Clause, act: Match): boolean {
  const end = clause.operator?.from ?? clause.from
  return reading.negators.some(n => n.from >= clause.from && n.to <= end && !onlyCondition(reading, n, act) && subjectWords.has(reading.tokens[n.from]?.text ?? '') && n.from < act.from)
}
const subjectWords = new Set(['no', 'neither', 'nor', 'none', 'nobody', 'nothing', 'never', 'not'])

const reach = 5

// "without first having been checked for length and screened": a preposition governs all that is joined after it.
function reachOf(tokens: readonly Token[], n: Match): number {
  return tokens[n.from]?.text === 'without' ? reach * 3 : reach
}

// Negators after the verb group and close before the act, or inside it; a pause ends their reach.
function turningNear(reading: Reading, clause: Clause, act: Match): Match[] {
  const floor = Math.max(act.from >= (clause.operator?.to ?? 0) ? (clause.operator?.to ?? clause.from) : clause.from, lastBreak(reading.tokens, act.from), act.from - reach * 4)
  const near = reading.negators.filter(n => n.from >= floor && (n.to <= act.to || isNeitherOf(reading.tokens, n, act)) && wordsBetween(reading.tokens, n.to, act.from) <= reachOf(reading.tokens, n) && !insideOperator(n, reading.clauses) && !countsAsSubject(reading, clause, n))
  const neither = near.some(n => reading.tokens[n.from]?.text === 'neither')
  const denied = clauseSign(reading, clause, act) < 0
  return near.filter(n => {
    const word = reading.tokens[n.from]?.text ?? ''
    return !isOfTheAct(reading.tokens, n, act) && !(neither && word === 'nor') && !(denied && n.to <= act.from && (echoes.has(word) || isModal(reading.tokens[n.from - 1]?.text)))
  })
}

// "encrypted neither at rest nor in transit"
function isNeitherOf(tokens: readonly Token[], n: Match, act: Match): boolean {
  return n.from === act.to && tokens[n.from]?.text === 'neither'
}

// "will not (and will not allow others to)": the second denial is the first once more.
function isModal(word: string | undefined): boolean {
  return word === 'will' || word === 'shall' || word === 'may' || word === 'must' || word === 'can'
}

// "shall not copy it, nor lend it", "is not a breach and gives no right": said twice, meant once.
const echoes = new Set(['nor', 'no', 'neither', 'none', 'nobody', 'nothing', 'never'])

// "block leaks", "in a form that cannot be read": the act's own word is what is done, not what turns it.
function isOfTheAct(tokens: readonly Token[], n: Match, act: Match): boolean {
  if (n.to <= act.from) return false
  return act.negative === true || !plainWords.has(tokens[n.from]?.text ?? '')
}

const plainWords = new Set(['no', 'not', 'never', 'neither', 'nor', 'none', 'nobody', 'nothing', 'nowhere', 'without', 'non', 'cannot', 'instead', 'rather'])
const relativeWords = new Set(['which', 'who', 'whom', 'whose', 'that', 'where', 'when'])

function isQuoted(tokens: readonly Token[], at: number): boolean {
  let marks = 0
  for (let i = 0; i < at; i++) if (tokens[i]?.text === '"') marks++
  return marks % 2 === 1 && tokens.slice(at).some(t => t.text === '"')
}

function countsAsSubject(reading: Reading, clause: Clause, n: Match): boolean {
  return n.to <= (clause.operator?.from ?? clause.from) && subjectWords.has(reading.tokens[n.from]?.text ?? '')
}

function insideOperator(n: Match, clauses: readonly Clause[]): boolean {
  return clauses.some(c => c.operator !== undefined && n.from < c.operator.to && c.operator.from < n.to)
}

function lastBreak(tokens: readonly Token[], before: number): number {
  for (let at = before - 1; at >= 0; at--) if (pauses.has(tokens[at]?.text ?? '')) return at + 1
  return 0
}

function wordsBetween(tokens: readonly Token[], from: number, to: number): number {
  let words = 0
  for (let at = from; at < to; at++) if (tokens[at]?.kind !== 'mark') words++
  return words
}

interface Limited {
  readonly sign: number
  readonly aside: boolean
  /** "only with ...": what follows is required, whatever the verb was. */
  readonly fixed: boolean
}

const gates = new Set(['before', 'prior', 'until', 'unless'])

// "No prompt reaches the Model unless it has been validated": what is denied is the clause before the gate.
function gatedBy(reading: Reading, clause: Clause, limit: Match | undefined, act: Match): Clause | undefined {
  if (limit === undefined || limit.from === 0 || !gates.has(reading.tokens[limit.from]?.text ?? '')) return undefined
  if (clause.force !== 'fact' && clause.force !== 'must') return undefined
  const before = reading.clauses[clauseAt(reading, limit.from - 1)]
  return before === undefined || before === clause || (clauseSign(reading, before, act) > 0 && !opensWithNo(reading, before)) ? undefined : before
}

// A plain present ("no prompt reaches the Model") is no verb group, so its subject is all that can deny it.
function opensWithNo({ tokens }: Reading, clause: Clause): boolean {
  return clause.operator === undefined && subjectWords.has(tokens[clause.from]?.text ?? '')
}

function bearerIn(chain: readonly Clause[]): Bearer {
  return chain.map(c => c.bearer).find(b => b !== 'nobody') ?? 'nobody'
}

function limitSign(reading: Reading, base: number, exception: Match | undefined, condition: Match | undefined): Limited {
  const limit = exception ?? condition
  if (limit === undefined) return { sign: base, aside: false, fixed: false }
  const words = reading.tokens.slice(limit.from, limit.from + 3).map(t => t.text)
  if (words.includes('only')) return { sign: 1, aside: false, fixed: true }
  if (words[1] === 'as' && (words[0] === 'except' || words[0] === 'save')) return { sign: base, aside: true, fixed: false }
  if (base < 0 && (exception !== undefined || gates.has(words[0] ?? ''))) return { sign: 1, aside: false, fixed: true }
  return { sign: base, aside: true, fixed: false }
}

const questionWords = new Set(['what', 'how', 'whatever', 'whoever'])

function firmnessOf(tokens: readonly Token[], chain: readonly Clause[], sign: number): Standing['firmness'] {
  if (sign < 0) return 'binding'
  if (chain.some(c => c.force === 'soft')) return 'soft'
  const may = chain.some(c => c.force === 'may' && !relativeWords.has(tokens[c.from]?.text ?? '') && !questionWords.has(tokens[c.from]?.text ?? ''))
  return may ? 'may' : 'binding'
}

// "during such hours | as it may in its discretion deem fit": what trails after "as" softens what it follows.
function withTail(reading: Reading, index: number, chain: readonly Clause[]): readonly Clause[] {
  const next = reading.clauses[index + 1]
  return next !== undefined && reading.tokens[next.from]?.text === 'as' ? [...chain, next] : chain
}

function within(matches: readonly Match[], chain: readonly Clause[]): Match[] {
  return matches.filter(m => chain.some(c => m.from < c.to && c.from < m.to))
}
