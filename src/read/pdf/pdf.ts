// The reader of PDF: bytes in, Manuscript out. Pages are read one by one, so that a damaged one does
// not lose the others; what was not read stands in the notes. How a page becomes blocks is in write.ts.
import { UserError } from '../../domain/errors.ts'
import type { Manuscript, Note } from '../../domain/manuscript.ts'
import { type ReadLimits, readLimits } from '../limits.ts'
import { findFaults } from './claims.ts'
import { type OpenPdf, openPdf } from './load.ts'
import { attachedFiles, contradiction, damagedStreams, formElsewhere, notesOnBlocks } from './notes.ts'
import { countObjects } from './objects.ts'
import { readPages } from './pages.ts'
import type { OpenOcr } from './recognise.ts'
import { contradictsItself } from './structure.ts'
import { writeBlocks } from './write.ts'

type PdfLimits = Pick<ReadLimits, 'pages' | 'pieces' | 'objects'>

export interface PdfOptions {
  readonly sha256: string
  readonly password?: string
  /** A file beyond them is refused. The size in bytes is held by the caller. */
  readonly limits?: Partial<PdfLimits>
  /** How pages that are pictures are read: by the packages that are installed, unless it is given; `false` for not at all. */
  readonly ocr?: OpenOcr | false
}

/**
 * Reads a PDF.
 * @param name how the user named the file; only for messages and for `Manuscript.name`
 * @throws UserError ('unreadable') when it is locked, damaged, empty, too large, or no page has text
 */
export async function readPdf(bytes: Uint8Array, name: string, options: PdfOptions): Promise<Manuscript> {
  const limits = { ...readLimits, ...options.limits }
  const objects = countObjects(bytes)
  if (objects > limits.objects) throw tooMuch(name, objects, 'objects', limits.objects)
  const pdf = await openPdf(bytes, name, options.password)
  try {
    if (pdf.document.numPages > limits.pages) throw tooMuch(name, pdf.document.numPages, 'pages', limits.pages)
    const faults = findFaults(bytes)
    const ocr = options.ocr ?? installedOcr(bytes, options.password)
    const { papers, pages, notes, twice } = await readPages(pdf, faults, ocr, limits.pieces)
    if (!papers.some(paper => paper.runs.length > 0)) throw noText(name, papers.length, notes)
    const { text, blocks } = writeBlocks(papers)
    const attached = [...(await attachments(pdf)), ...papers.flatMap(paper => paper.attached)]
    const astray = contradictsItself(bytes) || twice || faults.astray > 0
    const lost = faults.damaged > 0 || astray || papers.length < pages.length
    const missed = [
      ...damagedStreams(faults.damaged),
      ...contradiction(astray),
      ...attachedFiles(attached),
      ...formElsewhere(text, await hasXfa(pdf)),
    ]
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

/** Whether the file holds a form in XML, which programs may show in place of the pages. */
async function hasXfa(pdf: OpenPdf): Promise<boolean> {
  const metadata = await pdf.document.getMetadata().catch(() => undefined)
  return metadata?.info.IsXFAPresent === true
}

async function attachments(pdf: OpenPdf): Promise<string[]> {
  const files = await pdf.document.getAttachments().catch(() => null)
  return Object.entries(files ?? {}).map(([key, file]) => file?.filename ?? key)
}

function tooMuch(name: string, count: number, what: string, most: number): UserError {
  const message = `The PDF has ${count} ${what}, where at most ${most} are read.`
  return new UserError('unreadable', name, message, 'Split it and check the parts together.')
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
