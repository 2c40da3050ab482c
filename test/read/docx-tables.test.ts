// Tables: rows with their cells, joined cells, headers, tables in tables, boxes of one column.
import { describe, expect, it } from 'vitest'
import { cell, cellsOf, labelsOf, p, r, readBody, row, table, wordsOf } from './docx-builder.ts'

const rows = (inside: string): string => `<w:tbl><w:tblPr/>${inside}</w:tbl>`

describe('rows', () => {
  const read = readBody(
    `${p('Levels')}${table([
      ['Metric', 'Target'],
      ['Uptime', '99.9%'],
    ])}${p('End')}`,
  )

  it('are blocks of their cells', () => {
    expect(wordsOf(read)).toEqual(['Levels', 'Metric | Target', 'Uptime | 99.9%', 'End'])
    expect(read.blocks[2]).toMatchObject({ kind: 'row', table: { id: 0, row: 1 }, place: 'word/document.xml#p4' })
  })

  it('point to each cell', () => {
    expect(cellsOf(read, read.blocks[2])).toEqual(['Uptime', '99.9%'])
  })

  it('keep empty cells in their column', () => {
    const empty = readBody(
      table([
        ['a', '', 'c'],
        ['', '', ''],
        ['', 'e', 'f'],
      ]),
    )
    expect(wordsOf(empty)).toEqual(['a |  | c', ' | e | f'])
    expect(cellsOf(empty, empty.blocks[1])).toEqual(['', 'e', 'f'])
  })

  it('join the paragraphs of a cell, with the numbers of all but the first', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = (text: string): string => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const numbered = readBody(rows(row([cell(item('')), cell(item('Log') + item('Keep'))])), { numbering })
    expect(labelsOf(numbered)).toEqual(['1.'])
    expect(wordsOf(numbered)).toEqual([' | 2. Log 3. Keep'])
  })
})

describe('joined cells', () => {
  it('stand once for each column that they cover', () => {
    const read = readBody(rows(row([cell('a', '<w:gridSpan w:val="2"/>'), cell('b')])))
    expect(wordsOf(read)).toEqual(['a | b'])
    expect(cellsOf(read, read.blocks[0])).toEqual(['a', 'a', 'b'])
  })

  it('stand for each row that they cover, at their one place', () => {
    const read = readBody(
      rows(
        row([cell('Gold', '<w:vMerge w:val="restart"/>'), cell('P1')]) +
          row([cell('', '<w:vMerge/>'), cell('P2')]) +
          row([cell('Silver'), cell('P1')]),
      ),
    )
    expect(wordsOf(read)).toEqual(['Gold | P1', 'P2', 'Silver | P1'])
    expect(read.blocks.map(block => cellsOf(read, block))).toEqual([
      ['Gold', 'P1'],
      ['Gold', 'P2'],
      ['Silver', 'P1'],
    ])
  })

  it('follow the grid past cells joined across', () => {
    const read = readBody(
      rows(
        row([cell('a', '<w:gridSpan w:val="2"/>'), cell('deep', '<w:vMerge w:val="restart"/>')]) +
          row([cell('b'), cell('c'), cell('', '<w:vMerge/>')]),
      ),
    )
    expect(cellsOf(read, read.blocks[1])).toEqual(['b', 'c', 'deep'])
  })

  it('count skipped columns, and the older mark for cells joined across', () => {
    const read = readBody(
      rows(row([cell('a', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('b')], '<w:gridBefore w:val="1"/>')),
    )
    expect(cellsOf(read, read.blocks[0])).toEqual(['', 'a', 'a', 'b'])
  })
})

describe('header rows', () => {
  const headers = (body: string): (boolean | undefined)[] => readBody(body).blocks.map(block => block.table?.header)
  const bold = (text: string): string => cell(p(r(text, '<w:b/>')))

  it.each([
    ['marked as repeated', rows(row([cell('a b c.'), cell('d')], '<w:tblHeader/>') + row([cell('x'), cell('y')])), [true, false]],
    ['in bold', rows(row([bold('Metric'), bold('Target')]) + row([cell('Uptime'), cell('99')])), [true, false]],
    [
      'shaded',
      rows(
        row([cell('Metric', '<w:shd w:fill="CCCCCC"/>'), cell('Target', '<w:shd w:fill="CCCCCC"/>')]) + row([cell('Uptime'), cell('99')]),
      ),
      [true, false],
    ],
    [
      'three titles over figures',
      table([
        ['Tier', 'Response', 'Cover'],
        ['Gold', '1 hour', '24x7'],
      ]),
      [true, false],
    ],
    [
      'names and values',
      table([
        ['Provider', 'Acme'],
        ['Term', '3 years'],
      ]),
      [false, false],
    ],
    ['all bold', rows(row([bold('a'), bold('b')]) + row([bold('c'), bold('d')])), [false, false]],
    [
      'sentences',
      table([
        ['One.', 'Two.', 'Three.'],
        ['4', '5', '6'],
      ]),
      [false, false],
    ],
  ])('%s', (_, body, expected) => {
    expect(headers(body)).toEqual(expected)
  })
})

describe('tables within and around', () => {
  it('a table in a cell follows its row', () => {
    const inner = table([['in1', 'in2']])
    const read = readBody(rows(row([cell(`${p('outer')}${inner}${p('more')}`), cell('right')])))
    expect(wordsOf(read)).toEqual(['outer more | right', 'in1 | in2'])
    expect(read.blocks.map(block => block.table?.id)).toEqual([0, 1])
  })

  it('a table of one column is a box around paragraphs', () => {
    const read = readBody(table([['First.'], ['Second.']]))
    expect(read.blocks.map(block => block.kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('a box keeps the order of its paragraphs and tables, and the count of their numbers', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = (text: string): string => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const inner = rows(row([cell(item('b')), cell('c')]))
    const read = readBody(rows(row([cell(`${item('a')}${inner}${item('d')}`)])), { numbering })
    expect(read.blocks.map((block, index) => `${block.label} ${wordsOf(read)[index]}`)).toEqual(['1. a', '2. b | c', '3. d'])
  })

  it('a heading across the table stays a heading', () => {
    const heading = cell(p('Schedule', '<w:outlineLvl w:val="0"/>'), '<w:gridSpan w:val="2"/>')
    const read = readBody(rows(row([heading]) + row([cell('a'), cell('b')])))
    expect(read.blocks.map(block => block.kind)).toEqual(['heading', 'row'])
  })

  it('rows and cells in content controls are read', () => {
    const control = (inside: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`
    expect(wordsOf(readBody(rows(control(row([control(cell('a')), cell('b')])))))).toEqual(['a | b'])
  })

  it('tables in headers are no rows of the contract', () => {
    const more = { 'h.xml': { type: 'header', xml: `<w:hdr SCOPE>${table([['Acme', 'Draft 3']])}</w:hdr>`, id: 'h' } }
    const read = readBody(`${p('x')}<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>`, { more })
    expect(read.blocks[1]).toMatchObject({ kind: 'header' })
    expect(wordsOf(read)[1]).toBe('Acme | Draft 3')
  })
})
