// Numbers at the start of a line, and words broken at its end.
import { describe, expect, it } from 'vitest'
import { seam, vocabularyOf } from '../../src/read/pdf/hyphens.ts'
import { isLabel, labelAtStart, shownLabel } from '../../src/read/pdf/labels.ts'

describe('labels that stand apart', () => {
  it.each([
    '4',
    '4.',
    '4.1',
    '4.1.2',
    '4)',
    '1.01(a)(iii)',
    '(a)',
    '(iv)',
    '(12)',
    '(AA)',
    'a.',
    'iv)',
    'A.',
    'REQ-12',
    'B.2',
    '§ 4',
    '§4.1',
    'Article 3',
    'Schedule 2:',
    'Annex B',
    'SECTION IV.',
    '•',
    '–',
    '\uF0B7',
  ])('%s', words => expect(isLabel(words)).toBe(true))

  it.each(['Provider', 'Article', '48 hours', '(the', '(as amended)', '2025-01', '99.9%', '☒', 'A', 'and', '€4.', 'Annex Bis'])(
    'not %s',
    words => expect(isLabel(words)).toBe(false),
  )
})

describe('labels with a mere space after them', () => {
  it.each([
    ['4.1 The Provider shall', '4.1'],
    ['(a) keep the logs', '(a)'],
    ['iv. keep the logs', 'iv.'],
    ['REQ-12 The Provider', 'REQ-12'],
    ['• keep the logs', '•'],
    ['1.01(a)(iii) keep', '1.01(a)(iii)'],
  ])('%s', (text, label) => {
    const found = labelAtStart(text)
    expect(found?.label).toBe(label)
    expect(text.slice(0, found?.rest).trim()).toBe(label)
  })

  it.each([
    '30 days after notice',
    '4.5 hours at most',
    '99.9 % of the month',
    'a reasonable time',
    'Section 4 applies',
    '- or so',
    'o the',
  ])('none in %s', text => expect(labelAtStart(text)).toBeUndefined())
})

it('shows signs of symbol fonts as a bullet', () => {
  expect(shownLabel('\uF0B7')).toBe('•')
  expect(shownLabel('(a)')).toBe('(a)')
})

describe('the end of a line', () => {
  const plain = [
    'The non-exclusive interpretation of a third-party report, without a re-',
    'view, stands; the third party and the public-',
    'ation stand.',
  ]
  const vocabulary = vocabularyOf([
    ...plain,
    'A review and a publication are made by an inter-',
    'nal body. The body is internal, the party self-governed.',
  ])
  const mend = (first: string, second: string) => {
    const { between, drop } = seam(first, second, vocabulary)
    return first.slice(0, first.length - drop) + between + second
  }

  it.each([
    ['the Provider', 'shall', 'the Provider shall'],
    ['an inter-', 'pretation of', 'an interpretation of'],
    ['a non-', 'exclusive right', 'a non-exclusive right'],
    ['a third-', 'party report', 'a third-party report'],
    ['a self-', 'assessment', 'a self-assessment'],
    ['ISO-', '27001', 'ISO-27001'],
    ['the 24-', 'hour clock', 'the 24-hour clock'],
    ['Anglo-', 'Dutch', 'Anglo-Dutch'],
    ['inter\u00AD', 'vention', 'intervention'],
    ['the Model –', 'its weights', 'the Model – its weights'],
    ['weights -', 'all of them', 'weights - all of them'],
    ['and/', 'or', 'and/or'],
  ])('%s / %s', (first, second, whole) => expect(mend(first, second)).toBe(whole))

  it('keeps all hyphens of a document that breaks no words', () => {
    const unbroken = vocabularyOf(Array.from({ length: 40 }, () => 'The Provider keeps the logs for the Customer'))
    expect(seam('the letter-', 'writing module', unbroken)).toEqual({ between: '', drop: 0 })
  })
})
