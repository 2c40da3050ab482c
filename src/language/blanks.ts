// What the drafters have left open: "[●]", "[Customer to confirm]", "____", "TBD", an option in square brackets.
// Figures left open are amounts.ts's; here it is any blank in the words of a sentence.
import type { Span } from '../domain/span.ts'

const blank =
  /\[[^\][\n]{0,120}\]|_{3,}|\u25CF|\(\s?(?:\u2026|\.{3}){1,12}\s?\)|\b(?:TBD|TBC|TBA)\b|\bto be (?:agreed|determined|confirmed|decided|completed|inserted|filled in|specified|settled|supplied later)\b|\bX{2,}\b/gi
const box = /^\[(?:x|\u2713|\u2717|\s)\]$/i
const settled = /^\[(?:intentionally omitted|reserved|sic|\d{1,3}|\.{3}|\u2026)\.?\]$/i

/** Blanks in the span of a text. Linear: one pass, bounded brackets. */
export function findBlanks(text: string, span: Span): Span[] {
  const found: Span[] = []
  for (const match of text.slice(span.start, span.end).matchAll(blank)) {
    if (settled.test(match[0]) || (box.test(match[0]) && startsItem(text, span.start + match.index))) continue
    found.push({ start: span.start + match.index, end: span.start + match.index + match[0].length })
  }
  return found
}

// "[x] Option A" is a box ticked; "[X] requests" in mid-sentence is a figure to come.
function startsItem(text: string, at: number): boolean {
  return /(?:^|[\n|:;\u2022-])\s{0,4}$/.test(text.slice(Math.max(0, at - 6), at))
}
