// The figure of a promise against the limit asked: which figure counts, in which direction, and what its absence means.
import { describe, expect, test } from 'vitest'
import { stances, weighed } from './weighing.ts'

describe('a deadline of 48 hours', () => {
  test.each([
    ['within 48 hours', 'promise'],
    ['within two days', 'promise'],
    ['within 24 hours', 'promise'],
    ['within 72 hours', 'promise value'],
    ['within 2 business days', 'promise value'],
    ['no earlier than 48 hours later', 'promise value'],
    ['promptly', 'promise value'],
    ['immediately', 'promise'],
    ['promptly, and at the latest within 48 hours', 'promise'],
    ['within [X] hours', 'promise blank'],
    ['within forty-eight (72) hours', 'promise inconsistent'],
    ['within 48 hours, and shall report within 30 days', 'promise'],
    ['within 40 per cent', 'promise value'],
  ])('%s: %s', (words, wanted) => expect(stances(`Provider shall notify Customer of any incident ${words}.`, 'notify')).toEqual([wanted]))
})

describe('a retention of 90 days', () => {
  test.each([
    ['for 90 days', 'promise'],
    ['for at least 90 days', 'promise'],
    ['for three months', 'promise'],
    ['for a year', 'promise'],
    ['for up to 90 days', 'promise value'],
    ['for 30 days', 'promise value'],
    ['for ____ days', 'promise blank'],
    ['', 'promise value'],
  ])('%s: %s', (words, wanted) => expect(stances(`Provider shall keep the journal ${words}.`, 'keep')).toEqual([wanted]))
})

test('the fault says what was asked and what was found', () => {
  const faults = weighed('Provider shall keep the journal for 30 days.', 'keep').flatMap(w => w.faults)
  expect(faults).toMatchObject([{ code: 'value', facts: { wanted: '90 days', found: '30 days' } }])
})

test('a longer period never falls short where a shorter one holds', () => {
  const holds = (days: number) => stances(`Provider shall keep the journal for ${days} days.`, 'keep')[0] === 'promise'
  const days = [1, 30, 60, 89, 90, 91, 120, 365, 1000]
  expect(days.map(holds)).toEqual(days.map(d => d >= 90))
})
