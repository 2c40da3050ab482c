// Opens a PDF: the one place that knows pdf-parse and pdfjs-dist. pdf-parse loads the file and names
// its errors; pages then come from the pdfjs document beneath it, since pdf-parse's own text has no
// positions, loses damaged pages in silence and returns hidden words as if they were seen.
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { UserError } from '../../domain/errors.ts'
import type { PdfDocument } from './document.ts'
import { openPort, type Port } from './port.ts'

/** An open file: its document, the operator numbers of this pdfjs, and how to let go of it. */
export interface OpenPdf {
  readonly document: PdfDocument
  readonly operators: Readonly<Record<string, number>>
  close(): Promise<void>
}

const largestPicture = 64_000_000

/**
 * Opens the bytes of a PDF.
 * @throws UserError when it is empty, damaged, no PDF, or locked by a password.
 */
export async function openPdf(bytes: Uint8Array, name: string, password?: string): Promise<OpenPdf> {
  if (bytes.length === 0) throw new UserError('unreadable', name, 'The file is empty.', 'Ask for the file again.')
  const { pdfParse, pdfjs, decoder } = await loadLibraries()
  const port = openPort()
  decoder.initializeFromPort(port)
  const worker = pdfjs.PDFWorker.create({ port: port as never, verbosity: pdfjs.VerbosityLevel.ERRORS })
  const parser = new pdfParse.PDFParse({ ...settings(bytes, password, pdfjs.VerbosityLevel.ERRORS), worker })
  const close = async () => {
    await parser.destroy()
    worker.destroy()
    port.terminate()
  }
  try {
    // `load` is marked private, but is the only way from pdf-parse to positions; the version is pinned.
    // biome-ignore lint/complexity/useLiteralKeys: the literal key is how TypeScript lets a private member through
    const document = (await parser['load']()) as unknown as PdfDocument
    return { document, operators: pdfjs.OPS, close }
  } catch (error) {
    await close().catch(() => {})
    throw asUserError(error, name, password)
  }
}

/** A page as drawn: four bytes for each dot (red, green, blue, opacity). */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: ArrayLike<number>
}

/** The few things that are asked of the package @napi-rs/canvas, which is not ours and may be missing. */
export interface Canvas {
  createCanvas(width: number, height: number): Surface
  readonly DOMMatrix: unknown
  readonly Path2D: unknown
  readonly ImageData: unknown
}

interface Surface {
  width: number
  height: number
  getContext(kind: '2d'): { getImageData(x: number, y: number, width: number, height: number): { data: ArrayLike<number> } }
}

/**
 * Opens a PDF once more, to draw its pages; `draw` takes a page from 1 and dots to the inch.
 * @throws whatever pdfjs throws, also from `draw`
 */
export async function openForDrawing(bytes: Uint8Array, password: string | undefined, canvas: Canvas) {
  const { pdfjs } = await loadLibraries()
  const { DOMMatrix, Path2D, ImageData } = canvas
  Object.assign(globalThis, { DOMMatrix, Path2D, ImageData })
  const task = pdfjs.getDocument({
    ...settings(bytes, password, pdfjs.VerbosityLevel.ERRORS),
    // Here letters are drawn as outlines, since no font is installed anywhere.
    disableFontFace: true,
    CanvasFactory: factoryOf(canvas),
  })
  const document = await task.promise
  return {
    draw: async (number: number, resolution: number): Promise<Picture> => {
      const page = await document.getPage(number)
      const plain = page.getViewport({ scale: 1 })
      const dots = (plain.width * plain.height * resolution ** 2) / 72 ** 2
      if (dots > largestPicture) throw new RangeError('the page is too large to be drawn')
      const viewport = page.getViewport({ scale: resolution / 72 })
      const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)]
      const surface = canvas.createCanvas(width, height)
      const context = surface.getContext('2d')
      await page.render({ canvas: surface as never, canvasContext: context as never, viewport, background: 'white' }).promise
      page.cleanup()
      return { width, height, pixels: context.getImageData(0, 0, width, height).data }
    },
    close: () => task.destroy(),
  }
}

/** What pdfjs asks for when it needs a canvas of its own. */
function factoryOf(canvas: Canvas) {
  return class {
    create(width: number, height: number) {
      const surface = canvas.createCanvas(width, height)
      return { canvas: surface, context: surface.getContext('2d') }
    }
    reset(made: { canvas: Surface }, width: number, height: number) {
      Object.assign(made.canvas, { width, height })
    }
    destroy(made: { canvas: Surface }) {
      Object.assign(made.canvas, { width: 0, height: 0 })
    }
  }
}

function settings(bytes: Uint8Array, password: string | undefined, verbosity: number) {
  return {
    data: new Uint8Array(bytes), // pdfjs takes ownership of what it is given, and wants no Buffer
    ...(password === undefined ? {} : { password }),
    verbosity,
    isEvalSupported: false,
    // A damaged page must fail rather than come back short.
    stopAtErrors: true,
    useSystemFonts: false,
    ...characterMaps(),
    useWorkerFetch: false,
    maxImageSize: largestPicture,
    // With fonts "attached" to a document of no account, pdfjs builds no outlines of glyphs (a third of the time).
    disableFontFace: false,
    ownerDocument: { fonts: { add() {}, delete() {} } } as never,
  }
}

/** Where the package keeps the character maps of East Asian encodings; without it such text is not read. */
function characterMaps(): { cMapUrl?: string; cMapPacked?: boolean } {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return { cMapUrl: `${folder}/cmaps/`, cMapPacked: true }
  } catch {
    return {}
  }
}

function asUserError(error: unknown, name: string, password: string | undefined): UserError {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') return lockedError(name, password)
  const detail = error instanceof Error && error.message ? ` (${error.message.replace(/\.$/, '')})` : ''
  const what = `This is not a PDF that can be opened: it is damaged, cut short, or another kind of file${detail}.`
  return new UserError(
    'unreadable',
    name,
    what,
    'Open it in a PDF viewer; if that works, print or save it as a new PDF and check that one.',
  )
}

function lockedError(name: string, password: string | undefined): UserError {
  return password === undefined
    ? new UserError('unreadable', name, 'The PDF is locked with a password.', 'Give it with --password, or save a copy without one.')
    : new UserError('unreadable', name, 'The password does not open this PDF.', 'Check the password given with --password.')
}

interface Libraries {
  readonly pdfParse: typeof import('pdf-parse')
  readonly pdfjs: typeof import('pdfjs-dist/legacy/build/pdf.mjs')
  /** The half of pdfjs that decodes. */
  readonly decoder: { initializeFromPort(port: Port): void }
}
let libraries: Promise<Libraries> | undefined

/** Loads both libraries once, without the native canvas that only drawing needs (60 ms and 35 MB). */
function loadLibraries(): Promise<Libraries> {
  libraries ??= withOwnMeans(async () => {
    // The worker's code runs in this thread; it must be there before pdfjs looks for it.
    // @ts-expect-error the package has no types for its worker
    const { WorkerMessageHandler: decoder } = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    return { pdfjs, decoder, pdfParse: await import('pdf-parse') }
  })
  return libraries
}

/**
 * pdfjs puts stand-ins in place of two functions of the engine, for faults in corner cases that nothing here comes to.
 * They are many times slower, and all of the program would go through them: the engine's own are put back.
 */
async function withOwnMeans<T>(work: () => Promise<T>): Promise<T> {
  const { push } = Array.prototype
  const { parse } = JSON
  try {
    return await withoutCanvas(work)
  } finally {
    Object.assign(Array.prototype, { push })
    Object.assign(JSON, { parse })
  }
}

/** pdfjs requires the canvas as it is imported; while it does, that require gives nothing. */
async function withoutCanvas<T>(work: () => Promise<T>): Promise<T> {
  const shapes = globalThis as unknown as Record<string, unknown>
  class Shape {}
  for (const name of ['DOMMatrix', 'Path2D', 'ImageData']) shapes[name] ??= Shape
  shapes.FontFace ??= class {
    readonly loaded = Promise.resolve()
  }
  const real = process.getBuiltinModule
  const without = (id: string) => (id === 'module' ? { createRequire: () => () => ({}) } : real(id))
  process.getBuiltinModule = without as typeof real
  try {
    return await work()
  } finally {
    process.getBuiltinModule = real
  }
}
