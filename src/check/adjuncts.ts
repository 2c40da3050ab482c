// Phrases beside the verb that hold a duty to a part of the world: one channel, customers of one kind, a time, what was bought.
// They are found once for a sentence; whether one of them bears on a duty turns on where it stands and on what the duty is about.
import type { Match } from '../language/lexicon.ts'
import type { Token } from '../language/tokens.ts'
import type { Candidate } from './locate.ts'
import { once } from './once.ts'
import type { ReadProvision } from './provisions.ts'

/** The adjunct that holds a candidate's duty to a part, if one does. */
export function adjunctOf(candidate: Candidate): Match | undefined {
  const { read, frame } = candidate
  if (frame.kind === 'bar') return undefined
  return adjuncts(read).find(({ hours, ...m }) => !(hours && frame.kind === 'right') && bearsOn(m, candidate) && !isSubject(m, candidate))
}

interface Adjunct extends Match {
  /** Hours and days: whoever has a right uses it within them. */
  readonly hours: boolean
}

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const date = `(?:the end of )?(?:\\d{1,2} ${month}|${month} \\d|(?:19|20)\\d\\d)`
/** What a service has several of. */
const parts =
  'channels?|editions?|regions?|tenants?|portals?|chatbots?|subsidiar(?:y|ies)|branch(?:es)?|packages?|endpoints?|directorates?|departments?|divisions?|plants?|countr(?:y|ies)|sites?'
const functions = 'modules?|functions?|features?|use cases?|apps?|consoles?|products?|workflows?'
const users =
  'customers?|clients?|users?|subscribers?|accounts?|models?|systems?|services?|agents?|calls?|requests?|queries|exploits?|incidents?|records?'
/** Words that pick some out; any other may describe all there are. */
const picking =
  'critical|high - risk|higher - risk|regulated|premium|strategic|public|external|internal|selected|certain|some|designated|sensitive|enterprise|gold|silver|bronze|platinum|paying|key|priority|named|mobile|web|first|second|third|new|pilot|beta|confidential|restricted|classified|english|french|german|eu|us|uk|european|american|retail|wholesale|corporate|domestic|foreign'
/** A word that may pick one out of several; "each channel" is all of them, "our site" the one there is. */
const mod =
  "(?:(?!(?:the|those|each|every|any|all|other|no|such|same|relevant|applicable|respective|whole|entire|said|that|this|these|which|both|a|an|its|their|our|your|customer|client|provider|supplier|vendor|of|to|in|on|for|and|or|by|with|is|are|be|at) )[\\w'-]+ )"
const about = 'for|in respect of|with respect to|in relation to|as regards|with regard to|in the case of|in so far as concerns'
const det = '(?:the |those |its |such of the )?'

const limiting = [
  `(?:${about}|in|on|at|within) ${det}${mod}{1,3}(?:${parts})`,
  `(?:${about}) ${det}${mod}{1,4}(?:${functions})`,
  `(?:in|within) ${det}(?:${picking}) (?:${functions})`,
  `(?:${about}) ${det}(?:${picking}) (?:[\\w-]+ )?(?:${users})`,
  `(?:${about}) those (?:${users}|${functions}|${parts}) (?:that|which|whose|as)`,
  `(?:${about}) ${det}(?:${users}) (?:hosted|located|based|placed|resident) in`,
  `(?:${users}) of (?:type|class|category|grade|tier|level) \\w+`,
  `(?:${users}) of the (?:${picking}) (?:${functions}|${parts}|applications?)`,
  `(?:made|sent|submitted|placed|received|arriving|coming|that come|which come) (?:through|via|over|by|from|on|in) the (?:${picking}) (?:${functions}|${parts})`,
  `(?:acquired|released|created|collected|trained|deployed|received|concluded|written|ordered|published|built) (?:on or )?(?:after|before|since|prior to) ${date}`,
  `until ${date}`,
  '(?:for|in|during) the (?:first|initial) (?:[\\w-]+ ){0,2}(?:months?|weeks?|years?|days|quarters?)(?! of (?:each|every|the|a|that)\\b)',
  'from the (?:second|third|fourth|fifth) (?:contract |calendar )?(?:year|month|quarter)',
  '(?:during|in|for) the (?:pilot|beta|trial|introductory|hypercare|transition|transitional|evaluation|warranty) (?:phase|period|stage|year)',
  'to the extent (?:that )?(?:[\\w-]+ ){1,4}(?:is|are) (?:involved|concerned|affected|at stake|at issue)',
  'where (?:[\\w-]+ ){1,3}(?:data|information) (?:is|are) (?:involved|concerned|affected|at stake)',
  'once (?:[\\w-]+ ){1,4}(?:has|have) been (?:migrated|rolled out|upgraded|replaced|completed)',
  'subject to (?:the )?(?:payment|purchase) of',
  '(?:as|so) long as (?:[\\w-]+ ){1,3}(?:holds|pays|buys|subscribes|orders|keeps paying)',
].map(one => new RegExp(`\\b${one}(?= )`, 'g'))
const timing = [
  /(?:during|within|outside) (?:normal |regular |local )?(?:business|working|office|service|support) hours|on (?:working|business) days/g,
]

const adjuncts = once(({ tokens }: ReadProvision): Adjunct[] => {
  const { words, at } = joined(tokens)
  const find = (patterns: readonly RegExp[], hours: boolean): Adjunct[] =>
    matchesOf(patterns, words).flatMap(m => {
      const [from, to] = [at.get(m.index), at.get(m.index + m[0].length + 1) ?? tokens.length]
      return from === undefined ? [] : [{ from, to, hours }]
    })
  return [...find(limiting, false), ...find(timing, true)]
})

/** What patterns find as one that has them all for alternatives would: apart they take a quarter of the time to get ready. */
function matchesOf(patterns: readonly RegExp[], words: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let next = patterns.flatMap(pattern => matchFrom(0, pattern, words))
  while (next.length > 0) {
    const first = next.reduce((best, one) => (one.match.index < best.match.index ? one : best))
    const end = first.match.index + first.match[0].length
    found.push(first.match)
    next = next.flatMap(one => (one.match.index >= end ? one : matchFrom(end, one.pattern, words)))
  }
  return found
}

interface Next {
  readonly pattern: RegExp
  readonly match: RegExpExecArray
}

function matchFrom(offset: number, pattern: RegExp, words: string): Next[] {
  pattern.lastIndex = offset
  const match = pattern.exec(words)
  return match === null ? [] : [{ pattern, match }]
}

/** The words of a sentence with single blanks between, and by the offset of each word its index. */
function joined(tokens: readonly Token[]): { words: string; at: ReadonlyMap<number, number> } {
  const at = new Map<number, number>()
  let words = ''
  tokens.forEach((token, index) => {
    at.set(words.length, index)
    words += `${token.text} `
  })
  return { words, at }
}

const dependent = new Set('after before once when whenever if until that which who whose where while as so because upon'.split(' '))

/** Whether an adjunct stands in the clause of the duty, opens its sentence, or ends it. */
function bearsOn(adjunct: Match, { read: { reading }, standing: { clause }, act }: Candidate): boolean {
  const { tokens, clauses } = reading
  const end = Math.max(act.to, clause.to)
  if (clause.from <= adjunct.from && adjunct.from < end) return true
  const between = clauses.filter(c => c.from >= end && c.from <= adjunct.from)
  if (adjunct.from >= end) return between.every(c => dependent.has(tokens[c.from]?.text ?? '') || c.operator === undefined)
  return adjunct.from <= 2 && clauses.every(c => c.from >= clause.from || c.to > adjunct.from)
}

/** What the duty is about is no limit of it: "access during business hours" where hours are asked for. */
function isSubject(adjunct: Match, { read, groups, act }: Candidate): boolean {
  const within = (m: Match): boolean => m.from < adjunct.to && adjunct.from < m.to
  return within(act) || groups.some(group => read.concepts.get(group)?.some(within))
}
