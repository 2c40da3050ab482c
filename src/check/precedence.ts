// Orders of precedence: "the Special Conditions prevail over the Schedules", "if a Schedule and a clause conflict, the clause
// prevails". Which of two provisions ranks higher; which of them then decides is the judge's business.
import type { Contract, Provision, Section } from '../domain/contract.ts'
import { slice } from '../domain/span.ts'
import { once } from './once.ts'

/** Whether the first of two provisions ranks above the second, by what the contract says of its parts. */
export type Outranks = (higher: Provision, lower: Provision) => boolean

/** A part of a contract: whether a provision stands in it. */
type Layer = (provision: Provision) => boolean

interface Rule {
  readonly higher: Layer
  readonly lower: Layer
}

const wins =
  /\b(?:prevails?|(?:takes?|has|have|having) (?:precedence|priority)|shall (?:govern|control|prevail)|(?:governs?|controls?|ranks?) (?:over|above|before|ahead)|overrides?|is paramount|are paramount|appl(?:y|ies) (?:despite|notwithstanding) anything in)\b/i
// "prevails in matters of personal data": in that alone, which is not known of other provisions.
const matter =
  /^\W*(?:in matters|as regards|as to|with (?:respect|regard) to|in respect|in relation|insofar|in so far|to the extent|only|but only|for (?:the )?purposes?)\b/i
const ordered =
  /\b(?:order of (?:precedence|priority)|(?:descending|following) (?:order|sequence)|in (?:the )?order (?:listed|set out|below)|order of their listing)\b/i
/** "none controls over another", "shall not prevail" */
const denied = /\b(?:none|neither|not|nor|no)\b[^.;,]{0,50}\b(?:prevail|govern|control|tak(?:e|es|ing) p|hav(?:e|ing) p|rank|overrid)/i
const equal = /\b(?:equal(?:ly)?|same) (?:rank|force|standing|footing|dignity|weight|status|precedence|authority|effect)|rank equally\b/i

/** Where a contract says nothing of rank. */
export const everyEqual: Outranks = () => false

/** No order of precedence is longer. */
const mostRules = 100

/** Reads every statement of precedence of a contract. */
export function readPrecedence(contract: Contract): Outranks {
  const rules = contract.provisions.flatMap(provision => rulesIn(contract, provision)).slice(0, mostRules)
  if (rules.length === 0) return everyEqual
  const rankOf = once((provision: Provision) => ({
    higher: new Set(rules.filter(({ higher }) => higher(provision))),
    lower: new Set(rules.filter(({ lower }) => lower(provision))),
  }))
  const above: Outranks = (p, q) => {
    const { higher, lower } = rankOf(p)
    if (higher.size === 0) return false
    const other = rankOf(q)
    return [...higher].some(rule => other.lower.has(rule) && !(lower.has(rule) && other.higher.has(rule)))
  }
  return (p, q) => above(p, q) && !above(q, p)
}

function rulesIn(contract: Contract, provision: Provision): Rule[] {
  const text = contract.documents[provision.document]?.text ?? ''
  const words = slice(text, provision.span)
  if (words.length > 1500 || equal.test(words) || denied.test(words)) return []
  if (ordered.test(words)) return inOrder(layersIn(contract, provision, words.slice(words.search(ordered))))
  const lead = provision.leadIns.map(span => slice(text, span)).join(' ')
  // Limbs of "in the following order: (a) ...; (b) ..." are read together, at the first of them.
  if (ordered.test(lead)) return isFirst(contract, provision) ? inOrder(limbsOf(contract, provision)) : []
  return words
    .split(/[;.]\s|, (?:and|which|who|while|whereas) /)
    .flatMap(part => (wins.test(part) ? winning(contract, provision, part, words) : []))
}

function isFirst({ provisions }: Contract, { id, paragraph }: Provision): boolean {
  return provisions[id - 1]?.paragraph !== paragraph
}

function limbsOf(contract: Contract, { paragraph }: Provision): Layer[] {
  const limbs = contract.provisions.filter(one => one.paragraph === paragraph)
  return limbs.flatMap(one => layersIn(contract, one, slice(contract.documents[one.document]?.text ?? '', one.span)).slice(0, 1))
}

/** Each part ranks above those named after it. */
function inOrder(layers: readonly Layer[]): Rule[] {
  return layers.flatMap((higher, at) => layers.slice(at + 1).map(lower => ({ higher, lower: (p: Provision) => lower(p) && !higher(p) })))
}

/** "A prevails over B": those named before the verb over those after it; over all else that the sentence names where none is. */
function winning(contract: Contract, provision: Provision, part: string, words: string): Rule[] {
  const match = wins.exec(part)
  if (match === null) return []
  const before = part.slice(0, match.index)
  const condition = /^.*\b(?:conflicts?|inconsisten\w+|discrepanc\w+|contradict\w*|ambiguit\w+|differ\w*)\b[^,]*,/is.exec(before)?.[0] ?? ''
  const subjects = layersIn(contract, provision, before.slice(condition.length))
  const objects = layersIn(contract, provision, part.slice(match.index + match[0].length))
  const higher = subjects.at(-1) ?? carried(contract, provision, part, words)
  if (higher === undefined || matter.test(part.slice(match.index + match[0].length))) return []
  const lower = objects.length > 0 ? objects : layersIn(contract, provision, condition)
  const all =
    lower.length > 0 ? lower : condition !== '' || /\b(?:any|all) other|anything|everything|else\b/i.test(words) ? [() => true] : []
  return all.map(one => ({ higher, lower: (p: Provision) => one(p) && !higher(p) }))
}

/** "..., which prevail over the Annexes": what stood last in the part of the sentence before. */
function carried(contract: Contract, provision: Provision, part: string, words: string): Layer | undefined {
  return layersIn(contract, provision, words.slice(0, words.indexOf(part))).at(-1)
}

const annexes = 'annex(?:es|ures?)?|schedules?|exhibits?|appendi(?:x|ces)|attachments?'
/** Also with a capital: the rest of the pattern tells names by theirs. */
const capital = (words: string): string => words.replace(/(^|\|)([a-z])/g, (_, bar, letter) => `${bar}[${letter}${letter.toUpperCase()}]`)
const naming = new RegExp(
  `\\b(?:(?:${capital(`${annexes}|parts?|sections?|articles?|clauses?`)}) (?:[A-Z]{1,2}(?:-?\\d{1,2})?|\\d{1,3}(?:\\.\\d{1,3})*|[IVX]{1,5}|One|Two|Three|Four|Five)\\b|(?:the |this |these |its |our |any |an? )?(?:[A-Z][\\p{L}-]+(?: (?:of |and |for )?[A-Z][\\p{L}-]+){0,4}|${capital(annexes)}|clauses?|articles?|body|agreement|contract|terms(?: and conditions)?|conditions|order form|addendum|amendment|document))`,
  'gu',
)

function layersIn(contract: Contract, home: Provision, words: string): Layer[] {
  return [...words.matchAll(naming)].flatMap(match => layerOf(contract, home, match[0]) ?? [])
}

function layerOf(contract: Contract, home: Provision, named: string): Layer | undefined {
  const own = /^th(?:is|ese) /i.test(named)
  const name = named.replace(/^(?:the|this|these|its|our|any|an?) /i, '').toLowerCase()
  if (/^(?:if|in|to|where|when|for|such|each|party|parties|law|conflict|precedence|order|provider|customer|supplier)$/.test(name))
    return undefined
  const kind = new RegExp(`^(?:${annexes})$`).test(name) ? stemOf(name) : undefined
  if (kind !== undefined) return provision => rootOf(contract, provision)?.number.toLowerCase().startsWith(kind) === true
  const numbered = contract.sections.filter(one => one.number.toLowerCase() === name.replace(/^(?:section|clause) /, ''))
  if (numbered.length > 0 && /\d|^\w+ \w+$/.test(name)) return inSections(contract, numbered)
  const headed = contract.sections.filter(one => one.depth < 2 && isHeaded(contract, one, name))
  if (headed.length > 0) return inSections(contract, headed)
  const titled = contract.documents.flatMap((document, at) => (document.text.slice(0, 120).toLowerCase().includes(name) ? [at] : []))
  if (contract.documents.length > 1 && titled.length > 0 && titled.length < contract.documents.length)
    return p => titled.includes(p.document)
  if (own && contract.documents.length > 1) return p => p.document === home.document
  if (own && rootOf(contract, home)?.zone === 'annex') return inSections(contract, [rootOf(contract, home) as Section])
  return /^(?:clauses?|articles?|sections?|body|agreement|contract|terms(?: and conditions)?|(?:general )?conditions|call-?off terms|main (?:body|agreement)|terms of .*)$/.test(
    name,
  )
    ? p => rootOf(contract, p)?.zone !== 'annex'
    : undefined
}

const stemOf = (name: string): string => name.slice(0, 5).replace(/(?<=^annex).*/, '')

/** "PART B: SPECIAL CONDITIONS" is headed by "special conditions", and by "a special condition". */
function isHeaded({ documents }: Contract, { document, heading, number }: Section, name: string): boolean {
  const words = heading === undefined ? '' : slice(documents[document]?.text ?? '', heading).toLowerCase()
  return name.length > 5 && number !== '' && (words.includes(name) || words === `${name}s`) && !/^(?:agreement|contract)$/.test(name)
}

function inSections({ sections }: Contract, roots: readonly Section[]): Layer {
  const ids = new Set(roots.map(one => one.id))
  for (const { id, parent } of sections) if (parent !== undefined && ids.has(parent)) ids.add(id)
  return provision => ids.has(provision.section)
}

function rootOf({ sections }: Contract, { section }: Provision): Section | undefined {
  let at = sections[section]
  while (at?.parent !== undefined) at = sections[at.parent]
  return at
}
