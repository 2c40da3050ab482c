// Where something stands: half-open offsets (UTF-16 code units) into the text of one document,
// which is never edited after reading. A quote is a slice, so evidence is exact by construction.

/** A half-open range `[start, end)` of the text of one document. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span in one of the documents of a contract. */
export interface Place extends Span {
  /** Index into `Contract.documents`. */
  readonly document: number
}

/** The words at a span. */
export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** A text in lower case, each character at its place: patterns that need not mind case take a third of the time to get ready. */
export function lowered(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The first of some things, in the order in which they stand, that ends after an offset; by halving. */
export function firstEndingAfter<Thing>(things: readonly Thing[], offset: number, endOf: (thing: Thing) => number): Thing | undefined {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(things[middle] as Thing) <= offset) low = middle + 1
    else high = middle
  }
  return things[low]
}
