// What words that seem misspelt leave of a promise: met is what is met as it stands and as it was meant.
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import { pack } from './weighing.ts'

function findingOn(text: string, id: string) {
  const manuscript = readText(new TextEncoder().encode(text), 'c.txt', { sha256: '', format: 'text' })
  return check(parse([manuscript], {}), pack).findings.find(({ requirement }) => requirement === id)
}

const sound = 'Provider shall notify Customer of any incident within 24 hours'

test.each([
  ['no slip', `${sound}.`, 'met'],
  ['a slip in a word that decides', 'Provider shal notify Customer of any incident within 24 hours.', 'unread'],
  ['an exception that is none', `${sound}, excepu incidents that it thinks minor.`, 'unread'],
  ['a refusal that is none', 'Provider shall nit notify Customer of any incident within 24 hours.', 'unread'],
  ['a refusal that is none, elsewhere', `${sound}.\n\nProvider is nou required to notify Customer of any incident.`, 'unread'],
  ['a slip that changes nothing', `${sound}, together with a rapport on it.`, 'met'],
  ['a slip in another clause', `${sound}.\n\nCustomer shal pay the fees.`, 'met'],
  ['a figure that is none', 'Provider shall notify Customer of any incident within 2O hours.', 'partial'],
])('%s', (_, text, verdict) => expect(findingOn(text, 'notify')?.verdict).toBe(verdict))

test('the words in doubt are shown in their place', () => {
  const finding = findingOn(`${sound}, excepu incidents that it thinks minor.`, 'notify')
  expect(finding).toMatchObject({ verdict: 'unread', uncertain: true, evidence: [] })
  expect(finding?.verdict === 'unread' ? finding.unread : []).toEqual([
    expect.stringMatching(/^"excepu" may be misspelt or damaged \(perhaps "except"\): see what it says in ".*24 hours, excepu incidents/),
  ])
})
