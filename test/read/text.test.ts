// Text and Markdown: encodings, paragraphs, labels, rows, headings, and spans that point into the text.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { readText } from '../../src/read/text.ts'

const read = (text: string, format: 'text' | 'markdown' = 'text'): Manuscript =>
  readText(new TextEncoder().encode(text), 'x', { sha256: '', format })

/** "kind label|words", with cells parted by " / ". */
function blocks({ text, blocks: all }: Manuscript): string[] {
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  return all.map(
    ({ kind, label, span, cells }) => `${kind} ${label ?? ''}|${cells === undefined ? words(span) : cells.map(words).join(' / ')}`,
  )
}

const plain: [string, string, string[]][] = [
  ['blank lines part paragraphs', 'One.\n\nTwo.', ['paragraph |One.', 'paragraph |Two.']],
  [
    'wrapped lines are one block, however long the rows of a table are',
    `The Host shall\nlog calls.\n\n| No | ${'Whatever '.repeat(20)}|\n| 1 | ${'Whatever '.repeat(20)}|`,
    ['paragraph |The Host shall\nlog calls.', `row |No / ${'Whatever '.repeat(20).trim()}`, `row |1 / ${'Whatever '.repeat(20).trim()}`],
  ],
  ['wrapped lines are one block', 'The Host shall\nlog calls.', ['paragraph |The Host shall\nlog calls.']],
  [
    'a wrapped "(a) above" is no label',
    'as set out in paragraph\n(a) above, and nowhere else.',
    ['paragraph |as set out in paragraph\n(a) above, and nowhere else.'],
  ],
  [
    'labels',
    '4.1 Log.\n4.2. Seal.\n(a) one;\n(iv) two;\n1) three;\nA. Four.\n§ 3 Five.',
    [
      'paragraph 4.1|Log.',
      'paragraph 4.2.|Seal.',
      'paragraph (a)|one;',
      'paragraph (iv)|two;',
      'paragraph 1)|three;',
      'paragraph A.|Four.',
      'paragraph § 3|Five.',
    ],
  ],
  ['requirement codes', 'REQ-SEC-031 The gateway SHALL log.', ['paragraph REQ-SEC-031|The gateway SHALL log.']],
  [
    'standards are no codes',
    'AES-256 Encryption is used.\n\nISO 27001 applies.',
    ['paragraph |AES-256 Encryption is used.', 'paragraph |ISO 27001 applies.'],
  ],
  ['figures are no labels', '99.9 per cent is promised.', ['paragraph |99.9 per cent is promised.']],
  ['a sentence about a section is no label', 'Section 4.2 applies to logs.', ['paragraph |Section 4.2 applies to logs.']],
  ['rows', 'Item 6 | Breach | told in 48 h', ['row Item 6|Item 6 / Breach / told in 48 h']],
  ['capitals', 'DATA SECURITY\n\nThe Host shall log.', ['heading |DATA SECURITY', 'paragraph |The Host shall log.']],
  ['articles', 'ARTICLE IV\nHosting is here.', ['heading ARTICLE IV|', 'paragraph |Hosting is here.']],
  ['bullets', 'The Host shall:\n• log;\n• seal.', ['paragraph |The Host shall:', 'paragraph •|log;', 'paragraph •|seal.']],
  ['windows line ends', 'One.\r\n\r\nTwo\r\nthree.', ['paragraph |One.', 'paragraph |Two\r\nthree.']],
  [
    'running heads and page numbers',
    ['A.', 'B.', 'C.', 'D.'].map((one, at) => `Terms of Acme\n\n${one.repeat(9)}\n\n${at + 1}`).join('\n\n'),
    ['A.', 'B.', 'C.', 'D.'].flatMap((one, at) => ['header |Terms of Acme', `paragraph |${one.repeat(9)}`, `header |${at + 1}`]),
  ],
]

test.each(plain)('text: %s', (_, text, expected) => {
  expect(blocks(read(text))).toEqual(expected)
})

const marked: [string, string, string[]][] = [
  ['headings', '# Terms\n\n### 4. **Hosting**', ['heading |Terms', 'heading 4.|Hosting']],
  ['bold, italics, links', 'The **Host** shall *log* [here](https://x.org).', ['paragraph |The Host shall log here (https://x.org).']],
  ['tables', '| Matter | Figure |\n|---|---|\n| Patch<br>time | 14 days |', ['row |Matter / Figure', 'row |Patch time / 14 days']],
  ['quotes', '> (a) log;\n>\n> (b) seal.', ['paragraph (a)|log;', 'paragraph (b)|seal.']],
  ['blanks stay', 'Within ____ hours, [●] days.', ['paragraph |Within ____ hours, [●] days.']],
  ['struck words go', 'Logs are ~~not~~ kept.', ['paragraph |Logs are  kept.']],
  ['front matter goes', '---\ntitle: x\n---\nLogs are kept.', ['paragraph |Logs are kept.']],
]

test.each(marked)('markdown: %s', (_, text, expected) => {
  expect(blocks(read(text, 'markdown'))).toEqual(expected)
})

test('a separator marks the header row, and each table has its own number', () => {
  const tables = read('| a | b |\n|---|---|\n| 1 | 2 |\n\nWords.\n\n| c | d |\n| 3 | 4 |', 'markdown').blocks.map(block => block.table)
  expect(tables).toEqual([
    { id: 0, row: 0, header: true },
    { id: 0, row: 1, header: false },
    undefined,
    { id: 1, row: 0, header: false },
    { id: 1, row: 1, header: false },
  ])
})

test('struck words are a revision at their place', () => {
  const [block] = read('Logs are ~~not~~ kept.', 'markdown').blocks
  expect(block?.revisions).toEqual([{ kind: 'deleted', author: '', date: '', words: 'not', span: { start: 9, end: 9 }, struck: true }])
})

const encodings: [string, Uint8Array, string, number][] = [
  ['UTF-8', new TextEncoder().encode('Käse “48”'), 'Käse “48”', 0],
  ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x4c]), 'L', 0],
  ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, 0x4c, 0, 0x6f, 0]), 'Lo', 0],
  ['UTF-16, big end first', new Uint8Array([0xfe, 0xff, 0, 0x4c, 0, 0x6f]), 'Lo', 0],
  ['Latin-1, with a note', new Uint8Array([0x4b, 0xe4, 0x73, 0x65]), 'Käse', 1],
  ['nothing', new Uint8Array(), '', 0],
]

test.each(encodings)('%s', (_, bytes, text, notes) => {
  const made = readText(bytes, 'x', { sha256: '', format: 'text' })
  expect([made.text, made.notes.length]).toEqual([text, notes])
})

test('blocks are in order, do not overlap, and leave out only labels and space', () => {
  const line = fc.constantFrom(
    '',
    '# Title',
    '4.1 The Host shall',
    'log calls.',
    '(a) one;',
    '| a | b |',
    '|---|---|',
    '- x',
    'AB | cd',
    '**b** _i_ `c`',
    '> q',
    'REQ-1 The',
    'CAPS HERE',
    '~~gone~~ here',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), fc.constantFrom('text' as const, 'markdown' as const), (lines, format) => {
      const made = read(lines.join('\n'), format)
      let end = 0
      for (const block of made.blocks) {
        expect(block.span.start).toBeGreaterThanOrEqual(end)
        expect(block.span.end).toBeGreaterThanOrEqual(block.span.start)
        end = block.span.end
      }
      expect(end).toBeLessThanOrEqual(made.text.length)
    }),
  )
})
