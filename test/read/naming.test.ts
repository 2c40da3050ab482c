// A file is read by what it is; that its name says something else is told.
import { expect, test } from 'vitest'
import { otherName } from '../../src/read/naming.ts'
import { readManuscript } from '../../src/read/read.ts'
import { buildPdf, line } from './pdf-builder.ts'

const pdf = buildPdf({ pages: [{ content: line(72, 700, 'The Provider shall keep the logs.') }] })
const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['contract.docx', pdf, ['named .docx and is a PDF']],
  ['CONTRACT.PDF', pdf, []],
  ['contract', pdf, []],
  ['-', pdf, []],
  ['contract.v2', pdf, []],
  ['terms.txt', bytes('<!doctype html><html><body><p>The Provider shall log.</p></body></html>'), ['named .txt and is a web page']],
  ['letter.doc', bytes('{\\rtf1 The Provider shall log.\\par}'), ['named .doc and is an RTF document']],
  ['terms.html', bytes('The Provider shall log.'), ['named .html and is plain text']],
  ['terms.md', bytes('The Provider shall log.'), []],
])('%s', async (name, content, said) => {
  const { notes } = await readManuscript({ name, bytes: content })
  const told = notes.filter(({ code }) => code === 'other-format')
  expect(told.map(({ message, unread }) => [/named .* is [\w\s]*?(?=;)/.exec(message)?.[0], unread])).toEqual(said.map(one => [one, false]))
})

test('a message under another name is told, what is attached to it by its own', () => {
  expect(otherName('mail.txt', 'eml')).toHaveLength(1)
  expect(otherName('mail.eml > terms.pdf', 'pdf')).toEqual([])
})
