// Builds dist/: the program and the API bundled by esbuild, the shipped rule packs compiled to JSON.
// What is bundled is a devDependency; only what cannot be bundled stays a dependency.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
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

rmSync(dist, { recursive: true, force: true })
await build({
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

const { loadRulePack, shippedPacks } = await import(pathToFileURL(resolve(dist, 'index.js')).href)
mkdirSync(resolve(dist, 'packs'), { recursive: true })
for (const name of shippedPacks()) {
  try {
    const pack = await loadRulePack(name)
    writeFileSync(resolve(dist, 'packs', `${name}.json`), JSON.stringify({ ...pack, concepts: [...pack.concepts.values()] }))
  } catch (error) {
    console.warn(`pack ${name}: ${error.message}`)
  }
}
