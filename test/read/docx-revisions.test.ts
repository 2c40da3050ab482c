// Tracked changes in both views: which words stand in the text, and what is recorded of the others.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../src/domain/manuscript.ts'
import { cell, labelsOf, p, r, readBody, row, wordsOf } from './docx-builder.ts'

const by = (name: string, id = 1): string => `w:id="${id}" w:author="${name}" w:date="2025-03-01T09:00:00Z"`
const ins = (inside: string, author = 'Ann'): string => `<w:ins ${by(author)}>${inside}</w:ins>`
const del = (text: string, author = 'Ben'): string =>
  `<w:del ${by(author)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const mark = (change: string, more = ''): string => `${more}<w:rPr><w:${change} ${by('Cy')}/></w:rPr>`

const views = (body: string, parts = {}): { final: string[]; original: string[] } => ({
  final: wordsOf(readBody(body, parts, { revisions: 'final' })),
  original: wordsOf(readBody(body, parts, { revisions: 'original' })),
})

const cases: [name: string, body: string, final: string[], original: string[]][] = [
  ['an insertion', p(r('within ') + ins(r('48')) + r(' hours')), ['within 48 hours'], ['within  hours']],
  ['a deletion', p(r('within ') + del('48') + r(' hours')), ['within  hours'], ['within 48 hours']],
  ['a replacement', p(r('within ') + del('24') + ins(r('72')) + r(' hours')), ['within 72 hours'], ['within 24 hours']],
  ['inserted by one, deleted by another', p(r('a') + ins(del('b')) + r('c')), ['ac'], ['ac']],
  [
    'a move',
    p(`${r('A')}<w:moveFrom ${by('Ann')}>${r(' moved')}</w:moveFrom>`) + p(`${r('B')}<w:moveTo ${by('Ann')}>${r(' moved')}</w:moveTo>`),
    ['A', 'B moved'],
    ['A moved', 'B'],
  ],
  ['a paragraph deleted as a whole', p('One') + p(del('Two'), mark('del')) + p('Three'), ['One', 'Three'], ['One', 'Two', 'Three']],
  [
    'a deleted paragraph mark',
    p('First part', mark('del')) + p(' second part'),
    ['First part second part'],
    ['First part', ' second part'],
  ],
  [
    'an inserted paragraph mark',
    p('First part', mark('ins')) + p(' second part'),
    ['First part', ' second part'],
    ['First part second part'],
  ],
  [
    'a deleted mark before a table',
    `${p('Last', mark('del'))}<w:tbl>${row([cell('a'), cell('b')])}</w:tbl>`,
    ['Last', 'a | b'],
    ['Last', 'a | b'],
  ],
  [
    'a deleted row',
    `<w:tbl>${row([cell('a'), cell('b')])}${row([cell('c'), cell('d')], `<w:del ${by('Ben')}/>`)}</w:tbl>`,
    ['a | b'],
    ['a | b', 'c | d'],
  ],
  [
    'an inserted row',
    `<w:tbl>${row([cell('a'), cell('b')])}${row([cell('c'), cell('d')], `<w:ins ${by('Ben')}/>`)}</w:tbl>`,
    ['a | b', 'c | d'],
    ['a | b'],
  ],
  ['a deleted cell', `<w:tbl>${row([cell('a'), cell('b', `<w:cellDel ${by('Ben')}/>`), cell('c')])}</w:tbl>`, ['a |  | c'], ['a | b | c']],
  [
    'a deletion in a hyperlink in a content control',
    p(`<w:sdt><w:sdtContent><w:hyperlink>${r('x')}${del('y')}</w:hyperlink></w:sdtContent></w:sdt>`),
    ['x'],
    ['xy'],
  ],
]

describe('the two views', () => {
  it.each(cases)('%s', (_, body, final, original) => {
    expect(views(body)).toEqual({ final, original })
  })

  it('numbers skip what is not in the view', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body = p('a', item) + p(del('b'), mark('del', item)) + p('c', item)
    expect(labelsOf(readBody(body, { numbering }))).toEqual(['1.', '2.'])
    expect(labelsOf(readBody(body, { numbering }, { revisions: 'original' }))).toEqual(['1.', '2.', '3.'])
  })

  it('properties from before a change hold in the original', () => {
    const changed = `<w:outlineLvl w:val="0"/><w:pPrChange ${by('Ann')}><w:pPr/></w:pPrChange>`
    const hidden = `<w:vanish/><w:rPrChange ${by('Ann')}><w:rPr/></w:rPrChange>`
    const read = (revisions: 'final' | 'original') => readBody(p(r('Term', hidden), changed), {}, { revisions }).blocks[0]
    expect(read('final')).toMatchObject({ kind: 'heading', hidden: [{ how: 'hidden-run' }] })
    expect(read('original')).toMatchObject({ kind: 'paragraph' })
    expect(read('original')?.hidden).toBeUndefined()
  })
})

describe('the record', () => {
  const revisions = (body: string, view: 'final' | 'original' = 'final'): Revision[] =>
    readBody(body, {}, { revisions: view }).blocks.flatMap(block => block.revisions ?? [])

  it('says who, when, what and where', () => {
    expect(revisions(p(r('within ') + del('48') + ins(r('72')) + r(' hours')))).toEqual([
      { kind: 'deleted', author: 'Ben', date: '2025-03-01T09:00:00Z', span: { start: 7, end: 7 }, words: '48' },
      { kind: 'inserted', author: 'Ann', date: '2025-03-01T09:00:00Z', span: { start: 7, end: 9 }, words: '72' },
    ])
  })

  it('turns round in the original', () => {
    expect(revisions(p(r('within ') + del('48') + ins(r('72'))), 'original')).toMatchObject([
      { kind: 'deleted', span: { start: 7, end: 9 }, words: '48' },
      { kind: 'inserted', span: { start: 9, end: 9 }, words: '72' },
    ])
  })

  it('joins the runs of one change', () => {
    expect(revisions(p(ins(r('for') + r('ty', '<w:b/>')) + ins(r('-eight'))))).toMatchObject([
      { words: 'forty-eight', span: { start: 0, end: 11 } },
    ])
  })

  it('keeps a paragraph or row that is gone with the block that follows, or with the last', () => {
    expect(revisions(p(del('Gone'), mark('del')) + p('Next'))).toMatchObject([{ words: 'Gone', span: { start: 0, end: 0 } }])
    expect(revisions(p('Last') + p(del('Gone')))).toMatchObject([{ words: 'Gone', span: { start: 4, end: 4 } }])
    const table = `<w:tbl>${row([cell('c'), cell('d')], `<w:del ${by('Ben')}/>`)}${row([cell('a'), cell('b')])}</w:tbl>`
    expect(revisions(table).map(one => one.words)).toEqual(['cd'])
  })

  it('says what was moved, and what stands on neither side', () => {
    const moved = p(`${r('A')}<w:moveFrom ${by('Ann')}>${r(' moved')}</w:moveFrom>`) + p(`<w:moveTo ${by('Ann')}>${r('moved')}</w:moveTo>`)
    expect(revisions(moved).map(one => [one.kind, one.moved])).toEqual([
      ['deleted', true],
      ['inserted', true],
    ])
    const both = p(r('a') + ins(del('b')) + del('c') + r('d'))
    expect(revisions(both).map(one => [one.words, one.withdrawn])).toEqual([
      ['b', true],
      ['c', undefined],
    ])
    expect(revisions(both, 'original').map(one => [one.kind, one.words, one.withdrawn])).toEqual([
      ['inserted', 'b', true],
      ['deleted', 'c', undefined],
    ])
  })

  it('keeps the words of several paragraphs that are gone apart', () => {
    expect(revisions(p(del('One.'), mark('del')) + p(del('Two.'), mark('del')) + p('Next')).map(one => one.words)).toEqual(['One. Two.'])
  })

  it('is named in a note with the view', () => {
    const notes = readBody(p(r('a') + del('b') + ins(r('c')))).notes
    expect(notes).toMatchObject([{ code: 'tracked-changes', unread: false }])
    expect(notes[0]?.message).toContain('Ann, Ben')
    expect(readBody(p('a')).notes).toEqual([])
  })

  it('is complete: words inserted are slices of the text, words deleted are not lost', () => {
    const word = fc.stringMatching(/^[a-z]{1,6} $/)
    const run = fc.tuple(fc.constantFrom('plain', 'ins', 'del'), word)
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 12 }), runs => {
        const body =
          p(runs.map(([kind, text]) => (kind === 'ins' ? ins(r(text)) : kind === 'del' ? del(text) : r(text))).join('')) + p('end')
        const words = (kinds: string[]): string =>
          runs
            .filter(([kind]) => kinds.includes(kind))
            .map(([, text]) => text)
            .join('')
        const read = readBody(body)
        const found = read.blocks.flatMap(block => block.revisions ?? [])
        expect(read.text.slice(0, -4).replace(/\n$/, '')).toBe(words(['plain', 'ins']))
        for (const one of found.filter(one => one.kind === 'inserted'))
          expect(read.text.slice(one.span.start, one.span.end)).toBe(one.words)
        expect(
          found
            .filter(one => one.kind === 'deleted')
            .map(one => one.words)
            .join(''),
        ).toBe(words(['del']))
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})
