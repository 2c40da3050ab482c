// How fast the program is, as ratios against floors that are measured in the same run, with peak memory beside each.
// The machine's load cancels out in a ratio: runs of the program and of its floor take turns, and medians are compared.
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

const options = { cwd: top, stdio: ['ignore', 'ignore', 'inherit'] }

function seconds(argv) {
  const start = process.hrtime.bigint()
  execFileSync(process.execPath, argv, options)
  return Number(process.hrtime.bigint() - start) / 1e9
}

/** Peak resident memory of one run in MB, as the process itself sees it when it ends. */
function megabytes(argv) {
  const out = join(folder, 'memory')
  const hook = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(out)}, String(process.resourceUsage().maxRSS)))`
  execFileSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, ...argv], options)
  return Math.round(Number(readFileSync(out, 'utf8')) / 1024)
}

const median = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]

function measure([name, argv, floorName, floor, limit, runs]) {
  seconds(argv)
  seconds(floor)
  const own = []
  const floors = []
  for (let run = 0; run < runs; run++) {
    own.push(seconds(argv))
    floors.push(seconds(floor))
  }
  return { name, floorName, limit, own: median(own), floor: median(floors), memory: megabytes(argv), floorMemory: megabytes(floor) }
}

try {
  console.log('what                   seconds    MB   against                    seconds    MB   ratio  at most')
  for (const row of rows) {
    const { name, floorName, limit, own, floor, memory, floorMemory } = measure(row)
    const ratio = own / floor
    const columns = [
      name.padEnd(22),
      own.toFixed(3).padStart(7),
      String(memory).padStart(5),
      '',
      floorName.padEnd(26),
      floor.toFixed(3).padStart(7),
    ]
    console.log(
      `${columns.join(' ')} ${String(floorMemory).padStart(5)}   ${ratio.toFixed(2).padStart(5)}  ${limit}${ratio > limit ? '  TOO SLOW' : ''}`,
    )
    if (ratio > limit) process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true })
}
