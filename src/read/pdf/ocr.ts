// Text recognition (OCR) of the pages of a PDF, by packages that a user may install beside clausegate: tesseract.js with its
// English data, and a canvas to draw the page on. They are looked for only when a page has no text; nothing is ever downloaded.
// What becomes of the words is in recognise.ts.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Canvas, openForDrawing, type Picture } from './load.ts'
import { type Ocr, type OcrLine, ocrPackages } from './recognise.ts'

/** Dots to the inch: more of them cost time and find no more words. */
const resolution = 200
const points = 72 / resolution
/** From the height of a row of letters to the size of their font. */
const rowToSize = 1.15
const onlyNeuralNets = 1

/** Opens a file for recognition; undefined where the packages are not installed. */
export async function openOcr(bytes: Uint8Array, password?: string): Promise<Ocr | undefined> {
  const installed = findPackages()
  if (installed === undefined) return undefined
  const pdf = await openForDrawing(bytes, password, installed.canvas)
  const engine = await startEngine(installed).catch(async fault => {
    await pdf.close()
    throw fault
  })
  return {
    read: async page => engine.recognise(greymap(await pdf.draw(page, resolution))),
    close: async () => {
      await engine.stop()
      await pdf.close()
    },
  }
}

interface Installed {
  readonly canvas: Canvas
  readonly tesseract: { createWorker(languages: string, mode: number, options: object): Promise<Worker> }
  /** Folder of the language data. */
  readonly data: string
}

/** The few things that are asked of a worker of tesseract.js. */
interface Worker {
  readonly worker: { on(event: 'error', then: (fault: Error) => void): void }
  setParameters(parameters: Record<string, string>): Promise<unknown>
  recognize(image: Uint8Array, options: object, output: object): Promise<{ readonly data: { readonly blocks: readonly Area[] | null } }>
  terminate(): Promise<unknown>
}

interface Area {
  readonly paragraphs: readonly { readonly lines: readonly Row[] }[]
}

interface Row {
  readonly baseline: { readonly y0: number; readonly y1: number }
  readonly rowAttributes: { readonly rowHeight: number }
  readonly words: readonly {
    readonly text: string
    readonly confidence: number
    readonly bbox: { readonly x0: number; readonly x1: number }
  }[]
}

// As Node finds packages from where clausegate lies: the project or the global folder that it is installed in. Not from the
// current folder: who is sent a folder of contracts must not run what lies in it.
function findPackages(): Installed | undefined {
  const [engine, english, canvas] = ocrPackages
  const from = createRequire(import.meta.url)
  try {
    const data = join(dirname(from.resolve(`${english}/package.json`)), '4.0.0_best_int')
    return { canvas: from(canvas), tesseract: from(engine), data }
  } catch {
    return undefined
  }
}

interface Engine {
  recognise(image: Uint8Array): Promise<readonly OcrLine[]>
  stop(): Promise<unknown>
}

async function startEngine({ tesseract, data }: Installed): Promise<Engine> {
  let fail: (fault: unknown) => void = () => {}
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  failed.catch(() => {})
  const options = { langPath: data, gzip: true, cacheMethod: 'none', errorHandler: (fault: unknown) => fail(new Error(String(fault))) }
  const worker = await Promise.race([tesseract.createWorker('eng', onlyNeuralNets, options), failed])
  worker.worker.on('error', fail)
  // Layout 3 finds columns by itself; the engine's own default mixes them.
  await worker.setParameters({ tessedit_pageseg_mode: '3', user_defined_dpi: String(resolution) })
  return {
    recognise: async image => {
      const { data } = await Promise.race([worker.recognize(image, {}, { blocks: true, text: false }), failed])
      return (data.blocks ?? []).flatMap(area => area.paragraphs.flatMap(({ lines }) => lines.map(asLine)))
    },
    stop: () => worker.terminate(),
  }
}

function asLine({ baseline, rowAttributes, words }: Row): OcrLine {
  return {
    y: ((baseline.y0 + baseline.y1) / 2) * points,
    size: rowAttributes.rowHeight * rowToSize * points,
    words: words.map(({ text, confidence, bbox }) => ({ text, confidence, x0: bbox.x0 * points, x1: bbox.x1 * points })),
  }
}

/** The picture in shades of grey, in the plainest format that the engine reads (PGM). */
function greymap({ width, height, pixels }: Picture): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const image = Buffer.alloc(head.length + width * height)
  head.copy(image)
  for (let at = 0, to = head.length; to < image.length; at += 4, to++)
    image[to] = ((pixels[at] as number) * 77 + (pixels[at + 1] as number) * 150 + (pixels[at + 2] as number) * 29) >> 8
  return image
}
