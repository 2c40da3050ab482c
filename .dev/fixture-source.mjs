// Reads the source of one fixture agreement: a Markdown-like text whose clause numbers are counted here, once,
// so that the Word file (automatic numbers), the PDF and the text (typed numbers) agree. Leaves writing to others.
//
//   # title          ## numbered heading     ### heading without number    @@ Annex A - title (new page)
//   . level 2        .. level 3              ... level 4                   + unnumbered, indented as level 2
//   s. paragraph of an annex (restarts in each)  s.. its limb              A) recital    * bullet
//   | a | b |  table row, the first being the header                       anything else: a plain paragraph
//   {#name} at the end of a paragraph names its number; {@name} stands for it
import { parse } from 'yaml'

/** Number formats of the schools of drafting: [kind, text] for each level. */
export const schools = {
  article: [
    ['decimal', 'Article %1.'],
    ['decimalZero', '%1.%2'],
    ['lowerLetter', '(%3)'],
    ['lowerRoman', '(%4)'],
  ],
  eu: [
    ['decimal', 'Article %1'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
    ['lowerRoman', '(%4)'],
  ],
  decimal: [
    ['decimal', '%1.'],
    ['decimal', '%1.%2'],
    ['lowerLetter', '(%3)'],
    ['lowerRoman', '(%4)'],
  ],
}
/** Paragraphs of annexes, and recitals. */
export const annexLevels = [
  ['decimal', '%1.'],
  ['lowerLetter', '(%2)'],
]
export const recitalLevels = [['upperLetter', '(%1)']]

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv']
const shapes = {
  decimal: n => String(n),
  decimalZero: n => String(n).padStart(2, '0'),
  lowerLetter: n => String.fromCharCode(96 + n),
  upperLetter: n => String.fromCharCode(64 + n),
  lowerRoman: n => roman[n],
}

/** The label of a level as a person sees it, from the counters of all levels. */
function labelOf(levels, level, counters) {
  return levels[level][1].replace(/%(\d)/g, (_, d) => shapes[levels[d - 1][0]](counters[d - 1]))
}

/** A counter over levels: `next(level)` gives the label. */
function counter(levels) {
  const counters = levels.map(() => 0)
  return level => {
    counters[level] += 1
    counters.fill(0, level + 1)
    return labelOf(levels, level, counters)
  }
}

const marks = [
  [/^# (.*)/, 'title'],
  [/^## (.*)/, 'clause', 0],
  [/^### (.*)/, 'heading'],
  [/^@@ (.*)/, 'annex'],
  [/^s\.\. (.*)/, 'annex-paragraph', 1],
  [/^s\. (.*)/, 'annex-paragraph', 0],
  [/^\.\.\. (.*)/, 'clause', 3],
  [/^\.\. (.*)/, 'clause', 2],
  [/^\. (.*)/, 'clause', 1],
  [/^\+ (.*)/, 'continuation'],
  [/^A\) (.*)/, 'recital', 0],
  [/^\* (.*)/, 'bullet'],
  [/^\|(.*)\|\s*$/, 'row'],
  [/^(.*)/, 'paragraph'],
]

function readLine(line) {
  for (const [pattern, kind, level] of marks) {
    const match = pattern.exec(line)
    if (match !== null) return { kind, level: level ?? 0, text: match[1].trim() }
  }
  throw new Error(`no mark fits: ${line}`)
}

const bare = label => label.replace(/^Article /, '').replace(/\.$/, '')

/** Numbers the blocks: `label` as printed, `at` as one cites it ("4.2(a)", "Annex B 3"), `annex` counts annexes from 1. */
function numberBlocks(blocks, school) {
  const clause = counter(schools[school])
  const recital = counter(recitalLevels)
  const trail = []
  const paragraphTrail = []
  let paragraph
  let annex = 0
  let home = ''
  for (const block of blocks) {
    if (block.kind === 'clause') {
      block.label = clause(block.level)
      trail[block.level] = block.level < 2 ? bare(block.label) : trail[block.level - 1] + block.label
      home = trail[block.level]
    } else if (block.kind === 'annex') {
      annex += 1
      paragraph = counter(annexLevels)
      home = /^\w+ \w+/.exec(block.text)[0]
      paragraphTrail[0] = home
    } else if (block.kind === 'annex-paragraph') {
      block.label = paragraph(block.level)
      const root = /^\w+ \w+/.exec(paragraphTrail[0])[0]
      if (block.level === 0) paragraphTrail[0] = `${root} ${bare(block.label)}`
      home = block.level === 0 ? paragraphTrail[0] : paragraphTrail[0] + block.label
    } else if (block.kind === 'recital') block.label = recital(0)
    block.at = block.kind === 'recital' ? block.label : home
    block.annex = annex
  }
}

function nameNumbers(blocks) {
  const names = new Map()
  for (const block of blocks) {
    block.text = block.text.replace(/\s*\{#([\w-]+)\}$/, (_, name) => {
      names.set(name, block.at)
      return ''
    })
  }
  for (const block of blocks) {
    block.text = block.text.replace(/\{@([\w-]+)\}/g, (_, name) => {
      if (!names.has(name)) throw new Error(`no paragraph is named ${name}`)
      return names.get(name)
    })
  }
}

/** Reads a source. Out: `head` (title, running, school, resaved) and numbered blocks; rows carry `cells`, `header`. */
export function readSource(source) {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)
  const head = parse(front)
  const blocks = body
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(readLine)
  numberBlocks(blocks, head.school)
  nameNumbers(blocks)
  blocks.forEach((block, i) => {
    if (block.kind !== 'row') return
    block.cells = block.text.split('|').map(cell => cell.trim())
    block.header = blocks[i - 1]?.kind !== 'row'
  })
  return { head, blocks }
}
