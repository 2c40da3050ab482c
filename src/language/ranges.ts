// Two figures that make one statement: "between 48 and 72 hours", "24-48 hours", "minimum 60, target
// 90 days", and "48/72 hours", of which neither is agreed. Single figures are left to amounts.ts.
import type { Bound, Quantity } from '../domain/quantity.ts'
import { type Figure, type Measure, readFigure, readMeasure } from './amounts.ts'
import { amountBound, surroundings, timeBound } from './bounds.ts'
import { textAt } from './numerals.ts'
import { asProtection } from './percentages.ts'
import type { Token } from './tokens.ts'
import { hoursIn } from './units.ts'

/** Reads a range that starts at token i; `low` is its lower end. */
export function readRange(tokens: readonly Token[], i: number): { quantity: Quantity; next: number } | undefined {
  const first = readFigure(tokens, i)
  if (first?.value === undefined) return undefined
  const withUnit = readMeasure(tokens, i)
  const from = withUnit?.next ?? first.next
  const joint = jointAt(tokens, i, from, withUnit !== undefined)
  if (joint === undefined) return undefined
  const second = readMeasure(tokens, joint.next)
  if (second?.amount === undefined || second.contradicts !== undefined) return undefined
  if (joint.kind === 'either')
    return { quantity: { span: spanOf(tokens, i, second.next), unit: second.unit, bound: 'exactly', blank: true }, next: second.next }
  const low = withUnit?.amount ?? lowOf(first, second)
  if (low === undefined || low >= second.amount || (withUnit !== undefined && withUnit.unit !== second.unit)) return undefined
  return { quantity: rangeOf(tokens, i, low, second, joint.kind), next: second.next }
}

type Joint = { kind: 'range' | 'aim' | 'either'; next: number }

function jointAt(tokens: readonly Token[], i: number, at: number, hasUnit: boolean): Joint | undefined {
  const text = textAt(tokens, at)
  const between = textAt(tokens, i - 1) === 'between'
  if (text === 'to' || text === 'through' || (text === 'and' && between)) return { kind: 'range', next: at + 1 }
  if (!hasUnit && (text === '-' || text === 'or')) return { kind: 'range', next: at + 1 }
  if (!hasUnit && text === '/' && tokens[at + 1]?.kind === 'number' && textAt(tokens, i) !== '24') return { kind: 'either', next: at + 1 }
  return aimAt(tokens, i, at)
}

// "minimum 60, target 90 days": only the first is promised.
function aimAt(tokens: readonly Token[], i: number, at: number): Joint | undefined {
  const before = `${textAt(tokens, i - 3)} ${textAt(tokens, i - 2)} ${textAt(tokens, i - 1)}`
  if (!/\b(?:minimum|min|least)(?: (?:of|:|is|\.))?$/.test(before)) return undefined
  let next = at
  while (next < at + 3 && /^(?:,|and|;|\/|\(|with|but|a|\|)$/.test(textAt(tokens, next))) next++
  if (!/^(?:target|targeting|goal|aim|aiming|ideally|preferably|objective|desired|preferred)$/.test(textAt(tokens, next))) return undefined
  next++
  while (next < at + 6 && /^(?:of|:|is|for)$/.test(textAt(tokens, next))) next++
  return { kind: 'aim', next }
}

function lowOf(first: Figure, second: Measure): number | undefined {
  if (second.time !== undefined) return first.value === undefined ? undefined : hoursIn(first.value, second.time)
  return first.decimal
}

function rangeOf(tokens: readonly Token[], i: number, low: number, second: Measure, kind: Joint['kind']): Quantity {
  const around = surroundings(tokens, i, second.next)
  const stated = second.unit === 'hour' ? timeBound({ ...around, before: around.before.replace(/ between$/, '') }) : amountBound(around)
  const bound: Bound = kind === 'aim' ? 'at-least' : stated
  const base = { span: spanOf(tokens, i, second.next), unit: second.unit, ...(second.business ? { business: true } : {}) }
  const value = { amount: second.amount ?? low, low, bound }
  return second.unit === 'percent' ? { ...base, ...asProtection(value, around) } : { ...base, ...value }
}

function spanOf(tokens: readonly Token[], first: number, next: number): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0
  return { start, end: tokens[next - 1]?.end ?? start }
}
