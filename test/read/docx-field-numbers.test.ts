// Numbers that fields bring: LISTNUM and AUTONUM in all their forms, worked out since the file does not hold them.
import { describe, expect, it } from 'vitest'
import { labelsOf, p, r, readBody, wordsOf } from './docx-builder.ts'

const field = (instruction: string, result = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>` +
  `${result === '' ? '' : `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const clause = (instruction: string, words: string, properties = ''): string => p(`${field(instruction)}${r(` ${words}`)}`, properties)
const level = (at: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering =
  `<w:abstractNum w:abstractNumId="0"><w:name w:val="Clauses"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1(%2)')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
const heading = (at: number): string => `<w:outlineLvl w:val="${at}"/>`

const cases: [name: string, body: string, words: string[]][] = [
  ['AUTONUM counts paragraphs', clause('AUTONUM', 'Terms') + clause('AUTONUM', 'Fees'), ['1. Terms', '2. Fees']],
  ['without the full stop', clause('AUTONUM \\e', 'Terms'), ['1 Terms']],
  [
    'AUTONUMLGL follows the levels of headings',
    clause('AUTONUMLGL', 'Terms', heading(0)) + clause('AUTONUMLGL', 'Scope', heading(1)) + clause('AUTONUMLGL', 'Fees', heading(0)),
    ['1. Terms', '1.1. Scope', '2. Fees'],
  ],
  [
    'AUTONUMOUT numbers an outline',
    clause('AUTONUMOUT', 'One', heading(0)) + clause('AUTONUMOUT', 'Two', heading(1)),
    ['I. One', 'A. Two'],
  ],
  ['LISTNUM counts on from paragraph to paragraph', clause('LISTNUM', 'logs') + clause('LISTNUM', 'keys'), ['1) logs', '2) keys']],
  [
    'LISTNUM takes its level and start from switches',
    clause('LISTNUM NumberDefault \\l 5', 'logs') +
      clause('LISTNUM NumberDefault \\l 5 \\s 7', 'keys') +
      clause('LISTNUM \\l 6', 'weights'),
    ['(a) logs', '(g) keys', '(i) weights'],
  ],
  [
    'LISTNUM within a sentence',
    p(`${r('The Provider shall ')}${field('LISTNUM \\l 5')}${r(' keep logs, and ')}${field('LISTNUM \\l 5')}${r(' keep keys.')}`),
    ['The Provider shall (a) keep logs, and (b) keep keys.'],
  ],
  ['LegalDefault', clause('LISTNUM LegalDefault \\l 1', 'a') + clause('LISTNUM LegalDefault \\l 2', 'b'), ['1. a', '1.1. b']],
  ['a result that the file has is shown', p(`${field('LISTNUM', '(z)')}${r(' logs')}`), ['(z) logs']],
]

it.each(cases)('%s', (_, body, words) => {
  expect(wordsOf(readBody(body))).toEqual(words)
})

describe('beside the numbers of a list', () => {
  it('a named list counts its paragraphs and its fields together', () => {
    const body = p('Terms', item) + p(`${r('Keys ')}${field('LISTNUM Clauses \\l 2')}${r(' logs')}`, item) + p('Fees', item)
    const read = readBody(body, { numbering })
    expect(labelsOf(read)).toEqual(['1.', '2.', '3.'])
    expect(wordsOf(read)[1]).toBe('Keys 2(a) logs')
  })

  it('starts anew in each numbered paragraph, a level below it', () => {
    const two = `${field('LISTNUM')}${r(' logs ')}${field('LISTNUM')}${r(' keys')}`
    expect(wordsOf(readBody(p(two, item) + p(two, item), { numbering }))).toEqual(['a) logs b) keys', 'a) logs b) keys'])
  })
})

it('is said in a note', () => {
  expect(readBody(clause('AUTONUM', 'Terms')).notes).toMatchObject([{ code: 'read-by-other-means', unread: false }])
  expect(readBody(p('Terms')).notes).toEqual([])
})
