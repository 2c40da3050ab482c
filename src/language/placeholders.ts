// Figures that are not there yet: "[X] hours", "____ days", "[48/72] hours", "TBD", and figures that
// a scanner spoilt ("4B hours"). What unit they have is left to amounts.ts and quantities.ts.
import { isGlued, readNumeral, textAt } from './numerals.ts'
import type { Token } from './tokens.ts'
import { readShareUnit, readTimeUnit } from './units.ts'

/** A placeholder; `inside` is where a unit stands within its brackets ("[● hours]"). */
export interface Placeholder {
  readonly next: number
  readonly inside?: number
}

const closing = new Map([
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
  ['(', ')'],
])
const mostInside = 10
const mark = /^[_.\u2026\u25CF\u2022\u25A0\u25A1*#?/:,;-]$/
const dummies = new Set('x xx xxx xxxx n nn nnn y yy z zz tbd tbc tba tbn tbs'.split(' '))
const keys = new Set(
  'insert number figure percentage amount value duration period time agreed confirmed confirm determined completed complete decided inserted specified negotiated discussed advised filled'.split(
    ' ',
  ),
)
const drafting = new Set(
  'in to be by the a an of or and is customer client provider supplier vendor licensor parties party no not than within at least most more less later up maximum minimum'.split(
    ' ',
  ),
)

/** Reads the placeholder that starts at token i. */
export function readPlaceholder(tokens: readonly Token[], i: number): Placeholder | undefined {
  const text = textAt(tokens, i)
  if (closing.has(text)) return readBracketed(tokens, i)
  return readRun(tokens, i) ?? readSpoilt(tokens, i)
}

// Runs of one mark, "XX", "TBD"; a lone "X" or "N" only in capitals and right before a unit.
function readRun(tokens: readonly Token[], i: number): Placeholder | undefined {
  const text = textAt(tokens, i)
  if (mark.test(text) && textAt(tokens, i - 1) === text) return undefined // within a run: read from its start only
  if (/^(xx+|nn+|tb[dcan])$/.test(text)) return { next: i + 1 }
  if (/^[xn]$/.test(text) && tokens[i]?.capital === true && !isGlued(tokens, i) && hasUnit(tokens, i + 1)) return { next: i + 1 }
  if (/^[\u2026\u25CF\u2022\u25A0]$/.test(text) || text === '...') return { next: i + 1 }
  if (!/^[_.*?#]$/.test(text)) return undefined
  let next = i + 1
  while (textAt(tokens, next) === text) next++
  return next - i >= (text === '.' ? 3 : text === '_' ? 1 : 2) || (/^[#?*]$/.test(text) && hasUnit(tokens, next)) ? { next } : undefined
}

function hasUnit(tokens: readonly Token[], i: number): boolean {
  return readTimeUnit(tokens, i) !== undefined || readShareUnit(tokens, i) !== undefined
}

// "[X]", "[48/72]", "[ ]", "[to be agreed]", "{{days}}", "<number>"; round brackets only around a mark or nothing.
function readBracketed(tokens: readonly Token[], i: number): Placeholder | undefined {
  const open = textAt(tokens, i)
  const end = closing.get(open) ?? ''
  if (open === '{' && textAt(tokens, i + 1) === open) return readDoubled(tokens, i)
  let at = i + 1
  let inside: number | undefined
  let empty = false
  for (let items = 0; textAt(tokens, at) !== end; items++) {
    const item = readItem(tokens, at)
    if (item === undefined || items === mostInside || (open === '(' && item.kind !== 'dummy')) return undefined
    if (item.kind === 'unit') inside ??= at
    if (item.kind === 'dummy' || item.kind === 'number' || item.kind === 'key') empty = true
    at = item.next
  }
  const next = at + 1
  const nothing = at === i + 1 && hasUnit(tokens, next)
  return empty || nothing ? { next, ...(inside === undefined ? {} : { inside }) } : undefined
}

// "{{notice_days}}": a field of a template, whatever its name.
function readDoubled(tokens: readonly Token[], i: number): Placeholder | undefined {
  for (let at = i + 2; at <= i + mostInside; at++) {
    if (textAt(tokens, at) === '}' && textAt(tokens, at + 1) === '}') return { next: at + 2 }
  }
  return undefined
}

function readItem(tokens: readonly Token[], i: number): { kind: 'unit' | 'number' | 'dummy' | 'key' | 'word'; next: number } | undefined {
  const text = textAt(tokens, i)
  const unit = readTimeUnit(tokens, i) ?? readShareUnit(tokens, i)
  if (unit !== undefined) return { kind: 'unit', next: unit.next }
  const run = dummies.has(text) ? { next: i + 1 } : readRun(tokens, i)
  if (run !== undefined) return { kind: 'dummy', next: run.next }
  const number = readNumeral(tokens, i)
  if (number !== undefined) return { kind: 'number', next: number.next }
  if (keys.has(text)) return { kind: 'key', next: i + 1 }
  if (/^[*#?]$/.test(text)) return { kind: 'dummy', next: i + 1 }
  return drafting.has(text) || mark.test(text) ? { kind: 'word', next: i + 1 } : undefined
}

// Letters that a scanner takes for digits, and letters of other alphabets that look like them.
const confused = /^(?:[bolizsqg|]{1,3}|(?!\p{Script=Latin})\p{L})$/u

function readSpoilt(tokens: readonly Token[], i: number): Placeholder | undefined {
  let next = i
  let letters = false
  let digits = false
  for (; next < i + 6 && (next === i || isGlued(tokens, next)); next++) {
    const token = tokens[next]
    if (token?.kind === 'number') digits = true
    else if (token !== undefined && confused.test(token.text)) letters = true
    else break
  }
  return letters && digits && hasUnit(tokens, next) ? { next } : undefined
}
