// Who the subject of a clause is: a party, both, somebody else, or nobody named.
import type { Role } from '../domain/contract.ts'
import type { Bearer } from '../domain/obligation.ts'
import type { Match } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** The words a contract has for its parties: token texts joined by a blank, to the role. */
export type PartyWords = ReadonlyMap<string, Role>

const prepositions = new Set([
  'by',
  'of',
  'to',
  'for',
  'from',
  'with',
  'against',
  'on',
  'in',
  'upon',
  'at',
  'under',
  'between',
  'than',
  'including',
  'via',
  'through',
  'behalf',
])
const both = new Set(['each party', 'either party', 'both parties', 'the parties', 'neither party', 'no party', 'every party', 'a party'])
const others = new Set(['third', 'person', 'persons', 'nobody', 'anyone', 'anybody', 'one', 'entity', 'individual'])

/**
 * The bearer of a clause.
 * @param subject tokens before the verb group
 * @param rest tokens after it, looked at for "by the Provider" when nobody stands before
 */
export function bearerOf(tokens: readonly Token[], subject: Match, rest: Match | undefined, parties: PartyWords): Bearer {
  // "Please check the answers": a request made to the reader, who is the customer.
  if (tokens[subject.from]?.text === 'please') return 'customer'
  // "No person, be it the Customer or anyone else": nobody at all, whoever is named.
  if (tokens[subject.from]?.text === 'no' && others.has(tokens[subject.from + 1]?.text ?? '')) return 'other'
  const passive = rest !== undefined && isPassive(tokens, subject.to, rest.from)
  const named = passive ? undefined : (subjectParty(tokens, subject, rest, parties) ?? deviceOwner(tokens, subject, rest, parties))
  if (named !== undefined) return named
  const agent = rest === undefined ? undefined : (agentOf(tokens, rest, parties) ?? chargedParty(tokens, subject, rest, parties))
  if (agent !== undefined) return agent
  for (let at = subject.from; at < subject.to; at++) if (others.has(tokens[at]?.text ?? '')) return 'other'
  return 'nobody'
}

function subjectParty(tokens: readonly Token[], subject: Match, rest: Match | undefined, parties: PartyWords): Bearer | undefined {
  const opening = openingParty(tokens, subject, parties)
  return opening ?? (rest === undefined ? firstParty(tokens, subject, parties) : lastParty(tokens, subject, parties))
}

// "The Customer shall be told": who is told owes nothing; who tells stands after "by", if anywhere.
function isPassive(tokens: readonly Token[], operator: number, next: number): boolean {
  const be = tokens[next - 1]?.text
  const verb = tokens[next]?.text ?? ''
  return next > operator && (be === 'be' || be === 'been') && (verb.endsWith('ed') || irregular.has(verb)) && !standing.has(verb)
}

const irregular = new Set('told given sent made shown kept put held let brought paid sold left'.split(' '))
/** Participles that bind or free the subject itself. */
const standing = new Set(
  'required obliged obligated permitted allowed entitled prohibited authorised authorized deemed charged tasked committed precluded barred excused released relieved'.split(
    ' ',
  ),
)

// "The Licensee sends the Licensor ...": who opens the clause is its subject, whoever is named later.
function openingParty(tokens: readonly Token[], range: Match, parties: PartyWords): Bearer | undefined {
  let from = range.from
  while (from < range.to && (tokens[from]?.kind === 'number' || leading.has(tokens[from]?.text ?? ''))) from++
  for (let end = Math.min(from + 4, range.to - 1); end >= from; end--) {
    const mention = mentionEndingAt(tokens, end, from, parties)
    if (mention?.from === from && !isModifier(tokens, end + 1, range.to)) return mention.bearer
  }
  return undefined
}

const leading = new Set(['the', ',', 'and', 'but', '"', '(', 'that', 'each', 'or'])

// "Every quarter the Supplier sends the Customer a report": no verb group was found, so who is named first acts.
function firstParty(tokens: readonly Token[], range: Match, parties: PartyWords): Bearer | undefined {
  for (let at = range.from; at < range.to; at++) {
    const mention = mentionEndingAt(tokens, at, range.from, parties)
    if (mention === undefined || isModifier(tokens, at + 1, range.to)) continue
    const before = previousWord(tokens, mention.from, range.from)
    if (before === undefined || !prepositions.has(before)) return mention.bearer
  }
  return undefined
}

function lastParty(tokens: readonly Token[], range: Match, parties: PartyWords): Bearer | undefined {
  for (let at = range.to - 1; at >= range.from; at--) {
    const mention = mentionEndingAt(tokens, at, range.from, parties)
    if (mention === undefined || inBrackets(tokens, at, range.to)) continue
    const before = previousWord(tokens, mention.from, range.from)
    if (mention.from > range.from && before !== undefined && prepositions.has(before) && !hasPeople(tokens, mention.from, range.from))
      continue
    if (isModifier(tokens, at + 1, range.to)) continue
    return mention.bearer
  }
  return undefined
}

const owned =
  /^(?:data|content|information|materials?|records?|files?|prompts?|inputs?|outputs?|queries|requests?|traffic|users?|staff|personnel|systems?|accounts?|documents?|premises|consent|approval)$/

// "the Model (a version used by the Bank) shall": who stands in brackets does not act.
function inBrackets(tokens: readonly Token[], at: number, end: number): boolean {
  for (let i = at + 1; i < end; i++) {
    if (tokens[i]?.text === '(') return false
    if (tokens[i]?.text === ')') return true
  }
  return false
}

// "the Customer's prompts", "Customer Data": the party only describes the noun that follows.
function isModifier(tokens: readonly Token[], next: number, end: number): boolean {
  const word = tokens[next]
  if (word === undefined || next >= end) return false
  if (word.text === "'s" || word.text === "'") return !tokens.slice(next + 1, Math.min(end, next + 6)).some(t => people.has(t.stem))
  return word.kind === 'word' && (word.capital || owned.test(word.text) || isYours(tokens, next))
}

// "Your model runs by itself": what is the reader's does not act for the reader, as the reader's people and machines do.
function isYours(tokens: readonly Token[], next: number): boolean {
  const thing = tokens[next]
  return tokens[next - 1]?.text === 'your' && thing !== undefined && !people.has(thing.stem) && !devices.test(thing.text)
}

// "the Customer's gateway must log": what a party's machines must do, the party must see to.
function deviceOwner(tokens: readonly Token[], subject: Match, rest: Match | undefined, parties: PartyWords): Bearer | undefined {
  const device = tokens[subject.to - 1]?.text ?? ''
  if (rest === undefined || !devices.test(device) || !/^(?:shall|must|will)$/.test(tokens[rest.from - 1]?.text ?? '')) return undefined
  for (let at = subject.to - 2; at > Math.max(subject.from, subject.to - 5); at--)
    if (tokens[at]?.text === "'s" || tokens[at]?.text === "'") return mentionEndingAt(tokens, at - 1, subject.from, parties)?.bearer
  return undefined
}

const devices =
  /^(?:gateways?|firewalls?|servers?|systems?|platforms?|networks?|proxy|proxies|tools?|software|applications?|connectors?|filters?)$/

// "the Vendor's security team shall": whose people act, acts.
const people = new Set(
  'staff personnel team engin analyst employe offic depart desk council board director manag administr counsel committe committee oper specialist clerk servant agent'
    .split(' ')
    .flatMap(w => [w, `${w}s`]),
)

// "an internal committee of the Vendor shall": its people once more.
function hasPeople(tokens: readonly Token[], party: number, from: number): boolean {
  const at = tokens[party - 1]?.text === 'the' ? party - 2 : party - 1
  return (
    at - 1 >= from &&
    tokens[at]?.text === 'of' &&
    /^(?:committees?|boards?|councils?|teams?|departments?)$/.test(tokens[at - 1]?.text ?? '')
  )
}

function previousWord(tokens: readonly Token[], at: number, from: number): string | undefined {
  let i = at - 1
  while (i >= from && ['the', 'a', 'an', 'each', 'any', 'said', 'such', 'that', '"', '('].includes(tokens[i]?.text ?? '')) i--
  return i >= from ? tokens[i]?.text : undefined
}

const lastWords = new WeakMap<PartyWords, ReadonlySet<string>>()

/** The words that a mention of a party can end with, so that other words are not tried. */
function lastWordsOf(parties: PartyWords): ReadonlySet<string> {
  const known = lastWords.get(parties) ?? new Set([...parties.keys(), ...both].map(words => words.slice(words.lastIndexOf(' ') + 1)))
  lastWords.set(parties, known)
  return known
}

/** Whether a party, or a pronoun for one, is named by the tokens that begin at `at`. */
export function namesParty(tokens: readonly Token[], at: number, parties: PartyWords): boolean {
  const first = tokens[at]?.text === 'the' ? at + 1 : at
  for (let end = first; end < Math.min(tokens.length, first + 4); end++)
    if ([at, first].includes(mentionEndingAt(tokens, end, at, parties)?.from ?? -1) && !isModifier(tokens, end + 1, tokens.length))
      return true
  return false
}

/** A party named by the token run that ends at `at`, longest alias first. */
function mentionEndingAt(
  tokens: readonly Token[],
  at: number,
  floor: number,
  parties: PartyWords,
): { from: number; bearer: Bearer } | undefined {
  if (!lastWordsOf(parties).has(tokens[at]?.text ?? '')) return undefined
  for (let length = 5; length >= 1; length--) {
    const from = at - length + 1
    if (from < floor) continue
    const words = tokens
      .slice(from, at + 1)
      .map(t => t.text)
      .join(' ')
    const role = parties.get(words)
    if (role !== undefined) return { from, bearer: role }
    if (both.has(words)) return { from, bearer: 'both' }
  }
  return undefined
}

// "It is for the Client to log", "responsibility for logs rests with the Client": who is charged stands in the verb group, or right behind it.
function chargedParty(tokens: readonly Token[], subject: Match, rest: Match, parties: PartyWords): Bearer | undefined {
  const group = tokens.slice(subject.to, rest.from).map(t => t.text)
  if (!group.some(word => charging.has(word))) return undefined
  for (let at = subject.to; at <= Math.min(rest.from + 3, rest.to - 1); at++) {
    const mention = mentionEndingAt(tokens, at, subject.to, parties)
    if (mention !== undefined && !isModifier(tokens, at + 1, rest.to)) return mention.bearer
  }
  return undefined
}

const charging = new Set('for with of duty obligation responsibility task'.split(' '))

// "shall accept traffic from addresses notified by the Customer": whoever notifies them does not accept it.
function isDescribing(tokens: readonly Token[], verb: number, by: number): boolean {
  const participle = tokens[by - 1]?.text ?? ''
  return (
    by - verb > 2 &&
    (participle.endsWith('ed') || irregular.has(participle)) &&
    !/^(?:be|been|being|is|are|was|were|and|or|,)$/.test(tokens[by - 2]?.text ?? '') &&
    !/^(?:be|been|being|is|are|was|were|has|have|had)$/.test(tokens[verb - 1]?.text ?? '') &&
    !/^(?:have|get|cause|see|procure|ensure|let|be)$/.test(tokens[verb]?.text ?? '')
  )
}

function agentOf(tokens: readonly Token[], range: Match, parties: PartyWords): Bearer | undefined {
  for (let at = range.from; at < range.to; at++) {
    if (tokens[at]?.text !== 'by' || isDescribing(tokens, range.from, at)) continue
    for (let end = at + 1; end < Math.min(range.to, at + 7); end++) {
      const mention = mentionEndingAt(tokens, end, at + 1, parties)
      if (mention !== undefined && !isModifier(tokens, end + 1, range.to)) return mention.bearer
      if (tokens[end]?.kind === 'mark') break
    }
  }
  return undefined
}
