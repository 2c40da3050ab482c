// Data of any shape, as it comes out of a file that somebody wrote: what can be asked of it before anything is known.

/** An object with keys of which nothing is known. */
export type Loose = Record<string, unknown>

/** Whether a value is an object with keys, and no list. */
export function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a value that ought to be a list of them; none where it is something else. */
export function recordsOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
