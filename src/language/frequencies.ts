// How often something recurs: "annually", "every six months", "twice a year", "at intervals of no more
// than 90 days". Each is the length of the interval in hours: at most that, or at least where the
// words cap how often ("no more than once a year"). Lengths of time that do not recur are quantities.
import type { Quantity } from '../domain/quantity.ts'
import { readFigure } from './amounts.ts'
import { readNumeral, readOrdinal, textAt } from './numerals.ts'
import type { Token } from './tokens.ts'
import { hoursIn, readShareUnit, readTimeUnit, type TimeUnit } from './units.ts'

interface Interval {
  readonly hours?: number
  /** What the words say where the figures say something else. */
  readonly contradicts?: number
  readonly next: number
}

const adverbs = new Map<string, number>()
const define = (hours: number, words: string) => {
  for (const word of words.split(' ')) adverbs.set(word, hours)
}
define(1, 'hourly')
define(24, 'daily nightly')
define(168, 'weekly')
define(336, 'fortnightly biweekly')
define(720, 'monthly')
define(1440, 'bimonthly')
define(2160, 'quarterly')
define(4320, 'semiannual semiannually biannual biannually halfyearly')
define(8760, 'annual annually yearly')
define(17520, 'biennial biennially')
define(26280, 'triennial triennially')
const stems = new Map([
  ['monthly', 1],
  ['quarterly', 3],
  ['yearly', 12],
  ['annual', 12],
  ['annually', 12],
])
const money =
  /^(?:fees?|charges?|invoic\w*|subscriptions?|prices?|payments?|revenues?|turnover|spend|billing|instal\w*|premiums?|allowances?|quotas?|caps?|limits?|rent|salary|leave|budget|accounts|statements?)$/
const currency = /^(?:[$€£¥₹]|usd|eur|gbp|cad|aud|chf|inr|rs|dollars?|euros?|pounds?|rupees)$/
const usage = /^(?:requests?|tokens?|calls?|quer(?:y|ies)|prompts?|messages?|hits?|questions?|transactions?)$/

/** Finds the intervals at which the tokens of one sentence say that something recurs. */
export function findFrequencies(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let i = 0; i < tokens.length; ) {
    const interval = readInterval(tokens, i)
    const recurs = interval !== undefined && !isUsage(tokens, i) ? frequency(tokens, i, interval) : undefined
    if (recurs !== undefined) found.push(recurs)
    i = Math.max(i + 1, interval?.next ?? 0)
  }
  return found
}

function frequency(tokens: readonly Token[], i: number, interval: Interval): Quantity | undefined {
  const before = wordsBefore(tokens, i)
  const start = tokens[i]?.start ?? 0
  const span = { start, end: tokens[interval.next - 1]?.end ?? start }
  const capped = isCapped(before)
  const base = { span, unit: 'hour' as const, bound: capped ? ('at-least' as const) : ('at-most' as const) }
  if (interval.hours === undefined) return { ...base, blank: true }
  const times = isAdverb(tokens, i) ? 1 : (timesBefore(tokens, i) ?? 1)
  if (Number.isNaN(times)) return { ...base, blank: true }
  if (interval.hours / times < 1 && times > 1) return undefined
  const amount = rounded(interval.hours / times)
  return interval.contradicts === undefined ? { ...base, amount } : { ...base, amount, contradicts: rounded(interval.contradicts / times) }
}

const rounded = (hours: number): number => Math.round(hours * 1e6) / 1e6

const isAdverb = (tokens: readonly Token[], i: number) => adverbs.has(textAt(tokens, i))

function wordsBefore(tokens: readonly Token[], i: number): string {
  return ` ${tokens
    .slice(Math.max(0, i - 9), i)
    .map(token => token.text)
    .join(' ')}`
}

// "no more than once in", "at most twice a", "not more often than"
function isCapped(before: string): boolean {
  const often =
    /(?:\b(?:no|not|never)(?: be)? more (?:often |frequently )?than|\bat most|\bup to|\ba maximum of|\bnot exceeding) (?:\S+ ){0,4}(?:once|one|twice|two|three|four|times?|\d+|in|during)?(?: \S+){0,3}$/
  return often.test(before) && !/intervals?|period/.test(before)
}

function readInterval(tokens: readonly Token[], i: number): Interval | undefined {
  return (
    readAdverb(tokens, i) ??
    readCompound(tokens, i) ??
    readEvery(tokens, i) ??
    readPer(tokens, i) ??
    readSpaced(tokens, i) ??
    readDates(tokens, i)
  )
}

function readAdverb(tokens: readonly Token[], i: number): Interval | undefined {
  const hours = adverbs.get(textAt(tokens, i))
  return hours === undefined || money.test(textAt(tokens, i + 1)) ? undefined : { hours, next: i + 1 }
}

// "semi-annually", "half-yearly", "bi-monthly", "six-monthly", "on each anniversary"
function readCompound(tokens: readonly Token[], i: number): Interval | undefined {
  const prefix = textAt(tokens, i)
  const at = textAt(tokens, i + 1) === '-' ? i + 2 : i + 1
  const months = stems.get(textAt(tokens, at))
  if (/^(?:each|every)$/.test(prefix) && textAt(tokens, i + 1) === 'anniversary') return { hours: 8760, next: i + 2 }
  if (prefix === 'bi' && textAt(tokens, at) === 'weekly') return { hours: 336, next: at + 1 }
  if (months === undefined || at === i) return undefined
  if (/^(?:semi|half)$/.test(prefix) || (prefix === 'bi' && /^annual/.test(textAt(tokens, at))))
    return { hours: hoursOfMonths(months / 2), next: at + 1 }
  if (prefix === 'bi') return { hours: hoursOfMonths(months * 2), next: at + 1 }
  const number = at === i + 2 ? readNumeral(tokens, i) : undefined
  return number?.next === i + 1 ? { hours: hoursOfMonths(months * number.value), next: at + 1 } : undefined
}

const hoursOfMonths = (months: number) => hoursIn(months, { months: 1, business: false, next: 0, word: 'month' })

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/
const seasons = /^(?:spring|summer|autumn|winter)$/

// "by the tenth of January and the tenth of July", "on 1 March, 1 July and 1 November": so many days of every year.
function readDates(tokens: readonly Token[], i: number): Interval | undefined {
  let count = 0
  let next = i
  let at = i
  for (let date = readDate(tokens, i); date !== undefined; date = at > next ? readDate(tokens, at) : undefined) {
    count++
    next = date
    at = date
    while (/^(?:,|and|the|on|by)$/.test(textAt(tokens, at))) at++
  }
  return count < 2 ? undefined : { hours: rounded(8760 / count), next }
}

/** The end of a day of a month without a year. */
function readDate(tokens: readonly Token[], i: number): number | undefined {
  const at = textAt(tokens, i) === 'the' ? i + 1 : i
  const day = readOrdinal(tokens, at) ?? readNumeral(tokens, at)
  const month = day === undefined ? at : textAt(tokens, day.next) === 'of' ? day.next + 1 : day.next
  if (day === undefined || day.value < 1 || day.value > 31 || !months.test(textAt(tokens, month))) return undefined
  return /^(?:19|20)\d\d$/.test(textAt(tokens, month + 1)) ? undefined : month + 1
}

// "every six months", "every other week", "each and every year", "every second day"
function readEvery(tokens: readonly Token[], i: number): Interval | undefined {
  const opener = textAt(tokens, i)
  const any = opener === 'any' && /^(?:in|within|during|of)$/.test(textAt(tokens, i - 1)) && timesBefore(tokens, i) !== undefined
  if (opener !== 'every' && opener !== 'each' && !any) return undefined
  const at = skipCalendar(tokens, textAt(tokens, i + 1) === 'and' && textAt(tokens, i + 2) === 'every' ? i + 3 : i + 1)
  const named = textAt(tokens, at)
  if (seasons.test(named) || (months.test(named) && named !== 'may' && named !== 'march')) return { hours: 8760, next: at + 1 }
  // A couple are two.
  const couple = named === 'couple' ? at + 1 : textAt(tokens, at + 1) === 'couple' && named === 'a' ? at + 2 : undefined
  if (couple !== undefined) return sized(readTimeUnit(tokens, textAt(tokens, couple) === 'of' ? couple + 1 : couple), 2)
  if (named === 'other') return sized(readTimeUnit(tokens, at + 1), 2)
  const ordinal = readOrdinal(tokens, at)
  const nth = ordinal === undefined ? undefined : sized(readTimeUnit(tokens, ordinal.next), ordinal.value)
  return nth ?? readLength(tokens, at) ?? sized(readTimeUnit(tokens, at), 1)
}

const calendars =
  /^(?:successive|consecutive|rolling|hijri|hijra|gregorian|islamic|lunar|academic|service|operational|operating|whole|full)$/

// "each successive period of ten months", "every Hijri year": the words between say which, and not how long.
function skipCalendar(tokens: readonly Token[], i: number): number {
  let at = i
  while (calendars.test(textAt(tokens, at)) && at < i + 2) at++
  return textAt(tokens, at) === 'period' && textAt(tokens, at + 1) === 'of' ? at + 2 : at
}

// A number of units, or a blank.
function readLength(tokens: readonly Token[], i: number): Interval | undefined {
  const figure = readFigure(tokens, i)
  if (figure === undefined) return undefined
  const unit = readTimeUnit(tokens, figure.inside ?? figure.next)
  if (unit === undefined) return undefined
  if (figure.value === undefined) return { next: Math.max(unit.next, figure.next) }
  const length = { hours: hoursIn(figure.value, unit), next: unit.next }
  return figure.contradicts === undefined ? length : { ...length, contradicts: hoursIn(figure.contradicts, unit) }
}

function sized(unit: TimeUnit | undefined, amount: number): Interval | undefined {
  return unit === undefined ? undefined : { hours: hoursIn(amount, unit), next: unit.next }
}

// "once per year", "twice a year", "once in three years", "one audit in a calendar year": "a" only behind a count.
function readPer(tokens: readonly Token[], i: number): Interval | undefined {
  const opener = textAt(tokens, i)
  const counted =
    /^(?:an?|the|one)$/.test(opener) &&
    timesBefore(tokens, i) !== undefined &&
    !/^(?:for|after|within|than|least)$/.test(textAt(tokens, i - 1))
  const within = /^(?:in|within|during)$/.test(opener) && /^(?:once|twice|thrice|times)$/.test(textAt(tokens, i - 1))
  if (within) return readLength(tokens, i + 1)
  const per = opener === 'per' && !money.test(textAt(tokens, i - 1))
  if (!per && !counted) return undefined
  return (per ? readLength(tokens, i + 1) : undefined) ?? sized(readTimeUnit(tokens, i + 1), 1) ?? readLength(tokens, i + 1)
}

// "at intervals of no more than 90 days", "at six-month intervals", "no more than twelve months apart", "12-month cycle"
function readSpaced(tokens: readonly Token[], i: number): Interval | undefined {
  const length = readLength(tokens, i)
  if (length === undefined) return undefined
  const apart =
    /^(?:intervals?|apart|cycles?)$/.test(textAt(tokens, length.next)) || /^(?:intervals?|cycles?)$/.test(textAt(tokens, length.next + 1))
  const words = wordsBefore(tokens, i)
  const spaced =
    / (?:intervals?|frequency|cycle|with a period|any period)(?: (?:of|not|no|never|than|more|less|longer|greater|exceeding|at|most|up|to|a|maximum|is|be|every|:)){1,7}$/.test(
      words,
    )
  return apart || spaced ? length : undefined
}

// How many times, in the few words before "a year": "once", "two (2) tests", "three times in".
function timesBefore(tokens: readonly Token[], i: number): number | undefined {
  for (let at = i - 1; at >= Math.max(0, i - 7); at--) {
    const text = textAt(tokens, at)
    if (text === 'once') return 1
    if (text === 'twice') return 2
    if (text === 'thrice') return 3
    if (readTimeUnit(tokens, at) !== undefined || /^[.;,]$/.test(text) || /^(?:for|within)$/.test(text)) return undefined
    if (text === 'times' && /^[_\]\u25CF\u2026]$/.test(textAt(tokens, at - 1))) return Number.NaN
    const number = readNumeral(tokens, at)
    if (number !== undefined && readShareUnit(tokens, number.next) !== undefined) return undefined
    if (number !== undefined && months.test(textAt(tokens, number.next))) return undefined
    if (number !== undefined && Number.isInteger(number.value) && number.value > 0 && readTimeUnit(tokens, number.next) === undefined)
      return number.value
  }
  return undefined
}

// "100 requests per day" is a quota and "EUR 500 per month" a price, not a recurrence.
function isUsage(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(Math.max(0, i - 5), i).some(token => usage.test(token.text) || currency.test(token.text))
}
