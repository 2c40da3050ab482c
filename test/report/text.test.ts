// The report for people: golden text, width, hostile characters.
import { describe, expect, test } from 'vitest'
import { plain } from '../../src/report/paint.ts'
import { textOf } from '../../src/report/text.ts'
import { passage, sample } from './sample.ts'

describe('the gap report', () => {
  test('looks like the golden file', async () => {
    await expect(textOf([sample])).toMatchFileSnapshot('golden/sample.txt')
  })
  test('stays within 80 columns', () => {
    const lines = textOf([sample, sample]).split('\n')
    expect(lines.filter(line => line.length > 80)).toEqual([])
  })
  test('is the same words with paint, and painted', () => {
    const mark = (text: string) => `\u0001${text}\u0002`
    const painted = textOf([sample], { strong: mark, faint: mark, good: mark, fair: mark, bad: mark })
    expect(painted).not.toBe(textOf([sample], plain))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of this test
    expect(painted.replace(/[\u0001\u0002]/g, '').replace(/ +$/gm, '')).toBe(textOf([sample], plain))
  })
  test('lets nothing of the document reach the terminal as a control', () => {
    const evidence = [passage('a\u001b[31m\u202eb\u200bc', '1')] as const
    const [met] = sample.findings
    const hostile = {
      ...sample,
      findings: [{ ...met, requirement: 'api.logging', verdict: 'conflict', evidence, reasons: [] }],
    } as typeof sample
    const text = textOf([hostile])
    expect(text).toContain('a\\u{1b}[31m\\u{202e}b\\u{200b}c')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b]/)
  })
  test('orders gaps by severity, then conflict, missing, unread, partial', () => {
    const ids = [...textOf([sample]).matchAll(/^ {3}(?:CONFLICT|PARTIAL|MISSING|UNREAD), \w+, (\S+)$/gm)].map(match => match[1])
    expect(ids).toEqual(['api.logging', 'incident.notice', 'api.key-roles', 'api.log-fields'])
  })
  test('is empty without reports', () => {
    expect(textOf([])).toBe('')
  })
})
