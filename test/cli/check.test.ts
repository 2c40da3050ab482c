// The command `check`, in this process: exit codes, formats, several files, bad input, byte-identical output.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { schemaFaults } from '../schema.ts'
import { command } from './world.ts'

const cwd = new URL('.', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'clausegate-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

const check = (...argv: string[]) => command(['check', '--pack', './pack', ...argv], { cwd })
const file = (name: string, bytes: string | Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

describe('exit codes', () => {
  test.each([
    ['nothing failing is unmet', ['files/late.txt'], 0],
    ['a gap below the bar', ['files/late.txt', '--fail-on', 'critical'], 0],
    ['a gap at the bar', ['files/late.txt', '--fail-on', 'major'], 1],
    ['a critical gap', ['files/bare.txt'], 1],
    ['gaps that do not fail', ['files/bare.txt', '--fail-on', 'none'], 0],
    ['a parameter that makes it pass', ['files/late.txt', '--fail-on', 'major', '--set', 'safety.notice.within=72 hours'], 0],
    ['the worst of several', ['files/late.txt', 'files/bare.txt'], 1],
  ])('%s', async (_, argv, code) => {
    expect((await check(...argv)).code).toBe(code)
  })
})

describe('wrong calls', () => {
  test.each([
    [['files/late.txt', '--fail-on', 'blocker'], /Allowed choices are critical, major, minor, none/],
    [['files/late.txt', '--formt', 'json'], /Did you mean --format/],
    [['files/late.txt', '--set', 'within 3'], /--set: Not of the form NAME=VALUE: within 3\.\n.*For example: --set/],
    [['files/late.txt', '--set', 'safety.notice.within=3 pears'], /--set: safety\.notice\.within: "3 pears" is no figure/],
    [['files/none.txt'], /files\/none\.txt: There is no such file/],
    [['files'], /files: This is a folder/],
    [['-', '-'], /standard input is named twice/i],
    [['files/late.txt', '--output', 'nowhere/at/all.json'], /nowhere\/at\/all\.json: The report cannot be written/],
    [[], /missing required argument/],
  ])('%j', async (argv, message) => {
    const { code, err, out } = await check(...argv)
    expect(err).toMatch(message)
    expect({ code, out: out.includes('GAP REPORT') && !argv.includes('--output') }).toEqual({ code: 2, out: false })
  })
  test('an unknown command', async () => {
    const { code, err } = await command(['chekc', 'a.txt'])
    expect(code).toBe(2)
    expect(err).toMatch(/Did you mean check/)
  })
  test('an unknown pack', async () => {
    const { code, err } = await command(['check', 'files/late.txt', '--pack', 'ai-model-protecton'], { cwd })
    expect(code).toBe(2)
    expect(err).toMatch(/Did you mean ai-model-protection\?/)
  })
})

describe('files that cannot be read', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  test.each<[string, string | Uint8Array, RegExp]>([
    ['empty.docx', '', /is empty/],
    ['blank.txt', ' \n\n', /holds no text/],
    ['old.doc', Buffer.concat([ole, Buffer.alloc(600), utf16('WordDocument')]), /Word 97-2003[\s\S]*save it as \.docx/],
    [
      'locked.docx',
      Buffer.concat([ole, Buffer.alloc(600), utf16('EncryptedPackage')]),
      /protected by a password[\s\S]*remove the password/,
    ],
    ['scan.pdf', Buffer.from('89504e470d0a1a0a', 'hex'), /picture \(PNG\)[\s\S]*OCR/],
    ['files.docx', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(26), Buffer.from('readme.txt')]), /ZIP archive/],
    ['noise.txt', new Uint8Array(2000).map((_, at) => (at * 89 + 7) % 32), /neither a Word document, nor a PDF, nor text/],
    ['rest.docx', 'x', /named \.docx and holds plain text[\s\S]*name it \.txt/],
    ['cut.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Cat', /damaged/],
  ])('%s: a message, exit 3, and the other file still checked', async (name, bytes, message) => {
    const path = file(name, bytes)
    const { code, err, out } = await check(path, 'files/late.txt')
    expect(code).toBe(3)
    expect(err).toContain(path)
    expect(err).toMatch(message)
    expect(out).toContain('Contract     files/late.txt')
  })
  test('in JSON they stand beside the reports', async () => {
    const { code, out } = await check(file('nothing.txt', ''), 'files/late.txt', 'files/none.txt', '--format', 'json')
    const run = JSON.parse(out)
    expect(code).toBe(3)
    expect(schemaFaults(run)).toEqual([])
    expect(run.reports).toHaveLength(1)
    expect(run.failures.map(({ kind }: { kind: string }) => kind)).toEqual(['unreadable', 'usage'])
  })
})

describe('output', () => {
  test('of one file looks like the golden file', async () => {
    const { out, err } = await check('files/late.txt')
    await expect(out.replace(/clausegate \S+, pack \S+/, 'clausegate VERSION, pack HASH')).toMatchFileSnapshot('golden/late.txt')
    expect(err).toBe('clausegate: result=pass met=1 partial=1 conflict=0 missing=0 unread=0 waived=0 known=0 faults=0 reports=1 errors=0\n')
  })
  test('in JSON holds to the schema and is the same bytes each time', async () => {
    const first = await check('files/late.txt', '--format', 'json')
    expect(schemaFaults(JSON.parse(first.out))).toEqual([])
    expect((await check('files/late.txt', '--format', 'json')).out).toBe(first.out)
  })
  test('quotes are the words at their place', async () => {
    const { findings } = JSON.parse((await check('files/late.txt', '--format', 'json')).out)
    const text = readFileSync(join(cwd, 'files/late.txt'), 'utf8')
    const evidence = findings.flatMap((finding: { evidence: { quote: string; start: number; end: number }[] }) => finding.evidence)
    expect(evidence).not.toEqual([])
    for (const { quote, start, end } of evidence) expect(text.slice(start, end)).toBe(quote)
  })
  test('of several files is several reports, with --together one', async () => {
    const apart = JSON.parse((await check('files/late.txt', 'files/bare.txt', '--format', 'json')).out)
    expect(apart.reports.map((report: { documents: unknown[] }) => report.documents.length)).toEqual([1, 1])
    const together = JSON.parse((await check('files/late.txt', 'files/bare.txt', '--together', '--format', 'json')).out)
    expect(together.documents).toHaveLength(2)
  })
  test('goes to a file', async () => {
    const path = join(folder, 'report.json')
    const { out } = await check('files/late.txt', '--format', 'json', '--output', path)
    expect(out).toBe('')
    expect(schemaFaults(JSON.parse(readFileSync(path, 'utf8')))).toEqual([])
  })
  test('never replaces a contract', async () => {
    const path = file('kept.txt', 'The Supplier shall keep logs.')
    const { code, err } = await check('files/late.txt', path, '--output', join(folder, '.', 'kept.txt'))
    expect(code).toBe(2)
    expect(err).toMatch(/would overwrite a contract/)
    expect(readFileSync(path, 'utf8')).toBe('The Supplier shall keep logs.')
  })
  test('reads standard input', async () => {
    const stdin = readFileSync(join(cwd, 'files/late.txt'), 'utf8')
    const { code, out } = await command(['check', '--pack', './pack', '-'], { cwd, stdin })
    expect(code).toBe(0)
    expect(out).toContain('Contract     -')
  })
  test('is coloured for a person only', async () => {
    const argv = ['check', '--pack', './pack', 'files/late.txt']
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colour
    const bare = (out: string) => out.replace(/\u001b\[\d+m/g, '').replace(/ +$/gm, '')
    expect(bare((await command(argv, { cwd, isTTY: true })).out)).toBe((await command(argv, { cwd })).out)
    const coloured = (out: string) => out.includes('\u001b[')
    expect(coloured((await command(argv, { cwd, isTTY: true })).out)).toBe(true)
    expect(coloured((await command(argv, { cwd })).out)).toBe(false)
    expect(coloured((await command(argv, { cwd, isTTY: true, env: { NO_COLOR: '1' } })).out)).toBe(false)
    expect(coloured((await command([...argv, '--no-color'], { cwd, isTTY: true })).out)).toBe(false)
  })
})

test('a bar is shown to a person who checks several files, and to nobody else', async () => {
  const argv = ['check', '--pack', './pack', 'files/late.txt', 'files/bare.txt', '--no-color']
  const { err } = await command(argv, { cwd, isTTY: true })
  expect(err.replace(/clausegate: result=.*\n$/, '').endsWith('[##########..........] 2 of 2: files/bare.txt\r\u001b[K')).toBe(true)
  expect((await command(argv, { cwd })).err).toMatch(/^clausegate: result=\w+ .*\n$/)
})

describe('help', () => {
  test('shows examples and exits well', async () => {
    for (const argv of [['--help'], ['check', '--help']]) {
      const { code, out, err } = await command(argv)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain('Examples:')
    }
  })
  test('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await command(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})
