// The recipes run: the action's step by its script, the hook in a real git repository, the package installed into an empty
// project. What needs the service itself (containers, GitLab) is held by what can be read of it.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const top = mkdtempSync(join(tmpdir(), 'clausegate-recipes-'))
afterAll(() => rmSync(top, { recursive: true }))
const program = join(process.cwd(), 'bin/clausegate.js')
const home = process.cwd()

function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } })
  return { code: status, out: stdout, err: stderr }
}

function folder(name: string): string {
  const path = join(top, name)
  mkdirSync(path, { recursive: true })
  return path
}

describe('the action', () => {
  const cwd = folder('action')
  cpSync('fixtures/weak/weak.docx', join(cwd, 'weak one.docx'))
  const step = (env: Readonly<Record<string, string>>) => {
    const files = {
      GITHUB_WORKSPACE: cwd,
      GITHUB_ACTION: 'gaps',
      GITHUB_OUTPUT: join(cwd, 'output'),
      GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
    }
    return run('bash', [join(home, '.github/actions/check/check.sh')], cwd, { ...files, ...env })
  }
  test('annotates, sums up, hands on its files and ends with the exit code', () => {
    const { code, out } = step({ FILES: '*.docx' })
    expect(code).toBe(1)
    expect(out).toMatch(/^::error file=weak one\.docx,/m)
    expect(readFileSync(join(cwd, 'summary'), 'utf8')).toMatch(/^## weak one/)
    const sarif = /^sarif=(.*)$/m.exec(readFileSync(join(cwd, 'output'), 'utf8'))?.[1] ?? ''
    const { results, artifacts } = JSON.parse(readFileSync(sarif, 'utf8')).runs[0]
    expect(results).toHaveLength(48)
    expect(artifacts[0].location.uri).toBe('.clausegate/gaps/clausegate.sarif.1.weak_one.docx.txt')
    expect(existsSync(join(cwd, artifacts[0].location.uri))).toBe(true)
    expect(step({ FILES: '*.docx', FAIL_ON: 'none' }).code).toBe(0)
  })
  test('hands on nothing of an earlier step where its call is wrong, and says so', () => {
    step({ FILES: '*.docx', FAIL_ON: 'none' })
    writeFileSync(join(cwd, 'output'), '')
    writeFileSync(join(cwd, 'summary'), '')
    const { code, out } = step({ FILES: '*.docx', ARGUMENTS: '--profile niss2' })
    expect(code).toBe(2)
    expect(out).toMatch(/^::error title=clausegate::.*exit code 2/m)
    expect([readFileSync(join(cwd, 'output'), 'utf8'), readFileSync(join(cwd, 'summary'), 'utf8')]).toEqual(['', ''])
  })
  test.each(['*.none', '', ' \n '])('no file matched is no pass: %j', pattern => {
    const { code, out } = step({ FILES: pattern })
    expect(code).toBe(2)
    expect(out).toMatch(/No contract matches/)
  })
  test('takes its inputs for words, never for commands', () => {
    step({ FILES: '*.docx $(touch$IFS-pwned) `touch pwned`', ARGUMENTS: '--fail-on none ;touch pwned' })
    expect(existsSync(join(cwd, 'pwned'))).toBe(false)
  })
  test('declares what its script reads', () => {
    const { inputs, outputs, runs } = parse(readFileSync('.github/actions/check/action.yml', 'utf8'))
    expect(Object.keys(inputs)).toEqual(['files', 'fail-on', 'arguments'])
    expect(Object.keys(outputs)).toEqual(['sarif', 'json'])
    expect(Object.keys(runs.steps.at(-1).env)).toEqual(['FILES', 'FAIL_ON', 'ARGUMENTS'])
  })
})

describe('the hook in a git repository', () => {
  const cwd = folder('hook')
  const env = {
    CLAUSEGATE: `${process.execPath} ${program}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'a',
    GIT_COMMITTER_NAME: 'a',
  }
  const git = (...args: string[]) => run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], cwd, env)
  git('init', '-q')
  cpSync(join(home, '.githooks/pre-commit'), join(cwd, '.git/hooks/pre-commit'))
  test('stops a contract with gaps, as it is staged', () => {
    cpSync('fixtures/weak/weak.docx', join(cwd, 'a b.docx'))
    git('add', '.')
    cpSync('fixtures/strong/strong.docx', join(cwd, 'a b.docx'))
    const { code, out, err } = git('commit', '-qm', 'weak')
    expect(code).not.toBe(0)
    expect(`${out}${err}`).toMatch(/CONFLICT/)
  })
  test('lets pass what the committed configuration lets pass, and what is no contract', () => {
    writeFileSync(join(cwd, 'clausegate.config.yaml'), 'fail-on: none\n')
    git('add', '.')
    expect(git('commit', '-qm', 'allowed').code).toBe(0)
    writeFileSync(join(cwd, 'notes.md'), 'nothing')
    git('add', '.')
    expect(git('commit', '-qm', 'notes').code).toBe(0)
  })
})

const packages = folder('package')
const [packed] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', packages], home).out)
const tarball = join(packages, packed.filename)

describe('the package', () => {
  test('packs what is needed and nothing else', () => {
    const tops = new Set(packed.files.map(({ path }: { path: string }) => path.split('/')[0]))
    expect([...tops].sort()).toEqual(['README.md', 'bin', 'dist', 'package.json', 'rules', 'src'])
    expect(packed.files.filter(({ path }: { path: string }) => path.startsWith('src/')).map(({ path }: { path: string }) => path)).toEqual([
      'src/report/reading.schema.json',
      'src/report/report.schema.json',
      'src/report/revisions.schema.json',
    ])
    expect(packed.size).toBeLessThan(6_000_000)
    const [, fetched, held] = /it is one package: ([\d.]+) MB to fetch, ([\d.]+) MB on disk/.exec(readFileSync('README.md', 'utf8')) ?? []
    expect(Math.abs(packed.size / 1e6 / Number(fetched) - 1), `${packed.size} bytes packed`).toBeLessThan(0.15)
    expect(Math.abs(packed.unpackedSize / 1e6 / Number(held) - 1), `${packed.unpackedSize} bytes unpacked`).toBeLessThan(0.15)
  })
  test('installs alone, from its tarball, and checks a contract', () => {
    const project = folder('project')
    writeFileSync(join(project, 'package.json'), '{"name":"empty","private":true}')
    const installed = run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], project)
    expect(installed.code).toBe(0)
    expect(readdirSync(join(project, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['clausegate'])
    // Without the sources of the rules it must do by what the build compiled, whatever the times of unpacking.
    const own = join(project, 'node_modules/clausegate')
    for (const source of ['ai-model-protection/1-weights.yaml', 'controls/gdpr-2016-679.yaml'])
      writeFileSync(join(own, 'rules', source), 'not read: [')
    cpSync('fixtures/weak/weak.pdf', join(project, 'weak.pdf'))
    const { code, out } = run('npx', ['--no-install', 'clausegate', 'check', 'weak.pdf'], project)
    expect(code).toBe(1)
    expect(out).toMatch(/^GAP REPORT/)
    const json = run('npx', ['--no-install', 'clausegate', 'check', 'weak.pdf', '--format', 'json'], project)
    expect(JSON.parse(json.out).findings[0].controls.length).toBeGreaterThan(0)
  })
})

describe('the GitLab job', () => {
  const { clausegate } = parse(readFileSync('.gitlab/clausegate.yml', 'utf8'))
  const script: string = clausegate.script.join('\n')
  const job = (name: string, contracts: readonly string[]) => {
    const cwd = folder(`gitlab-${name}`)
    mkdirSync(join(cwd, 'contracts'))
    for (const file of contracts) cpSync('fixtures/weak/weak.docx', join(cwd, 'contracts', file))
    // As its runner does: one shell that stops at the first line that fails.
    const env = { ...clausegate.variables, CLAUSEGATE: tarball, npm_config_offline: 'true' }
    return { cwd, ...run('bash', ['-eo', 'pipefail', '-c', script], cwd, env) }
  }
  test('writes the reports that it hands on, and ends with the exit code', () => {
    const { cwd, code, out, err } = job('weak', ['a b.docx', 'c.docx'])
    expect(code).toBe(1)
    expect(out).toMatch(/GAP REPORT[\s\S]*GAP REPORT/)
    expect(err).toMatch(/clausegate: result=fail .* reports=2 errors=0\n$/)
    expect(readFileSync(join(cwd, clausegate.artifacts.reports.junit), 'utf8')).toMatch(/^<\?xml/)
    expect(JSON.parse(readFileSync(join(cwd, clausegate.artifacts.paths[0]), 'utf8')).reports).toHaveLength(2)
    expect(clausegate.artifacts.when).toBe('always')
  })
  test('no contract is no pass', () => {
    expect(job('none', []).code).toBe(2)
  })
})

describe.skipIf(run('make', ['--version'], top).code !== 0)('the line for make', () => {
  const [, line = ''] = /^- make: `(.+)`;$/m.exec(readFileSync('README.md', 'utf8')) ?? []
  const make = (name: string, contract: string | undefined) => {
    const cwd = folder(`make-${name}`)
    mkdirSync(join(cwd, 'contracts'))
    mkdirSync(join(cwd, 'bin'))
    if (contract !== undefined) cpSync(contract, join(cwd, 'contracts/a.docx'))
    writeFileSync(join(cwd, 'Makefile'), `${line}\n`)
    writeFileSync(join(cwd, 'bin/clausegate'), `#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`, { mode: 0o755 })
    return run('make', ['gaps'], cwd, { PATH: `${join(cwd, 'bin')}:${process.env.PATH}` })
  }
  test('checks, and fails on gaps and on no contract', () => {
    const weak = make('weak', 'fixtures/weak/weak.docx')
    expect([weak.code, weak.out]).toEqual([2, expect.stringMatching(/GAP REPORT/)])
    expect(weak.err).toMatch(/Error 1/)
    expect(make('none', undefined).err).toMatch(/Error 2/)
  })
})

describe('the image', () => {
  const steps = readFileSync('.docker/Dockerfile', 'utf8')
    .replace(/^#.*\n/gm, '')
    .split('\n')
    .filter(line => line !== '')
  const last = steps.slice(steps.findLastIndex(line => line.startsWith('FROM')))
  test('is slim, and runs as nobody special', () => {
    expect(last[0]).toBe('FROM node:20-slim')
    const [user, afterwards] = [last.indexOf('USER node'), last.findLastIndex(line => line.startsWith('RUN'))]
    expect(user).toBeGreaterThan(afterwards)
    expect(last.filter(line => /^USER/.test(line))).toEqual(['USER node'])
  })
  test('copies what is there, and installs nothing but the package', () => {
    const sources = steps.flatMap(line => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
    expect(sources.length).toBeGreaterThan(2)
    for (const source of sources) expect(existsSync(source), source).toBe(true)
    expect(last.filter(line => line.startsWith('RUN')).map(line => /npm install --global --silent (\S+)$/.exec(line)?.[1])).toEqual([
      '/tmp/clausegate.tgz',
    ])
    expect(last.at(-1)).toBe('ENTRYPOINT ["clausegate"]')
  })
  // Its last stage without the container: installed for all, run by another user, without a home, a network or a place to write.
  const root = process.getuid?.() === 0
  test('works for a user who may write nothing', () => {
    const [prefix, contracts] = [folder('image'), folder('image-contracts')]
    expect(run('npm', ['install', '--global', '--silent', '--offline', '--prefix', prefix, tarball], prefix).code).toBe(0)
    cpSync('fixtures/weak/weak.pdf', join(contracts, 'weak.pdf'))
    for (const path of [top, prefix, contracts]) chmodSync(path, 0o555)
    const options = {
      cwd: contracts,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '' },
      ...(root && { uid: 65534, gid: 65534 }),
    } as const
    const { status, stdout } = spawnSync(join(prefix, 'bin/clausegate'), ['check', 'weak.pdf'], options)
    for (const path of [top, prefix, contracts]) chmodSync(path, 0o755)
    expect(status).toBe(1)
    expect(stdout).toMatch(/^GAP REPORT/)
  })
})

describe('what needs a service', () => {
  test('the pre-commit framework finds a hook that exists', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
    expect(hook.entry.split(' ')[0]).toBe(Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).bin)[0])
  })
  test('scripts may be executed', () => {
    for (const script of ['.github/actions/check/check.sh', '.githooks/pre-commit']) expect(statSync(script).mode & 0o111).not.toBe(0)
  })
})
