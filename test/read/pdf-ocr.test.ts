// Pages that are pictures: what becomes of the words that OCR finds, how sure they must be, and what is said where there are
// none. The engine is a stand-in, but for the last test, which runs where the packages are installed.
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { type Canvas, openForDrawing } from '../../src/read/pdf/load.ts'
import { withNumbers } from '../../src/read/pdf/ocr-numbers.ts'
import { readPdf } from '../../src/read/pdf/pdf.ts'
import { type Ocr, type OcrLine, type OpenOcr, ocrPackages } from '../../src/read/pdf/recognise.ts'
import { buildPdf, line, lines } from './pdf-builder.ts'

const picture = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n'
const words = lines(72, 500, ['The Provider shall keep the logs for ninety days and', 'shall give them to the Customer on request.'])
const exhibit = buildPdf({ pages: [{ content: words }, { content: picture }, { content: words }] })

/** A line as an engine gives it: words of 30 points, 5 apart. */
function recognised(y: number, text: string, confidence = 95): OcrLine {
  const found = text.split(' ').map((word, index) => ({ text: word, x0: 72 + index * 33, x1: 102 + index * 33, confidence }))
  return { y, size: 11 + (y % 3), words: found }
}

const standIn = (found: readonly OcrLine[]): OpenOcr => {
  const ocr: Ocr = { read: async () => found, close: async () => {} }
  return async () => ocr
}

const read = (bytes: Uint8Array, ocr: OpenOcr | false): Promise<Manuscript> => readPdf(bytes, 'a.pdf', { sha256: '', ocr })
const said = (manuscript: Manuscript): string[] => manuscript.notes.map(({ message }) => message)

describe('a scanned exhibit in a PDF with text', () => {
  const found = [recognised(300, 'The Provider shall delete the'), recognised(313, 'weights at the end.', 85)]

  it('is read in its place, and marked', async () => {
    const { text, pages, notes } = await read(exhibit, standIn(found))
    expect(
      text
        .split('\n')
        .slice(0, 3)
        .map(block => block.slice(0, 49)),
    ).toEqual([
      'The Provider shall keep the logs for ninety days ',
      'The Provider shall delete the weights at the end.',
      'The Provider shall keep the logs for ninety days ',
    ])
    expect(pages.map(({ readable, ocr }) => [readable, ocr])).toEqual([
      [true, undefined],
      [true, 91],
      [true, undefined],
    ])
    expect(notes).toMatchObject([{ code: 'read-by-other-means', unread: false, page: 2 }])
    expect(notes[0]?.message).toContain('Page 2 was read by OCR, confidence 91 %')
  })

  it.each<[string, OpenOcr | false, RegExp]>([
    ['switched off', false, /switched off/],
    ['not installed', async () => undefined, new RegExp(`npm install ${ocrPackages.join(' ')}`)],
    ['of an engine that does not start', () => Promise.reject(new Error('no')), /failed/],
    [
      'of an engine that breaks',
      async () => ({ read: () => Promise.reject(new Error('no')), close: () => Promise.reject(new Error('no')) }),
      /failed/,
    ],
    ['of which nothing is found', standIn([]), /no words/],
    ['of which only specks are found', standIn([recognised(300, '. | ~')]), /no words/],
    ['too doubtful', standIn([recognised(300, 'The Provider shall delete', 69)]), /only 69 % sure/],
  ])('%s: the page is unread', async (_, ocr, message) => {
    const manuscript = await read(exhibit, ocr)
    expect(manuscript.pages.map(({ readable }) => readable)).toEqual([true, false, true])
    expect(manuscript.notes).toMatchObject([{ code: 'page-unread', unread: true, page: 2 }])
    expect(said(manuscript)[0]).toMatch(message)
    expect(manuscript.text).not.toContain('delete')
  })

  it('counts a short word for less than a long one', async () => {
    const mixed = {
      ...recognised(300, 'a considerable'),
      words: [...recognised(300, 'a', 0).words, ...recognised(300, 'considerable', 80).words],
    }
    expect((await read(exhibit, standIn([mixed]))).pages[1]?.ocr).toBe(73)
  })

  it('has AI where the engine saw Al', async () => {
    const { text } = await read(exhibit, standIn([recognised(300, 'Al systems, (Al) and Alan use Al.')]))
    expect(text).toContain('AI systems, (AI) and Alan use AI.')
  })

  it('has letters where the engine saw signs', async () => {
    const { text } = await read(exhibit, standIn([recognised(300, 'as in (@) to (¢) of a@b.example (@home)')]))
    expect(text).toContain('as in (a) to (c) of a@b.example (@home)')
  })

  it.each([
    ['a dot that was lost', ['7. Outputs', '7.1 The', '72 The', '73 The'], ['7.', '7.1', '7.2', '7.3']],
    ['a dot taken for another sign', ['1, Terms', '11 The', '1:2 The', '2, Fees', '2,1 The'], ['1.', '1.1', '1.2', '2.', '2.1']],
    ['the first of a clause', ['10.4 The', '11 Data', '111 The', '12 Other'], ['10.4', '11', '11.1', '12']],
    ['a number of something else', ['4. Fees', '4.1 The', '120 Servers', '2026 Rates'], ['4.', '4.1', '120', '2026']],
  ])('has the clause numbers right: %s', (_, seen, numbers) => {
    const made = withNumbers(seen.map((text, at) => recognised(300 + 14 * at, text)))
    expect(made.map(({ words: [first] }) => first?.text)).toEqual(numbers)
  })

  it('keeps the words that it has of its own, once', async () => {
    const head = line(72, 800, 'Exhibit B')
    const bytes = buildPdf({ pages: [{ content: words }, { content: picture + head }] })
    const seen = [{ y: 42, size: 11, words: [{ text: 'Exhlbit', x0: 72, x1: 100, confidence: 80 }] }, ...found]
    const { text } = await read(bytes, standIn(seen))
    expect(text).toContain('Exhibit B')
    expect(text).not.toContain('Exhlbit')
    expect(text).toContain('The Provider shall delete')
  })
})

describe('words that a scanner laid under its picture', () => {
  const layer = lines(72, 500, [
    'The Provider shall keep the logs for ninety days and',
    'shall give them to the Customer on request, and may not',
    'delete any of them before the Customer has had thirty days to fetch them.',
  ])
  const scan = buildPdf({ pages: [{ content: `${picture}3 Tr ${layer} 0 Tr` }] })
  const seen = (second: string) => [
    recognised(342, 'The Provider shall keep the logs for ninety days and'),
    recognised(355, second),
    recognised(368, 'delete any of them before the Customer has had thirty days to fetch them.'),
  ]

  it.each<[string, string, number | undefined, string]>([
    ['the same', 'shall give them to the Customer on request, and may not', 95, 'agree with what OCR reads'],
    ['the same but for a letter', 'shall give them to the Custorner on request, and may not', 95, 'agree with what OCR reads'],
    ['without a word that decides', 'shall give them to the Customer on request, and may', 95, '“not”'],
    ['another sentence', 'is under no such duty towards anybody at any time, who', 95, 'not those that it shows'],
  ])('the picture says %s', async (_, second, ocr, message) => {
    const { text, pages, notes } = await read(scan, standIn(seen(second)))
    expect(notes.map(note => note.message).join()).toContain(message)
    expect(pages).toMatchObject([{ readable: true, ocr }])
    expect(text.includes('may not')).toBe(message.startsWith('agree'))
    if (!message.startsWith('agree')) expect(text).toContain(second.slice(0, 20))
  })

  it.each<[string, OpenOcr | false]>([
    ['there is no OCR', async () => undefined],
    ['it is switched off', false],
    ['it is not sure', standIn([recognised(342, 'Thc Pr0vlder', 40)])],
  ])('where %s they are read and marked', async (_, ocr) => {
    const { text, pages, notes } = await read(scan, ocr)
    expect(text).toContain('and may not')
    expect(pages).toMatchObject([{ readable: true, layer: true }])
    expect(pages[0]?.ocr).toBeUndefined()
    expect(notes[0]?.message).toContain('nobody knows how well')
  })
})

it('a file of nothing but scans is read', async () => {
  const { text } = await read(buildPdf({ pages: [{ content: picture }] }), standIn([recognised(300, 'The Provider shall pay.')]))
  expect(text).toBe('The Provider shall pay.\n')
})

it('a file of nothing but scans is refused with what to install', async () => {
  await expect(read(buildPdf({ pages: [{ content: picture }] }), async () => undefined)).rejects.toThrow(/scanned.*npm install/)
})

it('the engine is started once, for the first page that needs it, and stopped', async () => {
  const log: string[] = []
  const open: OpenOcr = async () => {
    log.push('start')
    return { read: async page => [recognised(300, `page ${log.push(String(page))} here`)], close: async () => void log.push('stop') }
  }
  await read(buildPdf({ pages: [{ content: words }] }), open)
  expect(log).toEqual([])
  await read(buildPdf({ pages: [{ content: picture }, { content: words }, { content: picture }] }), open)
  expect(log).toEqual(['start', '1', '3', 'stop'])
})

describe.skipIf(!isInstalled(['@napi-rs/canvas']))('a page drawn for the engine', () => {
  it('is as dark as its words, whatever kind of bytes it came in', async () => {
    const drawing = await openForDrawing(Buffer.from(buildPdf({ pages: [{ content: words }] })), undefined, canvas())
    const { width, height, pixels } = await drawing.draw(1, 72)
    await drawing.close()
    expect([width, height]).toEqual([595, 842])
    const dark = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => pixels[4 * (y * width + x)] ?? 0).some(shade => shade < 128),
    )
    expect(dark.indexOf(true)).toBeGreaterThan(842 - 500 - 12)
    expect(dark.lastIndexOf(true)).toBeLessThan(842 - 487 + 4)
  })
})

describe.skipIf(!isInstalled(ocrPackages))('the engine itself', () => {
  it('reads a page that is a picture', { timeout: 120_000 }, async () => {
    const manuscript = await readPdf(Buffer.from(await scanOf(buildPdf({ pages: [{ content: words }] }))), 'scan.pdf', { sha256: '' })
    expect(manuscript.text).toBe('The Provider shall keep the logs for ninety days and shall give them to the Customer on request.\n')
    expect(manuscript.pages[0]?.ocr).toBeGreaterThan(80)
  })
})

function isInstalled(packages: readonly string[]): boolean {
  const from = createRequire(import.meta.url)
  try {
    return packages.every(name => from.resolve(`${name}/package.json`) !== '')
  } catch {
    return false
  }
}

const canvas = (): Canvas => createRequire(import.meta.url)('@napi-rs/canvas')

/** The first page of a PDF as a picture, and nothing else, in another one. */
async function scanOf(bytes: Uint8Array): Promise<Uint8Array> {
  const drawing = await openForDrawing(bytes, undefined, canvas())
  const { width, height, pixels } = await drawing.draw(1, 200)
  await drawing.close()
  const grey = Array.from({ length: width * height }, (_, at) => String.fromCharCode(pixels[at * 4] ?? 0)).join('')
  const look = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceGray`
  const image = `<< ${look} /Length ${grey.length} >>\nstream\n${grey}\nendstream`
  return buildPdf({ pages: [{ content: 'q 595 0 0 842 0 0 cm /I Do Q' }], objects: [image], resources: '/XObject << /I 20 0 R >>' })
}
