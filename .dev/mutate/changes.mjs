// Changes of words that make a promise fall short, each by grammar. A change takes a passage ({ text, spans of what was
// judged `met`, requirement }) and gives the changed texts, or none where the grammar does not fit. Files are papers.mjs's.
import { baseOf, exchange, figuresOf, inWords, partiesIn, verbGroups } from './grammar.mjs'
import { contractAround, inHtml, inWord } from './papers.mjs'

/** Edits each sentence that was evidence; nothing where one that is needed could not be changed. */
function edited({ text, spans }, edit) {
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

function negated(sentence, denial, rights) {
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
function givesRights({ requirement: { elements } }) {
  return elements.every(({ frames }) => frames.some(({ kind }) => kind === 'right')) && elements[0].frames[0].kind === 'right'
}

const be = /^\s+(?:(?:be|have been|also be)\b)/

const softer = {
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

function softened(sentence, ways) {
  if (disclaiming.test(sentence) || (ways === softer.may && isTangled(sentence))) return undefined
  return withGroups(sentence, ({ kind, words, of, end }) => {
    const way = ways[kind]
    return typeof way === 'function' ? way(kind === 'present' || kind === 'plain' ? of : words, sentence.slice(end)) : way
  })
}

/** Words behind which "you" is told or given something. */
const told = /\b(to|for|by|with|from|of|tell|give|email|notify|let|send|inform|with) you\b/g

/** Provider for customer and the reverse, by the names that the text uses. */
function partySwapped({ text, requirement }) {
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

const hours = { hour: 1, h: 1, day: 24, week: 168, month: 720, year: 8760 }
const singular = unit => unit.replace(/s$/, '')

/** The one figure of the evidence that the requirement's limit is about, with the limit in its unit. */
function decidingFigure({ text, spans, requirement: { figure, parameters } }) {
  const limit = figuresOf(parameters.find(({ name }) => name === figure?.parameter)?.value ?? '')[0]
  if (limit === undefined || figure.recurring) return undefined
  const size = unit => (figure.unit === 'percent' ? (/^(?:%|per)/.test(unit) ? 1 : undefined) : hours[singular(unit)])
  if (size(limit.unit) === undefined) return undefined
  const own = figuresOf(text).filter(
    ({ start, unit }) => size(unit) !== undefined && spans.some(span => span.start <= start && start < span.end),
  )
  const [only] = own
  if (own.length !== 1) return undefined
  return { ...only, atMost: figure.bound === 'at-most', limit: (limit.amount * size(limit.unit)) / size(only.unit), size: size(only.unit) }
}

function withFigure(passage, instead) {
  const found = decidingFigure(passage)
  const words = found === undefined ? undefined : instead(found, passage.text.slice(found.start, found.end))
  return words === undefined ? [] : [passage.text.slice(0, found.start) + words + passage.text.slice(found.end)]
}

function worse({ atMost, limit, gap, unit }, form) {
  const amount = atMost ? Math.ceil(limit * 1.5) + 1 : Math.floor(limit / 3)
  if (amount < 1 && unit !== '%') return undefined
  const said = unit === '%' && amount < 1 ? '0.5' : form === 'words' ? inWords(amount) : String(amount)
  return said === undefined || (form === 'words' && unit === '%')
    ? undefined
    : `${said}${gap}${amount === 1 || gap.startsWith('-') ? singular(unit) : unit}`
}

const otherUnits = { hour: 'days', h: 'days', day: 'weeks', week: 'months', month: 'days', year: 'weeks' }

function unitChanged({ atMost, limit, amount, gap, unit }) {
  if (unit === '%' || /^per/.test(unit)) return undefined
  const next = atMost ? otherUnits[singular(unit)] : { day: 'hours', month: 'days', year: 'weeks', week: 'hours' }[singular(unit)]
  if (next === undefined) return undefined
  const now = (amount * hours[singular(next)]) / (hours[singular(unit)] ?? 1)
  const fails = atMost ? now > limit : now < limit
  return fails ? `${amount}${gap.startsWith('-') ? '-' : ' '}${gap.startsWith('-') ? singular(next) : next}` : undefined
}

function excepted(sentence, words) {
  const end = /[.;]?$/.exec(sentence).index
  // A limb of a list is left alone: what follows it would be torn off.
  return /\|/.test(sentence) || end < 20 || /,(?: and| or)?$/.test(sentence)
    ? undefined
    : `${sentence.slice(0, end)}, ${words}${sentence.slice(end) || '.'}`
}

const isBan = sentence =>
  /\b(?:not|cannot|no|neither|nor|nobody|forbidden|prohibited|refrain|never)\b|n't\b/i.test(
    sentence.replace(/\bno(?:t)? (?:later|less|more|fewer)\b/g, ''),
  )

/** One duty, so that it is plain what words at its end belong to. */
function isSimple(sentence) {
  return (
    verbGroups(sentence).length === 1 &&
    !/[;:]|, (?:and|but|or|so|unless|until|after|before|which|who)\b|\b(?:unless|until)\b/.test(sentence)
  )
}

/** Who may do as he likes: the one that is bound, so that nothing is left of the duty. */
function boundBy({ text, requirement }) {
  const { provider, customer, plain } = partiesIn(text)
  if (requirement.owes === 'customer') return plain ? 'you' : `the ${customer ?? 'Customer'}`
  return plain && provider === undefined ? 'we' : `the ${provider ?? 'Provider'}`
}

function swallowing(passage, form) {
  const who = boundBy(passage)
  const many = who === 'we' || who === 'you'
  const words = {
    discretion: `except where ${who} ${many ? 'decide' : 'decides'} otherwise in ${who === 'we' ? 'our' : who === 'you' ? 'your' : 'its'} sole discretion`,
    convenience: `unless ${who} ${many ? 'find' : 'finds'} it inconvenient`,
    suspend: `save that ${who} may suspend the foregoing at any time`,
  }[form]
  // What must be barred may be allowed by leave, and a right is another's to use.
  return edited(passage, sentence =>
    isBan(sentence) || verbGroups(sentence).some(({ kind }) => kind === 'right' || kind === 'bar') ? undefined : excepted(sentence, words),
  )
}

function banSwallowed(passage) {
  return edited(passage, sentence =>
    isBan(sentence) && isSimple(sentence)
      ? excepted(sentence, 'except where this serves a commercial purpose of the person concerned')
      : undefined,
  )
}

const lower = sentence =>
  /^(?:The|A|An|Any|All|Each|Every|No|Neither|Nobody|We|You|Our|Before|Upon|If|When|In|Access|Outputs?|Inputs?|Customer|Provider)\b/.test(
    sentence,
  ) && !/^(?:Customer|Provider|Outputs?|Inputs?)\b/.test(sentence)
    ? sentence[0].toLowerCase() + sentence.slice(1)
    : sentence

function tiered(passage, form) {
  const before = {
    opener: 'For customers on the Enterprise plan only, ',
    opener2: 'Where the Premium Security Package has been purchased, ',
  }[form]
  const after = {
    closing: 'for customers of the premium tier only',
    closing2: 'provided that the Customer has subscribed to the Enterprise edition',
  }[form]
  return edited(passage, sentence =>
    /\||^\W/.test(sentence) || (form === 'closing' && !isSimple(sentence))
      ? undefined
      : before === undefined
        ? excepted(sentence, after)?.replace(`, ${after}`, `${form === 'closing2' ? ',' : ''} ${after}`)
        : before + lower(sentence),
  )
}

function aloneIn(passage, how) {
  return passage.text.includes('|') || passage.text.length > 900 ? [] : [contractAround(passage.text, how)]
}

function contradicted(passage) {
  const opposite = passage.spans.map(({ start, end }) => negated(passage.text.slice(start, end), 'need not', givesRights(passage)))
  if (opposite.includes(undefined) || passage.text.includes('|')) return []
  return [`7.1 ${passage.text.replace(/\n+/g, ' ')}\n\n9.4 ${opposite.join(' ')}\n`]
}

const named = (name, forms, change) => forms.map(form => ({ kind: name, form, change: passage => change(passage, form) }))

/** All changes, each with its kind and the form of it. */
export const changes = [
  ...named('negated', ['shall not', 'need not', 'shall not be required to'], (passage, denial) =>
    edited(passage, s => negated(s, denial, givesRights(passage))),
  ),
  ...named('softened', Object.keys(softer), (passage, form) => edited(passage, s => softened(s, softer[form]))),
  { kind: 'party swapped', form: '', change: partySwapped },
  ...named('figure worsened', ['figures', 'words'], (passage, form) => withFigure(passage, found => worse(found, form))),
  ...named('figure blank', ['[●]', '____', '[X]', '[TBD]'], (passage, blank) =>
    withFigure(passage, ({ gap, unit }) => `${blank}${gap || ' '}${unit}`),
  ),
  { kind: 'unit changed', form: '', change: passage => withFigure(passage, unitChanged) },
  ...named('exception swallows', ['discretion', 'convenience', 'suspend'], swallowing),
  { kind: 'exception swallows', form: 'ban', change: banSwallowed },
  ...named('recital or definition', ['recital', 'definition', 'note', 'reserved'], aloneIn),
  ...named('struck out', ['html', 'word'], (passage, form) => (form === 'html' ? inHtml : inWord)(passage, 'struck')),
  ...named('hidden', ['html', 'word'], (passage, form) => (form === 'html' ? inHtml : inWord)(passage, 'hidden')),
  { kind: 'contradicted elsewhere', form: '', change: contradicted },
  ...named('premium tier only', ['opener', 'opener2', 'closing', 'closing2'], tiered),
]
