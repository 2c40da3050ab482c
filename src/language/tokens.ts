// Words with their stems and places. All of language/ works on these, so that every finding can be
// led back to the characters it came from. Odd characters are folded here and nowhere else.
import { asLatin } from '../domain/look-alikes.ts'
import type { Span } from '../domain/span.ts'
import { table } from '../domain/table.ts'
import { stem } from './stem.ts'

export type TokenKind = 'word' | 'number' | 'mark'

/** A word, number or punctuation mark of a text. */
export interface Token extends Span {
  /** Lower case, with ligatures, no-break and zero-width characters and curly quotes folded. */
  readonly text: string
  /** Porter stem of a word; of anything else its text. */
  readonly stem: string
  readonly kind: TokenKind
  /** Starts with a capital in the text. */
  readonly capital: boolean
}

// Number first ("1,000.5", "2025", also full-width and with zero-width characters inside), then words with inner hyphens, apostrophes and full stops kept
// apart ("third-party" is three tokens), then any other mark.
const tokenPattern =
  /\p{Nd}+(?:(?:[.,]|[\u00AD\u200B-\u200D\u2060\uFEFF]+)\p{Nd}+)*|[\p{L}\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]+(?:['\u2019][\p{L}]+)?|[^\s\p{L}\p{M}\p{Nd}]/gu
const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g

/** Cuts a span of a text into tokens, offsets kept. Linear in the length of the span. */
export function tokenise(text: string, span: Span = { start: 0, end: text.length }): Token[] {
  const tokens: Token[] = []
  const limit = Math.min(span.end, text.length)
  let part: string | undefined
  for (let at = span.start; at < limit; ) {
    if (text.charCodeAt(at) === space) {
      at++
      continue
    }
    let start = at
    let end = plainEnd(text, at, limit)
    if (end < 0) {
      part ??= text.slice(span.start, limit)
      tokenPattern.lastIndex = at - span.start
      const match = tokenPattern.exec(part)
      if (match === null) break
      start = span.start + match.index
      end = start + match[0].length
    }
    addPieces(tokens, piecesAt(text, start, end), start)
    if (isDigit(text.charCodeAt(start))) asNumero(tokens)
    at = end
  }
  return tokens
}

/** "Law No. 12", "Regulation No 910/2014": the short form of "number" denies nothing. */
function asNumero(tokens: Token[]): void {
  const dotted = tokens.at(-2)?.text === '.'
  const at = tokens.length - (dotted ? 3 : 2)
  const token = tokens[at]
  if (token?.text !== 'no' || !(dotted || (token.capital && at > 0))) return
  tokens[at] = { ...token, text: 'number', stem: stem('number') }
}

const space = 32
const apostrophe = 39

/** Where the token at an offset ends, as the pattern has it; -1 where it takes more than a look at ASCII to say. */
function plainEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at)
  let end = at + 1
  if (isLetter(first)) {
    while (end < limit && isLetter(text.charCodeAt(end))) end++
    const next = end < limit ? text.charCodeAt(end) : space
    return next < 128 && next !== apostrophe ? end : -1
  }
  if (isDigit(first)) {
    while (end < limit && isDigit(text.charCodeAt(end))) end++
    const next = end < limit ? text.charCodeAt(end) : space
    return next < 128 && next !== 44 && next !== 46 ? end : -1
  }
  return first > space && first < 127 ? end : -1
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function addPieces(tokens: Token[], pieces: readonly Piece[], from: number): void {
  let start = from
  for (let at = 0; at < pieces.length; at++) {
    const { length, text, stem, kind, capital } = pieces[at] as Piece
    tokens.push({ start, end: start + length, text, stem, kind, capital })
    start += length
  }
}

/** A token without its place, and how many characters of the text it takes. */
interface Piece extends Omit<Token, 'start' | 'end'> {
  readonly length: number
}

const met = new Map<string, readonly Piece[]>()
const metMost = 50_000

/** A word met lately, in the place that its letters give it: found there without being cut out of the text. */
const lately: ({ readonly raw: string; readonly pieces: readonly Piece[] } | undefined)[] = Array.from({ length: 1 << 12 })

function piecesAt(text: string, start: number, end: number): readonly Piece[] {
  let hash = 0
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  const place = (hash ^ (hash >>> 12)) & (lately.length - 1)
  const last = lately[place]
  if (last !== undefined && last.raw.length === end - start && text.startsWith(last.raw, start)) return last.pieces
  const raw = text.slice(start, end)
  const pieces = piecesOf(raw)
  lately[place] = { raw, pieces }
  return pieces
}

// The same words come again and again, so what each is made of is worked out once.
function piecesOf(raw: string): readonly Piece[] {
  const known = met.get(raw)
  if (known !== undefined) return known
  if (met.size >= metMost) met.clear()
  const cut = raw.search(/n['\u2019]t$|['\u2019](?:ll|re|ve|d|s)$/i)
  const made = cut <= 0 ? [toPiece(raw, false)] : [toPiece(raw.slice(0, cut), true), toPiece(raw.slice(cut), false)]
  const pieces = made.filter(piece => piece.text !== '')
  met.set(raw, pieces)
  return pieces
}

// What a contraction stands for, so that "we'll" binds like "we will" and "don't" denies like "do not".
const clitics = table<string>({ "n't": 'not', "'ll": 'will', "'re": 'are', "'ve": 'have', "'d": 'would', "'s": "'s" })

const shortened = table<string>({ ca: 'can', wo: 'will', sha: 'shall' })

function toPiece(raw: string, contracted: boolean): Piece {
  const folded = fold(raw)
  const lower = folded.toLowerCase()
  const text = clitics[lower] ?? (contracted ? (shortened[lower] ?? lower) : lower)
  const kind = kindOf(text)
  return { length: raw.length, text, stem: kind === 'word' ? stem(text) : text, kind, capital: folded[0] !== lower[0] }
}

function kindOf(text: string): TokenKind {
  if (text === "'s") return 'word'
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return 'number'
  return /\p{L}/u.test(text[0] ?? '') ? 'word' : 'mark'
}

const plain = /^[ -~]*$/

/** Folds look-alike forms of the same letter: ligatures, full-width forms, letters of other alphabets, curly quotes, dashes. */
export function fold(text: string): string {
  if (plain.test(text)) return text
  return asLatin(text.normalize('NFKC'))
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/[\u2018\u2019\u02BC]/g, "'")
    .replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}
