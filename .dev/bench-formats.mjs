// The same agreement as files of every format that is read, small and plain, for the benchmark of reading; and in each the
// ways of hiding words that the format has. Word files come from the writer of the fixtures, PDFs from bench-pages.mjs.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { pagesOf, pdfTricks, secretWords } from './bench-pages.mjs'
import { writeDocx } from './fixture-docx.mjs'

const plain = text => text.replaceAll('**', '')
const escapeXml = text => plain(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** Blocks gathered so that the rows of one table are one group. */
function grouped(blocks) {
  const groups = []
  for (const block of blocks) {
    if (block.kind === 'row' && !block.header) groups.at(-1).push(block)
    else groups.push([block])
  }
  return groups
}

const typed = ({ label, text }) => `${label === undefined ? '' : `${label} `}${text}`

const docxTricks = [
  ['', '<w:vanish/>'],
  ['', '<w:color w:val="FFFFFF"/>'],
  ['', '<w:sz w:val="2"/>'],
  ['', '<w:shd w:val="clear" w:fill="000000"/><w:color w:val="000000"/>'],
  ['', '<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>'],
  ['<w:framePr w:x="-20000" w:hAnchor="page"/>', ''],
  ['<w:ind w:left="-20000"/>', ''],
]
const hiddenParagraph = ([ppr, rpr], at) => `<w:p><w:pPr>${ppr}</w:pPr><w:r><w:rPr>${rpr}</w:rPr><w:t>${secretWords(at)}</w:t></w:r></w:p>`

function docx(source) {
  const parts = unzipSync(writeDocx(source))
  const xml = Buffer.from(parts['word/document.xml']).toString('utf8')
  const more = docxTricks.map(hiddenParagraph).join('')
  return Buffer.from(
    zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace('<w:sectPr>', () => `${more}<w:sectPr>`)) }, { level: 9 }),
  )
}

const htmlTricks = [
  'hidden',
  'style="display:none"',
  'style="color:#fff"',
  'style="font-size:1px"',
  'style="visibility:hidden"',
  'style="opacity:0"',
  'style="position:absolute;left:-9999px"',
]

function htmlGroup(group) {
  const [first] = group
  if (first.kind !== 'row') {
    const tag = first.kind === 'title' ? 'h1' : first.kind === 'clause' && first.level === 0 ? 'h2' : 'p'
    return `<${tag}>${escapeXml(typed(first))}</${tag}>`
  }
  const cells = ({ cells, header }) => cells.map(cell => (header ? `<th>${escapeXml(cell)}</th>` : `<td>${escapeXml(cell)}</td>`)).join('')
  return `<table>${group.map(row => `<tr>${cells(row)}</tr>`).join('')}</table>`
}

function html({ blocks }) {
  const hidden = htmlTricks.map((how, at) => `<p ${how}>${secretWords(at)}</p>`)
  return Buffer.from(`<!DOCTYPE html><html><body>\n${[...grouped(blocks).map(htmlGroup), ...hidden].join('\n')}\n</body></html>\n`)
}

/** A message with the page as its body, in quoted-printable lines. */
function eml(source) {
  const quoted = html(source)
    .toString('latin1')
    .replace(/[=\x80-\xff]/g, byte => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .split('\n')
    .map(line => (line.match(/(?:=[0-9A-F]{2}|[^=]){1,70}/g) ?? []).join('=\n'))
    .join('\n')
  const head = ['From: a@a.example', 'To: b@b.example', 'Subject: Agreement', 'MIME-Version: 1.0', 'Content-Type: text/html; charset=utf-8']
  return Buffer.from([...head, 'Content-Transfer-Encoding: quoted-printable', '', quoted].join('\n').replace(/\n/g, '\r\n'), 'latin1')
}

const odtTricks = [
  'text:display="none"',
  'fo:color="#ffffff"',
  'fo:font-size="1pt"',
  'fo:color="#000000" fo:background-color="#000000"',
  'loext:opacity="0%"',
]
const odtNames = ['office', 'text', 'table', 'style', 'fo'].map(name => {
  const path = name === 'fo' ? 'xsl-fo-compatible' : name
  return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${path}:1.0"`
})

function odtGroup(group) {
  const [first] = group
  if (first.kind !== 'row') return `<text:p>${escapeXml(typed(first))}</text:p>`
  const row = ({ cells, header }) => {
    const inside = cells.map(cell => `<table:table-cell><text:p>${escapeXml(cell)}</text:p></table:table-cell>`).join('')
    const made = `<table:table-row>${inside}</table:table-row>`
    return header ? `<table:table-header-rows>${made}</table:table-header-rows>` : made
  }
  return `<table:table>${group.map(row).join('')}</table:table>`
}

function odt({ blocks }) {
  const styles = odtTricks.map(
    (how, at) => `<style:style style:name="T${at}" style:family="text"><style:text-properties ${how}/></style:style>`,
  )
  const hidden = odtTricks.map((_, at) => `<text:p><text:span text:style-name="T${at}">${secretWords(at)}</text:span></text:p>`)
  const body = [...grouped(blocks).map(odtGroup), ...hidden].join('\n')
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${odtNames.join(' ')} xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"><office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const files = { mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }], 'content.xml': strToU8(content) }
  return Buffer.from(zipSync(files, { level: 9 }))
}

const rtfTricks = ['\\v', '\\cf1', '\\fs2']
const escapeRtf = text => plain(text).replace(/[\\{}]/g, '\\$&')

function rtfBlock({ kind, cells, label, text }) {
  if (kind === 'row') return `\\trowd${cells.map(cell => `\\pard\\intbl ${escapeRtf(cell)}\\cell`).join('')}\\row`
  const number = label === undefined ? '' : `{\\listtext\\pard\\plain ${label}\\tab}`
  return `\\pard ${number}${escapeRtf(text)}\\par`
}

function rtf({ blocks }) {
  const hidden = rtfTricks.map((how, at) => `\\pard {${how} ${secretWords(at)}}\\par`)
  const head = '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\colortbl;\\red255\\green255\\blue255;}'
  return Buffer.from(`${[head, ...blocks.map(rtfBlock), ...hidden].join('\n')}}\n`, 'latin1')
}

function text({ blocks }) {
  const lines = grouped(blocks).map(group =>
    group.map(block => (block.kind === 'row' ? block.cells.join(' | ') : plain(typed(block)))).join('\n'),
  )
  return Buffer.from(`${lines.join('\n\n')}\n`)
}

/** By format: a writer from numbered blocks to bytes, and how many ways of hiding words it puts in. */
export const formats = {
  docx: { write: docx, tricks: docxTricks.length },
  pdf: { write: source => pagesOf(source, pdfTricks), tricks: 7 },
  odt: { write: odt, tricks: odtTricks.length },
  rtf: { write: rtf, tricks: rtfTricks.length },
  html: { write: html, tricks: htmlTricks.length },
  eml: { write: eml, tricks: htmlTricks.length },
  txt: { write: text, tricks: 0 },
}
