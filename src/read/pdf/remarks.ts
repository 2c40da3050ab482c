// Annotations of a page: what readers wrote beside or over the text, which binds nobody, and files pinned to the page. Fields
// of forms and links are annotations too, but part of the page itself.
import type { Annotation } from './load.ts'

export interface Remarks {
  /** Words of comments, in the order of the file. */
  readonly comments: readonly string[]
  /** Annotations whose words stand on the page as if they were its own. */
  readonly drawn: ReadonlySet<string>
  /** Names of attached files. */
  readonly attached: readonly string[]
}

const comments = /^(?:Text|FreeText|Highlight|Underline|StrikeOut|Squiggly|Caret|Stamp|Ink|Line|Square|Circle|Polygon|PolyLine|Popup)$/
/** More than these on one page are counted as one. */
const mostComments = 1000

/** The remarks among the annotations of a page. */
export function remarksOf(annotations: readonly Annotation[]): Remarks {
  const worded = annotations.filter(({ subtype = '', contentsObj }) => comments.test(subtype) && (contentsObj?.str ?? '').trim() !== '')
  const pinned = annotations.filter(({ subtype }) => subtype === 'FileAttachment')
  return {
    comments: worded.slice(0, mostComments).map(({ contentsObj }) => (contentsObj?.str ?? '').replace(/\s+/g, ' ').trim()),
    drawn: new Set(worded.flatMap(({ subtype, id }) => (subtype === 'FreeText' && id !== undefined ? [id] : []))),
    attached: pinned.map(({ file }, at) => file?.filename ?? `file ${at + 1}`),
  }
}
