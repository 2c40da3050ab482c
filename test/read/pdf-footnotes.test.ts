// Footnotes of hand-made pages: told by their rule and mark, column by column; other rules part none from the text.
import { expect, it } from 'vitest'
import type { Block } from '../../src/domain/manuscript.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'

async function read(pages: readonly string[]) {
  const manuscript = await readPdf(buildPdf({ pages: pages.map(content => ({ content })) }), 'a.pdf', { sha256: '' })
  const wordsOf = ({ span }: Block) => manuscript.text.slice(span.start, span.end)
  const shown = (block: Block) => (block.label === undefined ? wordsOf(block) : `[${block.label}] ${wordsOf(block)}`)
  return { ...manuscript, shown: manuscript.blocks.map(shown) }
}

it('a footnote of one column leaves the other column whole', async () => {
  const body = (x: number, top: number, count: number) =>
    lines(
      x,
      top,
      Array.from({ length: count }, (_, at) => `words of line ${at} that fill it well`),
    )
  const mark = line(240, 704, '1', 6)
  const note = `0.5 w 72 380 m 130 380 l S\n${line(72, 366.5, '1', 5)}${line(78, 364, 'A note on what line 0 says.', 8)}`
  const { blocks, shown } = await read([body(72, 700, 20) + mark + note + body(320, 700, 30)])
  expect(blocks.filter(({ kind }) => kind === 'footnote')).toHaveLength(1)
  expect(shown.filter(words => words.includes('line 29'))).toHaveLength(1)
  expect(shown.find(words => words.includes('note on'))).toBe('[1] A note on what line 0 says.')
})

it('a link that is underlined parts no footnotes from the text', async () => {
  const link = `${lines(72, 600, ['13.1 Terms are those posted at', 'https://example.com/terms.'])}0.5 w 72 585.5 m 190 585.5 l S\n`
  const { blocks } = await read([
    `${link}${line(72, 560, '13.2 Usage means the use of the Product by the Customer and those whom it lets in.')}`,
  ])
  expect(blocks.map(({ kind, label }) => [kind, label])).toEqual([
    ['paragraph', '13.1'],
    ['paragraph', '13.2'],
  ])
})

it('a raised figure without a note stays raised', async () => {
  const content = line(72, 700, 'within 48') + line(115.5, 704, '1', 6) + line(121, 700, 'hours')
  expect((await readPdf(buildPdf({ pages: [{ content }] }), 'a.pdf', { sha256: '' })).text).toBe('within 48¹ hours\n')
})
