// A requirement whose rule crashes, or that time is over for, costs nobody the others, and is never met.
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { timed } from '../../src/cli/timed.ts'
import type { Requirement, RulePack } from '../../src/domain/requirement.ts'
import { contractOf, pack } from './weighing.ts'

const contract = contractOf('The Provider shall log each request. The Provider shall keep logs for 90 days.')

/** The pack, of which one rule crashes as soon as it is judged by. */
function crashing(id: string): RulePack {
  const faulty = (requirement: Requirement): Requirement => ({
    ...requirement,
    get owes(): never {
      throw new TypeError('no such thing')
    },
  })
  return { ...pack, requirements: pack.requirements.map(one => (one.id === id ? faulty(one) : one)) }
}

const verdictsBy = (by: RulePack, isOver?: () => boolean) =>
  check(contract, by, isOver && { isOver }).findings.map(({ requirement, verdict }) => `${requirement} ${verdict}`)

test('a rule that crashes leaves its requirement unread, with what happened, and the others as they are', () => {
  const sound = verdictsBy(pack)
  expect(sound).toContain('log met')
  const { findings, checklist } = check(contract, crashing('log'))
  expect(findings.map(({ requirement, verdict }) => `${requirement} ${verdict}`)).toEqual(
    sound.map(one => (one === 'log met' ? 'log unread' : one)),
  )
  expect(findings.find(({ requirement }) => requirement === 'log')).toMatchObject({
    evidence: [],
    confidence: 0,
    review: true,
    unread: [],
    fault: { kind: 'crash', message: 'TypeError: no such thing' },
  })
  for (const { verdict, parts } of checklist) if (parts.some(part => part.requirement === 'log')) expect(verdict).not.toBe('met')
})

test('what is judged after the time is over is unread, and what was judged before stands', () => {
  let looks = 0
  // Each requirement looks twice: before it is judged, and after.
  const isOver = () => ++looks > 3
  const findings = check(contract, pack, { isOver }).findings
  expect(findings[0]).toMatchObject({ requirement: 'log', verdict: 'met' })
  for (const finding of findings.slice(1)) expect(finding).toMatchObject({ verdict: 'unread', fault: { kind: 'time' } })
})

/** The pack, of which one rule never ends. */
function endless(id: string): RulePack {
  const faulty = (requirement: Requirement): Requirement => ({
    ...requirement,
    get owes(): never {
      for (;;);
    },
  })
  return { ...pack, requirements: pack.requirements.map(one => (one.id === id ? faulty(one) : one)) }
}

test('a rule that never ends is stopped when time is over: it and what comes after it are unread, and what came before stands', () => {
  const [, second] = pack.requirements
  let over = false
  // Time is over as soon as something had to be stopped, however fast the machine is.
  const held = (run: () => void) => {
    over = timed(() => 2000).held?.(run) === false
    return !over
  }
  const { findings } = check(contract, endless(second?.id ?? ''), { isOver: () => over, held })
  expect(findings.map(({ requirement }) => requirement)).toEqual(pack.requirements.map(({ id }) => id))
  expect(findings[0]).toMatchObject({ requirement: 'log', verdict: 'met' })
  for (const finding of findings.slice(1)) expect(finding).toMatchObject({ verdict: 'unread', fault: { kind: 'time' } })
})

test('what goes wrong while it is timed is thrown on, and what is done in time is done', () => {
  const time = timed(() => 1000)
  expect(() => time.held?.(() => expect.fail('gone wrong'))).toThrow('gone wrong')
  expect(time.held?.(() => undefined)).toBe(true)
  expect(
    timed(() => 20).held?.(() => {
      for (;;);
    }),
  ).toBe(false)
})
