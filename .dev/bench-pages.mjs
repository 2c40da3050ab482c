// Sets an agreement in pages, as a PDF, for the benchmark of reading: numbers in the margin, words broken at line ends,
// ruled tables, running heads and page numbers. What the paragraphs say, and what was hidden, its callers know.
import { deflateSync } from 'node:zlib'

/** Widths of Helvetica in thousandths of its size, from the space on (Adobe's font metrics). */
const widths = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 ' +
  '1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 ' +
  '333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number)

const size = 10
const leading = 12.5
const margin = { left: 60, right: 535, top: 770, foot: 70 }
const widthOf = text => [...text].reduce((sum, letter) => sum + (widths[letter.charCodeAt(0) - 32] ?? 556) * (size / 1000), 0)
const escaped = text => text.replace(/[\\()]/g, '\\$&')
const show = (x, y, text, font = 'F1', points = size) =>
  `BT /${font} ${points} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (${escaped(text)}) Tj ET\n`

/** Lines of a paragraph: a long word at the end of a line is broken, at its own hyphen or after its middle. */
function wrap(text, room) {
  const lines = []
  let line = ''
  for (const word of text.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`
    if (widthOf(joined) <= room) line = joined
    else {
      const [head, rest] = brokenWord(word, line, room)
      lines.push(head === '' ? line : `${line} ${head}`)
      line = rest
    }
  }
  return [...lines, line]
}

function brokenWord(word, line, room) {
  const own = /^([a-z]+-)([a-z]+.*)$/.exec(word)
  const middle = Math.ceil(/^[a-z]*/.exec(word)[0].length / 2)
  const parts = own ? own.slice(1) : middle > 4 ? [`${word.slice(0, middle)}-`, word.slice(middle)] : ['', word]
  return widthOf(`${line} ${parts[0]}`) <= room ? parts : ['', word]
}

const indents = { clause: [0, 0, 30, 60], continuation: [0] }

/** What is drawn of each block: lines with their places from the left, rows with their height. */
function setBlock(block) {
  if (block.kind === 'row') return setRow(block)
  const left = margin.left + (indents[block.kind]?.[block.level] ?? 0)
  const text = left + (block.label === undefined ? 0 : 36)
  const font = block.kind === 'title' || (block.kind === 'clause' && block.level === 0) ? 'F2' : 'F1'
  const lines = wrap(block.text.replaceAll('**', ''), margin.right - text - (font === 'F2' ? 40 : 0))
  return lines.map((line, at) => ({
    height: leading + (at === lines.length - 1 ? 6 : 0),
    draw: y => (at === 0 && block.label !== undefined ? show(left, y, block.label, font) : '') + show(text, y, line, font),
  }))
}

function setRow({ cells, header }) {
  const width = (margin.right - margin.left) / cells.length
  const rows = cells.map(cell => wrap(cell, width - 12))
  const height = Math.max(...rows.map(lines => lines.length)) * leading + 6
  const rules = y => {
    const down = cells.map((_, at) => `${margin.left + at * width} ${y - height + 10} m ${margin.left + at * width} ${y + 10} l S\n`)
    return `${margin.left} ${y - height + 10} ${margin.right - margin.left} ${height} re S\n${down.slice(1).join('')}`
  }
  const words = y =>
    rows.map((lines, at) =>
      lines.map((line, row) => show(margin.left + at * width + 5, y - row * leading, line, header ? 'F2' : 'F1')).join(''),
    )
  return [{ height, draw: y => rules(y) + words(y).join('') }]
}

/** The content of each page; what does not fit goes to the next. */
function paginate(blocks, running) {
  const pages = ['']
  let y = margin.top
  for (const piece of blocks.flatMap(setBlock)) {
    if (y - piece.height < margin.foot) {
      pages.push('')
      y = margin.top
    }
    pages[pages.length - 1] += piece.draw(y)
    y -= piece.height
  }
  return pages.map(
    (content, at) => show(400, 805, running, 'F1', 8) + content + show(280, 30, `Page ${at + 1} of ${pages.length}`, 'F1', 8),
  )
}

const font = name => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> /ExtGState << /Clear << /ca 0 >> >> /Properties << /Off 5 0 R >> >>'

/** The bytes of a PDF; `more` holds operators for the end of its first page. */
export function pagesOf({ head, blocks }, more = '') {
  const contents = paginate(blocks, head.running)
  contents[0] += more
  const kids = contents.map((_, at) => `${6 + at * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >> >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    '<< /Type /OCG /Name (Off) >>',
  ]
  contents.forEach((content, at) => {
    const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${7 + at * 2} 0 R >>`)
    objects.push(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`)
  })
  return Buffer.from(assembled(objects), 'latin1')
}

function assembled(objects) {
  let body = '%PDF-1.7\n'
  const table = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

const secret = (at, y, points = size) => show(margin.left, y, secretWords(at), 'F1', points)

/** A sentence that is hidden, by the number of the trick. */
export const secretWords = at => `Concealed ${String.fromCharCode(97 + at).repeat(5)} terms apply.`

/** Seven ways of hiding words on a page, at its foot where nothing else stands. */
export const pdfTricks = [
  `1 1 1 rg ${secret(0, 60)}0 g\n`,
  secret(1, 55, 1),
  `3 Tr ${secret(2, 50)}0 Tr\n`,
  `${secret(3, 45)}0.9 g 50 40 500 14 re f 0 g\n`,
  `q /Clear gs ${secret(4, 62)}Q\n`,
  `/OC /Off BDC ${secret(5, 64)}EMC\n`,
  show(-400, 400, secretWords(6)),
].join('')
