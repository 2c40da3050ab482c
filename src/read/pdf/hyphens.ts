// Words broken at the end of a line: whether the hyphen belongs to the word. Decided by the document
// itself: a form that occurs elsewhere wins; else two halves that are both words of it stay apart.

/** What the document says of its own words. */
export interface Vocabulary {
  /** How often each word occurs, lower case, away from line ends. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether words are broken at line ends at all, or only compounds end there. */
  readonly breaksWords: boolean
}

const longestWord = 60
const word = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu
/** The same for lower-case ASCII, which most lines are, and much faster. */
const plainWord = /[a-z0-9]+(?:[-'][a-z0-9]+)*/g
/** Halves that rarely stand alone, but keep their hyphen. */
const prefixes = /^(?:non|self|co|pre|post|anti|semi|multi|sub|re|ex|cross|mid|quasi|pro|well|ill|all|half)$/

/** What lines say of their words. Many documents break none, and nobody asks. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  let counted: Vocabulary | undefined
  const known = () => {
    counted ??= countWords(lines)
    return counted
  }
  return {
    get counts() {
      return known().counts
    },
    get breaksWords() {
      return known().breaksWords
    },
  }
}

/** Counts words of lines, leaving out a last word that ends in a hyphen and the word after it. */
function countWords(lines: readonly string[]): Vocabulary {
  const counts = new Map<string, number>()
  const broken: [string, string][] = []
  let left = ''
  for (const line of lines) {
    const lower = line.toLowerCase()
    const words = lower.match(isAscii(lower) ? plainWord : word) ?? []
    if (left !== '' && words[0]) broken.push([left, words[0]])
    const ends = endsInHyphen(line) && /[\p{L}\p{N}][-\u00AD\u2010]$/u.test(line)
    for (const found of words.slice(left === '' ? 0 : 1, ends ? -1 : undefined)) {
      counts.set(found, (counts.get(found) ?? 0) + 1)
      if (!found.includes('-')) continue
      for (const part of new Set(found.split('-'))) counts.set(part, (counts.get(part) ?? 0) + 1)
    }
    left = ends ? (words.at(-1) ?? '') : ''
  }
  return { counts, breaksWords: breaksWords(broken, counts, lines.length) }
}

const isAscii = (text: string): boolean => !/[\u0080-\uFFFF]/.test(text)

const endsInHyphen = (line: string): boolean => {
  const last = line.charCodeAt(line.length - 1)
  return last === 0x2d || last === 0xad || last === 0x2010
}

/** By what is known of the words that were cut: forms found whole elsewhere, and how many there are. */
function breaksWords(broken: readonly [string, string][], counts: ReadonlyMap<string, number>, lines: number): boolean {
  const whole = broken.filter(([left, right]) => counts.has(left + right)).length
  return whole > 0 || broken.length > lines * 0.06
}

/** What stands between two lines once joined, and how many characters the first loses at its end. */
export function seam(first: string, second: string, vocabulary: Vocabulary): { between: string; drop: number } {
  if (!endsInHyphen(first)) return { between: first.endsWith('/') ? '' : ' ', drop: 0 }
  const head = /([\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*)?([-\u00AD\u2010])$/u.exec(first.slice(-longestWord))
  if (head?.[2] === '\u00AD') return { between: '', drop: 1 }
  if (!head?.[1]) return { between: ' ', drop: 0 } // a dash that stands alone
  const tail = /^[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/u.exec(second.slice(0, longestWord))?.[0]
  if (!tail) return { between: ' ', drop: 0 }
  return { between: '', drop: keepsHyphen(head[1].toLowerCase(), tail, vocabulary) ? 0 : 1 }
}

function keepsHyphen(left: string, tail: string, vocabulary: Vocabulary): boolean {
  const right = tail.toLowerCase()
  if (/\d$/.test(left) || !/^\p{Ll}/u.test(tail)) return true
  const { counts } = vocabulary
  const whole = counts.get(left + right) ?? 0
  const hyphened = counts.get(`${left}-${right}`) ?? 0
  if (whole !== hyphened) return hyphened > whole
  const lastLeft = left.split('-').at(-1) ?? left
  const firstRight = right.split('-')[0] ?? right
  if (prefixes.test(lastLeft) || !vocabulary.breaksWords) return true
  return counts.has(lastLeft) && counts.has(firstRight)
}
