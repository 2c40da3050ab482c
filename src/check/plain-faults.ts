// Faults of a promise that no words around it mend.
import type { Reason } from '../domain/finding.ts'

const trying = /\b(?:endeavou?rs?|efforts|aims?|strives?|hopes?)\b/i

/** Whether a promise is plainly none yet, in a contract of any length: a figure that is left open, a duty merely to try. */
export function isPlainFault({ code, facts }: Reason): boolean {
  return code === 'blank' || (code === 'soft' && trying.test(facts.words ?? ''))
}
