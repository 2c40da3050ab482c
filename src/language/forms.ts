// What a word can be to the phrases of a lexicon: which of their forms it takes, and so which choices of words it fits.
// Each word is looked up once; after that only numbers are compared. Where phrases stand is left to survey.ts and search.ts.
import { type CompactLexicon, typed } from './compact.ts'
import type { Token } from './tokens.ts'

/** A word of a text as a lexicon sees it. */
export interface Word {
  /** The forms it takes: its stem, itself, its beginnings. */
  readonly forms: readonly number[]
  /** The choices it fits, as a set of bits, worked out when first asked for. */
  bits: Int32Array | undefined
  /** The last survey, by its number, in which it was met, and in which of its texts. */
  met: number
  texts: number
  /** Never changes what a phrase says. */
  readonly light: boolean
  readonly mark: boolean
  /** A semicolon: no phrase reaches over it. */
  readonly pause: boolean
}

/** Where to look up words. */
export interface FormIndex {
  /** How many choices there are. */
  readonly size: number
  readonly stems: ReadonlyMap<string, number>
  readonly exact: ReadonlyMap<string, number>
  readonly prefixes: ReadonlyMap<string, number>
  /** The first letters of all prefixes, as many as the shortest has, and the length of the longest. */
  readonly heads: ReadonlySet<string>
  readonly shortest: number
  readonly longest: number
  /** By form the choices it belongs to. */
  readonly choices: Int32Array
  readonly bounds: Int32Array
  /** The choices that a word without forms fits. */
  readonly noBits: Int32Array
  /** Words met before, by their text. */
  readonly known: Map<string, Word>
}

/** The index of a lexicon's forms. */
export function indexForms({ size, stems, exact, prefixes, choices, choiceBounds }: CompactLexicon): FormIndex {
  let next = 0
  const numbered = (lines: string): Map<string, number> => {
    const map = new Map<string, number>()
    if (lines !== '') for (const form of lines.split('\n')) map.set(form, next++)
    return map
  }
  const maps = { stems: numbered(stems), exact: numbered(exact), prefixes: numbered(prefixes) }
  let [shortest, longest] = [Number.MAX_SAFE_INTEGER, 0]
  for (const { length } of maps.prefixes.keys()) {
    if (length < shortest) shortest = length
    if (length > longest) longest = length
  }
  const heads = new Set<string>()
  for (const prefix of maps.prefixes.keys()) heads.add(prefix.slice(0, shortest))
  return {
    size,
    ...maps,
    heads,
    shortest,
    longest,
    choices: typed(choices),
    bounds: typed(choiceBounds),
    noBits: new Int32Array((size + 31) >> 5),
    known: new Map(),
  }
}

/** What a token is to the phrases of a lexicon. */
export function wordOf(index: FormIndex, token: Token): Word {
  const known = index.known.get(token.text)
  if (known !== undefined) return known
  const made = toWord(index, token)
  if (index.known.size >= knownMost) index.known.clear()
  index.known.set(token.text, made)
  return made
}

const knownMost = 50_000

function toWord(index: FormIndex, token: Token): Word {
  const forms: number[] = []
  const stem = index.stems.get(token.stem)
  if (stem !== undefined) forms.push(stem)
  const exact = index.exact.get(token.text)
  if (exact !== undefined) forms.push(exact)
  addPrefixes(index, token.text, forms)
  const mark = token.kind === 'mark'
  const light = mark ? joiningMarks.has(token.text) : lightWords.has(token.text)
  return { forms, bits: undefined, met: 0, texts: 0, light, mark, pause: token.text === ';' }
}

function addPrefixes({ prefixes, heads, shortest, longest }: FormIndex, text: string, forms: number[]): void {
  if (text.length < shortest || !heads.has(text.slice(0, shortest))) return
  const most = Math.min(longest, text.length)
  for (let length = shortest; length <= most; length++) {
    const form = prefixes.get(text.slice(0, length))
    if (form !== undefined) forms.push(form)
  }
}

/** Whether a word fits a choice of words. */
export function fits(index: FormIndex, word: Word, choice: number): boolean {
  const bits = word.bits ?? bitsOf(index, word)
  return ((bits[choice >> 5] as number) & (1 << (choice & 31))) !== 0
}

function bitsOf({ choices, bounds, noBits }: FormIndex, word: Word): Int32Array {
  const bits = word.forms.length === 0 ? noBits : new Int32Array(noBits.length)
  for (const form of word.forms)
    for (let at = bounds[form] as number; at < (bounds[form + 1] as number); at++) {
      const choice = choices[at] as number
      bits[choice >> 5] = (bits[choice >> 5] as number) | (1 << (choice & 31))
    }
  word.bits = bits
  return bits
}

// Words that never change what a phrase says, and marks that join rather than part.
const lightWords = new Set(
  "the a an any all each every its their our your such said these those this that own both 's other and/or his her".split(' '),
)
const joiningMarks = new Set(['|', ':', '-', '"', "'", '(', ')', '*', '_', '[', ']', '/'])
