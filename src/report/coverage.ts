// Which controls of a framework the requirements of a pack touch, and which they do not; and the controls of one
// requirement, for `rules show`. Lines for a terminal, or JSON.
import { type Catalogue, type Citation, type ControlCoverage, type Relation, relations } from '../domain/control.ts'
import { flowing } from './escape.ts'
import { paragraph, row } from './layout.ts'
import { count } from './wording.ts'

export interface Covered {
  readonly catalogue: Catalogue
  readonly coverage: readonly ControlCoverage[]
}

/** One line for each framework: how many of its controls are touched, and how closely. */
export function coverageText(pack: string, requirements: number, all: readonly Covered[]): string {
  const rows = all.map(({ catalogue, coverage }) => {
    const cited = new Set(coverage.flatMap(one => one.requirements.map(({ id }) => id)))
    const kept = `${count(touched(coverage).length)} of ${count(coverage.length)}${catalogue.extent === 'cited' ? ' kept' : ''}`
    return [catalogue.key, kept, `${count(closelyTouched(coverage).length)} closely`, `${count(cited.size)} of ${count(requirements)}`]
  })
  const table = [['Framework', 'Controls touched', '', 'Requirements cited'], ...rows]
  const [title, notes] = [`CONTROLS THAT ${flowing(pack)} TOUCHES`, paragraph(legend)]
  return `${[...paragraph(title), '', ...table.flatMap(cells), '', ...notes].join('\n')}\n`
}

const legend =
  'Closely: equivalent or supported, not only related. "Kept": only the controls that are cited are kept here; the framework has more. With --framework NAME each control is listed.'

function cells(texts: readonly string[]): string[] {
  const widths = [24, 16, 10, 18]
  return row(texts.map((text, at) => ({ text: flowing(text), width: widths[at] ?? 10 })))
}

/** All controls of one framework, touched and untouched. */
export function frameworkText(pack: string, { catalogue, coverage }: Covered): string {
  const untouched = coverage.filter(({ requirements }) => requirements.length === 0)
  const more = catalogue.extent === 'cited' ? [' The framework has more controls than are kept here.'] : []
  const lines = [
    ...paragraph(flowing(`${catalogue.title}, edition ${catalogue.edition} (${catalogue.key})`)),
    ...(catalogue.note === undefined ? [] : paragraph(flowing(catalogue.note))),
    '',
    ...touched(coverage).flatMap(coverageLines),
    '',
    ...paragraph(`${count(touched(coverage).length)} of ${count(coverage.length)} are touched by ${flowing(pack)}.${more.join('')}`),
    ...(untouched.length === 0 ? [] : paragraph(untouched.map(({ control }) => flowing(control.id)).join(', '), 'Untouched: ')),
  ]
  return `${lines.join('\n')}\n`
}

function coverageLines({ control, requirements }: ControlCoverage): string[] {
  const named = relations.flatMap(kind => {
    const ids = requirements.filter(({ relation }) => relation === kind).map(({ id }) => id)
    return ids.length === 0 ? [] : paragraph(flowing(ids.join(', ')), `    ${kind}: `, '      ')
  })
  return [...paragraph(flowing(`${control.id}${control.title === undefined ? '' : `  ${control.title}`}`), '  ', '      '), ...named]
}

function touched(coverage: readonly ControlCoverage[]): ControlCoverage[] {
  return coverage.filter(({ requirements }) => requirements.length > 0)
}

function closelyTouched(coverage: readonly ControlCoverage[]): ControlCoverage[] {
  return coverage.filter(({ requirements }) => requirements.some(({ relation }) => relation !== 'related'))
}

/** Coverage as JSON with a final line feed. */
export function coverageJson(version: string, pack: string, all: readonly Covered[]): string {
  const frameworks = all.map(({ catalogue: { controls: _, ...catalogue }, coverage }) => ({
    ...catalogue,
    controls: coverage.map(({ control, requirements }) => ({ ...control, requirements })),
  }))
  return `${JSON.stringify({ version, pack, frameworks }, undefined, 2)}\n`
}

/** The controls that a requirement is cited for, a line for each framework and relation; none where there are none. */
export function citationLines(citations: readonly Citation[]): string[] {
  const keys = [...new Set(citations.map(({ framework, edition }) => `${framework} ${edition}`))]
  return keys.flatMap(key => relations.flatMap(relation => frameworkLines(key, relation, citations)))
}

function frameworkLines(key: string, relation: Relation, citations: readonly Citation[]): string[] {
  const own = citations.filter(one => `${one.framework} ${one.edition}` === key && one.relation === relation)
  const named = own.map(({ id, title }) => (title === undefined ? id : `${id} ${title}`))
  return own.length === 0 ? [] : paragraph(flowing(named.join('; ')), `  ${key}, ${relation}: `, '    ')
}
