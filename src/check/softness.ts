// Whether a promise leaves its debtor a choice: leave, aims, hedges, a duty on request alone. The holder of a right has
// the choice by nature, and is no less sure of it.
import type { Reason } from '../domain/finding.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { Match } from '../language/lexicon.ts'
import type { Candidate } from './locate.ts'
import { isUndecided } from './mentioned.ts'
import { wordsOf } from './narrowing.ts'

/** The reason `soft`, with the words, where a candidate binds nobody to what it says; else nothing. */
export function weighSoftness(candidate: Candidate, requirement: Requirement): Reason[] {
  const { standing, frame } = candidate
  const hedge = standing.hedges.find(h => !isOwnPleasure(candidate, h) && !isCreditors(candidate, requirement, h))
  if (hedge !== undefined) return soft(wordsOf(candidate, hedge))
  if (isUndecided(candidate)) return soft('whether')
  const { operator } = standing.clause
  const said = operator === undefined ? '' : wordsOf(candidate, operator)
  if (standing.firmness === 'soft') return soft(said)
  if (standing.firmness === 'may' && (frame.kind === 'do' || isTold(candidate) || lets(candidate, requirement))) return soft(said)
  if (standing.onRequest && requirement.request === 'soft' && frame.kind !== 'bar') return soft('on request')
  return []
}

// "shall log requests, and the Customer may stop this at any time": the choice is that of whom the duty serves.
function isCreditors({ frame, read, standing }: Candidate, requirement: Requirement, hedge: Match): boolean {
  const home = read.reading.clauses.find(c => c.from <= hedge.from && hedge.from < c.to)
  if (home === undefined || home === standing.clause || frame.kind === 'right') return false
  const owes = frame.by ?? requirement.owes
  return (home.bearer === 'customer' && owes === 'provider') || (home.bearer === 'provider' && owes === 'customer')
}

function soft(words: string): Reason[] {
  return [{ code: 'soft', facts: { words } }]
}

// "The Customer may be told of incidents": the choice is that of whoever tells.
function isTold({ read, act }: Candidate): boolean {
  const [be, told] = read.tokens.slice(act.from, act.from + 2).map(t => t.text)
  return be === 'be' && /^(?:notified|informed|told|alerted|advised|warned|apprised)$/.test(told ?? '')
}

// "The Provider may let the Customer audit the logs": leave to give a right gives none.
function lets({ frame, standing, read, act }: Candidate, { owes }: Requirement): boolean {
  if (frame.kind !== 'right' || standing.bearer !== owes || standing.clause.operator === undefined) return false
  return read.tokens.slice(standing.clause.operator.to, act.to).some(t => letting.test(t.text))
}

const letting = /^(?:let|lets|allow|allows|permit|permits|grant|grants|give|gives|offer|offers|make|invite|admit|enable|afford|provide)$/

// "The Customer may test the Model as often as it sees fit": unless the choice is that of whoever must agree.
function isOwnPleasure({ frame, standing, read }: Candidate, hedge: Match): boolean {
  const { tokens, clauses } = read.reading
  if (frame.kind !== 'right' || (standing.bearer !== 'customer' && standing.bearer !== 'nobody') || standing.firmness === 'soft')
    return false
  const home = clauses.find(c => c.from <= hedge.from && hedge.from < c.to)
  if (home === undefined || (home.bearer !== 'customer' && home.bearer !== 'nobody')) return false
  const words = tokens.slice(hedge.from, hedge.to)
  const before = tokens.slice(Math.max(home.from, hedge.from - 10), hedge.from)
  return words.some(t => own.test(t.text)) && !before.some(t => agreeing.test(t.stem) || /^(?:if|unless|provider|supplier)$/.test(t.text))
}

const own = /^(?:its?|they|their|he|she|his|her|you|your|sole)$/
const agreeing = /^(?:consent|approv|permiss|permit|agre|author|discuss|allow)/
