// Sections: numbers as one cites them, nesting, annexes, headings on their own and run into the text.
import { expect, test } from 'vitest'
import { contract, outline, words } from './reading.ts'

const cases: [string, string, string[]][] = [
  [
    'decimals',
    '1. Hosting\n\n1.1 The Host shall keep it.\n\n1.2 The Host shall log it.\n\n1.2.1 Logs are kept.',
    ['1 Hosting', '  1.1', '  1.2', '    1.2.1'],
  ],
  [
    'limbs',
    '4.1 Supplier shall:\n\n(a) encrypt:\n\n(i) weights; and\n\n(ii) logs; and\n\n(b) report.',
    ['4.1', '  4.1(a)', '    4.1(a)(i)', '    4.1(a)(ii)', '  4.1(b)'],
  ],
  [
    'articles',
    'ARTICLE IV\n\n4.1 Supplier shall encrypt.\n\nSECTION 5. HOSTING\n\n5.1 Supplier shall host.',
    ['Article IV', '  4.1', '  5 HOSTING', '    5.1'],
  ],
  ['paragraph signs', '§ 3 Keeping\n\n(1) The Host keeps it.\n\n(2) The Host logs it.', ['3 Keeping', '  3(1)', '  3(2)']],
  [
    'annexes begin afresh',
    '1. Terms\n\n1.1 The Client pays.\n\nANNEX B – SECURITY MEASURES\n\n1. Access\n\n1.1 Access is logged.',
    ['1 Terms', '  1.1', 'Annex B SECURITY MEASURES', '  Annex B 1 Access', '    Annex B 1.1'],
  ],
  [
    'the first paragraph of a schedule without a title',
    '1. The Client pays.\n\nSchedule 6\n\n1. Access is logged.\n\n2. Logs are kept.',
    ['1', 'Schedule 6', '  Schedule 6 1', '  Schedule 6 2'],
  ],
  [
    '(i) after (h) is a letter',
    ['2. The Host shall:', ...'abcdefghij'.split('').map(letter => `(${letter}) do ${letter} well;`)].join('\n\n'),
    ['2', ...'abcdefghij'.split('').map(letter => `  2(${letter})`)],
  ],
  [
    '(i) after (h) begins a list where (ii) follows',
    ['2. The Host shall:', ...'abcdefgh'.split('').map(letter => `(${letter}) do ${letter} well;`), '(i) first;', '(ii) second.'].join(
      '\n\n',
    ),
    ['2', ...'abcdefgh'.split('').map(letter => `  2(${letter})`), '    2(h)(i)', '    2(h)(ii)'],
  ],
  [
    'a list that restarts badly',
    '3.6 Nobody shall:\n\n(a) obtain the files by:\n\n(b) download; or\n\n(ii) copying; or\n\n(b) rebuild them.',
    ['3.6', '  3.6(a)', '    3.6(a)(b)', '    3.6(a)(ii)', '  3.6(b)'],
  ],
  [
    'recitals never hold clauses',
    'RECITALS\n\nA. The Host hosts.\n\nSECTION 1. DUTIES\n\n1.1 The Host shall log.',
    ['RECITALS', '  A', '1 DUTIES', '  1.1'],
  ],
  ['requirement codes', 'SEC-017 The system SHALL be tested. SEC-018 The system SHALL be logged.', ['SEC-017', 'SEC-018']],
  [
    'recitals hold no clauses with codes',
    'BACKGROUND\n\nA. The Host hosts.\n\nM-1. Logs\n\nM-1.1 The Host shall log.\n\nM-2. Keys\n\nM-2.1 The Host shall hold the keys.',
    ['BACKGROUND', '  A', 'M-1 Logs', '  M-1.1', 'M-2 Keys', '  M-2.1'],
  ],
  ['rows named by an item', 'Item 6 | Breach | told in 48 h\nItem 7 | Ticket | priority 1', ['Item 6', 'Item 7']],
  ['rows that list schedules open none', '1.1 The Schedules are:\n\nSchedule 1 | Fees\nSchedule 2 | Security', ['1.1']],
]

test.each(cases)('%s', (_, text, expected) => {
  expect(outline(text)).toEqual(expected)
})

const runIn: [string, string | undefined][] = [
  ['5.1 Encryption. Provider shall encrypt the weights.', 'Encryption'],
  ['5.1 Deletion and replacement. The text is replaced and shall apply.', 'Deletion and replacement'],
  ['5.1 Logs. [Reserved.]', 'Logs'],
  ['5.1 Provider encrypts. It shall also log.', undefined],
  ['5.1 Logs kept for 90 days. Provider shall keep them.', undefined],
  ['5.1 Intentionally omitted.', undefined],
  ['5.1 Audit logs immutable. Access logged.', undefined],
]

test.each(runIn)('run-in heading of %j', (text, heading) => {
  const read = contract(text)
  const found = read.sections[0]?.heading
  expect(found === undefined ? undefined : words(read, found)).toBe(heading)
})

test('what stands under a title that was dropped keeps its depth', () => {
  const { sections } = contract('[Note to draft: check.]\n\n(ii) with a hash (see Annex B).\nA. WHEREAS the Host hosts;')
  for (const { depth, parent } of sections) expect(depth).toBe(parent === undefined ? 0 : (sections[parent]?.depth ?? 0) + 1)
})
