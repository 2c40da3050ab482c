// Where reports go: what may be asked for together, several formats in one run, nothing half written.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { outputsOf } from '../../src/cli/outputs.ts'
import { command } from './world.ts'

const cwd = new URL('.', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'clausegate-outputs-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('asked for', () => {
  test.each([
    [[], undefined, [{ format: 'text' }]],
    [[], 'a.txt', [{ format: 'text', file: 'a.txt' }]],
    [['json'], undefined, [{ format: 'json' }]],
    [['json'], 'a.json', [{ format: 'json', file: 'a.json' }]],
    [['sarif=a=b.sarif'], undefined, [{ format: 'sarif', file: 'a=b.sarif' }]],
    [['text', 'junit=a.xml'], undefined, [{ format: 'text' }, { format: 'junit', file: 'a.xml' }]],
  ])('%j with --output %s', (formats, output, outputs) => {
    expect(outputsOf(formats, output)).toEqual(outputs)
  })
  test.each([
    [['josn'], undefined, /no format "josn"/],
    [['text', 'json'], undefined, /only one report can go to standard output/],
    [['xlsx'], undefined, /a workbook is no text/],
    [['json='], undefined, /no file is named/],
    [['json=a', 'sarif=a'], undefined, /two reports would go to a/],
    [['json=a'], 'b', /a file of its own already/],
  ])('%j with --output %s is refused', (formats, output, message) => {
    expect(() => outputsOf(formats, output)).toThrow(message)
  })
})

const check = (...argv: string[]) => command(['check', '--pack', './pack', 'files/late.txt', ...argv], { cwd })

test('several formats in one run, and the text that SARIF points into beside it', async () => {
  const formats = ['sarif', 'junit', 'markdown', 'csv', 'xlsx', 'github'].flatMap(name => ['--format', `${name}=${join(folder, name)}`])
  const { code, out } = await check('--format', 'json', ...formats)
  expect(code).toBe(0)
  expect(JSON.parse(out).summary.result).toBe('pass')
  expect(readdirSync(folder).sort()).toEqual(['csv', 'github', 'junit', 'markdown', 'sarif', 'sarif.1.late.txt.txt', 'xlsx'])
  const extracted = readFileSync(join(folder, 'sarif.1.late.txt.txt'), 'utf8')
  const { results } = JSON.parse(readFileSync(join(folder, 'sarif'), 'utf8')).runs[0]
  const places = results.flatMap((result: { locations: object[] }) => result.locations)
  expect(places.length).toBeGreaterThan(0)
  for (const { physicalLocation } of places) {
    expect(decodeURIComponent(physicalLocation.artifactLocation.uri)).toMatch(/sarif\.1\.late\.txt\.txt$/)
    expect(extracted.split('\n').length).toBeGreaterThanOrEqual(physicalLocation.region.endLine)
  }
})

test('where one file cannot be written, none is', async () => {
  const { code, err } = await check('--format', `json=${join(folder, 'kept.json')}`, '--format', 'csv=nowhere/at/all.csv')
  expect(code).toBe(2)
  expect(err).toMatch(/nowhere\/at\/all\.csv: The report cannot be written/)
  expect(readdirSync(folder).filter(name => /kept|part/.test(name))).toEqual([])
})

test('what there is no room for leaves nothing behind', () => {
  const place = mkdtempSync(join(tmpdir(), 'clausegate-full-'))
  writeFileSync(join(place, 'r.json'), 'of yesterday')
  const program = new URL('../../bin/clausegate.js', import.meta.url).pathname
  const contract = new URL('files/late.txt', import.meta.url).pathname
  const argv = ['check', contract, '--format', 'csv=r.csv', '--format', 'json=r.json']
  // Files of more than 8 kB may not be written: as on a disk that is full.
  const { status, stderr } = spawnSync('bash', ['-c', 'ulimit -f 8; exec "$@"', '-', process.execPath, program, ...argv], {
    cwd: place,
    encoding: 'utf8',
  })
  const left = readdirSync(place).map(name => [name, readFileSync(join(place, name), 'utf8')])
  rmSync(place, { recursive: true })
  expect(status).toBe(2)
  expect(stderr).toMatch(/r\.json: The report cannot be written there \(EFBIG\)\n {2}Make room/)
  expect(left).toEqual([['r.json', 'of yesterday']])
})

test('a report in any format never replaces a contract', async () => {
  const { code, err } = await check('--format', 'sarif=files/late.txt')
  expect(code).toBe(2)
  expect(err).toMatch(/would overwrite a contract/)
})
