// Offsets to lines and columns, as viewers of text files count them: both from one, columns in UTF-16 code units.
import type { Span } from '../domain/span.ts'

export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

const startsByText = new Map<string, readonly number[]>()

/** Where a span of a text stands; lines end at line feeds. */
export function regionOf(text: string, { start, end }: Span): Region {
  const starts = lineStarts(text)
  const [startLine, endLine] = [lineAt(starts, start), lineAt(starts, end)]
  return {
    startLine: startLine + 1,
    startColumn: start - (starts[startLine] ?? 0) + 1,
    endLine: endLine + 1,
    endColumn: end - (starts[endLine] ?? 0) + 1,
  }
}

function lineStarts(text: string): readonly number[] {
  const known = startsByText.get(text)
  if (known !== undefined) return known
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  startsByText.clear()
  startsByText.set(text, starts)
  return starts
}

/** The last line that starts at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
