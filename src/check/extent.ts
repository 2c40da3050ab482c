// Modifiers that hold a duty to a part of the world: "in that part of the Vault which ...", "individuals in Japan", "prompts in
// English", "a use within clause 7(b)". What merely describes the whole ("prompts submitted to the Service") is left alone.
import type { Contract } from '../domain/contract.ts'
import type { Reason } from '../domain/finding.ts'
import type { Match } from '../language/lexicon.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import type { Candidate } from './locate.ts'
import { wordsOf } from './narrowing.ts'
import { once } from './once.ts'
import type { ReadProvision } from './provisions.ts'

/** The reason `scope`, with the words, where a modifier in a candidate's sentence holds it to a part; else nothing. */
export function weighExtent(candidate: Candidate, contract: Contract): Reason[] {
  const { read, act, standing } = candidate
  const end = Math.max(act.to, standing.clause.to)
  const found = restrictions(read).find(m => m.from < end && !isHarmless(m, read.tokens, namesIn(contract))) ?? underlingsOnly(candidate)
  return found === undefined ? [] : [{ code: 'scope', facts: { words: wordsOf(candidate, found) } }]
}

interface Restriction extends Match {
  /** The capitalised word that it turns on: a place, or a name that the contract gives to something general. */
  readonly name?: number
}

const restrictions = once(({ tokens }: ReadProvision): Restriction[] => {
  const all: Restriction[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isTurningOn((tokens[at] as Token).text)) continue
    const found =
      partAt(tokens, at) ??
      peopleAt(tokens, at) ??
      languageAt(tokens, at) ??
      limbAt(tokens, at) ??
      routeAt(tokens, at) ??
      aloneAt(tokens, at) ??
      namedAt(tokens, at)
    if (found !== undefined) all.push(found)
  }
  return all
})

const asked = new Map<string, boolean>()
const askedMost = 50_000

/** Whether any of them can turn on a word: the same few thousand are asked about again and again. */
function isTurningOn(word: string): boolean {
  const known = asked.get(word)
  if (known !== undefined) return known
  if (asked.size >= askedMost) asked.clear()
  const turning = [parts, people, languages, limbs, /^(?:route|for|in|with|alone)$/].some(pattern => pattern.test(word))
  asked.set(word, turning)
  return turning
}

function isHarmless({ name, to }: Restriction, tokens: readonly Token[], names: ReadonlySet<string>): boolean {
  if (name === undefined) return false
  const words = tokens.slice(name, to).filter(t => t.capital)
  return words.some(({ text }) => names.has(text) || general.test(text))
}

const general =
  /^(?:services?|platforms?|systems?|models?|api|environments?|agreements?|contract|schedules?|annex|appendix|exhibit|sections?|clauses?|articles?|part|table|order|forms?|sow|accordance|production|writing|software|products?|programs?|group|party|parties|term|outputs?|inputs?|data)$/

/** Words of the names that the contract itself gives: parties and defined terms are no places. */
const namesIn = once(
  ({ parties, terms }: Contract): ReadonlySet<string> =>
    new Set([...parties.flatMap(p => p.aliases), ...terms.map(t => t.term)].flatMap(name => tokenise(name).map(t => t.text))),
)

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? ''
}

const parts = /^(?:parts?|portions?|segments?|subsets?|fractions?|halves|half|sections?|share)$/

// "in that part of the Vault which serves the desk", "those portions of the weights that it regards as secret"
function partAt(tokens: readonly Token[], at: number): Restriction | undefined {
  if (!parts.test(wordAt(tokens, at)) || wordAt(tokens, at + 1) !== 'of' || tokens[at]?.capital === true) return undefined
  const pointed = /^(?:that|those|such|only|the)$/.exec(wordAt(tokens, at - 1))?.[0]
  if (pointed === undefined || wordAt(tokens, at - 2) === 'on') return undefined
  const rest = tokens.slice(at + 2, at + 12).findIndex(t => /^(?:which|that|where|in|serving|used|for|on)$/.test(t.text))
  const cut = tokens.slice(at + 2, at + 2 + Math.max(rest, 0)).some(t => t.kind === 'mark')
  if (rest < 0 || cut) return undefined
  const to = at + 3 + rest
  return pointed === 'the' && !/^(?:which|that|where)$/.test(wordAt(tokens, to - 1)) ? undefined : { from: at - 1, to }
}

const people =
  /^(?:individuals?|persons?|people|residents?|citizens?|nationals?|users?|customers?|consumers?|patients?|students?|offices?|branches|branch|sites?|premises|employees|subjects?)$/
const placing = /^(?:who|that|are|located|resident|residing|living|based|situated|domiciled|is)$/

// "individuals who are resident in Japan", "the offices of the Client outside India", "residents of the European Union"
function peopleAt(tokens: readonly Token[], at: number): Restriction | undefined {
  const head = wordAt(tokens, at)
  if (!people.test(head) || tokens[at]?.capital === true) return undefined
  let next = at + 1
  if (wordAt(tokens, next) === 'of' && !/^(?:residents?|citizens?|nationals?)$/.test(head))
    next += wordAt(tokens, next + 1) === 'the' ? 3 : 2
  while (next < at + 8 && placing.test(wordAt(tokens, next))) next++
  const where = wordAt(tokens, next)
  const belongs = where === 'of' && /^(?:residents?|citizens?|nationals?)$/.test(head)
  if (!belongs && !/^(?:in|outside|within)$/.test(where)) return undefined
  const name = wordAt(tokens, next + 1) === 'the' ? next + 2 : next + 1
  return tokens[name]?.capital === true && tokens[name]?.kind === 'word' ? { from: at, to: name + 1, name } : undefined
}

const languages =
  /^(?:english|french|german|spanish|italian|dutch|portuguese|japanese|chinese|mandarin|korean|arabic|hindi|welsh|irish|swedish|danish|norwegian|finnish|polish|russian|turkish|greek|czech)$/
const writings =
  /^(?:prompts?|texts?|content|inputs?|data|sets?|datasets?|outputs?|quer(?:y|ies)|requests?|questions?|answers?|replies|messages?)$/

// "German-language data sets", "prompts in English"
function languageAt(tokens: readonly Token[], at: number): Restriction | undefined {
  if (!languages.test(wordAt(tokens, at))) return undefined
  const language = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1
  if (wordAt(tokens, language) === 'language' && writings.test(wordAt(tokens, language + 1))) return { from: at, to: language + 2 }
  if (wordAt(tokens, at - 1) !== 'in') return undefined
  const head = /^(?:written|typed|put|are|that)$/.test(wordAt(tokens, at - 2)) ? at - 3 : at - 2
  const joined = /^(?:and|or|,)$/.test(wordAt(tokens, at + 1))
  return writings.test(wordAt(tokens, head)) && !joined ? { from: head, to: at + 1 } : undefined
}

const limbs = /^(?:clause|section|article|paragraph|\u00a7)$/

// "Approval of a use within clause 7.2(b)": one limb of several.
function limbAt(tokens: readonly Token[], at: number): Restriction | undefined {
  if (!limbs.test(wordAt(tokens, at))) return undefined
  const fallen = /^(?:within|under)$/.test(wordAt(tokens, at - 1)) ? at - 1 : -1
  const falling = wordAt(tokens, fallen) === 'within' || /^(?:falls?|falling)$/.test(wordAt(tokens, fallen - 1))
  const open = tokens.slice(at + 1, at + 6).findIndex(t => t.text === '(') + at + 1
  const limb = /^[a-z]{1,4}$/.test(wordAt(tokens, open + 1)) && wordAt(tokens, open + 2) === ')'
  return fallen >= 0 && falling && open > at && limb ? { from: fallen, to: open + 3 } : undefined
}

// "scores returned by the pricing route": who names a route by what it is for knows of others.
function routeAt(tokens: readonly Token[], at: number): Restriction | undefined {
  if (wordAt(tokens, at) !== 'route' || tokens[at]?.capital === true || anyRoute.test(wordAt(tokens, at - 1))) return undefined
  for (let from = at - 1; from >= at - 4; from--) {
    if (wordAt(tokens, from) === 'the') return at - from > 1 && !sole.test(wordAt(tokens, at - 1)) ? { from, to: at + 1 } : undefined
    if (tokens[from]?.kind !== 'word') return undefined
  }
  return undefined
}

// "shall route all traffic", "by any route"
const anyRoute = /^(?:shall|must|will|may|to|and|any|whatever|whichever|no)$/
const sole = /^(?:only|sole|same|said|one|api|inference|relevant|access|network|single)$/

// "In the patient module alone, each reply bears a notice": what opens the sentence and is closed by a pause.
function aloneAt(tokens: readonly Token[], at: number): Restriction | undefined {
  if (wordAt(tokens, at) !== 'alone' || wordAt(tokens, at + 1) !== ',') return undefined
  const from = tokens.findLastIndex((t, i) => i < at && t.kind === 'mark' && t.text !== '-' && t.text !== "'") + 1
  return from <= longestNumber && /^(?:in|on|at|for|within|to)$/.test(wordAt(tokens, from)) ? { from, to: at + 1 } : undefined
}

/** A sentence may have its number before its first word. */
const longestNumber = 6

// "shall maintain, for Ambient Scribe, controls", "logs calls in respect of Coding Assist": who names one function knows of others.
function namedAt(tokens: readonly Token[], at: number): Restriction | undefined {
  const aside = wordAt(tokens, at) === 'for' && wordAt(tokens, at - 1) === ','
  const from = aside ? at : concerning.has(`${wordAt(tokens, at)} ${wordAt(tokens, at + 1)} ${wordAt(tokens, at + 2)}`) ? at : -1
  if (from < 0) return undefined
  const name = aside ? at + 1 : at + 3
  let to = name
  while (tokens[to]?.capital === true && to < name + 4) to++
  const closed = /^[,.;]$/.test(wordAt(tokens, to)) || to === tokens.length
  return to >= name + 2 && closed && (!aside || wordAt(tokens, to) === ',') ? { from, to, name } : undefined
}

const concerning = new Set(['in respect of', 'with respect to', 'in relation to', 'with regard to'])

// "Each Subcontractor shall refrain from copying the weights": a ban on some that leaves the parties free.
function underlingsOnly({ frame, read, standing }: Candidate): Match | undefined {
  const { clause, bearer } = standing
  if (frame.kind !== 'bar' || clause.operator === undefined || (bearer !== 'nobody' && bearer !== 'other')) return undefined
  const subject = { from: clause.from, to: clause.operator.from }
  const words = read.tokens.slice(subject.from, subject.to).filter(t => t.kind === 'word')
  const only = words.every(
    t => underlings.test(t.text) || /^(?:each|every|all|any|no|nor|neither|the|of|and|or|such|sub|sub-)$/.test(t.text),
  )
  return only && words.some(t => underlings.test(t.text)) ? subject : undefined
}

const underlings =
  /^(?:subcontractors?|contractors?|subprocessors?|processors?|affiliates?|agents?|employees?|personnel|staff|consultants?|individual|resellers?)$/
