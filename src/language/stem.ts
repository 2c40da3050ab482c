// Word stems, by Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980), from
// `natural`. Only that one file of it is imported: the whole package prints and reads `.env`.
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

const known = new Map<string, string>()

/** The stem of a lower-case word: "encrypted", "encrypting", "encryption" give "encrypt". */
export function stem(word: string): string {
  const found = known.get(word)
  if (found !== undefined) return found
  const made = porter.stem(word.replace(/'s$|'$/, ''))
  known.set(word, made)
  return made
}
