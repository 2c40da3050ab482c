// `check --strict`, and `strict: true` of a configuration: a critical promise on doubtful evidence fails the run, and nothing else more.
import { describe, expect, test } from 'vitest'
import { desk } from './world.ts'

const { run, write } = desk()

const pack = `id: doubt
version: 1.0.0
title: A pack with one critical requirement
clauses: [{ id: one, title: One }]
clause: one
requirements:
  - id: one.encryption
    title: Encryption of data
    severity: critical
    asks: Data is encrypted.
    why: It may be stolen.
    wording: { firm: Provider shall encrypt all data., milder: Provider shall encrypt data. }
    says: [{ do: [encrypt*], with: [[data]] }]
    examples: { met: [Provider shall encrypt all data.], missing: [Fees are due.] }
`
write('pack/pack.yaml', pack)
write('plain.txt', '1. Provider shall encrypt all data.\n')
// A row without a verb, among much that may change it, and a second one: a person should look.
const odd = [
  'Subject | What applies',
  'Data | Encryption',
  'Backups of data | Encryption',
  '',
  'Special conditions prevail over this agreement. An amendment supersedes it. Each amendment takes precedence, and the addendum prevails.',
  '',
].join('\n')
write('odd.txt', odd)

async function result(...args: string[]) {
  const { code, out, err } = await run('check', '--pack', './pack', '--format', 'json', ...args)
  expect(out, err).not.toBe('')
  const { findings, summary } = JSON.parse(out)
  return { code, err, finding: findings[0], summary }
}

describe.each(['plain.txt', 'odd.txt'])('%s', file => {
  test('fails if and only if it is met on doubtful evidence, or not met', async () => {
    const { code, err, finding, summary } = await result(file, '--strict')
    const doubtful = finding.verdict === 'met' && finding.review
    expect(summary.strict.doubtful).toEqual(doubtful ? ['one.encryption'] : [])
    expect(code).toBe(doubtful || finding.verdict !== 'met' ? 1 : 0)
    expect(err).toContain(`result=${code === 1 ? 'fail' : 'pass'}`)
  })

  test('a configuration may ask for it', async () => {
    write('strict.yaml', 'strict: true\n')
    const [flag, file_] = [await result(file, '--strict'), await result(file, '--config', 'strict.yaml')]
    expect(file_.summary).toEqual(flag.summary)
    expect(file_.code).toBe(flag.code)
  })

  test('without it nothing is said of it', async () => expect((await result(file)).summary.strict).toBeUndefined())
})

test('one of the two is doubtful, so that both outcomes are tried', async () => {
  const all = [await result('plain.txt'), await result('odd.txt')]
  expect(all.map(({ finding }) => finding.verdict)).toEqual(['met', 'met'])
  expect(all.map(({ finding }) => finding.review)).toEqual([false, true])
})
