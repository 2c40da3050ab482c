// "Did you mean ...?": the one of a list that a mistyped word is closest to.

/** The closest candidate, if it is close enough to have been meant: at most a third of the letters differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map(candidate => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = ranked
  return best !== undefined && best.distance * 3 <= Math.max(word.length, 3) ? best.candidate : undefined
}

/** Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, changes, swaps of neighbours. */
function distance(a: string, b: string): number {
  const short = a.slice(0, 64)
  const other = b.slice(0, 64)
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= short.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) row.push(step(short, other, i, j, row, rows))
    rows.push(row)
  }
  return rows[short.length]?.[other.length] ?? 0
}

function step(a: string, b: string, i: number, j: number, row: readonly number[], rows: readonly number[][]): number {
  const cell = (r: number, c: number) => rows[r]?.[c] ?? Number.POSITIVE_INFINITY
  const change = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return Math.min(cell(i - 1, j) + 1, (row[j - 1] ?? 0) + 1, change, swapped ? cell(i - 2, j - 2) + 1 : change)
}
