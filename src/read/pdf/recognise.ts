// Pages that are pictures, read by OCR: when it is tried, how sure it must be, and how its words take their place among what
// is drawn on the page. The engine is in ocr.ts; wording is in notes.ts.

import { table } from '../../domain/table.ts'
import { type Compared, heldAgainstPicture } from './layer.ts'
import { withNumbers } from './ocr-numbers.ts'
import { endOf, type Paper, type Run } from './paper.ts'

/** A line as recognised, in points from the page's upper left corner. */
export interface OcrLine {
  /** Baseline. */
  readonly y: number
  readonly size: number
  readonly words: readonly OcrWord[]
}

export interface OcrWord {
  readonly text: string
  readonly x0: number
  readonly x1: number
  /** In percent, as the engine has it. */
  readonly confidence: number
}

/** Recognises pages of one file. */
export interface Ocr {
  /** The lines of a page, numbered from 1. Rejects where it cannot be drawn or the engine fails. */
  read(page: number): Promise<readonly OcrLine[]>
  close(): Promise<void>
}

/** What a user installs to have scans read. */
export const ocrPackages = ['tesseract.js', '@tesseract.js-data/eng', '@napi-rs/canvas'] as const

/** Opens the engine; undefined where it is not installed. */
export type OpenOcr = () => Promise<Ocr | undefined>

/** What came of a page: its words and how sure they are, or why they were not read. */
export type Recognised =
  | { readonly paper: Paper; readonly confidence: number }
  | { readonly unread: 'off' | 'not-installed' | 'failed' | 'no-words' }
  | { readonly unread: 'doubtful'; readonly confidence: number }

/** Under this, in percent, as much is guessed as read. */
export const leastConfidence = 70

/** A page takes seconds, and whole books are scanned: so many are compared, the first of them. */
const mostCompared = 12

export interface ScanReader {
  read(paper: Paper): Promise<Recognised>
  /** Holds the words under the picture of a page against the picture; nothing where that cannot be done, or not surely. */
  compare(paper: Paper): Promise<Compared | undefined>
  close(): Promise<void>
}

/** Reads pages by OCR, which is opened at the first of them; `false` where the user does not want it. */
export function scanReader(open: OpenOcr | false): ScanReader {
  let opened: Promise<Ocr | undefined> | undefined
  let compared = 0
  return {
    compare: async paper => {
      if (open === false || compared >= mostCompared) return undefined
      compared++
      try {
        opened ??= open()
        const lines = await (await opened)?.read(paper.number)
        return lines && heldAgainstPicture(paper, lines)
      } catch {
        return undefined
      }
    },
    read: async paper => {
      if (open === false) return { unread: 'off' }
      try {
        opened ??= open()
        const ocr = await opened
        return ocr === undefined ? { unread: 'not-installed' } : weighed(paper, await ocr.read(paper.number))
      } catch {
        return { unread: 'failed' }
      }
    },
    close: async () => {
      const ocr = await opened?.catch(() => undefined)
      await ocr?.close().catch(() => {})
    },
  }
}

function weighed(paper: Paper, lines: readonly OcrLine[]): Recognised {
  const confidence = confidenceOf(lines)
  if (confidence === undefined) return { unread: 'no-words' }
  if (confidence < leastConfidence) return { unread: 'doubtful', confidence }
  return { paper: withLines(paper, lines), confidence }
}

/** The page with the words that were recognised. */
export function withLines(paper: Paper, lines: readonly OcrLine[]): Paper {
  return { ...paper, runs: [...paper.runs, ...runsOf(lines, paper)] }
}

/** In percent, words counted by their length, rounded down; undefined where there are none. */
export function confidenceOf(lines: readonly OcrLine[]): number | undefined {
  const words = lines.flatMap(line => line.words).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const characters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (characters === 0) return undefined
  return Math.floor(words.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / characters)
}

/** Words become runs, but for those where the page has text of its own. */
function runsOf(lines: readonly OcrLine[], paper: Paper): Run[] {
  const usual = middle(lines.map(({ size }) => size))
  const own = [...paper.runs, ...paper.aside].filter(({ hidden }) => hidden === undefined)
  const first = paper.runs.length
  const runs = withNumbers(lines)
    .flatMap(line => lineRuns(line, usual))
    .filter(run => !own.some(one => isOver(one, run)))
  return runs.map((run, index) => ({ ...run, order: first + index }))
}

// A line's height depends on which letters it has: what is near the usual size is of that size.
function lineRuns({ y, size: measured, words }: OcrLine, usual: number): Omit<Run, 'order'>[] {
  const size = Math.abs(measured - usual) < usual * 0.3 ? usual : measured
  return words.map(({ text, x0, x1 }, index) => {
    const spaced = index < words.length - 1
    const width = x1 - x0 + (spaced ? size / 4 : 0)
    return { text: `${mended(text)}${spaced ? ' ' : ''}`, x: x0, y, width, size, font: 'ocr', bold: false }
  })
}

/** What stands for a letter that counts an item: "(@)" is (a). */
const mistaken = table<string>({ '@': 'a', '¢': 'c', '©': 'c', '€': 'e' })

/** The engine takes the capital I of "AI" for a small L more often than not; no contract speaks of Al. */
function mended(word: string): string {
  return word.replace(/\bAl\b/, 'AI').replace(/^\(([@¢©€])\)$/, (_, sign: string) => `(${mistaken[sign]})`)
}

function middle(sizes: readonly number[]): number {
  return [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 10
}

function isOver(own: Run, run: Omit<Run, 'order'>): boolean {
  const centre = run.x + run.width / 2
  return centre >= own.x && centre <= endOf(own) && Math.abs(own.y - run.y) < own.size
}
