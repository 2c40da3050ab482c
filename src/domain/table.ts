// Tables that are looked up by what a document says.

/**
 * A table that is looked up by what a document says. It answers to its own entries alone: any other object also answers to
 * "constructor", "valueOf" and the like, which are words a contract may have.
 */
export function table<Value>(entries: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.assign(Object.create(null), entries)
}
