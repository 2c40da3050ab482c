// What a person must know of the reading of a PDF: pages that gave no text, words that nobody sees,
// files within the file. Wording only; what is so is found out elsewhere.
import type { Block, HiddenBy, Note } from '../../domain/manuscript.ts'
import type { Compared } from './layer.ts'
import { ocrPackages, type Recognised } from './recognise.ts'

/** Hidden stretches named one by one before the rest is counted, and words quoted of each. */
const mostNamed = 20
const mostWords = 160

const howHidden: Readonly<Record<HiddenBy, string>> = {
  'hidden-run': 'as hidden text',
  'background-colour': 'in the colour of what is behind them, or painted over',
  tiny: 'too small to read',
  invisible: 'invisibly',
  transparent: 'transparent',
  'layer-off': 'on a layer that is switched off',
  'off-page': 'outside the page',
}

/** A page that could not be read: damaged. */
export function damagedPage(page: number): Note {
  const message = `Page ${page} is damaged and could not be read; its words are not in this report.`
  return { code: 'page-unread', message, unread: true, page }
}

const withoutOcr = {
  off: 'it needs text recognition (OCR), which is switched off, before it can be checked',
  'not-installed': `it needs text recognition (OCR) before it can be checked. Install that beside clausegate: npm install ${ocrPackages.join(' ')}`,
  failed: 'text recognition (OCR) failed on it, so it was not read',
  'no-words': 'text recognition (OCR) found no words on it; see for yourself what it shows',
}

/** What came of a page that is a picture, or whose letters cannot be told. */
export function scannedPage(page: number, seen: Recognised, isGibberish: boolean): Note {
  if ('paper' in seen) {
    const message = `Page ${page} was read by OCR, confidence ${seen.confidence} %; a bare figure on it never makes a requirement met.`
    return { code: 'read-by-other-means', message, unread: false, page }
  }
  const doubtful = (confidence: number) => `text recognition (OCR) is only ${confidence} % sure of its words, so it was not read`
  const why = seen.unread === 'doubtful' ? doubtful(seen.confidence) : withoutOcr[seen.unread]
  const what = isGibberish ? 'does not say which letters its fonts show' : 'is a picture with next to no text, as scans are'
  const message = `Page ${page} ${what}; ${why}.`
  return { code: 'page-unread', message, unread: true, page }
}

/** A scan whose words were recognised before, by whoever made the file. */
export function layeredPage(page: number): Note {
  const message = `Page ${page} is a scan, and its words are those that text recognition laid under its picture, nobody knows how well; a bare figure on it never makes a requirement met.`
  return { code: 'read-by-other-means', message, unread: false, page }
}

/** What came of holding the words under a picture against it. */
export function comparedPage(page: number, compared: Compared): Note {
  const figures = 'a bare figure on it never makes a requirement met'
  if (compared.agrees) {
    const message = `Page ${page} is a scan; the words laid under its picture agree with what OCR reads there, confidence ${compared.confidence} %; ${figures}.`
    return { code: 'read-by-other-means', message, unread: false, page }
  }
  const words = compared.words.map(word => `“${word}”`).join(', ')
  const message = `Page ${page} is a scan, and the words laid under its picture are not those that it shows (${words}): it was read by OCR instead, confidence ${compared.confidence} %; ${figures}.`
  return { code: 'hidden-text', message, unread: false, page }
}

/** A picture that is large enough to show a clause or a table. */
export function picturedPage(page: number): Note {
  const message = `Page ${page} has a large picture; words in it, if it shows any, were not read.`
  return { code: 'part-unread', message, unread: false, page }
}

/** Words in fields of a form, which some programs show and others do not. */
export function undrawnWords(page: number, words: readonly string[]): Note[] {
  if (words.length === 0) return []
  const shown = words.slice(0, 8).map(one => `“${one.slice(0, mostWords)}”`)
  const message = `On page ${page} fields of a form are filled in and not drawn: ${shown.join(', ')}. They were not read.`
  return [{ code: 'part-unread', message, unread: true, page }]
}

/** A form in XML: the pages may be no more than a notice to wait for it. */
export function formElsewhere(text: string, has: boolean): Note[] {
  if (!has) return []
  const only = text.length < 3000 && /please wait/i.test(text)
  const what = only ? 'The pages are only a notice' : 'Some programs may show other words than the pages have'
  return [{ code: 'part-unread', message: `The file holds a form in XML (XFA), which was not read. ${what}.`, unread: only }]
}

/** Compressed parts of the file that do not unpack. */
export function damagedStreams(count: number): Note[] {
  if (count === 0) return []
  const message = `The file is damaged: ${count} of its parts ${count === 1 ? 'does' : 'do'} not unpack whole, so words may be missing.`
  return [{ code: 'part-unread', message, unread: true }]
}

/** Pages or parts that the file holds and its own counts and index leave out. */
export function contradiction(is: boolean): Note[] {
  const message = 'The file is damaged: some of what it holds is left out by its own counts, index and names, so words may be missing.'
  return is ? [{ code: 'part-unread', message, unread: true }] : []
}

/** Files within the file are not opened. */
export function attachedFiles(names: readonly string[]): Note[] {
  if (names.length === 0) return []
  const message = `Not read: ${names.length} attached ${names.length === 1 ? 'file' : 'files'} (${names.slice(0, 8).join(', ')}). Words in them are not in this report.`
  return [{ code: 'part-unread', message, unread: true }]
}

/** Words of the blocks that a person does not see, and what was left out of judgement. */
export function notesOnBlocks(text: string, blocks: readonly Block[]): Note[] {
  const headers = blocks.filter(block => block.kind === 'header').length
  const comments = blocks.filter(block => block.kind === 'comment').length
  return [
    ...hiddenWords(text, blocks),
    ...(comments > 0 ? [leftOut('comments-left-out', comments, 'comment')] : []),
    ...(headers > 0 ? [leftOut('headers-left-out', headers, 'running line')] : []),
  ]
}

function leftOut(code: Note['code'], count: number, what: string): Note {
  return { code, message: `${count} ${what}${count === 1 ? '' : 's'} of the pages left out of judgement.`, unread: false }
}

function hiddenWords(text: string, blocks: readonly Block[]): Note[] {
  const hidden = blocks.flatMap(block => (block.hidden ?? []).map(piece => ({ ...piece, page: block.page })))
  const named = hidden.slice(0, mostNamed).map(({ span, how, page }): Note => {
    const words = text.slice(span.start, span.end).trim()
    const quoted = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words
    const message = `Words that a reader does not see, set ${howHidden[how]}: “${quoted}”. They are never evidence.`
    return { code: 'hidden-text', message, unread: false, ...(page === undefined ? {} : { page }), span }
  })
  const rest = hidden.length - named.length
  if (rest <= 0) return named
  return [...named, { code: 'hidden-text', message: `${rest} more stretches of hidden words.`, unread: false }]
}
