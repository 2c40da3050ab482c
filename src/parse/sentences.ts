// Sentences of a paragraph. Full stops after abbreviations and initials, inside figures and inside
// brackets end nothing. One pass over the characters; offsets are into the document.
import type { Span } from '../domain/span.ts'

const abbreviations = new Set(
  'e.g i.e no nos sec secs art arts inc ltd co corp llc llp cl para paras approx vs v mr mrs ms dr prof st cf fig figs ref rev ed vol pp p al viz u.s u.k e.u f.o.b a.m p.m dept bros jr sr esq hon reg regs ch pt ex exh app appx sch std sub subs ver'.split(
    ' ',
  ),
)
// These end a sentence as often as not, so the next word decides.
const oftenLast = new Set(['inc', 'ltd', 'co', 'corp', 'llc', 'llp', 'etc', 'a.m', 'p.m', 'u.s', 'u.k', 'e.u', 'f.o.b', 'al'])
const opener =
  /^(?:The|Each|Any|All|No|If|In|It|This|That|These|Such|Where|When|Upon|We|You|Provider|Customer|Supplier|Vendor|Neither|Either|For|Notwithstanding)\b/

/** The sentences of a span, each trimmed; together they hold every character that is not a space. */
export function sentencesOf(text: string, span: Span): Span[] {
  const sentences: Span[] = []
  const words = text.slice(span.start, span.end)
  let start = skipSpace(text, span.start, span.end)
  let depth = 0
  telling.lastIndex = start - span.start
  while (telling.test(words)) {
    const at = span.start + telling.lastIndex - 1
    const mark = text[at] as string
    if (mark === '(' || mark === '[') depth += 1
    else if (mark === ')' || mark === ']') depth = Math.max(0, depth - 1)
    else {
      const end = mark === '|' ? at + 1 : closeQuotes(text, at + 1, span.end)
      if (!(mark === '|' ? endsRow(text, at, span.end) : ends(text, start, at, end, span.end, depth))) continue
      sentences.push({ start, end })
      start = skipSpace(text, end, span.end)
      if (mark !== '|') depth = 0
      telling.lastIndex = start - span.start
    }
  }
  const end = trimEnd(text, start, span.end)
  if (end > start) sentences.push({ start, end })
  return sentences
}

/** The marks that may end a sentence, or open and close what it ends with. Most characters are none, and a pattern passes over them fastest. */
const telling = /[|()[\].!?。]/g

// "... quarterly basis.|x|x| | |System shall ...": rows of a table that were run together into one paragraph.
function endsRow(text: string, at: number, limit: number): boolean {
  return /^\|[ \t]?[xX\u2713 ]?[ \t]?\|[^|]{12}/.test(text.slice(at, Math.min(limit, at + 24)))
}

function closeQuotes(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /["”’')\]]/.test(text[at] ?? '')) at += 1
  return at
}

function ends(text: string, start: number, stop: number, end: number, limit: number, depth: number): boolean {
  if (end >= limit) return true
  if (!/\s/.test(text[end] ?? '')) return false
  // A bracket never closed in the next 300 characters is a slip of the pen, and does not glue sentences.
  if (depth > 0 && end === stop + 1 && closesSoon(text, end, limit)) return false
  const next = text.slice(skipSpace(text, end, limit), Math.min(limit, end + 40))
  if (!/^["“‘'([]{0,2}[\p{Lu}\p{N}§•—{]/u.test(next) && !/^\[?[●_]/.test(next)) return false
  if (text[stop] !== '.') return true
  return !isAbbreviation(text, start, stop, next)
}

function closesSoon(text: string, from: number, limit: number): boolean {
  const ahead = text.slice(from, Math.min(limit, from + 300))
  return /[)\]]/.test(ahead)
}

function isAbbreviation(text: string, start: number, stop: number, next: string): boolean {
  const word = /[\p{L}\p{N}.]{1,8}$/u.exec(text.slice(Math.max(start, stop - 8), stop))?.[0] ?? ''
  const lower = word.toLowerCase()
  if (/^\p{Lu}$/u.test(word))
    return (
      !opener.test(next) &&
      /^\p{Lu}/u.test(next) &&
      /\p{Lu}?\p{Ll}+\s$|^$|\.\s?$/u.test(text.slice(Math.max(start, stop - 12), stop - 1)) &&
      !/(?:Annex|Exhibit|Schedule|Appendix|Part|Attachment)\s$/.test(text.slice(Math.max(start, stop - 14), stop - 1))
    )
  if (oftenLast.has(lower)) return !opener.test(next) && !/^["“]/.test(next)
  if (lower === 'no' || lower === 'nos') return /^[\d[_#]/.test(next)
  if (/^(?:sec|secs|art|arts|cl|para|paras|fig|figs|ref|rev|vol|pp|p|ch|pt|ex|exh|app|appx|sch|ver|reg|regs|std)$/.test(lower))
    return /^[\dA-Z§(]/.test(next) && !opener.test(next)
  return abbreviations.has(lower)
}

function skipSpace(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && /\s/.test(text[at] ?? '')) at += 1
  return at
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text[at - 1] ?? '')) at -= 1
  return at
}
