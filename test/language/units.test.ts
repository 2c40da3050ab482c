// Units of time, business days and counts, as tables.
import { describe, expect, test } from 'vitest'
import { read } from './figures.ts'

describe('units and ways to write them', () => {
  test.each([
    ['within 48h', '<= 48h'],
    ['within 48 hrs', '<= 48h'],
    ['within 1 hr', '<= 1h'],
    ['5 min', '= 0.083333333h'],
    ['thirty minutes', '= 0.5h'],
    ['90 seconds', '= 0.025h'],
    ['200 milliseconds', '= 0.000055556h'],
    ['30d', '= 720h'],
    ['two days', '= 48h'],
    ['90 calendar days', '= 2160h'],
    ['ninety (90) consecutive calendar days', '= 2160h'],
    ['2 wks', '= 336h'],
    ['12 weeks', '= 2016h'],
    ['within a fortnight', '<= 336h'],
    ['3 months', '= 2160h'],
    ['6 mths', '= 4320h'],
    ['12 months', '= 8760h'],
    ['a 12-month term', '= 8760h'],
    ['eighteen months', '= 13080h'],
    ['one quarter', '= 2160h'],
    ['two yrs', '= 17520h'],
    ['2,160 hours', '= 2160h'],
    ['2.160 hours', '= 2160h'],
    ['2 160 hours', '= 2160h'],
    ['1,5 hours', '= 1.5h'],
    ['1½ years', '= 13080h'],
    ['1 1/2 years', '= 13080h'],
    ['one and a half years', '= 13080h'],
    ['a year and a half', '= 13080h'],
    ['half a year', '= 4320h'],
    ['one half-year', '= 4320h'],
    ['half an hour', '= 0.5h'],
    ['three quarters of an hour', '= 0.75h'],
    ['a dozen days', '= 288h'],
    ["on 5 days' notice", '= 120h'],
    ["on one day's notice", '= 24h'],
    ['forty-eight-hour notice', '= 48h'],
    ['four\u200Beight hours', ''],
    ['within 4\u200B8 hours', '<= 48h'],
    ['within ４８ hours', '<= 48h'],
    ['within\u00A048\u00A0hours', '<= 48h'],
    ['within forty\u2010eight hours', '<= 48h'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('business days', () => {
  test.each([
    ['within two (2) business days', '<= 48h business'],
    ['within 2 Banking Days', '<= 48h business'],
    ['48 business hours', '= 48h business'],
    ['three Working Days', '= 72h business'],
    ['5 trading days', '= 120h business'],
    ['within 5 days (excluding weekends)', '<= 120h business'],
    ['within 5 days, not counting Sundays and public holidays', '<= 120h business'],
    ['no later than the next business day', '<= 24h business'],
    ['by the fifth business day', '<= 120h business'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('counts', () => {
  test.each([
    ['100 requests per minute', '= 100# requests per 0.0167'],
    ['one million tokens per day', '= 1000000# tokens per 24'],
    ['one million (1,000,000) tokens in any 24-hour period', '= 1000000# tokens per 24'],
    ['no more than 10,000 input and output tokens each day', '<= 10000# tokens per 24'],
    ['15,000 requests per API key per day', '= 15000# requests per 24'],
    ['1,000 questions a day', '= 1000# questions per 24'],
    ['10k tokens per minute', '= 10000# tokens per 0.0167'],
    ['2.5 million tokens per calendar month', '= 2500000# tokens per 720'],
    ['250 RPM', '= 250# requests per 0.0167'],
    ['600 per minute', '= 600# per 0.0167'],
    ['600/min', '= 600# per 0.0167'],
    ['10 000 requests per hour', '= 10000# requests per 1'],
    ['no credential may ever be allowed to place more than 600 calls per minute', '<= 600# calls per 0.0167'],
    ['a dozen concurrent sessions', '= 12# sessions'],
    ['up to 50 concurrent requests', '<= 50# requests'],
    ['[X] requests per minute', '= ?# requests per 0.0167'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})
