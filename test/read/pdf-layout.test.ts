// Layout of hand-made pages: the order of reading whatever the order of drawing, paragraphs by gap, indent
// and room, running lines in mid-sentence, turned pages. Tables are in pdf-tables.test.ts.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/domain/manuscript.ts'
import { linesOf, segmentsOf } from '../../src/read/pdf/lines.ts'
import type { Run } from '../../src/read/pdf/paper.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { cut, join, strand } from '../../src/read/pdf/strand.ts'
import { buildPdf, line, lines, type PageSource, type PdfSource } from './pdf-builder.ts'
import { left, leftColumn, right, rightColumn } from './two-columns.ts'

async function read(pages: readonly (string | PageSource)[], more: Partial<PdfSource> = {}) {
  const sources = pages.map(page => (typeof page === 'string' ? { content: page } : page))
  const manuscript = await readPdf(buildPdf({ ...more, pages: sources }), 'a.pdf', { sha256: '' })
  const wordsOf = ({ span }: Block) => manuscript.text.slice(span.start, span.end)
  const shown = (block: Block) => (block.label === undefined ? wordsOf(block) : `[${block.label}] ${wordsOf(block)}`)
  return { ...manuscript, shown: manuscript.blocks.filter(block => block.kind !== 'header').map(shown) }
}

describe('columns', () => {
  it('are read one after the other when drawn so', async () => {
    const { shown } = await read([lines(72, 700, left) + lines(320, 700, right)])
    expect(shown).toEqual([leftColumn, rightColumn])
  })

  it('are read one after the other when drawn line by line across', async () => {
    const across = left.map((words, index) => line(72, 700 - 13 * index, words) + line(320, 700 - 13 * index, right[index] ?? '')).join('')
    expect((await read([line(72, 60, '1') + across])).shown).toEqual([leftColumn, rightColumn])
  })

  it('stand between lines of full width', async () => {
    const full = 'This Agreement is made between the Licensor and the Licensee named on its last page, and by them alone.'
    const { shown } = await read([line(72, 740, full) + lines(320, 700, right) + lines(72, 700, left) + line(72, 630, full)])
    expect(shown).toEqual([full, leftColumn, rightColumn, full])
  })
})

describe('columns that are uneven', () => {
  const list = ['Weights', 'Checkpoints', 'Keys', 'Logs', 'Adapters', 'Reports', 'Manuals']
  const prose = [...right, ...right, ...right].map((words, at) => `${words} ${at}`)

  it('are read down to the end of the left one before the right one', async () => {
    const content =
      lines(72, 700, [...left, ...left]) + lines(72, 560, ['The Agreement ends when its term', ...left]) + lines(320, 700, right)
    const { shown } = await read([content])
    expect(shown.at(-1)).toBe(rightColumn)
    expect(shown.join(' ')).toContain('ends when its term The Licensor grants')
  })

  it('may hold a list of names on one side', async () => {
    const { shown } = await read([line(72, 714, 'The following assets are those of') + lines(72, 700, list) + lines(320, 714, prose)])
    expect(shown.join(' ')).toBe(['The following assets are those of', ...list, ...prose].join(' '))
  })

  it('may hold nothing but lists on both sides', async () => {
    const entries = (word: string) =>
      Array.from({ length: 24 }, (_, at) => `${word} number ${at} ${at % 4 === 0 ? 'of the long kind of such names' : ''}`.trim())
    const content = lines(72, 700, entries('Left')) + lines(320, 696, entries('Right'), 15)
    expect((await read([content])).shown.join(' ')).toBe([...entries('Left'), ...entries('Right')].join(' '))
  })

  it('are parted where no line runs across, not at an indent', async () => {
    const indented = lines(180, 648, ['set in by far', 'as a limb is', 'of some list'])
    const { shown } = await read([lines(72, 700, left) + indented + lines(72, 609, left) + lines(320, 700, prose)])
    expect(shown.join(' ')).toContain('of some list The Licensor')
    expect(shown.join(' ').indexOf('nor let anybody')).toBeGreaterThan(shown.join(' ').lastIndexOf('for as long as'))
  })
})

describe('paragraphs', () => {
  const long = 'The Provider shall keep the logs of all requests and responses for no less than'

  it.each([
    [
      'a wider gap',
      lines(72, 700, [long, 'ninety days and a week.']) + lines(72, 665, [long, 'a year.']),
      [`${long} ninety days and a week.`, `${long} a year.`],
    ],
    [
      'no room, where a word hangs',
      lines(72, 700, [long, 'a year in which the', 'Model answers, or a month.', long]),
      [`${long} a year in which the Model answers, or a month.`, long],
    ],
    ['room for the next word', lines(72, 700, [long, 'a year.', long, 'a month.']), [`${long} a year.`, `${long} a month.`]],
    [
      'a label',
      lines(72, 700, [`4.1 ${long}`, 'ninety days.', `4.2 ${long}`, 'a week.']),
      [`[4.1] ${long} ninety days.`, `[4.2] ${long} a week.`],
    ],
    [
      'no label within a sentence',
      lines(72, 700, [`${long} clause`, '4.1 of this Agreement says.']),
      [`${long} clause 4.1 of this Agreement says.`],
    ],
    [
      'no figure within a sentence',
      lines(72, 700, [`${long} the hours between 22.00 and`, '01.00 London time, and no more than that.']),
      [`${long} the hours between 22.00 and 01.00 London time, and no more than that.`],
    ],
    [
      'no limb of a list that runs on',
      lines(72, 700, [`${long} (i) a year; and further,`, '(ii) a month.']),
      [`${long} (i) a year; and further, (ii) a month.`],
    ],
    ['another size', line(72, 700, 'Logs', 16) + line(72, 680, long), ['Logs', long]],
    [
      'a hanging number',
      line(72, 700, '(a)') + lines(100, 700, [long, 'a year;']) + line(72, 674, '(b)') + line(100, 674, 'no more.'),
      [`[(a)] ${long} a year;`, '[(b)] no more.'],
    ],
  ])('%s', async (_, content, paragraphs) => {
    expect((await read([content])).shown).toEqual(paragraphs)
  })
})

describe('running lines', () => {
  const body = (words: string) =>
    lines(72, 700, [
      words,
      ...Array.from({ length: 40 }, () => 'and the Provider shall keep the logs of all of the requests and the responses'),
    ])
  const page = (number: number) =>
    line(72, 800, 'Model Licence') +
    body(`page ${number} starts with the words that the page before it did not come to say`) +
    line(280, 40, `- ${number} -`)

  it('leave a sentence that goes over the page whole', async () => {
    const manuscript = await read([page(1), page(2), page(3)])
    expect(manuscript.shown).toHaveLength(1)
    expect(manuscript.blocks[0]?.pageBreaks?.map(({ at, page }) => [manuscript.text.slice(at, at + 6), page])).toEqual([
      ['page 2', 2],
      ['page 3', 3],
    ])
    const headers = manuscript.blocks.filter(({ kind }) => kind === 'header')
    expect(headers.map(({ span }) => manuscript.text.slice(span.start, span.end))).toEqual(['Model Licence', '- 1 -'])
  })

  it('are not taken from a single page', async () => {
    expect((await read([line(72, 800, 'Model Licence') + line(72, 500, 'The parties agree.')])).shown).toEqual([
      'Model Licence',
      'The parties agree.',
    ])
  })
})

it('titles that stand at the head of parts, pages apart, are no running heads', async () => {
  const plain = line(72, 600, 'The Provider keeps the logs.')
  const title = line(72, 800, 'Cloud Terms', 16) + plain
  const { shown } = await read([title, plain, plain, title, plain, plain, plain, title, plain])
  expect(shown.filter(words => words === 'Cloud Terms')).toHaveLength(3)
})

it.each([
  ['LIMITATION OF LIABILITY.', 'heading'],
  ['EXCEPT AS STATED IN THIS CONTRACT, THE SERVICE IS FURNISHED AS IT STANDS.', 'paragraph'],
])('%s is a %s', async (words, kind) => {
  const { blocks } = await read([line(72, 700, words) + line(72, 660, 'The Provider keeps the logs.')])
  expect(blocks[0]?.kind).toBe(kind)
})

describe('pages that are turned', () => {
  const words = lines(72, 500, ['The Provider shall keep the logs of all of the', 'requests and responses.'])

  it.each([0, 90, 180, 270] as const)('by %d degrees in the page', async rotate => {
    expect((await read([{ content: words, rotate }])).shown).toEqual([
      'The Provider shall keep the logs of all of the requests and responses.',
    ])
  })

  it.each([
    ['up', '0 1 -1 0 500 72'],
    ['down', '0 -1 1 0 72 700'],
    ['over', '-1 0 0 -1 500 700'],
  ])('by writing %s the page', async (_, matrix) => {
    const turned = `q ${matrix} cm ${lines(0, 0, ['The Provider shall keep the logs of all of the', 'requests and responses.'])} Q`
    expect((await read([turned])).shown).toEqual(['The Provider shall keep the logs of all of the requests and responses.'])
  })

  it('a slanting watermark stays out of the sentences', async () => {
    const mark = 'BT /F2 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm (DRAFT) Tj ET\n'
    const manuscript = await read([words + mark, mark + lines(72, 480, ['Nothing else is agreed.'])])
    expect(manuscript.shown).toHaveLength(2)
    expect(manuscript.blocks.filter(({ kind }) => kind === 'header')).toHaveLength(1)
  })
})

it('names pages as the file does', async () => {
  const catalogue = '/PageLabels << /Nums [0 << /S /r >> 2 << /S /D /P (B-) >>] >>'
  const page = line(72, 700, 'The parties agree upon this and nothing else.')
  const { pages } = await read([page, page, page], { catalogue })
  expect(pages.map(({ label }) => label)).toEqual(['i', 'ii', 'B-1'])
})

const run = (text: string, x: number, y: number, order: number): Run => ({
  text,
  x,
  y,
  width: text.length * 5,
  size: 10,
  font: 'F',
  bold: false,
  order,
})

it('puts runs of a baseline together: words drawn apart, raised figures, wide gaps', () => {
  const runs = [
    run('The', 72, 100, 0),
    run('Provider', 90, 100, 1),
    { ...run('2', 131, 96.5, 2), size: 6 },
    run('Customer', 300, 100, 3),
    run('shall', 72, 113, 4),
  ]
  const found = linesOf(segmentsOf(runs), 1).map(({ segments }) => segments.map(segment => segment.strand.text))
  expect(found).toEqual([['The Provider²', 'Customer'], ['shall']])
})

it('keeps hidden stretches exact through joining and cutting', () => {
  const piece = fc.record({
    text: fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('a', 'b', ' ', '-') }),
    hide: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.nat(40), (pieces, at) => {
      const whole = pieces
        .map(({ text, hide }) => strand(hide ? text.toUpperCase() : text, hide ? 'tiny' : undefined))
        .reduce((a, b) => join(a, b, ''))
      const part = cut(whole, Math.min(at, whole.text.length))
      for (const { start, end } of part.hidden) expect(part.text.slice(start, end)).toMatch(/^[A-Za-z -]+$/)
      const seen = [...part.text].filter((_, index) => !part.hidden.some(({ start, end }) => index >= start && index < end))
      expect(seen.join('')).not.toMatch(/[AB]/)
    }),
    { seed: 1, numRuns: 200 },
  )
})
