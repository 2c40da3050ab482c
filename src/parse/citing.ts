// Which sections an instruction about other provisions means: "Sections 4.2, 4.3 and 7.1(b) of the Agreement", "Part Three".
// Unlike a cross-reference it never means itself or the words that it brings along. What is done to them is others' business.

import type { Contract, Provision, Section } from '../domain/contract.ts'
import { contains, lowered, type Span, slice } from '../domain/span.ts'

export type Outlined = Pick<Contract, 'documents' | 'sections'>

/** Sections by their numbers, in lower case, each number with all that bear it. */
export type Numbered = ReadonlyMap<string, readonly Section[]>

/** All numbered sections of a contract. */
export function numberSections(sections: readonly Section[]): Numbered {
  const found = new Map<string, Section[]>()
  for (const section of sections) {
    const key = keyOf(section.number)
    if (key === '') continue
    const same = found.get(key)
    if (same === undefined) found.set(key, [section])
    else same.push(section)
  }
  return found
}

const keyOf = (number: string): string => number.toLowerCase().replace(/\s+/g, ' ').replace(/[.:]$/, '')

const kinds =
  '(?:g\\.?c\\.?c?\\.?|s\\.?c\\.?c?\\.?|cl\\.|art\\.|sec\\.|sections?|clauses?|sub-?clauses?|sub-?sections?|articles?|paragraphs?|paras?\\.?|items?|requirements?|conditions?|provisions?|§§?|parts?|annex(?:es|ures?)?|exhibits?|schedules?|appendi(?:x|ces)|attachments?)'
const number =
  '(?<![a-z\\d])(?!(?:and|or|to|through|as|is|are|in|of|the|for)\\b)(?:(?:\\d{1,3}[a-z]?|[a-z]{1,8}[-. ]?(?=\\d)|[ivxl]{1,6}\\b|[a-z]\\b|one\\b|two\\b|three\\b|four\\b|five\\b)(?:[-.]?\\d{1,3}[a-z]?){0,5}(?:\\.[a-z](?![a-z\\d]))?(?:\\s?\\([a-z\\d]{1,4}\\)){0,4}|\\([a-z\\d]{1,4}\\))'
const joint = '(?:\\s?,\\s?(?:and |or )?|\\s(?:and|or|to|through|&|as well as)\\s|\\s?[–/-]\\s?)'
/** "Clauses 4.2, 4.3 and 7.1(b)"; the word for what they are, then the numbers. */
export const citation = `${kinds}\\s{0,2}${number}(?:${joint}(?:${kinds}\\s{1,2})?${number}){0,20}`
// Held against words in lower case.
const citations = new RegExp(`\\b(${kinds})\\s{0,2}(${number}(?:${joint}(?:${kinds}\\s{1,2})?${number}){0,20})`, 'g')
/** How each begins; most words hold none, and this is sooner tried. */
const someCitation = new RegExp(`\\b${kinds}\\s{0,2}${number}`)
const numbers = new RegExp(`(\\bto\\s|\\bthrough\\s|[–-]\\s?)?(?:(${kinds})\\s{1,2})?(${number})`, 'g')
const foreign =
  /^\s?(?:of|in|under) (?:the )?(?:\p{Lu}[\p{L}-]* ){0,6}(?:GDPR|Act|Regulation|Directive|Code|Law|Ordinance|Rules|Convention|Statutes?|Treaty)\b/u

/** "of Part Three", "of the General Conditions": what the sections are part of. */
const whole =
  /^[^.;:]{0,40}?\b(?:of|to|in|under) (?:the |this )?(?!(?:its|their|full|whole)\b)["“]?([\p{L}\d][\p{L}\d .-]{1,40}?)["”]?(?=,? (?:is|are|be|shall|will|has|have|do|does|which|as)\b|[,;:(]|\.?$)/iu

/**
 * The ids of the sections that words name, in the order in which they are named; none where another text is meant.
 * @param part the annex or part whose clauses are meant where the words name no other: "Annex A"
 */
export function citedSections(
  words: string,
  home: Provision,
  { documents, sections }: Outlined,
  numbered: Numbered,
  part?: string,
): number[] {
  const found: number[] = []
  const lower = lowered(words)
  if (!someCitation.test(lower)) return found
  let end = -1
  for (const match of lower.matchAll(citations)) {
    // "Part A of Schedule 2" is no more of Schedule 2 than that.
    const within = end >= 0 && /^ (?:of|in|to|under) (?:the )?$/.test(lower.slice(end, match.index))
    end = match.index + match[0].length
    if (within) continue
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 90)
    if (foreign.test(after)) continue
    const of = whole.exec(after)?.[1] ?? part
    const each = [...(match[2] ?? '').matchAll(numbers)]
    // "Clause 5.2 and Part A of Schedule 2": what they are part of is said of the last kind.
    const last = each.findLastIndex(one => one[2] !== undefined)
    for (const [at, one] of each.entries()) {
      const group = at < last ? undefined : of
      const named = namesOf(one[2] ?? match[1] ?? '', one[3] ?? '', group)
      const section = pick(
        named.flatMap(name => numbered.get(name) ?? []),
        home,
        { documents, sections },
        group,
      )
      if (section === undefined) continue
      if (one[1] !== undefined && found.length > 0) found.push(...between(sections, found.at(-1) as number, section))
      found.push(section.id)
    }
  }
  return [...new Set(found)]
}

/** The section that bears a bare number or code, as the first cell of a row gives it. */
export function sectionNumbered(code: string, home: Provision, outlined: Outlined, numbered: Numbered): number | undefined {
  return pick(numbered.get(keyOf(code.trim())) ?? [], home, outlined, undefined)?.id
}

function namesOf(kind: string, value: string, of: string | undefined): string[] {
  const own = keyOf(value)
  const word = kind
    .toLowerCase()
    .replace(/^annex(?:es|ures?)$/, 'annex')
    .replace(/^appendices$/, 'appendix')
    .replace(/s$/, '')
  if (of !== undefined && attached.test(of)) return [`${keyOf(of)}, ${word} ${own}`, `${word} ${own}`, `${keyOf(of)} ${own}`, own]
  return /^(?:annex|exhibit|schedule|appendix|attachment|part|article)/.test(word) ? [`${word} ${own}`, own] : [own, `article ${own}`]
}

const attached = /^(?:annex|schedule|exhibit|appendix|attachment|part)\s\S/i
/** What a text calls an annex or a part of itself, by its words and number. */
const attachment = /\b(?:annex(?:ure)?|schedule|exhibit|appendix|attachment|part)\s(?:[A-Z]{1,4}|\d{1,2}|one|two|three|four)\b/i

/** The annex or part that words name first, if they name one. */
export function attachmentNamed(words: string): string | undefined {
  return attachment.exec(words)?.[0]
}

/** Of sections that bear one number the one that is meant: not the instruction itself, sooner one in what it is said to be part of. */
function pick(all: readonly Section[], home: Provision, outlined: Outlined, of: string | undefined): Section | undefined {
  const others = all.filter(one => !(one.document === home.document && contains(one.span, home.span)) && !isBroughtAlong(one, home))
  const named = of === undefined ? [] : others.filter(one => isPartOf(one, of, outlined))
  if (named.length === 0 && of !== undefined && attached.test(of)) return undefined
  const root = rootOf(outlined.sections, outlined.sections[home.section])
  return named[0] ?? others.find(one => rootOf(outlined.sections, one) !== root) ?? others[0]
}

/** The words that come right after the instruction are those that it brings along. */
function isBroughtAlong({ document, span }: Section, home: Provision): boolean {
  return document === home.document && span.start >= home.span.end && span.start - home.span.end < 4
}

function isPartOf(section: Section, words: string, { documents, sections }: Outlined): boolean {
  const wanted = words.toLowerCase().trim()
  for (let at: Section | undefined = section; at !== undefined; at = at.parent === undefined ? undefined : sections[at.parent]) {
    const heading = at.heading === undefined ? '' : slice(documents[at.document]?.text ?? '', at.heading).toLowerCase()
    if (keyOf(at.number) === wanted || (wanted.length > 5 && heading.includes(wanted))) return true
  }
  return false
}

/** The outermost section, of one document or another. */
function rootOf(sections: readonly Section[], section: Section | undefined): number | undefined {
  let at = section
  while (at?.parent !== undefined) at = sections[at.parent]
  return at?.id
}

const mostBetween = 60

function between(sections: readonly Section[], first: number, last: Section): number[] {
  const from = sections[first]
  if (from === undefined || last.id <= first || last.id - first > mostBetween) return []
  return sections.slice(first + 1, last.id).flatMap(one => (one.depth === from.depth ? [one.id] : []))
}

/** A section with all below it. */
export function withinSections(ids: readonly number[], sections: readonly Section[]): Set<number> {
  const all = new Set(ids)
  for (const { id, parent } of sections) if (parent !== undefined && all.has(parent)) all.add(id)
  return all
}

/** Words that a span holds, blanks made one. */
export function wordsAt({ documents }: Pick<Contract, 'documents'>, document: number, span: Span): string {
  return slice(documents[document]?.text ?? '', span)
}
