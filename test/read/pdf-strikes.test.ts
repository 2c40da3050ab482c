// Words with a line through them in a PDF: out of the text, recorded with their place; other rules strike nothing.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { readManuscript } from '../../src/read/read.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'

async function read(content: string) {
  const { text, blocks } = await readPdf(buildPdf({ pages: [{ content }] }), 'a.pdf', { sha256: '' })
  const struck = blocks.flatMap(({ revisions = [] }) => revisions)
  return { lines: text.trimEnd().split('\n'), struck: struck.map(({ words }) => words), revisions: struck, text }
}

const rule = (x0: number, x1: number, y: number): string => `0.6 w ${x0} ${y} m ${x1} ${y} l S\n`
// Helvetica, 11 points: "within " ends at 104, "72 hours" runs from 104 to 147.
const drawn = line(72, 700, 'within ') + line(104, 700, '72 hours') + line(147, 700, ' 48 hours of it')
const rest = lines(72, 660, ['The Provider shall keep the logs.'])

describe('struck out', () => {
  it('are words that were drawn by themselves', async () => {
    const { lines: found, struck, revisions, text } = await read(drawn + rule(104, 147, 703) + rest)
    expect(found[0]).toBe('within 48 hours of it')
    expect(struck).toEqual(['72 hours'])
    expect(revisions[0]).toMatchObject({ kind: 'deleted', struck: true, span: { start: 7, end: 7 } })
    expect(text.slice(7)).toMatch(/^48 hours/)
  })

  it('are words in the middle of what was drawn at once', async () => {
    const { lines: found, struck } = await read(line(72, 700, 'within 72 hours 48 hours of it') + rule(104, 147, 703.5) + rest)
    expect([found[0], struck]).toEqual(['within 48 hours of it', ['72 hours']])
  })

  it('are words under a thin filled box, as Word draws it', async () => {
    expect((await read(`${drawn}104 702.7 43 0.6 re f\n${rest}`)).struck).toEqual(['72 hours'])
  })

  it('is a whole paragraph, recorded with the next one', async () => {
    const { lines: found, struck } = await read(line(72, 700, 'Nothing is kept.') + rule(72, 152, 703) + rest)
    expect([found, struck]).toEqual([['The Provider shall keep the logs.'], ['Nothing is kept.']])
  })

  it('is the last of the page, recorded with the one before', async () => {
    const { lines: found, struck } = await read(rest + line(72, 600, 'Nothing is kept.') + rule(72, 152, 603))
    expect([found, struck]).toEqual([['The Provider shall keep the logs.'], ['Nothing is kept.']])
  })
})

describe('not struck out', () => {
  it.each([
    ['underlined words', drawn + rule(104, 147, 698.6)],
    ['words over a line to sign on', drawn + rule(72, 300, 697)],
    ['words between the rules of a table', drawn + rule(60, 500, 714) + rule(60, 500, 692)],
    ['words at the end of a rule across the page', drawn + rule(60, 500, 703)],
    ['words on a bar', `0.8 g 104 698 43 10 re f 0 g\n${drawn}`],
    ['words with an upright rule beside them', `${drawn}0.6 w 104 690 m 104 712 l S\n`],
  ])('%s', async (_, content) => {
    const { lines: found, struck } = await read(content + rest)
    expect([found.join(' '), struck]).toEqual(['within 72 hours 48 hours of it The Provider shall keep the logs.', []])
  })
})

it('is said in a note with its place', async () => {
  const bytes = buildPdf({ pages: [{ content: drawn + rule(104, 147, 703) + rest }] })
  const { notes } = await readManuscript({ name: 'a.pdf', bytes })
  expect(notes).toMatchObject([{ code: 'struck-out', unread: false, span: { start: 7, end: 7 } }])
  expect(notes[0]?.message).toContain('“72 hours”')
})
