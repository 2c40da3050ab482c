// Provisions: sentences, limbs with all that governs them, closing words, rows with their columns.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { allSaid, contract, manuscript, said, words } from './reading.ts'

const cases: [string, string, string[]][] = [
  ['sentences', '1.1 Host shall log. Host shall seal.', ['Host shall log.', 'Host shall seal.']],
  [
    'limbs in blocks',
    '1.1 The Host shall not:\n\n(a) copy the weights; or\n\n(b) export them.',
    ['The Host shall not: » copy the weights; or', 'The Host shall not: » export them.'],
  ],
  [
    'nested limbs',
    '1.1 The Host shall:\n\n(a) as to weights,\n\n(i) seal them; and\n\n(ii) log access; and\n\n(b) report.',
    [
      'The Host shall: » as to weights, » seal them; and',
      'The Host shall: » as to weights, » log access; and',
      'The Host shall: » report.',
    ],
  ],
  [
    'bullets',
    'The Host shall:\n\n- log calls;\n- seal logs.\n\nThe Client shall pay.',
    ['The Host shall: » log calls;', 'The Host shall: » seal logs.', 'The Client shall pay.'],
  ],
  ['bare limbs', 'The Host shall:\n\nlog calls;\n\nseal logs.', ['The Host shall: » log calls;', 'The Host shall: » seal logs.']],
  [
    'a colon without a list',
    'The parties agree as follows:\n\nThe Host shall log calls.',
    ['The parties agree as follows:', 'The Host shall log calls.'],
  ],
  [
    'closing words',
    '1.1 The Host shall:\n\n(a) tell the Client; and\n\n(b) mend the fault,\n\nin each case within 48 hours.',
    [
      'The Host shall: » tell the Client; and ~ in each case within 48 hours.',
      'The Host shall: » mend the fault, ~ in each case within 48 hours.',
    ],
  ],
  [
    'inline letters',
    'The Host shall: (a) log; and (b) seal. It may charge.',
    ['The Host shall: » (a) log; and', 'The Host shall: » (b) seal.', 'It may charge.'],
  ],
  [
    'inline with closing words',
    'The Host shall (a) tell the Client and (b) mend the fault, in each case within 48 hours.',
    [
      'The Host shall » (a) tell the Client and ~ in each case within 48 hours.',
      'The Host shall » (b) mend the fault, in each case within 48 hours.',
    ],
  ],
  [
    'inline lists in lists',
    'The Host shall: (a) keep (i) weights and (ii) logs apart; and (b) report.',
    ['The Host shall: » (a) keep » (i) weights and', 'The Host shall: » (a) keep » (ii) logs apart; and', 'The Host shall: » (b) report.'],
  ],
  [
    'one label is no list',
    'Subject to paragraph (a) and clause 3(b), the Host shall log.',
    ['Subject to paragraph (a) and clause 3(b), the Host shall log.'],
  ],
  [
    'figures in brackets are no list',
    'Within forty-eight (48) hours and not more than two (2) days.',
    ['Within forty-eight (48) hours and not more than two (2) days.'],
  ],
  [
    'semicolons after a colon',
    'The log holds: address; time; tokens.',
    ['The log holds: » address;', 'The log holds: » time;', 'The log holds: » tokens.'],
  ],
  [
    'a second sentence in a limb stands alone',
    '1.1 The Host shall not:\n\n(a) copy weights. The Host shall log access.',
    ['The Host shall not: » copy weights.', 'The Host shall log access.'],
  ],
  ['headings make none', '1. Encryption of Weights\n\n2. Logging of Calls', []],
  [
    'rows',
    'The Host keeps these levels:\n\nItem 4 | Patch time | 14 days\nItem 5 | Notice | 48 h',
    [
      'The Host keeps these levels:',
      'The Host keeps these levels: » Item 4 | Patch time | 14 days',
      'The Host keeps these levels: » Item 5 | Notice | 48 h',
    ],
  ],
]

test.each(cases)('%s', (_, text, expected) => {
  expect(allSaid(text)).toEqual(expected)
})

test('the limbs of one list share a paragraph, and are counted', () => {
  const read = contract('1.1 Host shall log. Host shall:\n\n(a) seal; and\n\n(b) report.\n\n1.2 Client shall pay.')
  expect(read.provisions.map(({ paragraph, order }) => [paragraph, order])).toEqual([
    [0, 0],
    [0, 1],
    [0, 2],
    [1, 0],
  ])
})

test('a row knows its header cells, one for each cell', () => {
  const read = contract('Matter | Figure | Source\nPatch time | 14 days | SOP\nNotice | 48 h | DPA')
  expect(
    read.provisions.map(row => row.columns?.map((column, at) => `${words(read, column)}=${words(read, row.cells?.[at] ?? column)}`)),
  ).toEqual([
    ['Matter=Patch time', 'Figure=14 days', 'Source=SOP'],
    ['Matter=Notice', 'Figure=48 h', 'Source=DPA'],
  ])
})

test.each([
  [
    'wider than the rows below',
    'Item 4 | Patch time | 14 days\n|---|---|\n| Matter | Figure |',
    ['Item 4 | Patch time | 14 days', 'Matter | Figure'],
  ],
  [
    'above the lowest',
    'Business hours apply | all\n|---|---|\nMatter | Figure\n|---|---|\nNotice | 48 h',
    ['Business hours apply | all', 'Notice | 48 h'],
  ],
])('header rows %s are read as rows', (_, text, expected) => {
  const read = parse([manuscript(text, 'markdown')])
  expect(read.provisions.map(row => said(read, row))).toEqual(expected)
})

test('a row under a column whose name nobody sees is hidden', () => {
  const shown = manuscript('Matter | Within 48 hours\nNotice | yes\nLogs | no')
  const blocks = shown.blocks.map((block, at) =>
    at > 0 ? block : { ...block, hidden: [{ span: block.cells?.[1] ?? block.span, how: 'background-colour' as const }] },
  )
  expect(parse([shown]).provisions.map(({ zone }) => zone)).toEqual(['operative', 'operative', 'operative'])
  const headed = { ...shown, blocks: blocks.map((block, at) => (at > 0 ? block : { ...block, bold: true })) }
  expect(parse([headed]).provisions.map(({ zone }) => zone)).toEqual(['hidden', 'hidden'])
})

test('what stands under "shall" and "should" is led in by it, each cell by itself', () => {
  const read = contract(
    'Requirements\n\n| Ref | Topic | Shall | Should | May |\n|---|---|---|---|---|\n| R-1 | Logs | log every call that is made | keep it for 90 days | – |\n| R-2 | Keys | – | – | rotate the keys each year |\n',
  )
  const said = read.provisions.map(one => [...one.leadIns, one.span].map(span => words(read, span)).join(' '))
  expect(said).toEqual(['Shall log every call that is made', 'Should keep it for 90 days', 'May rotate the keys each year'])
  expect(read.sections[read.provisions[0]?.section ?? -1]?.number).toBe('R-1')
})
