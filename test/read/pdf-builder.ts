// Builds small PDFs by hand for the tests: pages from content streams, with the plain fonts that every
// reader has. Not a writer of PDF for anybody else.

export interface PageSource {
  /** Operators of the page. */
  readonly content: string
  readonly rotate?: 0 | 90 | 180 | 270
  /** Entries of /Annots. */
  readonly annotations?: string
  /** Bytes that stand in place of a sound stream. */
  readonly broken?: boolean
}

export interface PdfSource {
  readonly pages: readonly PageSource[]
  /** More objects, from number 20 on, each without "obj" and "endobj". */
  readonly objects?: readonly string[]
  /** More entries of the catalogue, and of each page's resources. */
  readonly catalogue?: string
  readonly resources?: string
}

const fonts = '/Font << /F1 10 0 R /F2 11 0 R >>'
const firstPage = 30
const extra = 20

/** The bytes of a PDF; pages are 595 by 842 points. */
export function buildPdf(source: PdfSource): Uint8Array {
  const kids = source.pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ')
  const objects = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${source.catalogue ?? ''} >>`],
    [2, `<< /Type /Pages /Kids [${kids}] /Count ${source.pages.length} >>`],
    [10, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
    [11, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>'],
  ])
  source.objects?.forEach((object, index) => void objects.set(extra + index, object))
  for (const [index, page] of source.pages.entries()) addPage(objects, page, firstPage + 2 * index, source.resources ?? '')
  return serialise(objects)
}

function addPage(objects: Map<number, string>, page: PageSource, at: number, resources: string): void {
  const rotate = page.rotate ? `/Rotate ${page.rotate}` : ''
  const box = `/MediaBox [0 0 595 842]${page.annotations === undefined ? '' : ` /Annots [${page.annotations}]`}`
  objects.set(at, `<< /Type /Page /Parent 2 0 R ${box} ${rotate} /Resources << ${fonts} ${resources} >> /Contents ${at + 1} 0 R >>`)
  const filter = page.broken ? '/Filter /FlateDecode ' : ''
  objects.set(at + 1, `<< ${filter}/Length ${page.content.length} >>\nstream\n${page.content}\nendstream`)
}

function serialise(objects: ReadonlyMap<number, string>): Uint8Array {
  let text = '%PDF-1.7\n'
  const places = new Map<number, number>()
  for (const [number, body] of objects) {
    places.set(number, text.length)
    text += `${number} 0 obj\n${body}\nendobj\n`
  }
  const size = Math.max(...objects.keys()) + 1
  const start = text.length
  text += `xref\n0 ${size}\n`
  for (let number = 0; number < size; number++) {
    const place = places.get(number)
    text += place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`
  }
  text += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(text, character => character.charCodeAt(0))
}

/** Draws one line of text; `y` counts from the foot of the page. */
export function line(x: number, y: number, text: string, size = 11, font = 'F1'): string {
  return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`
}

/** Draws lines one beneath the other. */
export function lines(x: number, y: number, texts: readonly string[], leading = 13, size = 11): string {
  return texts.map((text, index) => line(x, y - index * leading, text, size)).join('')
}
