// A sentence read: its clauses, and the words in it that turn, soften, condition and except, each with what it covers.
// How a given act stands among them is standing.ts's.
import { type Clause, findClauses } from './clauses.ts'
import { firstWord, mainStart } from './conditions.ts'
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
  /** Words that leave all of the sentence to its debtor, in a clause of their own: "and may discontinue this at will". */
  readonly sweeping: readonly Match[]
  readonly requests: readonly Match[]
  /** Words that hold a duty to some plans, customers or environments. */
  readonly tiers: readonly Match[]
  /** From the word that opens it to the end of what it covers. */
  readonly exceptions: readonly Match[]
  readonly conditions: readonly Match[]
}

const lexicon = lexiconOf(turningWords)
const none: readonly Match[] = []

/** Reads the tokens of one provision. */
export function readSentence(tokens: readonly Token[], parties: PartyWords): Reading {
  const clauses = findClauses(tokens, parties)
  const found = findConcepts(lexicon, tokens)
  const main = mainStart(tokens, parties)
  return {
    tokens,
    clauses,
    negators: longestOnly(found.get('negator') ?? none),
    hedges: found.get('hedge') ?? none,
    sweeping: found.get('sweeping') ?? none,
    requests: found.get('on-request') ?? none,
    tiers: found.get('tier') ?? none,
    exceptions: ranges(found, 'exception', tokens, clauses, main),
    conditions: ranges(found, 'condition', tokens, clauses, main),
  }
}

function longestOnly(matches: readonly Match[]): Match[] {
  return matches.filter(
    (m, i) => !matches.some((n, j) => i !== j && n.from <= m.from && m.to <= n.to && (n.to - n.from > m.to - m.from || j < i)),
  )
}

function ranges(found: Occurrences, name: string, tokens: readonly Token[], clauses: readonly Clause[], main: number | undefined): Match[] {
  const limiting = (found.get(name) ?? none).filter(
    keyword =>
      !contrasts(keyword, tokens) && !goesOn(keyword, tokens, clauses) && !isParticle(keyword, tokens) && !isForum(keyword, tokens),
  )
  return limiting.map(keyword => {
    const before = main !== undefined && keyword.to <= main
    return { from: keyword.from, to: before ? main : rangeEnd(keyword, tokens, clauses) }
  })
}

// "backups are rotated after 14 days, while logs are kept for 180": sets one duty beside another, and limits neither.
function contrasts(keyword: Match, tokens: readonly Token[]): boolean {
  return /^(?:while|whilst)$/.test(tokens[keyword.from]?.text ?? '') && tokens[keyword.from - 1]?.text === ','
}

// "for purposes not agreed upon", "acts upon Outputs": the word belongs to the verb before it.
function isParticle({ from, to }: Match, tokens: readonly Token[]): boolean {
  return to === from + 1 && tokens[from]?.text === 'upon' && taking.test(tokens[from - 1]?.text ?? '')
}

// "shall not be required to put it before its committee": where a thing is laid, and no time.
function isForum({ from, to }: Match, tokens: readonly Token[]): boolean {
  return (
    tokens[from]?.text === 'before' &&
    tokens.slice(to, to + 6).some(t => forums.test(t.text)) &&
    tokens.slice(Math.max(0, from - 10), from).some(t => laying.test(t.text))
  )
}

const forums = /^(?:committees?|panels?|boards?|councils?|tribunals?|courts?|commissions?|forums?|reviewers?)$/
const laying = /^(?:put|puts|lay|lays|laid|place|places|placed|bring|brings|brought|come|comes|go|goes|submit|submits|submitted)$/

const taking =
  /^(?:agree[ds]?|based?|rel(?:y|ies|ied|ying)|reliance|act(?:s|ed|ing)?|depend(?:s|ed|ing|ent)?|founded|incumbent|insist(?:s|ed)?)$/

// "Nobody shall enter but a person on the list" excepts; "the logs are kept, but the prompts are not" goes on.
function goesOn({ from }: Match, tokens: readonly Token[], clauses: readonly Clause[]): boolean {
  if (tokens[from]?.text !== 'but' || /^(?:not|only)$/.test(tokens[from + 1]?.text ?? '')) return false
  const clause = clauses.findLast(c => c.from <= from)
  if (clause === undefined || clause.from === from || clause.operator === undefined || clause.operator.from > from) return true
  return !tokens.slice(clause.from, from).some(t => denying.has(t.text))
}

const denying = new Set(['nobody', 'nothing', 'none', 'nowhere', 'no', 'never'])

/** Marks that end the reach of a word. */
export const pauses = new Set([',', ';', ':', '|'])

function rangeEnd(keyword: Match, tokens: readonly Token[], clauses: readonly Clause[]): number {
  const beside = notwithstandingEnd(keyword, tokens)
  if (beside !== undefined) return beside
  const before = tokens[keyword.from - (tokens[keyword.from - 1]?.text === 'for' ? 2 : 1)]?.text ?? ''
  const opensSentence = keyword.from <= Math.max(1, firstWord(tokens)) || [':', '.', '|', 'that'].includes(before)
  const main = opensSentence
    ? clauses.find(c => c.operator !== undefined && c.force !== 'fact' && c.operator.from >= keyword.to)
    : undefined
  if (opensSentence && main === undefined) {
    const plain = clauses.find(c => c.operator !== undefined && c.operator.from >= keyword.to && c.from <= keyword.from)?.operator
    const paused = plain !== undefined && tokens.slice(keyword.to, plain.from).some(t => pauses.has(t.text))
    if (plain !== undefined && !paused) return Math.max(keyword.to, plain.from - 3)
  }
  if (main?.operator !== undefined && !isSupposed(keyword, main.operator, tokens))
    return main.from > keyword.from ? startOf(main, keyword, tokens) : lastPause(tokens, keyword.to, main.operator.from)
  let at = keyword.to
  const most = opensSentence ? prepositionEnd(keyword, tokens) : tokens.length
  while (at < most && !pauses.has(tokens[at]?.text ?? '') && !startsCoordinate(at, keyword, clauses)) at++
  return at
}

// "Notwithstanding clauses 3, 4 and 5, no quota applies": what it names ends at the pause, be the verb behind it firm or plain.
function notwithstandingEnd(keyword: Match, tokens: readonly Token[]): number | undefined {
  if (tokens[keyword.from]?.text !== 'notwithstanding' || keyword.from > 2) return undefined
  const at = tokens.findIndex(
    (t, i) => i > keyword.to && t.text === ',' && !/^(?:\d.*|and|or|including|as|clause|section|\()$/.test(tokens[i + 1]?.text ?? ''),
  )
  return at < 0 ? undefined : at
}

// "If the Provider should cease to host, fees fall due": supposed, and no duty.
function isSupposed({ from, to }: Match, operator: Match, tokens: readonly Token[]): boolean {
  const between = tokens.slice(to, operator.from)
  return tokens[from]?.text === 'if' && tokens[operator.from]?.text === 'should' && !between.some(t => pauses.has(t.text))
}

// "Before a prompt arrives, our gateway strips out anything | it should not hold": where words stand between the pause and the
// clause, they are the main clause, with its verb in plain present. "Before it is used, the board reviews it, | and what fails is
// not used": so, too, where the clause is only the second of two.
function startOf({ from }: Clause, { to }: Match, tokens: readonly Token[]): number {
  const last = lastPause(tokens, to, from)
  const second = last === from - 1 && /^(?:and|but|nor)$/.test(tokens[from]?.text ?? '')
  const pause = second ? lastPause(tokens, to, last) : last
  const open = tokens[pause]?.text === ',' && !/^(?:and|or|nor)$/.test(tokens[pause + 1]?.text ?? '')
  return open && from - pause > plainClause ? pause : from
}

/** The fewest words that a subject, its verb and an object have. */
const plainClause = 5

// "Upon signature the Vendor delivers": without a pause the main clause begins at the next determiner.
function prepositionEnd(keyword: Match, tokens: readonly Token[]): number {
  if (!/^(?:upon|on|after|before|following|during|prior)$/.test(tokens[keyword.from]?.text ?? '')) return tokens.length
  if (tokens.slice(keyword.to).some(t => pauses.has(t.text))) return tokens.length
  const at = tokens.findIndex((t, i) => i > keyword.to && /^(?:the|we|you|our|each|every|all)$/.test(t.text))
  return at < 0 ? tokens.length : at
}

// "after discovery | and shall cooperate": a new clause joined by "and" with its own firm verb ends the limit.
function startsCoordinate(at: number, keyword: Match, clauses: readonly Clause[]): boolean {
  return clauses.some(c => c.from === at && c.from > keyword.to && c.force !== 'fact')
}

function lastPause(tokens: readonly Token[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (tokens[at]?.text === ',') return at
  return Math.max(from, to - 3)
}
