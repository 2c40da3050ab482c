// Defined terms with the words that say what they mean: ("X" means ...), (the "X"), definition tables and
// plain-English forms. Parties' names are parse/parties' business, though they may be terms too.
import type { DefinedTerm, Provision } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import type { Place, Span } from '../domain/span.ts'

/** The terms that the provisions define, each once, in reading order. */
export function findTerms(documents: readonly Manuscript[], provisions: readonly Provision[]): DefinedTerm[] {
  const found = new Map<string, DefinedTerm>()
  for (const provision of provisions) {
    const text = documents[provision.document]?.text ?? ''
    for (const term of [...byMeaning(text, provision), ...inBrackets(text, provision), ...inTable(text, provision)]) {
      found.set(term.term, merge(text, found.get(term.term), term))
    }
  }
  for (const word of ['Including', 'Include', 'Headings', 'References', 'Reference', 'Days', 'Words', 'Writing', 'It', 'This', 'That'])
    found.delete(word)
  return [...found.values()].sort((a, b) => a.place.document - b.place.document || a.place.start - b.place.start)
}

/** A list's limbs lengthen the meaning; a real meaning takes the place of a pointer ("as given in clause 8"). */
function merge(text: string, known: DefinedTerm | undefined, next: DefinedTerm): DefinedTerm {
  if (known === undefined || known.place.document !== next.place.document) return known ?? next
  if (known.place.start === next.place.start)
    return { ...known, meaning: { ...known.meaning, end: Math.max(known.meaning.end, next.meaning.end) } }
  const words = text.slice(known.meaning.start, Math.min(known.meaning.end, known.meaning.start + 120))
  return words.trim() === '' || pointer.test(words) ? next : known
}

const pointer =
  /^\s*(?:(?:as )?(?:given|set out|set forth|ascribed|assigned|specified|defined|described|stated)\b.{0,40})?\b(?:in|under|to it in) (?:the )?(?:section|clause|article|paragraph|schedule|annex|exhibit|preamble|recitals?)\b/i

const means = 'shall mean|will mean|means|mean|has the (?:same )?meaning|have the (?:same )?meaning|refers? to|denotes?'
const quoted = new RegExp(
  `["“]([^"”\\n]{1,80})["”](?:,? (?:and|or|and inflections thereof|\\([^)]{1,40}\\))){0,2},? (${means}|is defined|are defined|is|are|includes?|comprises?)\\b:?`,
  'g',
)
const opening = new RegExp(
  `^(?:(?:in|for the purposes of) this \\w{1,12}(?: \\d[\\d.]{0,6})?,? )?(?:the (?:term|expression)s? )?(\\p{Lu}[\\p{L}\\p{N}'’/&-]*(?: (?:\\p{Lu}|of |and |or |the |to |for |in |\\d)[\\p{L}\\p{N}'’/&-]*){0,7}),? (${means}|is defined)\\b:?`,
  'u',
)
/** "Engine": the trained models; and in a place of definitions without the marks. */
const headed = /^(?:["“]([^"”\n]{1,80})["”]|(\p{Lu}[\p{L}\p{N}'’/& -]{0,60})):(?=\s|$)/u
/** Without one of these no sentence says what a term means. */
const meaningVerb = /\bmean|refer|denote|defined|["”],? (?:is|are|includes?|comprises?)\b|the (?:same )?meaning/
const plain = /^by ["“]?([^"”,;.]{1,60}?)["”]?,? we mean\b/i

function byMeaning(text: string, provision: Provision): DefinedTerm[] {
  const governing = provision.leadIns.length > 0 && provision.zone === 'definition' ? (provision.leadIns.at(-1) as Span) : undefined
  const words = text.slice(provision.span.start, provision.span.end)
  const made: DefinedTerm[] = []
  const end = provision.closing?.end ?? provision.span.end
  const label = headed.exec(words)
  if (label !== null && (label[1] !== undefined || provision.zone === 'definition')) return [headedBy(provision, label, end)]
  if (!meaningVerb.test(words) && governing === undefined) return made
  const endOf = meaningEnds(text.slice(provision.span.start, end))
  for (const match of words.matchAll(quoted)) {
    if (/^(?:is|are|includes?|comprises?)$/.test(match[2] ?? '') && match.index > 4) continue
    made.push(
      termAt(provision, provision.span.start + match.index + 1, match[1] ?? '', {
        start: provision.span.start + match.index + match[0].length,
        end: provision.span.start + endOf(match.index + match[0].length),
      }),
    )
    const twin = /["“]([^"”\n]{1,80})["”](?:,| and| or|\/)? $/.exec(words.slice(Math.max(0, match.index - 90), match.index))
    if (twin?.[1] !== undefined)
      made.push(termAt(provision, provision.span.start + match.index - twin[0].length + 1, twin[1], made.at(-1)?.meaning as Span))
  }
  if (made.length > 0) return made
  const match = opening.exec(words) ?? plain.exec(words)
  if (match !== null) {
    const start = provision.span.start
    return [termAt(provision, start + match[0].indexOf(match[1] ?? ''), match[1] ?? '', { start: start + match[0].length, end })]
  }
  return governing === undefined ? [] : fromLeadIn(text, provision, governing)
}

function headedBy(provision: Provision, label: RegExpExecArray, end: number): DefinedTerm {
  const term = label[1] ?? label[2] ?? ''
  const start = provision.span.start + label[0].indexOf(term)
  return termAt(provision, start, term, { start: provision.span.start + label[0].length, end })
}

/** A definition whose meaning is a list: the lead-in names the term, the limbs say what it means. */
function fromLeadIn(text: string, provision: Provision, lead: Span): DefinedTerm[] {
  const words = text.slice(lead.start, lead.end)
  const match = new RegExp(quoted.source).exec(words) ?? opening.exec(words) ?? headed.exec(words)
  if (match === null) return []
  const term = match[1] ?? match[2] ?? ''
  const start = lead.start + match.index + match[0].indexOf(term)
  return [termAt(provision, start, term, { start: lead.start + match.index + match[0].length, end: provision.span.end })]
}

const following = /[,;] (?:and )?["“][^"”\n]{1,80}["”] (?:means|mean|shall mean|refers)/g

/** Two definitions in one sentence ("X" means ..., and "Y" means ...): the first ends before the second. Asked in reading order. */
function meaningEnds(words: string): (start: number) => number {
  const next = words.matchAll(following)
  let found = next.next()
  return start => {
    while (!found.done && found.value.index < start) found = next.next()
    return found.done ? words.length : found.value.index
  }
}

function termAt(provision: Provision, start: number, term: string, meaning: Span): DefinedTerm {
  const document = provision.document
  const place: Place = { document, start, end: start + term.length }
  return { term: term.replace(/[\s,]+$/, ''), place, meaning: { document, ...trimmed(meaning) } }
}

const trimmed = (span: Span): Span => ({ start: Math.min(span.start, span.end), end: span.end })

const bracket =
  /\((?:(?:each|collectively|together|individually|hereinafter|herein|in each case|such \w+),? ){0,3}(?:referred to as |called |being )?(?:the |a |an |each an? |our |your )?["“]([^"”\n()]{1,80})["”](?:(?:,? (?:or|and) |, )(?:the |collectively,? )?["“]([^"”\n()]{1,80})["”])?[^()\n]{0,60}\)/gi

/** `the security guide published by Provider (the "Hardening Guide")`: the noun phrase before it is the meaning. */
function inBrackets(text: string, provision: Provision): DefinedTerm[] {
  const made: DefinedTerm[] = []
  for (const span of [provision.span, ...provision.leadIns]) {
    const words = text.slice(span.start, span.end)
    if (!/\([^()\n]{0,80}["“]/.test(words)) continue
    for (const match of words.matchAll(bracket)) {
      const at = span.start + match.index
      const meaning = nounPhraseBefore(text, span.start, at)
      for (const term of [match[1], match[2]])
        if (term !== undefined) made.push(termAt(provision, at + match[0].indexOf(term), term, meaning))
    }
  }
  return made
}

/** Back to the clause's start, a comma that opens a clause, or a verb's end, at most 300 characters. */
function nounPhraseBefore(text: string, from: number, to: number): Span {
  const floor = Math.max(from, to - 300)
  const before = text.slice(floor, to)
  const cuts = [...before.matchAll(/[;:]\s|\)\s(?=and |or )|\b(?:shall|must|will|may)\s(?:not\s)?\w+\s|,\s(?:and|or|but)\s(?=the )|\.\s/g)]
  const last = cuts.at(-1)
  const start = last === undefined ? floor : floor + last.index + last[0].length
  return { start: Math.min(start, to), end: text[to - 1] === ' ' ? to - 1 : to }
}

/** A two-cell row of a definitions section: the term, and what it means. */
function inTable(text: string, provision: Provision): DefinedTerm[] {
  const [name, meaning] = provision.cells ?? []
  if (name === undefined || meaning === undefined || provision.cells?.length !== 2 || meaning.end <= meaning.start) return []
  const header = provision.columns?.[0] === undefined ? '' : text.slice(provision.columns[0].start, provision.columns[0].end)
  if (provision.zone !== 'definition' && !/^(?:defined )?(?:terms?|expressions?|words?)$/i.test(header.trim())) return []
  const words = text.slice(name.start, name.end)
  const bare = words.replace(/^["“]|["”:]{1,2}$/g, '')
  return bare === '' || bare.length > 80 ? [] : [termAt(provision, name.start + words.indexOf(bare), bare, meaning)]
}
