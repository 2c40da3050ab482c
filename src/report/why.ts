// The explanation of one verdict: for a person within eighty columns, and as JSON. All that is quoted is the document's own
// words, made safe for a terminal.
import type { Contract } from '../domain/contract.ts'
import type { Edit, ExplainedPassage, ExplainedReading, Explanation } from '../domain/explanation.ts'
import type { Passage } from '../domain/finding.ts'
import type { Bearer } from '../domain/obligation.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph, shortened } from './layout.ts'
import {
  count,
  nearestSentence,
  placeWords,
  quoted,
  reasonSentence,
  remarkSentence,
  sentence,
  verdictWords,
  whySentence,
} from './wording.ts'

/** What is printed of a contract beside the explanation. */
export interface Explained {
  readonly version: string
  readonly explanation: Explanation
  readonly contract: Contract
}

/** The explanation as text, with a final line feed. */
export function whyText({ explanation, contract }: Explained): string {
  const { requirement, finding, passages } = explanation
  const lines = [
    `WHY ${requirement.id}: ${verdictWords[finding.verdict].toUpperCase()}`,
    '='.repeat(pageWidth),
    ...labelled('Contract', contract.documents.map(({ name }) => name).join(', ')),
    ...labelled('Asked', `${requirement.asks} (${requirement.severity})`),
    ...labelled('Verdict', `${verdictWords[finding.verdict]}. ${whySentence(finding)}`),
    ...labelled('Sure', `${Math.round(finding.confidence * 100)} %${finding.review ? '; a person should look at it' : ''}`),
    ...finding.remarks.filter(({ code }) => code === 'by-words').flatMap(remark => labelled('Note', remarkSentence(remark))),
    ...limbLines(explanation),
    '',
    `WHAT WAS LOOKED AT, BEST FIRST: ${amountOf(explanation)}`,
    '-'.repeat(pageWidth),
    ...passages.flatMap((passage, at) => [...passageLines(passage, at + 1, contract), '']),
    ...(passages.length === 0 ? ['   No passage has words of it.', ''] : []),
    ...changeLines(explanation),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function labelled(label: string, words: string, indent = ''): string[] {
  return paragraph(flowing(words), `${indent}${`${label}:`.padEnd(10)}`)
}

function amountOf({ passages, more, searched }: Explanation): string {
  const others = more === 0 ? '' : `, and ${count(more)} that come to less`
  return `${count(passages.length)} ${passages.length === 1 ? 'passage' : 'passages'}${others}; ${count(searched)} bind`
}

function limbLines({ limbs, finding }: Explanation): string[] {
  if (limbs.length < 2 && finding.verdict !== 'met') return []
  return limbs.flatMap(({ name, given }, at) => {
    const first = at === 0 ? 'Limbs:'.padEnd(10) : ' '.repeat(10)
    return paragraph(flowing(`${given ? 'found' : 'lacking'}: ${name}`), first, ' '.repeat(12))
  })
}

const standings = { decides: 'the verdict rests on it', counts: 'weighed, and outweighed', not: 'does not count' } as const
const reasons: Readonly<Record<string, string>> = {
  stray: 'it has words of it, and speaks of another matter',
  overturned: 'by its grammar it would decide; by its words it speaks of another matter',
  outdone: 'another passage says it more plainly, or better',
}

function passageLines({ passage, standing, because, relevance, readings }: ExplainedPassage, number: number, contract: Contract): string[] {
  const why = because === undefined || because === 'outdone' ? '' : `: ${reasons[because] ?? nearestSentence({ passage, because })}`
  const plain = relevance === undefined ? '' : ` (about it: ${Math.round(relevance * 100)} %)`
  return [
    ...paragraph(flowing(`${sentence(placeOf(passage, contract))}: ${standings[standing]}${why}${plain}`), `${number}. `),
    ...paragraph(quoted(shortened(flowing(passage.quote), 480)), '   '),
    ...readings.flatMap((reading, at) => [...(at === 0 ? [] : ['   -']), ...readingLines(reading)]),
  ]
}

function placeOf(passage: Passage, { documents }: Contract): string {
  const place = placeWords(passage)
  const file = documents.length > 1 ? (documents[passage.document]?.name ?? '') : ''
  return [place === '' ? 'no clause number' : place, file].filter(words => words !== '').join(', ')
}

const bearers: Readonly<Record<Bearer, string>> = {
  provider: 'the provider',
  customer: 'the customer',
  both: 'each party',
  other: 'somebody who is no party',
  nobody: 'nobody is named',
}

const forces = { binds: 'binds', may: 'leave, no duty', soft: 'no firm promise', bars: 'denied or barred', refuses: 'refused' } as const

function readingLines({ limb, who, operator, firmly, what, howMuch, except, hedges, comes, faults }: ExplainedReading): string[] {
  const said = [...new Set([operator, ...hedges])].filter(words => words !== '').map(words => quoted(flowing(words)))
  const rows: [string, string][] = [
    ['Who', bearers[who]],
    ['Firmly', `${forces[firmly]}${said.length === 0 ? '' : `: ${said.join(', ')}`}`],
    ['What', quoted(what)],
    ['How much', howMuch.length === 0 ? 'no figure' : howMuch.map(words => quoted(words)).join(', ')],
    ['Except', except.length === 0 ? 'nothing' : except.map(words => quoted(words)).join(', ')],
    ['Comes to', `${comesTo[comes]}${limb === undefined ? '' : `: ${limb}`}`],
    ...faults.map(fault => ['Lacks', reasonSentence(fault)] as [string, string]),
  ]
  return rows.flatMap(([label, words]) => labelled(label, words, '   '))
}

const comesTo = {
  promise: 'a promise',
  refusal: 'a refusal',
  nothing: 'nothing: the words stand there, and no promise or refusal',
} as const

function changeLines({ change, requirement, finding }: Explanation): string[] {
  if (change === undefined) return finding.verdict === 'met' ? ['Nothing has to change.'] : []
  if (!change.verified)
    return [
      'NO SMALL CHANGE WAS FOUND THAT WOULD MAKE IT MET',
      ...labelled('Ask for', quoted(requirement.wording.firm), '   '),
      ...labelled('At least', quoted(requirement.wording.milder), '   '),
    ]
  return [
    'SMALLEST CHANGE FOUND THAT WOULD MAKE IT MET',
    ...change.edits.flatMap(edit => paragraph(editWords(edit), '   - ')),
    ...paragraph(
      '(Tried: the contract changed so was read again, and the requirement is met. Whether the change is wise is for you.)',
      '   ',
    ),
  ]
}

function editWords({ section, was, becomes }: Edit): string {
  const place = section === '' ? 'As a clause of its own' : `In ${placeWords({ section })}`
  const [old, now] = [shortened(flowing(was)), flowing(becomes)].map(words => quoted(words))
  if (was === '') return ended(`${place}, add ${now}`)
  const where = section === '' ? 'In a clause without number' : place
  return ended(becomes === '' ? `${where}, strike ${old}` : `${where}, put ${now} for ${old}`)
}

/** A sentence that ends in a quote which has its own full stop wants no second one. */
function ended(words: string): string {
  return /[.!?]\W$/.test(words) ? words : `${words}.`
}

/** The explanation as JSON, with a final line feed. Names and places are those of the JSON report. */
export function whyJson({ version, explanation, contract }: Explained): string {
  const { requirement, ...rest } = explanation
  const { id, title, severity, asks, wording } = requirement
  const documents = contract.documents.map(({ name, format, sha256 }) => ({ name, format, sha256 }))
  return `${JSON.stringify({ version, documents, requirement: { id, title, severity, asks, wording }, ...rest }, undefined, 2)}\n`
}
