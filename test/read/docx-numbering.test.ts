// Automatic numbers as Word shows them: lists, overrides, restarts, legal style, numbers that come with styles.
import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../src/read/number-formats.ts'
import { labelsOf, p, readBody } from './docx-builder.ts'

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, ...inside: string[]): string => `<w:abstractNum w:abstractNumId="${id}">${inside.join('')}</w:abstractNum>`
const list = (id: number, from: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${from}"/>${overrides}</w:num>`
const startAt = (index: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
const legal = [level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3')]

/** "1:0" is list 1, level 0. */
const items = (places: string): string =>
  places
    .split(' ')
    .map(place => {
      const [id, index] = place.split(':')
      return p('x', `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${id}"/></w:numPr>`)
    })
    .join('')

const cases: [name: string, numbering: string, places: string, labels: string][] = [
  ['outline', definition(0, ...legal) + list(1, 0), '1:0 1:1 1:1 1:2 1:0 1:1', '1. 1.1 1.2 1.2.1 2. 2.1'],
  ['a level first used without those above it', definition(0, ...legal) + list(1, 0), '1:1 1:1 1:0 1:1', '1.1 1.2 2. 2.1'],
  ['a level skipped', definition(0, ...legal) + list(1, 0), '1:0 1:2 1:2 1:1 1:2', '1. 1.1.1 1.1.2 1.2 1.2.1'],
  [
    'clauses, letters and Roman numerals',
    definition(0, level(0, 'decimal', '%1'), level(1, 'lowerLetter', '(%2)'), level(2, 'lowerRoman', '(%3)')) + list(1, 0),
    '1:0 1:1 1:2 1:2 1:1 1:0 1:1',
    '1 (a) (i) (ii) (b) 2 (a)',
  ],
  [
    'the built-in article and section list',
    definition(
      0,
      level(0, 'upperRoman', 'Article-%1.'),
      level(1, 'decimalZero', '%1.%2', '<w:isLgl/>'),
      level(2, 'lowerLetter', '%1.%2(%3)', '<w:isLgl w:val="0"/>'),
      level(3, 'lowerRoman', '(%4)'),
    ) + list(1, 0),
    '1:0 1:1 1:2 1:3 1:3 1:3 1:0 1:1',
    'Article-I. 1.01 I.01(a) (i) (ii) (iii) Article-II. 2.01',
  ],
  ['two lists of one definition count on', definition(0, ...legal) + list(1, 0) + list(2, 0), '1:0 1:0 2:0 1:0', '1. 2. 3. 4.'],
  [
    'a start override starts anew once',
    definition(0, ...legal) + list(1, 0) + list(2, 0, startAt(0, 5)),
    '1:0 1:0 2:0 2:0 1:0 2:0',
    '1. 2. 5. 6. 7. 8.',
  ],
  [
    'an override of an inner level',
    definition(0, ...legal) + list(1, 0) + list(2, 0, startAt(0, 1) + startAt(1, 4)),
    '1:0 1:1 2:0 2:1 2:1 2:0 2:1',
    '1. 1.1 1. 1.4 1.5 2. 2.4',
  ],
  [
    'a level replaced',
    definition(0, ...legal) + list(1, 0) + list(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`),
    '1:0 2:0 2:0',
    '1. B) C)',
  ],
  [
    'never restarted',
    definition(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')) + list(1, 0),
    '1:0 1:1 1:1 1:0 1:1',
    '1. 1 2 2. 3',
  ],
  [
    'restarted after the first level only',
    definition(0, legal[0] ?? '', legal[1] ?? '', level(2, 'lowerLetter', '(%3)', '<w:lvlRestart w:val="1"/>')) + list(1, 0),
    '1:0 1:1 1:2 1:2 1:1 1:2 1:0 1:2',
    '1. 1.1 (a) (b) 1.2 (c) 2. (a)',
  ],
  ['bullets', definition(0, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o')) + list(1, 0), '1:0 1:1 1:0', '• • •'],
  ['a blank bullet shows nothing', definition(0, level(0, 'bullet', ' ')) + list(1, 0), '1:0', ''],
  ['a list that does not exist', definition(0, ...legal), '7:0', ''],
  ['list zero is no list', definition(0, ...legal) + list(1, 0), '0:0 1:0', ' 1.'],
  ['a hidden number', definition(0, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')) + list(1, 0), '1:0 1:0', ' '],
  [
    'letters beyond z',
    definition(0, `<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>`) + list(1, 0),
    '1:0 1:0 1:0',
    '(z) (aa) (bb)',
  ],
  [
    'a custom format in alternate content',
    definition(
      0,
      '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>' +
        '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>',
    ) + list(1, 0),
    '1:0 1:0',
    '009 010',
  ],
]

describe('automatic numbers', () => {
  it.each(cases)('%s', (_, numbering, places, labels) => {
    expect(labelsOf(readBody(items(places), { numbering }))).toEqual(labels.split(' '))
  })

  it('stand in the label, not in the text', () => {
    expect(readBody(items('1:0'), { numbering: definition(0, ...legal) + list(1, 0) }).text).toBe('x\n')
  })
})

const style = (id: string, inside: string, basedOn = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${inside}</w:pPr></w:style>`
const styled = (...ids: string[]): string => ids.map(id => p('x', `<w:pStyle w:val="${id}"/>`)).join('')

describe('numbers that come with styles', () => {
  const numbering =
    definition(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="Clause1"/>'), level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Clause2"/>')) +
    list(1, 0)
  const styles =
    style('Clause1', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
    style('Clause2', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
    style('Child', '', 'Clause2') +
    style('Grandchild', '', 'Child') +
    style('Off', '<w:numPr><w:numId w:val="0"/></w:numPr>', 'Clause2')

  it('take the level that names the style', () => {
    expect(labelsOf(readBody(styled('Clause1', 'Clause2', 'Clause2'), { numbering, styles }))).toEqual(['1.', '1.1', '1.2'])
  })

  it('are inherited along basedOn', () => {
    expect(labelsOf(readBody(styled('Clause1', 'Child', 'Grandchild'), { numbering, styles }))).toEqual(['1.', '1.1', '1.2'])
  })

  it('are switched off by list 0', () => {
    expect(labelsOf(readBody(styled('Clause1', 'Off', 'Clause2'), { numbering, styles }))).toEqual(['1.', '', '1.1'])
  })

  it('keep the list of the style where the paragraph states only a level', () => {
    const inner = p('x', '<w:pStyle w:val="Clause1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>')
    expect(labelsOf(readBody(styled('Clause1') + inner, { numbering, styles }))).toEqual(['1.', '1.1'])
  })

  it('follow numStyleLink to the list of a numbering style', () => {
    const linked =
      definition(5, '<w:styleLink w:val="Schedule"/>', level(0, 'upperLetter', 'Part %1')) +
      list(5, 5) +
      definition(6, '<w:numStyleLink w:val="Schedule"/>') +
      list(6, 6)
    const link = `<w:style w:type="numbering" w:styleId="Schedule"><w:name w:val="Schedule"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`
    expect(labelsOf(readBody(items('6:0 6:0'), { numbering: linked, styles: link }))).toEqual(['Part A', 'Part B'])
  })

  it('end at cycles of styles and links', () => {
    const cyclic = style('A', '', 'B') + style('B', '', 'A')
    const link = `<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const linked = definition(0, '<w:numStyleLink w:val="L"/>') + list(1, 0)
    const body = `${styled('A')}${items('1:0')}`
    expect(labelsOf(readBody(body, { styles: cyclic + link, numbering: linked }))).toEqual(['', ''])
  })
})

describe('number formats', () => {
  it.each([
    [4, 'decimal', '4'],
    [4, 'decimalZero', '04'],
    [12, 'decimalZero', '12'],
    [3, 'upperLetter', 'C'],
    [28, 'lowerLetter', 'bb'],
    [1994, 'upperRoman', 'MCMXCIV'],
    [4, 'lowerRoman', 'iv'],
    [1, 'ordinal', '1st'],
    [12, 'ordinal', '12th'],
    [23, 'ordinal', '23rd'],
    [111, 'ordinal', '111th'],
    [21, 'cardinalText', 'Twenty-one'],
    [115, 'cardinalText', 'One hundred fifteen'],
    [1, 'ordinalText', 'First'],
    [20, 'ordinalText', 'Twentieth'],
    [32, 'ordinalText', 'Thirty-second'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', '21'],
    [5, 'numberInDash', '- 5 -'],
    [2, 'chicago', '†'],
    [5, 'chicago', '**'],
    [255, 'hex', 'FF'],
    [0, 'lowerLetter', ''],
    [7, 'none', ''],
    [7, 'someday', '7'],
  ])('%i as %s is %s', (value, format, written) => {
    expect(formatNumber(value, format)).toBe(written)
  })
})
