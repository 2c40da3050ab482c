// The command `why`: golden text and JSON, the width of the page, hostile characters, a wrong id.
import { describe, expect, test } from 'vitest'
import { command, contractText, desk, tinyPack } from './world.ts'

const here = desk()

const tiny = ['--pack', 'test/cli/pack']
const contract = [
  'SERVICES AGREEMENT',
  'between Alder Systems, Inc. ("Supplier") and Birch Bank plc ("Customer")',
  '1. SECURITY',
  '1.1 The Supplier should, where practicable, notify the Customer of any security incident that touches the service within 96 hours after it has been confirmed by its security team, save where the Supplier decides otherwise.',
  '1.2 The Customer shall tell its users of each breach.',
  '2. DATA',
  '2.1 The Supplier is not required to encrypt data.',
  '',
].join('\n\n')
const missing = '1. The Supplier shall answer calls from the Customer.\n'

describe('as text', () => {
  test.each([
    ['partial', 'safety.notice', contract],
    ['conflict', 'safety.encryption', contract],
    ['missing', 'safety.encryption', missing],
  ])('%s', async (verdict, id, stdin) => {
    const { code, out, err } = await command(['why', id, '-', ...tiny], { stdin })
    expect([code, err]).toEqual([0, ''])
    // How sure it is changes whenever that is fitted anew.
    await expect(out.replace(/^Sure:.*\n/m, '')).toMatchFileSnapshot(`golden/why-${verdict}.txt`)
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  test('what is met wants no change', async () => {
    const { out } = await command(['why', 'safety.encryption', '-', ...tiny], { stdin: 'The Provider shall encrypt all data.' })
    expect(out).toContain('WHY safety.encryption: MET')
    expect(out).toContain('Nothing has to change.')
  })

  test('control characters of a document do not reach the terminal', async () => {
    const { out } = await command(['why', 'safety.encryption', '-', ...tiny], {
      stdin: '1. Provider may encrypt all data\u001b[31m at rest\u202e.',
    })
    for (const odd of ['\u001b', '\u202e']) expect(out).not.toContain(odd)
    expect(out).toContain('\\u{1b}')
  })
})

test('as JSON: places that can be cut out of the document', async () => {
  const text = '1. Provider shall notify Customer of every security incident within 72 hours.\n'
  const { code, out } = await command(['why', 'safety.notice', '-', ...tiny, '--format', 'json'], { stdin: text })
  const { requirement, finding, passages, change } = JSON.parse(out)
  expect(code).toBe(0)
  expect(requirement.id).toBe('safety.notice')
  expect(finding.verdict).toBe('partial')
  expect(passages[0].readings[0]).toMatchObject({ who: 'provider', operator: 'shall', howMuch: ['72 hours'] })
  expect(change.verified).toBe(true)
  for (const { start, end, was } of change.edits) expect(text.slice(start, end)).toBe(was)
})

test('a setting counts', async () => {
  const stdin = 'Provider shall notify Customer of every security incident within 40 hours.'
  const { out } = await command(['why', 'safety.notice', '-', ...tiny, '--set', 'safety.notice.within=24 hours'], { stdin })
  expect(out).toContain('put "24 hours" for "40 hours"')
})

test('a wrong id names the one that was meant, before the file is opened', async () => {
  const { code, err } = await command(['why', 'safety.notce', 'no-such-file.docx', ...tiny])
  expect(code).toBe(2)
  expect(err).toContain('Did you mean safety.notice?')
})

test('the help has examples', async () => {
  const { out } = await command(['why', '--help'])
  expect(out).toContain('clausegate why incident.notice contract.docx')
})

test('a configuration applies as it does to check, and --no-config passes over it', async () => {
  const { run, write } = here
  write('late.txt', contractText('late'))
  write(
    'clausegate.config.yaml',
    `packs: [${JSON.stringify(tinyPack)}]\nparameters: { safety.notice.within: 80 hours }\noff: { safety.encryption: held by nobody }\n`,
  )
  expect((await run('why', 'safety.notice', 'late.txt')).out).toContain('WHY safety.notice: MET')
  expect((await run('why', 'safety.notice', 'late.txt', '--no-config', '--pack', tinyPack)).out).toContain('WHY safety.notice: PARTIAL')
  expect(await run('why', 'safety.encryption', 'late.txt')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/switched off.*held by nobody/s),
  })
})
