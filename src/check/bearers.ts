// Whether the one who bears a duty is the one who should: the wrong party promises little, a stranger's ban says nothing. In
// a table of responsibilities it is the column that tells who bears it.
import type { Contract, Role } from '../domain/contract.ts'
import type { Reason } from '../domain/finding.ts'
import type { Bearer } from '../domain/obligation.ts'
import type { Requirement } from '../domain/requirement.ts'
import { slice } from '../domain/span.ts'
import type { Match } from '../language/lexicon.ts'
import type { Standing } from '../language/standing.ts'
import { type Token, tokenise } from '../language/tokens.ts'
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
export function wrongParty({ standing, frame, read, act }: Candidate, requirement: Requirement, scene: Scene): Reason[] {
  const owes = requirement.hosted && scene.customerHosts ? 'either' : (frame.by ?? requirement.owes)
  const bearer =
    bearerOfRow(read, scene.contract) ?? (frame.kind === 'do' ? placedOn(read, act, scene.contract) : undefined) ?? standing.bearer
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

/** "Guarding against them is for the Customer", "the obligation to mark them rests with the Client": whom the sentence charges with what it names. */
function placedOn({ tokens }: ReadProvision, act: Match, contract: Contract): Bearer | undefined {
  const words = wordsOf(contract)
  const ahead = tokens.findIndex((_, i) => i >= act.from - 16 && i < act.from && opensWithIt(tokens, i))
  for (let at = ahead < 0 ? act.from + 1 : ahead; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? ''
    if (at > ahead + 1 && /^(?:;|shall|must|will|may)$/.test(text)) return undefined
    const to = places.test(text) ? placeEnd(tokens, at) : keptBy(tokens, at)
    if (to === undefined) continue
    for (let end = to + 3; end > to; end--) {
      const role = words.get(
        tokens
          .slice(to, end)
          .map(t => t.text)
          .join(' '),
      )
      if (role !== undefined && (tokens[end] === undefined || closing.test(tokens[end]?.text ?? ''))) return role
    }
  }
  return undefined
}

const places = /^(?:rests?|lies?|sits?|resides?|falls?|is|are|be|remains?|stays?)$/
const closing = /^(?:[.,;:)]|alone|only|itself|themselves|and|to|exclusively|solely|throughout|keeps?|maintains?|holds?)$/

/** "It is for ...", "it shall be the responsibility of ...". */
function opensWithIt(tokens: readonly Token[], at: number): boolean {
  const [it, verb, be] = [0, 1, 2].map(i => tokens[at + i]?.text ?? '')
  return it === 'it' && (/^(?:is|falls|rests|lies)$/.test(verb ?? '') || (/^(?:shall|will|must)$/.test(verb ?? '') && be === 'be'))
}

/** "recorded in a register that the Customer keeps": where the party stands. */
function keptBy(tokens: readonly Token[], at: number): number | undefined {
  const kept =
    /^(?:that|which)$/.test(tokens[at]?.text ?? '') &&
    /^(?:register|log|ledger|record|journal|file|dossier)$/.test(tokens[at - 1]?.text ?? '')
  return kept && tokens.slice(at + 2, at + 6).some(t => /^(?:keeps?|maintains?|holds?)$/.test(t.text))
    ? at + (tokens[at + 1]?.text === 'the' ? 2 : 1)
    : undefined
}

/** Behind "rests with the", "falls to the", "is a matter for the": where the party stands. */
function placeEnd(tokens: readonly Token[], at: number): number | undefined {
  const word = (i: number): string => tokens[i]?.text ?? ''
  let to = at + 1
  if (/^(?:solely|wholly|entirely|exclusively|alone|purely|only)$/.test(word(to))) to++
  let task = (word(to) === 'a' || word(to) === 'the' ? 1 : 0) + to
  if (/^(?:sole|exclusive|entire|full|own)$/.test(word(task))) task++
  const named = /^(?:matter|task|job|business|concern|responsibility|duty|obligation|burden)$/.test(word(task))
  if (named) to = task + 1
  const joined = /^(?:is|are|be)$/.test(word(at)) ? /^for$/ : /^falls?$/.test(word(at)) ? /^(?:to|on|upon)$/ : /^(?:with|for)$/
  if (!joined.test(word(to)) && !(named && word(to) === 'of')) return undefined
  return word(to + 1) === 'the' ? to + 2 : to + 1
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
