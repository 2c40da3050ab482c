// Running heads, running feet and page numbers: lines at the edge of several pages that say the same,
// figures aside. They are taken out of the flow, where they would stand in the middle of sentences.
import { type Line, textOfLine } from './lines.ts'

/** The lines of one page, from the top down. */
export interface PageLines {
  readonly number: number
  readonly height: number
  readonly lines: readonly Line[]
}

/** Lines from the edge that are looked at, points that a place may differ, and the edge as part of the height. */
const deepest = 5
const slack = 4
const edge = 0.2
const outermost = 0.12

interface Mark {
  readonly line: Line
  readonly words: string
  /** Points from the edge. */
  readonly away: number
}

/** The lines of all pages that are furniture. */
export function findFurniture(pages: readonly PageLines[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  for (const top of [true, false]) {
    const marks = pages.map(page => marksAt(page, top))
    const counts = countMarks(marks, pages)
    marks.forEach((onPage, index) => {
      const page = pages[index] as PageLines
      const end = onPage.findIndex(mark => !repeats(mark, page.number, counts, pages.length) && !isPageNumber(mark, page))
      const lines = onPage.slice(0, end < 0 ? onPage.length : end).map(mark => mark.line)
      for (const line of withoutText(lines, page, top)) found.add(line)
    })
  }
  return found
}

/** Without inner lines that are rather the head of a table, or words of the text that pages happen to share. */
function withoutText(lines: readonly Line[], page: PageLines, top: boolean): readonly Line[] {
  const last = lines.at(-1)
  const next = last && page.lines[page.lines.indexOf(last) + (top ? 1 : -1)]
  if (!last || !next) return lines
  return isTableHead(last, next, top) || isProse(last, next) ? withoutText(lines.slice(0, -1), page, top) : lines
}

/** The head of a table that goes on over pages repeats as well; its cells stand over those of the next line. */
function isTableHead(line: Line, next: Line, top: boolean): boolean {
  const starts = next.segments.map(segment => segment.x0)
  return top && line.segments.filter(segment => starts.some(start => Math.abs(start - segment.x0) < slack)).length >= 2
}

/** Many words, in the size of the line beside it and close to it. */
function isProse(line: Line, next: Line): boolean {
  const close = Math.abs(next.y - line.y) < 1.5 * line.size && Math.abs(next.size - line.size) < 0.3
  return close && textOfLine(line).text.split(' ').length >= 8
}

/** What makes two running lines the same: their words without figures. */
export function furnitureWords(line: Line): string {
  return textOfLine(line)
    .text.replace(/\d+/g, '#')
    .replace(/(^|\s)[ivxl]+(?=\s|$)/g, '$1#')
    .trim()
}

function marksAt(page: PageLines, top: boolean): Mark[] {
  const lines = top ? page.lines.slice(0, deepest) : page.lines.slice(-deepest).reverse()
  const marks = lines.map(line => ({ line, words: furnitureWords(line), away: top ? line.y : page.height - line.y }))
  return marks.filter(mark => mark.away < page.height * edge)
}

/** Where lines of the same words stand. */
type Places = ReadonlyMap<string, readonly { readonly away: number; readonly page: number }[]>

function countMarks(marks: readonly (readonly Mark[])[], pages: readonly PageLines[]): Places {
  const places = new Map<string, { away: number; page: number }[]>()
  marks.forEach((onPage, index) => {
    const page = pages[index]?.number ?? 0
    for (const { words, away } of onPage) places.set(words, [...(places.get(words) ?? []), { away, page }])
  })
  return places
}

function repeats(mark: Mark, page: number, places: Places, pages: number): boolean {
  const alike = (places.get(mark.words) ?? []).filter(({ away }) => Math.abs(away - mark.away) <= slack)
  // Left and right pages may differ; the title of each part of a document stands pages apart.
  const near = alike.some(other => other.page !== page && Math.abs(other.page - page) <= 2)
  return near && alike.length >= Math.max(2, Math.min(3, pages), pages * 0.2)
}

const numberForms = /^(?:page\s+)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?$|^[-–—]\s*(\d{1,4})\s*[-–—]$/i

/** A number that stands alone at the very edge and is that of the page, or nearly so. */
function isPageNumber(mark: Mark, page: PageLines): boolean {
  if (mark.away > page.height * outermost) return false
  const match = numberForms.exec(textOfLine(mark.line).text.trim())
  const figure = Number(match?.[1] ?? match?.[2])
  return match !== null && (Number.isNaN(figure) || Math.abs(figure - page.number) <= 20)
}
