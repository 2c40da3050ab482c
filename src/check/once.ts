// What is worked out of a provision once, though many requirements ask for it. It is kept as long as the provision is.

/** A function that remembers what it said of each thing. */
export function once<Thing extends object, Result>(work: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>()
  return thing => {
    const before = known.get(thing)
    if (before !== undefined) return before.result
    const result = work(thing)
    known.set(thing, { result })
    return result
  }
}
