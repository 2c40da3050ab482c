// From weighed evidence to a verdict: the decision table of the catalogue, the same for every requirement.
//
//   every element promised without fault          met, unless an equal provision refuses it (inconsistent)
//   some promise, with faults or elements lacking partial, with every reason
//   no promise to the right party, but a refusal  conflict
//   only a refusal                                conflict
//   nothing                                       missing
import type { Reason, ReasonCode } from '../domain/finding.ts'
import type { Element, Requirement } from '../domain/requirement.ts'
import { everyEqual, type Outranks } from './precedence.ts'
import { closest, withoutStrays } from './strays.ts'
import type { Weighed } from './weigh.ts'

export interface Judgement {
  readonly verdict: 'met' | 'partial' | 'conflict' | 'missing'
  readonly reasons: readonly Reason[]
  /** The provisions that decide, most telling first. */
  readonly deciding: readonly Weighed[]
}

/**
 * Judges one requirement on all that was weighed for it.
 * @param outranks the order of precedence that the contract lays down for its parts
 */
export function judge(requirement: Requirement, found: readonly Weighed[], outranks: Outranks = everyEqual): Judgement {
  const all = withoutOutranked(withoutStrays(found), outranks)
  const overriding = all.filter(w => w.overriding && w.stance !== 'nothing')
  const refusals = all.filter(w => w.stance === 'refusal' && !all.some(p => saysNoBy(p, w)))
  const promises = notOverridden(
    withoutDenied(
      withoutFragments(
        all.filter(w => w.stance === 'promise'),
        refusals,
      ),
      refusals,
    ),
  )
  if (overriding.some(w => w.stance === 'refusal') && !overriding.some(w => w.stance === 'promise')) return refuse(requirement, overriding)
  const chosen = requirement.elements.map(e => ({ element: e, best: bestFor(e, promises) }))
  const given = chosen.flatMap(c => (c.best === undefined ? [] : [c.best]))
  const anything = given.length > 0 ? given : promises.slice(0, 1)
  if (anything.length === 0) return refusals.length > 0 ? refuse(requirement, refusals) : nothing
  if (refusals.length > 0 && anything.every(w => has(w, 'party') || isLeaveOnly(w, refusals))) return refuse(requirement, refusals)
  if (given.length === 0 && requirement.elements.length === 1 && refusals.some(r => isPlainer(r, anything)))
    return refuse(requirement, refusals)
  const lacking = chosen.filter(c => c.best === undefined).map(c => c.element)
  const explained = given.length === 0 && requirement.elements.length === 1 && anything.some(w => w.faults.length > 0)
  const reasons = [...(explained ? [] : lackingReasons(lacking, requirement)), ...anything.flatMap(w => w.faults)]
  const against = refusals.filter(r => anything.some(w => disagree(w, r)))
  const rival = rivalFigure(anything, [
    ...promises,
    ...withoutOutranked(found, outranks).filter(w => w.stance === 'promise' && w.relevance >= rivalling(w) && !all.includes(w)),
  ])
  if (rival !== undefined) reasons.unshift(rival.reason)
  if (against.length > 0)
    reasons.unshift({ code: against.every(r => anything.some(w => sameProvision(w, r))) ? 'scope' : 'inconsistent', facts: {} })
  if (reasons.length === 0) return { verdict: 'met', reasons: [], deciding: anything }
  return {
    verdict: 'partial',
    reasons: distinct(reasons),
    deciding: [...anything, ...against, ...(rival === undefined ? [] : [rival.promise])],
  }
}

/** Each passage is held against so many others: no contract says one thing more often. */
const mostCompared = 300

// Of two provisions that disagree the one of higher rank decides: a promise against a refusal, or one figure against another.
function withoutOutranked(found: readonly Weighed[], outranks: Outranks): readonly Weighed[] {
  if (outranks === everyEqual) return found
  const clear = found.filter(w => w.stance !== 'nothing').slice(0, mostCompared)
  return found.filter(
    w => !clear.some(other => contradicts(other, w) && outranks(other.candidate.read.provision, w.candidate.read.provision)),
  )
}

function contradicts(a: Weighed, b: Weighed): boolean {
  if (a.candidate.element !== b.candidate.element && a.candidate.element !== undefined && b.candidate.element !== undefined) return false
  if (a.stance !== b.stance) return b.stance !== 'nothing'
  return a.stance === 'promise' && has(a, 'value') !== has(b, 'value')
}

// A row of a schedule with another figure has few words to be recognised by: it counts sooner than a promise would.
const rivalling = ({ candidate: { read } }: Weighed): number => (read.provision.cells === undefined ? 0.3 : 0.02)

const nothing: Judgement = { verdict: 'missing', reasons: [], deciding: [] }

function refuse(requirement: Requirement, refusals: readonly Weighed[]): Judgement {
  return requirement.refused === 'missing' ? nothing : { verdict: 'conflict', reasons: [], deciding: refusals.slice(0, 3) }
}

/** So much plainer must a refusal be. */
const plainer = 0.5

// Inputs "checked for length" beside "no attack is recognised": of what is refused outright, words that touch on it promise nothing.
function isPlainer(refusal: Weighed, promises: readonly Weighed[]): boolean {
  return refusal.candidate.element !== undefined && promises.every(p => p.relevance + plainer < refusal.relevance)
}

// The promise with the fewest faults; of equals the first in the contract. A sentence that says it all goes before one that
// leans on its surroundings, but of one sentence the best reading counts, whichever frame it is by.
function bestFor(element: Element, promises: readonly Weighed[]): Weighed | undefined {
  const all = closest(promises.filter(w => w.candidate.element === element.id))
  const whole = new Set(all.filter(w => w.candidate.whole).map(w => w.candidate.read.provision.id))
  const open = whole.size > 0 ? all.filter(w => whole.has(w.candidate.read.provision.id)) : all
  // "Customer shall anonymise it or, where that cannot be, pseudonymise it": who is named for the one does the other.
  const charged = open.filter(w => has(w, 'party') && isOrdered(w))
  const own = open.filter(w => w.candidate.standing.bearer !== 'nobody' || !charged.some(c => sameProvision(c, w)))
  return own.reduce<Weighed | undefined>((best, w) => (best === undefined || cost(w) < cost(best) ? w : best), undefined)
}

function isOrdered({ candidate: { frame, standing, read } }: Weighed): boolean {
  return frame.kind === 'do' && standing.clause.force === 'must' && !standing.relative && read.provision.cells === undefined
}

const costs: Readonly<Record<ReasonCode, number>> = { element: 1, scope: 2, soft: 3, value: 2, blank: 2, inconsistent: 2, party: 5 }

/** Of two that fall short, the one with a figure says more. */
const noFigure = 0.5

function cost(w: Weighed): number {
  return w.faults.reduce((sum, f) => sum + costs[f.code] + (f.code === 'value' && f.facts.found === '' ? noFigure : 0), 0)
}

function has(w: Weighed, code: ReasonCode): boolean {
  return w.faults.some(f => f.code === code)
}

// A refusal in the very clause of the promise is its exception or its other half, and already weighed.
function disagree(promise: Weighed, refusal: Weighed): boolean {
  const [a, b] = [promise.candidate, refusal.candidate]
  if (a.element !== b.element && b.element !== undefined) return false
  return a.read.provision.id !== b.read.provision.id || a.standing.clause.from !== b.standing.clause.from
}

// "Notwithstanding clause 7, the Provider's sole duty is to use reasonable efforts": of one element only what overrides is left.
function notOverridden(promises: readonly Weighed[]): readonly Weighed[] {
  const won = new Set(promises.filter(w => w.overriding).map(w => w.candidate.element))
  return won.size === 0 ? promises : promises.filter(w => w.overriding || !won.has(w.candidate.element))
}

// "may correct flaws, but is under no obligation to": leave to do what one is freed of in the same breath promises nothing of it.
function isLeaveOnly(promise: Weighed, refusals: readonly Weighed[]): boolean {
  const may = promise.candidate.standing.firmness === 'may' && has(promise, 'soft')
  return may && refusals.some(r => r.candidate.standing.refused && sameProvision(promise, r))
}

function sameProvision(a: Weighed, b: Weighed): boolean {
  return a.candidate.read.provision.id === b.candidate.read.provision.id
}

// "shall not validate it before the Model processes it", "are not protected by the techniques in use": where the verb that is
// asked for is itself denied, no other word of its clause makes a promise of it.
function withoutDenied(promises: readonly Weighed[], refusals: readonly Weighed[]): readonly Weighed[] {
  const denied = refusals.filter(({ candidate: { frame, act, standing } }) => {
    const { operator } = standing.clause
    return frame.kind === 'do' && operator !== undefined && act.from >= operator.to && act.from <= operator.to + 1
  })
  // "The search for the cause is its own affair": words that refuse are no promise of what they name.
  const contrary = refusals.filter(({ candidate: { frame } }) => frame.kind === 'contrary')
  const covers = ({ candidate: { act } }: Weighed, p: Weighed): boolean => act.from <= p.candidate.act.from && p.candidate.act.to <= act.to
  return promises.filter(
    p =>
      !denied.some(r => sameProvision(p, r) && p.candidate.standing.clause.from === r.candidate.standing.clause.from) &&
      !contrary.some(r => sameProvision(p, r) && covers(r, p)),
  )
}

// "Outside those hours it is switched off", "No person has standing access": what is denied is a part of the words that promise.
function saysNoBy(promise: Weighed, refusal: Weighed): boolean {
  const [a, b] = [promise.candidate, refusal.candidate]
  return (
    promise.stance === 'promise' &&
    a.element === b.element &&
    a.act.from <= b.act.from &&
    b.act.to <= a.act.to &&
    a.act.to - a.act.from > b.act.to - b.act.from &&
    a.act.negative === true &&
    b.frame.kind === 'do' &&
    sameProvision(promise, refusal)
  )
}

// "Pre-inference filtering | none": the words of a label promise nothing beside a refusal in the same provision.
function withoutFragments(promises: readonly Weighed[], refusals: readonly Weighed[]): readonly Weighed[] {
  const refused = new Set(refusals.map(w => w.candidate.read.provision.id))
  return promises.filter(w => !(w.candidate.standing.fragment && refused.has(w.candidate.read.provision.id)))
}

// The same duty stated again with another figure: within one table or list the loosest decides, elsewhere neither is picked.
function rivalFigure(chosen: readonly Weighed[], promises: readonly Weighed[]): { promise: Weighed; reason: Reason } | undefined {
  for (const best of chosen.filter(w => !has(w, 'value') && !has(w, 'blank')))
    for (const other of promises) {
      const fault = other.faults.find(f => f.code === 'value' && ((f.facts.found ?? '') !== '' || saysEnough(other)))
      if (fault === undefined || other.candidate.element !== best.candidate.element || !isAlone(fault, other)) continue
      if (other.candidate.read.provision.id === best.candidate.read.provision.id) continue
      const together = other.candidate.read.provision.paragraph === best.candidate.read.provision.paragraph
      return { promise: other, reason: { ...fault, code: together ? 'value' : 'inconsistent' } }
    }
  return undefined
}

// Whoever a row names first need not be who owes what it says.
function isAlone(fault: Reason, { faults, candidate }: Weighed): boolean {
  return faults.every(
    f => f === fault || (f.code === 'party' && candidate.standing.fragment && candidate.read.provision.cells !== undefined),
  )
}

// "shall hold a Type I report; a Type II report is not called for": less is promised, and the rest refused in the same breath.
function saysEnough({ candidate, relevance }: Weighed): boolean {
  return relevance >= 0.5 && candidate.read.reading.clauses.some(c => c.force === 'refuses' && c.from >= candidate.act.to)
}

function lackingReasons(lacking: readonly Element[], requirement: Requirement): Reason[] {
  if (lacking.length === 0) return []
  return [{ code: 'element', facts: { lacking: lacking.map(e => e.name).join('; '), of: String(requirement.elements.length) } }]
}

function distinct(reasons: readonly Reason[]): Reason[] {
  return reasons.filter((r, i) => reasons.findIndex(s => s.code === r.code) === i)
}
