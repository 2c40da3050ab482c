// Whether the one who bears a duty is the one who should: the wrong party promises little, a stranger's ban says nothing.
import type { Reason } from '../domain/finding.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { Standing } from '../language/standing.ts'
import type { Candidate } from './locate.ts'
import type { ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'

/** Whether a ban is a stranger's: "The Customer shall not send encrypted archives" says nothing of the provider's duty to encrypt. */
export function byStranger({ frame, standing }: Candidate, requirement: Requirement): boolean {
  const owes = frame.by ?? requirement.owes
  if (frame.kind !== 'do' || standing.sign > 0 || standing.refused || owes === 'either') return false
  return (standing.bearer === 'provider' || standing.bearer === 'customer') && standing.bearer !== owes
}

const receiving = /^(?:hear|get|receive|have|see|be|find|obtain|enjoy|know|learn)$/

// "The Customer shall keep the logs": words that would give it a right lay a duty on it. "You'll hear from us" does not.
function isCharged({ clause: { force, operator } }: Standing, { tokens }: ReadProvision): boolean {
  return force === 'must' && operator !== undefined && !receiving.test(tokens[operator.to]?.text ?? '')
}

/** The reason `party`, where a promise binds another than it should. */
export function wrongParty({ standing, frame, read }: Candidate, requirement: Requirement, scene: Scene): Reason[] {
  const owes = requirement.hosted && scene.customerHosts ? 'either' : (frame.by ?? requirement.owes)
  const bearer = standing.bearer
  if (
    owes === 'either' ||
    bearer === 'both' ||
    bearer === 'nobody' ||
    bearer === 'other' ||
    (frame.kind === 'right' && !isCharged(standing, read))
  )
    return []
  return bearer === owes ? [] : [{ code: 'party', facts: { found: bearer, wanted: owes } }]
}
