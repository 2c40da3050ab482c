// Holds a figure found against a limit asked for, and says a figure the way a person would. Reading
// figures is left to quantities.ts.
import type { Quantity, Unit } from '../domain/quantity.ts'

/** A limit that a rule asks for: hours, per cent or a count. */
export interface Limit {
  readonly amount: number
  readonly unit: Unit
  readonly bound: 'at-most' | 'at-least'
}

export type Comparison = 'meets' | 'falls-short' | 'blank' | 'inconsistent' | 'incomparable'

/**
 * Whether the figure is at least as protective as the limit. `inconsistent`: words and figures disagree
 * and the choice between them decides. A range is judged by its weaker end.
 */
export function compareQuantity(found: Quantity, wanted: Limit): Comparison {
  if (found.unit !== wanted.unit || (found.unit === 'hour' && found.per !== undefined)) return 'incomparable'
  if (found.blank === true || found.amount === undefined) return 'blank'
  const meets = isWithin(found, found.amount, wanted)
  if (found.contradicts !== undefined && isWithin(found, found.contradicts, wanted) !== meets) return 'inconsistent'
  return meets ? 'meets' : 'falls-short'
}

function isWithin(found: Quantity, amount: number, wanted: Limit): boolean {
  const slack = 1e-6 * Math.max(1, wanted.amount)
  if (wanted.bound === 'at-most') return found.bound !== 'at-least' && longest(found, amount) <= wanted.amount + slack
  return found.bound !== 'at-most' && Math.min(amount, found.low ?? amount) >= wanted.amount - slack
}

// Business days run through weekends: each started five take two more, and one more for a public holiday.
function longest(found: Quantity, amount: number): number {
  if (found.business !== true || found.unit !== 'hour') return amount
  const days = Math.ceil(Math.max(1, amount / 24))
  return amount + 24 * (2 * Math.ceil(days / 5) + 1)
}

/** The figure as a person would say it: "48 hours", "2 business days", "12 months", "85 %", "at a blank". */
export function describeQuantity(quantity: Quantity): string {
  if (quantity.blank === true || quantity.amount === undefined) return 'a blank'
  const high = describeAmount(quantity, quantity.amount)
  const range = quantity.low === undefined ? high : `${describeAmount(quantity, quantity.low)} to ${high}`
  return quantity.per === undefined ? range : `${range} per ${describePeriod(quantity.per)}`
}

function describeAmount(quantity: Quantity, amount: number): string {
  if (quantity.unit === 'percent') return `${plain(amount)} %`
  if (quantity.unit === 'count') return [grouped(amount), quantity.noun].filter(Boolean).join(' ')
  return describeHours(amount, quantity.business === true ? 'business ' : '')
}

// 48 hours stay hours; from three days on days, unless they are whole months of a year or whole years.
function describeHours(hours: number, kind: string): string {
  const [size, name] = scaleOf(hours, kind !== '')
  const amount = name === 'month' ? Math.floor(hours / 8760) * 12 + Math.round((hours % 8760) / 720) : hours / size
  return `${plain(amount)} ${kind}${name}${plain(amount) === '1' ? '' : 's'}`
}

function scaleOf(hours: number, business: boolean): readonly [number, string] {
  if (hours > 0 && hours < 1 / 60) return [1 / 3600, 'second']
  if (hours > 0 && hours < 1) return [1 / 60, 'minute']
  if (business && hours % 24 === 0) return [24, 'day']
  if (hours > 2160 && hours % 12 === 0 && hours % 24 !== 0) return [24, 'day']
  if (hours <= 72 || hours % 24 !== 0) return [1, 'hour']
  if (hours > 8760 && hours % 8760 === 0) return [8760, 'year']
  const months = (hours % 8760) % 720 === 0
  return months && hours >= 8760 ? [720, 'month'] : [24, 'day']
}

function describePeriod(hours: number): string {
  const names = new Map([
    [1 / 3600, 'second'],
    [1 / 60, 'minute'],
    [1, 'hour'],
    [24, 'day'],
    [168, 'week'],
    [720, 'month'],
    [2160, 'quarter'],
    [8760, 'year'],
  ])
  const [, name] = [...names].find(([size]) => Math.abs(size - hours) < size * 1e-6) ?? [0, undefined]
  return name ?? describeHours(hours, '')
}

function plain(amount: number): string {
  return String(Math.round(amount * 1000) / 1000)
}

function grouped(amount: number): string {
  return plain(amount).replace(/\B(?=(\d{3})+$)/g, ',')
}
