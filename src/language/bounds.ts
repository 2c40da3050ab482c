// Which side of a figure satisfies the words around it: "within", "no less than", "or more", "not be
// deleted before". Reads a bounded window before and after the figure. What percentages measure is
// left to percentages.ts.
import type { Bound } from '../domain/quantity.ts'
import type { Token } from './tokens.ts'

const windowBefore = 20
const windowAfter = 16

// No word that matters is longer; an endless one must not make the patterns slow.
const wordOf = (token: Token) => token.text.slice(0, 40)

/** The words before and after a figure, joined by single spaces, cut at full stops and semicolons. */
export interface Surroundings {
  readonly before: string
  readonly after: string
}

/** Cuts the window around tokens first (inclusive) to next (exclusive). */
export function surroundings(tokens: readonly Token[], first: number, next: number): Surroundings {
  const before = tokens.slice(Math.max(0, first - windowBefore), first).map(wordOf)
  const after = tokens.slice(next, next + windowAfter).map(wordOf)
  const start = Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1
  const end = after.findIndex(text => text === '.' || text === ';')
  return { before: ` ${before.slice(start).join(' ')}`, after: `${after.slice(0, end < 0 ? undefined : end).join(' ')} ` }
}

// Words that may stand between a comparison and its figure.
const filler =
  'a|an|the|of|or|in|for|to|is|be|equal|equals|period|periods|term|time|window|retention|storage|duration|interval|total|approximately|about|around|first|next|following|initial|subsequent|any|each|full|on|upon|after|from|expiry|expiration|end|lapse|elapse|passing|however|then|value|score|rate|accuracy|level|threshold|:|,|\\(|=|\\||"'
const tail = `(?: (?:${filler})){0,7}$`
const upperComparison = new RegExp(
  ` (?:(?:less|fewer|lower|shorter|smaller|earlier|sooner|quicker|faster|worse|younger) than|under|below|beneath|<|≤|less or equal to)${tail}`,
)
const lowerComparison = new RegExp(
  ` (?:(?:more|greater|longer|higher|later|larger|better|older|further) than|above|exceed(?:s|ing|ed)?|in excess of|excess of|beyond|surpass(?:es|ing)?|>|≥|over|past)${tail}`,
)
const overSpan = / over (?:a|an|the|any|each) /
const upperWord = new RegExp(
  ` (?:up to|at most|at the most|at (?:the |its |their )?(?:very )?latest|maximum|max(?: \\.)?|limited to|capped at|cap|ceiling|upper limit|not to last|as much as)${tail}`,
)
const lowerWord = new RegExp(` (?:at least|at the (?:very )?least|at a minimum|minimum|min(?: \\.)?|floor|lower limit|as long as)${tail}`)
const upperTime = new RegExp(` (?:within|inside|in|by|under)${tail}`)
const untilEnd =
  / (before|until|till|prior to)(?: (?:a|the|an|end|expiry|expiration|lapse|elapse|passing|completion|of|full|at|least|period|first)){0,8}$/
const negation =
  /(?:^| )(?:not|no|never|without|nor|neither|none|cannot|\p{L}+n't)(?: (?!(?:and|or) (?!responses? |requests? |prompts? |outputs? |answers? |completions? |replies |inputs? )|which |that |if |unless |but )[^\s,]+){0,10}$/u
const anyNegation = / (?:not|no|never|without|nor|neither|none|cannot|\p{L}+n't) /u

/** Whether the comparison that ends the words is negated: "shall *not* be less than". */
function isNegated(words: string): boolean {
  return negation.test(words)
}

const opposite = { 'at-most': 'at-least', 'at-least': 'at-most' } as const

function compared(before: string): 'at-most' | 'at-least' | undefined {
  const upper = upperComparison.exec(before)
  const lower = lowerComparison.exec(before)
  if (upper === null && lower === null) return undefined
  if (lower !== null && overSpan.test(lower[0])) return undefined
  const isUpper = (upper?.index ?? -1) > (lower?.index ?? -1)
  const at = (isUpper ? upper : lower)?.index ?? 0
  const side = isUpper ? 'at-most' : 'at-least'
  return isNegated(before.slice(0, at)) ? opposite[side] : side
}

function named(before: string): 'at-most' | 'at-least' | undefined {
  const upper = upperWord.exec(before)?.index ?? -1
  const lower = lowerWord.exec(before)?.index ?? -1
  if (upper === lower) return undefined
  return upper > lower ? 'at-most' : 'at-least'
}

function timed(before: string): Bound | undefined {
  const until = untilEnd.exec(before)
  if (until !== null)
    return anyNegation.test(`${before.slice(0, until.index)} `)
      ? 'at-least'
      : until[1] === 'before' || until[1] === 'prior to'
        ? 'at-most'
        : undefined
  return upperTime.test(before) ? 'at-most' : undefined
}

const afterLower =
  /^(?:, |\( )?(?:(?:or|and) (?:any )?(?:more|longer|greater|higher|above|better|over|upwards|beyond|later|older)|(?:but|and) (?:not|no|never) (?:less|fewer|shorter|before|lower|earlier|sooner)|(?:at (?:the )?(?:very )?(?:least|earliest|shortest)|at a minimum|as a minimum|minimum|min|plus)) /
const afterUpper =
  /^(?:, |\( )?(?:(?:or|and) (?:any )?(?:less|fewer|shorter|lower|under|below|sooner|earlier|quicker|faster)|(?:but|and) (?:not|no|never) (?:more|longer|later|beyond)|at (?:the )?(?:very )?(?:latest|most|longest)|at the outside|as a maximum|at a maximum|maximum|max|tops) /

function trailing(after: string): 'at-most' | 'at-least' | undefined {
  if (afterLower.test(after)) return 'at-least'
  return afterUpper.test(after) ? 'at-most' : undefined
}

const gone = 'delet|purg|eras|destr|expir|remov|discard|overwrit|overwrot|dispos|wip|drop|prun|shred|truncat|clear|lapse'
const lasting = 'retain|retention|keep|kept|stor|preserv|maintain|hold|held|remain|archiv|sav|available'
const lastVerb = new RegExp(` (?:(${gone})|(?:${lasting}))\\p{L}* (?!.* (?:${gone}|${lasting})\\p{L}* )`, 'u')
const goneVerb = new RegExp(` (?:${gone})(?!iry|iration)\\p{L}* `, 'u')
const afterWord = new RegExp(
  ` (?:after|once|when|whenever|upon|following|older than|more than|over|exceeding|beyond|age of|reach(?:es|ed|ing)?|attain(?:s|ed|ing)?)${tail}`,
)

/** Whether words of deletion govern the figure: the nearest such verb, or any where it stands after "after". */
function deletion({ before, after }: Surroundings): 'deleted' | 'not-deleted' | undefined {
  const padded = `${before} `
  const late = afterWord.test(before) || /^(?:old|have (?:passed|elapsed)|has (?:passed|elapsed)|of age) /.test(after)
  const last = lastVerb.exec(padded)
  const governs = late ? goneVerb.exec(padded) : last?.[1] === undefined ? null : last
  if (governs !== null) {
    const kept = / only(?: |$)/.test(padded.slice(governs.index)) || /^(?:until|till)$/.test(untilEnd.exec(before)?.[1] ?? '')
    return kept || isNegated(padded.slice(0, governs.index)) ? 'not-deleted' : 'deleted'
  }
  const ahead = late || last === null ? goneVerb.exec(` ${after}`) : null
  if (ahead === null) return undefined
  return anyNegation.test(` ${after.slice(0, ahead.index)} `) || / only(?: |$)/.test(padded) ? 'not-deleted' : 'deleted'
}

/** Whether the figure says when something is deleted. */
export function isDeletion(around: Surroundings): boolean {
  return deletion(around) === 'deleted'
}

/** Bound of a length of time. A limit on how long until deletion is an upper bound on retention. */
export function timeBound(around: Surroundings): Bound {
  const { before, after } = around
  const comparison = compared(before)
  const stated = comparison ?? named(before) ?? trailing(after)
  const gone = deletion(around)
  if (gone === 'not-deleted') return 'at-least'
  if (gone === 'deleted') {
    const old = comparison === 'at-least' && !isNegated(before.slice(0, lowerComparison.exec(before)?.index ?? before.length))
    return stated === 'at-least' && !(old && lowerComparison.test(before)) ? 'at-least' : 'at-most'
  }
  return stated ?? (/ (?:after|once)$/.test(before) ? 'at-least' : timed(before)) ?? 'exactly'
}

/** Bound of a share or a count, where "in" and "by" say nothing. */
export function amountBound({ before, after }: Surroundings): Bound {
  const within = /(?:^| )within(?: a| the| plus or minus)?$/.test(before) ? 'at-most' : undefined
  return compared(before) ?? named(before) ?? trailing(after) ?? within ?? 'exactly'
}
