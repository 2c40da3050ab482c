// Counting list items: the label of each numbered paragraph as Word shows it, in the order the paragraphs come.
// One counter for each story (body, text box, note). Knows nothing of XML.
import { formatNumber } from '../number-formats.ts'
import type { List, ListLevel, ListPlace } from './numbering.ts'

/** Gives each numbered paragraph its label; call it once for each, in reading order. Empty where nothing is shown. */
export type Counter = (place: ListPlace) => string

interface Tally {
  /** Number last shown by level; undefined where the level starts anew. */
  readonly values: (number | undefined)[]
  /** Lists that have used their start overrides already, by level. */
  readonly overridden: Set<string>
}

const bullet = '•'

/** Make a counter with nothing counted yet. */
export function createCounter(): Counter {
  const tallies = new Map<string, Tally>()
  return ({ list, level }) => {
    const definition = list.levels.get(level)
    if (definition === undefined) return ''
    const tally = tallies.get(list.definition) ?? { values: [], overridden: new Set<string>() }
    tallies.set(list.definition, tally)
    countUp(tally, list, level, definition)
    return definition.hidden ? '' : writeLabel(tally, list, definition, level)
  }
}

function countUp(tally: Tally, list: List, level: number, definition: ListLevel): void {
  const override = list.startOverrides.get(level)
  const first = override !== undefined && !tally.overridden.has(`${list.id} ${level}`)
  const last = tally.values[level]
  if (first) tally.overridden.add(`${list.id} ${level}`)
  tally.values[level] = first || last === undefined ? (override ?? definition.start) : last + 1
  // Levels that were skipped count as begun: after "1.1.1" straight under "1." comes "1.2".
  for (let higher = 0; higher < level; higher++) tally.values[higher] ??= firstNumber(list, higher)
  for (const [deeper, other] of list.levels) {
    if (deeper > level && restarts(other, level)) tally.values[deeper] = undefined
  }
}

function firstNumber(list: List, level: number): number {
  return list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1
}

/** Whether a deeper level starts anew after this one (ECMA-376 17.9.10). */
function restarts(deeper: ListLevel, level: number): boolean {
  return deeper.restartAfter === undefined || level < deeper.restartAfter
}

function writeLabel(tally: Tally, list: List, definition: ListLevel, level: number): string {
  if (definition.format === 'bullet') return bulletSign(definition.text)
  return definition.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1
    const value = tally.values[index]
    // A level names only those above it, and itself.
    if (index > level || value === undefined) return ''
    const used = index === level ? definition : list.levels.get(index)
    if (used === undefined || used.format === 'bullet' || used.format === 'none') return ''
    return formatNumber(value, definition.legal ? legalFormat(used.format) : used.format, used.pattern)
  })
}

/** Legal style puts all in figures; those that are figures already stay, so that Word's own list writes "Section 1.01". */
function legalFormat(format: string): string {
  return format === 'decimalZero' ? format : 'decimal'
}

/** Bullets are signs of a symbol font as a rule; words set as a bullet ("Note:") are kept, a blank one shows nothing. */
function bulletSign(text: string): string {
  if (text.trim() === '') return ''
  return /\p{L}{2}/u.test(text) ? text.trim() : bullet
}
