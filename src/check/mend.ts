// Proposes by grammar the changes of words that would mend what a requirement was found to lack: raise the verb, set the
// figure, strike the exception, name the right party, take the contrary sentence out. Whether one does is for why.ts to try.

import type { Edit } from '../domain/explanation.ts'
import type { Reason } from '../domain/finding.ts'
import { literal } from '../domain/literal.ts'
import type { FrameKind } from '../domain/requirement.ts'
import type { Span } from '../domain/span.ts'
import { findBlanks } from '../language/blanks.ts'
import type { Clause } from '../language/clauses.ts'
import type { Match } from '../language/lexicon.ts'
import { describeQuantity, parseQuantity } from '../language/quantities.ts'
import type { Workings } from './explain.ts'
import type { Candidate } from './locate.ts'
import type { ReadProvision } from './provisions.ts'
import type { Weighed } from './weigh.ts'

/** Edits that mend the passages which decide, each fault once. */
export function mendsOf(workings: Workings): Edit[] {
  const { verdict, deciding } = workings.judgement
  const found = verdict === 'conflict' ? turned(workings) : deciding.flatMap(w => mendsFor(w, workings))
  return distinct([...found, ...contradicting(workings).map(w => struck(w.candidate.read, w.candidate.read.provision.span, workings))])
}

/** Edits that take every passage out that decides: what is put in their stead is not gainsaid by them. */
export function strikings(workings: Workings): Edit[] {
  return distinct(workings.judgement.deciding.map(({ candidate: { read } }) => struck(read, read.provision.span, workings)))
}

function distinct(edits: readonly Edit[]): Edit[] {
  const apart: Edit[] = []
  for (const edit of edits)
    if (
      !apart.some(
        other =>
          other.document === edit.document &&
          other.start < Math.max(edit.end, edit.start + 1) &&
          edit.start < Math.max(other.end, other.start + 1),
      )
    )
      apart.push(edit)
  return apart
}

/** Passages that refuse or loosen what another promises in full. */
function contradicting({ judgement: { verdict, deciding, reasons } }: Workings): Weighed[] {
  if (verdict !== 'partial' || !reasons.some(({ code }) => code === 'inconsistent')) return []
  const own = deciding[0]?.candidate.read.provision.id
  return deciding.filter(
    w => w.candidate.read.provision.id !== own && (w.stance === 'refusal' || w.faults.some(({ code }) => code === 'value')),
  )
}

function mendsFor(w: Weighed, workings: Workings): Edit[] {
  if (w.stance !== 'promise') return []
  return w.faults.flatMap(fault => mendOf(w.candidate, fault, workings) ?? [])
}

function mendOf(candidate: Candidate, fault: Reason, workings: Workings): Edit | readonly Edit[] | undefined {
  switch (fault.code) {
    case 'soft':
      return firm(candidate, workings)
    case 'value':
      return withFigure(candidate, workings)
    case 'blank':
      return filled(candidate, workings)
    case 'scope':
      return widened(candidate, fault, workings)
    case 'party':
      return rightParty(candidate, fault, workings)
    default:
      return undefined
  }
}

/** "may" and "shall endeavour to" become "shall"; hedges elsewhere are struck. */
function firm(candidate: Candidate, workings: Workings): Edit[] {
  const { read, standing } = candidate
  const operator = standing.firmness === 'binding' ? undefined : looseClause(candidate)?.operator
  const verb = operator === undefined ? undefined : operatorWithTo(read, operator)
  const requests = standing.onRequest && standing.hedges.length === 0 ? read.reading.requests : []
  const hedges = [...standing.hedges, ...requests].filter(({ from, to }) => verb === undefined || to <= verb.from || verb.to <= from)
  const raised =
    operator === undefined || verb === undefined ? [] : [replaced(read, spanOf(read, verb), boundWords(read, operator), workings)]
  return [...raised, ...longest(hedges).map(hedge => struck(read, spanOf(read, hedge), workings))]
}

/** Of matches that overlap the longest. */
function longest(matches: readonly Match[]): Match[] {
  const sorted = [...matches].sort((a, b) => b.to - b.from - (a.to - a.from))
  return sorted.filter((m, at) => !sorted.slice(0, at).some(other => other.from < m.to && m.from < other.to))
}

function looseClause({ read, act }: Candidate): Clause | undefined {
  return read.reading.clauses.findLast(({ force, from }) => (force === 'soft' || force === 'may') && from <= act.from)
}

// "shall use reasonable efforts | to log"
function operatorWithTo({ tokens }: ReadProvision, { from, to }: Match): Match {
  return tokens[to]?.text === 'to' ? { from, to: to + 1 } : { from, to }
}

function boundWords({ tokens }: ReadProvision, { from, to }: Match): string {
  const words = tokens.slice(from, to).map(t => t.text)
  const not = words.includes('not') ? ' not' : ''
  const last = words.at(-1) ?? ''
  return `shall${not}${words.length > 1 && /^(?:be|have)$/.test(last) ? ` ${last}` : ''}`
}

function withFigure({ read }: Candidate, workings: Workings): Edit | undefined {
  const { figure } = workings.compiled.requirement
  const wanted = wantedFigure(workings)
  if (figure === undefined || wanted === undefined) return undefined
  const found = (figure.recurring ? read.frequencies : read.quantities).filter(({ unit }) => unit === figure.unit)
  const [only] = found
  const often = `at least every ${wanted}`
  if (found.length === 1 && only !== undefined) return replaced(read, only.span, figure.recurring ? often : wanted, workings)
  if (found.length > 1) return undefined
  if (figure.unit === 'count') return undefined
  const added = figure.recurring
    ? often
    : figure.bound === 'at-most'
      ? `within ${wanted}`
      : figure.unit === 'hour'
        ? `for at least ${wanted}`
        : `of at least ${wanted}`
  return inserted(read, ` ${added}`, workings)
}

function wantedFigure({ compiled: { requirement } }: Workings): string | undefined {
  const value = requirement.parameters.find(({ name }) => name === requirement.figure?.parameter)?.value
  const quantity = value === undefined ? undefined : parseQuantity(value)
  return quantity?.amount === undefined ? undefined : describeQuantity(quantity)
}

/** A blank where the figure belongs takes the figure that is asked. */
function filled({ read }: Candidate, workings: Workings): Edit | undefined {
  const wanted = wantedFigure(workings)
  if (wanted === undefined) return undefined
  const quantity = read.quantities.find(({ blank }) => blank === true)
  const span = quantity?.span ?? findBlanks(read.text, read.provision.span)[0]
  return span === undefined ? undefined : replaced(read, span, wanted, workings)
}

const near = 4000

/** The exception, the tier or the sentence that takes away is struck. */
function widened({ read }: Candidate, { facts: { words = '' } }: Reason, workings: Workings): Edit | undefined {
  if (words === '') return undefined
  const { start, end } = read.provision.span
  const own = read.text.slice(start, end).indexOf(words)
  if (own >= 0) return struck(read, { start: start + own, end: start + own + words.length }, workings)
  const from = Math.max(0, start - near)
  const at = read.text.slice(from, end + near).indexOf(words)
  return at < 0 ? undefined : struck(read, { start: from + at, end: from + at + words.length }, workings)
}

/** Whoever stands before the verb and should not owe it gives way to whoever should. */
function rightParty({ read, standing: { clause } }: Candidate, { facts: { found, wanted } }: Reason, workings: Workings): Edit | undefined {
  const { parties } = workings.scene.contract
  const aliases = (role: string | undefined) => parties.find(party => party.role === role)?.aliases ?? []
  const start = read.tokens[clause.from]?.start ?? 0
  const end = clause.operator === undefined ? start + 80 : (read.tokens[clause.operator.from]?.start ?? start)
  const before = read.text.slice(start, end)
  const instead = aliases(wanted)[0] ?? (wanted === 'customer' ? 'Customer' : 'Provider')
  for (const alias of aliases(found)) {
    const at = before.search(new RegExp(`(?<![\\p{L}\\p{N}])${literal(alias)}(?![\\p{L}\\p{N}])`, 'iu'))
    if (at >= 0) return replaced(read, { start: start + at, end: start + at + alias.length }, instead, workings)
  }
  return undefined
}

/** Refusals turned into promises: "need not" and "shall not" into "shall", leave into a ban. */
function turned(workings: Workings): Edit[] {
  return workings.judgement.deciding.flatMap(({ candidate }) => {
    const { read, frame, standing } = candidate
    const { operator } = standing.clause
    if (operator === undefined || frame.kind === 'contrary') return []
    const words = read.tokens.slice(operator.from, operator.to).map(t => t.text)
    return [replaced(read, spanOf(read, operatorWithTo(read, operator)), turnedWords(words, frame.kind), workings)]
  })
}

function turnedWords(words: readonly string[], kind: FrameKind): string {
  const [first = '', second] = words
  if (kind === 'bar') return 'shall not'
  if (kind === 'right') return 'may'
  if (/^(?:is|are)$/.test(first) && second === 'not' && words.length === 2) return first
  return words.at(-1) === 'be' ? 'shall be' : 'shall'
}

function spanOf({ tokens }: ReadProvision, { from, to }: Match): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

function replaced(read: ReadProvision, { start, end }: Span, becomes: string, { scene }: Workings): Edit {
  const { document, section } = read.provision
  return { document, start, end, was: read.text.slice(start, end), becomes, section: scene.contract.sections[section]?.number ?? '' }
}

/** Words taken out, with the comma or blank that would be left over; the full stop stays, and a sentence opens with a capital. */
function struck(read: ReadProvision, span: Span, workings: Workings): Edit {
  const { text, provision } = read
  if (span.start === provision.span.start && span.end === provision.span.end) return replaced(read, span, '', workings)
  if (span.start === provision.span.start) {
    const end = span.end + (/^,?\s*/.exec(text.slice(span.end, span.end + 3))?.[0].length ?? 0)
    return replaced(read, { start: span.start, end: end + 1 }, text.charAt(end).toUpperCase(), workings)
  }
  const last = /[.;]/.test(text[span.end - 1] ?? '') ? span.end - 1 : span.end
  const lead = /,?\s*$/.exec(text.slice(Math.max(0, span.start - 3), span.start))?.[0] ?? ''
  const tail = text[last] === ',' && (lead.includes(',') || text[last + 1] !== ' ') ? 1 : 0
  return replaced(read, { start: span.start - lead.length, end: last + tail }, '', workings)
}

/** Words put in before the full stop that ends the sentence. */
function inserted(read: ReadProvision, words: string, workings: Workings): Edit {
  const { start, end } = read.provision.span
  const tail = /[.;]?\s*$/.exec(read.text.slice(start, end))?.[0].length ?? 0
  return replaced(read, { start: end - tail, end: end - tail }, words, workings)
}
