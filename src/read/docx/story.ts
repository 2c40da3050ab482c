// What all parts of one reading share (the source), and what belongs to one run of text in it (a story: the body,
// a header, a footnote, a text box). Data only.

import type { Colour, Theme } from './colour.ts'
import type { Counter } from './counters.ts'
import type { OpenField } from './fields.ts'
import type { NoteBook } from './notes.ts'
import type { Numbering } from './numbering.ts'
import type { Package } from './package.ts'
import type { NoteShelf } from './side-notes.ts'
import type { Styles } from './styles.ts'
import type { RevisionView, Writer } from './writer.ts'

export interface Source {
  readonly pkg: Package
  readonly styles: Styles
  readonly numbering: Numbering
  readonly theme: Theme
  readonly page: Colour
  readonly view: RevisionView
  readonly writer: Writer
  readonly notes: NoteBook
  readonly shelf: NoteShelf
  /** The counter of lists for a part: notes of one part count on from each other, as headers and footers do. */
  counter(part: string): Counter
  /** The next number for a table. */
  nextTable(): number
}

export interface Story {
  readonly source: Source
  /** Name of the part. */
  readonly part: string
  readonly count: Counter
  readonly openFields: OpenField[]
}

/** Where a relationship of the story's part leads, for messages; empty where there is none. */
export function targetOf(story: Story, id: string | undefined): string {
  return story.source.pkg.relationships(story.part).get(id ?? '')?.target ?? ''
}
