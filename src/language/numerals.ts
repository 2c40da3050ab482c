// Numbers as figures ("2,160", "1½", "10k") and as words ("forty-eight", "one and a half", "a dozen"),
// with ordinals. One number and nothing around it: restatements in brackets, blanks and units are
// left to amounts.ts, placeholders.ts and units.ts.
import type { Token } from './tokens.ts'

/** A number that was read, and the index of the first token after it. */
export interface Numeral {
  readonly value: number
  /** The value where a comma or full stop can only be a decimal sign, as in percentages ("99,999 %"). */
  readonly decimal: number
  readonly next: number
  readonly words: boolean
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const small = new Map<string, number>([
  ...ones.map((word, i) => [word, i] as const),
  ...tens.map((word, i) => [word, 20 + 10 * i] as const),
  ['fourty', 40],
])
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['dozen', 12],
  ['lakh', 1e5],
  ['crore', 1e7],
])
const suffixes = new Map([...scales, ['k', 1e3], ['bn', 1e9], ['mm', 1e6], ['mio', 1e6]])
const ordinalWords = new Map([
  ...'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, i) => [word, i] as const),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'
    .split(' ')
    .map((word, i) => [word, 20 + 10 * i] as const),
])
const longestNumber = 16
const longestPhrase = 24

/** The text of a token, or the empty string beyond the ends. */
export function textAt(tokens: readonly Token[], i: number): string {
  return tokens[i]?.text ?? ''
}

/** Whether token i touches the token before it. */
export function isGlued(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token !== undefined && i > 0 && tokens[i - 1]?.end === token.start
}

/** Reads the number, in figures or words, that starts at token i. */
export function readNumeral(tokens: readonly Token[], i: number): Numeral | undefined {
  return tokens[i]?.kind === 'word' ? readWords(tokens, i) : readFigures(tokens, i)
}

/** Value of figures with separators: undefined for dates, section numbers and over-long digit strings. */
export function figureValue(text: string, separatorIsDecimal = false): number | undefined {
  if (text.length > longestNumber) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  if (/^\d+[.,]\d+$/.test(text)) return oneSeparator(text, separatorIsDecimal)
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return undefined
}

// "2,160" and "2.160" are thousands, "1,5", "0,950" and "99.95" decimals.
function oneSeparator(text: string, separatorIsDecimal: boolean): number {
  const thousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) && !separatorIsDecimal
  return Number(thousands ? text.replace(/[.,]/, '') : text.replace(',', '.'))
}

function readFigures(tokens: readonly Token[], i: number): Numeral | undefined {
  const pointed = textAt(tokens, i) === '.' && isGlued(tokens, i + 1) && !isGlued(tokens, i) && /^\d+$/.test(textAt(tokens, i + 1))
  const text = pointed ? `0.${textAt(tokens, i + 1)}` : textAt(tokens, i)
  const fraction = simpleFraction(tokens, i)
  if (fraction !== undefined) return { value: fraction.value, decimal: fraction.value, next: fraction.next, words: false }
  if (!/^\d/.test(text)) return undefined
  const value = figureValue(text)
  if (value === undefined) return undefined
  const number = { value, decimal: figureValue(text, true) ?? value, next: i + (pointed ? 2 : 1), words: false }
  return scaled(tokens, withFraction(tokens, spaced(tokens, number, text)))
}

// "10 000": groups of three after one character of space.
function spaced(tokens: readonly Token[], number: Numeral, text: string): Numeral {
  let { value, next } = number
  if (!/^[1-9]\d{0,2}$/.test(text)) return number
  for (let groups = 0; groups < 3 && /^\d{3}$/.test(textAt(tokens, next)); groups++) {
    if ((tokens[next]?.start ?? 0) - (tokens[next - 1]?.end ?? 0) !== 1) break
    value = value * 1000 + Number(textAt(tokens, next++))
  }
  return { value, decimal: value, next, words: false }
}

function withFraction(tokens: readonly Token[], number: Numeral): Numeral {
  const more = simpleFraction(tokens, number.next) ?? andPart(tokens, number.next)
  if (more === undefined || !Number.isInteger(number.value)) return number
  const value = number.value + more.value
  return { ...number, value, decimal: value, next: more.next }
}

// "½" (folded to 1⁄2) or "1/2"; "24/7" and "48/72" are none.
function simpleFraction(tokens: readonly Token[], i: number): { value: number; next: number } | undefined {
  const folded = /^(\d)\u2044(\d)$/.exec(textAt(tokens, i))
  if (folded !== null) return Number(folded[2]) > 0 ? { value: Number(folded[1]) / Number(folded[2]), next: i + 1 } : undefined
  if (!/^[1-3]$/.test(textAt(tokens, i)) || !/^[\u2044/]$/.test(textAt(tokens, i + 1)) || !/^[2-4]$/.test(textAt(tokens, i + 2)))
    return undefined
  const value = Number(textAt(tokens, i)) / Number(textAt(tokens, i + 2))
  return value < 1 ? { value, next: i + 3 } : undefined
}

function scaled(tokens: readonly Token[], number: Numeral): Numeral {
  let { value, decimal, next } = number
  for (let steps = 0; steps < 2; steps++) {
    const scale = suffixes.get(textAt(tokens, next)) ?? (isCapitalM(tokens, next) ? 1e6 : undefined)
    if (scale === undefined) break
    value *= scale
    decimal *= scale
    next++
  }
  return { ...number, value, decimal, next }
}

function isCapitalM(tokens: readonly Token[], i: number): boolean {
  return textAt(tokens, i) === 'm' && tokens[i]?.capital === true && isGlued(tokens, i)
}

function readWords(tokens: readonly Token[], i: number): Numeral | undefined {
  const half = readHalf(tokens, i)
  if (half !== undefined) return { value: half.value, decimal: half.value, next: half.next, words: true }
  const first = textAt(tokens, i)
  const article = (first === 'a' || first === 'an') && scales.has(textAt(tokens, i + 1))
  if (!article && !small.has(first) && !(scales.has(first) && first !== 'dozen')) return undefined
  const whole = sumWords(tokens, article ? i + 1 : i)
  const part = pointPart(tokens, whole.next) ?? andPart(tokens, whole.next)
  const value = whole.value + (part?.value ?? 0)
  return { value, decimal: value, next: part?.next ?? whole.next, words: true }
}

/** "half", "one-half", "a half" before a unit, with the "a" or "of a" that may follow. */
function readHalf(tokens: readonly Token[], i: number): { value: number; next: number } | undefined {
  const at = /^(a|one)$/.test(textAt(tokens, i)) ? (textAt(tokens, i + 1) === '-' ? i + 2 : i + 1) : i
  const quarters = textAt(tokens, i) === 'three' && /^quarters?$/.test(textAt(tokens, i + 1)) && textAt(tokens, i + 2) === 'of'
  const quarter = textAt(tokens, at) === 'quarter' && textAt(tokens, at + 1) === 'of'
  if (textAt(tokens, at) !== 'half' && !quarters && !quarter) return undefined
  const value = quarters ? 0.75 : quarter ? 0.25 : 0.5
  let next = quarters ? i + 2 : at + 1
  if (textAt(tokens, next) === 'of' && /^an?$/.test(textAt(tokens, next + 1))) next++
  else if (quarters || quarter) return undefined
  return { value, next: /^(an?|-)$/.test(textAt(tokens, next)) ? next + 1 : next }
}

function sumWords(tokens: readonly Token[], start: number): { value: number; next: number } {
  let total = 0
  let current = 0
  let room = Number.POSITIVE_INFINITY // a word may follow only below this: "forty" leaves room for "eight"
  let next = start
  for (let at = start; at < start + longestPhrase; ) {
    const word = textAt(tokens, at)
    const unit = small.get(word)
    const scale = scales.get(word)
    if (unit !== undefined && unit < room) {
      current += unit
      room = unit >= 20 ? 10 : 0
    } else if (scale !== undefined) {
      if (scale === 100 || scale === 12) current = (current || 1) * scale
      else [total, current] = [total + (current || 1) * scale, 0]
      room = scale === 12 ? 0 : scale
    } else break
    next = ++at
    const joined = textAt(tokens, at) === '-' || (textAt(tokens, at) === 'and' && scale !== undefined)
    if (joined && (small.has(textAt(tokens, at + 1)) || scales.has(textAt(tokens, at + 1)))) at++
  }
  return { value: total + current, next }
}

// "ninety-nine point nine five"
function pointPart(tokens: readonly Token[], i: number): { value: number; next: number } | undefined {
  if (textAt(tokens, i) !== 'point') return undefined
  let digits = ''
  let at = i + 1
  for (; digits.length < 6; at++) {
    const digit = small.get(textAt(tokens, at))
    if (digit === undefined || digit > 9) break
    digits += digit
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), next: at }
}

/** "and a half", "and one-half", "and a quarter", "and three quarters". */
export function andPart(tokens: readonly Token[], i: number): { value: number; next: number } | undefined {
  if (textAt(tokens, i) !== 'and') return undefined
  const phrase = [1, 2, 3].map(step => textAt(tokens, i + step)).join(' ')
  const match = /^(?:(?:a|one) (?:- )?)?(half|quarter)\b|^three (?:- )?quarters\b/.exec(phrase)
  if (match === null) return undefined
  const value = match[1] === 'half' ? 0.5 : match[1] === 'quarter' ? 0.25 : 0.75
  return { value, next: i + 1 + match[0].split(' ').length }
}

/** Reads "tenth", "forty-eighth", "10th" at token i; the words flag is of no meaning here. */
export function readOrdinal(tokens: readonly Token[], i: number): Numeral | undefined {
  const text = textAt(tokens, i)
  if (/^\d{1,4}$/.test(text) && isGlued(tokens, i + 1) && /^(st|nd|rd|th)$/.test(textAt(tokens, i + 1)))
    return { value: Number(text), decimal: Number(text), next: i + 2, words: false }
  const lead = tens.includes(text) ? (small.get(text) ?? 0) : 0
  const at = lead === 0 ? i : textAt(tokens, i + 1) === '-' ? i + 2 : i + 1
  const value = ordinalWords.get(textAt(tokens, at))
  if (value === undefined || (lead > 0 && (value < 1 || value > 9))) return undefined
  return { value: lead + value, decimal: lead + value, next: at + 1, words: true }
}
