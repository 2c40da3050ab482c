// What the drafters have left open: "[●]", "[Customer to confirm]", "____", "TBD", an option in square brackets.
// Figures left open are amounts.ts's; here it is any blank in the words of a sentence.
import type { Span } from '../domain/span.ts'

const blank = /\[[^\][\n]{0,120}\]|_{3,}|\u25CF|\b(?:TBD|TBC|TBA)\b|\bto be (?:agreed|determined|confirmed|decided|completed|inserted|filled in|specified|settled|supplied later)\b|\bX{2,}\b/gi
const settled = /^\[(?:x|\u2713|\u2717|\s|intentionally omitted|reserved|sic|\d{1,3}|\.{3}|\u2026)\.?\]$/i

/** Blanks in the span of a text. Linear: one pass, bounded brackets. */
export function findBlanks(text: string, span: Span): Span[] {
  const found: Span[] = []
  for (const match of text.slice(span.start, span.end).matchAll(blank)) {
    if (settled.test(match[0]) && match[0] !== '[ ]') continue
    found.push({ start: span.start + match.index, end: span.start + match.index + match[0].length })
  }
  return found
}
