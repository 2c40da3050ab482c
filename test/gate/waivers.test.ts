// Waivers: what may stand in the file, for whom one holds, until when and for which words.
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../src/domain/fingerprint.ts'
import { isOnePerson } from '../../src/domain/waiver.ts'
import { applyWaivers, readWaivers, unusedWaivers, withWaiver } from '../../src/gate/waivers.ts'
import { passage, sample } from '../report/sample.ts'

const finding = sample.findings[1] as (typeof sample.findings)[number]
const waiver = {
  requirement: 'incident.notice',
  contract: 'contract.pdf',
  fingerprint: fingerprintOf(finding),
  owner: 'Jane Roe',
  approver: 'CISO',
  reason: 'pilot until the renewal',
  opened: '2026-06-01',
  expires: '2026-12-31',
}
const today = '2026-11-23'
const outcome = (change: Partial<typeof waiver>, day: string | readonly string[] = today, report = sample) => {
  const { report: waived, uses } = applyWaivers(report, [{ ...waiver, ...change }], ['contract.pdf'], [day].flat())
  return { holds: waived.findings.some(one => one.waiver !== undefined), lapse: uses[0]?.lapse, soon: uses[0]?.soon }
}

describe('a waiver', () => {
  test.each([
    ['by path', {}, today],
    ['by glob', { contract: '*.pdf' }, today],
    ['by hash', { contract: 'cd'.repeat(32) }, today],
    ['on its first day', {}, '2026-06-01'],
    ['on its last day', {}, '2026-12-31'],
  ])('holds %s', (_, change, day) => {
    expect(outcome(change, day)).toMatchObject({ holds: true, lapse: undefined })
  })
  test.each([
    ['the day after its last', {}, '2027-01-01', 'expired'],
    ['the day before its first', {}, '2026-05-31', 'not-yet'],
    ['once the words are others', { fingerprint: 'a'.repeat(64) }, today, 'words-changed'],
    ['where the requirement is met', { requirement: 'weights.encryption' }, today, 'met'],
    ['for another contract', { contract: 'other.pdf' }, today, undefined],
    ['for another hash', { contract: 'ab'.repeat(32) }, today, undefined],
    ['for a requirement that was not asked', { requirement: 'api.loging' }, today, undefined],
  ])('does not hold %s', (_, change, day, lapse) => {
    expect(outcome(change, day)).toMatchObject({ holds: false, lapse })
  })
  test.each([
    ['of the past brings back none that has ended', ['2026-12-30', '2027-01-02'], 'expired'],
    ['of the future brings forward none that has not begun', ['2026-06-02', '2026-05-30'], 'not-yet'],
    ['of the future ends what will have ended', ['2027-01-02', '2026-12-30'], 'expired'],
  ])('another day %s', (_, days, lapse) => {
    expect(outcome({}, days)).toMatchObject({ holds: false, lapse })
    expect(outcome({}, [...days].reverse())).toMatchObject({ holds: false, lapse })
  })
  test('holds where it does on both days', () => {
    expect(outcome({}, ['2026-06-10', '2026-12-10'])).toMatchObject({ holds: true, soon: true })
  })
  test('is said to end soon within thirty days', () => {
    expect(outcome({}, '2026-12-01').soon).toBe(true)
    expect(outcome({}, '2026-11-30').soon).toBe(false)
  })
  test('that no contract concerned is unused', () => {
    expect(unusedWaivers([waiver], [])).toEqual([{ waiver, lapse: 'unused', soon: false }])
  })
  test('binds to words and verdict, not to place and white space', () => {
    const moved = { ...finding, evidence: [{ ...passage(finding.evidence[0]?.quote.replace(/ /g, '\n') ?? '', '99', 7), start: 500 }] }
    expect(fingerprintOf(moved)).toBe(waiver.fingerprint)
    expect(fingerprintOf({ ...finding, verdict: 'conflict' })).not.toBe(waiver.fingerprint)
  })
})

describe('the file', () => {
  const entry = Object.entries(waiver).map(([key, value]) => `    ${key}: "${value}"`)
  const text = (change: (lines: string[]) => string[]) => `waivers:\n  -\n${change([...entry]).join('\n')}\n`
  test('is read', () => {
    expect(
      readWaivers(
        'w.yaml',
        text(lines => lines),
      ),
    ).toEqual([waiver])
  })
  test.each<[string, (lines: string[]) => string[], RegExp]>([
    ['without owner', lines => lines.filter(line => !line.includes('owner')), /lacks "owner"\. For example: owner: Jane Roe/],
    ['without end', lines => lines.filter(line => !line.includes('expires')), /lacks "expires"/],
    ['with a reason that says nothing', lines => lines.map(line => line.replace(/reason: .*/, 'reason: "ok"')), /w\.yaml:8:13: "reason"/],
    ['with a day that is none', lines => lines.map(line => line.replace('2026-12-31', '2026-02-30')), /"expires" is no day/],
    ['that ends before it begins', lines => lines.map(line => line.replace('2026-12-31', '2026-01-01')), /ends before it begins/],
    ['that runs too long', lines => lines.map(line => line.replace('2026-12-31', '2031-01-01')), /runs 1675 days, at most 366/],
    ['with an odd key', lines => [...lines, '    until: "2031-01-01"'], /unknown key "until"/],
  ])('%s is refused', (_, change, message) => {
    expect(() => readWaivers('w.yaml', text(change))).toThrow(message)
  })
  test('tells of its form and of its meaning at once', () => {
    const both = text(lines => [...lines.map(line => line.replace('2026-12-31', '2026-02-30')), '    until: "2031-01-01"'])
    expect(() => readWaivers('w.yaml', both)).toThrow(/has 2 faults:\n.*"expires" is no day.*\n.*unknown key "until"/)
  })
  test('full of the same mistake is told in bounded space', () => {
    const many = `waivers: [${'{ requirement: a, owner: x }, '.repeat(2000)}]`
    expect(() => readWaivers('w.yaml', many)).toThrow(/has \d+ faults:\n(?:.*\n){100}\.\.\. and \d+ more\.$/)
  })
  test('may allow a shorter term', () => {
    expect(() =>
      readWaivers(
        'w.yaml',
        text(lines => lines),
        { term: 90 },
      ),
    ).toThrow(/runs 213 days, at most 90/)
  })
  test.each([
    ['Jane Roe', 'Jane Roe'],
    ['Jane Roe, Legal', 'jane  roe'],
    ['Jane Roe (Legal)', 'JANE ROE, CISO'],
    ['jane.roe@example.org', 'Jane Roe'],
    ['Jane Roe <jane@example.org>', 'Jane Roe'],
    ['Jane\u00a0Roe', 'Jane Roe'],
  ])('whose owner approves it is refused: %s, %s', (owner, approver) => {
    expect(isOnePerson({ owner, approver })).toBe(true)
    const self = text(lines => lines.map(line => line.replace('Jane Roe', owner).replace('CISO', approver)))
    expect(() => readWaivers('w.yaml', self)).toThrow(/w\.yaml:7:15: the owner approved it.*waiver-self-approval: allowed/)
    expect(readWaivers('w.yaml', self, { selfApproval: true })).toHaveLength(1)
  })
  test.each([
    ['Legal, Ann Berg', 'Legal, Tom Kay'],
    ['Jane Roe', 'Jan Roe'],
    ['ciso@example.org', 'ciso@example.com'],
    ['Jane Roe', 'CISO'],
  ])('of two people is not: %s, %s', (owner, approver) => {
    expect(isOnePerson({ owner, approver })).toBe(false)
  })
  test('takes one more, comments and all', () => {
    const begun = `# ours\n${text(lines => lines)}`
    const grown = withWaiver(begun, { ...waiver, requirement: 'api.logging', ticket: 'A: #1' })
    expect(grown).toContain('# ours')
    expect(readWaivers('w.yaml', grown).map(({ requirement }) => requirement)).toEqual(['incident.notice', 'api.logging'])
    expect(readWaivers('w.yaml', withWaiver('', waiver))).toEqual([waiver])
    expect(readWaivers('w.yaml', withWaiver('waivers:\n', waiver))).toEqual([waiver])
  })
})
