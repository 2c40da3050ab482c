// Cross-references: sections, annexes and documents outside that a provision points to, and where they
// lead. Those that lead nowhere name a document that is not there.
import type { CrossReference, Provision, Section } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import type { Span } from '../domain/span.ts'

type Index = ReadonlyMap<string, number>

/** The references in all provisions, lead-ins and closing words, in reading order. */
export function findReferences(
  documents: readonly Manuscript[],
  sections: readonly Section[],
  provisions: readonly Provision[],
): CrossReference[] {
  const index = indexOf(sections)
  const seen = new Set<number>()
  const found: CrossReference[] = []
  for (const provision of provisions) {
    const text = documents[provision.document]?.text ?? ''
    for (const span of [...provision.leadIns, provision.span, ...(provision.closing === undefined ? [] : [provision.closing])]) {
      const key = provision.document * 2 ** 40 + span.start
      if (seen.has(key)) continue
      seen.add(key)
      found.push(...inSpan(text, span, provision, sections, index))
    }
  }
  return found
}

/** Section numbers to ids; the first section of a number wins, its own document before others. */
function indexOf(sections: readonly Section[]): Index {
  const index = new Map<string, number>()
  for (const section of sections) {
    const key = normal(section.number)
    if (key === '') continue
    for (const name of [`${section.document}:${key}`, `*:${key}`]) if (!index.has(name)) index.set(name, section.id)
  }
  return index
}

const normal = (number: string): string => (number.endsWith('.') ? number.slice(0, -1) : number).toLowerCase()

function lookUp(index: Index, document: number, number: string): number | undefined {
  const key = normal(number.replace(/\s{2,3}/g, ' '))
  return index.get(`${document}:${key}`) ?? index.get(`*:${key}`)
}

const numbered =
  /\b(sections?|clauses?|articles?|paragraphs?|paras?\.?|sub-?clauses?|sub-?sections?|items?|§§?)\s{1,2}((?:\d{1,3}[A-Z]?|[IVXL]{1,6}\b|[A-Z](?=\.\d))(?:\.\d{1,3}){0,4}(?:\.[A-Z](?![\p{L}\d]))?(?:\([a-zA-Z\d]{1,4}\)){0,4}|\([a-zA-Z\d]{1,4}\)(?:\([a-zA-Z\d]{1,4}\)){0,3})((?:(?:,? and|,? or|,| to| through|–|-|\/| &)\s?(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z\d]{1,4}\)){0,4}){0,12})/giu
const further = /(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z\d]{1,4}\)){0,4}/g
/** "ADV-03", "C.5.2": the number that a requirement of a specification has. */
const coded = /\b(?:[A-Z]{1,6}-\d{1,3}(?:\.\d{1,3})?|[A-Z]\.\d{1,3}(?:\.\d{1,3}){0,3})\b/g
const signed = /§{1,2}\s?(\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-zA-Z\d]{1,4}\)){0,4})/g
const annexed =
  /\b([Aa]nnex(?:ure)?|[Ee]xhibit|[Ss]chedule|[Aa]ppendix|[Aa]ttachment|ANNEX|EXHIBIT|SCHEDULE|APPENDIX)[\s-]{1,2}([A-Z]{1,2}(?:-?\d{1,2})?|\d{1,2}[A-Z]?|[IVX]{1,5}|\[[^\]\n]{0,10}\])(?![\p{L}\d])/gu
const outside =
  /\b(?:the |its |our |Provider's |Supplier's |Vendor's )?((?:\p{Lu}[\p{L}-]+ ){1,5}(?:Policy|Policies|Guide|Guidelines|Standards?|Manual|Handbook|Documentation|Code of Conduct|Terms|Schedule|Plan|Procedures?|Statement|Addendum|Description|Paper))\b(?=[^.;\n]{0,60}?(?:https?:|www\.|published|available|as (?:updated|amended|posted)|located|\bposted\b))|https?:\/\/[^\s"”'<>)\]]{4,200}|\b(?:as )?(?:published|posted|made available) (?:at|on) (?:its|our|the|Provider's|Supplier's|Vendor's) (?:\w+ ){0,3}(?:web ?site|portal|page)\b/gu

/** Words without which no pattern below can match; most spans have none of them. */
const pointing =
  /[A-Z][-.]\d|aras?\b|ection|lause|rticle|aragraph|tem|§|nnex|xhibit|chedule|ppendix|ttachment|SECTION|CLAUSE|ARTICLE|ANNEX|EXHIBIT|SCHEDULE|APPENDIX|http|ublished|vailable|osted|located|as updated|as amended/
const away = /http|www\.|ublished|vailable|osted|located|as updated|as amended/

function inSpan(text: string, span: Span, provision: Provision, sections: readonly Section[], index: Index): CrossReference[] {
  const words = text.slice(span.start, span.end)
  const place = (match: RegExpExecArray): CrossReference['place'] => ({
    document: provision.document,
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  })
  const made: CrossReference[] = []
  if (!pointing.test(words)) return made
  for (const match of [...words.matchAll(numbered), ...words.matchAll(signed)]) {
    if (isForeign(words, match)) continue
    const article = articleOf(words, match)
    const target = article === undefined ? targetOf(match, provision, sections, index) : limbOf(article, match, provision, index)
    if (article !== undefined && target === undefined) continue
    made.push({ place: place(match), kind: 'section', ...(target === undefined ? {} : { target }) })
    for (const [number] of (match[3] ?? '').matchAll(further)) {
      const other = targetOf(match, provision, sections, index, number)
      if (other !== undefined && other !== target) made.push({ place: place(match), kind: 'section', target: other })
    }
  }
  for (const match of words.matchAll(coded)) {
    if (made.some(one => one.place.start <= span.start + match.index && span.start + match.index < one.place.end)) continue
    const target = lookUp(index, provision.document, match[0])
    if (target !== undefined && target !== provision.section) made.push({ place: place(match), kind: 'section', target })
  }
  for (const match of words.matchAll(annexed)) {
    const target = annexTarget(match, words, provision, index)
    made.push({ place: place(match), kind: 'annex', ...(target === undefined ? {} : { target }) })
  }
  for (const match of words.matchAll(/\bthis (?:section|clause|article|paragraph)\b/gi))
    made.push({ place: place(match), kind: 'section', target: provision.section })
  if (away.test(words)) for (const match of words.matchAll(outside)) made.push({ place: place(match), kind: 'document' })
  return made.sort((a, b) => a.place.start - b.place.start)
}

/** "Article 9, Paragraph 5": the number of the article whose paragraph a match is, where one stands before it. */
function articleOf(words: string, match: RegExpExecArray): string | undefined {
  if (!/^(?:sub-?)?para/i.test(match[0])) return undefined
  return /\b(?:article|section|clause) (\d{1,3}(?:\.\d{1,3}){0,3}),? $/i.exec(words.slice(Math.max(0, match.index - 30), match.index))?.[1]
}

function limbOf(article: string, match: RegExpExecArray, provision: Provision, index: Index): number | undefined {
  const number = (match[2] ?? match[1] ?? '').replace(/[()]/g, '')
  const tries = [`${article}(${number})`, `${article}.${number}`, `article ${article}(${number})`, `article ${article}.${number}`]
  return tries.map(name => lookUp(index, provision.document, name)).find(id => id !== undefined)
}

/** "Article 28 of the GDPR", "section 3 of the Act": another text's numbers. */
function isForeign(words: string, match: RegExpExecArray): boolean {
  const after = words.slice(match.index + match[0].length, match.index + match[0].length + 70)
  return /^\s?(?:\([^)]{1,20}\)\s?)?,?\s?(?:of|in|under) (?:the )?(?!(?:this|the Agreement|these)\b)(?:\p{Lu}[\p{L}-]* ){0,6}(?:GDPR|Act|Regulation|Directive|Code|Law|Ordinance|Rules|U\.?S\.?C|Convention|Statutes?|Treaty)\b|^\s?(?:GDPR|AI Act|BGB|U\.S\.C|CFR)/u.test(
    after,
  )
}

function targetOf(
  match: RegExpExecArray,
  provision: Provision,
  sections: readonly Section[],
  index: Index,
  number: string = match[2] ?? match[1] ?? '',
): number | undefined {
  if (number.startsWith('(')) return within(number, provision, sections, index)
  const sibling = /^para/i.test(match[1] ?? '') && /^\d{1,2}$/.test(number) ? within(`(${number})`, provision, sections, index) : undefined
  if (sibling !== undefined) return sibling
  const word = /^art/i.test(match[1] ?? '') ? 'article ' : ''
  const own = annexOf(provision, sections)
  const tries = [
    ...(own === '' || word !== '' ? [] : [`${own} ${number}`]),
    `${word}${number}`,
    number,
    `article ${number}`,
    number.replace(/\(.*$/, ''),
  ]
  return tries.map(name => lookUp(index, provision.document, name)).find(id => id !== undefined)
}

/** "paragraph (a)": a limb of the clause in which the words stand, or of one above it. */
function within(number: string, provision: Provision, sections: readonly Section[], index: Index): number | undefined {
  for (
    let section = sections[provision.section];
    section !== undefined;
    section = section.parent === undefined ? undefined : sections[section.parent]
  ) {
    const found = lookUp(index, provision.document, `${section.number}${number}`)
    if (found !== undefined) return found
  }
  return undefined
}

function annexOf(provision: Provision, sections: readonly Section[]): string {
  let section = sections[provision.section]
  while (section?.parent !== undefined) section = sections[section.parent]
  return section !== undefined && /^(?:annex|exhibit|schedule|appendix|attachment)/i.test(section.number) ? section.number : ''
}

/** "Annex 2, Part C" and "Part C of Annex 2" are that part, where there is one. */
function annexTarget(match: RegExpExecArray, words: string, provision: Provision, index: Index): number | undefined {
  const named = `${match[1]} ${match[2]}`
  const part = /^,? (part|section) ([A-Z]|\d{1,2}|[IVX]{1,5})\b/i.exec(words.slice(match.index + match[0].length))
  const before = /\b(part|section) ([A-Z]|\d{1,2}|[IVX]{1,5}) (?:of|to|in) (?:the )?$/i.exec(
    words.slice(Math.max(0, match.index - 24), match.index),
  )
  const parts = [part, before].flatMap(one => (one === null ? [] : [`${named}, ${one[1]} ${one[2]}`, `${named} ${one[2]}`]))
  return [...parts, named].map(name => lookUp(index, provision.document, name)).find(id => id !== undefined)
}
