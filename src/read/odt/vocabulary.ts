// The elements of OpenDocument that are no plain part of the text. What becomes of them is in content.ts.
import type { BlockKind } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'

/** Elements whose words are not the document's: instructions, names of authors, captions of notes. */
export const passed = new Set(
  'office:forms text:tracked-changes text:note-citation dc:creator dc:date meta:creator-initials script:script svg:title svg:desc office:scripts text:sequence-decls text:user-field-decls text:variable-decls'.split(
    ' ',
  ),
)
/** Elements that stand apart, by the kind of block that they become. */
export const apart = table<BlockKind>({
  'text:note-body': 'footnote',
  'office:annotation': 'comment',
  'draw:text-box': 'textbox',
  'style:header': 'header',
  'style:footer': 'header',
  'style:header-first': 'header',
  'style:footer-first': 'header',
  'style:header-left': 'header',
  'style:footer-left': 'header',
})
