// What is told and not promised: the practice of former times ("Before 2024 requests were logged"). What is yet to be decided
// ("Whether requests are logged is a matter for the Provider") is left to somebody, and so is soft. What is named to be kept in, or to
// be turned away, is there.
import type { Clause } from '../language/clauses.ts'
import type { Match } from '../language/lexicon.ts'
import type { Token } from '../language/tokens.ts'
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

// "shall discard calls that are not signed": who turns away what is not so sees to it that all is.
export function isRejected(tokens: readonly Token[], { from, force }: Match & { readonly force: string }): boolean {
  return force === 'fact-not' && tokens.slice(Math.max(0, from - 6), from).some(t => rejecting.test(t.text))
}

const rejecting =
  /^(?:discards?|refuses?|rejects?|drops?|declines?|blocks?|discarded|refused|rejected|dropped|declined|blocked|quarantines?)$/

// "A call not so authenticated shall fail": what is denied says which calls are meant, and they are turned away.
export function isTurnedAway(tokens: readonly Token[], { operator, force }: Clause, { to }: Match): boolean {
  if (operator === undefined || to > operator.from || force === 'must-not' || force === 'refuses' || force === 'fact-not') return false
  return tokens.slice(operator.to, operator.to + 3).some(t => rejecting.test(t.text) || /^(?:fails?|ignored|barred|denied)$/.test(t.text))
}

// "shall not be exported from the enclave", "must not record the reaching of the throttle in clause 6": what is named so is there.
export function isPresupposed(tokens: readonly Token[], act: Match): boolean {
  for (let at = act.from - 1; at >= act.from - 4; at--) {
    const { text = '', kind = 'mark' } = tokens[at] ?? {}
    if (/^(?:from|outside|beyond|leave|leaves|leaving|exit|quit)$/.test(text)) return true
    if (kind === 'mark' && text !== "'s") break
  }
  const [on, where, dot] = tokens.slice(act.to, act.to + 3).map(t => t.text)
  return (
    /^(?:in|under|of)$/.test(on ?? '') &&
    (/^(?:clause|section|article|paragraph)$/.test(where ?? '') || (/^[a-z]$/.test(where ?? '') && dot === '.'))
  )
}
