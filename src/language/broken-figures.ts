// Figures of which a part is none, before a unit of time or a sign of per cent, and figures in brackets that lost one. Words that
// are none are misspelt.ts's.
import type { Misspelling } from '../domain/misspelling.ts'
import { fold } from './tokens.ts'

const unit = '(?:business |working |calendar |consecutive |clear )?(?:minutes?|hours?|days?|weeks?|months?|years?|per ?cent)'
const units = new RegExp(` (?=${unit}\\b)|\\s?%`, 'g')
const beforeUnit = /(?:^|[\s(])\(?([^\s()|]{1,8})\)?$/
const beforePercent = /(?:^|\s)(\d[\d.,]{0,5}[A-Za-z][\d.,]{0,5}|[A-Za-z][\d.,]{1,6})$/
const widestFigure = 12
const soundFigure =
  /^["'“‘<>≤≥~≈+$€£-]*\d[\d.,]*(?:[-–—/x×+:]\d[\d.,]*)*$|^\d{1,2}(?:st|nd|rd|th)$|^\d+-\p{L}+$|^[^\d]{2,}$|^\p{Lu}+[-–]?\d+$/u
const placeholder = /^[aXxNnYy[\]●•_*|–—-]$|^\W$|^\d?½$|[[\]_●•]/

/** "4p hours", "9O days", "u days": figures of which a part is none. */
export function brokenFigures(text: string): Misspelling[] {
  const found: Misspelling[] = []
  for (const { 0: sign, index } of text.matchAll(units)) {
    const before = text.slice(Math.max(0, index - widestFigure), index)
    const word = (sign.endsWith('%') ? beforePercent : beforeUnit).exec(before)?.[1] ?? ''
    if (soundFigure.test(word) || soundFigure.test(fold(word)) || placeholder.test(word) || !/\d|^[a-z]$/i.test(word)) continue
    const start = index - before.length + before.lastIndexOf(word)
    const figure = (digit: string) => word.replace(/[^\d.,]/g, digit)
    found.push({ word, meant: [figure('9'), figure('1'), figure('0')], decides: true, start, end: start + word.length })
  }
  return found
}

const worded = /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,5}teen|[a-z]{3,5}ty(?:-[a-z]{3,5})?) $/
/** What may be such a figure. */
export const halfBracketed = /^\((\d[\d,.]{0,6})[^\d).,%]$|^\((\d[\d,.]{0,5})\d$|^[^(\d](\d[\d,.]{0,6})\)$|^\d(\d[\d,.]{0,5})\)$/

/** "two (2( years", "thirty 830) days": a figure in brackets that lost one. */
export function halfBracket(piece: string, at: number, text: string): Misspelling | undefined {
  const own = halfBracketed.exec(piece)?.slice(1).find(Boolean)
  const end = at + piece.length
  if (own === undefined || !worded.test(text.slice(Math.max(0, at - 24), at)) || /^\s[^)\s]{1,12}\)/.test(text.slice(end, end + 15)))
    return undefined
  return { word: piece, meant: [`(${own})`], decides: true, start: at, end }
}
