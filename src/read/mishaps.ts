// Signs that a text lost something on its way here: bytes and characters that no text holds, an end in mid-sentence. Other
// formats have checksums or a syntax to tell by; a letter that became another one nobody can tell.
import type { Note } from '../domain/manuscript.ts'

/** What seems lost of a text as decoded; `broken` is how many of its bytes could not be. Each note means that more may be lost. */
export function findMishaps(text: string, broken: number): Note[] {
  const controls = countControls(text)
  return [
    ...(broken > 0 ? [damaged(`${broken} of its characters cannot be made out`)] : []),
    ...(controls > 0 ? [damaged(`${controls} control ${controls === 1 ? 'character stands' : 'characters stand'} in it`)] : []),
    ...(brokenLabel.test(text) ? [damaged('the mark of a limb, "(a)" or the like, has a sign before it')] : []),
    ...(isCutShort(text) ? [cutShort(text)] : []),
  ]
}

/** What word processors and terminals leave in text, by its number: tab, ends of lines and pages, escape, marks of cells, hyphens. */
const harmless = new Set([0x07, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f, 0x85])

function countControls(text: string): number {
  const odd = text.match(/\p{Cc}/gu)?.filter(sign => !harmless.has(sign.charCodeAt(0))).length ?? 0
  return odd + strayReturns(text)
}

/** "   0(f) use it": a blank that became another sign, and the limb is run into the one above. A quotation may begin so. */
const brokenLabel = /^(?:[ \t]*[!$`0][ \t]*|[ \t]*" +|[ \t]*\( *)\((?:[a-z]|[ivx]{1,5}|\d{1,2})\) \S/m

/** Ends of lines as old systems had them, in a text that has others: a letter that became one cuts a sentence in two. */
function strayReturns(text: string): number {
  const lone = text.match(/\r(?!\n)/g)?.length ?? 0
  const others = text.match(/\n/g)?.length ?? 0
  return lone > 0 && lone * 10 < others ? lone : 0
}

const longestTitle = 60
/** A clause by itself, pasted or piped, may end anywhere; an agreement does not. */
const longestClause = 900

/** The last line is long, ends in a small letter or a comma, and is not ended itself. */
function isCutShort(text: string): boolean {
  if (/\s$/.test(text) || text.length <= longestClause) return false
  const last = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1).trim()
  return last.length > longestTitle && /[\p{Ll},;]$/u.test(last) && !/^\||[|=]|https?:|_{4}|\b(?:By|Name|Title|Signed|Date):\s/.test(last)
}

function damaged(what: string): Note {
  return { code: 'suspicious-characters', message: `The text seems damaged: ${what}. Other words of it may be wrong.`, unread: true }
}

function cutShort(text: string): Note {
  const message = `The text ends in mid-sentence ("…${text.slice(-40).replace(/\s+/g, ' ')}"): it seems cut short, and what is missing may change all.`
  return { code: 'truncated', message, unread: true, span: { start: Math.max(0, text.length - 40), end: text.length } }
}
