// How many of what, and counted by what: "100 requests per minute", "one million tokens in any 24-hour
// period", "600/min". Times and percentages are left to amounts.ts.
import type { Quantity } from '../domain/quantity.ts'
import type { Figure } from './amounts.ts'
import { amountBound, surroundings } from './bounds.ts'
import { isGlued, readNumeral, textAt } from './numerals.ts'
import type { Token } from './tokens.ts'
import { hoursIn, readTimeUnit } from './units.ts'

const nouns =
  /^(?:requests?|tokens?|calls?|quer(?:y|ies)|prompts?|inferences?|messages?|completions?|transactions?|sessions?|connections?|users?|attempts?|images?|characters?|words?|questions?|hits?|outputs?|responses?|records?|embeddings?|jobs?|batches|points?|operations|submissions?|invocations?|threads?|instances?|credits?)$/
const joins =
  /^(?:and|or|of|the|to|in|for|by|with|per|a|an|each|every|is|are|shall|must|will|may|not|as|on|at|from|than|that|which|above|below|over|under|within|when|if|without|before|after|until)$/
const shorthand = new Map([
  ['rps', ['requests', 1 / 3600]],
  ['qps', ['queries', 1 / 3600]],
  ['tps', ['tokens', 1 / 3600]],
  ['rpm', ['requests', 1 / 60]],
  ['qpm', ['queries', 1 / 60]],
  ['tpm', ['tokens', 1 / 60]],
  ['rph', ['requests', 1]],
  ['rpd', ['requests', 24]],
  ['tpd', ['tokens', 24]],
] as const)
const adverbs = new Map([
  ['hourly', 1],
  ['daily', 24],
  ['weekly', 168],
  ['monthly', 720],
])
const mostAdjectives = 4
const rateReach = 9

/** Reads a count whose figure stands at token i; a blank counts too where its noun or rate is there. */
export function readCount(tokens: readonly Token[], i: number, figure: Figure): { quantity: Quantity; next: number } | undefined {
  if (textAt(tokens, i - 1) === 'per') return undefined
  const short = shorthand.get(textAt(tokens, figure.next) as 'rps')
  if (short !== undefined) return countOf(tokens, i, figure, { noun: short[0], per: short[1], next: figure.next + 1 })
  const noun = readNoun(tokens, figure.next)
  const rate = readRate(tokens, noun?.next ?? figure.next, noun !== undefined)
  if (noun === undefined && rate === undefined) return readCell(tokens, i, figure)
  const next = rate?.next ?? noun?.next ?? figure.next
  return countOf(tokens, i, figure, {
    next,
    ...(noun === undefined ? {} : { noun: noun.noun }),
    ...(rate === undefined ? {} : { per: rate.per }),
  })
}

const rowReach = 40

// "| Tokens per calendar day | 25,000,000 |", "| Tokens | 4,000,000 | per day |": a figure that fills its cell counts what the row says.
function readCell(tokens: readonly Token[], i: number, figure: Figure): { quantity: Quantity; next: number } | undefined {
  const after = textAt(tokens, figure.next)
  if (figure.value === undefined || textAt(tokens, i - 1) !== '|' || (after !== '|' && after !== '')) return undefined
  for (let at = Math.max(0, i - rowReach); at < i - 1; at++) {
    const noun = textAt(tokens, at)
    if (!nouns.test(noun)) continue
    const rate = readRate(tokens, at + 1, true) ?? readRate(tokens, figure.next + 1, true)
    if (rate !== undefined) return countOf(tokens, i, figure, { noun, per: rate.per, next: figure.next })
  }
  return undefined
}

function countOf(
  tokens: readonly Token[],
  i: number,
  figure: Figure,
  facts: { noun?: string; per?: number; next: number },
): { quantity: Quantity; next: number } {
  const { next, ...named } = facts
  const bound = figure.orMore === true ? 'at-least' : amountBound(surroundings(tokens, i, next))
  const start = tokens[i]?.start ?? 0
  const base = { span: { start, end: tokens[next - 1]?.end ?? start }, unit: 'count' as const, bound, ...named }
  if (figure.value === undefined) return { quantity: { ...base, blank: true }, next }
  const contradicts = figure.contradicts === undefined ? {} : { contradicts: figure.contradicts }
  return { quantity: { ...base, amount: figure.value, ...contradicts }, next }
}

// "10,000 input and output tokens", "100 concurrent API requests": the noun within a few words.
function readNoun(tokens: readonly Token[], i: number): { noun: string; next: number } | undefined {
  for (let at = i; at <= i + mostAdjectives; at++) {
    const token = tokens[at]
    if (token === undefined) return undefined
    const further = textAt(tokens, at + 1)
    if (nouns.test(token.text) && !nouns.test(further)) return { noun: token.text, next: at + 1 }
    const glue = (token.text === 'and' || token.text === 'or' || token.text === '-' || token.text === '/') && at > i
    if (at === i && token.text.length === 1 && isGlued(tokens, at)) return undefined // "3D images"
    if (!glue && (token.kind !== 'word' || joins.test(token.text))) return undefined
  }
  return undefined
}

// "per minute", "per API key per day", "in any rolling 24 hours", "/min", "daily". Without a noun only right behind the figure.
function readRate(tokens: readonly Token[], i: number, hasNoun: boolean): { per: number; next: number } | undefined {
  const reach = hasNoun ? rateReach : 0
  for (let at = i; at <= i + reach; at++) {
    const text = textAt(tokens, at)
    const adverb = hasNoun ? adverbs.get(text) : undefined
    if (adverb !== undefined) return { per: adverb, next: at + 1 }
    const opens = hasNoun ? /^(?:per|a|an|each|every|any|\/|the)$/.test(text) : /^(?:per|\/)$/.test(text)
    const period = opens ? readPeriod(tokens, at + 1, text) : undefined
    if (period !== undefined) return period
    if (text === '' || /^(?:[,;:.|]|shall|must|will|may|which|that|within|and)$/.test(text)) return undefined
  }
  return undefined
}

function readPeriod(tokens: readonly Token[], i: number, opener: string): { per: number; next: number } | undefined {
  const at =
    textAt(tokens, i) === 'and' && textAt(tokens, i + 1) === 'every'
      ? i + 2
      : /^(?:rolling|given|single|one)$/.test(textAt(tokens, i))
        ? i + 1
        : i
  const number = opener === '/' ? undefined : readNumeral(tokens, at)
  const unit = readTimeUnit(tokens, number?.next ?? at)
  if (unit === undefined || (opener === '/' && !isGlued(tokens, i) && unit.word.length < 2)) return undefined
  return { per: hoursIn(number?.value ?? 1, unit), next: unit.next }
}
