// Holds the figure of a promise against the limit that the pack or the user sets.
import type { Reason } from '../domain/finding.ts'
import type { Quantity } from '../domain/quantity.ts'
import type { Figure, Requirement } from '../domain/requirement.ts'
import { compareQuantity, describeQuantity, parseQuantity } from '../language/quantities.ts'
import type { Candidate } from './locate.ts'
import type { CompiledRequirement } from './vocabulary.ts'

/** What the figure of a candidate lacks; empty where it holds, or where none is asked. */
export function weighFigure(candidate: Candidate, compiled: CompiledRequirement): Reason[] {
  const figure = compiled.requirement.figure
  if (figure === undefined) return []
  const { read } = candidate
  if (compiled.figureOf !== undefined && !read.concepts.has(compiled.figureOf)) return []
  const limit = limitOf(compiled, figure)
  if (limit?.amount === undefined) return []
  const found = figuresNear(candidate, figure)
  const best = found.map(q => judgeOne(q, { amount: limit.amount as number, unit: figure.unit, bound: figure.bound }, limit))
  const bad = best.find(r => r !== undefined)
  if (found.length > 0) return bad === undefined ? [] : [bad]
  if (compiled.figureWords !== undefined && read.concepts.has(compiled.figureWords)) return []
  return figure.absent === 'accepted' ? [] : [{ code: figure.absent, facts: { wanted: describeQuantity(limit), found: '' } }]
}

// By the requirement with its parameters: one figure serves requirements that differ in their limits, those of profiles.
const limits = new WeakMap<Requirement, { readonly limit: Quantity | undefined }>()

function limitOf({ requirement }: CompiledRequirement, figure: Figure): Quantity | undefined {
  const known = limits.get(requirement)
  if (known !== undefined) return known.limit
  const parameter = requirement.parameters.find(p => p.name === figure.parameter)
  const limit = parameter === undefined ? undefined : parseQuantity(parameter.value)
  limits.set(requirement, { limit })
  return limit
}

function judgeOne(found: Quantity, wanted: Parameters<typeof compareQuantity>[1], limit: Quantity): Reason | undefined {
  const facts = { wanted: describeQuantity(limit), found: describeQuantity(found) }
  const outcome = compareQuantity(found, wanted)
  if (outcome === 'meets' || outcome === 'incomparable') return undefined
  if (outcome === 'blank') return { code: 'blank', facts }
  if (outcome === 'inconsistent' && found.contradicts !== undefined)
    return {
      code: 'inconsistent',
      facts: {
        ...facts,
        found: `${facts.found} in figures`,
        other: `${describeQuantity({ ...found, amount: found.contradicts })} in words`,
      },
    }
  return { code: outcome === 'inconsistent' ? 'inconsistent' : 'value', facts }
}

// Figures of the act's own clause; where it has none, of the sentence; of these sooner one that stands there than one that a term
// stands for. The nearest to the act decides.
function figuresNear(candidate: Candidate, figure: Figure): Quantity[] {
  const { read, act, standing } = candidate
  const all = (figure.recurring ? read.frequencies : read.quantities).filter(q => q.unit === figure.unit)
  if (all.length === 0) return []
  const tokens = read.tokens
  const start = tokens[standing.clause.from]?.start ?? 0
  const end = tokens[standing.clause.to - 1]?.end ?? 0
  const own = all.filter(q => start <= q.span.start && q.span.end <= end)
  const byTerm = new Set(read.defined.map(one => one.figure))
  const near = own.length > 0 ? own : all
  const stated = near.filter(q => !byTerm.has(q))
  const pool = stated.length > 0 ? stated : near
  const at = tokens[act.to - 1]?.end ?? 0
  const byDistance = [...pool].sort((a, b) => Math.abs(a.span.start - at) - Math.abs(b.span.start - at))
  return byDistance.slice(0, 1)
}
