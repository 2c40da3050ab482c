// Whether the one who bears a duty is the one who should: the wrong party promises little, a stranger's ban says nothing. In
// a table of responsibilities it is the column that tells who bears it.
import type { Contract, Role } from '../domain/contract.ts'
import type { Reason } from '../domain/finding.ts'
import type { Bearer } from '../domain/obligation.ts'
import type { Requirement } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import type { Standing } from '../language/standing.ts'
import { tokenise } from '../language/tokens.ts'
import type { Candidate } from './locate.ts'
import { once } from './once.ts'
import { partyWords, type ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'

/** Whether a ban is a stranger's: "The Customer shall not send encrypted archives" says nothing of the provider's duty to encrypt. */
export function byStranger({ frame, standing }: Candidate, requirement: Requirement): boolean {
  const owes = frame.by ?? requirement.owes
  if (frame.kind !== 'do' || standing.sign > 0 || standing.refused || owes === 'either') return false
  return (standing.bearer === 'provider' || standing.bearer === 'customer') && standing.bearer !== owes
}

const receiving = /^(?:hear|get|receive|have|see|be|find|obtain|enjoy|know|learn)$/

// "The Customer shall keep the logs": words that would give it a right lay a duty on it. "You'll hear from us" does not.
function isCharged({ clause: { force, operator } }: Standing, { tokens }: ReadProvision): boolean {
  return force === 'must' && operator !== undefined && !receiving.test(tokens[operator.to]?.text ?? '')
}

/** The reason `party`, where a promise binds another than it should. */
export function wrongParty({ standing, frame, read }: Candidate, requirement: Requirement, scene: Scene): Reason[] {
  const owes = requirement.hosted && scene.customerHosts ? 'either' : (frame.by ?? requirement.owes)
  const bearer = bearerOfRow(read, scene.contract) ?? standing.bearer
  if (
    owes === 'either' ||
    bearer === 'both' ||
    bearer === 'nobody' ||
    bearer === 'other' ||
    (frame.kind === 'right' && !isCharged(standing, read))
  )
    return []
  return bearer === owes ? [] : [{ code: 'party', facts: { found: bearer, wanted: owes } }]
}

const wordsOf = once((contract: Contract) => partyWords(contract))
const named = (text: string, contract: Contract): Role | undefined => {
  const words = tokenise(text).flatMap(t => (t.kind === 'word' && t.text !== 'the' ? [t.text] : []))
  return wordsOf(contract).get(words.join(' '))
}

/** "R", "A/R", "Responsible", "Lead", a tick: who has it does the work; who has "C", "I", "S" or nothing does not. */
const doing =
  /^(?:(?:R|A|A ?[/,] ?R|R ?[/,] ?A|RA|X|P|L)(?: ?[/,] ?[CIS])?|responsible|accountable|lead|owner|performs?|primary|yes|[\u2713\u2714\u2715\u25cf\u2022])$/i
const watching = /^(?:[CISN]|[CIS] ?[/,] ?[CIS]|informed|consulted|supports?|none|no|n\/a|[-\u2013\u2014]?)$/i
const charging =
  /^(?:responsib\w+(?: party| of)?|(?:owed|performed|action|done|to be done) by|by|by whom|who|owner|owing party|obligor|obliged party|accountable(?: party)?|duty of)$/i

/** Who bears the duty of a row, by the columns of its table: those headed by parties, or one that is said to name who does it. */
function bearerOfRow({ provision: { columns, cells }, text }: ReadProvision, contract: Contract): Bearer | undefined {
  if (columns === undefined || cells === undefined) return undefined
  const all = columns.map((head, at) => ({
    head: slice(text, head).trim(),
    cell: cells[at] === undefined ? '' : slice(text, cells[at]).trim(),
  }))
  const charged = all.find(({ head }) => charging.test(head))
  if (charged !== undefined) return named(charged.cell, contract)
  const marked = all.slice(1).map(({ head, cell }) => ({ role: named(head, contract), cell }))
  const marks = marked.filter(({ role, cell }) => role !== undefined && (doing.test(cell) || watching.test(cell)))
  const roles = new Set(marks.flatMap(({ role, cell }) => (role !== undefined && doing.test(cell) ? [role] : [])))
  if (roles.size === 0) return undefined
  return roles.size === 2 ? 'both' : [...roles][0]
}
