// Makes the files of fixtures/ from their sources: NAME.docx, NAME.pdf (printed from it by LibreOffice), NAME.txt; and
// holds each expected.yaml against the source: every quoted word must stand under the clause number it is cited with.
//
//   node .dev/fixtures.mjs [NAME ...]           build and hold
//   node .dev/fixtures.mjs --check [NAME ...]   hold only (needs no LibreOffice)
//
// Built files are committed, so tests need no word processor.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { parse } from 'yaml'
import { writeDocx } from './fixture-docx.mjs'
import { readSource } from './fixture-source.mjs'

const home = new URL('../fixtures/', import.meta.url).pathname
const args = process.argv.slice(2)
const checkOnly = args.includes('--check')
const wanted = args.filter(a => !a.startsWith('--'))
const names = readdirSync(home).filter(n => existsSync(join(home, n, `${n}.source.md`)) && (wanted.length === 0 || wanted.includes(n)))

const plain = text => text.replaceAll('**', '').replaceAll('<br>', ' ')
const depth = block => (block.kind === 'clause' ? Math.max(block.level - 1, 0) : block.level)
const indent = block => '    '.repeat(depth(block))

/** One paragraph or row of the text file. */
function textLine(block) {
  if (block.kind === 'row') return block.cells.map(plain).join(' | ')
  const label = block.kind === 'bullet' ? '•' : block.label
  return indent(block) + (label === undefined ? '' : `${label} `) + plain(block.text)
}

function textOf(blocks) {
  return `${blocks
    .map((b, i) => textLine(b) + (b.kind === 'row' && blocks[i + 1]?.kind === 'row' ? '\n' : '\n\n'))
    .join('')
    .trimEnd()}\n`
}

/** A PDF's date and identity differ from run to run; words of the same length keep every offset true. */
function settle(file) {
  const text = readFileSync(file, 'latin1')
    .replace(/(\/CreationDate\(D:)\d{14}/, '$120240101000000')
    .replace(/(\/ID \[ )<[0-9A-F]+>\s*<[0-9A-F]+>/, (all, start) => start + all.slice(start.length).replace(/[0-9A-F]/g, '0'))
    .replace(/(\/DocChecksum \/)[0-9A-F]+/, (all, start) => start + '0'.repeat(all.length - start.length))
  writeFileSync(file, text, 'latin1')
}

/** The same for a Word file that LibreOffice saved: its parts as they are, but for the times. */
function settleDocx(file) {
  const parts = unzipSync(readFileSync(file))
  const core = Buffer.from(parts['docProps/core.xml']).toString('utf8')
  parts['docProps/core.xml'] = Buffer.from(core.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '2024-01-01T00:00:00Z'))
  writeFileSync(file, zipSync(parts, { mtime: new Date(2024, 0, 1), level: 9 }))
}

/** Converts with LibreOffice in a profile and folder of its own. */
function convert(file, format, target) {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-'))
  const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', format, '--outdir', folder, file]
  execFileSync('soffice', options, { stdio: 'ignore', timeout: 120_000 })
  cpSync(join(folder, target), file.replace(/[^/]+$/, target))
  rmSync(folder, { recursive: true })
}

function build(name, source) {
  const file = join(home, name, `${name}.docx`)
  writeFileSync(file, writeDocx(source))
  writeFileSync(join(home, name, `${name}.txt`), textOf(source.blocks))
  convert(file, 'pdf', `${name}.pdf`)
  settle(join(home, name, `${name}.pdf`))
  if (!source.head.resaved) return
  convert(file, 'docx:MS Word 2007 XML', `${name}.docx`)
  settleDocx(file)
}

const squash = text => plain(text).replace(/\s+/g, ' ')

/** What is wrong with the quotes of an expected.yaml: words that stand nowhere, or under another number. */
function misquotes(name, blocks) {
  const path = join(home, name, 'expected.yaml')
  if (!existsSync(path)) return [`${name}: expected.yaml is not there`]
  const cells = Object.entries(parse(readFileSync(path, 'utf8')).requirements)
  return cells.flatMap(([id, cell]) =>
    (cell.evidence ?? []).flatMap(({ at, words }) => {
      const places = blocks.filter(b => squash(b.kind === 'row' ? b.cells.join(' | ') : b.text).includes(words)).map(b => b.at)
      return places.includes(String(at))
        ? []
        : [`${name}: ${id}: "${words}" is cited at ${at}, stands at ${places.join(', ') || 'no place'}`]
    }),
  )
}

const faults = names.flatMap(name => {
  const source = readSource(readFileSync(join(home, name, `${name}.source.md`), 'utf8'))
  if (!checkOnly) build(name, source)
  return misquotes(name, source.blocks)
})
for (const fault of faults) console.error(fault)
console.log(`${names.length} fixtures, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
