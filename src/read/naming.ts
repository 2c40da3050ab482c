// What a file is called against what it is. Readers go by the content; that the name says something else is told, since
// it may not be the file that was meant, and other programs may open it differently.
import type { Format, Note } from '../domain/manuscript.ts'
import { table } from '../domain/table.ts'

const formats = table<Format | undefined>({
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  pdf: 'pdf',
  odt: 'odt',
  ott: 'odt',
  rtf: 'rtf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  eml: 'eml',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
})

const spoken: Readonly<Record<Format, string>> = {
  docx: 'a Word document',
  pdf: 'a PDF',
  odt: 'an OpenDocument text',
  rtf: 'an RTF document',
  html: 'a web page',
  eml: 'an e-mail message',
  text: 'plain text',
  markdown: 'Markdown',
}

/** A note where the name of a file ends in that of another format than its content has. */
export function otherName(name: string, format: Format): Note[] {
  const ending = /\.([a-z]{2,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = ending === 'doc' ? 'doc' : Object.hasOwn(formats, ending) ? formats[ending] : undefined
  if (named === undefined || named === format) return []
  const message = `The file is named .${ending} and is ${spoken[format]}; it was read as what it is. Check that it is the file you mean.`
  return [{ code: 'other-format', message, unread: false }]
}
