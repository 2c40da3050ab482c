// One figure as contracts write it: words with figures in brackets ("forty-eight (48)"), a blank, or
// a number with its unit before or after the brackets, compound periods ("two years and six months").
// Bounds, ranges and what the figure measures are left to quantities.ts.
import { andPart, isGlued, type Numeral, readNumeral, textAt } from './numerals.ts'
import { readPlaceholder } from './placeholders.ts'
import type { Token } from './tokens.ts'
import { hoursIn, readShareUnit, readTimeUnit, type TimeUnit } from './units.ts'

/** A figure without its unit. Absent `value`: a blank. `decimal` as in numerals.ts. */
export interface Figure {
  readonly value?: number
  readonly decimal?: number
  /** What the words say where the figures say something else. */
  readonly contradicts?: number
  readonly next: number
  /** Where the unit stands inside a placeholder's brackets. */
  readonly inside?: number
  /** "90+ days" */
  readonly orMore?: boolean
}

/** A figure with its unit, hours or per cent; `amount` is absent for a blank. */
export interface Measure {
  readonly unit: 'hour' | 'percent'
  readonly amount?: number
  readonly contradicts?: number
  readonly business: boolean
  readonly next: number
  readonly orMore: boolean
  readonly time?: TimeUnit
}

/** Reads a number with its restatement, or a blank, at token i. */
export function readFigure(tokens: readonly Token[], i: number): Figure | undefined {
  const blank = readPlaceholder(tokens, i)
  if (blank !== undefined) return withBlankRestated(tokens, blank)
  const number = readNumeral(tokens, i)
  if (number === undefined) return undefined
  const again = restatement(tokens, number.next)
  const next = again?.next ?? number.next
  if (again !== undefined && again.number === undefined) return { next }
  const orMore = textAt(tokens, next) === '+'
  const agreed = again?.number === undefined ? figureOf(number) : settle(number, again.number)
  return { ...agreed, next: orMore ? next + 1 : next, orMore }
}

function figureOf(number: Numeral): Omit<Figure, 'next'> {
  return { value: number.value, decimal: number.decimal }
}

// Figures stand, and what the words say is kept beside them.
function settle(first: Numeral, second: Numeral): Omit<Figure, 'next'> {
  const [words, figures] = first.words ? [first, second] : [second, first]
  const same = Math.abs(words.value - figures.value) < 1e-9 || Math.abs(words.value - figures.decimal) < 1e-9
  return same ? { value: words.value, decimal: words.decimal } : { ...figureOf(figures), contradicts: words.value }
}

function withBlankRestated(tokens: readonly Token[], blank: { next: number; inside?: number }): Figure {
  const again = restatement(tokens, blank.next)
  return again === undefined ? blank : { ...blank, next: again.next }
}

// "(48)", "[48]", "(____)" behind a number; "number" is absent for a blank.
function restatement(tokens: readonly Token[], i: number): { number?: Numeral; next: number } | undefined {
  const at = textAt(tokens, i) === '-' && textAt(tokens, i + 1) === '(' ? i + 1 : i
  const open = textAt(tokens, at)
  if (open !== '(' && open !== '[') return undefined
  const end = open === '(' ? ')' : ']'
  const number = readNumeral(tokens, at + 1)
  if (number !== undefined && textAt(tokens, number.next) === end) return { number, next: number.next + 1 }
  const blank = readPlaceholder(tokens, at) ?? (open === '(' ? readPlaceholder(tokens, at + 1) : undefined)
  if (blank === undefined || blank.inside !== undefined) return undefined
  return textAt(tokens, blank.next - 1) === end
    ? { next: blank.next }
    : textAt(tokens, blank.next) === end
      ? { next: blank.next + 1 }
      : undefined
}

/** Reads a figure with a unit at token i: "forty-eight (48) hours", "[X]%", "two years and six months". */
export function readMeasure(tokens: readonly Token[], i: number): Measure | undefined {
  const figure = readFigure(tokens, i)
  if (figure === undefined) return undefined
  if (figure.inside !== undefined) return blankInside(tokens, figure, figure.inside)
  const share = readShareUnit(tokens, figure.next)
  const measure = share === undefined ? timed(tokens, figure) : shared(figure, share.percent, share.next)
  return measure === undefined ? undefined : repeated(tokens, measure)
}

function blankInside(tokens: readonly Token[], figure: Figure, inside: number): Measure {
  const time = readTimeUnit(tokens, inside)
  const base = { business: time?.business ?? false, next: figure.next, orMore: false }
  return time === undefined ? { ...base, unit: 'percent' } : { ...base, unit: 'hour', time }
}

function shared(figure: Figure, percent: number, next: number): Measure {
  const scale = (value: number) => Math.round(value * percent * 1e9) / 1e9
  return {
    unit: 'percent',
    ...(figure.decimal === undefined ? {} : { amount: scale(figure.decimal) }),
    ...(figure.contradicts === undefined ? {} : { contradicts: scale(figure.contradicts) }),
    business: false,
    next,
    orMore: figure.orMore ?? false,
  }
}

function timed(tokens: readonly Token[], figure: Figure): Measure | undefined {
  const time = readTimeUnit(tokens, figure.next)
  if (time === undefined || !isPeriod(tokens, figure, time)) return undefined
  const half = andPart(tokens, time.next)
  const amount = figure.value === undefined ? undefined : hoursIn(figure.value + (half?.value ?? 0), time)
  const measure: Measure = {
    unit: 'hour',
    ...(amount === undefined ? {} : { amount }),
    ...(figure.contradicts === undefined ? {} : { contradicts: hoursIn(figure.contradicts, time) }),
    business: time.business,
    next: half?.next ?? time.next,
    orMore: figure.orMore ?? textAt(tokens, time.next) === '+',
    time,
  }
  return amount === undefined ? measure : compound(tokens, measure, time)
}

// "2025 year", "1990s" and other years are no periods.
function isPeriod(tokens: readonly Token[], figure: Figure, time: TimeUnit): boolean {
  const bare = tokens[figure.next - 1]?.text ?? ''
  const year = /^(19|20|21)\d\d$/.test(bare)
  return !(year && (time.months === 12 || (time.word === 's' && isGlued(tokens, figure.next))))
}

const sizeOf = (time: TimeUnit) => time.hours ?? (time.months ?? 0) * 720

// "one year and six months", "1 day 12 hours": only a smaller unit adds up.
function compound(tokens: readonly Token[], measure: Measure, larger: TimeUnit): Measure {
  const at = textAt(tokens, measure.next) === 'and' ? measure.next + 1 : measure.next
  const figure = readFigure(tokens, at)
  const time = figure === undefined ? undefined : readTimeUnit(tokens, figure.next)
  if (figure?.value === undefined || figure.contradicts !== undefined || time === undefined || sizeOf(time) >= sizeOf(larger))
    return measure
  const rest = hoursIn(figure.value, time)
  if (rest >= sizeOf(larger) || sizeOf(larger) / sizeOf(time) > 60) return measure
  const months = larger.months !== undefined && time.months !== undefined
  const whole = months ? hoursIn(figure.value * (time.months ?? 0), { ...time, months: 1 }) : rest
  return { ...measure, amount: (measure.amount ?? 0) + whole, next: time.next }
}

// "forty-eight hours (48 hours)", "ninety per cent (90%)", "thirty days (90)": the same figure again.
function repeated(tokens: readonly Token[], measure: Measure): Measure {
  const open = textAt(tokens, measure.next)
  if ((open !== '(' && open !== '[') || measure.contradicts !== undefined || measure.amount === undefined) return measure
  const number = readNumeral(tokens, measure.next + 1)
  if (number === undefined) return measure
  const end = open === '(' ? ')' : ']'
  const share = readShareUnit(tokens, number.next)
  const bare = textAt(tokens, number.next) === end
  const time = bare ? measure.time : readTimeUnit(tokens, number.next)
  const next = (bare ? number.next : (share?.next ?? time?.next ?? -1)) + 1
  if (textAt(tokens, next - 1) !== end) return measure
  if (measure.unit === 'percent')
    return bare || share !== undefined ? agree(measure, number, number.decimal * (share?.percent ?? 1), next) : measure
  if (time === undefined || time.business !== measure.business) return measure
  return agree(measure, number, hoursIn(number.value, time), next)
}

function agree(measure: Measure, second: Numeral, amount: number, next: number): Measure {
  const before = measure.amount ?? amount
  if (Math.abs(before - amount) < 1e-6 * Math.max(1, amount) || isSameMonths(before, amount)) return { ...measure, next }
  return second.words ? { ...measure, contradicts: amount, next } : { ...measure, amount, contradicts: before, next }
}

// A year of twelve months of 30 days, or of 365 days: no contradiction.
function isSameMonths(one: number, other: number): boolean {
  return Math.min(one, other) >= 4320 && Math.abs(one - other) / Math.max(one, other) < 0.02
}
