// Files cut off before an end that they should have.
import { expect, test } from 'vitest'
import { readManuscripts } from '../../src/read/read.ts'

const rtf = String.raw`{\rtf1\ansi The Provider shall log.\par The Customer shall pay.\par}`
const html = '<!doctype html><html><body><p>The Provider shall log.</p><p>The Customer shall pay.</p></body></html>\n'
const eml = [
  'From: a@a.example',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed;',
  ' boundary="xx"',
  '',
  '--xx',
  'Content-Type: text/plain',
  '',
  'The Provider shall log.',
  '--xx--',
  '',
].join('\r\n')

const incomplete = async (name: string, text: string) =>
  (await readManuscripts({ name, bytes: new TextEncoder().encode(text) })).map(one => [one.incomplete, one.notes.map(({ code }) => code)])

test.each([
  ['a.rtf', rtf, -8],
  ['a.html', html, -20],
  ['a.eml', eml, -6],
])('%s', async (name, whole, cut) => {
  expect(await incomplete(name, whole)).toEqual([[undefined, []]])
  expect(await incomplete(name, whole.slice(0, cut))).toEqual([[true, ['truncated']]])
})

test.each([
  ['a piece of a page', 'a.html', '<p>The Provider shall log.'],
  ['a page without its html', 'a.html', '<!doctype html><title>t</title><p>The Provider shall log.'],
  ['RTF with nothing but space after it', 'a.rtf', `${rtf}\r\n\0`],
  ['a message of one part', 'a.eml', 'From: a@a.example\nMIME-Version: 1.0\n\nThe Provider shall log.\n'],
])('%s lacks nothing', async (_, name, text) => {
  expect(await incomplete(name, text)).toEqual([[undefined, []]])
})
