// The pages of an open PDF, one by one: what stands on each, whether it can be read at all, and by what means. A page that is
// a picture, or whose letters cannot be told, goes to OCR; what became of each is noted. Wording is in notes.ts.
import type { Note, PageReading } from '../../domain/manuscript.ts'
import type { ObjectFaults } from './claims.ts'
import type { OpenPdf } from './load.ts'
import { comparedPage, damagedPage, layeredPage, picturedPage, scannedPage, undrawnWords } from './notes.ts'
import { readPage } from './page.ts'
import { holds, type Paper } from './paper.ts'
import { type OpenOcr, scanReader } from './recognise.ts'

/** What was read of all pages. */
export interface PagesRead {
  /** Those of which anything was read. */
  readonly papers: readonly Paper[]
  readonly pages: readonly PageReading[]
  readonly notes: readonly Note[]
  /** Whether one page stands in the place of another: then that one was not read. */
  readonly twice: boolean
}

/** Reads all pages. A blank one is taken for a lost one where the file lost anything, or has something to draw on it. */
export async function readPages(pdf: OpenPdf, faults: ObjectFaults, ocr: OpenOcr | false, mostPieces: number): Promise<PagesRead> {
  const layers = await pdf.document.getOptionalContentConfig().catch(() => undefined)
  const labels = await pdf.document.getPageLabels().catch(() => null)
  const scans = scanReader(ocr)
  const [papers, pages, notes]: [Paper[], PageReading[], Note[]] = [[], [], []]
  const refs = new Set<string>()
  const isLossy = faults.damaged > 0 || faults.astray > 0
  try {
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const drawn = await readPage(pdf, number, mostPieces, group => layers?.isVisible(group) ?? true).catch(() => undefined)
      const name = drawn?.ref ? `${drawn.ref.num} ${drawn.ref.gen}` : `page ${number}`
      refs.add(name)
      const paper = drawn?.empty && (isLossy || faults.isLost(name)) ? undefined : drawn
      const own = paper && isGibberish(paper) ? { ...paper, runs: [], aside: [] } : paper
      const page = pageReading(number, own, labels?.[number - 1], own === paper)
      if (own === undefined || paper === undefined) {
        pages.push(page)
        notes.push(damagedPage(number))
        continue
      }
      const seen = page.readable ? undefined : await scans.read(own)
      const held = page.layer ? await scans.compare(own) : undefined
      const read = seen && 'paper' in seen ? seen : held?.agrees === false ? held : undefined
      pages.push(
        read
          ? { ...page, characters: charactersOn(read.paper), readable: true, ocr: read.confidence }
          : held
            ? { ...page, ocr: held.confidence }
            : page,
      )
      papers.push(read?.paper ?? own)
      if (seen) notes.push(scannedPage(number, seen, own !== paper))
      else notes.push(...(held ? [comparedPage(number, held), ...remarksOn({ ...paper, layered: false })] : remarksOn(paper)))
    }
  } finally {
    await scans.close()
  }
  return { papers, pages, notes, twice: refs.size < pages.length }
}

/** Fewer characters than these, beside a picture or on a picture of most of the page, are no text to check. */
const nextToNone = 20
const underScan = 150

function pageReading(number: number, paper: Paper | undefined, label: string | undefined, isTold: boolean): PageReading {
  const shown = label === undefined || label === '' ? {} : { label }
  if (!paper) return { number, ...shown, characters: 0, readable: false }
  const characters = charactersOn(paper)
  const pictured = Math.max(0, ...paper.pictures.map(picture => shareOf(picture, paper)))
  const isPicture = (characters < nextToNone && (pictured > 0.05 || paper.strokes > 200)) || (characters < underScan && pictured > 0.5)
  const readable = isTold && !isPicture
  return { number, ...shown, characters, readable, ...(readable && paper.layered ? { layer: true as const } : {}) }
}

function charactersOn(paper: Paper): number {
  const seen = [...paper.runs, ...paper.aside].filter(run => run.hidden === undefined)
  return seen.reduce((sum, run) => sum + run.text.trim().length, 0)
}

/** The part of the page that a picture covers. */
function shareOf(picture: Paper['pictures'][number], { width, height }: Paper): number {
  return ((picture.x1 - picture.x0) * (picture.y1 - picture.y0)) / (width * height)
}

const leastTold = 100
/** By code, for it is asked of each letter: 1 for those that are. */
const vowels = new Uint8Array(128)
for (const letter of 'aeiouyAEIOUY') vowels[letter.charCodeAt(0)] = 1

/** Whether its letters are those of no language: a font without a table of them, or with a wrong one. */
function isGibberish({ runs }: Paper): boolean {
  let [all, letters, open, strange] = [0, 0, 0, 0]
  for (const { text } of runs) {
    all += text.length
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      const isLetter = (code > 0x60 && code < 0x7b) || (code > 0x40 && code < 0x5b)
      if (isLetter) letters++
      // Letters with accents are vowels more often than not.
      if (isLetter ? vowels[code] === 1 : code > 0xbf && code < 0x250) open++
      else if (code < 0x20 || (code > 0x7e && code < 0xa0) || (code >= 0xe000 && code < 0xf900) || code === 0xfffd) strange++
    }
  }
  if (strange >= nextToNone && strange > all * 0.15) return true
  // In no language that is written in these letters are vowels so rare; in codes they are.
  return letters >= leastTold && letters > all * 0.4 && open < letters * 0.2
}

/** Under this part of the page a picture is a logo; over the other it is the ground that words stand on. */
const leastPicture = 0.2
const mostPicture = 0.6

function remarksOn(paper: Paper): Note[] {
  const { number, runs } = paper
  const pictures = paper.pictures.filter(picture => {
    const share = shareOf(picture, paper)
    return share > leastPicture && share < mostPicture && !runs.some(run => holds(picture, run.x, run.y))
  })
  return [
    ...(paper.layered ? [layeredPage(number)] : []),
    ...(pictures.length > 0 ? [picturedPage(number)] : []),
    ...undrawnWords(number, paper.filledIn),
  ]
}
