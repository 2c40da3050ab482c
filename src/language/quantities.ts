// Finds the figures of a sentence: lengths of time, percentages, counts with what they are counted by,
// and blanks. Intervals of recurring duties are found by frequencies.ts; deadlines that a defined term
// hides ("Notice Period") are left to whoever knows the terms.
import type { Bound, Quantity } from '../domain/quantity.ts'
import { type Figure, type Measure, readFigure, readMeasure } from './amounts.ts'
import { amountBound, isDeletion, type Surroundings, surroundings, timeBound } from './bounds.ts'
import { readCount } from './counts.ts'
import { isGlued, textAt } from './numerals.ts'
import { asProtection, isScore } from './percentages.ts'
import { readNamedDay, readOrdinalDay } from './periods.ts'
import { readRange } from './ranges.ts'
import { type Token, tokenise } from './tokens.ts'
import { readTimeUnit } from './units.ts'

/** A quantity with the index of the first token after it. */
export interface Reading {
  readonly quantity: Quantity
  readonly next: number
}

/** Finds the quantities that the tokens of one sentence state, in order. Linear in the number of tokens. */
export function findQuantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let i = 0; i < tokens.length; ) {
    const reading = readQuantity(tokens, i)
    if (reading?.quantity !== undefined) found.push(reading.quantity)
    i = Math.max(i + 1, reading?.next ?? 0)
  }
  return found
}

/** Reads a parameter such as "24 hours", "90 days" or "85%"; undefined where the text is more or less than one quantity. */
export function parseQuantity(text: string): Quantity | undefined {
  if (text.length > 100) return undefined
  const tokens = tokenise(text)
  const [quantity, another] = findQuantities(tokens)
  if (quantity?.amount === undefined || another !== undefined || quantity.contradicts !== undefined) return undefined
  const last = tokens[tokens.length - 1]
  return tokens[0]?.start === quantity.span.start && last?.end === quantity.span.end ? quantity : undefined
}

// A reading without quantity says how far to skip: a section number, a price, a number without unit.
function readQuantity(tokens: readonly Token[], i: number): { quantity?: Quantity; next: number } | undefined {
  const named = readNamedDay(tokens, i) ?? readOrdinalDay(tokens, i)
  if (named !== undefined) return named
  const figure = readFigure(tokens, i)
  if (figure === undefined) return undefined
  if (isReference(tokens, i) || isMoney(tokens, i, figure.next)) return { next: figure.next }
  return (
    readRange(tokens, i) ?? readMeasured(tokens, i) ?? readCount(tokens, i, figure) ?? readBare(tokens, i, figure) ?? { next: figure.next }
  )
}

const reference =
  /^(?:sections?|clauses?|articles?|annex|annexes|exhibits?|schedules?|appendix|appendices|paragraphs?|paras?|parts?|chapters?|items?|steps?|version|v|tier|levels?|severity|priority|type|class|pages?|tables?|figures?|footnote|module|attachments?|addendum|recital|rule|regulation|directive|iso|iec|nist|sp|tls|ssl|aes|sha|rsa|fips|soc|rfc|en|§|§§|art|cl|no\.|suite|room|box|p\.)$/

function isReference(tokens: readonly Token[], i: number): boolean {
  const before = textAt(tokens, i - 1)
  const dotted = before === '.' ? `${textAt(tokens, i - 2)}` : before
  if (reference.test(before) || (before === '.' && /^(?:no|art|cl|sec|para|p|v|nos)$/.test(dotted) && tokens[i]?.kind === 'number'))
    return true
  return before === '-' && isGlued(tokens, i) && isGlued(tokens, i - 1) && /^(?:aes|sha|rsa|tls|iso)$/.test(textAt(tokens, i - 2))
}

const currency = /^(?:[$€£¥₹]|usd|eur|gbp|cad|aud|chf|inr|jpy|sgd|hkd|nzd|rs|dollars?|euros?|pounds?|cents?|rupees|francs|yen)$/

function isMoney(tokens: readonly Token[], first: number, next: number): boolean {
  const before = textAt(tokens, first - 1) === '.' ? textAt(tokens, first - 2) : textAt(tokens, first - 1)
  return currency.test(before) || currency.test(textAt(tokens, next))
}

// "09:00 hours", "1800 hours UTC", "24-hour support", "48 Hours Road": not periods.
function isOther(tokens: readonly Token[], first: number, measure: Measure): boolean {
  const after = textAt(tokens, measure.next)
  const clock = (textAt(tokens, first - 1) === ':' && isGlued(tokens, first)) || /^(?:gmt|utc|cet|cest|est|edt|pst|bst|ist)$/.test(after)
  const sign = /^(?:support|hotline|telephone|helpline|helpdesk|coverage|basis|operation|street|road|avenue|lane|drive)$/.test(after)
  return clock || sign
}

const recurring =
  / (?:every|each|per|(?:in|during|over|within) (?:any|each|every)(?: (?:given|rolling|one|single))?|intervals?(?: (?:of|not|no|than|more|less|longer|greater|exceeding|shorter|at|most|up|to|a|maximum)){1,6})$/

// "every 90 days" is an interval, unless something is deleted by it.
function isInterval(around: Surroundings): boolean {
  return (
    (recurring.test(around.before) && !isDeletion(around)) ||
    /^(?:- )?(?:intervals?|apart|cycle)/.test(around.after) ||
    / intervals?(?: \S+){1,6}$/.test(around.before)
  )
}

function readMeasured(tokens: readonly Token[], i: number): { quantity?: Quantity; next: number } | undefined {
  const measure = readMeasure(tokens, i)
  if (measure === undefined) return undefined
  const bracket = openBracket(tokens, i, measure.next)
  const around = surroundings(tokens, i, measure.next)
  if (measure.unit === 'hour' && (isOther(tokens, i, measure) || isInterval(around))) return { next: measure.next }
  const per = measure.unit === 'hour' ? rateOf(tokens, measure.next) : undefined
  if (per !== undefined && per.hours === measure.amount) return { next: per.next }
  if (per !== undefined && /^(?:24|8760)$/.test(`${per.hours}`) && (measure.amount ?? 0) >= per.hours) return { next: per.next }
  const blank = measure.amount === undefined || bracket
  return { quantity: quantityOf(tokens, i, measure, around, blank, per?.hours), next: measure.next }
}

// "24 hours a day": availability; "20 minutes per month": an allowance.
function rateOf(tokens: readonly Token[], i: number): { hours: number; next: number } | undefined {
  if (!/^(?:a|an|per|each|every|\/)$/.test(textAt(tokens, i))) return undefined
  const unit = readTimeUnit(tokens, i + 1)
  return unit === undefined || unit.next > i + 4
    ? undefined
    : { hours: unit.hours ?? (unit.months ?? 0) * (unit.months === 12 ? 730 : 720), next: unit.next }
}

// "[within 48 hours]": words that are still to be agreed.
function openBracket(tokens: readonly Token[], first: number, next: number): boolean {
  if (textAt(tokens, next) !== ']') return false
  for (let at = first - 1; at >= Math.max(0, first - 5); at--) if (textAt(tokens, at) === '[') return true
  return false
}

/** Makes the quantity of a measure, with the bound that the words around it give. */
export function quantityOf(
  tokens: readonly Token[],
  first: number,
  measure: Measure,
  around: Surroundings,
  blank: boolean,
  per?: number,
): Quantity {
  const span = spanOf(tokens, first, measure.next)
  const bound = boundOf(measure, around)
  const base = { span, unit: measure.unit, ...(measure.business ? { business: true } : {}), ...(per === undefined ? {} : { per }) }
  if (blank || measure.amount === undefined) return { ...base, bound, blank: true }
  const value = measure.unit === 'percent' ? asProtection({ amount: measure.amount, bound }, around) : { amount: measure.amount, bound }
  return { ...base, ...value, ...(measure.contradicts === undefined ? {} : { contradicts: turned(measure, value.amount) }) }
}

// Where a percentage was turned into its complement, what the words say is turned with it.
function turned(measure: Measure, amount: number): number {
  const contradicts = measure.contradicts ?? 0
  return amount === measure.amount ? contradicts : 100 - contradicts
}

function boundOf(measure: Measure, around: Surroundings): Bound {
  if (measure.orMore) return 'at-least'
  return measure.unit === 'hour' ? timeBound(around) : amountBound(around)
}

function spanOf(tokens: readonly Token[], first: number, next: number): { start: number; end: number } {
  const start = tokens[first]?.start ?? 0
  return { start, end: tokens[next - 1]?.end ?? start }
}

// Without a unit only scores ("accuracy of 0.95") and blanks ("within [●] of discovery") count.
function readBare(tokens: readonly Token[], i: number, figure: Figure): Reading | undefined {
  const around = surroundings(tokens, i, figure.next)
  const span = spanOf(tokens, i, figure.next)
  if (figure.value === undefined) return readBareBlank(around, span, figure.next)
  const percent = scoreOf(figure, textAt(tokens, i), around)
  if (percent === undefined) return undefined
  const value = asProtection({ amount: percent, bound: amountBound(around) }, around)
  return { quantity: { span, unit: 'percent', ...value }, next: figure.next }
}

const outOfHundred =
  / (?:score|accuracy|robustness)(?: (?:rate|value|of|is|at|:|not|no|less|lower|than|below|above|least|exceeding|minimum|a|be|shall|must|remain|stay|or)){1,7}$/
const closed = /^(?:$|(?:on|in|for|when|as|against|under|across|over|or|and|points?|,|\)|\|) )/

// "accuracy of 0.95" is a ratio, "a score of at least 85 on the suite" is out of a hundred.
function scoreOf(figure: Figure, text: string, around: Surroundings): number | undefined {
  const share = figure.decimal ?? figure.value ?? 0
  if (share > 0 && share <= 1 && /^0?[.,]|^1[.,]0/.test(text)) return isScore(around) ? Math.round(share * 1e11) / 1e9 : undefined
  return share > 1 && share <= 100 && outOfHundred.test(around.before) && closed.test(around.after) ? share : undefined
}

function readBareBlank(around: Surroundings, span: Quantity['span'], next: number): Reading | undefined {
  if (/^times? /.test(around.after)) return undefined
  const bound = amountBound(around)
  const introduced = bound !== 'exactly' || / (?:of|is|at|:|to be)$/.test(around.before)
  if (introduced && isScore(around)) return { quantity: { span, unit: 'percent', bound, blank: true }, next }
  const time = timeBound(around)
  if ((time === 'exactly' && !/ (?:period of|for)$/.test(around.before)) || /\b(?:annex|section|exhibit|schedule)$/.test(around.before))
    return undefined
  return { quantity: { span, unit: 'hour', bound: time, blank: true }, next }
}

export { compareQuantity, describeQuantity } from './comparison.ts'
export { findFrequencies } from './frequencies.ts'
