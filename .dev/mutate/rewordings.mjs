// Changes that must not matter: other names for the parties, other numbers and order of clauses, other line breaks,
// spelling, figures in words, passive for active. Each takes a text and gives the changed texts, or none where it does not fit.
import { exchange, figuresOf, inWords, participleOf, partiesIn, sentencesOf, verbGroups } from './grammar.mjs'
import { amongOthers } from './papers.mjs'
import { parties, spellings } from './words.mjs'

const swaps = [
  ['Vendor', 'Client'],
  ['Supplier', 'Licensee'],
  ['Provider', 'Customer'],
]

function otherRoles(text) {
  const { provider, customer } = partiesIn(text)
  if (provider === undefined && customer === undefined) return []
  return swaps
    .filter(([p, c]) => p !== provider && c !== customer)
    .slice(0, 1)
    .map(([p, c]) =>
      exchange(text, [
        [provider ?? p, p],
        [customer ?? c, c],
      ]),
    )
}

function ownNames(text) {
  const { provider, customer } = partiesIn(text)
  const others = [...parties.provider, ...parties.customer].filter(
    name => name !== provider && name !== customer && new RegExp(`\\b${name}\\b`).test(text),
  )
  if ((provider === undefined && customer === undefined) || others.some(name => !provider?.includes(name))) return []
  const intro =
    'This Agreement is made between Quillford Systems Ltd ("Quillford"), the provider of the services, and Harrowgate plc ("Harrowgate"), the customer.'
  const bare = [
    [provider, 'Quillford'],
    [customer, 'Harrowgate'],
  ].filter(([name]) => name !== undefined)
  const pairs = bare.flatMap(([name, own]) => [
    [`the ${name}`, own],
    [`The ${name}`, own],
    [name, own],
  ])
  return [`${intro}\n\n1. Terms\n\n${exchange(text, pairs)}`]
}

function numbered(text, first) {
  if (/^\s*(?:\d|[A-Z]\)|\(|[•*-])/m.test(text) || text.includes('|')) return []
  const paragraphs = text.split(/\n+/).filter(Boolean)
  return [paragraphs.map((words, at) => `${first}.${at + 1} ${words}`).join('\n\n')]
}

const isPlain = text => !text.includes('|') && !/\n/.test(text)

function wrapped(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(word)
    else lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trimStart()
  }
  return lines.join('\n')
}

function respelt(text, from, to) {
  const made = spellings.reduce((words, pair) => replaceWord(words, pair[from], pair[to]), text)
  return made === text ? [] : [made]
}

// "License" as an American writes it is a verb and a noun; British English has -ce for the noun alone, which is what is met here.
function replaceWord(text, old, now) {
  const pattern = new RegExp(`\\b${old}(?!${now.slice(old.length) || '\\0'})`, 'gi')
  return text.replace(pattern, found => (found[0] === found[0].toUpperCase() ? now[0].toUpperCase() + now.slice(1) : now))
}

function figuresAs(text, form) {
  const all = figuresOf(text).filter(
    ({ amount, unit }) => inWords(amount) !== undefined && Number.isInteger(amount) && /[a-z]{2}/.test(unit),
  )
  const made = all.reduceRight(
    (words, { start, numberEnd, amount }) => words.slice(0, start) + form(amount, words.slice(start, numberEnd)) + words.slice(numberEnd),
    text,
  )
  return made === text ? [] : [made]
}

const both = (amount, words) =>
  `${/^[A-Z]/.test(words) ? inWords(amount)[0].toUpperCase() + inWords(amount).slice(1) : inWords(amount)} (${amount})`

const preposition =
  /^(?:at|in|within|for|by|with|before|to|on|from|under|using|against|after|during|into|out|as|without|through|via|throughout|upon|no|not|ahead|prior|where|until|if|when|and|or|so|that|which|who|whose)$/

/** "Provider shall log all requests for a year." -> "All requests shall be logged by Provider for a year." */
function passive(sentence) {
  const groups = verbGroups(sentence)
  const [group] = groups
  if (groups.length !== 1 || group.kind !== 'shall' || !/^(?:shall|will|must)$/.test(group.words)) return undefined
  const subject = sentence.slice(0, group.start).trim()
  if (!/^(?:The )?(?:[A-Z][a-z]+ ?){1,2}$/.test(subject)) return undefined
  const [verb, ...rest] = sentence.slice(group.end).trim().replace(/\.$/, '').split(' ')
  const participle = participleOf(verb)
  if (participle === undefined || /^(?:notify|inform|tell|give|send|provide|furnish|supply|let|put)$/.test(verb)) return undefined
  const tail = rest.findIndex((word, at) => at > 0 && (preposition.test(word) || /[,;:]$/.test(rest[at - 1])))
  const object = rest.slice(0, tail < 0 ? rest.length : tail).join(' ')
  const after = tail < 0 ? '' : rest.slice(tail).join(' ')
  // A second object or a second verb would be torn from its place.
  if (!/^(?:all|each|every|the|any|its|such|a|an) /.test(object) || /[,;:]$/.test(object)) return undefined
  if (/^(?:and|or|to|that|as|so|which|who|whose|out|no|not)\b/.test(after) || /\b(?:its|it|they|them|their)\b/.test(sentence))
    return undefined
  if (/\band (?:[a-z]+) (?:all|each|every|the|any|its|such|a|an|them|it)\b/.test(after) || /[,;:]/.test(after)) return undefined
  const agent = subject.startsWith('The ') ? `the ${subject.slice(4)}` : subject
  return `${object[0].toUpperCase()}${object.slice(1)} ${group.words} be ${participle} by ${agent}${after === '' ? '' : ` ${after}`}.`
}

function madePassive(text) {
  if (!isPlain(text)) return []
  let changed = false
  const made = sentencesOf(text).map(({ start, end }) => {
    const turned = passive(text.slice(start, end))
    changed ||= turned !== undefined
    return turned ?? text.slice(start, end)
  })
  return changed ? [made.join(' ')] : []
}

/** All rewordings, each with its kind and the form of it. */
export const rewordings = [
  { kind: 'parties renamed', form: 'role', change: otherRoles },
  { kind: 'parties renamed', form: 'names', change: ownNames },
  { kind: 'clauses renumbered', form: '7', change: text => numbered(text, 7) },
  { kind: 'clauses renumbered', form: '14.3', change: text => numbered(text, '14.3') },
  ...[0, 1, 2].map(at => ({ kind: 'clauses reordered', form: String(at), change: text => (isPlain(text) ? [amongOthers(text, at)] : []) })),
  ...[50, 90].map(width => ({
    kind: 'lines reflowed',
    form: String(width),
    change: text => (isPlain(text) && text.length > width ? [wrapped(text, width)] : []),
  })),
  { kind: 'spelling', form: 'US', change: text => respelt(text, 0, 1) },
  { kind: 'spelling', form: 'UK', change: text => respelt(text, 1, 0) },
  {
    kind: 'figures as words',
    form: 'words',
    change: text => figuresAs(text, (amount, words) => (/^[A-Z]/.test(words) ? words : inWords(amount))),
  },
  { kind: 'figures as words', form: 'both', change: text => figuresAs(text, both) },
  { kind: 'figures as words', form: 'digits', change: text => figuresAs(text, String) },
  { kind: 'passive for active', form: '', change: madePassive },
]
