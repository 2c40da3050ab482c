// What is told and not promised: the practice of former times ("Before 2024 requests were logged"). What is yet to be decided
// ("Whether requests are logged is a matter for the Provider") is left to somebody, and so is soft.
import type { Candidate } from './locate.ts'
import { once } from './once.ts'
import type { ReadProvision } from './provisions.ts'

const former =
  /^\W*(?:(?:before|until|up to|prior to) (?:the end of )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d\b|in (?:earlier|previous|former|past|prior|older) |in the (?:past|pilot)\b|(?:formerly|previously|historically|originally|once)\b)/

const opensInThePast = once(({ text, provision: { span } }: ReadProvision): boolean =>
  former.test(text.slice(span.start, Math.min(span.end, span.start + 60)).toLowerCase()),
)

/** Whether a candidate's words tell of former times. */
export function isBygone({ read, standing: { clause } }: Candidate): boolean {
  const verb = clause.operator === undefined ? undefined : read.reading.tokens[clause.operator.from]?.text
  return (verb === 'was' || verb === 'were') && opensInThePast(read)
}

/**
 * Whether it is open if what a candidate says is done: a subject and its verb follow the "whether"; "data, whether at rest or
 * in transit, is encrypted" leaves nothing open.
 */
export function isUndecided({ read, act, standing: { clause } }: Candidate): boolean {
  const { tokens } = read.reading
  const { operator } = clause
  if (operator === undefined || tokens[clause.from]?.text !== 'whether' || act.from < operator.from) return false
  const subject = tokens.slice(clause.from + 1, operator.from)
  return (
    subject.length > 0 &&
    subject.every(t => t.kind === 'word') &&
    !/^(?:or|by|at|in|on|through|with|directly)$/.test(subject[0]?.text ?? '')
  )
}
