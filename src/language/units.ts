// Units of time and of proportion behind a number, with the words that may stand between ("consecutive
// calendar days") and those that make days longer ("business", "working"). Amounts themselves come from
// numerals.ts.
import { isGlued, textAt } from './numerals.ts'
import type { Token } from './tokens.ts'

/** A unit that was read: hours it has, or months (months and years do not have a fixed number of days). */
export interface TimeUnit {
  readonly hours?: number
  readonly months?: number
  readonly business: boolean
  readonly next: number
  /** Written by one letter or a short form glued to the number, or in full. */
  readonly word: string
}

const hoursOf = new Map<string, number>()
const monthsOf = new Map<string, number>()
const define = (map: Map<string, number>, value: number, words: string) => {
  for (const word of words.split(' ')) map.set(word, value)
}
define(hoursOf, 1 / 3.6e6, 'ms msec msecs millisecond milliseconds')
define(hoursOf, 1 / 3600, 's sec secs second seconds')
define(hoursOf, 1 / 60, 'min mins minute minutes')
define(hoursOf, 1, 'h hr hrs hour hours')
define(hoursOf, 24, 'd day days weekday weekdays')
define(hoursOf, 168, 'w wk wks week weeks')
define(hoursOf, 336, 'fortnight fortnights')
define(monthsOf, 1, 'mo mos mth mths month months')
define(monthsOf, 3, 'quarter quarters trimester trimesters')
define(monthsOf, 6, 'semester semesters')
define(monthsOf, 12, 'y yr yrs year years annum twelvemonth')
define(monthsOf, 120, 'decade decades')

const business = new Set([
  'business',
  'working',
  'banking',
  'trading',
  'work',
  'bank',
  'office',
  'weekday',
  'weekdays',
  'bankers',
  'service',
  'support',
])
const fillers = new Set(
  '- calendar consecutive consecutively full complete continuous successive clock elapsed clear running rolling whole entire actual additional further natural solar straight uninterrupted contract contractual financial fiscal accounting operating local normal regular standard such more other'.split(
    ' ',
  ),
)
const mostFillers = 4

/** Hours of an amount of months: whole years have 365 days, months left over 30 days each. */
export function monthHours(months: number): number {
  const years = Math.floor(months / 12 + 1e-9)
  return years * 8760 + (months - years * 12) * 720
}

/** Hours of so many of a unit. */
export function hoursIn(amount: number, unit: TimeUnit): number {
  const hours = unit.months === undefined ? amount * (unit.hours ?? 0) : monthHours(amount * unit.months)
  return Math.round(hours * 1e9) / 1e9
}

/** Reads the unit of time at token i, past words such as "consecutive" and "business". */
export function readTimeUnit(tokens: readonly Token[], i: number): TimeUnit | undefined {
  let at = i
  let longer = false
  for (let steps = 0; steps < mostFillers && at < tokens.length; steps++) {
    const text = textAt(tokens, at)
    if (business.has(text) && isQualifier(tokens, at)) longer = true
    else if (!fillers.has(text)) break
    at++
  }
  const half = readHalfYear(tokens, at)
  if (half !== undefined) return half
  const word = textAt(tokens, at).replace(/'s$/, '')
  if (!isUnitWord(tokens, at, word)) return undefined
  const next = textAt(tokens, at + 1) === "'" && isGlued(tokens, at + 1) ? at + 2 : at + 1
  const days = business.has(word) || longer || excludesWeekends(tokens, next)
  return { ...sizeOf(word), business: days, next, word }
}

function sizeOf(word: string): { hours?: number; months?: number } {
  const hours = hoursOf.get(word)
  const months = monthsOf.get(word)
  return hours !== undefined ? { hours } : months !== undefined ? { months } : {}
}

function isQualifier(tokens: readonly Token[], i: number): boolean {
  const next = textAt(tokens, i + 1)
  return !business.has(textAt(tokens, i)) || !hoursOf.has(textAt(tokens, i)) || hoursOf.has(next)
}

// One letter is a unit only where no contract would mean an exhibit or a dimension: "48h", "30 d", never "Exhibit 4 D".
function isUnitWord(tokens: readonly Token[], i: number, word: string): boolean {
  if (!hoursOf.has(word) && !monthsOf.has(word)) return false
  if (isGlued(tokens, i + 1) && /^[\d_&]/.test(textAt(tokens, i + 1))) return false
  if (word.length > 1) return true
  const shouted = tokens[i]?.capital === true && word !== 'h'
  return !shouted && (isGlued(tokens, i) || /^[hd]$/.test(word)) && tokens[i - 1]?.kind === 'number'
}

function readHalfYear(tokens: readonly Token[], i: number): TimeUnit | undefined {
  if (textAt(tokens, i) !== 'half') return undefined
  const at = textAt(tokens, i + 1) === '-' ? i + 2 : i + 1
  return /^years?$/.test(textAt(tokens, at)) ? { months: 6, business: false, next: at + 1, word: 'half-year' } : undefined
}

// "five days (excluding weekends)", "three days, not counting Saturdays and public holidays"
function excludesWeekends(tokens: readonly Token[], i: number): boolean {
  const near = tokens.slice(i, i + 8).map(token => token.text)
  const at = near.findIndex(text => /^(excluding|except|excepting|counting)$/.test(text))
  if (at < 0 || at > 3) return false
  return near.slice(at + 1, at + 5).some(text => /^(weekends?|saturdays?|sundays?|holidays?|non)$/.test(text))
}

/** A share: what one of it is in per cent, and the token after it. */
export interface ShareUnit {
  readonly percent: number
  readonly next: number
}

const shares: readonly (readonly [RegExp, number])[] = [
  [/^(%|percent|pct|percentage points?|pp|p ?\. ?p ?\.)(?= |$)/, 1],
  [/^- (percent|per cent)(?= |$)/, 1],
  [/^per (cent|centum)( \.)?(?= |$)/, 1],
  [/^per - cent(?= |$)/, 1],
  [/^(basis points?|bps?)(?= |$)/, 0.01],
  [/^(‰|per mille|per thousand|per mil)(?= |$)/, 0.1],
  [/^(parts )?(in|out of|of|per) (every |each |a |an |the |one )?(hundred|100)(?= |$)/, 1],
  [/^(parts )?(in|out of|of) (every |each |a |an |the |one )?(thousand|1000|1,000)(?= |$)/, 0.1],
  [/^(parts )?(in|out of|of) (every |each )?(ten|10)(?= |$)/, 10],
  [/^(parts )?(in|out of|of) (every |each )?(twenty|20)(?= |$)/, 5],
  [/^(- )?tenths? (?=of )/, 10],
  [/^(- )?thirds? (?=of )/, 100 / 3],
  [/^(- )?fifths? (?=of )/, 20],
  [/^(- )?fourths? (?=of )/, 25],
]

/** Reads "%", "per cent", "basis points", "in ten", "parts in the hundred" at token i. */
export function readShareUnit(tokens: readonly Token[], i: number): ShareUnit | undefined {
  const phrase = tokens
    .slice(i, i + 6)
    .map(token => token.text)
    .join(' ')
  for (const [pattern, percent] of shares) {
    const match = pattern.exec(phrase)
    if (match === null) continue
    const next = i + match[0].trimEnd().split(' ').length
    return readTimeUnit(tokens, next) === undefined || match[0] === '%' || /cent/.test(match[0]) ? { percent, next } : undefined
  }
  return undefined
}
