// Figures of defined terms: found where the term is used, quoted with their definition, and never guessed.
import { expect, test } from 'vitest'
import { figuresGiven, readTermFigures } from '../../src/check/term-figures.ts'
import { check, loadRulePack, readContract } from '../../src/index.ts'
import { tokenise } from '../../src/language/tokens.ts'

const { impressions, ...pack } = { ...(await loadRulePack('ai-model-protection')) }

const duty = (words: string) => `2. The Provider shall notify the Customer of any security incident ${words}.`

test.each<[string, string, string, string, number]>([
  ['a definition', '1. "Alert Period" means thirty-six (36) hours.', duty('within the Alert Period'), 'met', 2],
  ['a period of so long', '1. "Alert Period" means a period of 20 hours.', duty('before the expiry of the Alert Period'), 'met', 2],
  ['too long', '1. "Alert Period" means 72 hours.', duty('within the Alert Period'), 'value 72 hours', 2],
  ['a blank', '1. "Alert Period" means [●] hours.', duty('within the Alert Period'), 'blank a blank', 2],
  ['two meanings', '1. "Alert Period" means 24 hours.\n\n1.1 "Alert Period" means 72 hours.', duty('within the Alert Period'), 'value ', 1],
  ['two figures', '1. "Alert Period" means 24 hours or, at night, 72 hours.', duty('within the Alert Period'), 'value ', 1],
  [
    'a figure of something else',
    '1. "Alert Period" means the period after an alarm that lasts, without break, for some 24 hours.',
    duty('within the Alert Period'),
    'value ',
    1,
  ],
  [
    'a definition that was changed',
    '1. "Alert Period" means 24 hours.\n\n9. In clause 1, "24 hours" is replaced by "72 hours".',
    duty('within the Alert Period'),
    'value ',
    1,
  ],
  ['a row', '| No. | Item | Value |\n|---|---|---|\n| A4 | Alert Period | 36 hours |', duty('within the Alert Period'), 'met', 2],
  ['words that are no term', '1. "Alert Period" means 36 hours.', duty('within the alert period of the police'), 'value ', 1],
  ['a pointer', '9. The notice period is 36 hours.', duty('within the period stated in clause 9'), 'met', 2],
  ['a pointer to too long a time', '9. That time is 72 hours.', duty('within the time set out in clause 9'), 'value 72 hours', 2],
  ['a pointer to nothing', '9. That time is 36 hours.', duty('within the time set out in clause 8'), 'value ', 1],
  [
    'a pointer to two figures',
    '9. The first is 36 hours. The other is 72 hours.',
    duty('within the time set out in clause 9'),
    'value ',
    1,
  ],
  [
    'a pointer to a clause that binds nobody',
    '## 9. Background\n\n9. That time was 36 hours.',
    duty('within 72 hours, as in clause 9'),
    'value 72 hours',
    1,
  ],
  ['its own figure first', '1. "Alert Period" means 36 hours.', duty('within 72 hours, whatever the Alert Period'), 'value 72 hours', 2],
])('%s', async (_, definition, words, verdict, quotes) => {
  const contract = await readContract([{ name: 'a.md', bytes: Buffer.from(`# Agreement\n\n${definition}\n\n${words}\n`) }])
  const finding = check(contract, pack as never).findings.find(f => f.requirement === 'incident.notice')
  const reason = finding?.reasons[0]
  expect(reason === undefined ? finding?.verdict : `${reason.code} ${reason.facts.found ?? ''}`).toBe(verdict)
  expect(finding?.evidence).toHaveLength(quotes)
})

test('eight times the definitions are about eight times the work', async () => {
  const spent = async (times: number): Promise<number> => {
    const text = Array.from(
      { length: times },
      (_, at) => `${at}. "Alert Period ${at}" means ${at} hours. The Provider acts within the Alert Period ${at}.`,
    )
    const contract = await readContract([{ name: 'c.txt', bytes: Buffer.from(text.join('\n\n')) }])
    const before = process.cpuUsage()
    const known = readTermFigures(contract)
    for (const { span, document } of contract.provisions)
      figuresGiven(tokenise(contract.documents[document]?.text.slice(span.start, span.end) ?? ''), known, document)
    return process.cpuUsage(before).user / 1000
  }
  await spent(250)
  const small = Math.min(await spent(250), await spent(250))
  expect(await spent(2000)).toBeLessThan(8 * 3 * small + 300)
})
