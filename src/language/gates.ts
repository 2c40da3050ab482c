// "No prompt reaches the Model unless it has been validated": what is denied up to a gate is required behind it. Where the denial
// stands, and how far from its verb.
import type { Clause } from './clauses.ts'
import type { Match } from './lexicon.ts'
import type { Reading } from './reading.ts'
import { clauseSign, subjectWords } from './signs.ts'

/** The words that open a gate. */
export const gates = new Set(['before', 'prior', 'until', 'unless'])

/** "No prompt reaches the Model unless it has been validated": the clause before the gate, if it is denied. */
export function gatedBy(reading: Reading, clause: Clause, limit: Match | undefined, act: Match): Clause | undefined {
  if (limit === undefined || limit.from === 0 || !gates.has(reading.tokens[limit.from]?.text ?? '')) return undefined
  if (clause.force !== 'fact' && clause.force !== 'must') return undefined
  const before = reading.clauses[clauseAt(reading, limit.from - 1)]
  if (before === undefined || before === clause) return undefined
  return clauseSign(reading, before, act) < 0 || opensWithNo(reading, before) ? before : deniedFarOff(reading, before)
}

// "that no decision which bears on a person's rights, be it on work or on credit, | is founded on it": a subject that is denied,
// and is described at length before its verb comes.
function deniedFarOff(reading: Reading, { from, operator }: Clause): Clause | undefined {
  const { tokens, clauses } = reading
  const at = clauseAt(reading, from)
  const [head, further] = [clauses[at - 1], clauses[at - 2]]
  const goesOn = tokens[from]?.text === ',' && operator?.from === from + 1
  const describes = /^(?:which|that|who|whose)$/.test(tokens[from]?.text ?? '')
  if (head !== undefined && (describes ? opensWithNo(reading, head) : goesOn && endsInDenied(reading, head))) return head
  const between = head !== undefined && /^(?:which|that|who|whose)$/.test(tokens[head.from]?.text ?? '')
  return goesOn && between && further !== undefined && (endsInDenied(reading, further) || opensWithNo(reading, further))
    ? further
    : undefined
}

// "shall ensure that no decision": the verb group ends in the denial of what follows.
function endsInDenied({ tokens }: Reading, { operator }: Clause): boolean {
  return operator !== undefined && tokens[operator.to - 1]?.text === 'no' && tokens[operator.to - 2]?.text === 'that'
}

// A plain present ("no prompt reaches the Model") is no verb group, so its subject is all that can deny it.
function opensWithNo({ tokens }: Reading, clause: Clause): boolean {
  return clause.operator === undefined && subjectWords.has(tokens[clause.from]?.text ?? '')
}

/** "No call reaches the Model unless it bears a token": the verb, in the plain present, is denied by its subject alone. */
export function isBarredUnless(reading: Reading, clause: Clause, exception: Match | undefined): boolean {
  return exception !== undefined && exception.from > clause.from && opensWithNo(reading, clause)
}

/** The index of the clause that a token stands in. */
export function clauseAt(reading: Reading, token: number): number {
  const at = reading.clauses.findIndex(c => c.from <= token && token < c.to)
  return at < 0 ? reading.clauses.length - 1 : at
}
