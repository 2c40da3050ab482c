// What quantities.ts reads out of a sentence, as tables: the sentence, and the figure in one line.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Quantity } from '../../src/domain/quantity.ts'
import { compareQuantity, describeQuantity, findFrequencies, findQuantities, parseQuantity } from '../../src/language/quantities.ts'
import { tokenise } from '../../src/language/tokens.ts'

const sign = { 'at-most': '<=', 'at-least': '>=', exactly: '=' } as const
const unitSign = { hour: 'h', percent: '%', count: '#' } as const

/** "<= 48h", ">= 60..90%", "= ?h" for a blank, "business", "words 30" where words differ, "per 24". */
function line(q: Quantity): string {
  const amount = q.blank ? '?' : q.low === undefined ? `${q.amount}` : `${q.low}..${q.amount}`
  const more = [
    q.noun,
    q.business && 'business',
    q.contradicts !== undefined && `words ${q.contradicts}`,
    q.per !== undefined && `per ${Math.round(q.per * 1e4) / 1e4}`,
  ]
  return [`${sign[q.bound]} ${amount}${unitSign[q.unit]}`, ...more.filter(Boolean)].join(' ')
}

const read = (text: string) => findQuantities(tokenise(text)).map(line).join('; ')
const recurs = (text: string) => findFrequencies(tokenise(text)).map(line).join('; ')

describe('words and figures', () => {
  test.each([
    ['within forty-eight (48) hours of becoming aware', '<= 48h'],
    ['within 6 (six) hours', '<= 6h'],
    ['for two (2) years', '= 17520h'],
    ['retained for 180 (one hundred and eighty) days', '= 4320h'],
    ['one hundred twenty (120) days', '= 2880h'],
    ['three hundred and sixty-five (365) days', '= 8760h'],
    ['within ninety [90] days', '<= 2160h'],
    ['forty-eight hours (48 hours)', '= 48h'],
    ['thirty days (30)', '= 720h'],
    ['48 hours (2 days)', '= 48h'],
    ['ninety per cent (90%)', '= 90%'],
    ['a ninety (90)-day period', '= 2160h'],
    ['one (1) hour and thirty (30) minutes', '= 1.5h'],
    ['two years and six months', '= 21840h'],
    ['1 day 12 hours', '= 36h'],
    ['thirty (90) days', '= 2160h words 720'],
    ['forty-eight (72) hours', '= 72h words 48'],
    ['72 (forty-eight) hours', '= 72h words 48'],
    ['thirty days (90 days)', '= 2160h words 720'],
    ['at least eighty per cent (90%) accuracy', '>= 90% words 80'],
    ['ten thousand (1,000) requests', '= 1000# requests words 10000'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

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

describe('periods without a number', () => {
  test.each([
    ['within a day', '<= 24h'],
    ['for at least a week', '>= 168h'],
    ['no longer than a month', '<= 720h'],
    ['within an hour of discovery', '<= 1h'],
    ['within the hour', '<= 1h'],
    ['by the following day', '<= 24h'],
    ['by the tenth day', '<= 240h'],
    ['no later than the 10th day', '<= 240h'],
    ['no earlier than the thirtieth day', '>= 720h'],
    ['by the tenth day of each month', ''],
    ['on the first day of operation', ''],
    ['promptly and without undue delay', ''],
    ['as soon as practicable', ''],
    ['in a few days', ''],
    ['without undue delay and in any event within 48 hours', '<= 48h'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('bounds', () => {
  test.each([
    ['not later than 72 hours', '<= 72h'],
    ['no later than 72 hours', '<= 72h'],
    ['in no event later than forty-eight hours', '<= 48h'],
    ['48 hours at the latest', '<= 48h'],
    ['at the latest 48 hours after discovery', '<= 48h'],
    ['not exceeding 48 hours', '<= 48h'],
    ['shall not exceed 48 hours', '<= 48h'],
    ['up to 90 days', '<= 2160h'],
    ['at most 90 days', '<= 2160h'],
    ['a maximum of 90 days', '<= 2160h'],
    ['less than 90 days', '<= 2160h'],
    ['in under 24 hours', '<= 24h'],
    ['in thirty days', '<= 720h'],
    ['in the five days following', '<= 120h'],
    ['upon expiry of two days from knowledge', '<= 48h'],
    ['48 hours or less', '<= 48h'],
    ['shall not take longer than 48 hours', '<= 48h'],
    ['latency < 5 minutes', '<= 0.083333333h'],
    ['no less than 90 days', '>= 2160h'],
    ['a period of not less than 90 days', '>= 2160h'],
    ['at least 90 days', '>= 2160h'],
    ['not shorter than three months', '>= 2160h'],
    ['a minimum of 90 days', '>= 2160h'],
    ['minimum retention: 90 days', '>= 2160h'],
    ['retained 90 days (minimum)', '>= 2160h'],
    ['90 days or more', '>= 2160h'],
    ['90 days or longer', '>= 2160h'],
    ['90+ days', '>= 2160h'],
    ['retained >= 90 days', '>= 2160h'],
    ['retained ≥ 90 days', '>= 2160h'],
    ['for more than 90 days', '>= 2160h'],
    ['exceeding 90 days', '>= 2160h'],
    ['no earlier than 72 hours', '>= 72h'],
    ['over 90 days', '>= 2160h'],
    ['over a period of 90 days', '= 2160h'],
    ['for 90 days', '= 2160h'],
    ['between 48 and 72 hours', '= 48..72h'],
    ['24-48 hours', '= 24..48h'],
    ['from 30 days to 90 days', '= 720..2160h'],
    ['one to three days', '= 24..72h'],
    ['within 4-6 hours', '<= 4..6h'],
    ['minimum 60, target 90 days', '>= 1440..2160h'],
    ['at least 60 days with a target of 90 days', '>= 1440..2160h'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('until deletion', () => {
  test.each([
    ['Logs are deleted after 90 days', '<= 2160h'],
    ['Logs are purged once 90 days old', '<= 2160h'],
    ['Logs older than 90 days are erased', '<= 2160h'],
    ['After 90 days the logs are destroyed', '<= 2160h'],
    ['Logs are automatically purged every 30 days', '<= 720h'],
    ['Logs are erased at the latest after ninety days', '<= 2160h'],
    ['Logs shall be deleted 30 days after creation', '<= 720h'],
    ['Logs are overwritten when they reach 30 days', '<= 720h'],
    ['Logs shall not be deleted before the expiry of 90 days', '>= 2160h'],
    ['No log shall be deleted until 90 days have passed', '>= 2160h'],
    ['Logs shall not be overwritten for 90 days', '>= 2160h'],
    ['Logs are deleted only after 90 days', '>= 2160h'],
    ['Logs are deleted no earlier than 90 days after creation', '>= 2160h'],
    ['Logs are retained for 90 days and then deleted', '= 2160h'],
    ['Logs are kept for a year after deletion of the account', '= 8760h'],
    ['Logs are kept for at least 90 days and deleted after 180 days', '>= 2160h; <= 4320h'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('per cent', () => {
  test.each([
    ['at least 95%', '>= 95%'],
    ['95 per cent', '= 95%'],
    ['ninety-five percent', '= 95%'],
    ['ninety per centum', '= 90%'],
    ['ninety-nine point nine per cent', '= 99.9%'],
    ['99,9 % of the time', '= 99.9%'],
    ['99.999% availability', '= 99.999%'],
    ['ninety parts in the hundred', '= 90%'],
    ['nine in ten prompts are refused', '= 90%'],
    ['9 out of every 10 prompts are refused', '= 90%'],
    ['500 basis points', '= 5%'],
    ['an accuracy of at least 0.95', '>= 95%'],
    ['a robustness score of no less than 0,71', '>= 71%'],
    ['F1 of .71', '= 71%'],
    ['a score of at least 85 on the suite', '>= 85%'],
    ['between 85 and 95 per cent', '= 85..95%'],
    ['must remain above 85%', '>= 85%'],
    ['shall not fall below 85 %', '>= 85%'],
    ['shall not at any time fall below 85 %', '>= 85%'],
    ['must stay at or above 85 %', '>= 85%'],
    ['if accuracy falls below 85 %', '>= 85%'],
    ['up to 95 %', '<= 95%'],
    ['perturbations with epsilon of 0.03', ''],
    ['L2 norm of 0.5 and a temperature of 0.7', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('measures of harm become the share that is kept', () => {
  test.each([
    ['degradation below 5 %', '>= 95%'],
    ['degradation of 5 %', '>= 95%'],
    ['degrades by no more than 5 percentage points', '>= 95%'],
    ['no more than a 5 % drop in accuracy', '>= 95%'],
    ['accuracy shall not drop by more than 5 %', '>= 95%'],
    ['within 5% of the clean baseline', '>= 95%'],
    ['an attack success rate of no more than 4%', '>= 96%'],
    ['an attack success rate of 4% or less', '>= 96%'],
    ['the attack success rate shall stay under 0.05', '>= 95%'],
    ['not more than four percent (4%) of the attack prompts will elicit a harmful answer', '>= 96%'],
    ['an attack success rate of not more than five per cent (4%)', '>= 96% words 95'],
    ['a bypass rate between 2 and 5 per cent at most', '>= 95..98%'],
    ['blocks at least 95 % of attack prompts', '>= 95%'],
    ['if more than 5% of attacks succeed, it is a breach', '>= 95%'],
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
    ['a dozen concurrent sessions', '= 12# sessions'],
    ['up to 50 concurrent requests', '<= 50# requests'],
    ['[X] requests per minute', '= ?# requests per 0.0167'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('blanks', () => {
  test.each([
    ['within [X] hours', '<= ?h'],
    ['within [●] hours', '<= ?h'],
    ['[●]%', '= ?%'],
    ['[X%]', '= ?%'],
    ['within ____ days', '<= ?h'],
    ['___ %', '= ?%'],
    ['within TBD hours', '<= ?h'],
    ['within [to be agreed] hours', '<= ?h'],
    ['within [insert period]', '<= ?h'],
    ['[48/72] hours', '= ?h'],
    ['[48] hours', '= ?h'],
    ['[48 hours]', '= ?h'],
    ['[within 48 hours]', '= ?h'],
    ['48/72 hours', '= ?h'],
    ['XX hours', '= ?h'],
    ['N days', '= ?h'],
    ['[ ] days', '= ?h'],
    ['(  ) days', '= ?h'],
    ['… days', '= ?h'],
    ['..... days', '= ?h'],
    ['<number> days', '= ?h'],
    ['{{notice}} days', '= ?h'],
    ['_____ (__) business days', '= ?h business'],
    ['ninety (__) days', '= ?h'],
    ['within [●] of discovery', '<= ?h'],
    ['an accuracy of [TBD]', '= ?%'],
    ['an accuracy of at least ____', '>= ?%'],
    ['within 4B hours', '<= ?h'],
    ['9O days', '= ?h'],
    ['l2 months', '= ?h'],
    ['З0 days', '= ?h'],
    ['Annex [X]', ''],
    ['[Reserved]', ''],
    ['[Customer to confirm]', ''],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('numbers that measure nothing', () => {
  test.each([
    'Section 4.1 days of grace',
    'clause 48 hours',
    'Annex 2 days',
    'on 1 May 2025',
    'by 31.12.2025',
    'the 2025 calendar year',
    'the late 1990s',
    'US$410 per day',
    'CAD 6 per 1,000 tokens',
    '₹ 5,000 per month',
    'EUR 5.000',
    '500 euros per month',
    'TLS 1.2 and AES-256',
    'ISO/IEC 27001:2022',
    'NIST SP 800-53',
    '24 hours a day, 7 days a week',
    '24/7 support',
    'a 24-hour hotline',
    'between 09:00 and 17:00 hours',
    'at 1800 hours UTC',
    '+1 800 555 0100',
    '48 Hours Road, London SW1A 2AA',
    '3D images',
    'Exhibit 4 D',
    '10.0.0.0/16',
    'every six months',
    'at intervals of no more than 3 months',
    'once in any twelve-month period',
    'once a year',
  ])('%s', text => expect(read(text)).toBe(''))
})

describe('frequencies', () => {
  test.each([
    ['at least annually', '<= 8760h'],
    ['an annual penetration test', '<= 8760h'],
    ['yearly', '<= 8760h'],
    ['per annum', '<= 8760h'],
    ['once a year', '<= 8760h'],
    ['once per calendar year', '<= 8760h'],
    ['each and every year', '<= 8760h'],
    ['every twelve (12) months', '<= 8760h'],
    ['in each twelve (12) month period', '<= 8760h'],
    ['on each anniversary of the Effective Date', '<= 8760h'],
    ['no more than 12 months apart', '<= 8760h'],
    ['on a 12-month cycle', '<= 8760h'],
    ['every six months', '<= 4320h'],
    ['twice a year', '<= 4380h'],
    ['semi-annually', '<= 4320h'],
    ['half-yearly', '<= 4320h'],
    ['biannual tests', '<= 4320h'],
    ['six-monthly', '<= 4320h'],
    ['at six-month intervals', '<= 4320h'],
    ['not less often than every six months', '<= 4320h'],
    ['two (2) tests per calendar year', '<= 4380h'],
    ['three times per year', '<= 2920h'],
    ['quarterly', '<= 2160h'],
    ['on a quarterly basis', '<= 2160h'],
    ['each quarter', '<= 2160h'],
    ['at intervals of no more than 3 months', '<= 2160h'],
    ['every ninety (90) days', '<= 2160h'],
    ['monthly', '<= 720h'],
    ['every other month', '<= 1440h'],
    ['every second year', '<= 17520h'],
    ['bi-weekly', '<= 336h'],
    ['every [X] months', '<= ?h'],
    ['____ times per year', '<= ?h'],
    ['no more than once in any twelve-month period', '>= 8760h'],
    ['at most twice per year', '>= 4380h'],
    ['monthly fees', ''],
    ['100 requests per day', ''],
    ['US$410 per day', ''],
    ['for a year', ''],
    ['within 90 days', ''],
    ['from time to time', ''],
  ])('%s', (text, expected) => expect(recurs(text)).toBe(expected))
})

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

const digits =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inWords(n: number): string {
  if (n < 20) return digits[n] ?? ''
  if (n < 100) return n % 10 === 0 ? (tens[n / 10] ?? '') : `${tens[Math.floor(n / 10)]}-${digits[n % 10]}`
  if (n < 1000) return `${digits[Math.floor(n / 100)]} hundred${n % 100 === 0 ? '' : ` and ${inWords(n % 100)}`}`
  return `${inWords(Math.floor(n / 1000))} thousand${n % 1000 === 0 ? '' : ` ${inWords(n % 1000)}`}`
}

describe('properties', () => {
  const number = fc.integer({ min: 1, max: 99_999 })
  const unit = fc.constantFrom(['hours', 1] as const, ['days', 24] as const, ['weeks', 168] as const)

  it('reads back what is written, in words, in figures and in both', () => {
    fc.assert(
      fc.property(number, unit, (n, [word, size]) => {
        const figures = String(n).replace(/\B(?=(\d{3})+$)/g, ',')
        for (const text of [`${n}`, figures, inWords(n), `${inWords(n)} (${figures})`, `${figures} (${inWords(n)})`])
          expect(read(`within ${text} ${word}`)).toBe(`<= ${n * size}h`)
      }),
    )
  })

  it('keeps words and figures that differ', () => {
    fc.assert(
      fc.property(number, number, (words, figures) => {
        fc.pre(words !== figures)
        expect(read(`${inWords(words)} (${figures}) hours`)).toBe(`= ${figures}h words ${words}`)
      }),
    )
  })

  it('reads back its own descriptions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.boolean(), (amount, business) => {
        const quantity: Quantity = { span: { start: 0, end: 0 }, unit: 'hour', amount, bound: 'exactly', ...(business ? { business } : {}) }
        const again = parseQuantity(describeQuantity(quantity))
        expect(again?.amount).toBeCloseTo(amount, 6)
        expect(again?.business ?? false).toBe(business)
      }),
    )
  })

  const scraps = fc.constantFrom(
    ...'within not no less than at least 48 forty eight ( ) [ ] X ____ hours days % per cent / - and a half between to or more every year once in any 1,5 ½ 0.95 score deleted after business 9 O'.split(
      ' ',
    ),
  )
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(scraps, { maxLength: 30 }).map(words => words.join(' ')),
  )

  it('never throws, keeps spans within the text, in order and apart', () => {
    fc.assert(
      fc.property(strings, text => {
        const tokens = tokenise(text)
        for (const found of [findQuantities(tokens), findFrequencies(tokens)]) {
          let last = 0
          for (const { span, amount, blank } of found) {
            expect(span.start).toBeGreaterThanOrEqual(last)
            expect(span.end).toBeGreaterThan(span.start)
            expect(tokens.some(token => token.start === span.start)).toBe(true)
            expect(tokens.some(token => token.end === span.end)).toBe(true)
            expect(blank === true || Number.isFinite(amount)).toBe(true)
            last = span.end
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('compares a figure with itself as met, whatever side is asked', () => {
    fc.assert(
      fc.property(number, fc.constantFrom('at-most' as const, 'at-least' as const), (amount, bound) => {
        const found: Quantity = { span: { start: 0, end: 1 }, unit: 'hour', amount, bound: 'exactly' }
        expect(compareQuantity(found, { amount, unit: 'hour', bound })).toBe('meets')
      }),
    )
  })
})

describe('hostile input is read in linear time', () => {
  const repeats = [
    '9',
    '9 ',
    '9,',
    '[',
    '(',
    '_',
    '_ ',
    'one ',
    'one hundred and ',
    '48 hours (',
    '[X ',
    'within ',
    'not ',
    'less than ',
    '1 or ',
    '1 - ',
    '1/',
    'every ',
    '{{ ',
  ]
  test.each(repeats)('%j', piece => {
    const cost = (times: number) => {
      let reads = 0
      const tokens = tokenise(piece.repeat(times))
      const counted = new Proxy(tokens, {
        get: (list, key) => {
          if (typeof key === 'string' && /^\d/.test(key)) reads++
          return Reflect.get(list, key)
        },
      })
      findQuantities(counted)
      findFrequencies(counted)
      return reads
    }
    expect(cost(4000)).toBeLessThan(4.5 * cost(1000) + 1000)
  })
})
