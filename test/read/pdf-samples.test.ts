// PDFs printed from the .fodt files beside them; each .txt holds the paragraphs and rows of its source, one
// a line, taken from the source itself and without automatic numbers. The words are shuffled on purpose:
// what is tested is layout, and no sense may help.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block, Manuscript } from '../../src/domain/manuscript.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'

const sample = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url))
const read = (name: string) => readPdf(new Uint8Array(sample(`${name}.pdf`)), name, { sha256: '' })
const words = (manuscript: Manuscript, block: Block) => manuscript.text.slice(block.span.start, block.span.end)
const inFlow = (block: Block) => block.kind !== 'header' && block.kind !== 'footnote'

describe.each(['tables', 'columns', 'pages'])('%s', name => {
  it('has the paragraphs and rows of its source, in order', async () => {
    const manuscript = await read(name)
    const found = manuscript.blocks.filter(inFlow).map(block => words(manuscript, block))
    expect(found).toEqual(sample(`${name}.txt`).toString().trimEnd().split('\n'))
  })

  it('has its running head and foot once, after all else', async () => {
    const manuscript = await read(name)
    const headers = manuscript.blocks.filter(block => block.kind === 'header').map(block => words(manuscript, block))
    expect(headers).toEqual(['Model Licence Agreement – Confidential', expect.stringMatching(/^Page 1 of \d$/)])
    expect(manuscript.blocks.slice(-2).every(block => block.kind === 'header')).toBe(true)
  })

  it('has blocks that fill the text, and marks within their blocks', async () => {
    const { text, blocks } = await read(name)
    expect(blocks.map(({ span }) => `${text.slice(span.start, span.end)}\n`).join('')).toBe(text)
    for (const { span, pageBreaks = [], cells = [], page = 0 } of blocks) {
      expect(pageBreaks.every(({ at }) => at > span.start && at < span.end)).toBe(true)
      expect(pageBreaks.map(turn => turn.page)).toEqual(pageBreaks.map((_, index) => page + index + 1))
      expect(cells.every(cell => cell.start >= span.start && cell.end <= span.end)).toBe(true)
    }
  })
})

it('tells numbers from words, and headings from paragraphs', async () => {
  const { blocks } = await read('pages')
  const labels = blocks.filter(block => block.kind !== 'footnote').flatMap(block => block.label ?? [])
  expect(labels.slice(0, 4)).toEqual(['1.', '1.1', expect.anything(), expect.anything()])
  expect(labels.filter(label => label === '•')).toHaveLength(4)
  const headings = blocks.filter(block => block.kind === 'heading')
  expect(headings.map(({ label, level }) => [label, level])).toEqual([
    [undefined, expect.anything()],
    ...['1.', '2.', '3.', '4.'].map(label => [label, 1]),
    ...['1.', '2.'].map(label => [label, 1]),
  ])
})

it('takes footnotes out of the flow and their marks out of the text', async () => {
  const manuscript = await read('pages')
  const notes = manuscript.blocks.filter(block => block.kind === 'footnote')
  expect(notes.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

it('joins a paragraph that goes over a page', async () => {
  const manuscript = await read('pages')
  expect(manuscript.blocks.some(block => block.kind === 'paragraph' && block.pageBreaks)).toBe(true)
})

it('reads four tables, each with its head, one of them over two pages', async () => {
  const manuscript = await read('tables')
  const rows = manuscript.blocks.filter(block => block.kind === 'row')
  const tables = new Map(rows.map(({ table }) => [table?.id, rows.filter(row => row.table?.id === table?.id)]))
  expect([...tables.values()].map(table => table.length)).toEqual([5, 5, 24, 24])
  for (const table of tables.values()) {
    expect(table.map(row => row.table?.header)).toEqual(table.map((_, index) => index === 0))
    expect(table.map(row => row.table?.row)).toEqual(table.map((_, index) => index))
    expect(table.every(row => row.cells?.length === 3)).toBe(true)
  }
  expect([...tables.values()].some(table => new Set(table.map(row => row.page)).size > 1)).toBe(true)
})
