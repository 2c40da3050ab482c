// The reader of PDF: bytes in, Manuscript out. Pages are read one by one, so that a damaged one does
// not lose the others; what was not read stands in the notes. How a page becomes blocks is in write.ts.
import { UserError } from '../../domain/errors.ts'
import type { Manuscript, Note, PageReading } from '../../domain/manuscript.ts'
import { type OpenPdf, openPdf } from './load.ts'
import { attachedFiles, contradiction, damagedPage, damagedStreams, notesOnBlocks, scannedPage } from './notes.ts'
import { readPage } from './page.ts'
import type { Paper } from './paper.ts'
import { type OpenOcr, scanReader } from './recognise.ts'
import { countDamagedStreams } from './streams.ts'
import { contradictsItself } from './structure.ts'
import { writeBlocks } from './write.ts'

export interface PdfOptions {
  readonly sha256: string
  readonly password?: string
  /** The most pages that are read; a longer file is refused. The size in bytes is held by the caller. */
  readonly limits?: { readonly pages?: number }
  /** How pages that are pictures are read: by the packages that are installed, unless it is given; `false` for not at all. */
  readonly ocr?: OpenOcr | false
}

const mostPages = 5000

/**
 * Reads a PDF.
 * @param name how the user named the file; only for messages and for `Manuscript.name`
 * @throws UserError ('unreadable') when it is locked, damaged, empty, too large, or no page has text
 */
export async function readPdf(bytes: Uint8Array, name: string, options: PdfOptions): Promise<Manuscript> {
  const pdf = await openPdf(bytes, name, options.password)
  try {
    const most = options.limits?.pages ?? mostPages
    if (pdf.document.numPages > most) throw tooLong(name, pdf.document.numPages, most)
    const damaged = countDamagedStreams(bytes)
    const { papers, pages, notes } = await readPages(pdf, damaged > 0, options.ocr ?? installedOcr(bytes, options.password))
    if (!papers.some(paper => paper.runs.length > 0)) throw noText(name, papers.length, notes)
    const { text, blocks } = writeBlocks(papers)
    const attached = [...(await attachments(pdf)), ...papers.flatMap(paper => paper.attached)]
    const astray = contradictsItself(bytes)
    const lost = damaged > 0 || astray || papers.length < pages.length
    const missed = [...damagedStreams(damaged), ...contradiction(astray), ...attachedFiles(attached)]
    return {
      name,
      format: 'pdf',
      sha256: options.sha256,
      text,
      blocks,
      pages,
      notes: [...notes, ...missed, ...notesOnBlocks(text, blocks)],
      ...(lost && { incomplete: true }),
      ...(attached.length === 0 ? {} : { parts: attached.map(file => ({ name: file, kind: 'attachment' as const, read: false })) }),
    }
  } finally {
    await pdf.close().catch(() => {})
  }
}

/** The engine is loaded when the first page asks for it. */
function installedOcr(bytes: Uint8Array, password: string | undefined): OpenOcr {
  return async () => (await import('./ocr.ts')).openOcr(bytes, password)
}

async function readPages(
  pdf: OpenPdf,
  damaged: boolean,
  ocr: OpenOcr | false,
): Promise<{ papers: Paper[]; pages: PageReading[]; notes: Note[] }> {
  const layers = await pdf.document.getOptionalContentConfig().catch(() => undefined)
  const labels = await pdf.document.getPageLabels().catch(() => null)
  const scans = scanReader(ocr)
  const papers: Paper[] = []
  const pages: PageReading[] = []
  const notes: Note[] = []
  try {
    for (let number = 1; number <= pdf.document.numPages; number++) {
      const drawn = await readPage(pdf, number, group => layers?.isVisible(group) ?? true).catch(() => undefined)
      const paper = damaged && drawn?.empty ? undefined : drawn
      const page = pageReading(number, paper, labels?.[number - 1])
      const seen = paper && !page.readable ? await scans.read(paper) : undefined
      const read = seen && 'paper' in seen ? seen : undefined
      pages.push(read ? { ...page, characters: charactersOn(read.paper), readable: true, ocr: read.confidence } : page)
      if (paper) papers.push(read?.paper ?? paper)
      else notes.push(damagedPage(number))
      if (seen) notes.push(scannedPage(number, seen))
    }
  } finally {
    await scans.close()
  }
  return { papers, pages, notes }
}

/** Fewer characters than these, beside a picture or on a picture of most of the page, are no text to check. */
const nextToNone = 20
const underScan = 150

function pageReading(number: number, paper: Paper | undefined, label: string | undefined): PageReading {
  const shown = label === undefined || label === '' ? {} : { label }
  if (!paper) return { number, ...shown, characters: 0, readable: false }
  const characters = charactersOn(paper)
  const pictured = pictureShare(paper)
  const readable = !(characters < nextToNone && (pictured > 0.05 || paper.strokes > 200)) && !(characters < underScan && pictured > 0.5)
  return { number, ...shown, characters, readable }
}

function charactersOn(paper: Paper): number {
  const seen = [...paper.runs, ...paper.aside].filter(run => run.hidden === undefined)
  return seen.reduce((sum, run) => sum + run.text.trim().length, 0)
}

/** The part of the page that its largest picture covers. */
function pictureShare(paper: Paper): number {
  const shares = paper.pictures.map(picture => ((picture.x1 - picture.x0) * (picture.y1 - picture.y0)) / (paper.width * paper.height))
  return Math.max(0, ...shares)
}

async function attachments(pdf: OpenPdf): Promise<string[]> {
  const files = await pdf.document.getAttachments().catch(() => null)
  return Object.entries(files ?? {}).map(([key, file]) => file?.filename ?? key)
}

function tooLong(name: string, pages: number, most: number): UserError {
  return new UserError(
    'unreadable',
    name,
    `The PDF has ${pages} pages, where at most ${most} are read.`,
    'Split it and check the parts together.',
  )
}

function noText(name: string, pages: number, notes: readonly Note[]): UserError {
  if (pages === 0) {
    const what = 'No page of the PDF could be decoded: it is damaged.'
    return new UserError('unreadable', name, what, 'Ask for the file again, or print it to a new PDF and check that one.')
  }
  const first = notes.find(({ code }) => code === 'page-unread')
  const what = `No page of the PDF has text: it looks scanned.${first === undefined ? '' : ` ${first.message}`}`
  return new UserError('unreadable', name, what, 'Ask for the original document, or for a better scan; nothing was checked.')
}
