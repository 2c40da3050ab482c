// Annotations of a page: what readers wrote beside or over the text, which binds nobody, and files pinned to the page. Fields
// of forms and links are annotations too, but part of the page itself.
import type { Annotation } from './document.ts'

export interface Remarks {
  /** Words of comments, in the order of the file. */
  readonly comments: readonly string[]
  /** Annotations whose words stand on the page as if they were its own. */
  readonly drawn: ReadonlySet<string>
  /** Names of attached files. */
  readonly attached: readonly string[]
  /** What was filled into fields that the file does not draw. */
  readonly filledIn: readonly string[]
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
    filledIn: annotations.slice(0, mostComments).flatMap(filledIn),
    attached: pinned.map(({ file }, at) => file?.filename ?? `file ${at + 1}`),
  }
}

/** Programs differ in whether they show what stands in a field without a drawing of it. */
function filledIn({ subtype, fieldType, fieldValue, hasAppearance }: Annotation): string[] {
  if (subtype !== 'Widget' || fieldType === 'Sig' || fieldType === 'Btn' || hasAppearance === true) return []
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter(value => typeof value === 'string')
  return values.map(value => value.replace(/\s+/g, ' ').trim()).filter(value => value !== '')
}
