// PDFs made to do harm: trees that turn back on themselves, counts and lengths that lie, nesting and repetition without
// end. Each ends in a message or in the words that are there, in a time that grows no faster than the file.
import { expect, test } from 'vitest'
import { UserError } from '../../src/domain/errors.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { contradictsItself } from '../../src/read/pdf/structure.ts'
import { buildPdf, line } from './pdf-builder.ts'

const said = 'The Provider shall log.'
const content = line(72, 700, said)
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const sound = text(buildPdf({ pages: [{ content }] }))
const form = (number: number, inside: string): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${number} 0 R >> >> /Length ${inside.length} >>\nstream\n${inside}\nendstream`
const withForm = (objects: readonly string[]): string =>
  text(buildPdf({ pages: [{ content: `${content} /X Do` }], resources: '/XObject << /X 20 0 R >>', objects }))

const cases: Record<string, string> = {
  'pages that hold themselves': sound.replace('/Kids [30 0 R] /Count 1', '/Kids [2 0 R] /Count 9'),
  'pages that hold themselves and a page': sound.replace('/Kids [30 0 R] /Count 1', '/Kids [30 0 R 2 0 R] /Count 9'),
  'a count without end': sound.replace('/Count 1', '/Count 999999999'),
  'arrays without end': sound.replace('/Type /Catalog', `/Type /Catalog /X ${'['.repeat(50_000)}`),
  'arrays without end on a page': text(buildPdf({ pages: [{ content: `${'['.repeat(50_000)}${content}` }] })),
  'a form that draws itself': withForm([form(20, '/X Do /X Do ')]),
  'forms that draw each other': withForm([form(21, '/X Do '.repeat(9)), form(20, '/X Do '.repeat(9))]),
  'a length beyond the file': sound.replace(/\/Length \d+/, '/Length 999999999'),
  'a length below nothing': sound.replace(/\/Length \d+/, '/Length -5'),
  'a page beyond all measure': sound.replace('[0 0 595 842]', '[0 0 1e12 -1e12]'),
  'a page of no size': sound.replace('[0 0 595 842]', '[0 0 0 0]'),
  'a hundred thousand objects': sound.replace(
    'xref\n',
    `${Array.from({ length: 100_000 }, (_, at) => `${at + 100} 0 obj\nnull\nendobj\n`).join('')}xref\n`,
  ),
  // pdfjs takes a time that grows with their square; what is longer meets the limit of time.
  'objects without end in one line of comment': `${sound}${'9 0 obj %'.repeat(200_000)}`,
  'objects without end in one string': `${sound}${'9 0 obj ('.repeat(200_000)}`,
  'streams without end': `${sound}${'9 0 obj <<>> stream '.repeat(200_000)}`,
  'lists without end': `${sound}${'9 0 obj [[[[['.repeat(100_000)}`,
  'states without end': text(buildPdf({ pages: [{ content: 'q '.repeat(4000) + content }] })),
  'layers without end': text(buildPdf({ pages: [{ content: '/OC /X BDC '.repeat(20_000) + content }] })),
  'more pieces of text than a page holds': text(buildPdf({ pages: [{ content: line(72, 700, 'a').repeat(51_000) }] })),
}

test.each(Object.entries(cases))('%s', { timeout: 60_000 }, async (_, file) => {
  const before = process.cpuUsage()
  const read = await readPdf(Buffer.from(file, 'latin1'), 'x.pdf', { sha256: '' }).catch((error: unknown) => error)
  if (!(read instanceof UserError)) {
    const { text: words, notes } = read as Awaited<ReturnType<typeof readPdf>>
    expect(words.includes(said) || notes.some(note => note.unread)).toBe(true)
  }
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(15)
})

test.each<[string, string, boolean]>([
  ['a sound file', sound, false],
  ['a count too low', sound.replace('/Count 1', '/Count 0'), true],
  ['an object in the wrong place', sound.replace(/\d{10}( 00000 n \n)(?=trailer)/, '0000000009$1'), true],
  ['a table that is wrong throughout, which pdfjs makes anew', sound.replace(/\d{10}(?= 00000 n)/g, '0000000001'), false],
  ['an empty entry', sound.replace(/\d{10}( 00000 n \n)(?=trailer)/, '0000000000$1'), false],
])('contradicts itself: %s', (_, file, expected) => {
  expect(contradictsItself(Buffer.from(file, 'latin1'))).toBe(expected)
})
