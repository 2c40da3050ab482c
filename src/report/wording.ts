// All English that explains findings, in one place: codes with facts in, sentences out. What a requirement is
// called, asks for and suggests comes from the rule pack; layout is left to the reporters.
import type { Basis, Finding, Nearest, ProfileFinding, Reason, ReasonCode, Remark, RuleFault, Verdict } from '../domain/finding.ts'
import type { Format } from '../domain/manuscript.ts'
import { isOnePerson, type Lapse, type Waiver, type WaiverUse } from '../domain/waiver.ts'

type Facts = Readonly<Record<string, string>>

export const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'met',
  partial: 'PARTIAL',
  conflict: 'CONFLICT',
  missing: 'MISSING',
  unread: 'UNREAD',
}

export const verdictMeanings: Readonly<Record<Verdict, string>> = {
  met: 'promised in full by the right party',
  partial: 'promised, but it falls short of what is asked',
  conflict: 'the contract refuses it or says the opposite',
  missing: 'no binding provision speaks of it',
  unread: 'not found, but not everything could be read and judged',
}

export const formatNames: Readonly<Record<Format, string>> = {
  docx: 'Word document',
  pdf: 'PDF',
  text: 'plain text',
  markdown: 'Markdown text',
  html: 'web page',
  rtf: 'Rich Text document',
  odt: 'OpenDocument text',
  eml: 'e-mail message',
}

const reasonSentences: Readonly<Record<ReasonCode, (facts: Facts) => string>> = {
  value: ({ found, wanted }) => {
    const asked = wanted === undefined ? '' : `, asked ${wanted}`
    return found === undefined ? `No figure is stated${asked}.` : `Found ${found}${asked}.`
  },
  soft: ({ words }) => (words === undefined ? 'It is no firm promise.' : `It is no firm promise: ${quoted(words)}.`),
  element: ({ lacking, wanted }) => {
    if (lacking !== undefined) return `Lacking: ${lacking}.`
    return wanted === undefined ? 'A part of what is asked is lacking.' : `No figure is stated, asked ${wanted}.`
  },
  blank: ({ words }) => (words === undefined ? 'What decides it is left open.' : `What decides it is left open: ${quoted(words)}.`),
  scope: ({ words, document, wanted, found }) => {
    if (document !== undefined) return `It rests on ${document}, which is not there to read.`
    if (words !== undefined) return `It covers only part of what is asked: ${quoted(words)}.`
    const asked = wanted === undefined ? '' : `, asked ${wanted}`
    return found === undefined ? 'It covers only part of what is asked.' : `It covers only ${found}${asked}.`
  },
  party: ({ found, wanted }) => {
    if (found === undefined || wanted === undefined) return 'It binds the wrong party.'
    return `It binds the ${found}; the ${wanted} should owe it.`
  },
  inconsistent: ({ found, words, other }) => {
    const second = other ?? words
    if (found === undefined || second === undefined) return 'Two provisions of equal rank disagree.'
    return `The contract disagrees with itself: ${found} and ${second}.`
  },
}

const remarkSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  'nobody-named': () => 'The provision does not say who must do it.',
  'clock-start': ({ words }) => `The time starts at ${quoted(words ?? '')}.`,
  'sole-remedy': () => 'The stated remedy is the only one.',
  'by-words': ({ rules }) => `Judged by its words; its grammar alone would make it ${rules ?? 'another'}.`,
  'dangling-reference': ({ words }) => `The reference ${quoted(words ?? '')} leads nowhere.`,
}

const nearestReasons: Readonly<Record<string, string>> = {
  definition: 'a definition alone binds nobody',
  recital: 'a recital does not bind',
  heading: 'a heading does not bind',
  contents: 'a table of contents does not bind',
  signature: 'a signature page does not bind',
  'drafting-note': 'a drafting note does not bind',
  omitted: 'it is omitted, or an option that was not chosen',
  form: 'a form to be filled in does not bind yet',
  title: 'a title does not bind',
  preamble: 'the opening words do not bind',
  hidden: 'it is hidden from who reads the page, or was kept out of judgement (see the notes)',
  words: 'its words come nearest; no promise of this was recognised in it',
  'other-matter': 'it speaks of another matter',
  aside: 'it speaks of the matter but promises nothing of what is asked',
}

/** What a reason says, as one sentence. */
export function reasonSentence({ code, facts }: Reason): string {
  return facts.by === 'words' ? wordedReasons[code] : reasonSentences[code](stated(facts))
}

/** In what a passage falls short by its words, of which nothing is pinned down. */
const wordedReasons: Readonly<Record<ReasonCode, string>> = {
  value: 'By its words, its figure falls short of what is asked, or none is stated.',
  soft: 'By its words, it is no firm promise.',
  element: 'By its words, a part of what is asked is lacking.',
  blank: 'By its words, what decides it is left open.',
  scope: 'By its words, it covers only part of what is asked.',
  party: 'By its words, it binds the wrong party.',
  inconsistent: 'By its words, the contract disagrees with itself.',
}

/** Only the facts that say something. */
function stated(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))
}

/** What a remark says; a code that is not known here is shown with its facts rather than dropped. */
export function remarkSentence({ code, facts }: Remark): string {
  const known = remarkSentences[code]
  if (known !== undefined) return known(facts)
  const shown = Object.entries(facts).map(([name, value]) => `${name.replaceAll('-', ' ')} ${quoted(value)}`)
  return `${sentence(code.replaceAll('-', ' '))}${shown.length === 0 ? '' : `: ${shown.join(', ')}`}.`
}

/** Why the verdict is what it is: one line for a person. */
export function whySentence(finding: Finding): string {
  switch (finding.verdict) {
    case 'met':
      return 'It is promised in full.'
    case 'missing':
      return missingSentence(finding.searched)
    case 'unread':
      if (finding.fault !== undefined) return unjudgedSentence(finding.fault)
      return `${finding.uncertain ? 'Found, but not read for certain' : 'Not found, but not everything could be read'}: ${finding.unread.join('; ')}.`
    default:
      return finding.reasons.length === 0 ? fallShort[finding.verdict] : finding.reasons.map(reasonSentence).join(' ')
  }
}

/** "It was not judged: the rule crashed (TypeError: ...)." */
export function unjudgedSentence({ kind, message }: RuleFault): string {
  return kind === 'crash' ? `It was not judged: clausegate itself failed on it (${message}).` : `It was not judged: ${message}.`
}

const fallShort = {
  partial: 'It falls short of what is asked.',
  conflict: 'The contract refuses it or says the opposite.',
} as const

function missingSentence(searched: number): string {
  return searched === 1
    ? 'The one provision that binds says nothing on it.'
    : `None of the ${count(searched)} provisions that bind promises it.`
}

/** Why the nearest words do not count. */
export function nearestSentence({ because }: Nearest): string {
  return nearestReasons[because] ?? because.replaceAll('-', ' ')
}

/** A whole number with commas between thousands, the same in every locale. */
export function count(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** So many of something: "1 page", "2 pages". */
export function amount(size: number, one: string, many: string): string {
  return `${count(size)} ${size === 1 ? one : many}`
}

/** Where words stand, as one cites it: "clause 4.1(a), page 3"; empty where neither number nor page is known. */
export function placeWords({ section, page, label }: { section: string; page?: number; label?: string }): string {
  const number = section === '' ? '' : /^\d/.test(section) ? `clause ${section}` : section
  const printed = label === undefined || label === String(page) ? `page ${page}` : `page ${label} (${page} in the file)`
  return [number, page === undefined ? '' : printed].filter(words => words !== '').join(', ')
}

const marks = [
  ['"', '"'],
  ['\u201c', '\u201d'],
  ['\u00ab', '\u00bb'],
] as const

/** Words in quotation marks: those that the words themselves do not have, so that a quoted "Term" within them stays plain. */
export function quoted(words: string): string {
  const [open, close] = marks.find(([left, right]) => !words.includes(left) && !words.includes(right)) ?? marks[0]
  return `${open}${words}${close}`
}

/** With a capital at its start. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Who answers for a waived gap, why and until when. */
export function waiverSentence(waiver: Waiver): string {
  const { owner, approver, reason, expires, ticket } = waiver
  const named = ticket === undefined ? '' : `, ticket ${ticket}`
  const alone = isOnePerson(waiver) ? ', who is its owner' : ''
  return `Waived until ${expires} by ${owner}, approved by ${approver}${alone}${named}: ${reason}`
}

const lapses: Readonly<Record<Lapse, string>> = {
  expired: 'has expired',
  'not-yet': 'does not hold yet',
  'words-changed': 'has lapsed: the words it accepted have changed',
  met: 'is no longer needed: the requirement is met',
  unused: 'was not used: no such contract or requirement was checked',
}

/** What a person should know of a waiver in this run; undefined where it simply holds. */
export function waiverNote({ waiver, lapse, soon }: WaiverUse): string | undefined {
  const name = `The waiver of ${waiver.requirement} (${waiver.owner})`
  if (lapse !== undefined) return `${name} ${lapses[lapse]}${lapse === 'expired' ? ` on ${waiver.expires}` : ''}.`
  const notes = [
    ...(isOnePerson(waiver) ? [`${name} was approved by its owner; nobody else answers for it.`] : []),
    ...(soon ? [`${name} expires on ${waiver.expires}.`] : []),
  ]
  return notes.length === 0 ? undefined : notes.join(' ')
}

/** On what ground a profile asks for a figure; only what a law names can be broken. */
const grounds: Readonly<Record<Basis, string>> = { law: 'law', guidance: 'guidance', house: 'house wish, no law' }

/** "nis2 asks 24 hours (house wish, no law): short. Found 48 hours, asked 24 hours. Source: ...". */
export function profileSentence(finding: ProfileFinding): string {
  const { profile, verdict, reasons, figures } = finding
  const asked = figures.map(({ value, basis }) => `${value} (${grounds[basis]})`).join(', ')
  const why = verdict === 'met' ? [] : reasons.map(reasonSentence)
  const sources = figures.map(({ source }) => `Source: ${source}.`)
  return [`${profile} asks ${asked}: ${profileStanding(finding)}.`, ...why, ...sources].join(' ')
}

/** How a contract stands against a profile, in a word. */
export function profileStanding({ verdict, fault }: ProfileFinding): string {
  if (fault !== undefined) return 'not judged'
  return { met: 'met', partial: 'short', conflict: 'refused', missing: 'missing', unread: 'not read' }[verdict]
}
