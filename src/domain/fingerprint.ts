// The fingerprint of a finding: the same wherever its words stand in the contract, another as soon as they change.
// What waivers, baselines and SARIF recognise a finding by.
import { createHash } from 'node:crypto'
import type { Verdict } from './finding.ts'

/** As much of a finding as its fingerprint needs. */
interface Recognisable {
  readonly requirement: string
  readonly verdict: Verdict
  readonly evidence: readonly { readonly quote: string }[]
}

/** SHA-256 in lower-case hex of requirement, verdict and deciding words; white space and Unicode forms do not count. */
export function fingerprintOf({ requirement, verdict, evidence }: Recognisable): string {
  const words = evidence.map(({ quote }) => squashed(quote))
  const parts = [requirement, verdict, ...[...new Set(words)].sort()]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The words alone, as they compare: white space, and forms that look alike, make no difference. */
export function squashed(quote: string): string {
  return quote.normalize('NFKC').replace(/\s+/g, ' ').trim()
}
