// E-mail messages: which text is read, what is attached and how it is read, what stays closed; and messages made to do harm.
import { expect, test } from 'vitest'
import { readMime } from '../../src/read/mail/mime.ts'
import { readManuscript, readManuscripts } from '../../src/read/read.ts'
import { buildDocx, p } from './docx-builder.ts'

const head = 'From: a@example.org\r\nSubject: Terms\r\nMIME-Version: 1.0\r\n'
const multipart = (kind: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/${kind};\r\n boundary="=x${kind}"\r\n\r\npreamble\r\n${parts.map(part => `--=x${kind}\r\n${part}\r\n`).join('')}--=x${kind}--\r\nepilogue`
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const attached = (name: string, content: Uint8Array, kind = 'application/octet-stream') =>
  `Content-Type: ${kind}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`
const texts = async (raw: string) =>
  (await readManuscripts({ name: 'mail.eml', bytes: bytes(raw) })).map(one => [one.name, one.format, one.text.trim()])

const plain =
  'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe Provider shall =E2=80=9Clog=E2=80=\r\n=9D.'
const html = 'Content-Type: text/html\r\n\r\n<p>The Provider shall seal.'

test.each<[string, string, string]>([
  ['a plain message', `${head}\r\nThe Provider shall log.`, 'The Provider shall log.'],
  ['quoted-printable', `${head}${plain}`, 'The Provider shall “log”.'],
  [
    'base64 in Windows-1252',
    `${head}Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('\x93log\x94', 'latin1').toString('base64')}`,
    '“log”',
  ],
  ['the text of two forms', `${head}${multipart('alternative', plain, html)}`, 'The Provider shall “log”.'],
  ['the page where there is no text', `${head}${multipart('alternative', html)}`, 'The Provider shall seal.'],
])('%s', async (_, raw, expected) => {
  expect(await texts(raw)).toEqual([['mail.eml', 'eml', expected]])
})

test('what is attached is read as a document of its own', async () => {
  const raw = `${head}${multipart('mixed', multipart('alternative', plain, html), attached('deal.docx', buildDocx(p('The Host shall log.'))))}`
  expect(await texts(raw)).toEqual([
    ['mail.eml', 'eml', 'The Provider shall “log”.'],
    ['mail.eml > deal.docx', 'docx', 'The Host shall log.'],
  ])
})

test('what is attached and cannot be read is said; a logo is no gap', async () => {
  const logo = 'Content-Type: image/png; name="logo.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo='
  const raw = `${head}${multipart('mixed', plain, attached('scan.png', bytes('\x89PNG....')), logo)}`
  const [message, ...rest] = await readManuscripts({ name: 'mail.eml', bytes: bytes(raw) })
  expect(rest).toEqual([])
  expect(message?.notes.map(note => [note.code, note.unread, /scan|logo/.exec(note.message)?.[0]])).toEqual([
    ['part-unread', true, 'scan'],
    ['part-unread', false, 'logo'],
  ])
})

test('a message within a message is read, and what it holds in turn is named', async () => {
  const inner = `${head}${multipart('mixed', 'Content-Type: text/plain\r\n\r\nInner.', attached('deal.txt', bytes('x')))}`
  const raw = `${head}${multipart('mixed', plain, `Content-Type: message/rfc822; name="inner.eml"\r\n\r\n${inner.replaceAll('=xmixed', '=xinner')}`)}`
  const [, second] = await readManuscripts({ name: 'mail.eml', bytes: bytes(raw) })
  expect([second?.name, second?.text.trim()]).toEqual(['mail.eml > inner.eml', 'Inner.'])
  expect(second?.notes).toMatchObject([{ code: 'part-unread', unread: true, message: expect.stringContaining('deal.txt') }])
  expect((await readManuscript({ name: 'x', bytes: bytes(raw) })).notes).toMatchObject([
    { unread: true, message: expect.stringContaining('inner.eml') },
  ])
})

test.each([
  ['=?utf-8?B?w6QuZG9jeA==?=', 'ä.docx'],
  ['=?iso-8859-1?Q?=E4_b.docx?=', 'ä b.docx'],
])('names of attachments: %s', (given, expected) => {
  expect(readMime(`${head}${multipart('mixed', attached(given, bytes('x')))}`).attachments[0]?.name).toBe(expected)
})

test('an empty message is refused', async () => {
  await expect(readManuscripts({ name: 'x', bytes: bytes(`${head}\r\n`) })).rejects.toThrow('holds no text')
})

test('nesting and parts without end are closed, and that is said', () => {
  let nested = plain
  for (let depth = 0; depth < 40; depth++) nested = multipart(`mixed${depth}`, nested)
  expect(readMime(head + nested)).toMatchObject({ plain: '', closed: 1 })
  const many = readMime(head + multipart('mixed', ...Array.from({ length: 3000 }, () => plain)))
  expect(many.closed).toBe(1)
})
