// A requirement explained: as text for `rules show`, one line for `rules list`, and as a page of Markdown for the
// documentation of a pack. All words come from the pack itself.
import type { Citation } from '../domain/control.ts'
import type { Example, Requirement, RulePack } from '../domain/requirement.ts'
import { citationLines } from './coverage.ts'
import { flowing, inline } from './escape.ts'
import { paragraph, row } from './layout.ts'
import { count, sentence } from './wording.ts'

const owers = { provider: 'the provider', customer: 'the customer', either: 'one of the parties' } as const

/** All requirements by clause, for a terminal. */
export function listText(pack: RulePack): string {
  const clauses = pack.clauses.flatMap(({ id, title }, at) => {
    const rows = pack.requirements.filter(({ clause }) => clause === id).flatMap(requirementRow)
    return rows.length === 0 ? [] : ['', ...paragraph(flowing(title), `${at + 1}. `), ...rows]
  })
  const off = pack.off.map(({ requirement, reason }) => `  off: ${requirement} (${flowing(reason)})`)
  return `${[`${flowing(pack.title)} ${pack.version}: ${count(pack.requirements.length)} requirements`, ...clauses, ...off].join('\n')}\n`
}

function requirementRow({ id, severity, title }: Requirement): string[] {
  return row([
    { text: id, width: 28 },
    { text: severity, width: 8 },
    { text: flowing(title), width: 38 },
  ])
}

/** One requirement in full, for a terminal, with the published controls that it is cited for. */
export function ruleText(requirement: Requirement, citations: readonly Citation[] = []): string {
  const { id, title, severity, owes, asks, why, wording, elements, parameters, examples } = requirement
  const blocks = [
    [...paragraph(flowing(title)), `${id}, ${severity}, owed by ${owers[owes]}`],
    ['Asks', ...paragraph(flowing(asks), '  ')],
    ['Why', ...paragraph(flowing(why), '  ')],
    elements.length < 2 ? [] : ['Elements, all needed', ...elements.flatMap(({ name }) => paragraph(flowing(name), '  - '))],
    parameters.length === 0 ? [] : ['Parameters', ...parameters.flatMap(({ name, value, note }) => parameterLines(id, name, value, note))],
    ['Wording to ask for', ...paragraph(flowing(wording.firm), '  '), 'A milder one', ...paragraph(flowing(wording.milder), '  ')],
    citations.length === 0 ? [] : ['Published controls', ...citationLines(citations)],
    ['Examples', ...examples.flatMap(exampleLines)],
  ]
  return `${blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function parameterLines(id: string, name: string, value: string, note: string): string[] {
  return paragraph(flowing(`--set ${id}.${name}="${value}"${note === '' ? '' : ` (${note})`}`), '  ', '    ')
}

function exampleLines({ verdict, reasons, text }: Example): string[] {
  return paragraph(flowing(text), `  ${[verdict, ...reasons].join(' ')}: `, '    ')
}

/** The pack's documentation as Markdown; stale documentation fails `npm run check`. */
export function packMarkdown(pack: RulePack): string {
  const clauses = pack.clauses.map(({ id, title }, at) => {
    const requirements = pack.requirements.filter(({ clause }) => clause === id)
    return [`## ${at + 1}. ${title}`, ...requirements.map(ruleMarkdown)].join('\n\n')
  })
  const checklist = pack.checklist.map(({ title, parts }) => `- ${sentence(title)}: ${parts.map(part => `\`${part}\``).join(', ')}`)
  const intro = `${count(pack.requirements.length)} requirements. This page is made from the pack by \`npm run docs\`; edit the YAML, not this page.`
  return `${[`# ${pack.title} ${pack.version}`, intro, ...clauses, '## Checklist', checklist.join('\n')].join('\n\n')}\n`
}

function ruleMarkdown({ id, title, severity, owes, asks, why, wording, elements, parameters, examples }: Requirement): string {
  const parts = [
    `### ${title}`,
    `\`${id}\`, ${severity}, owed by ${owers[owes]}`,
    inline(asks),
    `*Why:* ${inline(why)}`,
    elements.length < 2 ? '' : `*Elements, all needed:* ${elements.map(({ name }) => inline(name)).join('; ')}`,
    ...parameters.map(({ name, value, note }) => `*Parameter* \`${id}.${name}\`: \`${value}\`${note === '' ? '' : `, ${inline(note)}`}`),
    `*Wording to ask for:* ${inline(wording.firm)}`,
    `*Milder:* ${inline(wording.milder)}`,
    `| verdict | example |\n|---|---|\n${examples.map(exampleRow).join('\n')}`,
  ]
  return parts.filter(part => part !== '').join('\n\n')
}

function exampleRow({ verdict, reasons, text }: Example): string {
  return `| ${[verdict, ...reasons].join(', ')} | ${inline(text)} |`
}
