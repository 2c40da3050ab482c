// Whether the first row of a table is its header, where the file does not say so: by how it is printed, and by
// what stands in it beside the rows below.
import type { ParagraphReading } from './flow.ts'
import type { CellReading, RowReading } from './tables.ts'

/** Longest header cell, in characters. */
const longest = 60

/** Whether a first row not marked as a header looks like one. */
export function isHeaderLike(rows: readonly RowReading[]): boolean {
  const [first, second] = rows
  if (first === undefined || second === undefined || first.cells.length < 2) return false
  const titles = first.cells.map(textOfCell)
  if (!titles.slice(1).every(isTitle) || (titles[0] !== '' && !isTitle(titles[0] ?? ''))) return false
  if (first.cells.every(isBold)) return !second.cells.every(isBold)
  if (first.cells.every(cell => cell.shaded)) return !second.cells.every(cell => cell.shaded)
  // Without any sign in print, two columns may as well be names and values.
  return (
    first.cells.length >= 3 && !titles.some(hasFigure) && rows.slice(1).some(row => row.cells.some(cell => hasFigure(textOfCell(cell))))
  )
}

/** The paragraphs of a cell itself, without those of tables in it. */
export function paragraphsOf(cell: CellReading): ParagraphReading[] {
  return cell.items.filter((item): item is ParagraphReading => 'draft' in item)
}

function textOfCell(cell: CellReading): string {
  return paragraphsOf(cell)
    .map(({ draft }) => draft.pieces.map(piece => piece.text).join(''))
    .join(' ')
    .trim()
}

function isTitle(text: string): boolean {
  return text !== '' && text.length <= longest && !/[.;:]$/.test(text)
}

function hasFigure(text: string): boolean {
  return /\d/.test(text)
}

function isBold(cell: CellReading): boolean {
  return paragraphsOf(cell).every(({ draft }) => draft.pieces.every(piece => piece.bold || piece.text.trim() === ''))
}
