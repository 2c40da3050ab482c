// Builds dist/: the program and the API bundled by esbuild, the shipped rule packs compiled to JSON.
// What is bundled is a devDependency; only what cannot be bundled stays a dependency.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const top = fileURLToPath(new URL('..', import.meta.url))
const dist = resolve(top, 'dist')

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

/** The words of the grammar come compiled: what src/language/duties.ts would work out is worked out here. */
const compiledDuties = {
  name: 'compiled-duties',
  setup(b) {
    b.onLoad({ filter: /[\\/]language[\\/]duties\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...common, entryPoints: [path], plugins: [], write: false })
      const made = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
      return {
        contents: Object.entries(made)
          .map(([name, data]) => `export const ${name} = ${JSON.stringify(data)}`)
          .join('\n'),
      }
    })
  },
}

const common = {
  absWorkingDir: top,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@napi-rs/canvas'],
  logLevel: 'warning',
}

// One at a time, each with its own parts: what two of them shared would be cut into many small files, and each costs at start.
const made = new Set()
for (const entryPoints of [{ main: 'src/cli/main.ts' }, { index: 'src/index.ts' }, { packs: 'src/packs.ts' }]) {
  const { metafile } = await build({
    ...common,
    metafile: true,
    entryPoints,
    outdir: dist,
    splitting: true,
    minifyWhitespace: true,
    plugins: [withoutChildren, compiledDuties],
    legalComments: 'none',
    banner: { js: "import{createRequire as clausegateRequire}from'node:module';const require=clausegateRequire(import.meta.url);" },
  })
  for (const path of Object.keys(metafile.outputs)) made.add(resolve(dist, path.replace(/^.*\//, '')))
}

// What an earlier build left and this one did not make; nothing is removed before the new files are there.
for (const name of readdirSync(dist)) {
  if (name.endsWith('.js') && !made.has(resolve(dist, name))) rmSync(resolve(dist, name), { force: true })
}

// From their sources: a compiled pack of an earlier build would be taken for the pack itself.
const packs = resolve(dist, 'packs')
rmSync(packs, { recursive: true, force: true })
const { compiledJson, openPack, shippedPacks } = await import(pathToFileURL(resolve(dist, 'packs.js')).href)
const compiled = await Promise.all(shippedPacks().map(async name => [name, await openPack(name)])).catch(fault => {
  console.error(`${fault.where ?? ''}: ${fault.message}`)
  process.exit(1)
})
mkdirSync(packs, { recursive: true })
for (const [name, pack] of compiled) writeFileSync(resolve(packs, `${name}.json`), compiledJson(pack))
