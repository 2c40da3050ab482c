// Lists written inside one paragraph: "shall: (a) encrypt ...; and (b) log ..." and "shall: encrypt ...;
// log ...". The limbs become provisions of their own, with the words before them as lead-in.
import type { Span } from '../domain/span.ts'
import { type Ordinal, readNumbering } from './numbering.ts'

export interface InlineList {
  readonly leadIn: Span
  readonly limbs: readonly Span[]
  readonly closing?: Span
}

interface Mark {
  readonly at: number
  readonly end: number
  readonly ordinals: readonly Ordinal[]
}

/** The list inside a sentence, where at least two consecutive labels stand after a colon, a verb or a comma. */
export function inlineList(text: string, sentence: Span): InlineList | undefined {
  return labelledList(text, sentence) ?? semicolonList(text, sentence)
}

function labelledList(text: string, sentence: Span): InlineList | undefined {
  const marks = marksOf(text, sentence)
  const run = longestRun(marks)
  const first = run[0]
  if (run.length < 2 || first === undefined || first.at === sentence.start) return undefined
  const leadIn = trim(text, { start: sentence.start, end: first.at })
  const limbs = run.map((mark, index) => trim(text, { start: mark.at, end: run[index + 1]?.at ?? sentence.end }))
  const closing = closingOf(text, limbs.at(-1) as Span)
  return leadIn.end > leadIn.start ? { leadIn, limbs, ...(closing === undefined ? {} : { closing }) } : undefined
}

const forAll =
  /[,;–—]\s(?=(?:in (?:each|either|any|every|both|all) (?:such )?(?:cases?|events?|instances?)|each of which|all of which|each)\b[^;]{2,300}$)/

/** "..., in each case within 48 hours": the end of a last limb that governs them all. */
export function closingOf(text: string, limb: Span): Span | undefined {
  const match = forAll.exec(text.slice(Math.max(limb.start, limb.end - 320), limb.end))
  if (match === null) return undefined
  const start = Math.max(limb.start, limb.end - 320) + match.index + match[0].length
  return { start, end: limb.end }
}

function marksOf(text: string, sentence: Span): Mark[] {
  const marks: Mark[] = []
  const words = text.slice(sentence.start, sentence.end)
  if (!words.includes(') ')) return marks
  for (const match of words.matchAll(/(?<=[\s:;,—–])(?:\([a-zA-Z]{1,2}\)|\([ivx]{1,5}\)|\(\d{1,2}\)|(?<=[:;,]\s)[a-z\d]\))(?=\s)/g)) {
    const before = words.slice(Math.max(0, match.index - 30), match.index)
    if (isReference(before)) continue
    const at = sentence.start + match.index
    marks.push({ at, end: at + match[0].length, ordinals: readNumbering(match[0]).ordinals })
  }
  return marks
}

/** "paragraph (a) and (b) above", "forty-eight (48)": labels that open no limb. */
function isReference(before: string): boolean {
  return /(?:paragraphs?|sections?|clauses?|limbs?|items?|sub-?clauses?|sub-?paragraphs?|points?|articles?|annex|under|\([a-z\d]{1,4}\)(?:,| and| or| to| through)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|thousand))\s$/i.test(
    before,
  )
}

/** The outermost run of labels that count up from the first of their series. */
function longestRun(marks: readonly Mark[]): Mark[] {
  let tries = 0
  for (const [index, mark] of marks.entries()) {
    for (const start of mark.ordinals) {
      if (start.value !== 1 || tries > 8) continue
      tries += 1
      const run = runFrom(marks.slice(index), start)
      if (run.length > 1) return run
    }
  }
  return []
}

function runFrom(marks: readonly Mark[], start: Ordinal): Mark[] {
  const run: Mark[] = []
  for (const mark of marks) {
    if (mark.ordinals.some(ordinal => ordinal.series === start.series && ordinal.value === run.length + 1)) run.push(mark)
  }
  return run
}

/** "The Provider shall: encrypt ...; log ...; and notify ...". */
function semicolonList(text: string, sentence: Span): InlineList | undefined {
  const words = text.slice(sentence.start, sentence.end)
  const colon = /:(?=\s)/.exec(words)?.index ?? -1
  if (colon < 0 || !words.includes(';', colon)) return undefined
  const limbs: Span[] = []
  let start = colon + 1
  for (let at = words.indexOf(';', start); ; at = words.indexOf(';', start)) {
    const end = at < 0 ? words.length : at + 1
    const limb = trim(text, { start: sentence.start + start, end: sentence.start + end })
    if (limb.end > limb.start) limbs.push(limb)
    if (at < 0) break
    start = end
  }
  return limbs.length < 2 ? undefined : { leadIn: { start: sentence.start, end: sentence.start + colon + 1 }, limbs }
}

function trim(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  return { start, end }
}
