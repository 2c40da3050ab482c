// The label that a drafter typed before a block: "4.1", "(a)", "Article 3.", "REQ-7", a bullet.
// Readers move it into `Block.label`; parse/ reads it in blocks where a reader left it in the text.
// What a label means for the outline is parse/numbering's business.

/** A typed label and how many characters to leave out of the block, following space included. */
export interface TypedLabel {
  readonly label: string
  readonly length: number
}

const bullet = /^[•●▪◦‣·○■□▶➢✓*–—-][ \t\u00A0]+(?=\S)/
const bracketed = /^\((?:[a-z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|[A-Z]{1,2}|\d{1,3})\)(?=[\s\u00A0])/
const closed = /^(?:[a-zA-Z]|[ivxl]{1,5}|\d{1,3})\)(?=[\s\u00A0])/
const decimal = /^(?:§{1,2}[ \u00A0]?)?\d{1,3}(?:\.\d{1,3}){1,5}(?:[.:)]|\([a-z]{1,4}\)){0,3}(?=[\s\u00A0|]|$)/
const partial = /^[IVX]{1,5}\.\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?(?=[\s\u00A0])/
const lettered = /^[A-Z]\.\d{1,3}(?:\.\d{1,3}){0,4}[.:)]?(?=[\s\u00A0|]|$)/
const integer = /^(?:\d{1,3}|[A-Z]|[IVXL]{1,6}|[a-z]|[ivxl]{1,5})\.(?=[\s\u00A0]|$)/
const bare = /^\d{1,2}(?=[ \t\u00A0]+\p{Lu})/u
const section = /^§{1,2}[ \u00A0]?\d{1,3}[a-z]?(?:\([a-z\d]{1,3}\)){0,2}[.:]?(?=[\s\u00A0])/
const named =
  /^(?:article|section|sec\.|clause|item|paragraph|part|chapter|title|annex|annexure|exhibit|schedule|appendix|attachment|rule|gate|step|requirement|control|condition|row|standard|recital|module)[ \u00A0]{1,3}(?:\d{1,3}(?:[.-]\d{1,3}){0,3}(?:\.?[A-Za-z])?|[A-Z]{1,2}(?:-\d{1,2})?|[IVXL]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)(?![A-Za-z\d])/i
const coded = /^(?:[A-Z](?=-\d)|[A-Z]{2,8})(?:[-/][A-Z]{1,8}){0,3}[-/ ]?\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?(?=\s{0,3}[:|.)–—-]\s|\s+\S)/
// Names of standards and techniques that look like requirement numbers and are words of the sentence.
const standards =
  /^(?:AES|ISO|IEC|SHA|RSA|TLS|SSL|NIST|SP|FIPS|SOC|RFC|EN|BS|DIN|IP|CVE|CWE|UTF|GPT|HTTP|COVID|PCI|OAUTH|USD|EUR|GBP|INR)(?:[-/ ]|\d)/

/**
 * The label at the start of a block's text, if there is one.
 * @param text the block from its first character that is not a space
 */
export function readLabel(text: string): TypedLabel | undefined {
  const head = text.slice(0, 80)
  return plainLabel(head) ?? namedLabel(head, text) ?? codedLabel(head) ?? bareLabel(head, text)
}

function plainLabel(head: string): TypedLabel | undefined {
  for (const pattern of [bullet, bracketed, closed, decimal, partial, lettered, integer, section]) {
    const match = pattern.exec(head)
    if (match !== null && !isFigure(head, match[0])) return taken(head, match[0])
  }
  return undefined
}

/** "3.5 million", "99.9 per cent": a figure that opens a line. */
function isFigure(head: string, label: string): boolean {
  return (
    /^\d/.test(label) &&
    /^\s*(?:%|per ?cent|percent|million|billion|hours?|days?|months?|years?|business|seconds?|minutes?|ms\b|[KMGT]i?B)/.test(
      head.slice(label.length),
    )
  )
}

/** "Section 4. Hosting", "Item 6 |", "ANNEX B" alone, "Section 6.02 Testing. The Provider shall ..."; not "Section 4.2 applies to ...". */
function namedLabel(head: string, text: string): TypedLabel | undefined {
  const match = named.exec(head)
  if (match === null) return undefined
  const rest = text.slice(match[0].length)
  if (!/^\s{0,3}(?:$|\n|[.:|–—]|-\s)/.test(rest) && !readsAsTitle(rest) && !(numbering.test(match[0]) && opensClause(rest)))
    return undefined
  return taken(head, match[0])
}

const numbering = /^(?:section|sec\.|clause|article|paragraph)\s+\d/i
const opening =
  /^\s{1,3}["“(]?(?:The|Each|Any|All|No|Neither|Either|If|Where|When|In|On|At|Upon|During|Subject|Notwithstanding|Unless|Except|For|To|With|Without|This|These|Such|A|An|Every|Both|Nothing|Nobody)\s\p{L}/u

/** Whether words behind a number are a clause of their own: a title with a stop before a sentence, or a sentence that opens as such. */
function opensClause(rest: string): boolean {
  if (opening.test(rest)) return true
  const title = /^\s{1,3}(\p{Lu}[^.:;\n\d]{1,70})\.\s{1,3}["“(]?\p{Lu}/u.exec(rest.slice(0, 90))?.[1]
  return title !== undefined && title.split(/\s+/).length <= 8 && !finite.test(title)
}

function codedLabel(head: string): TypedLabel | undefined {
  const match = coded.exec(head)
  if (match === null || standards.test(head)) return undefined
  if (/^[A-Z]{2,8}[ ]?\d/.test(match[0]) && !/^\s*[:|]/.test(head.slice(match[0].length))) return undefined
  return /^\s*[:|.)–—-]|^\s+["“(\p{Lu}\d]/u.test(head.slice(match[0].length)) ? taken(head, match[0]) : undefined
}

/** "5 Security standards": a number without a full stop, before a title only. */
function bareLabel(head: string, text: string): TypedLabel | undefined {
  const match = bare.exec(head)
  if (match === null || !readsAsTitle(text.slice(match[0].length))) return undefined
  return taken(head, match[0])
}

/** Whether words are short, unpunctuated and without a verb, as titles are. */
export function readsAsTitle(text: string): boolean {
  const line = text.trim()
  if (line === '' || line.length > 90 || /[.;:,?!]$/.test(line) || /\n|__|●|\.{4}/.test(line)) return false
  return line.split(/\s+/).length <= 10 && /^[(“"]?[\p{Lu}\d]/u.test(line) && (!finite.test(line) || question.test(line))
}

/** "What you can do with replies": a question as heading. */
const question = /^(?:What|How|When|Where|Who|Why)\b/
const finite =
  /\b(?:shall|must|will|may|can|cannot|should|would|is|are|was|were|be|been|has|have|had|does|do|applies|apply|means|mean|sets|includes|include|contains|governs|provides|requires|agrees?|remains?|prevails?|grants?|pays?|keeps?|encrypts?|notif(?:y|ies))\b/

function taken(head: string, raw: string): TypedLabel {
  const after = /^\s{0,3}(?:[:.–—]|-(?=\s))?[\s\u00A0]*/.exec(head.slice(raw.length))?.[0] ?? ''
  return { label: raw.trim(), length: raw.length + after.length }
}
