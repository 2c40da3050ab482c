// The ledger in words: what was read of a document, what was left out of judgement, what was not read. The same lines
// stand in the head of a check and in the full reading of a contract.
import type { Ledger, PlacedNote } from '../domain/ledger.ts'
import type { BlockKind } from '../domain/manuscript.ts'
import type { DocumentSummary } from '../domain/report.ts'
import { amount, count, formatNames, placeWords } from './wording.ts'

/** A line of the ledger: its name, and what it says. */
export type LedgerLine = readonly [name: string, words: string]

const kindNames: Readonly<Record<BlockKind, readonly [one: string, many: string]>> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  row: ['table row', 'table rows'],
  footnote: ['footnote or endnote', 'footnotes and endnotes'],
  textbox: ['text box', 'text boxes'],
  header: ['running line', 'running lines'],
  comment: ['paragraph of comments', 'paragraphs of comments'],
}
const judged: readonly BlockKind[] = ['heading', 'paragraph', 'row', 'footnote', 'textbox']
const mostNames = 4

/** Format, size and pages in one line. */
export function extentWords({ format, characters, pages, notes }: DocumentSummary): string {
  const whole = notes.some(note => note.unread) ? 'read in part' : 'read in full'
  return `${formatNames[format]}, ${amount(characters, 'character', 'characters')}, ${pages === undefined ? whole : pagesWords(pages)}`
}

function pagesWords({ read, of }: { read: number; of: number }): string {
  if (read === of) return of === 1 ? 'its one page read' : `all ${count(of)} pages read`
  return `only ${count(read)} of ${amount(of, 'page', 'pages')} read`
}

/** The lines that say something; none where there is no ledger. */
export function ledgerLines(document: DocumentSummary): LedgerLine[] {
  const { ledger } = document
  if (ledger === undefined) return []
  const lines: readonly (readonly [string, string])[] = [
    ['Read', readWords(ledger)],
    ['Left out', leftOutWords(ledger)],
    ['Not read', unreadWords(document, ledger)],
  ]
  return lines.filter(([, words]) => words !== '')
}

function readWords({ kinds, parts, byOcr }: Ledger): string {
  const scanned = amounts(byOcr, 'page by OCR', 'pages by OCR')
  const blocks = [...judged.flatMap(kind => amounts(kinds[kind], ...kindNames[kind])), ...scanned].join(', ')
  return parts === undefined ? blocks : `${count(parts.read)} of ${amount(parts.of, 'part', 'parts')} of the file: ${blocks}`
}

function leftOutWords({ leftOut: { comments, headers, hidden, draftingNotes } }: Ledger): string {
  const all = [
    ...amounts(comments, ...kindNames.comment),
    ...amounts(headers, ...kindNames.header),
    ...amounts(hidden, 'stretch of hidden words', 'stretches of hidden words'),
    ...amounts(draftingNotes, 'note to those who draft', 'notes to those who draft'),
  ]
  return all.join(', ')
}

function unreadWords({ pages }: DocumentSummary, { parts, languages, unopened, pictures }: Ledger): string {
  const foreign = languages.map(({ language, section, characters }) => {
    const from = section === '' ? '' : `, from ${section}`
    return `${amount(characters, 'character', 'characters')} in ${language}${from}`
  })
  const all = [
    ...amounts(pages === undefined ? 0 : pages.of - pages.read, 'page', 'pages'),
    ...amounts(parts?.unread.length, 'part', 'parts').map(words => `${words} (${named(parts?.unread ?? [])})`),
    ...foreign,
    ...amounts(unopened.length, 'file within the file', 'files within the file').map(words => `${words} (${named(unopened)})`),
    ...amounts(pictures, 'picture', 'pictures'),
  ]
  return all.join('; ')
}

function amounts(size: number | undefined, one: string, many: string): string[] {
  return size === undefined || size === 0 ? [] : [amount(size, one, many)]
}

function named(names: readonly string[]): string {
  const more = names.length - mostNames
  return `${names.slice(0, mostNames).join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}`
}

/** The notes that the lines of the ledger do not say already. */
export function notesToTell({ notes, ledger }: DocumentSummary): readonly PlacedNote[] {
  return ledger === undefined ? notes : notes.filter(({ code }) => code !== 'headers-left-out' && code !== 'comments-left-out')
}

/** A note with the clause and page where it belongs, unless it says the page itself. */
export function noteWords({ message, section = '', page }: PlacedNote): string {
  const told = new RegExp(`\\bpage ${page}\\b`, 'i').test(message)
  const place = placeWords({ section, ...(page === undefined || told ? {} : { page }) })
  return place === '' ? message : `${message} (${place})`
}
