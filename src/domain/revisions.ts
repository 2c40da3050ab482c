// What tracked changes do to the verdicts: a contract as it was before them held against the same contract with them, and
// for each verdict that differs the changes that stand in the words it rests on. Pure comparison; nothing is judged here.
import { type Contract, provisionSpans, type Section } from './contract.ts'
import type { Finding, Passage } from './finding.ts'
import { pageAt, type Revision } from './manuscript.ts'
import type { Report } from './report.ts'
import type { Span } from './span.ts'

/** One side of the tracked changes: the contract read so, and what was found in it. */
export interface Side {
  readonly contract: Contract
  readonly report: Report
}

/** A tracked change as one cites it. */
export interface PlacedRevision extends Revision {
  readonly document: number
  /** Number of the section; empty where it has none. */
  readonly section: string
  readonly page?: number
}

export interface VerdictChange {
  readonly requirement: string
  readonly original: Finding
  readonly final: Finding
  /** Changes in the words that either verdict rests on, in reading order; empty where the difference comes from elsewhere. */
  readonly revisions: readonly PlacedRevision[]
}

/** The verdicts that differ, in the order of the pack. */
export function verdictChanges(original: Side, final: Side): VerdictChange[] {
  const before = new Map(original.report.findings.map(finding => [finding.requirement, finding]))
  return final.report.findings.flatMap(finding => {
    const old = before.get(finding.requirement)
    if (old === undefined || old.verdict === finding.verdict) return []
    return [{ requirement: finding.requirement, original: old, final: finding, revisions: causes([original, old], [final, finding]) }]
  })
}

/** All tracked changes of words of a contract, in reading order. */
export function revisionsOf(contract: Contract): PlacedRevision[] {
  return contract.documents.flatMap(({ blocks }, document) =>
    blocks.flatMap(({ revisions = [] }) =>
      revisions.filter(({ withdrawn, struck }) => withdrawn !== true && struck !== true).map(one => placed(one, document, contract)),
    ),
  )
}

function placed(revision: Revision, document: number, contract: Contract): PlacedRevision {
  const manuscript = contract.documents[document]
  const page = manuscript === undefined ? undefined : pageAt(manuscript, revision.span.start)
  const section = contract.sections.findLast(one => one.document === document && touches(one.span, revision.span))?.number ?? ''
  return { ...revision, document, section, ...(page === undefined ? {} : { page }) }
}

/** Changes in the provisions of either side; failing these, in the clauses that hold them. */
function causes(...sides: readonly (readonly [Side, Finding])[]): PlacedRevision[] {
  const near = sides.flatMap(([{ contract }, finding]) => within(contract, finding.evidence, provisionsAt))
  return distinct(near.length > 0 ? near : sides.flatMap(([{ contract }, finding]) => within(contract, finding.evidence, clauseAt)))
}

type Reach = (contract: Contract, passage: Passage) => readonly Span[]

function within(contract: Contract, evidence: readonly Passage[], reach: Reach): PlacedRevision[] {
  const all = evidence.length === 0 ? [] : revisionsOf(contract)
  return all.filter(one =>
    evidence.some(passage => passage.document === one.document && reach(contract, passage).some(span => touches(span, one.span))),
  )
}

/** The provision with the words that govern it. */
function provisionsAt({ provisions }: Contract, { document, start, end }: Passage): Span[] {
  const own = provisions.filter(one => one.document === document && one.span.start === start && one.span.end === end)
  return [{ start, end }, ...own.flatMap(provisionSpans)]
}

/** The outermost numbered clause around a passage. */
function clauseAt({ sections }: Contract, { document, start }: Passage): Span[] {
  const around = sections.filter(one => one.document === document && one.span.start <= start && start < one.span.end)
  const clause = around.find((one: Section) => one.number !== '') ?? around.at(-1)
  return clause === undefined ? [] : [clause.span]
}

/** Whether a change stands in a span; one without words in the text stands at a point, also at its edge. */
function touches(span: Span, change: Span): boolean {
  if (change.start === change.end) return span.start <= change.start && change.start <= span.end
  return change.start < span.end && span.start < change.end
}

/** The same change seen from both sides is one. */
function distinct(all: readonly PlacedRevision[]): PlacedRevision[] {
  const found = new Map<string, PlacedRevision>()
  for (const one of all) {
    const key = [one.kind, one.author, one.date, one.words.trim()].join('\n')
    if (!found.has(key)) found.set(key, one)
  }
  return [...found.values()]
}
