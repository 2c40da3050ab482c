// How a place is cited, the same in all reports: "clause 4.1(a), page 3", with the document where there are several.
import type { Citation } from '../domain/control.ts'
import type { Finding, Passage } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import { placeWords } from './wording.ts'

/** "clause 4.1(a), page 3"; the document is named where the contract has several. */
export function citation(passage: Passage, { documents }: Report): string {
  const file = documents.length > 1 ? documents[passage.document]?.name : undefined
  const unnumbered = passage.section === '' ? ['no clause number'] : []
  const place = placeWords(passage)
  return [...unnumbered, ...(place === '' ? [] : [place]), ...(file === undefined ? [] : [file])].join(', ')
}

/** Evidence without repetition of the same words of the same clause. */
export function unique(evidence: readonly Passage[]): Passage[] {
  return evidence.filter(
    (passage, at) => evidence.findIndex(other => other.quote === passage.quote && other.section === passage.section) === at,
  )
}

/** The published controls that a finding supports; those that it is no more than about are left out. */
export function closestControls({ requirement }: Finding, { pack }: Report): Citation[] {
  return (pack.controls?.get(requirement) ?? []).filter(({ relation }) => relation !== 'related')
}

/** The same in a line: "nist-800-53-r5 IR-6, SR-8; gdpr-2016-679 Art. 33(2)"; empty where there are none. */
export function controlsLine(finding: Finding, report: Report): string {
  const ids = new Map<string, string[]>()
  for (const { framework, edition, id } of closestControls(finding, report)) {
    const key = `${framework}-${edition}`
    ids.set(key, [...(ids.get(key) ?? []), id])
  }
  return [...ids].map(([key, own]) => `${key} ${own.join(', ')}`).join('; ')
}

/** Name of the contract: its documents, joined where there are several. */
export function contractName({ documents }: Report): string {
  return documents.map(({ name }) => name).join(', ')
}

/** Whether a finding makes the result fail, as the report's bar stands. */
export function isFailing({ requirement, waiver }: Finding, { summary }: Report): boolean {
  return waiver === undefined && summary.failing.includes(requirement)
}
