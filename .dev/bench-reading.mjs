// How faithfully and how fast each format is read, at 10, 60 and 300 pages: words in order, clause numbers, cells of tables
// and hidden words against what is known to be there, and time against a floor that takes turns with it in the same run.
// Prints a table for README.md. Judging is not part of it: see bench.mjs for the program as a whole.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { formats } from './bench-formats.mjs'
import { agreement } from './bench-inputs.mjs'
import { secretWords } from './bench-pages.mjs'
import { readSource } from './fixture-source.mjs'

const top = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'clausegate-reading-'))
const sizes = [10, 60, 300]
const times = 7
const goals = { docx: { words: 1, ratio: 0.6, against: 'mammoth' }, pdf: { words: 0.995, ratio: 1.4, against: 'pdfjs' } }

const table = `| Service | Measure | Figure |
| Interface | Availability in each calendar month | 99.9 per cent |
| Support desk | Answer to a message of the highest class | 4 hours |
| Incident notice | Notification after becoming aware of it | 48 hours |`

/** The source of an agreement of about so many pages, with a table of service levels every fifth page. */
function sourceOf(pages) {
  const [head, ...parts] = agreement(pages).split(/(?=^## )/m)
  return readSource([head, ...parts.map((part, at) => (at % 5 === 4 ? `${part}${table}\n` : part))].join(''))
}

const reader = join(folder, 'read.mjs')
await build({
  absWorkingDir: top,
  entryPoints: { read: 'src/read/read.ts' },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['@napi-rs/canvas'],
  logLevel: 'warning',
  banner: { js: "import{createRequire as benchRequire}from'node:module';const require=benchRequire(import.meta.url);" },
})
const { readManuscript } = await import(pathToFileURL(reader).href)

const ways = {
  own: `const { readManuscript } = await import(${JSON.stringify(pathToFileURL(reader).href)})
    const read = bytes => readManuscript({ name: 'x', bytes })`,
  mammoth: `const { default: mammoth } = await import('mammoth')
    const read = bytes => mammoth.extractRawText({ buffer: bytes })`,
  pdfjs: `await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const read = async bytes => {
      const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false }).promise
      for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()
    }`,
}

/** One reading in a process of its own, after that of one page, so that libraries are loaded: processor seconds and peak MB. */
function run(way, small, file) {
  const code = `import { readFileSync } from 'node:fs'
    ${ways[way]}
    await read(readFileSync(${JSON.stringify(small)}))
    const bytes = readFileSync(${JSON.stringify(file)})
    const before = process.cpuUsage()
    await read(bytes)
    const { user, system } = process.cpuUsage(before)
    process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: top, encoding: 'utf8' }))
}

/** The least time of several runs, the floor in turns with ours, and the most memory. */
function measure(format, small, file) {
  const floor = goals[format]?.against
  const runs = Array.from({ length: times }, () => ({
    own: run('own', small, file),
    base: floor === undefined ? undefined : run(floor, small, file),
  }))
  const seconds = Math.min(...runs.map(({ own }) => own.seconds))
  const base = Math.min(...runs.map(one => one.base?.seconds ?? Number.NaN))
  return { seconds, ratio: seconds / base, megabytes: Math.max(...runs.map(({ own }) => own.megabytes)) }
}

const wordsIn = text =>
  text
    .replaceAll('**', '')
    .split(/[\s|]+/)
    .filter(word => word !== '')
const running = ({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'row'

/** The words that a person sees in a block, its number before them. */
function seenIn({ text }, { span, label = '', hidden = [] }) {
  const pieces = [...hidden.map(one => one.span), { start: span.end, end: span.end }]
  let from = span.start
  const seen = pieces.map(({ start, end }) => {
    const piece = text.slice(from, start)
    from = end
    return piece
  })
  return `${label} ${seen.join('')}`
}

/** The part of the words that stands in both in the same order; a word is looked for a little further on. */
function inOrder(left, right) {
  let [same, at, other] = [0, 0, 0]
  while (at < left.length && other < right.length) {
    const skip = right.slice(other, other + 200).indexOf(left[at])
    const behind = left.slice(at, at + 200).indexOf(right[other])
    if (skip === 0) [same, at, other] = [same + 1, at + 1, other + 1]
    else if (skip > 0 && (behind <= 0 || skip <= behind)) other += skip
    else at += 1
  }
  return same / Math.max(left.length, right.length)
}

const share = (found, all) => (all.length === 0 ? undefined : all.filter(found).length / all.length)
const squashed = text => wordsIn(text).join(' ')

/** What of the known contents of a file is in its reading, as parts of one. */
function faithfulness(blocks, manuscript, tricks) {
  const own = manuscript.blocks.filter(running).map(block => seenIn(manuscript, block))
  const numbered = new Set(own.map(words => squashed(words).slice(0, 80)))
  const rows = new Set(manuscript.blocks.filter(({ kind }) => kind === 'row').map(row => cellsOf(manuscript, row).join('\n')))
  const hidden = manuscript.blocks.flatMap(block => block.hidden ?? []).map(({ span }) => manuscript.text.slice(span.start, span.end))
  const labelled = blocks.filter(({ label }) => label !== undefined)
  return {
    words: inOrder(
      blocks.flatMap(block => wordsIn(block.kind === 'row' ? block.cells.join(' ') : `${block.label ?? ''} ${block.text}`)),
      own.flatMap(wordsIn),
    ),
    numbers: share(({ label, text }) => numbered.has(squashed(`${label} ${text}`).slice(0, 80)), labelled),
    cells: share(
      ({ cells }) => rows.has(cells.join('\n')),
      blocks.filter(({ kind }) => kind === 'row'),
    ),
    hidden: Array.from({ length: tricks }, (_, at) => at).filter(at => hidden.some(words => words.includes(secretWords(at)))).length,
  }
}

const cellsOf = ({ text }, { cells = [] }) => cells.map(({ start, end }) => text.slice(start, end))

const percent = part => (part === undefined ? '–' : `${(Math.floor(part * 10_000) / 100).toString()} %`)
const perSize = (results, of) => results.map(of).join(' / ')

/** The goals that a format does not reach, in words. */
function misses(format, results, tricks) {
  const goal = goals[format]
  if (goal === undefined) return []
  return [
    ...(results.some(({ words }) => words < goal.words) ? ['words'] : []),
    ...(format === 'docx' && results.some(({ numbers }) => numbers < 1) ? ['numbers'] : []),
    ...(results.some(({ hidden }) => hidden < tricks) ? ['hidden words'] : []),
    ...(results.some(({ ratio }) => ratio > goal.ratio) ? ['time'] : []),
  ]
}

try {
  console.log(
    '| format | words in order | numbers | rows of tables | hidden | seconds at 10 / 60 / 300 pages | times its floor | at most | MB |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const [format, { write, tricks }] of Object.entries(formats)) {
    const small = join(folder, `1.${format}`)
    writeFileSync(small, write(sourceOf(1)))
    const results = []
    for (const pages of sizes) {
      const source = sourceOf(pages)
      const bytes = write(source)
      const file = join(folder, `${pages}.${format}`)
      writeFileSync(file, bytes)
      const faith = faithfulness(source.blocks, await readManuscript({ name: `x.${format}`, bytes }), tricks)
      results.push({ ...faith, ...measure(format, small, file) })
    }
    const least = name => percent(Math.min(...results.map(one => one[name])))
    const goal = goals[format]
    const missed = misses(format, results, tricks)
    const cells = [
      format.toUpperCase(),
      least('words'),
      least('numbers'),
      least('cells'),
      tricks === 0 ? '–' : `${Math.min(...results.map(({ hidden }) => hidden))} of ${tricks}`,
      perSize(results, ({ seconds }) => seconds.toFixed(2)),
      goal === undefined ? '–' : `${perSize(results, ({ ratio }) => ratio.toFixed(2))} of ${goal.against}`,
      goal === undefined ? '–' : `${goal.ratio}${missed.length === 0 ? '' : `, not met: ${missed.join(', ')}`}`,
      perSize(results, ({ megabytes }) => Math.round(megabytes)),
    ]
    console.log(`| ${cells.join(' | ')} |`)
    if (missed.length > 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
