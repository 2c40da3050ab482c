// Line breaks within a paragraph: a blank line, a new page, or a line that begins with a number starts a block of
// its own; any other break is a space, as the words go on.
import type { Draft, Piece } from './writer.ts'

/** How a list item begins: "(a)", "1.", "4.1", "iv)". */
const itemStart =
  /^[ \t]*(?:\((?:[a-z]{1,2}|[ivx]{1,6}|\d{1,3})\)|(?:[a-z]|[ivx]{1,6}|\d{1,3}(?:\.\d{1,3}){0,4})[.)]|\d{1,3}(?:\.\d{1,3}){1,4})[ \t]/i

/** The blocks that a paragraph makes; text without breaks comes back as it is. */
export function splitAtBreaks(draft: Draft): Draft[] {
  if (!draft.pieces.some(piece => piece.text.includes('\n'))) return [draft]
  const lines = joinLines(splitLines(draft.pieces))
  return lines.map((pieces, index) => (index === 0 ? { ...draft, pieces } : continued(draft, pieces)))
}

/** What comes after a break has no number of its own, nor is it a heading. */
function continued(draft: Draft, pieces: readonly Piece[]): Draft {
  const { style, indent, place } = draft.facts
  const facts = {
    ...(style === undefined ? {} : { style }),
    ...(indent === undefined ? {} : { indent }),
    ...(place === undefined ? {} : { place }),
  }
  return { kind: draft.kind === 'heading' ? 'paragraph' : draft.kind, pieces, facts }
}

function splitLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      const { page, ...rest } = piece
      const line = lines.at(-1) as Piece[]
      // A page break stands before the words that come after it.
      if (page === undefined) line.push({ ...rest, text })
      else if (piece.text === '' || index > 0) line.push({ ...piece, text })
    })
  }
  return lines
}

function joinLines(lines: readonly Piece[][]): Piece[][] {
  const blocks: Piece[][] = [lines[0] ?? []]
  let blank = false
  for (const line of lines.slice(1)) {
    const text = line.map(piece => piece.text).join('')
    const starts = blank || itemStart.test(text) || line.some(piece => piece.page === 'explicit')
    const last = blocks.at(-1) as Piece[]
    blank = text.trim() === ''
    if (starts && !blank) blocks.push(line)
    else for (const piece of blank ? line : [{ ...lineEnd(last), text: ' ' }, ...line]) last.push(piece)
  }
  return blocks
}

/** The space for a break belongs to the change, if any, that the words before it belong to. */
function lineEnd(pieces: readonly Piece[]): Omit<Piece, 'text' | 'page'> {
  const { inserted, deleted, hidden } = pieces.at(-1) ?? { text: '', bold: true }
  return { bold: true, ...(inserted && { inserted }), ...(deleted && { deleted }), ...(hidden && { hidden }) }
}
