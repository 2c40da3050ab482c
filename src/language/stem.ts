// Word stems, by Porter's algorithm (porter.ts), but for words that it would throw together with others.
import { porterStem } from './porter.ts'

// Words that the algorithm would throw together with others of another meaning: "provider" with "provide",
// "response" with "responsible", "inform" with "information". They keep their own form, singular and plural alike.
const apart = [
  'provider',
  'customer',
  'licensee',
  'university',
  'government',
  'general',
  'generally',
  'authority',
  'incidental',
  'information',
  'employment',
  'important',
  'importance',
  'responsible',
  'responsibility',
  'personal',
  'committee',
  'executive',
  'organ',
  'policy',
  'statement',
  'internal',
  'international',
  'several',
  'severity',
  'university',
  'universal',
  'operative',
  'critical',
  'capital',
  'private',
  'privacy',
]
const plural = (word: string): string => (word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`)

// What is authorized has no author: the American spelling goes with the British.
const spelt = ['authorize', 'authorizes', 'authorized', 'authorizing', 'authorization', 'authorizations']

const known = new Map<string, string>([
  ...apart.flatMap((word): [string, string][] => [
    [word, word],
    [plural(word), word],
  ]),
  ...spelt.map((word): [string, string] => [word, 'authoris']),
])

/** Longer than any word: an address, a key, a line of dots. Porter's rules take a time that grows with its square. */
const longest = 64

/** The stem of a lower-case word: "encrypted", "encrypting", "encryption" give "encrypt". Over 64 letters it is returned as it is. */
export function stem(word: string): string {
  if (word.length > longest) return word
  const found = known.get(word)
  if (found !== undefined) return found
  const made = porterStem(word.replace(/'s$|'$/, ''))
  known.set(word, made)
  return made
}
