// Numbering as contracts set it: "4.1", "(a)", "Article 3", "REQ-12", bullets. A reader of PDF cannot
// know whether a number was typed or counted by the word processor, so any of them becomes a label.

const plain = [
  /^\d{1,3}(?:\.\d{1,3}){0,6}[.)]?$/, // 4  4.  4.1  4)
  /^\d{1,3}(?:\.\d{1,3}){0,6}(?:\([a-z0-9]{1,4}\)){1,3}$/, // 1.01(a)(iii)
  /^\((?:[a-z]{1,2}|[A-Z]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7}|\d{1,3})\)$/, // (a)  (iv)  (2)
  /^(?:[a-z]|[A-Z]|[ivxlc]{1,7}|[IVXLC]{1,7})[.)]$/, // a.  iv)  A.
  /^[A-Z]{1,5}[.-]?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?$/, // REQ-12  A1  B.2
  /^§{1,2}\s?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?$/,
]
const worded =
  /^(?:article|section|clause|annex|schedule|exhibit|appendix|part|chapter|attachment)\s(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z]|[IVXLC]{1,6})[.:)]?$/i
const bullet = /^[•·▪▫◦‣⁃●○■□◆➢➤❖✓✔–—\-*o\uF000-\uF0FF]$/u
/** "attachment 123.123.123.123:", with room to spare. */
const longestLabel = 50

/** Bullets that are no letters nor signs of prose, so that a space after them is enough. */
const plainBullet = /^[•▪▫◦‣⁃●○■◆➢➤❖\uF000-\uF0FF]$/u

/** Whether words that stand apart, with a gap after them, are a label. */
export function isLabel(words: string): boolean {
  if (words.length > longestLabel) return false
  return plain.some(form => form.test(words)) || worded.test(words) || bullet.test(words)
}

/**
 * The label with which a text begins, where a mere space follows it; undefined where it is rather
 * prose ("30 days after", "A. Smith" stays a risk). Returns the label and where the text goes on.
 */
export function labelAtStart(text: string): { label: string; rest: number } | undefined {
  const match = /^(\S{1,20})(\s+)(?=\S)/u.exec(text)
  const words = match?.[1]
  if (!match || !words) return undefined
  const certain = plainBullet.test(words) || (/[.)\]:]|^§|^[A-Z]{2,5}-\d/.test(words) && plain.some(form => form.test(words)))
  return certain && !startsProse(words, text.slice(match[0].length)) ? { label: words, rest: match[0].length } : undefined
}

/** "4.5 hours", "99.9 % of": a figure, not a number of a clause. */
function startsProse(words: string, rest: string): boolean {
  return (
    /^\d+\.\d+$/.test(words) && /^(?:%|percent|per cent|hours?|days?|months?|years?|million|billion|GB|MB|and|or|of|to)\b|^%/.test(rest)
  )
}

/** A label as a person sees it: signs from symbol fonts become a bullet. */
export function shownLabel(words: string): string {
  return /^[\uF000-\uF0FF]$/u.test(words) ? '•' : words
}
