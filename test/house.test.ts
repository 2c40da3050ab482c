// The house stands: what lies at the top, who may import whom, how long a file is and how it opens.
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, posix } from 'node:path'
import { expect, test } from 'vitest'

const made = ['node_modules', 'dist', '.git']
const top = readdirSync('.', { withFileTypes: true }).filter(({ name }) => !made.includes(name) && !name.endsWith('.tgz'))
const files = top.flatMap(entry =>
  entry.isDirectory()
    ? readdirSync(entry.name, { recursive: true, encoding: 'utf8' }).map(file => posix.join(entry.name, file))
    : [entry.name],
)
const sources = files.filter(file => /^src\/.*\.ts$/.test(file) && !file.endsWith('.d.ts'))
const own = files.filter(file => /^(src|test|\.dev|bin)\/.*\.(ts|mjs|js)$/.test(file))

/** Who may import whom, by folder; a folder may always import its own. */
const table: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  language: ['domain'],
  read: ['domain'],
  parse: ['domain', 'language'],
  yaml: ['domain'],
  rulepack: ['domain', 'language', 'yaml', 'controls'],
  controls: ['domain', 'yaml'],
  gate: ['domain', 'yaml'],
  check: ['domain', 'language'],
  report: ['domain'],
}

function text(file: string): string {
  return readFileSync(file, 'utf8')
}

function imports(file: string): string[] {
  const lines = /^(?:import|export)\b(?:[^'"]*?\bfrom)? '([^']+)'|\bimport\('([^']+)'\)/gm
  return [...text(file).matchAll(lines)].map(match => match[1] ?? match[2] ?? '')
}

function folder(file: string): string {
  return file.split('/').length > 2 ? (file.split('/')[1] ?? '') : ''
}

test('the import lines are found', () => {
  expect(imports('src/pipeline.ts')).toContain('./check/check.ts')
  expect(imports('src/read/read.ts')).toContain('./pdf/pdf.ts')
  expect(sources.length).toBeGreaterThan(40)
})

test('only what belongs there lies at the top', () => {
  const allowed = /^(\..*|bin|src|rules|fixtures|test|package\.json|package-lock\.json|tsconfig\.json|README\.md|LICENSE)$/
  expect([...new Set(files.map(file => file.split('/')[0] ?? ''))].filter(entry => !allowed.test(entry))).toEqual([])
})

test('folders import only what the table allows', () => {
  const wrong = sources.flatMap(file =>
    imports(file)
      .filter(path => path.startsWith('.'))
      .map(path => posix.join(dirname(file), path))
      .filter(target => {
        const from = folder(file)
        const allowed = table[from]
        return allowed !== undefined && target.startsWith('src/') && folder(target) !== from && !allowed.includes(folder(target))
      })
      .map(target => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test('a third-party package is imported in one place', () => {
  const places = new Map<string, Set<string>>()
  for (const file of sources) {
    for (const path of imports(file)) {
      if (path.startsWith('.') || path.startsWith('node:') || builtinModules.includes(path)) continue
      const name = path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/')
      places.set(name, (places.get(name) ?? new Set()).add(file))
    }
  }
  expect(places.size).toBeGreaterThan(4)
  expect([...places].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(', ')}`)).toEqual([])
})

test('only cli/ touches the process, the console and the clock', () => {
  const touches = /\bprocess\.(?!getBuiltinModule)|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bMath\.random\b/
  const code = (file: string) => text(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  expect(sources.filter(file => !file.startsWith('src/cli/') && touches.test(code(file)))).toEqual([])
})

test('files are under 250 lines', () => {
  expect(own.filter(file => text(file).split('\n').length > 250)).toEqual([])
})

test('files open with what they are for', () => {
  const opening = /^(#!.*\n)?\/\/ \S.{10,}/
  expect(own.filter(file => !opening.test(text(file)))).toEqual([])
})

test('nothing is exported by default, and own files are imported with their extension', () => {
  expect(sources.filter(file => /^export default/m.test(text(file)))).toEqual([])
  const bare = sources.flatMap(file => imports(file).filter(path => path.startsWith('.') && !/\.(ts|json)$/.test(path)))
  expect(bare).toEqual([])
})
