// Figures held against limits, parameters read, figures said for a report.
import { describe, expect, it, test } from 'vitest'
import { compareQuantity, describeQuantity, findFrequencies, findQuantities, parseQuantity } from '../../src/language/quantities.ts'
import { tokenise } from '../../src/language/tokens.ts'

describe('compareQuantity', () => {
  const within48 = { amount: 48, unit: 'hour', bound: 'at-most' } as const
  const for90 = { amount: 2160, unit: 'hour', bound: 'at-least' } as const
  const above85 = { amount: 85, unit: 'percent', bound: 'at-least' } as const
  const yearly = { amount: 8760, unit: 'hour', bound: 'at-most' } as const
  test.each([
    ['within 48 hours', within48, 'meets'],
    ['within 2 days', within48, 'meets'],
    ['within 2,880 minutes', within48, 'meets'],
    ['within 72 hours', within48, 'falls-short'],
    ['within 2 business days', within48, 'falls-short'],
    ['within 1 business day', within48, 'falls-short'],
    ['within 48 business hours', within48, 'falls-short'],
    ['within 4 business hours', within48, 'falls-short'],
    ['within between 24 and 72 hours', within48, 'falls-short'],
    ['no earlier than 24 hours', within48, 'falls-short'],
    ['within forty-eight (72) hours', within48, 'inconsistent'],
    ['within twenty-four (36) hours', within48, 'meets'],
    ['within seventy-two (96) hours', within48, 'falls-short'],
    ['within [X] hours', within48, 'blank'],
    ['within 4B hours', within48, 'blank'],
    ['95 %', within48, 'incomparable'],
    ['for 90 days', for90, 'meets'],
    ['for 3 months', for90, 'meets'],
    ['for one quarter', for90, 'meets'],
    ['for 13 weeks', for90, 'meets'],
    ['for 12 weeks', for90, 'falls-short'],
    ['for 90 business days', for90, 'meets'],
    ['for up to 90 days', for90, 'falls-short'],
    ['deleted after 90 days', for90, 'falls-short'],
    ['minimum 60, target 90 days', for90, 'falls-short'],
    ['thirty (90) days', for90, 'inconsistent'],
    ['20 hours per month', for90, 'incomparable'],
    ['at least 0.95 accuracy', above85, 'meets'],
    ['degradation below 5 %', above85, 'meets'],
    ['degradation below 20 %', above85, 'falls-short'],
    ['up to 95 %', above85, 'falls-short'],
    ['for 12 months', { ...yearly, bound: 'at-least' as const }, 'meets'],
  ] as const)('%s', (text, wanted, expected) => {
    const [found] = findQuantities(tokenise(text))
    expect(found && compareQuantity(found, wanted)).toBe(expected)
  })

  test.each([
    ['every 12 months', 'meets'],
    ['twice a year', 'meets'],
    ['every 18 months', 'falls-short'],
    ['no more than once a year', 'falls-short'],
  ])('%s against yearly', (text, expected) => {
    const [found] = findFrequencies(tokenise(text))
    expect(found && compareQuantity(found, yearly)).toBe(expected)
  })
})

describe('parseQuantity and describeQuantity', () => {
  test.each([
    ['24 hours', '24 hours'],
    ['48 hours', '48 hours'],
    ['1 hour', '1 hour'],
    ['90 minutes', '1.5 hours'],
    ['15 minutes', '15 minutes'],
    ['90 days', '90 days'],
    ['2160 hours', '90 days'],
    ['180 days', '180 days'],
    ['2 business days', '2 business days'],
    ['1 business day', '1 business day'],
    ['4 business hours', '4 business hours'],
    ['12 months', '12 months'],
    ['18 months', '18 months'],
    ['4380 hours', '182.5 days'],
    ['2 years', '2 years'],
    ['85%', '85 %'],
    ['99.95 %', '99.95 %'],
    ['100 requests per minute', '100 requests per minute'],
    ['1,000,000 tokens per day', '1,000,000 tokens per day'],
    ['[X] hours', undefined],
    ['soon', undefined],
    ['', undefined],
    ['48 hours and 72 hours', undefined],
    ['thirty (90) days', undefined],
    ['48 hours, perhaps', undefined],
  ])('%s', (text, expected) => {
    const quantity = parseQuantity(text)
    expect(quantity && describeQuantity(quantity)).toBe(expected)
  })

  it('says that a figure is blank', () => {
    expect(findQuantities(tokenise('[X] hours')).map(describeQuantity)).toEqual(['a blank'])
  })
})
