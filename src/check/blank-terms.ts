// Terms whose figure is still to be filled in: "the Token Allotment stated in Schedule 2", where Schedule 2 has the row
// "Token Allotment, each Agency | [insert] tokens".
import type { Contract, Provision } from '../domain/contract.ts'
import { slice } from '../domain/span.ts'
import { findBlanks } from '../language/blanks.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { measure } from './term-figures.ts'

/** A term that is left open. */
export interface BlankTerm {
  /** Stems of its words, in order. */
  readonly stems: readonly string[]
  /** The words left open, as they stand. */
  readonly left: string
}

/** "Term" and "Level" alone stand everywhere and mean more than one thing. */
const fewestWords = 2

/** The terms of measure that begin a row of a table whose value is blank. */
export function findBlankTerms({ documents, provisions }: Contract): readonly BlankTerm[] {
  return provisions.flatMap(one => {
    const text = documents[one.document]?.text ?? ''
    return one.cells === undefined ? ofSentence(text, one) : ofRow(text, one)
  })
}

function ofRow(text: string, { cells = [], amendments }: Provision): BlankTerm[] {
  const at = cells.findIndex((cell, i) => i > 0 && findBlanks(text, cell).length > 0)
  const [label, value] = [cells[at - 1], cells[at]]
  if (label === undefined || value === undefined || amendments !== undefined) return []
  const named = nameIn(tokenise(text, label))
  const last = named.at(-1)
  const [blank] = findBlanks(text, value)
  if (named.length < fewestWords || blank === undefined || !measure.test(last?.text ?? '')) return []
  return [{ stems: named.map(t => t.stem), left: slice(text, blank) }]
}

/** "The Approved Networks are: [addresses to be supplied]." */
const openSentence =
  /^\W*(?:The )?((?:\p{Lu}[\p{L}-]{1,30} ){1,3}\p{Lu}[\p{L}-]{1,30})["”]? (?:is|are|means?|shall (?:be|mean)):?\s{1,2}(\[[^\]\n]{1,120}\]|_{3,40})\W*$/u

function ofSentence(text: string, { span, amendments }: Provision): BlankTerm[] {
  const match = span.end - span.start > longestSentence || amendments !== undefined ? null : openSentence.exec(slice(text, span))
  if (match === null || findBlanks(text, span).length === 0) return []
  return [{ stems: tokenise(match[1] ?? '').map(t => t.stem), left: match[2] ?? '' }]
}

const longestSentence = 300

/** The words with a capital that a label begins with. */
function nameIn(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(t => t.kind !== 'word' || !t.capital)
  return end < 0 ? tokens : tokens.slice(0, end)
}

/** The first of the terms left open that stands, with a capital, in some words. */
export function blankTermIn(tokens: readonly Token[], known: readonly BlankTerm[]): BlankTerm | undefined {
  if (known.length === 0) return undefined
  return known.find(({ stems }) => tokens.some((t, from) => t.capital && stems.every((stem, at) => tokens[from + at]?.stem === stem)))
}
