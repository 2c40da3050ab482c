// What the reader could not read, or left out on purpose, gathered while reading and worded for a person at the end.
import type { Block, Note } from '../../domain/manuscript.ts'
import type { RevisionView } from './writer.ts'

export interface NoteBook {
  /** A part with words that were not read, once for each description. */
  unreadPart(what: string): void
  /** A part without binding words, named for completeness. */
  leftOut(what: string): void
  /** A picture as large as a page: as a rule a scan. */
  pagePicture(): void
  /** Numbers of fields, which are nowhere in the file. */
  workedOut(): void
  /** A tracked change that is not in the words: a row, a paragraph mark, formatting. */
  changed(author: string): void
  finish(text: string, blocks: readonly Block[], view: RevisionView): Note[]
}

/** Hidden stretches named one by one before the rest is counted. */
const mostHidden = 20
const mostWords = 160

const howHidden = {
  'hidden-run': 'as hidden text',
  'background-colour': 'in the colour of the background',
  tiny: 'too small to read',
  invisible: 'invisibly',
  transparent: 'transparent',
  'layer-off': 'on a layer that is switched off',
  'off-page': 'outside the page',
} as const

const fieldNumbers = 'Numbers set by LISTNUM or AUTONUM fields are not in the file: they were worked out as Word does it.'

export function createNoteBook(): NoteBook {
  const unread = new Set<string>()
  const left = new Set<string>()
  const authors = new Set<string>()
  let pictures = 0
  let changes = 0
  let fields = false
  return {
    unreadPart: what => void unread.add(what),
    leftOut: what => void left.add(what),
    pagePicture: () => void pictures++,
    workedOut: () => {
      fields = true
    },
    changed(author) {
      changes++
      authors.add(author)
    },
    finish(text, blocks, view) {
      return [
        ...[...unread].map(what => note('part-unread', `Not read: ${what}. Words in it are not in this report.`, true)),
        ...[...left].map(what => note('part-unread', `Not read: ${what}.`, false)),
        ...(fields ? [note('read-by-other-means', fieldNumbers)] : []),
        ...pictureNotes(pictures),
        ...changeNotes(blocks, changes, authors, view),
        ...hiddenNotes(text, blocks),
        ...kindNotes(blocks),
      ]
    },
  }
}

function note(code: Note['code'], message: string, unread = false): Note {
  return { code, message, unread }
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function pictureNotes(count: number): Note[] {
  if (count === 0) return []
  return [note('page-unread', `${plural(count, 'picture')} the size of a page, perhaps a scan, could not be read.`, true)]
}

function changeNotes(blocks: readonly Block[], others: number, otherAuthors: ReadonlySet<string>, view: RevisionView): Note[] {
  const revisions = blocks.flatMap(block => block.revisions ?? []).filter(({ struck }) => struck !== true)
  const count = revisions.length + others
  if (count === 0) return []
  const authors = [...new Set([...revisions.map(revision => revision.author), ...otherAuthors])].filter(author => author !== '').sort()
  const by = authors.length === 0 ? '' : ` by ${authors.slice(0, 8).join(', ')}${authors.length > 8 ? ' and others' : ''}`
  const how = view === 'final' ? 'as if all were accepted' : 'as if all were rejected'
  return [note('tracked-changes', `The file has ${plural(count, 'tracked change')}${by}; it is read ${how} (view: ${view}).`)]
}

function hiddenNotes(text: string, blocks: readonly Block[]): Note[] {
  const hidden = blocks.flatMap(block => block.hidden ?? [])
  const named = hidden.slice(0, mostHidden).map(({ span, how }): Note => {
    const words = text.slice(span.start, span.end).trim()
    const quoted = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words
    return {
      ...note('hidden-text', `Words that a reader does not see, set ${howHidden[how]}: “${quoted}”. They are never evidence.`),
      span,
    }
  })
  const rest = hidden.length - named.length
  return rest > 0 ? [...named, note('hidden-text', `${rest} more stretches of hidden words.`)] : named
}

function kindNotes(blocks: readonly Block[]): Note[] {
  const comments = blocks.filter(block => block.kind === 'comment').length
  const headers = blocks.filter(block => block.kind === 'header').length
  return [
    ...(comments > 0 ? [note('comments-left-out', `${plural(comments, 'paragraph')} of comments left out of judgement.`)] : []),
    ...(headers > 0 ? [note('headers-left-out', `${plural(headers, 'line')} of headers and footers left out of judgement.`)] : []),
  ]
}
