// Provisions that take from others: "Section 9.5 does not apply to ...", "this clause shall not extend to ...", "Clause 7 is deleted".
import { type Contract, type CrossReference, firstFrom, type Provision } from '../domain/contract.ts'
import type { Span } from '../domain/span.ts'

export interface CarveOut {
  /** The provision that takes away, and the words in it that do. */
  readonly provision: Provision
  readonly words: Span
  /** Nothing is left of the duty, rather than less. */
  readonly whole: boolean
}

/** By section id: what is carved out of the provisions of that section and those below it. */
export type CarveOuts = ReadonlyMap<number, readonly CarveOut[]>

const self =
  /\b(?:this|the foregoing|the preceding|the above) (?:section|clause|paragraph|sub-?clause|sub-?section|article|provision|undertaking|obligation|duty|commitment|requirement|sentence|rule|item|§)/i
const takes =
  /\b(?:(?:is|are|be|lies?|falls?|remains?|stands?) (?:outside|excepted from|excluded from|not (?:within|covered by|subject to|part of|in scope of)|beyond|exempt from|exempted from|carved out of)(?: the (?:scope|reach|ambit) of)?|(?:does|do|shall|will) not (?:apply|extend|bind(?: (?:the |either |any )?\w+)?|operate|have effect)|(?:shall|will)? ?ha(?:s|ve) no (?:application|effect)|is (?:of no|without) (?:effect|application)|(?:applies|apply|extends|holds?|shall apply|operates?) (?:only|solely|exclusively|just)|(?:is|are) (?:limited|confined|restricted) to|(?:is|are) (?:hereby )?(?:deleted|disapplied|struck out|removed|suspended|waived|revoked|cancelled|amended|varied|modified|altered|revised))\b/i
/** Words that say outright that something lies outside, or reads otherwise: they narrow, they never empty. */
const outside =
  /(?:outside|excepted|excluded from|within|covered|beyond|exempt|carved|part of|scope of|amended|varied|modified|altered|revised)/i
// What follows "does not apply" narrows it to a part; with nothing after it all is gone.
const partly =
  /^\W*(?:to|where|when|if|in(?! (?:its|their|the) entirety| full| whole)|during|for|while|until|as to|as regards|with respect|after|before|on|outside|only|solely|unless|whenever|so long|at)\b/i

/** Finds every carve-out of the contract. */
export function findCarveOuts(contract: Contract): CarveOuts {
  const found = new Map<number, CarveOut[]>()
  const named = namedSections(contract)
  for (const provision of contract.provisions) {
    if (provision.zone !== 'operative' && provision.zone !== 'annex') continue
    const text = contract.documents[provision.document]?.text.slice(provision.span.start, provision.span.end) ?? ''
    if (!namesAny(named, provision) && !self.test(text)) continue
    const match = takes.exec(text)
    if (match === null) continue
    const carve = toCarveOut(provision, text, match)
    for (const target of targetsOf(named, provision, text, match.index)) keep(found, target, carve)
  }
  return found
}

function toCarveOut(provision: Provision, text: string, match: RegExpExecArray): CarveOut {
  const rest = text.slice(match.index + match[0].length)
  const limiting = /(?:only|solely|exclusively|just|to|limited|confined)$/i.test(match[0])
  return { provision, words: provision.span, whole: !limiting && !outside.test(match[0]) && !partly.test(rest) }
}

/** More that take from one section tell no more; but one that leaves nothing is never passed over. */
const mostOfOne = 100

function keep(found: Map<number, CarveOut[]>, target: number, carve: CarveOut): void {
  const known = found.get(target)
  if (known === undefined) found.set(target, [carve])
  else if (known.length < mostOfOne || (carve.whole && !known.some(c => c.whole))) known.push(carve)
}

/** By document the references to sections that are there, in order. */
function namedSections({ documents, references }: Contract): readonly (readonly CrossReference[])[] {
  const led = references.filter(r => r.kind === 'section' && r.target !== undefined).sort((a, b) => a.place.start - b.place.start)
  return documents.map((_, document) => led.filter(r => r.place.document === document))
}

function namesAny(all: readonly (readonly CrossReference[])[], { document, span }: Provision): boolean {
  const own = all[document] ?? []
  const next = own[firstFrom(own, span.start)]
  return next !== undefined && next.place.start < span.end
}

// Sections named before the words that take away are what is taken from.
function targetsOf(all: readonly (readonly CrossReference[])[], provision: Provision, text: string, at: number): number[] {
  const limit = provision.span.start + at
  const own = all[provision.document] ?? []
  const targets: number[] = []
  for (let next = firstFrom(own, provision.span.start); next < own.length && (own[next]?.place.start ?? 0) < limit; next++)
    targets.push(own[next]?.target as number)
  if (self.test(text.slice(0, at + 80))) targets.push(provision.section)
  return [...new Set(targets)]
}

/** The carve-outs that reach a provision, its own words excepted. */
export function carveOutsFor(contract: Contract, carveOuts: CarveOuts, provision: Provision): CarveOut[] {
  const found: CarveOut[] = []
  for (let at: number | undefined = provision.section; at !== undefined; at = contract.sections[at]?.parent)
    for (const carve of carveOuts.get(at) ?? []) if (carve.provision.id !== provision.id) found.push(carve)
  return found
}
