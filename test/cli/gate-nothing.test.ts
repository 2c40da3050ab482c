// The gate never passes on nothing: no requirement asked, no file matched, nothing in the file, rules that do not hold.
import { expect, test } from 'vitest'
import { contractText, desk, tinyPack as pack } from './world.ts'

const { run, write } = desk()
write('late.txt', contractText('late'))
write('blank.txt', ' \n\n \n')
write('empty.txt', '')
write('bare/pack.yaml', 'id: bare\nversion: 1.0.0\ntitle: A bare pack\nclauses: [{ id: none, title: Nothing }]\n')
write('all-off.yaml', `packs: [${JSON.stringify(pack)}]\noff: { safety.notice: not ours, safety.encryption: not ours }\n`)

test.each([
  ['everything switched off', ['late.txt', '--config', 'all-off.yaml'], 3, /INCOMPLETE: no requirement was asked/],
  ['a pack that asks nothing', ['late.txt', '--pack', './bare'], 3, /INCOMPLETE: no requirement was asked/],
  ['a pack without examples to be verified by', ['late.txt', '--pack', './bare', '--verify-rules'], 2, /no examples to be verified by/],
  ['a file that is not there', ['none.txt', '--pack', pack], 2, /no such file/i],
  ['a file without words', ['blank.txt', '--pack', pack], 3, /./],
  ['an empty file', ['empty.txt', '--pack', pack], 3, /The file is empty/],
  ['a file of which nothing was read, beside one that passes', ['late.txt', 'empty.txt', '--pack', pack], 3, /The file is empty/],
  ['a name that is empty', ['', '--pack', pack], 2, /without a name/],
])('%s is no pass, whatever may fail the run', async (_, argv, code, told) => {
  const ran = await run('check', ...argv, '--fail-on', 'none')
  expect(ran.code).toBe(code)
  expect(`${ran.out}${ran.err}`.replace(/\s+/g, ' ')).toMatch(told)
  expect(ran.err).toMatch(/clausegate: result=(?:unread|error) [^\n]*\n$/)
})
