// The control words of RTF that name a place or a character. What else they do is in rtf.ts.
import type { BlockKind } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'

/** Destinations whose words are no part of the document. */
export const skipped = new Set(
  'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping latentstyles datastore listtable listoverridetable revtbl rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend atnid atnauthor atndate atnref atntime atrfstart atrfend pgdsctbl filetbl nonshppict wgrffmtfilter mmathPr defchp defpap'.split(
    ' ',
  ),
)
/** Destinations that stand apart, by the kind of block that they become. */
export const apart = table<BlockKind>({
  footnote: 'footnote',
  header: 'header',
  headerl: 'header',
  headerr: 'header',
  headerf: 'header',
  footer: 'header',
  footerl: 'header',
  footerr: 'header',
  footerf: 'header',
  annotation: 'comment',
  shptxt: 'textbox',
})
/** Destinations that are read although their mark says that they may be passed over. */
export const shownThoughStarred = new Set(['shptxt', 'shpinst', 'shprslt', 'annotation', 'listtext', 'pn'])
/** Control words that are characters. */
export const written = table<string>({
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  softline: ' ',
})
