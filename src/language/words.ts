// Which words are English, and which of them contracts use. No list of words lies here but marks in a field of bits, two for
// each word (a Bloom filter): a word that is in the list is always known, and one in a thousand that is not is taken for one.
// `.dev/words.mjs` makes words.json; what a word that is not known may have been meant for is left to misspelt.ts.
import { stem } from './stem.ts'
import data from './words.json' with { type: 'json' }

/** How many bits of a field each word sets. */
export const marksOfWord = 8

/** A field of bits for words. */
export type Field = Uint8Array

let fields: { readonly english: Field; readonly usual: Field } | undefined

function opened(): { readonly english: Field; readonly usual: Field } {
  fields ??= { english: Buffer.from(data.english, 'base64'), usual: Buffer.from(data.usual, 'base64') }
  return fields
}

/** Whether a word, in lower case, is English: in a dictionary, with British forms, or in what rules and their examples say. */
export function isEnglish(word: string): boolean {
  return isMarked(opened().english, markOf(word))
}

/** What stands for a word in the field: a short one for itself, since many slips have the stem of a short word. */
export function markOf(word: string): string {
  return word.length <= shortMost ? `=${word}` : stem(word)
}

const shortMost = 6

/** Whether a word, in lower case, stands as it is in contracts that were learnt from. */
export function isUsual(word: string): boolean {
  return isMarked(opened().usual, word)
}

/** Marks a word in a field. @public for .dev/words.mjs, which makes them */
export function mark(field: Field, word: string): void {
  for (const bit of bitsOf(word, field.length * 8)) field[bit >> 3] = (field[bit >> 3] as number) | (1 << (bit & 7))
}

function isMarked(field: Field, word: string): boolean {
  return bitsOf(word, field.length * 8).every(bit => ((field[bit >> 3] as number) & (1 << (bit & 7))) !== 0)
}

// Two hashes (FNV-1a, from two beginnings) give as many places as are wanted (Kirsch and Mitzenmacher, 2006).
function bitsOf(word: string, size: number): number[] {
  let [first, second] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < word.length; at++) {
    first = Math.imul(first ^ word.charCodeAt(at), 0x01000193)
    second = Math.imul(second ^ word.charCodeAt(at), 0x01000193)
  }
  // The low bits of such a hash tell little; they are mixed with the high ones.
  const [from, step] = [mixed(first), mixed(second) | 1]
  return Array.from({ length: marksOfWord }, (_, at) => (from + Math.imul(step, at)) >>> 0).map(place => place % size)
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}
