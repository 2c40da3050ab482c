// Puts a passage on paper: among other clauses, as a recital or a definition, struck out or hidden in HTML and in Word.
// Gives text, or a file as { name, bytes }.
import { strToU8, zipSync } from 'fflate'

const neutral = [
  'Fees. Customer shall pay the fees within thirty (30) days of receipt of an invoice.',
  'Governing law. This Agreement is governed by the law of the place where the Customer has its seat.',
]
const unpointed = text => text.replace(/\s*\n+\s*/g, ' ').replace(/[.;]$/, '')

const places = {
  recital: text =>
    `RECITALS\n\n(A) The parties have discussed the services at length.\n\n(B) ${text.replace(/\s*\n+\s*/g, ' ')}\n\nNOW, THEREFORE, the parties agree as follows:`,
  definition: text => `1. Definitions\n\n"Reference Practice" means a practice under which ${unpointed(text)}.`,
  note: text => `[Note to draft: ${unpointed(text)}.]`,
  reserved: text => `1. Reserved\n\n[${unpointed(text)}.]`,
}

/** A contract in which the passage stands where nothing binds. */
export function contractAround(text, how) {
  return `${places[how](text)}\n\n2. ${neutral[0]}\n\n3. ${neutral[1]}\n`
}

/** A contract of three clauses, the passage being the first, second or third of them. */
export function amongOthers(text, at) {
  const clauses = [...neutral]
  clauses.splice(at, 0, `Security. ${text.replace(/\s*\n+\s*/g, ' ')}`)
  return `${clauses.map((clause, i) => `${i + 1}. ${clause}`).join('\n\n')}\n`
}

/** Pieces of a text in order, each a part of evidence or not. */
function piecesOf({ text, spans }) {
  const pieces = []
  let at = 0
  for (const { start, end } of spans) {
    pieces.push({ words: text.slice(at, start) }, { words: text.slice(start, end), evidence: true })
    at = end
  }
  return [...pieces, { words: text.slice(at) }].filter(({ words }) => words !== '')
}

const escaped = words => words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const tag = { struck: ['<s>', '</s>'], hidden: ['<span style="display:none">', '</span>'] }

/** The passage as a web page, its evidence struck out or hidden. */
export function inHtml(passage, how) {
  if (passage.text.includes('|')) return []
  const [open, close] = tag[how]
  const inner = piecesOf(passage)
    .map(({ words, evidence }) =>
      (evidence ? open + escaped(words) + close : escaped(words)).replace(/\n+/g, `${evidence ? close : ''}</p><p>${evidence ? open : ''}`),
    )
    .join('')
  const page = `<!DOCTYPE html><html><body><h1>Agreement</h1><p>${inner}</p><p>${neutral[0]}</p></body></html>`
  return [{ name: 'contract.html', bytes: strToU8(page) }]
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const property = { struck: '<w:rPr><w:strike/></w:rPr>', hidden: '<w:rPr><w:vanish/></w:rPr>' }

/** The passage as a Word file, its evidence struck out or hidden. */
export function inWord(passage, how) {
  if (passage.text.includes('|')) return []
  const run = ({ words, evidence }) => `<w:r>${evidence ? property[how] : ''}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`
  const paragraphs = [[]]
  for (const piece of piecesOf(passage))
    piece.words.split(/\n+/).forEach((words, at) => {
      if (at > 0) paragraphs.push([])
      if (words !== '') paragraphs.at(-1).push({ ...piece, words })
    })
  const body = [...paragraphs.map(runs => runs.map(run).join('')), run({ words: neutral[0] })].map(inner => `<w:p>${inner}</w:p>`).join('')
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  const parts = { '[Content_Types].xml': strToU8(types), '_rels/.rels': strToU8(relations), 'word/document.xml': strToU8(xml) }
  return [{ name: 'contract.docx', bytes: zipSync(parts, { level: 0 }) }]
}
