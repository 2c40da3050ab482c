// Percentages, ratios, and measures of harm, as tables.
import { describe, expect, test } from 'vitest'
import { read } from './figures.ts'

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
    ['below eighty-five per cent the score must not fall', '>= 85%'],
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
