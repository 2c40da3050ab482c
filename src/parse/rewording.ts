// Words put in the place of words: 'In clause 8.4, "12 months" is replaced by "30 days"', "the period in clause 8.4 is reduced
// from 12 months to 30 days". Which words are in force is noted at the provisions that they stand in; nothing is rewritten.
import type { Amendment, Provision } from '../domain/contract.ts'
import { provisionSpans } from '../domain/contract.ts'
import { literal } from '../domain/literal.ts'
import type { Span } from '../domain/span.ts'
import { findQuantities } from '../language/quantities.ts'
import { tokenise } from '../language/tokens.ts'
import type { Instruction, Outline } from './amendments.ts'
import { withinSections } from './citing.ts'

/** Amendments by the id of the provision that they change. */
export type Rewordings = ReadonlyMap<number, readonly Amendment[]>

/** A change of words as an instruction tells it: offsets into its own words. */
interface Change {
  /** The words to be found; of an insertion those that it is put next to. */
  readonly old: string
  readonly words?: Span
  readonly side: 'instead' | 'after' | 'before'
}

/** The changes of words that were found where they belong, and the ids of the instructions that said no more than that. */
export function findRewordings(outline: Outline, instructions: readonly Instruction[]): { changed: Rewordings; spent: Set<number> } {
  const changed = new Map<number, readonly Amendment[]>()
  const spent = new Set<number>()
  for (const instruction of instructions) {
    const changes = instruction.leads || !reaches(instruction) ? [] : changesIn(instruction.words)
    if (changes.length === 0) continue
    for (const provision of provisionsMeant(outline, instruction)) {
      const made = changes.flatMap(change => amend(provision, change, instruction, outline))
      if (made.length === 0) continue
      changed.set(
        provision.id,
        [...(changed.get(provision.id) ?? []), ...made].sort((a, b) => a.old.start - b.old.start),
      )
      spent.add(instruction.provision.id)
    }
  }
  return { changed, spent }
}

const everywhere =
  /\b(?:wherever|throughout|each (?:place|reference|occurrence|instance)|every (?:reference|occurrence|place)|all references)\b/i

/** Whether it is about any other provision: most that looks like an instruction is none. */
function reaches({ sections, words }: Instruction): boolean {
  return sections.length > 0 || everywhere.test(words)
}

function provisionsMeant({ provisions, sections }: Outline, instruction: Instruction): readonly Provision[] {
  const others = provisions.filter(one => one.id !== instruction.provision.id)
  if (instruction.sections.length === 0) return others
  const within = withinSections(instruction.sections, sections)
  return others.filter(one => within.has(one.section))
}

interface Quote {
  readonly start: number
  readonly end: number
  readonly words: Span
}

const quotation = /["“]([^"“”]{1,400})["”]|‘([^‘’]{1,400})’|(?<=^|[\s(])'([^'\n]{2,400})'(?=[\s,.;:)]|$)/g

/** '(the "Restatement Date")' names something, and quotes no words of another clause. */
const naming = /\((?:(?:the|each|an?|together|collectively|hereinafter|and|or|,)\s?){0,4}$/i

function quotesIn(words: string): Quote[] {
  const quotes = [...words.matchAll(quotation)].filter(({ index }) => !naming.test(words.slice(Math.max(0, index - 40), index)))
  return quotes.map(match => {
    const start = match.index + 1
    const inner = match[1] ?? match[2] ?? match[3] ?? ''
    return { start: match.index, end: match.index + match[0].length, words: { start, end: start + inner.replace(/[\s.,;:]+$/, '').length } }
  })
}

const swapping = /\b(?:replac|substitut|amend|chang|becom|read|instead|in lieu|in place|vari|correct|revis|delet|strik|struck|omit|remov)/i
const removing = /\b(?:delet|omit|remov|strik|struck)/i
const adding = /\b(?:insert|add)/i
const reversed =
  /^\W*(?:(?:is|are) (?:substituted|read|to be read) )?(?:for|instead of|in place of|in lieu of|rather than)\W+(?:the )?(?:\w+ ){0,3}$/i
const beside = /\b(after|following|before|preceding)\W+(?:the )?(?:\w+ ){0,3}$/i

function changesIn(words: string): Change[] {
  const quotes = quotesIn(words)
  const [first, second] = quotes
  if (first === undefined) return figuresIn(words)
  const before = words.slice(0, first.start)
  if (second === undefined) return removing.test(words) && !adding.test(words) ? [{ old: textOf(words, first), side: 'instead' }] : []
  const between = words.slice(first.end, second.start)
  const after = words.slice(second.end)
  const rest = before + between + after
  if (adding.test(rest) && !removing.test(rest) && !/\b(?:replac|substitut)/i.test(rest))
    return insertion(words, first, second, before, between)
  if (quotes.length > 2 || !swapping.test(rest)) return pairs(words, quotes, rest)
  if (reversed.test(between)) return [{ old: textOf(words, second), words: first.words, side: 'instead' }]
  return [{ old: textOf(words, first), words: second.words, side: 'instead' }]
}

/** '"12 months" is replaced by "30 days" and "quarterly" by "yearly"'. */
function pairs(words: string, quotes: readonly Quote[], rest: string): Change[] {
  if (quotes.length % 2 === 1 || !swapping.test(rest) || adding.test(rest)) return []
  return quotes.flatMap((quote, at) => {
    const next = quotes[at + 1]
    return at % 2 === 1 || next === undefined ? [] : [{ old: textOf(words, quote), words: next.words, side: 'instead' as const }]
  })
}

function insertion(words: string, first: Quote, second: Quote, before: string, between: string): Change[] {
  const lead = beside.exec(before)
  if (lead !== null) return [{ old: textOf(words, first), words: second.words, side: sideOf(lead[1]) }]
  const behind = beside.exec(between)
  return behind === null ? [] : [{ old: textOf(words, second), words: first.words, side: sideOf(behind[1]) }]
}

const sideOf = (word: string | undefined): 'after' | 'before' => (/^(?:after|following)$/i.test(word ?? '') ? 'after' : 'before')

const textOf = (words: string, quote: Quote): string => words.slice(quote.words.start, quote.words.end)

const turning = /\b(?:chang|reduc|increas|exten|shorten|amend|revis|lower|rais|vari|lengthen|alter|cut)\w* (?:from|to)\b/i
const stead = /\b(?:instead of|in place of|in lieu of|rather than)\b/i
const setting =
  /\b(?:period|time|deadline|limit|figure|interval|retention|number|percentage|frequency)\b[^;]{0,100}?\b(?:is|are|shall be|becomes|reads?)\b(?! (?:extended|reduced|increased) by)/i

/** Without quotes: "from 12 months to 30 days", "30 days instead of 12 months", "the period in clause 8.4 is 30 days". */
function figuresIn(words: string): Change[] {
  const pair = pairOf(words)
  const [first, second, third] = findQuantities(tokenise(words)).map(one => one.span)
  if (pair.length > 0 || first === undefined || third !== undefined) return pair
  const between = words.slice(first.end, second?.start ?? first.end)
  const old = second === undefined ? '' : words.slice(first.start, first.end)
  if (second !== undefined && stead.test(between)) return [{ old: words.slice(second.start, second.end), words: first, side: 'instead' }]
  if (turning.test(words) || (setting.test(words) && second === undefined)) return [{ old, words: second ?? first, side: 'instead' }]
  return []
}

/** "is changed from quarterly to yearly". */
const fromTo =
  /\b(?:chang|reduc|increas|exten|shorten|amend|revis|lower|rais|vari|lengthen|alter|cut)\w* from (.{2,60}?) to (.{2,60}?)(?=[.;]?$|[.;,]\s| (?:with effect|as from|from|and|for|in)\b)/i

function pairOf(words: string): Change[] {
  const match = fromTo.exec(words)
  if (match === null) return []
  const start = match.index + match[0].length - (match[2] ?? '').length
  return [{ old: match[1] ?? '', words: { start, end: match.index + match[0].length }, side: 'instead' }]
}

function amend(provision: Provision, change: Change, { provision: by, words }: Instruction, outline: Outline): Amendment[] {
  const text = outline.documents[provision.document]?.text ?? ''
  const spans = provisionSpans(provision)
  const places = spans.flatMap(span => placesOf(text, span, change.old))
  const found = places.length > 0 || change.side !== 'instead' ? places : spans.flatMap(span => sameFigure(text, span, change, words))
  const { start } = by.span
  return found.map(old => ({
    old:
      change.side === 'instead' ? old : change.side === 'after' ? { start: old.end, end: old.end } : { start: old.start, end: old.start },
    ...(change.words === undefined
      ? {}
      : { words: { document: by.document, start: start + change.words.start, end: start + change.words.end } }),
    by: by.id,
  }))
}

/** Where words stand, whatever their case and the blanks between them. */
function placesOf(text: string, span: Span, old: string): Span[] {
  const parts = old.trim().split(/\s+/).map(literal)
  if (parts[0] === undefined || parts[0] === '') return []
  const pattern = new RegExp(`(?<![\\p{L}\\d])${parts.join('\\s+')}(?![\\p{L}\\d])`, 'giu')
  return [...text.slice(span.start, span.end).matchAll(pattern)].map(match => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
}

/** "twelve months" where the clause has "12 months"; where no old figure is named, the only one of its unit. */
function sameFigure(text: string, span: Span, { old, words: place }: Change, words: string): Span[] {
  const there = findQuantities(tokenise(text, span))
  const [named] = findQuantities(tokenise(old))
  const [made] = place === undefined ? [] : findQuantities(tokenise(words.slice(place.start, place.end)))
  const same = there.filter(one =>
    named === undefined ? old === '' && one.unit === made?.unit : one.unit === named.unit && one.amount === named.amount,
  )
  return named === undefined && same.length !== 1 ? [] : same.map(one => one.span)
}
