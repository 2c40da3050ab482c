// Footnotes: what stands beneath the short rule at the foot of a page, and the raised marks in the text
// that lead there. The notes leave the flow, where they would cut sentences that go over the page, and
// the marks leave the text, where "48 hours" with note 2 would read as another figure.
import type { FlowLine } from './flow.ts'
import type { Line } from './lines.ts'
import type { Box, Run } from './paper.ts'
import { cut, trimmed } from './strand.ts'

const mark = /^(\d{1,3}(?!\.\d)|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})(?=[\s.)\p{Lu}"“‘(]|$)[.)]?\s*/u

/** The footnotes of a page: the runs beneath the rule, column by column. */
export function footnoteRuns(rules: readonly Box[], runs: readonly Run[], height: number): Run[][] {
  return sides(runs).flatMap(side => {
    const from = footnotesFrom(rules, side, height) ?? Number.POSITIVE_INFINITY
    const below = side.filter(run => run.y > from)
    return below.length === 0 ? [] : [below]
  })
}

/** Lines of a column start at one place; fewer are no column. */
const fewestLines = 8

/** The runs left and right of a gutter, where many lines begin at one place well inside the page and next to none runs across it. */
function sides(runs: readonly Run[]): (readonly Run[])[] {
  const left = Math.min(...runs.map(run => run.x))
  const width = Math.max(...runs.map(run => run.x + run.width)) - left
  const counts = new Map<number, number>()
  for (const { x } of runs)
    if (x > left + 0.35 * width && x < left + 0.7 * width) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1)
  const [gutter, lines] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  const across = runs.filter(run => run.x < gutter - 4 && run.x + run.width > gutter - 2).length
  if (lines < fewestLines || across > 0.1 * lines) return [runs]
  return [runs.filter(run => run.x < gutter - 2), runs.filter(run => run.x >= gutter - 2)]
}

/** The height at which footnotes begin; undefined where there are none. */
function footnotesFrom(rules: readonly Box[], runs: readonly Run[], height: number): number | undefined {
  if (runs.length === 0) return undefined
  const left = Math.min(...runs.map(run => run.x))
  const right = Math.max(...runs.map(run => run.x + run.width))
  const short = rules.filter(rule => {
    const part = (rule.x1 - rule.x0) / Math.max(right - left, 1)
    // The cells of a table may stand a little further out than the text.
    const atLeft = rule.x0 - left > -3 && rule.x0 - left < 15
    return rule.y1 - rule.y0 < 2.5 && part > 0.1 && part < 0.5 && atLeft && rule.y0 > height * 0.3
  })
  const alone = short.filter(rule => !rules.some(other => other !== rule && touch(rule, other)) && !runs.some(run => underlines(rule, run)))
  const lowest = alone.sort((a, b) => b.y0 - a.y0)[0]
  return lowest && startsWithMark(runs, lowest) ? lowest.y0 : undefined
}

/** Rules that meet are the borders of cells. */
function touch(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 + 1.5 && b.x0 <= a.x1 + 1.5 && a.y0 <= b.y1 + 1.5 && b.y0 <= a.y1 + 1.5
}

/** A rule right beneath words belongs to them: a link, a name to stress. */
function underlines(rule: Box, run: Run): boolean {
  const beneath = rule.y0 - run.y
  return beneath > -0.05 * run.size && beneath < 0.25 * run.size && run.x < rule.x1 - 1 && run.x + run.width > rule.x0 + 1
}

/** The first piece beneath the rule, at its left end, must be a mark that stands raised above: else the rule is a place to sign. */
function startsWithMark(runs: readonly Run[], rule: Box): boolean {
  const beneath = runs.filter(run => run.y > rule.y0).sort((a, b) => a.y - b.y)
  const top = beneath[0]
  // The mark stands a little higher than its note, or not.
  const line = beneath.filter(run => top !== undefined && run.y < top.y + Math.max(run.size, top.size) * 0.6)
  const first = line.reduce<Run | undefined>((least, run) => (least !== undefined && least.x <= run.x ? least : run), undefined)
  const signed = runs.some(run => run.y <= rule.y0 && Math.abs(run.x - rule.x0) < 3 && run.y > rule.y0 - 2 && run.text.includes('_'))
  const word = first === undefined || first.x >= rule.x1 ? undefined : mark.exec(first.text.trim())?.[1]
  if (word === undefined || signed) return false
  const body = runs.filter(run => run.y <= rule.y0)
  const usual = Math.max(...body.filter(run => run.text.length > 20).map(run => run.size))
  const small = beneath.filter(run => run.text.length > 20).every(run => run.size < 0.95 * usual)
  return small || withoutMarks(body, new Set([word])).length < body.length
}

/** The marks with which lines beneath the rule begin. */
export function footnoteMarks(lines: readonly Line[]): ReadonlySet<string> {
  const words = lines.map(line => mark.exec(line.segments[0]?.strand.text ?? '')?.[1])
  return new Set(words.filter(word => word !== undefined))
}

/** A line of a footnote with its mark, if it has one, as its label. */
export function footnoteLine(line: FlowLine): FlowLine {
  const match = line.label === undefined ? mark.exec(line.whole.text) : null
  if (!match?.[1]) return { ...line, labelApart: line.label !== undefined }
  return { ...line, label: match[1], labelApart: true, strand: trimmed(cut(line.whole, match[0].length)) }
}

/** Runs without the raised marks of notes. */
export function withoutMarks(runs: readonly Run[], marks: ReadonlySet<string>): Run[] {
  return runs.filter((run, index) => {
    if (!marks.has(run.text.trim())) return true
    const near = [runs[index - 1], runs[index + 1]]
    const raised = near.some(
      other => other && run.size < 0.85 * other.size && run.y < other.y - 0.1 * other.size && run.y > other.y - other.size,
    )
    return !raised
  })
}
