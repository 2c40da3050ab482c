// Lengths of time without a number: "within a week", "by the tenth day", "the next business day".
// Numbers with units are left to amounts.ts.
import type { Quantity } from '../domain/quantity.ts'
import { surroundings, timeBound } from './bounds.ts'
import { readOrdinal, textAt } from './numerals.ts'
import type { Token } from './tokens.ts'
import { hoursIn, readTimeUnit, type TimeUnit } from './units.ts'

interface Reading {
  readonly quantity: Quantity
  readonly next: number
}

const governs = /^(?:within|for|after|than|least|most|exceed|exceeds|exceeding|under|inside|in|over|about|nearly|until|to|only)$/
const many = /^(?:once|twice|thrice|times|time)$/

/** Reads "a day", "an hour", "the next business day" at token i where a preposition makes it a period. */
export function readNamedDay(tokens: readonly Token[], i: number): Reading | undefined {
  const text = textAt(tokens, i)
  const before = textAt(tokens, i - 1)
  if (/^(?:next|following|same|ensuing)$/.test(text)) return readNextDay(tokens, i)
  if (text === 'the' && /^(?:within|inside)$/.test(before)) return readWithinThe(tokens, i)
  if (!/^an?$/.test(text)) return undefined
  const unit = readTimeUnit(tokens, i + 1)
  if (unit === undefined || isPlural(unit) || isAttribute(textAt(tokens, unit.next))) return undefined
  const half = /^and (?:a|one) half$/.test([0, 1, 2].map(step => textAt(tokens, unit.next + step)).join(' '))
  if (half) return period(tokens, i, 1.5, unit, unit.next + 3)
  const governed = governs.test(before) && !many.test(textAt(tokens, i - 2)) && (before !== 'to' || textAt(tokens, i - 2) === 'up')
  return governed ? period(tokens, i, 1, unit, unit.next) : undefined
}

const isPlural = (unit: TimeUnit) => unit.word.endsWith('s') || unit.word.length === 1

// "for a day rate", "in a quarter page": the unit only describes what follows.
function isAttribute(next: string): boolean {
  return /^(?:rate|page|note|book|end|or|by|-)$/.test(next)
}

function readWithinThe(tokens: readonly Token[], i: number): Reading | undefined {
  const unit = readTimeUnit(tokens, i + 1)
  if (unit === undefined || unit.next !== i + 2 || !/^(?:hour|day|week|fortnight|month)$/.test(unit.word)) return undefined
  return /^(?:of|in|when|preceding|before)$/.test(textAt(tokens, unit.next)) ? undefined : period(tokens, i, 1, unit, unit.next)
}

// The day after is taken for one day, as a reader counts.
function readNextDay(tokens: readonly Token[], i: number): Reading | undefined {
  const unit = readTimeUnit(tokens, i + 1)
  if (unit === undefined || !/^(?:day|weekday)$/.test(unit.word)) return undefined
  const before = surroundings(tokens, i, i).before
  if (!/ (?:by|than|within|on|before|until|in|latest|end of|close of)(?: (?:the|end|close|of|business|on|later|very)){0,5}$/.test(before))
    return undefined
  const reading = period(tokens, i, 1, unit, unit.next)
  return reading.quantity.bound === 'exactly' ? { ...reading, quantity: { ...reading.quantity, bound: 'at-most' } } : reading
}

const calendar =
  /^of (?:(?:each|every|the|a|any|that|such|and|following|next|calendar|current|relevant|said|same) ){0,3}(?:months?|quarters?|years?|weeks?|half|january|february|march|april|may|june|july|august|september|october|november|december|term)\b/

/** Reads "by the tenth day", "no later than the third business day" at token i; days of a month are dates. */
export function readOrdinalDay(tokens: readonly Token[], i: number): Reading | undefined {
  const ordinal = readOrdinal(tokens, i)
  const unit = ordinal === undefined ? undefined : readTimeUnit(tokens, ordinal.next)
  if (ordinal === undefined || unit === undefined || isPlural(unit) || (unit.months ?? 1) > 1) return undefined
  const { before, after } = surroundings(tokens, i, unit.next)
  if (calendar.test(after) || (ordinal.value < 2 && / on the$/.test(before))) return undefined
  if (!/ (?:by|before|than|within|until|on|upon|after|latest|prior to|at)(?: (?:the|end|close|of|,|on|about|or|before)){0,4}$/.test(before))
    return undefined
  const reading = period(tokens, i, ordinal.value, unit, unit.next)
  return reading.quantity.bound === 'exactly' ? { ...reading, quantity: { ...reading.quantity, bound: 'at-most' } } : reading
}

function period(tokens: readonly Token[], first: number, amount: number, unit: TimeUnit, next: number): Reading {
  const start = tokens[first]?.start ?? 0
  const span = { start, end: tokens[next - 1]?.end ?? start }
  const bound = timeBound(surroundings(tokens, first, next))
  const quantity = { span, unit: 'hour' as const, amount: hoursIn(amount, unit), bound, ...(unit.business ? { business: true } : {}) }
  return { quantity, next }
}
