// Words with a line through them: a redline that was printed, an option that was crossed out. The line is a rule at half
// the height of small letters, no longer than the words; the words are marked and leave the text when blocks are made.
import { type Box, endOf, type Run } from './paper.ts'

/** Where such a line runs, from the baseline up, in parts of the size. */
const lowest = 0.12
const highest = 0.5
/** Thicker than this, in parts of the size, is a bar that hides the words; longer than the words by more is a rule of its own. */
const thickest = 0.2
const overhang = 0.6
/** A page with more rules is a drawing. */
const mostRules = 3000

/** Runs with struck words in runs of their own, marked; and the rules that strike nothing. */
export function findStrikes(runs: readonly Run[], rules: readonly Box[]): { runs: readonly Run[]; rules: readonly Box[] } {
  const across = rules.filter(rule => rule.x1 - rule.x0 > 2 * (rule.y1 - rule.y0))
  if (across.length === 0 || rules.length > mostRules) return { runs, rules }
  const lines = new Map<Run, Box[]>()
  const used = new Set<Box>()
  const byHeight = heights(runs)
  for (const rule of across) {
    const struck = runsAt(byHeight, rule)
    if (struck.length === 0 || !isCovered(rule, struck)) continue
    used.add(rule)
    for (const run of struck) lines.set(run, [...(lines.get(run) ?? []), rule])
  }
  if (used.size === 0) return { runs, rules }
  return { runs: runs.flatMap(run => parted(run, lines.get(run) ?? [])), rules: rules.filter(rule => !used.has(rule)) }
}

/** Runs by their baseline in whole points. */
function heights(runs: readonly Run[]): ReadonlyMap<number, readonly Run[]> {
  const found = new Map<number, Run[]>()
  for (const run of runs) {
    const at = Math.round(run.y)
    const same = found.get(at)
    if (same === undefined) found.set(at, [run])
    else same.push(run)
  }
  return found
}

/** Runs that a rule goes through. No print is larger than what is looked at below it. */
function runsAt(byHeight: ReadonlyMap<number, readonly Run[]>, rule: Box): Run[] {
  const middle = (rule.y0 + rule.y1) / 2
  const found: Run[] = []
  for (let at = Math.floor(middle); at <= middle + 40; at++) {
    for (const run of byHeight.get(at) ?? []) {
      const above = (run.y - middle) / run.size
      const through = above > lowest && above < highest && rule.y1 - rule.y0 < thickest * run.size
      if (through && run.text.trim() !== '' && Math.min(endOf(run), rule.x1) - Math.max(run.x, rule.x0) > 0.3 * run.size) found.push(run)
    }
  }
  return found
}

/** Whether words stand along the whole of a rule: one that goes on beside them belongs to a table or a form. */
function isCovered(rule: Box, struck: readonly Run[]): boolean {
  const size = Math.max(...struck.map(run => run.size))
  const left = Math.min(...struck.map(run => run.x))
  const right = Math.max(...struck.map(endOf))
  const inked = struck.reduce((sum, run) => sum + Math.min(endOf(run), rule.x1) - Math.max(run.x, rule.x0), 0)
  return rule.x0 > left - overhang * size && rule.x1 < right + overhang * size && inked > 0.7 * (rule.x1 - rule.x0)
}

/** A run cut at the words where its lines begin and end. */
function parted(run: Run, lines: readonly Box[]): Run[] {
  if (lines.length === 0 || run.hidden !== undefined) return [run]
  const from = wordAt(run, Math.min(...lines.map(line => line.x0)))
  const to = wordAt(run, Math.max(...lines.map(line => line.x1)))
  if (to <= from) return [run]
  const places = placesOf(run)
  const piece = (start: number, end: number): Run => {
    const [x, stop] = [places[start] ?? run.x, places[end] ?? endOf(run)]
    return { ...run, text: run.text.slice(start, end), x, width: stop - x }
  }
  const struck: Run = { ...piece(from, to), hidden: 'struck-out' }
  return [piece(0, from), struck, piece(to, run.text.length)].filter(({ text }) => text !== '')
}

/** The end of a word that is nearest to a place, as an index into the text. */
function wordAt(run: Run, x: number): number {
  const places = placesOf(run)
  let nearest = 0
  for (let index = 0; index <= run.text.length; index++) {
    const edge = index === 0 || index === run.text.length || /\W/.test(run.text[index] ?? '') || /\W/.test(run.text[index - 1] ?? '')
    if (edge && Math.abs((places[index] as number) - x) < Math.abs((places[nearest] as number) - x)) nearest = index
  }
  return nearest
}

/** Where each letter begins, and the last one ends, by the usual widths of letters. */
function placesOf({ text, x, width }: Run): number[] {
  const widths = [...text].flatMap(letter => [widthOf(letter), ...Array.from({ length: letter.length - 1 }, () => 0)])
  const whole = widths.reduce((sum, one) => sum + one, 0)
  const places = [x]
  for (const one of widths) places.push((places.at(-1) as number) + (one / whole) * width)
  return places
}

function widthOf(letter: string): number {
  if (/[ iljtfrI.,;:'’|!()[\]-]/.test(letter)) return 0.3
  if (/[mwMW@%—]/.test(letter)) return 0.85
  return /\p{Lu}/u.test(letter) ? 0.68 : 0.53
}
