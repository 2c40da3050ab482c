// How fast the program is, as ratios against floors that are measured in the same run, with peak memory beside each.
// Runs of the program and of its floor take turns, and the least of each is compared, since load only ever adds. What
// counts is processor time over all threads and processes, which a busy machine changes least; the ratio by the clock stands beside it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { agreement, docxOf, pdfOf } from './bench-inputs.mjs'

const top = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'clausegate-bench-'))
const file = (name, bytes) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const long = agreement(300)
const inputs = {
  docx10: file('10.docx', docxOf(agreement(10))),
  docx300: file('300.docx', docxOf(long)),
  pdf300: file('300.pdf', pdfOf(long, 300)),
}
const program = [join(top, 'bin/clausegate.js')]
const check = input => [...program, 'check', '--fail-on', 'none', input]
const script = code => ['--input-type=module', '-e', code]
const mammoth = script(`import m from 'mammoth'; (await m.extractRawText({ path: ${JSON.stringify(inputs.docx300)} })).value`)
const pdfjs = script(`
  import { readFileSync } from 'node:fs'
  import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
  const data = new Uint8Array(readFileSync(${JSON.stringify(inputs.pdf300)}))
  const pdf = await getDocument({ data, verbosity: 0, isEvalSupported: false }).promise
  for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent()`)
const nothing = ['-e', '0']

const rows = [
  ['--help', [...program, '--help'], 'node -e 0', nothing, 1.5, 15],
  ['check, 10-page DOCX', check(inputs.docx10), 'node -e 0', nothing, 3.5, 11],
  ['check, 300-page DOCX', check(inputs.docx300), "mammoth's raw text alone", mammoth, 2, 5],
  ['check, 300-page PDF', check(inputs.pdf300), 'pdfjs text alone', pdfjs, 1.6, 5],
]

/** Loaded into every measured process and those that it starts; says when it ends what it has used. */
const usage = file(
  'usage.cjs',
  "process.on('exit', () => require('node:fs').appendFileSync(process.env.BENCH_USAGE, JSON.stringify(process.resourceUsage()) + '\\n'))",
)
const out = join(folder, 'usage.json')
const env = { ...process.env, BENCH_USAGE: out, NODE_OPTIONS: `--require ${usage}` }
const options = { cwd: top, stdio: ['ignore', 'ignore', 'ignore'], env }

/** One run: seconds of processor and of the clock, and peak resident memory in MB, over the process and those it started. */
function run(argv) {
  rmSync(out, { force: true })
  const start = process.hrtime.bigint()
  execFileSync(process.execPath, argv, options)
  const clock = Number(process.hrtime.bigint() - start) / 1e9
  const used = readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  const sum = of => used.reduce((total, one) => total + of(one), 0)
  return { processor: sum(one => one.userCPUTime + one.systemCPUTime) / 1e6, clock, memory: Math.round(sum(one => one.maxRSS) / 1024) }
}

/** The least of each over all runs; of memory the most. */
function least(runs) {
  const of = name => runs.map(one => one[name])
  return { processor: Math.min(...of('processor')), clock: Math.min(...of('clock')), memory: Math.max(...of('memory')) }
}

function measure(argv, floor, times) {
  run(argv)
  run(floor)
  const pairs = Array.from({ length: times }, () => [run(argv), run(floor)])
  return { own: least(pairs.map(([own]) => own)), base: least(pairs.map(([, base]) => base)) }
}

const figures = ({ processor, memory }) => `${processor.toFixed(3).padStart(7)} ${String(memory).padStart(5)}`

try {
  console.log('what                   seconds    MB   against                    seconds    MB   ratio  at most   (by the clock)')
  for (const [name, argv, floorName, floor, limit, times] of rows) {
    const { own, base } = measure(argv, floor, times)
    const ratio = own.processor / base.processor
    const both = `${name.padEnd(22)} ${figures(own)}   ${floorName.padEnd(26)} ${figures(base)}`
    const verdict = ratio > limit ? 'TOO SLOW' : ''
    console.log(
      `${both}   ${ratio.toFixed(2).padStart(5)}  ${String(limit).padEnd(7)}   ${(own.clock / base.clock).toFixed(2).padEnd(6)} ${verdict}`.trimEnd(),
    )
    if (ratio > limit) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
