// Laying text out on a page of fixed width: wrapping, columns, shortening. Knows nothing of contracts.

/** Columns of a report: what every terminal and printed page has. */
export const pageWidth = 80

/** Lines of at most `width` characters, broken at blanks; a word that is longer is broken where it must be. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap(long => pieces(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  return lines
}

function pieces(word: string, width: number): string[] {
  if (word.length <= width) return [word]
  const parts = []
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width))
  return parts
}

/** A paragraph whose first line begins with `first` and whose others with as many blanks (or `rest`). */
export function paragraph(text: string, first = '', rest = ' '.repeat(first.length), width = pageWidth): string[] {
  return wrapped(text, width - Math.max(first.length, rest.length)).map((line, at) => `${at === 0 ? first : rest}${line}`)
}

export interface Cell {
  readonly text: string
  readonly width: number
  /** How the whole cell is to look; applied after padding, so that colour does not shift columns. */
  readonly paint?: (text: string) => string
}

/** Cells side by side, each wrapped within its width, two blanks between them. */
export function row(cells: readonly Cell[], indent = 2): string[] {
  const columns = cells.map(({ text, width }) => wrapped(text, width))
  const height = Math.max(...columns.map(lines => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map(({ width, paint = as => as }, at) => paint((columns[at]?.[line] ?? '').padEnd(width)))
    return `${' '.repeat(indent)}${parts.join('  ')}`.trimEnd()
  })
}

/** Text of at most about `limit` characters: the middle of a longer one is left out, visibly. */
export function shortened(text: string, limit = 400): string {
  if (text.length <= limit) return text
  const head = text.slice(0, Math.floor(limit * 0.6)).replace(/\S*$/, '')
  const tail = text.slice(text.length - Math.floor(limit * 0.35)).replace(/^\S*/, '')
  return `${head.trimEnd()} […] ${tail.trimStart()}`
}
