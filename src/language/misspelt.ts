// Words that are none, and figures that are broken: a slip of the hand or damage to the file, one letter or sign away from a
// word. That "shal" was meant for "shall" is likely and not certain, so they are found here and mended nowhere: who judges looks
// at both readings. A word that became another word nobody can tell.
import type { Misspelling } from '../domain/misspelling.ts'
import type { Span } from '../domain/span.ts'
import { brokenFigures, halfBracket, halfBracketed } from './broken-figures.ts'
import { type Counts, capitalsMeantBy, decides, isSound, meantBy, meantWithSign, nameMeantBy } from './meant.ts'
import { fold } from './tokens.ts'
import { isEnglish, isUsual } from './words.ts'

/** A document with so many of them is no English text that was damaged: they are not looked into. */
const mostFound = 400
/** Nor are words looked at that are longer. */
const longest = 40

/** The misspellings in a text, in the order in which they stand. Linear in its length. */
export function findMisspellings(text: string): Misspelling[] {
  const pieces = piecesOf(text)
  const counts = wordCounts(pieces)
  const found = brokenFigures(text)
  for (const [piece, count] of pieces) {
    if (count > 1 || piece.length > longest + 10 || isPlain(piece, counts) || isPlainFolded(piece, counts)) continue
    const inPlace = short.test(piece) ? shortWord : halfBracketed.test(piece) ? halfBracket : undefined
    const seen = inPlace ? undefined : examine(piece, counts)
    if (seen === undefined && inPlace === undefined) continue
    const at = placeOf(text, piece)
    const one = inPlace?.(piece, at, text) ?? (seen && { ...seen, start: at + seen.start, end: at + seen.end })
    if (at >= 0 && one !== undefined) found.push(one)
    if (found.length > mostFound) return []
  }
  found.push(...wrongAfterModals(text, pieces))
  return distinct(found)
}

/** What stands between two blanks, and how often. */
function piecesOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split(blanks))
    for (const piece of line.split(' ')) if (piece !== '') counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return counts
}

/** Besides the blank itself. A control character is none: within a word it is damage. */
const blanks = /[\t-\r\u00a0]/

const opening = /^[("'“‘[*_]+/
const closing = /(?:['’]s?)?[.,;:!?)"'”’\]*_]*$/

/** How often each word occurs, without the marks around it. */
function wordCounts(pieces: Counts): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [piece, count] of pieces) {
    const word = bare(piece)
    if (isLetters(word)) counts.set(word, (counts.get(word) ?? 0) + count)
    else for (const part of word.split(joining)) if (part !== '') counts.set(part, (counts.get(part) ?? 0) + count)
  }
  return counts
}

const joining = /[-\u2010-\u2015/]/

function bare(piece: string): string {
  if (isLetters(piece)) return piece
  const most = piece.slice(0, -1)
  return isLetters(most) && /[.,;:!?)]$/.test(piece) ? most : piece.replace(opening, '').replace(closing, '')
}

function isLetters(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at) | 32
    if (code < 97 || code > 122) return false
  }
  return word !== ''
}

function isPlain(piece: string, counts: Counts): boolean {
  const word = bare(piece)
  if (word.length < 2) return true
  return /^[A-Z]?[a-z]+$/.test(word) && ((counts.get(word) ?? 0) > 1 || isEnglish(word.toLowerCase()))
}

/** Letters that only look odd, and signs that nobody sees, are read as what they look like, and told as what they are elsewhere. */
function isPlainFolded(piece: string, counts: Counts): boolean {
  const folded = fold(piece)
  return folded !== piece && isPlain(folded, counts)
}

function placeOf(text: string, piece: string): number {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    if (isEdge(text[at - 1]) && isEdge(text[at + piece.length])) return at
  return -1
}

const isEdge = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign)

type Seen = Omit<Misspelling, 'start' | 'end'> & Span

/** What of a piece of text between two blanks is misspelt, with its place in the piece. */
function examine(piece: string, counts: Counts): Seen | undefined {
  if (/[@\\=_]|\/\/|^www\.|\.\p{L}+\/|\p{Ll}\.\p{Ll}{2,}\./u.test(piece) && !/^@\p{L}+\W*$/u.test(piece)) return undefined
  const start = (opening.exec(piece)?.[0] ?? '').length
  const word = bare(piece)
  const seen = (meant: readonly string[], own = word, from = start, telling = true): Seen | undefined => {
    const [first, ...rest] = meant.filter(one => one !== own)
    if (first === undefined) return undefined
    const important = meant.some(one => one.split(' ').some(each => decides(each.toLowerCase()))) || isName(own, counts)
    return { word: own, meant: [first, ...rest], decides: telling && important, start: from, end: from + own.length }
  }
  if (shortForms.has(word)) return undefined
  if (/^[a-z]+$/.test(word)) return seen(meantBy(word, counts))
  if (/^(?:[A-Z][a-z]+|[A-Z]{6,})$/.test(word)) return seen(capitalsMeantBy(word, counts), word, start, isName(word, counts))
  if (/^[A-Za-z][a-z]*[A-Z][a-z]*$/.test(word)) return seen(inSmallLetters(word, counts))
  const gap = gapIn(piece)
  if (gap !== undefined) return seen([gap], piece, 0, false)
  const signed = withSign(piece, counts)
  // "hours3" may be the mark of a note.
  if (signed !== undefined) return seen(signed.meant, signed.word, signed.start, signed.note)
  return inParts(word, start, counts, seen)
}

/** "Annex0A", `three"(3)`: a word that ran into what stands behind it, by a sign in the place of the blank. */
function gapIn(piece: string): string | undefined {
  const match = /^([A-Z]?[a-z]{2,})([!"$`0(])(\(?[A-Z\d][\w().]*[.,;:]?)$/.exec(piece)
  const [, before = '', sign, after = ''] = match ?? []
  if (match === null || !isSound(before.toLowerCase()) || (sign === '(' && after.includes(')'))) return undefined
  return `${before} ${after}`
}

const isName = (word: string, counts: Counts): boolean => /^[A-Z]/.test(word) && counts.size > 0 && nameMeantBy(word, counts).length > 0

/** "oF", "SchedulE": one capital within a word that is one without it. */
function inSmallLetters(word: string, counts: Counts): string[] {
  const first = word[0] ?? ''
  const small = first + word.slice(1).toLowerCase()
  if (isUsual(small.toLowerCase()) || counts.has(small)) return /^[a-z]|^[A-Z][a-z]/.test(word) ? [small] : []
  return []
}

const ordinary = /^\p{L}+(?:\(\p{L}{1,3}\)|['’]\p{L}{1,2})$|^\d(?:st|nd|rd|th)$|^[ap]\.m$|^[ie]\.[eg]$/u
/** Short forms that are no words, and stand near some. */
const shortForms = new Set('plc llp ltd inc gmbh aup sla nda dpa msa sow cfr usc eea emea apac'.split(' '))

/** A word with one sign, figure or letter of another alphabet in it, behind it or before it, that makes a word with a letter there. */
function withSign(piece: string, counts: Counts): { word: string; meant: string[]; start: number; note: boolean } | undefined {
  const match =
    /^([("'“‘[]*)((?:[A-Z]?[a-z]*|[a-z]+)[^A-Za-z\s•●][a-z]*|[^A-Za-z\s•●"'“‘(\d][a-z]+|\d[a-z]{2,})((?:['’]s)?[.,;:!?)"'”’\]]*)$/u.exec(
      piece,
    )
  if (match === null) return undefined
  const [, before = '', core = '', after = ''] = match
  const lower = core.toLowerCase()
  const at = lower.search(/[^a-z]/)
  const sign = core[at] ?? ''
  if (core.length < 2 || at < 0 || ordinary.test(core) || (counts.get(core) ?? 0) > 1) return undefined
  if (after !== '' && at === core.length - 1 && /[.,;:!?)"'”’\]]/.test(sign)) return undefined
  const rest = lower.slice(0, at) + lower.slice(at + 1)
  const inside = at > 0 && at < core.length - 1
  if (!inside && ((isUsual(rest) && (at === 0 || !/\d/.test(sign))) || rest.length < 2)) return undefined
  if (at > 0 && !inside && /[.,;:!?)"'”’\]]/.test(sign)) return undefined
  const halves = [lower.slice(0, at), lower.slice(at + 1)]
  if (inside && /[-\u2010-\u2015/.,;:&'’)]/.test(sign) && halves.every(isSound)) return undefined
  if (/\p{L}/u.test(sign) && isUsual(rest)) return undefined
  const meant = meantWithSign(lower, at, counts).map(word => (at === 0 || core[0] === lower[0] ? word : core[0] + word.slice(1)))
  return meant.length === 0 ? undefined : { word: core, meant, start: before.length, note: !isUsual(rest) }
}

/** "third-perty", "and/or": each part by itself. */
function inParts(
  word: string,
  from: number,
  counts: Counts,
  seen: (meant: string[], own: string, at: number) => Seen | undefined,
): Seen | undefined {
  if (!/^[A-Za-z]+(?:[-\u2010-\u2015/][A-Za-z]+)+$/.test(word)) return undefined
  let at = from
  for (const part of word.split(joining)) {
    if (part.length > 3 && /^[a-z]+$/.test(part) && (counts.get(part) ?? 0) < 2 && !isEnglish(part))
      return seen(meantBy(part, counts), part, at)
    at += part.length + 1
  }
  return undefined
}

const modal = 'shall|must|will|may|can|should|could|would|do|does|did'
const slips = 'nit nut lot hot got jot dot pot rot tot cot bot nod nob nog nor non knot noun nota mot nat'.split(' ')
const afterModal = new RegExp(`\\b(?:${modal}) (${slips.join('|')}) (?=\\p{Ll})`, 'gu')

/** "shall nit disclose": a word that is one, but never stands there. */
function wrongAfterModals(text: string, pieces: Counts): Misspelling[] {
  const found: Misspelling[] = []
  if (!slips.some(slip => pieces.has(slip))) return found
  for (const match of text.matchAll(afterModal)) {
    const word = match[1] ?? ''
    const start = match.index + match[0].length - word.length - 1
    if (word === 'nor' && /\b(?:not|neither|nor|never|no)\b/.test(text.slice(Math.max(0, start - 120), start))) continue
    found.push({ word, meant: ['not'], decides: true, start, end: start + word.length })
  }
  return found
}

const short = /^(?:[a-z][^A-Za-z\s.,;:)\]'’"”|*]|[^A-Za-z\s(["'“‘|$*][a-z])$/

/** "may a4 its discretion", ")f so requested": a word of two letters. */
function shortWord(piece: string, at: number, text: string): Misspelling | undefined {
  if (!/[a-z,] $/.test(text.slice(Math.max(0, at - 2), at)) || !/^ [a-z]/.test(text.slice(at + 2, at + 4))) return undefined
  const sound = /[a-z]/.test(piece[0] ?? '') ? 0 : 1
  const [first, ...rest] = twoLetters.filter(one => one[sound] === piece[sound])
  return first === undefined ? undefined : { word: piece, meant: [first, ...rest], decides: false, start: at, end: at + 2 }
}

const twoLetters = 'no if or at of to by in is on be we us it as an do so up'.split(' ')

function distinct(found: Misspelling[]): Misspelling[] {
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter((one, at) => at === 0 || one.start >= (sorted[at - 1] as Misspelling).end)
}
