// Builds dist/: the program and the API bundled by esbuild, the shipped rule packs compiled to JSON.
// What is bundled is a devDependency; only what cannot be bundled stays a dependency.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const top = fileURLToPath(new URL('..', import.meta.url))
const dist = resolve(top, 'dist')

/** While parts of the program are being written: an absent own file becomes a module that says so. */
const absent = {
  name: 'absent',
  setup(b) {
    b.onResolve({ filter: /^\.\.?\// }, args => {
      if (!args.path.endsWith('.ts')) return undefined
      const path = resolve(dirname(args.importer), args.path)
      return existsSync(path) ? undefined : { path, namespace: 'absent' }
    })
    b.onLoad({ filter: /.*/, namespace: 'absent' }, args => {
      console.warn(`not there yet: ${args.path}`)
      return {
        contents: `module.exports = new Proxy({}, { get: (_, name) => () => { throw new Error('not built in: ${args.path} ' + String(name)) } })`,
      }
    })
  },
}

/** commander starts other programs only for subcommands in files of their own, which we have not; loading the means costs 5 ms. */
const withoutChildren = {
  name: 'without-children',
  setup(b) {
    b.onResolve({ filter: /^node:child_process$/ }, ({ importer, path }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path, namespace: 'empty' } : undefined,
    )
    b.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {}' }))
  },
}

const { metafile } = await build({
  metafile: true,
  absWorkingDir: top,
  entryPoints: { main: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: dist,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  minifyWhitespace: true,
  external: ['@napi-rs/canvas'],
  plugins: [absent, withoutChildren],
  logLevel: 'warning',
  legalComments: 'none',
  banner: { js: "import{createRequire as clausegateRequire}from'node:module';const require=clausegateRequire(import.meta.url);" },
})

// What an earlier build left and this one did not make; nothing is removed before the new files are there.
const made = new Set(Object.keys(metafile.outputs).map(path => resolve(top, path)))
for (const name of readdirSync(dist)) {
  if (name.endsWith('.js') && !made.has(resolve(dist, name))) rmSync(resolve(dist, name), { force: true })
}

// From their sources: a compiled pack of an earlier build would be taken for the pack itself.
const packs = resolve(dist, 'packs')
rmSync(packs, { recursive: true, force: true })
const { loadRulePack, shippedPacks } = await import(pathToFileURL(resolve(dist, 'index.js')).href)
const compiled = await Promise.all(shippedPacks().map(async name => [name, await loadRulePack(name)]))
mkdirSync(packs, { recursive: true })
for (const [name, pack] of compiled) {
  writeFileSync(resolve(packs, `${name}.json`), JSON.stringify({ ...pack, concepts: [...pack.concepts.values()] }))
}
