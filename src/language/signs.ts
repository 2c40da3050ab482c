// What denies an act: the verb group of its clause, its subject, a "not" or "without" near it. Signs multiply.
// What follows from that for a promise is standing.ts's.
import type { Clause } from './clauses.ts'
import type { Match } from './lexicon.ts'
import { pauses, type Reading } from './reading.ts'
import type { Token } from './tokens.ts'

/** 1: the clause has the act happen; -1: it denies it. */
export function clauseSign(reading: Reading, clause: Clause, act: Match): number {
  const own = act.negative === true || ['excluded', 'waived', 'out', 'limits'].includes(reading.tokens[act.to - 1]?.text ?? '')
  const within =
    own &&
    clause.operator !== undefined &&
    clause.operator.from < act.to &&
    act.from < clause.operator.to &&
    (reading.tokens[clause.operator.from]?.stem !== 'need' || act.from <= clause.operator.from)
  const negative =
    !within &&
    !onlyCondition(reading, clause.operator, act) &&
    (clause.force === 'must-not' || clause.force === 'fact-not' || clause.force === 'refuses')
  const denied = (negative || subjectNegated(reading, clause, act)) && !deniesLess(reading.tokens, clause, act)
  return (denied ? -1 : 1) * (afterWithout(reading, clause, act) ? -1 : 1)
}

// "shall in no case be kept for less than 90 days": what is denied is that it be less.
function deniesLess(tokens: readonly Token[], { to }: Clause, act: Match): boolean {
  const at = tokens.findIndex((t, i) => i > act.from && i < Math.min(to, act.to + 8) && /^(?:less|fewer|shorter)$/.test(t.text))
  return at > 0 && tokens[at + 1]?.text === 'than' && tokens.slice(act.from, act.to).some(t => lasting.test(t.text))
}

const lasting = /^(?:keep|kept|retain|retained|preserve|preserved|store|stored|hold|held|maintain|maintained|available)$/

// "without being validated, sanitised or screened": denies all that is joined after it.
function afterWithout(reading: Reading, clause: Clause, act: Match): boolean {
  const { operator } = clause
  if (operator === undefined || act.from < operator.to || !/^(?:being|having)$/.test(reading.tokens[operator.from]?.text ?? ''))
    return false
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
  return reading.negators.some(
    n =>
      n.from >= clause.from &&
      n.to <= end &&
      !onlyCondition(reading, n, act) &&
      subjectWords.has(reading.tokens[n.from]?.text ?? '') &&
      n.from < act.from,
  )
}
/** Words that deny a clause by its subject. */
export const subjectWords = new Set(['no', 'neither', 'nor', 'none', 'nobody', 'nothing', 'never', 'not'])

const reach = 5

// "without first having been checked for length and screened": a preposition governs all that is joined after it.
function reachOf(tokens: readonly Token[], n: Match): number {
  return tokens[n.from]?.text === 'without' ? reach * 3 : reach
}

/** The words that turn the sense of an act in its clause: negators after the verb group and close before the act, or inside it; a pause ends their reach. */
export function turningNear(reading: Reading, clause: Clause, act: Match): Match[] {
  const floor = Math.max(
    act.from >= (clause.operator?.to ?? 0) ? (clause.operator?.to ?? clause.from) : clause.from,
    lastBreak(reading.tokens, act.from),
    act.from - reach * 4,
  )
  const near = reading.negators.filter(
    n =>
      !isParenthesised(reading.tokens, n, act) &&
      ((n.from >= floor &&
        (n.to <= act.to || isDeniedAfter(reading.tokens, n, act)) &&
        wordsBetween(reading.tokens, n.to, act.from) <= reachOf(reading.tokens, n)) ||
        deniesList(reading.tokens, n, act) ||
        deniesJoined(reading.tokens, clause, n, act)) &&
      !insideOperator(n, reading.clauses) &&
      !countsAsSubject(reading, clause, n),
  )
  if (near.some(n => deniesObject(reading.tokens, clause, n))) return []
  const neither = near.some(n => reading.tokens[n.from]?.text === 'neither')
  const denied = clauseSign(reading, clause, act) < 0
  return near.filter(n => {
    const word = reading.tokens[n.from]?.text ?? ''
    return (
      !isOfTheAct(reading.tokens, n, act) &&
      !isFailureForgiven(reading.tokens, clause, n) &&
      !(neither && word === 'nor') &&
      !(word === 'neither' && act.negative === true && reading.tokens[act.from]?.text === 'nor') &&
      !(denied && n.to <= act.from && (echoes.has(word) || isModal(reading.tokens[n.from - 1]?.text)))
    )
  })
}

// "may on five days' notice (or none, after an incident) inspect": what stands in brackets turns nothing outside them.
function isParenthesised(tokens: readonly Token[], n: Match, act: Match): boolean {
  const open = tokens.findLastIndex((t, at) => at < n.from && (t.text === '(' || t.text === ')'))
  if (open < 0 || tokens[open]?.text !== '(' || (act.from > open && n.to <= act.from)) return false
  const close = tokens.findIndex((t, at) => at >= n.to && t.text === ')')
  return close >= 0 && (act.from < open || act.from > close)
}

// "takes no decision ..., without an official having examined it": the object is denied, and what follows "without" is asked for.
function deniesObject(tokens: readonly Token[], { from }: Clause, n: Match): boolean {
  if (tokens[n.from]?.text !== 'without') return false
  return tokens.slice(from, n.from).some((t, at) => t.text === 'no' && taking.test(tokens[from + at - 1]?.text ?? ''))
}

const taking =
  /^(?:takes?|makes?|permits?|allows?|accepts?|issues?|adopts?|releases?|publish(?:es)?|reach(?:es)?|gives?|grants?|sends?|lets?)$/

// "encrypted neither at rest nor in transit", "we log nothing of it": what is denied is the object.
function isDeniedAfter(tokens: readonly Token[], n: Match, act: Match): boolean {
  return n.from === act.to && objectWords.has(tokens[n.from]?.text ?? '')
}

const objectWords = new Set(['neither', 'nothing', 'none'])

// "is neither anonymised, pseudonymised nor reduced": one "neither" denies all that stands before its "nor".
function deniesList(tokens: readonly Token[], n: Match, act: Match): boolean {
  if (tokens[n.from]?.text !== 'neither' || act.from < n.to || act.from - n.to > listed) return false
  const between = tokens.slice(n.to, act.to + listed)
  const nor = between.findIndex(t => t.text === 'nor')
  return nor >= 0 && nor + n.to >= act.to && !between.slice(0, nor).some(t => t.text === '.' || t.text === ';')
}

const listed = 15

// "used as it stands, without masking, hashing or any other measure": denies each of a list of bare nouns that ends the clause.
function deniesJoined(tokens: readonly Token[], { operator }: Clause, n: Match, act: Match): boolean {
  if (tokens[n.from]?.text !== 'without' || operator === undefined || n.from < operator.to) return false
  if (act.from < n.to || act.from - n.to > listed || tokens[act.from - 1]?.text !== ',') return false
  const items = tokens.slice(n.to, act.from)
  return items.filter(t => t.text === ',').length * 3 >= items.length - 1 && /^(?:or|and)$/.test(tokens[act.to]?.text ?? '')
}

// "has no liability for failing to log": frees of the duty, however the failure is put.
function isFailureForgiven(tokens: readonly Token[], clause: Clause, n: Match): boolean {
  return clause.force === 'refuses' && /^fail/.test(tokens[n.from]?.text ?? '') && n.from >= (clause.operator?.to ?? 0)
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
  const word = tokens[n.from]?.text ?? ''
  // "keep works taken without leave out": says which works they are.
  if (word === 'without' && n.from > act.from + 1 && participle.test(tokens[n.from - 1]?.text ?? '')) return true
  return act.negative === true || !plainWords.has(word)
}

const participle = /^(?:\w{2,}ed|taken|got|gotten|made|drawn|held|kept|sold|bought)$/

/** Words that deny outright, as "fails to" and "prevents" do not. */
export const plainWords = new Set([
  'no',
  'not',
  'never',
  'neither',
  'nor',
  'none',
  'nobody',
  'nothing',
  'nowhere',
  'without',
  'non',
  'cannot',
  'instead',
  'rather',
])

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
