// Parts that a contract itself leaves without effect: "Headings and the boxes marked "In short" are not part of the deal",
// "This paragraph is for information and imposes no requirement". Whatever they promise, nobody owes it.
import type { Contract, Provision, Section } from '../domain/contract.ts'
import { firstEndingAfter, lowered, type Span, slice } from '../domain/span.ts'
import { citedSections, type Numbered, numberSections, withinSections, wordsAt } from './citing.ts'

type Outline = Pick<Contract, 'documents' | 'sections' | 'provisions'>

const purpose =
  "(?:general |ease of |contextual )?(?:information|convenience|reference|guidance|illustration|illustrative|background|context|explanation|orientation|information(?:al)?)(?: purposes?)?|(?:the )?(?:reader|user)['’]s (?:convenience|information|guidance)|the (?:convenience|information|guidance) of"
const adverb =
  '(?: (?:only|solely|merely|purely|just|intended|provided|included|inserted|given|shown|retained|kept|reproduced|added|set out|there|meant|printed|written|supplied|offered|here)){0,3}'
const burden =
  '(?:binding |contractual |legal |enforceable |additional )?(?:obligations?|requirements?|dut(?:y|ies)|commitments?|rights?|liabilit(?:y|ies))'
const negated = "(?:do|does|shall|will|is|are|must)(?: not|n['’]t)(?: be(?: read as| taken as)?)?"
const aid = `(?:for (?:the purposes? of )?(?:${purpose})\\b|as (?:an? )?(?:illustrations?|guidance|background|help|aid|summar\\w+|examples?)\\b|(?:there )?to (?:help|assist|guide|explain|illustrate)\\b|(?:informative|illustrative|descriptive|explanatory|non-?binding|indicative|informational)\\b)`
// All of these are held against words in lower case.
const aids = new RegExp(` ${aid}`, 'g')
/** "is provided only", before such an aid. */
const being = new RegExp(`\\b(?:is|are|(?:has|have) been|was|were|be)${adverb}$`)
const beingMost = 80
const denying = new RegExp(
  [
    `\\b${negated} (?:form|constitute|become)?(?: an? (?:operative |contractual )?)?\\s?part of (?:the |this |our |these |what |any )?(?:resulting |awarded )?(?:agreement|contract|deal|terms|bargain|order|licen[cs]e|arrangement|obligations?|promises?|requirements?|legal|operative|contractual|you\\b|we\\b|statement of work|deed|conditions|it(?=[.,;]|$))`,
    `\\b(?:imposes?|creates?|contains?|gives? rise to|places?|establish(?:es)?|confers?) no ${burden}`,
    `\\b${negated} (?:impose|create|contain|give rise to|establish|constitute|confer)(?: any| an?)? ${burden}`,
    '\\bha(?:s|ve) no (?:binding |contractual |legal |operative )(?:effect|force)\\b',
    '\\b(?:is|are) (?:of no|without(?: any)?) (?:contractual|legal|binding) (?:effect|force)\\b',
    `\\b${negated} (?:legally |contractually )?(?:binding|contractual|operative|enforceable|requirements|obligations|bind(?= (?:either|any|the parties|anyone)|[.;,]|$)|promises?|commitments?)`,
    `\\bnothing in\\b[^.;]{2,80}? (?:imposes?|creates?|constitutes?|gives? rise to|confers?) (?:any|an?) ${burden}`,
    '\\bno (?:rights?|obligations?|dut(?:y|ies)) (?:can|may|shall) be (?:derived|inferred) from\\b',
  ].join('|'),
)
/** What all that these find has in it: sooner tried, and hardly ever there. */
const someDenial =
  /(?: not|n['’]t)(?: be(?: read as| taken as)?)? (?:form|constitute|become|\s?an? |\s?part of|impose|create|contain|give rise|establish|confer|legally|contractual|binding|operative|enforceable|requirements|obligations|bind|promise|commitment)|\bno (?:(?:binding|contractual|legal|enforceable|additional|operative) )?(?:obligation|requirement|dut|commitment|right|liabilit|effect|force)|\bwithout(?: any)? (?:contractual|legal|binding)|\bnothing in\b/

/** The first words that leave something without effect. */
function without(words: string): Span | undefined {
  const lower = lowered(words)
  const aided = aidedIn(lower)
  const denied = someDenial.test(lower) ? denying.exec(lower) : null
  if (denied === null || (aided !== undefined && aided.start <= denied.index)) return aided
  return { start: denied.index, end: denied.index + denied[0].length }
}

/** "is for information": most aids say what something else is for. */
function aidedIn(words: string): Span | undefined {
  aids.lastIndex = 0
  for (let aid = aids.exec(words); aid !== null; aid = aids.exec(words)) {
    const from = Math.max(0, aid.index - beingMost)
    const head = being.exec(words.slice(from, aid.index))
    if (head !== null) return { start: from + head.index, end: aid.index + aid[0].length }
  }
  return undefined
}

// "imposes no obligation on the Customer to ...": of one party, or of one thing, and so no more than that.
const limited =
  /^\s?(?:(?:on|upon|for|of) (?:the )?(?!either|any|the parties|both|a party|anyone)\p{L}|to (?!the (?:agreement|contract)|this)\w|regarding|in respect|as to|unless|until|except|where|if)/iu

/** Each is held against all provisions, so that many more would take a time that grows with the square of the text. */
const mostStatements = 200

/** The ids of the provisions that stand in parts without effect. */
export function findIneffective(outline: Outline): Set<number> {
  const numbered = numberSections(outline.sections)
  const found = new Set<number>()
  let left = mostStatements
  for (const provision of outline.provisions) {
    const words = wordsAt(outline, provision.document, provision.span)
    const match = words.length > 700 ? undefined : without(words)
    if (match === undefined || left === 0 || limited.test(words.slice(match.end))) continue
    left -= 1
    const denial = slice(words, match)
    const said = /^no /i.test(denial) ? words.slice(match.end) : words.slice(0, match.start) + within(denial)
    const before = outline.provisions[provision.id - 1]
    const leans =
      /^\W*(?:they|these|those|it|that|this|such (?:text|material|passages))?\W*$/i.test(said) && before?.paragraph === provision.paragraph
    if (before !== undefined && elsewhere.test(said) && before.paragraph === provision.paragraph) found.add(before.id)
    const subject = leans && before !== undefined ? wordsAt(outline, before.document, before.span) : said
    for (const id of meantBy(subject.slice(-400), provision, outline, numbered)) found.add(id)
  }
  return found
}

/** "Our website says that we test our models. That page is not part of this contract." */
const elsewhere =
  /^\W*(?:that|this|the) (?:(?:web ?)?(?:page|site)|post|blog|brochure|leaflet|white ?paper|presentation|marketing material)\W*$/i

/** "Nothing in Schedule 2 creates any obligation": what is named within the words themselves. */
const within = (words: string): string => /^nothing in (.*)/i.exec(words)?.[1] ?? ''

/** "Results of the tests in Schedule C are informational": they are, and Schedule C is not. */
const outcome =
  /^\W{0,3}(?:(?:[A-Z]{0,3}[-.\d]{1,8}|\([a-z\d]{1,3}\)) )?(?:the |any |all |such |each )?(?:test |audit |survey |robustness |benchmark )?(?:results?|findings?|outcomes?|scores?|measurements?|dates?|times)\b/i

const self =
  /\bth(?:is|e present) (paragraph|sub-?paragraph|section|sub-?section|clause|sub-?clause|article|part|schedule|annex(?:ure)?|appendix|exhibit|attachment|chapter|group|module|option|introduction|overview|preamble|summary|note|statement of \w+|background|commentary|preface|foreword)\b/i

function meantBy(subject: string, home: Provision, outline: Outline, numbered: Numbered): number[] {
  if (outcome.test(subject)) return []
  const own = self.exec(subject)?.[1]
  const cited = citedSections(subject, home, outline, numbered)
  const sections = own === undefined ? cited : [...cited, selfOf(own.toLowerCase(), home, outline)]
  const names = namesIn(subject)
  const within = withinSections([...sections, ...headed(names, outline)], outline.sections)
  return outline.provisions.filter(one => within.has(one.section) || isLabelled(one, names, outline)).map(one => one.id)
}

/** The section that "this Part" or "this introduction" is; the nearest for words that any of them may be called. */
function selfOf(kind: string, home: Provision, { documents, sections }: Outline): number {
  for (
    let at: Section | undefined = sections[home.section];
    at !== undefined;
    at = at.parent === undefined ? undefined : sections[at.parent]
  ) {
    const heading = at.heading === undefined ? '' : slice(documents[at.document]?.text ?? '', at.heading)
    if (`${at.number} ${heading}`.toLowerCase().includes(kind)) return at.id
  }
  return home.section
}

const unnamed =
  /^(?:headings?|titles?|captions?|section headings|agreement|contract|terms?|services?|document(?:ation)?s?|parties|party|it|they|these|this|clauses?|sections?|schedules?|annex(?:es)?|order form|software|following|words?|text|defined terms?|nothing|numbering|use|data|tables?|figures?|footnotes?)$/
const carrier =
  /^(?:(?:any|all|each|the|an?|our|text|words?|passages?|lines?|paragraphs?|sentences?|boxes|box|blocks?|panels?|material|content|notes?(?= (?:in|marked|headed))|parts?|sections?|provisions?|bullets?|items?|in italics|in (?:grey|gray|shaded|blue) (?:boxes|type)|that|which|(?:is|are) (?:in|marked|headed|labelled|labeled|entitled|titled|under)|(?:begins?|beginning|starts?|starting|opens?|opening) with|marked|headed|labelled|labeled|entitled|titled|called|under|in|of|with|the heading|as)\s)+/i

/** "Headings and the boxes marked "In short"": what parts are called, in lower case and without a plural. */
function namesIn(subject: string): string[] {
  const quoted = [...subject.matchAll(/["“‘']([^"”’'\n]{3,40})["”’']/g)].map(match => match[1] ?? '')
  const plain = subject.split(/[,;:.]| and | or /).map(part =>
    part
      .trim()
      .replace(carrier, '')
      .replace(/ (?:in|of|to|at|on) .*$/, '')
      .trim(),
  )
  const called = [...quoted, ...plain.filter(name => /^\p{Lu}/u.test(name) || common.test(name))]
  return called.map(single).filter(name => /^\p{L}[\p{L} -]{2,40}$/u.test(name) && !unnamed.test(name))
}

/** What parts without effect are called most, so that no capital is needed. */
const common =
  /^(?:explanatory |drafting |user |guidance |editorial )?(?:notes?|examples?|illustrations?|recitals?|background|introductions?|overviews?|summar(?:y|ies)|preamble|commentar(?:y|ies)|rationales?|guidance|forewords?|prefaces?|scenarios?|case stud(?:y|ies)|narratives?|context|explanations?)$/i

const single = (name: string): string =>
  name
    .toLowerCase()
    .replace(/["“”*_]/g, '')
    .trim()
    .replace(/(?<=[^s])s$/, '')

/** Sections whose heading is such a name, with a number at most. */
function headed(names: readonly string[], { documents, sections }: Outline): number[] {
  if (names.length === 0) return []
  return sections.flatMap(({ id, document, heading }) => {
    const words =
      heading === undefined ? '' : single(slice(documents[document]?.text ?? '', heading).replace(/^[\d.\s]+|\s?\d*[\s.:]*$/g, ''))
    return names.includes(words) ? [id] : []
  })
}

/** "In short: ...", "Rationale for REQ-304: ...": a block that opens with such a name. */
function isLabelled({ document, span }: Provision, names: readonly string[], { documents }: Outline): boolean {
  const { text = '', blocks = [] } = documents[document] ?? {}
  if (names.length === 0) return false
  const block = firstEndingAfter(blocks, span.start, b => b.span.end)
  const head = text.slice(block?.span.start ?? span.start, Math.min(block?.span.end ?? span.end, (block?.span.start ?? span.start) + 80))
  const label = /^[\s>*_"“([]*(\p{L}[\p{L} -]{2,40}?)s?(?: (?:for|to|on|\d)[^.:–—\n]{0,30})?[*_]{0,2}\s?[.:–—\])]/u.exec(head)?.[1]
  return label !== undefined && names.includes(single(label))
}
