// The findings of saved reports by the controls of a framework, for a person and as JSON. Which finding belongs to which
// control, and how a control stands, is worked out by controls/.
import type { Catalogue, CitedFinding, Control, Gathering, Place, Standing } from '../domain/control.ts'
import { verdicts } from '../domain/finding.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph, row } from './layout.ts'
import { count, placeWords, verdictWords } from './wording.ts'

const placesShown = 3

/** Lines for a terminal, with a final line feed; `unreported` are contracts of the run for which there is no report. */
export function gatheringText(catalogue: Catalogue, all: readonly Gathering[], unreported: readonly string[]): string {
  const head = [
    'CONTROLS BY FRAMEWORK',
    '='.repeat(pageWidth),
    ...field('Framework', `${catalogue.title}, edition ${catalogue.edition} (${catalogue.key})`),
    ...field('', catalogue.note ?? ''),
    ...field('Reading', reading),
    ...unreported.flatMap(name => field('No report', `${name} could not be read or checked; nothing below speaks of it.`)),
  ]
  return `${[head, ...all.map(gathering => gatheringLines(catalogue, gathering))].map(lines => lines.join('\n')).join('\n\n')}\n`
}

const reading =
  'A control stands no better than the worst of its requirements. What a contract promises supports a control; that the control is in place, no contract shows.'

function field(name: string, words: string): string[] {
  return words === '' ? [] : paragraph(flowing(words), name.padEnd(13))
}

function gatheringLines(catalogue: Catalogue, { documents, pack, standings, untouched, uncited, ...sum }: Gathering): string[] {
  const counts = verdicts.map(verdict => `${count(standings.filter(one => one.verdict === verdict).length)} ${verdict}`)
  const weak = standings.filter(isWeak).length
  const only = weak === 0 ? '' : `; of those met, ${count(weak)} by related requirements only`
  return [
    ...field('Contract', documents.join(', ')),
    ...field('Held against', `${pack.title} ${pack.version}: ${resultWords(sum)}`),
    '',
    ...standings.flatMap(standing => [...standingLines(standing), '']),
    ...field('Untouched', untouchedWords(catalogue, untouched)),
    ...field('Uncited', uncited.length === 0 ? '' : `requirements cited for none of its controls: ${uncited.join(', ')}`),
    ...field('Sum', `${count(standings.length)} controls: ${counts.join(', ')}${only}`),
  ]
}

/** A result that no gap can spoil is not to be read as one that none did. */
function resultWords({ result, failOn, met, of }: Pick<Gathering, 'result' | 'failOn' | 'met' | 'of'>): string {
  const bar = failOn === 'none' ? 'whatever the gaps' : `gaps fail it from ${failOn} on`
  return `${count(met)} of ${count(of)} requirements met; result ${result} (${bar})`
}

function untouchedWords({ extent }: Catalogue, untouched: readonly Control[]): string {
  const more = extent === 'cited' ? ' The framework has more controls than are kept here.' : ''
  if (untouched.length === 0) return `none.${more}`
  return `${count(untouched.length)}: ${untouched.map(({ id }) => id).join(', ')}.${more}`
}

function standingLines(standing: Standing): string[] {
  const { control, verdict, parts } = standing
  const weak = isWeak(standing) ? 'Only related: no requirement that is met is a part of it.' : undefined
  const aside = [weak, control.note, control.appliesFrom === undefined ? undefined : `Applies from ${control.appliesFrom}.`]
  return [
    ...row(
      [
        { text: verdictWords[verdict], width: 8 },
        { text: flowing(controlWords(control)), width: 70 },
      ],
      0,
    ),
    ...aside.flatMap(words => (words === undefined ? [] : paragraph(flowing(words), ' '.repeat(10)))),
    ...parts.flatMap(({ relation: kind, finding }) => partLines(kind, finding)),
  ]
}

function controlWords({ id, title, was }: Control): string {
  const named = title === undefined ? id : `${id} ${title}`
  return was === undefined || was === id ? named : `${named} (${was} in the edition before)`
}

/** A control that is only touched is not borne out by a requirement that is met. */
function isWeak({ verdict, relation }: Standing): boolean {
  return verdict === 'met' && relation === 'related'
}

function partLines(relation: string, finding: CitedFinding): string[] {
  return row(
    [
      { text: verdictWords[finding.verdict], width: 8 },
      { text: relation, width: 10 },
      { text: flowing(finding.requirement), width: 29 },
      { text: flowing(asideOf(finding)), width: 23 },
    ],
    4,
  )
}

/** Where it stands, and what excuses it or makes it worse. */
function asideOf({ places, waived, known, shortOf }: CitedFinding): string {
  const shown = places.slice(0, placesShown).map(placeShown)
  const more = places.length > placesShown ? [`${places.length - placesShown} more`] : []
  const marks = [...(waived ? ['waived'] : []), ...(known ? ['in the baseline'] : []), ...shortOf.map(profile => `short of ${profile}`)]
  return [...new Set(shown), ...more, ...marks].join('; ')
}

function placeShown(place: Place): string {
  const words = placeWords(place)
  return words === '' ? 'no clause number' : words
}

/** The same as JSON, with a final line feed. */
export function gatheringJson(version: string, catalogue: Catalogue, all: readonly Gathering[], unreported: readonly string[]): string {
  const { controls: _, ...framework } = catalogue
  const reports = all.map(({ standings, untouched, uncited, ...rest }) => ({
    ...rest,
    controls: standings.map(({ control, verdict, relation, parts }) => ({
      ...control,
      verdict,
      relation,
      requirements: parts.map(part => partJson(part.relation, part.finding)),
    })),
    untouched: untouched.map(({ id }) => id),
    uncited,
  }))
  return `${JSON.stringify({ version, framework, reports, unreported }, undefined, 2)}\n`
}

function partJson(relation: string, { controls: _, ...finding }: CitedFinding): object {
  return { ...finding, relation }
}
