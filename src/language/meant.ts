// What a word that is no word may have been meant for: the words that stand one letter away from it, or one sign, or that ran
// into one. Which words are looked at, and what becomes of them, is left to misspelt.ts.
import { isEnglish, isUsual } from './words.ts'

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that decide what a sentence promises: who may or must, how firmly, with what exception, in what unit. */
const deciding = wordsOf(
  `no not nor never none neither nobody nothing without cannot unless except excepting save excluding other only solely shall must
  will may might should could would can if provided subject notwithstanding however but until till before after within where when
  least most more less than all any each every both either and or including reasonable reasonably commercially endeavours endeavors
  efforts best practicable possible feasible appropriate intend intends intended aim aims seek seeks strive target request required
  entitled permitted prohibited obliged obligation obligations discretion option optional limited minute minutes hour hours day days
  week weeks month months year years business working calendar percent per cent provider customer supplier vendor licensor licensee`,
)

/** Whether a word, in lower case, decides. */
export function decides(word: string): boolean {
  return deciding.has(word)
}

/** Words that occur elsewhere in the same document, and how often. */
export type Counts = ReadonlyMap<string, number>

const letters = 'abcdefghijklmnopqrstuvwxyz'
const most = 6

/** The likeliest of some words: those that decide, then those of the document itself, then those of any contract. */
function likeliest(words: Iterable<string>, counts: Counts): string[] {
  const rank = (word: string): number => (deciding.has(word) ? 1e6 : 0) + 2 * (counts.get(word) ?? 0)
  const known = [...new Set(words)].filter(word => deciding.has(word) || counts.has(word) || isUsual(word))
  return known
    .map(word => ({ word, own: rank(word) }))
    .sort((a, b) => b.own - a.own)
    .slice(0, most)
    .map(({ word }) => word)
}

/** What a word in small letters, which is none, may have been meant for; the likeliest first. */
export function meantBy(word: string, counts: Counts): string[] {
  const others = new Map(counts)
  others.delete(word)
  return likeliest([...sameLength(word), ...otherLength(word)], others)
}

function* sameLength(word: string): Iterable<string> {
  for (let at = 0; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)]
    for (const letter of letters) yield before + letter + after
    if (at + 1 < word.length) yield before + word[at + 1] + word[at] + word.slice(at + 2)
  }
}

function* otherLength(word: string): Iterable<string> {
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) yield before + letter + after
    if (at < word.length && word.length > 2) yield before + word.slice(at + 1)
  }
}

/** What a word with a capital, or in capitals, which is none may have been meant for. */
export function capitalsMeantBy(word: string, counts: Counts): string[] {
  const lower = word.toLowerCase()
  if (isEnglish(lower)) return []
  const cased = (one: string): string => (word === word.toUpperCase() ? one.toUpperCase() : (one[0] ?? '').toUpperCase() + one.slice(1))
  // Of shorter names many stand a letter away from a word: "June", "Leeds".
  const others = lower.length < shortestName ? [] : likeliest(sameLength(lower), counts)
  return [...new Set([...nameMeantBy(word, counts), ...others.map(cased)])].slice(0, most)
}

const shortestName = 7

/** What a name, which occurs once, may have been meant for: one that occurs again and again, or a word that decides. */
export function nameMeantBy(name: string, counts: Counts): string[] {
  if (isEnglish(name.toLowerCase())) return []
  const found: string[] = []
  for (let at = 0; at < name.length; at++)
    for (const letter of at === 0 ? letters.toUpperCase() : letters) {
      const other = name.slice(0, at) + letter + name.slice(at + 1)
      if (other !== name && ((counts.get(other) ?? 0) >= often || (at > 0 && name.length > 3 && decides(other.toLowerCase()))))
        found.push(other)
    }
  return found.slice(0, most)
}

const often = 3

/** What a word with one sign, figure or odd letter in it may have been meant for; `at` is the place of the sign. */
export function meantWithSign(word: string, at: number, counts: Counts): string[] {
  const [before, after] = [word.slice(0, at), word.slice(at + 1)]
  const tried = [...letters, ...(at === 0 ? letters.toUpperCase() : '')].map(letter => before + letter + after)
  const joined = likeliest(tried, counts)
  return [...joined, ...(isSound(before) && isSound(after) ? [`${before} ${after}`] : [])].slice(0, most)
}

/** Whether a word can stand by itself. */
export function isSound(word: string): boolean {
  return word === 'a' || (word.length > 1 && /^[a-z]+$/.test(word) && (isUsual(word) || (word.length > 3 && isEnglish(word))))
}
