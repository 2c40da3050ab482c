// The findings of saved reports by the controls of a framework as tables: Markdown for a comment or a wiki, CSV for a
// spreadsheet. Which finding belongs to which control, and how a control stands, is worked out by controls/.
import type { Catalogue, CitedFinding, Gathering, Place, Standing } from '../domain/control.ts'
import { commentOf } from './comment.ts'
import { inert, inline } from './escape.ts'
import { csvText } from './sheets.ts'
import { count, placeWords, verdictWords } from './wording.ts'

/** A table for each report, with a final line feed; cut to the length of a comment, and then it says so. */
export function gatheringMarkdown(catalogue: Catalogue, all: readonly Gathering[], unreported: readonly string[]): string {
  const head = [
    `## ${inline(`${catalogue.title}, edition ${catalogue.edition}`)}`,
    '',
    'A control stands no better than the worst of its requirements. That a control is in place, no contract shows.',
    ...unreported.flatMap(name => ['', `**No report:** ${inline(name)} could not be read or checked; nothing here speaks of it.`]),
  ]
  const lines = [...head, ...all.flatMap(gathering => tableLines(catalogue, gathering))]
  return commentOf(lines, '\n', 'lines')
}

function tableLines(catalogue: Catalogue, { documents, pack, result, failOn, met, of, standings, untouched }: Gathering): string[] {
  const more = catalogue.extent === 'cited' ? '; the framework has more controls than are kept' : ''
  return [
    '',
    `### ${inline(documents.join(', '))}`,
    '',
    inline(`${pack.title} ${pack.version}: ${count(met)} of ${count(of)} requirements met; result ${result}, fail-on ${failOn}`),
    '',
    '| control | title | stands | requirements |',
    '|---|---|---|---|',
    ...standings.map(rowLine),
    '',
    inline(`${count(untouched.length)} ${untouched.length === 1 ? 'control' : 'controls'} untouched${more}.`),
  ]
}

function rowLine({ control: { id, title = '' }, verdict, relation, parts }: Standing): string {
  const only = verdict === 'met' && relation === 'related' ? ' (only related)' : ''
  const named = parts.map(({ relation: kind, finding }) =>
    inline([verdictWords[finding.verdict], kind, finding.requirement, ...marksOf(finding)].join(' ')),
  )
  return `| ${inline(id)} | ${inline(title)} | ${verdictWords[verdict]}${only} | ${named.join('<br>')} |`
}

function marksOf({ waived, known, shortOf }: CitedFinding): string[] {
  const marks = [...(waived ? ['waived'] : []), ...(known ? ['in the baseline'] : []), ...shortOf.map(profile => `short of ${profile}`)]
  return marks.length === 0 ? [] : [`(${marks.join(', ')})`]
}

const columns = ['contract', 'framework', 'control', 'title', 'stands', 'requirement', 'relation', 'verdict', 'standing', 'where']

/** CSV with a row for each control and requirement; controls untouched and contracts without a report stand as such. */
export function gatheringCsv({ key }: Catalogue, all: readonly Gathering[], unreported: readonly string[]): string {
  const rows = all.flatMap(({ documents, standings, untouched }) => {
    const name = documents.join(', ')
    const touched = standings.flatMap(({ control, verdict, parts }) =>
      parts.map(({ relation, finding }) => [
        ...[name, key, control.id, control.title ?? '', verdict],
        ...[finding.requirement, relation, finding.verdict, marksOf(finding).join(''), finding.places.map(placeShown).join('; ')],
      ]),
    )
    return [...touched, ...untouched.map(({ id, title = '' }) => [name, key, id, title, 'untouched', '', '', '', '', ''])]
  })
  const failed = unreported.map(name => [name, key, '', '', 'not read', '', '', '', '', ''])
  return csvText([columns, ...rows, ...failed].map(cells => cells.map(inert)))
}

function placeShown(place: Place): string {
  const words = placeWords(place)
  return words === '' ? 'no clause number' : words
}
