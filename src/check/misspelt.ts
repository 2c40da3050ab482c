// Promises that stand or fall with words that seem misspelt: met is only what is met as it stands and as it was likely meant, and
// no promise in whose own sentence a word that decides is in doubt.
import type { Contract } from '../domain/contract.ts'
import type { Finding } from '../domain/finding.ts'
import type { Misspelling } from '../domain/misspelling.ts'
import { contains, type Place } from '../domain/span.ts'

type Found = Misspelling & Place

/** The findings, each that is met only in some readings of the contract unread; `judged` are the findings on another reading. */
export function heldInAllReadings(
  findings: readonly Finding[],
  contract: Contract,
  judged: (reading: Contract) => readonly Finding[],
): readonly Finding[] {
  const { misspellings = [] } = contract
  if (misspellings.length === 0 || findings.every(({ verdict }) => verdict !== 'met')) return findings
  const readings = (contract.mended ?? []).map(reading => new Map(judged(reading).map(one => [one.requirement, one])))
  return findings.map(finding => {
    if (finding.verdict !== 'met') return finding
    const own = misspellings.filter(one => finding.evidence.some(passage => passage.document === one.document && contains(passage, one)))
    const against = readings.map(reading => reading.get(finding.requirement)).filter(one => one !== undefined && one.verdict !== 'met')
    // Of a figure both readings tell: what does not turn on it is met whatever it says.
    const telling = own.filter(({ decides, meant }) => decides && !/^\d/.test(meant[0]))
    if (telling.length === 0 && against.length === 0) return finding
    const { requirement, confidence, review, doubts, remarks } = finding
    const base = { requirement, confidence, review, remarks, ...(doubts === undefined ? {} : { doubts }) }
    const named = telling.length > 0 ? telling : own.length > 0 ? own : misspellings
    return {
      ...base,
      verdict: 'unread',
      evidence: [],
      reasons: [],
      unread: named.slice(0, mostNamed).map(one => doubtOn(one, contract)),
      uncertain: true,
    }
  })
}

const mostNamed = 3
const around = 60

function doubtOn({ document, start, end, word, meant }: Found, { documents }: Contract): string {
  const text = documents[document]?.text ?? ''
  const words = text
    .slice(Math.max(0, start - around), end + around)
    .replace(/\s+/g, ' ')
    .trim()
  return `"${word}" may be misspelt or damaged (perhaps "${meant[0]}"): see what it says in "...${words}..."`
}
