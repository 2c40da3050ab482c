// Builds dist/: the program (for bin/clausegate.js) and the API bundled by esbuild, the shipped rule packs compiled.
// What is bundled is a devDependency; only what cannot be bundled stays a dependency.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
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
  // All that these patterns name is known to Node 20; as calls that make them anew they would take ten times as long.
  supported: { 'regexp-unicode-property-escapes': true },
  external: ['@napi-rs/canvas'],
  logLevel: 'warning',
}

/** Packages that few runs need: each set is a file of its own, opened when it is first asked for. */
const libraries = {
  pdf: { 'pdfjs-dist/legacy/build/pdf.worker.mjs': 'worker', 'pdfjs-dist/legacy/build/pdf.mjs': 'pdfjs', 'pdf-parse': 'pdfParse' },
  yaml: { yaml: 'yaml', ajv: 'ajv' },
}

const apart = {
  name: 'apart',
  setup(b) {
    for (const [file, packages] of Object.entries(libraries))
      b.onResolve({ filter: new RegExp(`^(?:${Object.keys(packages).join('|')})$`) }, ({ path }) => ({
        path: packages[path],
        namespace: 'apart',
        pluginData: `module.exports = require('./${file}.cjs').${packages[path]}`,
      }))
    b.onLoad({ filter: /.*/, namespace: 'apart' }, ({ pluginData }) => ({ contents: pluginData }))
    b.onResolve({ filter: /^\.\/\w+\.cjs$/ }, ({ path }) => ({ path, external: true }))
  },
}

// esbuild writes strings in ASCII, and leaves the letters of patterns as they are.
function inAscii(text) {
  return text.replace(/[\u0080-\uffff]/g, letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** For bin/clausegate.js: one file of ASCII, the hash of the rest in its first line, then a function as the module loader has them. */
async function buildProgram(name, source, plugins) {
  const { outputFiles } = await build({
    ...common,
    ...source,
    format: 'cjs',
    supported: { ...common.supported, 'dynamic-import': false },
    write: false,
    minifyWhitespace: true,
    plugins: [withoutChildren, compiledDuties, ...plugins],
    legalComments: 'none',
    define: { 'import.meta.url': 'clausegateUrl' },
    banner: {
      js: "(function(exports,require,module,__filename,__dirname){'use strict';const clausegateUrl=require('node:url').pathToFileURL(__filename).href;",
    },
    footer: { js: '})' },
  })
  const text = inAscii(outputFiles[0].text)
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  writeFileSync(resolve(dist, `${name}.cjs`), `//${hash}\n${text}`, 'ascii')
}

mkdirSync(dist, { recursive: true })
rmSync(resolve(dist, 'cache'), { recursive: true, force: true })
await buildProgram('main', { entryPoints: ['src/cli/main.ts'] }, [apart])
for (const [name, packages] of Object.entries(libraries)) {
  const contents = Object.entries(packages)
    .map(([path, as]) => `export * as ${as} from '${path}'`)
    .join('\n')
  await buildProgram(name, { stdin: { contents, resolveDir: top } }, [])
}

// One at a time, each with its own parts: what two of them shared would be cut into many small files, and each costs at start.
const made = new Set()
for (const entryPoints of [
  { index: 'src/index.ts' },
  { packs: 'src/packs.ts' },
  { controls: 'src/controls.ts' },
  { learning: 'src/learning.ts' },
]) {
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

function refuse(fault) {
  console.error(`${fault.where ?? ''}: ${fault.message}`)
  process.exit(1)
}

// From their sources: a compiled pack of an earlier build would be taken for the pack itself.
const packs = resolve(dist, 'packs')
rmSync(packs, { recursive: true, force: true })
const { compilePack, shippedPacks } = await import(pathToFileURL(resolve(dist, 'packs.js')).href)
mkdirSync(packs, { recursive: true })
for (const name of shippedPacks()) await compilePack(name, packs).catch(refuse)

// The published controls: each map is held against the requirements of its pack.
const { controlsFolder, controlsIn } = await import(pathToFileURL(resolve(dist, 'controls.js')).href)
const { openPack } = await import(pathToFileURL(resolve(dist, 'packs.js')).href)
const asked = {}
for (const name of shippedPacks()) asked[name] = (await openPack(name)).requirements.map(({ id }) => id)
writeFileSync(resolve(dist, 'controls.json'), JSON.stringify(await controlsIn(controlsFolder(), asked).catch(refuse)))

// One run through the readers and one of the help, so that the engine's compiled code is at hand from the first start on.
const strong = ['docx', 'pdf', 'txt'].map(format => resolve(top, `fixtures/strong/strong.${format}`))
execFileSync(process.execPath, [resolve(top, 'bin/clausegate.js'), 'check', '--fail-on', 'none', ...strong], { stdio: 'ignore' })
execFileSync(process.execPath, [resolve(top, 'bin/clausegate.js'), '--help'], { stdio: 'ignore' })
