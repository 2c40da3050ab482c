// Tables of hand-made pages: ruled ones with empty and joined cells, rows that a page break cuts, rules between rows only.
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/domain/manuscript.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'

async function read(pages: readonly string[]) {
  const manuscript = await readPdf(buildPdf({ pages: pages.map(content => ({ content })) }), 'a.pdf', { sha256: '' })
  const wordsOf = ({ span }: Block) => manuscript.text.slice(span.start, span.end)
  return { ...manuscript, shown: manuscript.blocks.map(wordsOf) }
}

describe('ruled tables', () => {
  const grid = (content: string) => `0.5 w 72 600 300 60 re S 72 630 m 372 630 l S 172 600 m 172 660 l S 272 600 m 272 660 l S ${content}`
  const cell = (column: number, row: number, words: string) => line(76 + 100 * column, 645 - 30 * row, words, 9)

  it('have cells in rows, empty ones too', async () => {
    const { shown, blocks, text } = await read([
      grid(cell(0, 0, 'Level') + cell(1, 0, 'Target') + cell(2, 0, 'Note') + cell(0, 1, 'Response') + cell(1, 1, '2 hours')),
    ])
    expect(shown).toEqual(['Level | Target | Note', 'Response | 2 hours | '])
    expect(blocks[1]?.cells?.map(({ start, end }) => text.slice(start, end))).toEqual(['Response', '2 hours', ''])
  })

  it('have joined cells once for each place that they cover', async () => {
    const joined = `0.5 w 72 600 300 60 re S 172 630 m 372 630 l S 172 600 m 172 660 l S 272 600 m 272 630 l S `
    const content = line(76, 625, 'Both', 9) + cell(1, 0, 'Across') + cell(1, 1, '2 hours') + cell(2, 1, '4 hours')
    const { blocks, text } = await read([joined + content])
    const cells = blocks.map(block => block.cells?.map(({ start, end }) => text.slice(start, end)))
    expect(cells).toEqual([
      ['Both', 'Across', 'Across'],
      ['Both', '2 hours', '4 hours'],
    ])
  })
})

it('a row that a page break cuts is one row again, even where a new sentence begins after it', async () => {
  const frame = (top: number, rows: number) =>
    `0.5 w 72 ${top - 30 * rows} 300 ${30 * rows} re S 172 ${top - 30 * rows} m 172 ${top} l S ` +
    Array.from({ length: rows - 1 }, (_, at) => `72 ${top - 30 * (at + 1)} m 372 ${top - 30 * (at + 1)} l S `).join('')
  const first = frame(160, 2) + line(76, 145, 'Level', 9) + line(176, 145, 'What it means', 9)
  const cut = line(76, 115, 'High', 9) + line(176, 115, 'All of it stops.', 9)
  const rest = frame(800, 2) + line(176, 785, 'Nothing goes on.', 9) + line(76, 755, 'Low', 9) + line(176, 755, 'Some of it stops.', 9)
  expect((await read([first + cut, rest])).shown).toEqual([
    'Level | What it means',
    'High | All of it stops. Nothing goes on.',
    'Low | Some of it stops.',
  ])
})

it('tables with ruled rows only keep their columns, wrapped cells and rows across', async () => {
  const rules = [660, 630, 590, 560].map(y => `0.5 w 72 ${y} m 472 ${y} l S`).join(' ')
  const rows = [
    line(76, 640, 'Response'),
    line(200, 640, 'two hours at all times'),
    lines(76, 615, ['Notice of', 'incidents']),
    lines(200, 615, ['forty-eight hours from the time at which', 'the Provider knows']),
    line(76, 570, 'Times are those of Dublin, and are counted day and night.'),
  ]
  expect((await read([`${rules} ${rows.join('')}`])).shown).toEqual([
    'Response | two hours at all times',
    'Notice of incidents | forty-eight hours from the time at which the Provider knows',
    'Times are those of Dublin, and are counted day and night.',
  ])
})

it('a row whose every cell runs over the page is one row, where names begin with a capital', async () => {
  const frame = (top: number, rows: number) =>
    `0.5 w 72 ${top - 30 * rows} 300 ${30 * rows} re S 172 ${top - 30 * rows} m 172 ${top} l S ` +
    Array.from({ length: rows - 1 }, (_, at) => `72 ${top - 30 * (at + 1)} m 372 ${top - 30 * (at + 1)} l S `).join('')
  const row = (y: number, name: string, words: string) => line(76, y, name, 9) + line(176, y, words, 9)
  const names = ['Subject', 'Persons', 'Storage', 'Deletion', 'Transfer']
  const first =
    frame(220, 6) + names.map((name, at) => row(205 - 30 * at, name, 'as Annex B says')).join('') + row(55, 'Other', 'One company in')
  const rest = frame(800, 2) + row(785, 'processors', 'County Meath') + row(755, 'Contact', 'The office')
  expect((await read([first, rest])).shown.slice(-2)).toEqual(['Other processors | One company in County Meath', 'Contact | The office'])
  const next = frame(800, 2) + row(785, 'Processors', 'County Meath') + row(755, 'Contact', 'The office')
  expect((await read([first, next])).shown.slice(-3)).toEqual([
    'Other | One company in',
    'Processors | County Meath',
    'Contact | The office',
  ])
})

it('clauses beneath a table are no footnotes, though its lowest border is drawn cell by cell', async () => {
  const border = (x: number, y: number) => `0.5 w ${x} ${y} m ${x + 120} ${y} l S `
  const borders = [72, 192, 312].map(x => border(x, 360) + border(x, 330) + border(x, 300)).join('')
  const walls = [72, 192, 312, 432].map(x => `${x} 300 m ${x} 360 l S `).join('')
  const rows = ['Level', 'Answer', 'Repair'].map((words, at) => line(76 + 120 * at, 340, words)).join('')
  const figures = ['High', '2 hours', '4 hours'].map((words, at) => line(76 + 120 * at, 310, words)).join('')
  const after = lines(72, 270, ['2. The Customer pays the fees.']) + lines(72, 240, ['3. The Provider keeps the logs.'])
  const { blocks } = await read([line(72, 700, '1. Levels of service.') + borders + walls + rows + figures + after])
  expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'row', 'row', 'paragraph', 'paragraph'])
})
