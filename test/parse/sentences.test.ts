// Sentences: what ends one and what does not.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/parse/sentences.ts'

const cut = (text: string): string[] => sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

const cases: [string, string[]][] = [
  ['Logs are kept. They are sealed.', ['Logs are kept.', 'They are sealed.']],
  ['See Sec. 4.2 of the Act. It applies.', ['See Sec. 4.2 of the Act.', 'It applies.']],
  ['Acme, Inc. shall log. Beta Ltd. The parties agree.', ['Acme, Inc. shall log.', 'Beta Ltd.', 'The parties agree.']],
  ['Ciphers, e.g. AES, i.e. strong ones. Fine.', ['Ciphers, e.g. AES, i.e. strong ones.', 'Fine.']],
  ['It costs 1.5 units. Pay.', ['It costs 1.5 units.', 'Pay.']],
  ['Calls (see below. Really.) are logged. Yes.', ['Calls (see below. Really.) are logged.', 'Yes.']],
  ['He said "stop." Then he left.', ['He said "stop."', 'Then he left.']],
  ['As set out in Exhibit B. The Host shall log.', ['As set out in Exhibit B.', 'The Host shall log.']],
  ['Contract No. 12 applies. No. It does not.', ['Contract No. 12 applies.', 'No.', 'It does not.']],
  ['From 8 a.m. to 6 p.m. on weekdays. Not else.', ['From 8 a.m. to 6 p.m. on weekdays.', 'Not else.']],
  ['Is it logged? It is! Good.', ['Is it logged?', 'It is!', 'Good.']],
  ['', []],
]

test.each(cases)('%j', (text, expected) => {
  expect(cut(text)).toEqual(expected)
})

test('sentences hold every character that is no space, once and in order', () => {
  const piece = fc.constantFrom(
    'The Host shall log',
    '. ',
    ' (a',
    ') ',
    'No. ',
    'e.g. ',
    '"x." ',
    '1.5',
    '\n',
    '; ',
    'Inc.',
    ' Ü',
    '[',
    ']',
    '? ',
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join('')),
      text => {
        expect(cut(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      },
    ),
  )
})
