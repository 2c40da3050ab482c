// Words that hold a duty to a part of what is asked: exceptions, tiers, openers such as "In respect of English, ...",
// objects that are only a part. What is harmless ("unless required by law") is said here too.
import type { Reason } from '../domain/finding.ts'
import { slice } from '../domain/span.ts'
import type { Match } from '../language/lexicon.ts'
import type { Token } from '../language/tokens.ts'
import { adjunctOf } from './adjuncts.ts'
import type { Candidate } from './locate.ts'
import { once } from './once.ts'
import { partNamed } from './parts.ts'
import { planOf } from './plans.ts'
import type { ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'
import { type Meanings, meaningsIn } from './terms.ts'
import type { CompiledRequirement } from './vocabulary.ts'

/** The reason `scope`, with the words, where a candidate's own sentence narrows it; else nothing. */
export function weighNarrowing(
  candidate: Candidate,
  compiled: CompiledRequirement,
  { parts, definitions }: Pick<Scene, 'parts' | 'definitions'>,
): Reason[] {
  const match =
    exceptionOf(candidate, compiled) ??
    tierOf(candidate, compiled) ??
    planOf(candidate) ??
    openerOf(candidate) ??
    planOpener(candidate) ??
    toleratedNot(candidate, compiled, adjunctOf(candidate)) ??
    partNamed(candidate.read.tokens, parts) ??
    lateClock(candidate, compiled) ??
    refusedPart(candidate) ??
    partOf(candidate, compiled, definitions)
  return match === undefined ? [] : [{ code: 'scope', facts: { words: wordsOf(candidate, match) } }]
}

/** The words of a match, as they stand in the document. */
export function wordsOf({ read }: Candidate, match: Match): string {
  const { tokens } = read.reading
  return slice(read.text, { start: tokens[match.from]?.start ?? 0, end: tokens[match.to - 1]?.end ?? 0 })
}

function toleratedNot(candidate: Candidate, compiled: CompiledRequirement, match: Match | undefined): Match | undefined {
  return match === undefined || isTolerated(candidate, compiled, match) ? undefined : match
}

function isTolerated({ read }: Candidate, compiled: CompiledRequirement, match: Match): boolean {
  const tolerated = compiled.tolerates === undefined ? [] : (read.concepts.get(compiled.tolerates) ?? [])
  return tolerated.some(t => t.from < match.to && match.from < t.to)
}

// Exceptions that take nothing from a duty a careful reader would miss.
const harmlessWords =
  /^(?:unless|except|save|other than)\W+(?:(?:as|where|to the extent|and to the extent|if|when|otherwise)\W+){0,3}(?:otherwise\W+)?(?:for (?:the |any )?rights? (?:expressly )?granted|required|compelled|prohibited|mandated|demanded|agreed|expressly|permitted|provided|(?:a|any|some) (?:longer|shorter)|an earlier|the parties|sooner|earlier|longer|applicable law|the law|by law|law)/

function exceptionOf(candidate: Candidate, compiled: CompiledRequirement): Match | undefined {
  const { tokens } = candidate.read.reading
  const bar = candidate.frame.kind === 'bar'
  return candidate.standing.exceptions.find(e => {
    const words = textOf(tokens, e.from, Math.min(e.to, e.from + 16))
    const others = words.startsWith('other than') && people.has(tokens[e.from - 1]?.stem ?? '')
    return (
      !others &&
      !isOfTheBan(candidate, e) &&
      !harmlessWords.test(words) &&
      !keptOut.test(textOf(tokens, e.from, e.to + 8)) &&
      !ownParties.test(words) &&
      !(bar && byLeave.test(words)) &&
      !(byLeave.test(words) && isCreditors(candidate, compiled, e)) &&
      !(candidate.frame.kind === 'right' && isManner(textOf(tokens, e.from, e.from + 30))) &&
      !isTolerated(candidate, compiled, e)
    )
  })
}

// "shall not be stored save in encrypted form": the exception is a part of the words that say what is barred.
function isOfTheBan({ frame, act }: Candidate, { from }: Match): boolean {
  return frame.kind === 'bar' && act.from <= from && from < act.to
}

// "unless the Customer has agreed otherwise in writing": whoever is owed a duty may let the other off, and loses nothing unasked.
function isCreditors({ read, frame }: Candidate, { requirement }: CompiledRequirement, exception: Match): boolean {
  // Of a right it is the debtor who would have to agree.
  if (frame.kind === 'right') return false
  const owes = frame.by ?? requirement.owes
  const creditor = owes === 'provider' ? 'customer' : owes === 'customer' ? 'provider' : undefined
  const own = read.reading.clauses.filter(
    c => c.operator !== undefined && exception.from <= c.operator.from && c.operator.from < exception.to,
  )
  return own.length > 0 && own.every(c => c.bearer === creditor)
}

// "may test the Model, provided that it gives a day's notice": how a right is used does not make it less.
function isManner(words: string): boolean {
  return manner.test(words) && !byLeave.test(words) && !/\b(?:only|discretion|fee|fees|pay|pays|cost|costs)\b/.test(words)
}

const manner =
  /^provided (?:always |however )?(?:, )?that .*\b(?:notice|notif|inform|tell|secre|confiden|bound|complie|comply|observe|disrupt|interfer|disturb|business hours|working hours|reasonabl)/

// "data of any patient other than the one in session": says who the others are, and takes nothing.
const people = new Set(
  'person patient custom client user tenant parti individu claimant subscrib borrow employe member caller organis organiz'.split(' '),
)

// What must be barred may be allowed by consent; and the parties themselves are not the others that a ban keeps out.
const byLeave = /\b(?:consent|approv|authori[sz]|permission|permit|leave|licen[cs]e|agree|sign(?:s|ed)? off|waive|variation|dispense|clear)/
const ownParties =
  /^other than (?:the )?(?:\w+ )?(?:provider|supplier|vendor|licensor|contractor|customer|client|licensee|part(?:y|ies)|itself|authorised|authorized)\b/

function tierOf(candidate: Candidate, compiled: CompiledRequirement): Match | undefined {
  const { clause } = candidate.standing
  const { tiers } = candidate.read.reading
  const tier =
    tiers.find(t => clause.from <= t.from && t.from < clause.to) ??
    tiers.find(t => t.from < candidate.act.from) ??
    tiers.find(t => endsSentence(t, candidate))
  return tier === undefined || isTolerated(candidate, compiled, tier) ? undefined : tier
}

// "before they are delivered for customers of the premium tier only": what ends the sentence is said of the duty, too.
function endsSentence(tier: Match, { read: { reading }, standing: { clause } }: Candidate): boolean {
  const { tokens, clauses } = reading
  const bought = /^(?:if|where|once|provided|as|so)$/.test(tokens[tier.from]?.text ?? '')
  if (tier.from < clause.to || (tier.to < tokens.length - 3 && !bought)) return false
  return clauses.filter(c => c.from >= clause.to && c.from <= tier.from).every(c => dependent.has(tokens[c.from]?.text ?? ''))
}

const dependent = new Set('after before once when whenever if until that which who whose where while as so because upon'.split(' '))

const opener =
  /^(?:on the|in the|at the|within the|for|in respect of|with respect to|as regards|as to|in relation to|in so far as|insofar as|where|with regard to|in the case of)$/
/** The first word of each. */
const opening = new Set(['on', 'in', 'at', 'within', 'for', 'with', 'as', 'insofar', 'where'])
const general =
  /^(?:(?:the )?(?:term|agreement|contract|services?|platform|system|avoidance|purposes?|duration|term|whole|entire|entirety|sake|protection|security|benefit|life|lifetime|remainder|rest|time being|period)|all|any|each|every|both|this|its part|so long|as long|(?:the )?(?:first|second|third|fourth|last|final|course) (?:week|month|day|days|quarter|half|fortnight|of)|that purpose|these purposes|example|instance|more|further|free|a period|at least|no less|not less|\d)/
const restricting = new Set(['that', 'which', 'who', 'whose', 'where', 'only', 'drawn', 'ordered', 'subscribed'])

/** "For the disputes group, ...", "In respect of English, ...": what opens the sentence bounds it, unless it is the object itself. */
function openerOf({ read, standing, act, groups }: Candidate): Match | undefined {
  const { tokens } = read.reading
  const first = tokens.findLastIndex((t, i) => i < act.from && t.text === '|') + 1
  if (!opening.has(tokens[first]?.text ?? '')) return undefined
  for (const length of [1, 2, 3, 4]) {
    const from = first + length
    const words = textOf(tokens, first, from)
    if (!opener.test(words) || (places.test(words) && !tokens[from]?.capital)) continue
    const end = tokens.findIndex((t, i) => i > from && t.text === ',')
    if (end < 0 || end > first + 25 || end > act.from || general.test(textOf(tokens, from, from + 4))) return undefined
    const clause = textOf(tokens, first, first + 1) === 'where' || standing.clause.operator === undefined
    return !clause && (isBounded(tokens.slice(from, end)) || isElsewhere(read, groups, { from, to: end }))
      ? { from: first, to: end }
      : undefined
  }
  return undefined
}

// "On Scale, we stream your logs": the name of a plan.
function planOpener({ read, act }: Candidate): Match | undefined {
  const { tokens } = read.reading
  const from = tokens.findLastIndex((t, i) => i < act.from && t.text === '|') + 1
  if (tokens[from]?.text !== 'on' || tokens[from + 1]?.capital !== true) return undefined
  const to = tokens.findIndex((t, i) => i > from && t.text === ',')
  const named = to > from && to <= from + 4 && to < act.from
  return named && tokens.slice(from + 1, to).every(t => t.capital && !dated.test(t.text)) ? { from, to } : undefined
}

const dated =
  /^(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|request|demand|termination|expiry|delivery|acceptance|signature|receipt|notice)/

// "On the Public Channel, ...": only a name makes a place of it; "on the day", "in the course of" are none.
const places = /^(?:on|in|at|within) the$/

function isBounded(words: readonly Token[]): boolean {
  return ['those', 'such', 'the'].includes(words[0]?.text ?? '') && words.some(t => restricting.has(t.text))
}

// "Calls from addresses other than those on the list are turned away": what is excepted is what is let in.
const keptOut =
  /^other than (?:those|the|from|ones|what)\b.{0,160}\b(?:turned away|refused|rejected|blocked|dropped|denied|declined|discarded|severed|barred)\b/

// The opener names nothing that the duty itself is about, so it names a part of the world.
function isElsewhere({ concepts }: Candidate['read'], groups: readonly string[], range: Match): boolean {
  return !groups.some(group => concepts.get(group)?.some(m => range.from <= m.from && m.from < range.to))
}

// "shall lock the first line, but shall not be required to lock the second": the same words, refused for a part.
function refusedPart({ read, standing: { clause } }: Candidate): Match | undefined {
  const { tokens, clauses } = read.reading
  const refused = clauses.filter(c => c.force === 'refuses' && c.from >= clause.to)
  if (refused.length === 0) return undefined
  const own = new Set(contentOf(tokens, clause))
  return refused.find(c => contentOf(tokens, c).filter(stem => own.has(stem)).length >= 2)
}

function contentOf(tokens: readonly Token[], { from, to }: Match): string[] {
  return [...new Set(tokens.slice(from, to).flatMap(t => (t.kind === 'word' && t.text.length > 4 && !t.capital ? [t.stem] : [])))]
}

// A deadline that runs from the end of an inquiry is the provider's to start (catalogue, Edge 5).
function lateClock({ read }: Candidate, compiled: CompiledRequirement): Match | undefined {
  const figure = compiled.requirement.figure
  if (figure?.bound !== 'at-most' || figure.recurring) return undefined
  return inquiryEnd(read)
}

const inquiryEnd = once(({ tokens }: ReadProvision): Match | undefined => {
  const at = tokens.findIndex((t, i) => ends.has(t.text) && tokens.slice(i + 1, i + 6).some(u => inquiries.has(u.stem)))
  return at < 0 ? undefined : { from: at, to: Math.min(at + 6, tokens.length) }
})

const ends = new Set([
  'completion',
  'completing',
  'completed',
  'conclusion',
  'concluding',
  'concluded',
  'end',
  'finishing',
  'close',
  'outcome',
])
const inquiries = new Set(['investig', 'inquiri', 'enquiri', 'analysi', 'assess', 'review', 'forens', 'triag'])

function partOf({ read }: Candidate, { part, whole, requirement }: CompiledRequirement, definitions: Meanings): Match | undefined {
  const { concepts, tokens } = read
  if (part === undefined || whole === undefined) return undefined
  const wholes = concepts.get(whole)
  if (wholes === undefined) return concepts.get(part)?.[0]
  if (requirement.coverage?.byDefinition !== true) return undefined
  // "any Security Incident", which means access to Customer Data and no more: by its definition it is only a part.
  const said = meaningsIn(tokens, definitions)
  const parts = said?.get(part) ?? []
  const narrow = parts.filter(n => !said?.get(whole)?.some(w => w.from === n.from))
  return wholes.every(w => narrow.some(n => n.from < w.to && w.from < n.to)) ? narrow[0] : undefined
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(t => t.text)
    .join(' ')
}
