// A manuscript with other words in one place: all that points into its text behind the place moves along.
// For trying a change of words out; nothing is ever written back to a file.
import type { Manuscript } from './manuscript.ts'
import type { Span } from './span.ts'

/** The manuscript as it would be with `words` in place of those at a span; an empty span puts them in. */
export function withWords(manuscript: Manuscript, at: Span, words: string): Manuscript {
  const by = words.length - (at.end - at.start)
  const move = (offset: number): number => (offset <= at.start ? offset : offset >= at.end ? offset + by : Math.min(offset, at.start))
  // Words put in at the end of a block belong to it, so an end at the place moves with them.
  const moveEnd = (offset: number): number => (offset < at.end || offset < at.start ? move(offset) : offset + by)
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([name, inner]) => [name, movedAt(name, inner)])
    return Object.fromEntries(entries)
  }
  const movedAt = (name: string, inner: unknown): unknown => {
    if (typeof inner !== 'number') return moved(inner)
    return name === 'start' || name === 'at' ? move(inner) : name === 'end' ? moveEnd(inner) : inner
  }
  const text = manuscript.text.slice(0, at.start) + words + manuscript.text.slice(at.end)
  return {
    ...manuscript,
    text,
    blocks: moved(manuscript.blocks) as Manuscript['blocks'],
    notes: moved(manuscript.notes) as Manuscript['notes'],
  }
}

/** The manuscript with other words in several places, of which none overlaps another. */
export function withAllWords(manuscript: Manuscript, edits: readonly (Span & { readonly words: string })[]): Manuscript {
  const resized = edits.filter(({ start, end, words }) => words.length !== end - start).sort((a, b) => b.start - a.start)
  let text = manuscript.text
  for (const { start, end, words } of edits) if (words.length === end - start) text = text.slice(0, start) + words + text.slice(end)
  return resized.reduce((changed, edit) => withWords(changed, edit, edit.words), { ...manuscript, text })
}
