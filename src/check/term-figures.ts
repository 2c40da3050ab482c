// Figures that stand elsewhere than where they count: "within the Alert Period", which "means thirty-six (36) hours" or has a row
// of its own in a table of particulars; "for the period stated in clause 8", which clause 8 gives.
import type { Contract, CrossReference, DefinedTerm, Provision, Zone } from '../domain/contract.ts'
import type { Quantity } from '../domain/quantity.ts'
import { firstEndingAfter, type Place } from '../domain/span.ts'
import { findQuantities } from '../language/quantities.ts'
import { type Token, tokenise } from '../language/tokens.ts'

interface TermFigure {
  /** Stems of the term's words, in order. */
  readonly words: readonly string[]
  readonly figures: readonly Quantity[]
  /** Where it is defined. */
  readonly provision: Provision
}

/** Figures given elsewhere. */
export interface TermFigures {
  /** Those of terms, by the stem of the term's first word. */
  readonly byTerm: ReadonlyMap<string, readonly TermFigure[]>
  /** Those of pointers, by the document and the character that their words begin at. */
  readonly byPointer: ReadonlyMap<string, Pointed>
}

interface Pointed {
  /** The words that point: "the period stated in clause 8". */
  readonly place: Place
  readonly figures: readonly Quantity[]
  readonly provision: Provision
}

/** A definition opens with its figure, or it is of something else and only mentions one; in characters. */
const opening = 60
const longest = 240
/** More words than this are no term. */
const mostWords = 5
/** What a term of measure ends in. */
export const measure =
  /\b(?:period|window|time|term|deadline|limit|interval|floor|threshold|quota|allotment|allowance|cap|ceiling|rate|level|mark|notice|retention)s?$/i

/** What the defined terms of a contract amount to; nothing of a term that is given two figures. */
export function readTermFigures(contract: Contract): TermFigures {
  const all = new Map<string, TermFigure>()
  const doubtful = new Set<string>()
  const homes = contract.documents.map((_, document) => contract.provisions.filter(one => one.document === document))
  const found = [
    ...contract.terms.map(term => ofDefinition(contract, term, homes)),
    ...contract.provisions.map(row => ofRow(contract, row)),
  ]
  for (const one of found) {
    if (one === undefined) continue
    const key = one.words.join(' ')
    const known = all.get(key)
    if (known !== undefined && !sameFigures(known, one)) doubtful.add(key)
    all.set(key, one)
  }
  for (const key of saidOtherwise(contract, all)) doubtful.add(key)
  const byFirst = new Map<string, TermFigure[]>()
  for (const [key, one] of all) {
    const first = one.words[0] as string
    if (!doubtful.has(key)) byFirst.set(first, [...(byFirst.get(first) ?? []), one])
  }
  return { byTerm: byFirst, byPointer: readPointers(contract) }
}

/** What is pointed at, and that it stands there and not here; before the reference, in characters. */
const pointing =
  /\b(?:period|time|interval|deadline|term|frequency|rate|level|threshold|limit|figure|number|quota)s? (?:of time |for \w+ |of \w+ )?(?:that is |which is |as |then )?(?:stated|set|specified|given|fixed|indicated|provided|shown|laid|prescribed|mentioned|named|agreed)(?: out| down| forth| for)?(?: in| at| by| under)(?: the)? ?$/i
const pointingReach = 90
/** A section of more sentences than these gives more than one thing. */
const mostSentences = 2

const keyOf = (document: number, start: number): string => `${document}:${start}`

function readPointers(contract: Contract): TermFigures['byPointer'] {
  const sections = new Map<number, Provision[]>()
  for (const one of contract.provisions)
    if (one.section !== undefined) sections.set(one.section, [...(sections.get(one.section) ?? []).slice(0, mostSentences), one])
  const all = contract.references.flatMap(reference => pointedAt(contract, reference, sections))
  return new Map(all.map(one => [keyOf(one.place.document, one.place.start), one]))
}

/** "for the period stated in clause 8": the one figure of each unit that clause 8 gives. */
function pointedAt(
  { documents }: Contract,
  { place, target }: CrossReference,
  sections: ReadonlyMap<number, readonly Provision[]>,
): Pointed[] {
  if (target === undefined) return []
  const before = documents[place.document]?.text.slice(Math.max(0, place.start - pointingReach), place.start) ?? ''
  const match = pointing.exec(before)
  if (match === null) return []
  const there = sections.get(target) ?? []
  const [provision] = there
  if (provision === undefined || there.length > mostSentences || !there.every(stands)) return []
  const texts = there.map(one => documents[one.document]?.text.slice(one.span.start, one.span.end) ?? '')
  const figures = singly(texts.flatMap(text => findQuantities(tokenise(text))))
  const start = place.start - before.length + match.index
  return figures.length === 0 ? [] : [{ place: { document: place.document, start, end: place.end }, figures, provision }]
}

const meaning = /["”*]{0,3},? (?:means|shall mean|is|are)\b([^\n]{0,120})/g
/** The words before "means" that may be a term, in characters. */
const termReach = 60

/** The terms that are said to mean another figure elsewhere: the first definition is not the last word then. In one pass. */
function saidOtherwise({ documents }: Contract, all: ReadonlyMap<string, TermFigure>): string[] {
  if (all.size === 0) return []
  return documents.flatMap(({ text }) =>
    [...text.matchAll(meaning)].flatMap(({ index, 1: rest = '' }) => {
      const stems = tokenise(text, { start: Math.max(0, index - termReach), end: index }).map(t => t.stem)
      const keys = Array.from({ length: mostWords }, (_, at) => stems.slice(-at - 1).join(' '))
      const key = keys.find(one => all.has(one))
      const figures = key === undefined ? [] : (all.get(key)?.figures ?? [])
      const others = figures.length === 0 ? [] : findQuantities(tokenise(rest))
      const differs = others.some(other => figures.some(one => one.unit === other.unit && one.amount !== other.amount))
      return differs && key !== undefined ? [key] : []
    }),
  )
}

/** Where a definition counts; one that was changed is not what it was. */
const defining: ReadonlySet<Zone> = new Set(['definition', 'operative', 'annex'])
const stands = ({ zone, amendments }: Provision): boolean => defining.has(zone) && amendments === undefined

function sameFigures(a: TermFigure, b: TermFigure): boolean {
  return a.figures.every(one => b.figures.some(other => other.unit === one.unit && other.amount === one.amount))
}

function ofDefinition(
  { documents }: Contract,
  { term, meaning: { document, start, end } }: DefinedTerm,
  homes: readonly (readonly Provision[])[],
): TermFigure | undefined {
  const text = documents[document]?.text.slice(start, Math.min(end, start + longest)) ?? ''
  const figures = singly(findQuantities(tokenise(text)))
  if ((figures[0]?.span.start ?? opening) >= opening) return undefined
  const home = firstEndingAfter(homes[document] ?? [], start, one => one.span.end)
  return home === undefined || home.span.start > start ? undefined : termFigure(term, figures, home)
}

/** "A4 | Alert Period | 36 hours" */
function ofRow({ documents }: Contract, row: Provision): TermFigure | undefined {
  const { document, cells = [] } = row
  const text = documents[document]?.text ?? ''
  const words = cells.map(cell => text.slice(cell.start, cell.end).trim())
  const at = words.findIndex(cell => cell.length < 50 && measure.test(cell))
  if (at < 0 || at === words.length - 1) return undefined
  return termFigure(words[at] as string, singly(findQuantities(tokenise(words.slice(at + 1).join(' . ')))), row)
}

/** Of each unit the figure, where there is but one. */
function singly(figures: readonly Quantity[]): Quantity[] {
  return figures.filter(one => figures.every(other => other === one || other.unit !== one.unit))
}

function termFigure(called: string, figures: readonly Quantity[], provision: Provision): TermFigure | undefined {
  const words = tokenise(called.replace(/^the /i, ''))
  const named =
    stands(provision) && words.length > 0 && words.length <= mostWords && words.every(t => t.kind === 'word') && words[0]?.capital === true
  return named && figures.length > 0 ? { words: words.map(t => t.stem), figures, provision } : undefined
}

/** A figure where its term stands, and the provision that gives it. */
export interface DefinedFigure {
  readonly figure: Quantity
  readonly provision: Provision
}

/** The figures of the terms, and of the pointers, that stand in some words of a document. */
export function figuresGiven(tokens: readonly Token[], known: TermFigures, document: number): DefinedFigure[] {
  return [...figuresByTerm(tokens, known.byTerm), ...figuresByPointer(tokens, known.byPointer, document)]
}

function figuresByTerm(tokens: readonly Token[], known: TermFigures['byTerm']): DefinedFigure[] {
  if (known.size === 0) return []
  return tokens.flatMap(({ stem, capital }, from) => {
    const named = capital ? known.get(stem)?.find(({ words }) => words.every((word, at) => tokens[from + at]?.stem === word)) : undefined
    if (named === undefined) return []
    const span = { start: (tokens[from] as Token).start, end: (tokens[from + named.words.length - 1] as Token).end }
    return named.figures.map(figure => ({ figure: { ...figure, span }, provision: named.provision }))
  })
}

function figuresByPointer(tokens: readonly Token[], known: TermFigures['byPointer'], document: number): DefinedFigure[] {
  if (known.size === 0) return []
  return tokens.flatMap(({ start }) => {
    const pointed = known.get(keyOf(document, start))
    if (pointed === undefined) return []
    const span = { start, end: pointed.place.end }
    return pointed.figures.map(figure => ({ figure: { ...figure, span }, provision: pointed.provision }))
  })
}
