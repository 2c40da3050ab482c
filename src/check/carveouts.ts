// Provisions that take from others: "Section 9.5 does not apply to ...", "streaming calls are outside clause 8", "the tests in
// clause 7 may be passed over", "Annex 2 states objectives", "Clause 7 is deleted". What is taken is a part, all, or firmness.
import { type Contract, type CrossReference, firstFrom, type Provision } from '../domain/contract.ts'
import type { Span } from '../domain/span.ts'

export interface CarveOut {
  /** The provision that takes away, and the words in it that do. */
  readonly provision: Provision
  readonly words: Span
  /** Nothing is left of the duty, rather than less. */
  readonly whole: boolean
  /** Struck from the contract, rather than held not to apply. */
  readonly deleted?: true
  /** What is left: a part of the duty, or the duty as something that its debtor may leave. */
  readonly code: 'scope' | 'soft'
  /** "Article 9, Paragraph 5", where paragraphs have no numbers that one cites them by: that paragraph alone. */
  readonly paragraph?: number
}

/** By section id: what is carved out of the provisions of that section and those below it. */
export type CarveOuts = ReadonlyMap<number, readonly CarveOut[]>

const self =
  /\b(?:this|the foregoing|the preceding|the above) (?:section|clause|paragraph|sub-?clause|sub-?section|article|provision|undertaking|obligation|duty|commitment|requirement|sentence|rule|item|§)/i
/** What stands behind the clause that is taken from. */
const takes =
  /\b(?:(?:is|are|be|lies?|falls?|remains?|stands?) (?:outside|excepted from|excluded from|not (?:within|covered by|subject to|part of|in scope of)|beyond|exempt from|exempted from|carved out of)(?: the (?:scope|reach|ambit) of)?|(?:does|do|shall|will) not (?:apply|extend|bind(?: (?:the |either |any )?\w+)?|operate|have effect|reach|cover|govern|hold)|(?:is|are) not (?:applied|applicable)|(?:shall|will)? ?ha(?:s|ve) no (?:application|effect)|is (?:of no|without) (?:effect|application)|(?:applies|apply|extends|holds?|shall apply|operates?) (?:only|solely|exclusively|just)|(?:is|are) (?:limited|confined|restricted) to|(?:is|are) (?:hereby )?(?:deleted|disapplied|struck out|removed|suspended|waived|revoked|cancelled|amended|varied|modified|altered|revised))\b/i
/** Words that have an object, or say outright that something lies outside or reads otherwise: they narrow, they never empty. */
const outside =
  /(?:outside|excepted|excluded from|within|cover|reach|govern|beyond|exempt|carved|part of|scope of|amended|varied|modified|altered|revised)/i
/** Said of figures too ("this clause ... does not reach the figure"), so only of clauses that are named. */
const withObject = /(?:reach|cover|govern|hold)$/i
/** What leaves the clause that is named before it to its debtor. */
const loosens =
  /\b(?:(?:may|can|need not) (?:be )?(?:passed over|skipped|left undone|left out|dispensed with|disregarded|set aside|postponed|deferred|departed from|relaxed)|(?:is|are|states?|expresse?s?|describes?|sets?(?: out)?|(?:shall|to) be (?:read|understood|taken) as|gives?)(?: (?:only|merely|an?|no more than|the)){0,3} (?:obligations? of means|(?:planning |performance |design )?(?:objectives?|targets?|goals?|aims?|aspirations?|ambitions?)|statements? of (?:intent|intention|aim)|(?:best|reasonable)[- ](?:efforts?|endeavours?) (?:obligations?|undertakings?|commitments?))(?! (?:environment|system|model|date)))\b/i
/** What stands right before the clause that is taken from: "... are outside clause 8", "... are not third parties for the purposes of clause 10". */
const before =
  /\b(?:(?:is|are|be|lies?|falls?|remains?|stands?) (?:outside(?: of)?|excepted from|excluded from|exempt(?:ed)? from|free (?:of|from)|beyond|not (?:within|covered by|subject to|part of|in scope of|caught by|bound by))(?: (?:the )?(?:scope|reach|ambit|application|duty|terms|requirements?) (?:of|in|under))?|(?:is|are|shall|will) not (?:be )?(?:regarded as |deemed (?:to be )?|considered |treated as )?(?:an? )?(?:\w+ ){1,3}(?:for (?:the )?(?:application|purposes?) of|within the meaning of))\s$/i
/** "Despite clause 7, the Provider need not ...", "Nothing in clause 7 obliges it to ...": the clause, then what is taken. */
const despite = /\b(?:notwithstanding|despite|in spite of|regardless of|in derogation (?:of|from))\s(?:the provisions of\s)?$/i
const leaving =
  /^[^.;]{0,90}?,[^.;]{0,120}?\b(?:may(?! not\b)|need not|is not|are not|does not|do not|shall not be (?:required|obliged|bound)|no\b)/i
const nothing = /\bnothing in\s$/i
const obliging = /^[^.;]{0,60}?\b(?:requires?|obliges?|compels?|prevents?|prohibits?|stops|precludes?|bars)\b/i
// What follows "does not apply" narrows it to a part; with nothing after it all is gone.
const partly =
  /^\W*(?:to|where|when|if|in(?! (?:its|their|the) entirety| full| whole)|during|for|while|until|as to|as regards|with respect|after|before|on|outside|only|solely|unless|whenever|so long|at)\b/i

/** Finds every carve-out of the contract. */
export function findCarveOuts(contract: Contract): CarveOuts {
  const found = new Map<number, CarveOut[]>()
  const led = ledSections(contract)
  for (const provision of contract.provisions) {
    if (provision.zone !== 'operative' && provision.zone !== 'annex') continue
    const whole = contract.documents[provision.document]?.text ?? ''
    const text = whole.slice(provision.span.start, provision.span.end)
    const named = namedIn(led, provision)
    if (named.length === 0 && !self.test(text)) continue
    if (isUnreleased(text, whole.slice(Math.max(0, provision.span.start - contextReach), provision.span.start))) continue
    const all = [...afterClause(provision, text, named), ...beforeClause(provision, text, named)]
    const first = all.filter((one, at) => all.findIndex(other => other.target === one.target) === at)
    for (const { target, ...carve } of first) keep(found, target, carve)
  }
  return found
}

type Taking = CarveOut & { readonly target: number }

/** "Clause 7 and clause 8 do not apply to ...": sections named before the words that take away are what is taken from. */
function afterClause(provision: Provision, text: string, named: readonly CrossReference[]): Taking[] {
  const match = takes.exec(text) ?? loosens.exec(text)
  if (match === null || isCap(text, match)) return []
  const rest = text.slice(match.index + match[0].length)
  const limiting = /(?:only|solely|exclusively|just|to|limited|confined)$/i.test(match[0])
  const code = loosens.test(match[0]) ? 'soft' : 'scope'
  const whole = code === 'scope' && !limiting && !outside.test(match[0]) && !partly.test(rest)
  const own = code === 'scope' && !withObject.test(match[0]) && self.test(text.slice(0, match.index + 80))
  const led = named.filter(one => one.place.start < provision.span.start + match.index && (one.kind === 'section' || code === 'soft'))
  return [...led.map(one => takingOf(one, provision, text)), ...(own ? [{ target: provision.section }] : [])].map(one => ({
    ...one,
    ...carveIn(provision),
    whole,
    code,
    ...(whole && deleting.test(match[0]) ? { deleted: true as const } : {}),
  }))
}

const deleting = /(?:deleted|disapplied|struck out|removed|revoked|cancelled)$/i

/** "Except for breach of clause 9, each party's liability is limited to ...": the cap is not on the clause that is named. */
function isCap(text: string, { index, 0: words }: RegExpExecArray): boolean {
  return /limited|restricted|confined/i.test(words) && /\bliab/i.test(text.slice(Math.max(0, index - 120), index))
}

/** "Beta features may change. Clauses 6 and 7 do not apply to them": what is not released yet takes nothing from what is. */
function isUnreleased(text: string, context: string): boolean {
  return unreleased.test(text) || (/\b(?:they|them|these|those)\b/i.test(text) && unreleased.test(context))
}

const unreleased = /\b(?:beta|alpha|previews?|pre-?release|early[- ]access|experimental)\b/i
/** How far before a sentence stands what its pronouns mean, in characters. */
const contextReach = 300

/** "Streaming calls are outside clause 8": what is taken from stands right behind the words. */
function beforeClause(provision: Provision, text: string, named: readonly CrossReference[]): Taking[] {
  return named.flatMap(one => {
    if (one.kind !== 'section') return []
    const at = one.place.start - provision.span.start
    const [lead, rest] = [text.slice(Math.max(0, at - 120), at), text.slice(one.place.end - provision.span.start)]
    const taken = before.test(lead) || (despite.test(lead) && leaving.test(rest)) || (nothing.test(lead) && obliging.test(rest))
    return taken ? [{ ...takingOf(one, provision, text), ...carveIn(provision), whole: false, code: 'scope' as const }] : []
  })
}

const carveIn = (provision: Provision) => ({ provision, words: provision.span })

function takingOf({ target, place }: CrossReference, { span }: Provision, text: string): Pick<Taking, 'target' | 'paragraph'> {
  const paragraph = /^,? (?:sub-?)?paragraphs? \(?(\d{1,2})\b/i.exec(text.slice(place.end - span.start))?.[1]
  return { target: target as number, ...(paragraph === undefined ? {} : { paragraph: Number(paragraph) }) }
}

/** More that take from one section tell no more; but one that leaves nothing is never passed over. */
const mostOfOne = 100

function keep(found: Map<number, CarveOut[]>, target: number, carve: CarveOut): void {
  const known = found.get(target)
  if (known === undefined) found.set(target, [carve])
  else if (known.length < mostOfOne || (carve.whole && !known.some(c => c.whole))) known.push(carve)
}

/** By document the references to sections and annexes that are there, in order. */
function ledSections({ documents, references }: Contract): readonly (readonly CrossReference[])[] {
  const led = references.filter(r => r.kind !== 'document' && r.target !== undefined).sort((a, b) => a.place.start - b.place.start)
  return documents.map((_, document) => led.filter(r => r.place.document === document))
}

function namedIn(all: readonly (readonly CrossReference[])[], { document, span }: Provision): CrossReference[] {
  const own = all[document] ?? []
  const named: CrossReference[] = []
  for (let next = firstFrom(own, span.start); next < own.length && (own[next]?.place.start ?? 0) < span.end; next++)
    named.push(own[next] as CrossReference)
  return named
}

/** The carve-outs that reach a provision, its own words excepted. */
export function carveOutsFor(contract: Contract, carveOuts: CarveOuts, provision: Provision): CarveOut[] {
  const found: CarveOut[] = []
  for (let at: number | undefined = provision.section; at !== undefined; at = contract.sections[at]?.parent)
    for (const carve of carveOuts.get(at) ?? [])
      if (carve.provision.id !== provision.id && (carve.paragraph === undefined || carve.paragraph === paragraphOf(contract, provision)))
        found.push(carve)
  return found
}

const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮'

/** The number that the paragraph of a provision opens with: "⑤", "(5)", "5."; its own section's where it has none. */
function paragraphOf({ provisions, documents, sections }: Contract, { id, paragraph, document, section }: Provision): number | undefined {
  let first = id
  while (provisions[first - 1]?.paragraph === paragraph) first -= 1
  const start = provisions[first]?.span.start ?? 0
  const head = documents[document]?.text.slice(start, start + 6).trim() ?? ''
  const sign = circled.indexOf(head.slice(0, 1)) + 1
  const number = /^\(?(\d{1,2})[.)]/.exec(head)?.[1] ?? /(\d{1,2})\)?$/.exec(sections[section]?.number ?? '')?.[1]
  return sign > 0 && head !== '' ? sign : number === undefined ? undefined : Number(number)
}
