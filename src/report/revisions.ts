// What tracked changes do to the verdicts, for a person and as JSON: which verdicts differ between the contract before
// its changes and with them, and whose change did it.
import type { Finding } from '../domain/finding.ts'
import type { Report } from '../domain/report.ts'
import type { Requirement } from '../domain/requirement.ts'
import type { PlacedRevision, VerdictChange } from '../domain/revisions.ts'
import { citation, unique } from './cite.ts'
import { flowing } from './escape.ts'
import { field } from './head.ts'
import { pageWidth, paragraph, shortened } from './layout.ts'
import { extentWords } from './ledger.ts'
import { verdictPaint } from './overview.ts'
import { type Paint, plain } from './paint.ts'
import { resultSentence } from './result.ts'
import { amount, count, placeWords, quoted, verdictWords, whySentence } from './wording.ts'

/** One contract on both sides of its tracked changes. */
export interface RevisionComparison {
  readonly original: Report
  readonly final: Report
  /** All tracked changes of words. */
  readonly revisions: readonly PlacedRevision[]
  readonly changes: readonly VerdictChange[]
}

const longestWords = 200

/** All comparisons one after another, with a final line feed. */
export function revisionsText(all: readonly RevisionComparison[], paint: Paint = plain): string {
  return all.map(one => `${comparisonLines(one, paint).join('\n')}\n`).join(`\n${'#'.repeat(pageWidth)}\n\n`)
}

function comparisonLines({ original, final, revisions, changes }: RevisionComparison, paint: Paint): string[] {
  const differ =
    changes.length === 0
      ? 'No verdict changes.'
      : `${count(changes.length)} of ${amount(final.findings.length, 'verdict', 'verdicts')} ${changes.length === 1 ? 'changes' : 'change'}.`
  const authors = [...new Set(revisions.map(({ author }) => author || 'nobody named'))].sort()
  const made =
    revisions.length === 0
      ? 'no words are changed by tracked changes'
      : `${amount(revisions.length, 'tracked change', 'tracked changes')} of words by ${authors.join(', ')}`
  return [
    paint.strong('WHAT THE TRACKED CHANGES DO'),
    '='.repeat(pageWidth),
    ...final.documents.flatMap(document => [...field('Contract', document.name), ...field('', extentWords(document))]),
    ...field('Changes', made),
    ...field('Original', resultSentence(original)),
    ...field('Final', resultSentence(final)),
    ...field('Verdicts', differ),
    ...changes.flatMap((change, at) => ['', ...changeLines(change, at + 1, original, final, paint)]),
  ]
}

function changeLines(change: VerdictChange, number: number, before: Report, after: Report, paint: Paint): string[] {
  const { requirement: id, original, final, revisions } = change
  const requirement = after.pack.requirements.find(one => one.id === id)
  const label = `${verdictWords[original.verdict]} before, ${verdictWords[final.verdict]} now, ${requirement?.severity ?? ''}, ${id}`
  const by =
    revisions.length === 0
      ? ['No change stands in these words: the difference comes from a change elsewhere.']
      : revisions.map(revisionWords)
  return [
    ...paragraph(flowing(requirement?.title ?? id), `${number}. `).map(paint.strong),
    ...paragraph(label, '   ').map(verdictPaint(final.verdict, paint)),
    ...sideLines('Before', original, before),
    ...sideLines('Now', final, after),
    ...paragraph(flowing(whySentence(final)), '   Why:      '),
    ...by.flatMap(words => paragraph(flowing(words), '   ', '      ')),
  ]
}

function sideLines(label: string, { evidence }: Finding, report: Report): string[] {
  const margin = `   ${`${label}:`.padEnd(10)}`
  if (evidence.length === 0) return paragraph('nothing', margin)
  return unique(evidence).flatMap(passage =>
    paragraph(`${quoted(shortened(flowing(passage.quote)))} (${citation(passage, report)})`, margin),
  )
}

/** 'Deleted by Jane Roe, 2026-03-02: "48 hours" (clause 2.1)'. */
export function revisionWords({ kind, author, date, words, moved, section, page }: PlacedRevision): string {
  const act = moved ? { inserted: 'Moved here', deleted: 'Moved away' }[kind] : { inserted: 'Inserted', deleted: 'Deleted' }[kind]
  const day = /^\d{4}-\d\d-\d\d/.exec(date)?.[0]
  const place = placeWords({ section, ...(page === undefined ? {} : { page }) })
  const who = `${act} by ${author === '' ? 'an author who is not named' : author}${day === undefined ? '' : `, ${day}`}`
  return `${who}: ${quoted(shortened(flowing(words), longestWords))}${place === '' ? '' : ` (${place})`}`
}

/** JSON with a final line feed, in the shape that revisions.schema.json fixes. */
export function revisionsJson(version: string, all: readonly RevisionComparison[]): string {
  const contracts = all.map(({ original, final, revisions, changes }) => ({
    documents: final.documents,
    pack: final.pack.id,
    original: original.summary,
    final: final.summary,
    revisions: revisions.map(revisionJson),
    changes: changes.map(change =>
      changeJson(
        change,
        final.pack.requirements.find(({ id }) => id === change.requirement),
      ),
    ),
  }))
  return `${JSON.stringify({ version, contracts }, undefined, 2)}\n`
}

function changeJson({ requirement, original, final, revisions }: VerdictChange, asked: Requirement | undefined): object {
  return {
    requirement,
    title: asked?.title,
    severity: asked?.severity,
    original: findingJson(original),
    final: findingJson(final),
    revisions: revisions.map(revisionJson),
  }
}

function findingJson(finding: Finding): object {
  const evidence = finding.evidence.map(({ quote, document, section, page, start, end }) => ({
    quote,
    document,
    section,
    page: page ?? null,
    start,
    end,
  }))
  return { verdict: finding.verdict, why: whySentence(finding), evidence }
}

function revisionJson({ kind, author, date, words, moved, document, section, page }: PlacedRevision): object {
  return { kind, moved: moved ?? false, author, date, words, document, section, page: page ?? null }
}
