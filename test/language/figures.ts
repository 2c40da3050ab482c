// Says the figures that were read in one line each, for the tables of the tests beside this file.
import type { Quantity } from '../../src/domain/quantity.ts'
import { findFrequencies, findQuantities } from '../../src/language/quantities.ts'
import { tokenise } from '../../src/language/tokens.ts'

const sign = { 'at-most': '<=', 'at-least': '>=', exactly: '=' } as const
const unitSign = { hour: 'h', percent: '%', count: '#' } as const

/** One figure: "<= 48h", ">= 60..90%", "= ?h" for a blank, "business", "words 30" where words differ, "per 24". */
function line(q: Quantity): string {
  const amount = q.blank ? '?' : q.low === undefined ? `${q.amount}` : `${q.low}..${q.amount}`
  const more = [
    q.noun,
    q.business && 'business',
    q.contradicts !== undefined && `words ${q.contradicts}`,
    q.per !== undefined && `per ${Math.round(q.per * 1e4) / 1e4}`,
  ]
  return [`${sign[q.bound]} ${amount}${unitSign[q.unit]}`, ...more.filter(Boolean)].join(' ')
}

/** The quantities of a sentence, one line each. */
export const read = (text: string) => findQuantities(tokenise(text)).map(line).join('; ')
/** The frequencies of a sentence, one line each. */
export const recurs = (text: string) => findFrequencies(tokenise(text)).map(line).join('; ')
