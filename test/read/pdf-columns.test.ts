// Two columns of text and a table without rules on one page: each is read as what it is, whatever the order of drawing.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'
import { left, leftColumn, right, rightColumn } from './two-columns.ts'

async function blocksOn(content: string): Promise<string[]> {
  const { text, blocks } = await readPdf(buildPdf({ pages: [{ content }] }), 'a.pdf', { sha256: '' })
  return blocks.map(({ span }) => text.slice(span.start, span.end))
}

describe('columns with a table without rules', () => {
  const cells = [
    ['Matter', 'Within', 'Credit'],
    ['Notice of incidents', '48 hours', '5 %'],
    ['Retention of logs', '90 days', '10 %'],
  ]
  const rows = cells.map(row => row.join(' | '))
  const table = (top: number, starts: readonly number[]) =>
    cells.map((row, at) => row.map((cell, column) => line(starts[column] ?? 0, top - 14 * at, cell)).join('')).join('')
  const both = lines(72, 700, left) + lines(320, 700, right)
  const acrossBoth = left.map((words, at) => line(72, 700 - 13 * at, words) + line(320, 700 - 13 * at, right[at] ?? '')).join('')

  describe.each([
    ['within the columns', [72, 220, 400]],
    ['at the second column', [72, 320, 450]],
  ])('whose cells start %s', (_, starts) => {
    it.each([
      ['directly beneath', both + table(648, starts), [leftColumn, rightColumn, ...rows]],
      ['beneath, the text drawn line by line', acrossBoth + table(645, starts), [leftColumn, rightColumn, ...rows]],
      ['set off beneath', both + table(620, starts), [leftColumn, rightColumn, ...rows]],
      ['directly above', table(742, starts) + both, [...rows, leftColumn, rightColumn]],
    ])('%s is a table, and the columns are read one after the other', async (_name, content, expected) => {
      expect(await blocksOn(content)).toEqual(expected)
    })
  })
})
