// Two versions of a contract for a person: what is worse first, each with the words before and after; what is the same
// only as a count.
import { type Change, type Comparison, changes, type PlainFinding } from '../domain/comparison.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph, shortened } from './layout.ts'
import { count, quoted, verdictWords } from './wording.ts'

const titles: Readonly<Record<Change, string>> = {
  worse: 'WORSE',
  gone: 'NO LONGER ASKED',
  new: 'ASKED FOR THE FIRST TIME',
  better: 'BETTER',
  reworded: 'REWORDED, JUDGED THE SAME',
  same: 'THE SAME',
}

/** Lines of the comparison, with a final line feed. */
export function comparisonText(before: string, after: string, all: readonly Comparison[]): string {
  const told = changes.filter(change => change !== 'same').flatMap(change => section(change, all))
  const counts = changes.map(change => `${count(all.filter(one => one.change === change).length)} ${change}`)
  const head = [
    'COMPARISON',
    '='.repeat(pageWidth),
    ...paragraph(flowing(before), 'Before  '),
    ...paragraph(flowing(after), 'After   '),
    '',
  ]
  return `${[...head, ...told, ...paragraph(counts.join(', '), 'Sum     ')].join('\n')}\n`
}

function section(change: Change, all: readonly Comparison[]): string[] {
  const own = all.filter(one => one.change === change)
  return own.length === 0 ? [] : [titles[change], ...own.flatMap(lines), '']
}

function lines({ requirement, before, after }: Comparison): string[] {
  return [`  ${requirement}`, ...side('before', before), ...side('after', after)]
}

function side(label: string, finding: PlainFinding | undefined): string[] {
  if (finding === undefined) return []
  const { verdict, reasons, quotes, shortOf = [] } = finding
  const all = [...reasons, ...shortOf.map(profile => `short of ${profile}`)]
  const why = all.length === 0 ? '' : ` (${all.join(', ')})`
  const words = [...new Set(quotes)].map(quote => quoted(shortened(flowing(quote))))
  return paragraph(flowing(`${verdictWords[verdict]}${why}${words.length === 0 ? '' : `: ${words.join(' ')}`}`), `    ${label.padEnd(8)}`)
}

/** The comparison as JSON with a final line feed. */
export function comparisonJson(version: string, before: string, after: string, all: readonly Comparison[]): string {
  const counts = Object.fromEntries(changes.map(change => [change, all.filter(one => one.change === change).length]))
  return `${JSON.stringify({ version, before, after, counts, comparisons: all }, undefined, 2)}\n`
}
