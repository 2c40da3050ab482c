// Which part of an agreement a section or paragraph is: what binds, and what only introduces, defines,
// explains or is left out. Headings decide for sections, the words themselves for paragraphs.
import type { Zone } from '../domain/contract.ts'

const byHeading: readonly (readonly [Zone, RegExp])[] = [
  ['contents', /^(?:table of )?contents$|^index(?: of (?:definitions|terms|defined terms))?$/i],
  [
    'form',
    /^(?:(?:annex|exhibit|schedule|appendix|attachment)\s\S{1,5}\s?[-–—:.]?\s{0,3})?(?:(?:template|specimen|sample|model)?\s?form of\b|(?:template|specimen|sample)(?:$| (?:for|of)\b|.{0,30}\b(?:forms?|letter|notice|notification|report|certificate|agreement|order|request|statement|page|documents?|wording|clauses?)$))/i,
  ],
  [
    'signature',
    /^(?:in witness whereof\b.{0,40}|(?:signatures?|execution|signing|signed|executed)(?: (?:pages?|blocks?|clauses?|dates?|formalities|(?:by|for|on behalf of) .{1,40}|(?:and|in|as) (?:dat(?:es?|ed)|delivery|counterparts?|duplicate|triplicate|witness\w*|a deed|an? (?:agreement|contract)|seal\w*|names?|entry into force|effect\w*)\b.{0,20}|on \S.{1,30}|of (?:the|this|both) (?:agreement|contract|parties|deed|licen[cs]e).{0,20}))?)$/i,
  ],
  ['preamble', /^(?:between|by and between|(?:the )?parties|among)$/i],
  [
    'recital',
    /^(?:recitals?|background|whereas|preliminary statements?|preamble|(?:introductory|preliminary) remarks?)(?: (?:and|&) \w+)?$/i,
  ],
  [
    'definition',
    /^(?:(?:certain |key )?(?:definitions?|defined terms|interpretation|glossary|construction)(?: (?:and|&|;|of terms) .{1,40})?|what (?:some|certain|the|these|our) (?:words|terms)(?: \w+){0,3} means?|words used in .{1,40}|(?:meaning|meanings) of .{1,40}|what (?:the|these|our) words mean|some words we use|terms used.{0,40})$/i,
  ],
  [
    'drafting-note',
    /^(?:(?:drafting|explanatory) notes?|notes? (?:to|for) (?:the )?(?:draft|drafters?|users?|reader)|guidance(?: notes?)?$|instructions (?:for|to) (?:drafters?|users? of|complet).{0,40}|examples?$|about this (?:form|template|document))\b/i,
  ],
  [
    'drafting-note',
    /\((?:informative|non-?binding|not binding|for (?:information|guidance|reference)(?: only)?|(?:does |do )?not (?:form(?:ing)? )?(?:a )?part of [^()]{3,60})\)$/i,
  ],
  [
    'omitted',
    /\((?:reserved|intentionally (?:omitted|left blank|deleted)|not (?:used|chosen|selected|applicable|in use|adopted)|omitted|deleted)\)$/i,
  ],
  ['omitted', /^\[?(?:reserved|intentionally (?:omitted|left blank|deleted)|not used|omitted|deleted)\]?[.]?$/i],
]

/** The zone that a heading announces, if it announces one. */
export function zoneOfHeading(heading: string): Zone | undefined {
  if (heading.length > 120) return undefined
  const words = heading.replace(/\s+/g, ' ').replace(/^[\s:.–—-]+|[\s:.–—-]+$/g, '')
  return byHeading.find(([, pattern]) => pattern.test(words))?.[0]
}

const omitted =
  /^\[?\s?(?:reserved|intentionally (?:omitted|left blank|deleted)|this (?:section|clause|page) (?:is |has been )?intentionally (?:omitted|left blank|deleted)|not used|omitted|deleted|not applicable|n\/a)\.?\s?\]?[.;]?$/i
/** "De-identification of the corpus: NOT USED"; in small letters it may be said of the thing, and not of the clause. */
const headed = /[:.–—-]\s?\[?(?:NOT USED|RESERVED|INTENTIONALLY OMITTED|[Ii]ntentionally (?:omitted|left blank|deleted))\]?[.;]?$/
/** "Intentionally omitted (removal of offensive matter)": tells what is not there. */
const leftOut = /^\[?\s?(?:intentionally (?:omitted|left blank|deleted)|not used|omitted|deleted)\s?[([–—:-]/i
/** "withdrawn (formerly: mask the answers)", which tells at length what is no more. */
const withdrawn =
  /^\[?\s?(?:withdrawn|deleted|removed|omitted|not used|superseded)\W{1,3}(?:formerly|previously|was|used to (?:read|be))\b/i
const note =
  /^(?:\[\s?)?(?:note to (?:draft(?:er)?|user|reader)s?|drafting note|drafter'?s note|drafter’s note|NTD|guidance(?: note)?|instructions?|example|for example|explanatory note|commentary|comment|rationale)\b\s?[:.—–-]|^\((?:was|formerly|previously)\s?:/i
const signature =
  /^(?:in witness whereof|signed (?:for|by|as a deed)|executed (?:by|as)|by:\s?[_.]|name:\s?[_.]|title:\s?[_.]|date:\s?[_.]|signature:?\s?[_.]{2,}|_{6,}$|for and on behalf of\b.{0,80}$|authori[sz]ed signatory)/i
const recital =
  /^(?:whereas|recitals?|having regard to|having considered that|noting that|considering that|in view of the fact that|mindful (?:of|that))\b(?!.{0,240}\b(?:shall|undertakes?)\b)|^(?:and,? )?whereas\b/i
const preambleLine = /^(?:between|and|dated|parties|by and between|among|date(?:d)?:?|together the)\b.{0,80}$|^[–—-] ?hereinafter\b/i
const preamble =
  /\b(?:agreement|contract|addendum|amendment|licen[cs]e|deed|terms|dpa|order form|statement of work)\b[^.]{0,140}?\b(?:(?:is|are|was) (?:made|entered into|concluded|between|by and between)|(?:entered into|made|concluded|dated|effective) (?:as of|on|by|between|this|at)|between)\b|^(?:made|entered into) (?:as of|on|by|between|this|at)\b/i
/** Words that bind, so that a paragraph is no mere introduction. */
const binding = /\b(?:shall|must|undertakes?|may not|will not)\b/i

/** The zone of a paragraph by its own words, or undefined where it is simply part of its section. */
export function zoneOfWords(words: string, section: Zone, first: boolean): Zone | undefined {
  const head = words.slice(0, 300)
  if (isOmitted(words) || isUnticked(head) || isReservedRow(words)) return 'omitted'
  if (/(?:\.{4,8}|…{2,8}|\t)\s{0,4}\d{1,3}$/.test(words.slice(-20)) && words.length < 300) return 'contents'
  if (isNote(words, head) || isNoteCell(head)) return 'drafting-note'
  if (signature.test(head)) return 'signature'
  if (recital.test(head)) return 'recital'
  if (isDefinition(head, section === 'definition')) return 'definition'
  if (first && (preambleLine.test(words) || preamble.test(head)) && !binding.test(words)) return 'preamble'
  return undefined
}

// "T-08 | Throttling of calls | N | Reserved"
function isReservedRow(words: string): boolean {
  return /\|[^|]*\|\s?\[?(?:reserved|intentionally (?:omitted|left blank)|not used)\]?\.?$/i.test(words.slice(-120))
}

/** A box in front of every option and a tick in none: nothing was chosen (catalogue, Edge 2). */
export function isUnticked(head: string): boolean {
  return /^\s*(?:\[\s{0,6}\]|\u2610|\(\s{1,6}\))/.test(head) && !/\[\s?[xX\u2713\u2714]\s?\]|\u2611|\u2612/.test(head)
}

// "Training Purposes | [Drafting note: ...]": the cell beside the label only tells how to fill it in.
function isNoteCell(head: string): boolean {
  return /^[^|\n]{0,60}\|\s?\[(?:drafting note|note to|NTD|guidance|describe|insert|select)\b/i.test(head)
}

/** "Reserved", "[Intentionally omitted.]" and their like. */
export function isOmitted(words: string): boolean {
  return (
    (words.length < 90 && omitted.test(words.trim())) ||
    headed.test(words.slice(-40).trim()) ||
    withdrawn.test(words.slice(0, 60).trim()) ||
    (words.length < 240 && leftOut.test(words))
  )
}

/** Whether a sentence is wholly a note to those who draft ("[NTD: ...]"). */
export function isNoteText(words: string): boolean {
  return isNote(words, words.slice(0, 300))
}

function isNote(words: string, head: string): boolean {
  return (
    note.test(head) ||
    (/^\[(?!\s?[xX✓●_ ]?\s?\])(?:NTD|note|drafting|guidance|instruction|delete|insert|select|describe|choose|for example|optional|customer to|provider to|supplier to)/i.test(
      head,
    ) &&
      /\][.]?$/.test(words))
  )
}

const quotedTerm =
  /^(?:[(]?[a-z0-9]{1,3}[).]\s)?["“'‘][^"”\n]{1,80}["”'’](?:\s?(?:,|and|or|\/|\()\s?(?:the )?["“'‘(]{0,2}[^"”\n]{1,60}["”'’)]{0,2}){0,3},?\s(?:(?:shall |will )?(?:mean|have)s?|means|refers? to|has|is|are|includes?|and inflections|denotes?|,)/
const plainTerm =
  /^(?:the (?:term|expression|word)s? )?\p{Lu}[\p{L}\p{N}'’/&-]*(?: (?:\p{Lu}|of |and |or |the |to |for |in |\d)[\p{L}\p{N}'’/&-]*){0,7}(?: ?\([^)]{1,40}\))?,? (?:shall mean|means|mean|has the meaning|have the meaning|has the same meaning|refers to|is defined|are defined|denotes)\b/u
const bareTerm = /^\p{Lu}[\p{L}\p{N}'’/&-]*(?: (?:\p{Lu}|of |and |or |the )[\p{L}\p{N}'’/&-]*){0,5}:? (?:is|are|includes|include|—|–|-)\s/u
const speech =
  /^by ["“'‘]?[^,;.]{1,60}["”'’]? we mean\b|^(?:when|where) we (?:say|write)\b|^in this \w+,? ["“'‘]?[^,;.]{1,60}["”'’]? (?:means|mean|shall mean)\b|^references? to\b.{1,80}\b(?:means?|is|are|includes?)\b/i
const gathering =
  /\bthe following (?:words|terms|expressions|definitions|abbreviations) (?:are used|is used|have|has|shall have|bear)\b|\b(?:words|terms|expressions) (?:have|shall have|bear) the (?:following )?meanings?\b/i

/** Whether a paragraph's opening words define a term. In a definitions section "X is ..." does so too. */
export function isDefinition(head: string, inDefinitions: boolean): boolean {
  if (quotedTerm.test(head) || plainTerm.test(head) || speech.test(head) || gathering.test(head.slice(0, 120))) return true
  return inDefinitions && bareTerm.test(head) && !/\b(?:shall|must)\b/.test(head)
}
