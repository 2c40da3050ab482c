// Numbers that fields bring (LISTNUM, AUTONUM and their kin). Word works them out while it shows the page, so they are
// nowhere in the file: here each becomes a place in a list, counted with all other numbers. ECMA-376 17.16.5.

import { table } from '../../domain/table.ts'
import type { List, ListLevel, ListPlace, Numbering } from './numbering.ts'

/** What is known of the paragraph in which a field stands. */
export interface FieldSurroundings {
  readonly numbering: Numbering
  /** The paragraph's own place in a list, if it has one. */
  readonly place: ListPlace | undefined
  /** Its level in the outline, from 0; 9 is body text. */
  readonly outline: number | undefined
  /** Names the paragraph, so that lists within it can start anew. */
  readonly paragraph: string
}

type Shape = readonly [format: string, text: string]
const formats = table<string>({ '1': 'decimal', a: 'lowerLetter', i: 'lowerRoman', A: 'upperLetter', I: 'upperRoman' })

/** "1)" becomes the format of its figure and "%1)", by the level at which it stands. */
function shapes(...examples: readonly string[]): Shape[] {
  return examples.map((example, level) => {
    const figure = /[1aiAI]/.exec(example)?.[0] ?? '1'
    return [formats[figure] ?? 'decimal', example.replace(figure, `%${level + 1}`)]
  })
}

const legal: Shape[] = Array.from({ length: 9 }, (_, level) => [
  'decimal',
  `${Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.')}.`,
])
const outline = shapes('I.', 'A.', '1.', 'a)', '(1)', '(a)', '(i)', '(a)', '(i)')

/** The lists that every document has without saying so. */
const lists = table<readonly Shape[]>({
  numberdefault: shapes('1)', 'a)', 'i)', '(1)', '(a)', '(i)', '1.', 'a.', 'i.'),
  outlinedefault: outline,
  legaldefault: legal,
  autonum: shapes('1.'),
  autonumlgl: legal,
  autonumout: outline,
})

/** Where the number of a field stands; undefined for a field that brings none. */
export function fieldNumber(instruction: string, around: FieldSurroundings): ListPlace | undefined {
  const [, word = '', rest = ''] = /^\s*(LISTNUM|AUTONUM(?:LGL|OUT)?)\b(.*)$/is.exec(instruction) ?? []
  const kind = word.toLowerCase()
  if (kind === '') return undefined
  if (kind !== 'listnum') return { list: listOf(kind, kind, rest), level: kind === 'autonum' ? 0 : headingLevel(around) }
  const name = /^\s*"?([^\\"\s]{1,60})/.exec(rest)?.[1] ?? 'NumberDefault'
  const stated = /\\l\s*(\d)/.exec(rest)?.[1]
  const level = stated === undefined ? (around.place?.level ?? -1) + 1 : Number(stated) - 1
  const start = /\\s\s*(\d{1,5})/.exec(rest)?.[1]
  const known = around.numbering.named(name)
  const own = known ?? listOf(name.toLowerCase(), around.place === undefined ? name : `${name} ${around.paragraph}`, rest)
  const list =
    start === undefined ? own : { ...own, id: `${own.id} ${around.paragraph}`, startOverrides: new Map([[level, Number(start)]]) }
  return { list, level: Math.min(Math.max(level, 0), 8) }
}

const headingLevel = ({ outline: level = 9 }: FieldSurroundings): number => (level < 9 ? level : 0)

function listOf(kind: string, id: string, switches: string): List {
  const shown = lists[kind] ?? lists.numberdefault ?? []
  // \e leaves the full stop at the end out.
  const bare = /\\e/.test(switches)
  const levels = new Map(shown.map(([format, text], at) => [at, levelOf(format, bare ? text.replace(/\.$/, '') : text)]))
  return { id: `field ${id}`, definition: `field ${id}`, levels, startOverrides: new Map() }
}

function levelOf(format: string, text: string): ListLevel {
  return { start: 1, format, pattern: '', text, legal: false, hidden: false }
}
