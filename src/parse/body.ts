// Where recitals end without a heading or a word that says so, all that follows would be taken for recital, and nothing would
// bind. A contract of which hardly anything binds is read again: after the last sentence that recites, it promises.
import type { Provision, Zone } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import { slice } from '../domain/span.ts'

/** The least share of the provisions that binds in any contract, and the fewest provisions of which that can be said. */
const leastBinding = 0.1
const fewest = 8

const introductory: ReadonlySet<Zone> = new Set(['recital', 'preamble'])
const reciting =
  /^\W*(?:\(?[A-Z\d]{1,3}[.)]\s)?(?:whereas|and|considering|recogni[sz]ing|noting|having|mindful|desiring|between|this (?:agreement|contract|deed))\b|\b(?:wish(?:es|ed)?|desires?|intends?|is engaged in|carries on|hereinafter|has (?:decided|selected|chosen|been)|have agreed)\b|\((?:the|each|together)? ?["“]/i

/** The provisions of some documents, with what only seems to introduce one of them taken for its body. */
export function withBody(manuscripts: readonly Manuscript[], provisions: readonly Provision[]): Provision[] {
  const begins = manuscripts.map(({ text }, document) =>
    bodyOf(
      text,
      provisions.filter(one => one.document === document),
    ),
  )
  return provisions.map(one => {
    const first = begins[one.document]
    return first !== undefined && one.id >= first && introductory.has(one.zone) ? { ...one, zone: 'operative' as const } : one
  })
}

/** The id of the first provision of the body, where there is one that was not seen. */
function bodyOf(text: string, provisions: readonly Provision[]): number | undefined {
  const binding = provisions.filter(({ zone }) => zone === 'operative' || zone === 'annex').length
  if (provisions.length < fewest || binding >= provisions.length * leastBinding) return undefined
  const last = provisions.findLastIndex(({ zone, span }) => introductory.has(zone) && reciting.test(slice(text, span)))
  return provisions[last + 1]?.id
}
