// Changes of what a sentence binds whom to: its verbs denied or softened, provider and customer swapped. By the grammar of
// grammar.mjs alone; a sentence that it is not sure of is left as it is.
import { baseOf, exchange, partiesIn, verbGroups } from './grammar.mjs'

/** Edits each sentence that was evidence; nothing where one that is needed could not be changed. */
export function edited({ text, spans }, edit) {
  let [made, touched, last] = ['', false, true]
  let at = 0
  for (const span of spans) {
    const words = text.slice(span.start, span.end)
    const changed = edit(words, span)
    made += text.slice(at, span.start) + (changed ?? words)
    at = span.end
    if (changed === undefined) last = false
    else if (span.needed) touched = true
  }
  return touched || last ? [made + text.slice(at)] : []
}

/** Replaces the verb groups of a sentence; undefined where there is none, or one that `replace` has no word for. */
function withGroups(sentence, replace) {
  const groups = verbGroups(sentence)
  const news = groups.map(group => replace(group, sentence))
  if (groups.length === 0 || news.includes(undefined)) return undefined
  return groups
    .reduceRight((words, group, at) => words.slice(0, group.start) + news[at] + words.slice(group.end), sentence)
    .replace(/,,/g, ',')
}
const nobody = [
  [/\bNeither\b/, 'Each'],
  [/\bneither\b/, 'each'],
  [/\bNobody\b|\bNo[ -]one\b|\bNo person\b/, 'Anyone'],
  [/\bnobody\b|\bno[ -]one\b|\bno person\b/, 'anyone'],
  [/\bNo (?=[a-z])/, 'Any '],
  [/, nor\b|\bnor\b/, ' or'],
]

/** "No third party shall": leave for everybody is the opposite of a ban on all. */
function withoutNobody(sentence) {
  const denied = nobody.some(([pattern]) => pattern.test(sentence))
  if (!denied) return undefined
  const turned = nobody.reduce((words, [pattern, instead]) => words.replace(pattern, instead), sentence)
  const groups = verbGroups(turned)
  if (groups.length === 0 || groups.some(({ kind }) => kind !== 'shall' && kind !== 'right')) return undefined
  return groups.reduceRight((words, group) => `${words.slice(0, group.start)}may${words.slice(group.end)}`, turned)
}

/** What would turn the sense of a denial is left alone: "not ... unless", "only", "otherwise than". */
const tangled =
  /\b(?:unless|until|otherwise|only|solely|save|except|either|nothing|none|neither|nor|no|never|not less|not later|hardly|without)\b/i

const plainly =
  /\b(?:not? (?:later|less|more|fewer)|no (?:later|less|fewer)) than\b|\bwithout (?:undue )?delay\b|\bwithout\b[^,.]*\bconsent\b/gi

function isTangled(sentence) {
  return tangled.test(sentence.replace(plainly, ''))
}

export function negated(sentence, denial, rights) {
  const open = withoutNobody(sentence)
  if (open !== undefined) return open
  if (isTangled(sentence)) return undefined
  return withGroups(sentence, ({ kind, words, of }, whole) => {
    if (kind === 'shall') return words === 'can' ? 'cannot' : denial
    if (kind === 'bar') return /shall not be (?:liable|responsible)/.test(whole) ? 'shall' : 'may'
    if (kind === 'oblige') return `is under no obligation to`
    if (kind === 'right' && !rights) return undefined
    if (kind === 'right') return /right to$/.test(words) ? 'has no right to' : /to$/.test(words) ? 'is not permitted to' : 'may not'
    if (kind === 'fact' || kind === 'being') return `${words} not`
    if (kind === 'present') return `does not ${baseOf(of)}`
    return `do not ${of}`
  })
}

/** Whether leave is what the requirement asks for: "can make 60 calls a minute" is no right in a limit. */
export function givesRights({ requirement: { elements } }) {
  return elements.every(({ frames }) => frames.some(({ kind }) => kind === 'right')) && elements[0].frames[0].kind === 'right'
}
const be = /^\s+(?:(?:be|have been|also be)\b)/

export const softer = {
  should: {
    shall: 'should',
    bar: 'should not',
    fact: () => 'should be',
    present: of => `should ${baseOf(of)}`,
    plain: of => `should ${of}`,
    oblige: 'should',
  },
  efforts: {
    shall: (_, after) => (be.test(after) ? undefined : 'shall use reasonable efforts to'),
    bar: (_, after) => (be.test(after) ? undefined : 'shall use reasonable efforts not to'),
    fact: words => `${words} intended to be`,
    present: of => `aims to ${baseOf(of)}`,
    plain: of => `aim to ${of}`,
    oblige: 'shall endeavour to',
  },
  practicable: {
    shall: 'shall, where practicable,',
    bar: 'shall, so far as reasonably practicable, not',
    fact: words => `${words}, as far as reasonably practicable,`,
    present: of => `where practicable ${of}`,
    plain: of => `where practicable ${of}`,
    oblige: 'undertakes, where practicable, to',
  },
  may: { shall: 'may', oblige: 'may', fact: () => 'may be', present: of => `may ${baseOf(of)}`, plain: of => `may ${of}` },
}

// To be softly free of a liability is to be free of it; and "no ... may" and "only ... may" bar as firmly as they did.
const disclaiming = /\b(?:responsib|liab|disclaim|risk)/i

export function softened(sentence, ways) {
  if (disclaiming.test(sentence) || (ways === softer.may && isTangled(sentence))) return undefined
  return withGroups(sentence, ({ kind, words, of, end }) => {
    const way = ways[kind]
    return typeof way === 'function' ? way(kind === 'present' || kind === 'plain' ? of : words, sentence.slice(end)) : way
  })
}
/** Words behind which "you" is told or given something. */
const told = /\b(to|for|by|with|from|of|tell|give|email|notify|let|send|inform|with) you\b/g

/** Provider for customer and the reverse, by the names that the text uses. */
export function partySwapped({ text, spans, requirement }) {
  // "A failed test is a breach of warranty, and Provider shall repair it": the first half stands whoever repairs.
  if (spans.some(({ start, end }) => verbGroups(text.slice(start, end)).some(({ kind }) => kind === 'being'))) return []
  // Where the customer runs the model, the duties of the host are the customer's.
  if (requirement.owes === 'either' || (requirement.hosted && /\b(?:runs?|hosts?|hosted|operates?|operated|servers?|hold)\b/.test(text)))
    return []
  const { provider, customer, plain } = partiesIn(text)
  if (provider === undefined && customer === undefined && !plain) return []
  if (plain && (provider !== undefined || customer !== undefined)) return []
  if (plain && !/\b(?:we|you)\b/i.test(text)) return []
  const pairs = plain
    ? [
        ['we', 'you'],
        ['We', 'You'],
        ['you', 'we'],
        ['You', 'We'],
        ['our', 'your'],
        ['Our', 'Your'],
        ['your', 'our'],
        ['Your', 'Our'],
        ['us', 'you'],
        ["We'll", "You'll"],
        ["we'll", "you'll"],
      ]
    : [
        [provider ?? 'Provider', customer ?? 'Customer'],
        [customer ?? 'Customer', provider ?? 'Provider'],
      ]
  // Who runs the model is said, since his duties are the customer's where the customer does.
  const host = requirement.hosted
    ? plain
      ? 'We host the models and you call them over the internet.\n\n'
      : `The ${provider ?? 'Provider'} hosts the model and the ${customer ?? 'Customer'} calls it over the internet.\n\n`
    : ''
  const owed = requirement.owes === 'provider' ? provider : customer
  const bound = plain
    ? requirement.owes === 'provider'
      ? /\b(?:we|our)\b/i
      : /\byou\b/i
    : owed === undefined
      ? undefined
      : new RegExp(`\\b${owed}\\b`)
  return bound?.test(text) ? [host + exchange(plain ? text.replace(told, '$1 you_') : text, [...pairs, ['you_', 'us']])] : []
}
