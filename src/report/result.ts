// The result of a report in a sentence: what failed it, what is excused, what kept it from being a result at all. The words for
// a single finding are in wording.ts.
import type { Report, RequirementFault } from '../domain/report.ts'
import { amount, count, unjudgedSentence } from './wording.ts'

const doubtfully = 'critical met by words that a person should look at first (strict)'

/** The result of a report in one sentence. */
export function resultSentence(report: Report): string {
  const { summary, receipt } = report
  const { result, failOn, failing, excused } = summary
  const doubtful = summary.strict?.doubtful.length ?? 0
  const bar = failOn === 'critical' || failOn === 'none' ? 'critical' : `${failOn} or worse`
  const unmet = `${count(failing.length)} ${failing.length === 1 ? 'requirement' : 'requirements'} (${bar}) not met`
  if (result === 'unread') {
    if (receipt.requirements.evaluated + receipt.faults.length === 0) return 'INCOMPLETE: no requirement was asked, so nothing can be said.'
    if (receipt.provisions === 0) return 'INCOMPLETE: no provision was found in it, so nothing can be said.'
    return `INCOMPLETE: ${incompleteWords(report)}${failing.length === 0 ? '' : `; ${unmet}`}.`
  }
  const why = [failing.length === 0 && doubtful > 0 ? '' : unmet, doubtful === 0 ? '' : `${count(doubtful)} ${doubtfully}`]
  if (result === 'fail') return `FAIL: ${why.filter(words => words !== '').join('; ')}${excusedWords(excused)}.`
  if (failOn === 'none') return `DONE: ${gapsWords(summary.counts)}; gaps do not fail this run.`
  return excused?.resultWithout === 'fail'
    ? `PASS, with gaps excused: no other requirement that is ${bar} falls short${excusedWords(excused)}.`
    : `PASS: every requirement that is ${bar} is met.`
}

/** What keeps it from being a result. */
function incompleteWords({ summary, receipt: { faults }, documents }: Report): string {
  const unjudged = new Set(faults.map(({ requirement }) => requirement)).size
  const unread = documents.some(({ notes }) => notes.some(note => note.unread)) || summary.counts.unread > unjudged
  const parts = [
    ...(unread || unjudged === 0 ? ['part of it could not be read (see the notes)'] : []),
    ...(unjudged === 0 ? [] : [`${amount(unjudged, 'requirement was', 'requirements were')} not judged (see the faults)`]),
  ]
  return parts.join('; ')
}

/** What went wrong with a requirement, and what to do about it. */
export function faultSentence({ requirement, profile, ...fault }: RequirementFault): string {
  const name = profile === undefined ? requirement : `${requirement}, held against ${profile}`
  return `${name}: ${unjudgedSentence(fault)} ${fault.kind === 'crash' ? 'Please report it.' : 'Allow more with --timeout SECONDS.'}`
}

/** "; besides 2 waived and 1 known from the baseline". */
function excusedWords(excused: Report['summary']['excused']): string {
  const { waived, known } = excused ?? { waived: [], known: [] }
  const parts = [
    ...(waived.length === 0 ? [] : [`${count(waived.length)} waived`]),
    ...(known.length === 0 ? [] : [`${count(known.length)} known from the baseline`]),
  ]
  return parts.length === 0 ? '' : `; besides ${parts.join(' and ')}`
}

function gapsWords({ met, ...gaps }: Report['summary']['counts']): string {
  const amount = Object.values(gaps).reduce((sum, gap) => sum + gap, 0)
  return `${count(amount)} of ${count(met + amount)} requirements not met`
}
