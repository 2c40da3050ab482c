// A strand is text being put together: the words, which of them are hidden, and where in them later
// pages begin. Joining keeps all offsets right; nothing here knows about places on the page.
import type { HiddenBy } from '../../domain/manuscript.ts'
import type { Span } from '../../domain/span.ts'

/** Why words do not count; those that are struck out leave the text in the end. */
export type Unseen = HiddenBy | 'struck-out'

export interface Strand {
  readonly text: string
  readonly hidden: readonly { readonly start: number; readonly end: number; readonly how: Unseen }[]
  readonly breaks: readonly { readonly at: number; readonly page: number }[]
}

/** A strand of words alike in visibility. */
export function strand(text: string, how?: Unseen): Strand {
  return { text, hidden: how && text !== '' ? [{ start: 0, end: text.length, how }] : none, breaks: none }
}

/** Strands one after the other, with `between` in the gaps; where `page` is given, it starts at the second. */
export function join(first: Strand, second: Strand, between: string, page?: number): Strand {
  const offset = first.text.length + between.length
  if (isPlain(first) && isPlain(second) && page === undefined)
    return { text: first.text + between + second.text, hidden: none, breaks: none }
  const hidden = second.hidden.map(piece => ({ ...piece, start: piece.start + offset, end: piece.end + offset }))
  const breaks = second.breaks.map(point => ({ ...point, at: point.at + offset }))
  const turned = page === undefined ? [] : [{ at: offset, page }]
  return {
    text: first.text + between + second.text,
    hidden: mergeHidden([...first.hidden, ...hidden]),
    breaks: [...first.breaks, ...turned, ...breaks],
  }
}

const none: readonly never[] = []

/** Most text is seen, and stands on one page. */
const isPlain = ({ hidden, breaks }: Strand): boolean => hidden.length === 0 && breaks.length === 0

/** The part of a strand from `start` to `end`. */
export function cut(from: Strand, start: number, end: number = from.text.length): Strand {
  if (isPlain(from)) return { text: from.text.slice(start, end), hidden: none, breaks: none }
  const within = (at: number) => Math.min(Math.max(at - start, 0), end - start)
  const hidden = from.hidden.map(piece => ({ ...piece, start: within(piece.start), end: within(piece.end) }))
  const breaks = from.breaks.filter(point => point.at >= start && point.at < end)
  return {
    text: from.text.slice(start, end),
    hidden: hidden.filter(piece => piece.start < piece.end),
    breaks: breaks.map(point => ({ ...point, at: point.at - start })),
  }
}

/** Without white space at both ends. */
export function trimmed(from: Strand): Strand {
  if (!/^\s|\s$/.test(from.text)) return from
  const start = from.text.length - from.text.trimStart().length
  return cut(from, start, Math.max(start, from.text.trimEnd().length))
}

/** Without the words that are struck out, which are given with where they stood; `cells` are moved accordingly. */
export function withoutStruck(
  all: Strand,
  cells?: readonly Span[],
): { words: Strand; cells?: readonly Span[]; struck: { words: string; at: number }[] } {
  const gone = all.hidden.filter(({ how }) => how === 'struck-out').map(({ start, end }) => widened(all.text, start, end))
  if (gone.length === 0) return { words: all, ...(cells === undefined ? {} : { cells }), struck: [] }
  const at = (place: number): number => place - gone.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(place, end) - start), 0)
  const moved = <T extends Span>(piece: T): T => ({ ...piece, start: at(piece.start), end: at(piece.end) })
  return {
    words: {
      text: gone.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), all.text),
      hidden: all.hidden.filter(({ how }) => how !== 'struck-out').map(moved),
      breaks: all.breaks.map(point => ({ ...point, at: at(point.at) })),
    },
    ...(cells === undefined ? {} : { cells: cells.map(moved) }),
    struck: gone.map(({ start, end }) => ({ words: all.text.slice(start, end).trim(), at: at(start) })),
  }
}

/** With one of the spaces on its two sides. */
function widened(text: string, start: number, end: number): Span {
  const before = start === 0 || /\s/.test(text[start - 1] ?? '')
  return { start, end: before && /\s/.test(text[end] ?? '') ? end + 1 : end }
}

function mergeHidden(pieces: Strand['hidden'][number][]): Strand['hidden'] {
  const merged: { start: number; end: number; how: Unseen }[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (last && last.how === piece.how && piece.start - last.end <= 1) last.end = piece.end
    else merged.push({ ...piece })
  }
  return merged
}
