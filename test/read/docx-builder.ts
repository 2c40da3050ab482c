// Small DOCX files made in memory from XML written in the tests, and short views of what was read from them.
import { strToU8, zipSync } from 'fflate'
import type { Block, Manuscript } from '../../src/domain/manuscript.ts'
import { type DocxOptions, readDocx } from '../../src/read/docx/docx.ts'

const transitional = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const strict = {
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const others = [
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w16="http://schemas.microsoft.com/office/word/2018/wordml"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(' ')

/** What a test says of a file; each is the inside of the root element of its part. */
export interface Parts {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly settings?: string
  /** Children of a:clrScheme. */
  readonly theme?: string
  /** Further parts by name under word/, whole, with their relationship type. */
  readonly more?: Readonly<Record<string, { readonly type: string; readonly xml: string; readonly id?: string }>>
  readonly strict?: boolean
  /** Stands before the body. */
  readonly head?: string
}

/** The XML files of a DOCX by name. */
export function docxFiles(body: string, parts: Parts = {}): Record<string, string> {
  const names = parts.strict === true ? strict : transitional
  const scope = `xmlns:w="${names.w}" xmlns:r="${names.r}" ${others}`
  const root = (name: string, inside: string): string => `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${scope}>${inside}</w:${name}>`
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships([['rId1', `${names.r}/officeDocument`, 'word/document.xml']]),
    'word/document.xml': root('document', `${parts.head ?? ''}<w:body>${body}</w:body>`),
  }
  const related: [string, string, string][] = []
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'] as const) {
    const inside = parts[name]
    if (inside === undefined) continue
    files[`word/${name}.xml`] = root(name, inside)
    related.push([`rId-${name}`, `${names.r}/${name}`, `${name}.xml`])
  }
  if (parts.theme !== undefined) {
    files['word/theme.xml'] =
      `<a:theme ${others}><a:themeElements><a:clrScheme name="t">${parts.theme}</a:clrScheme></a:themeElements></a:theme>`
    related.push(['rId-theme', `${names.r}/theme`, 'theme.xml'])
  }
  for (const [name, { type, xml, id }] of Object.entries(parts.more ?? {})) {
    files[`word/${name}`] = xml.replace('SCOPE', scope)
    related.push([id ?? `rId-${name}`, `${names.r}/${type}`, name])
  }
  files['word/_rels/document.xml.rels'] = relationships(related)
  return files
}

/** A DOCX file. */
export function buildDocx(body: string, parts: Parts = {}): Uint8Array {
  return zipFiles(docxFiles(body, parts))
}

export function zipFiles(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}

/** Build and read in one. */
export function readBody(body: string, parts: Parts = {}, options: Partial<DocxOptions> = {}): Manuscript {
  return readDocx(buildDocx(body, parts), 'test.docx', { sha256: 'a'.repeat(64), ...options })
}

/** The words of each block. */
export function wordsOf(manuscript: Manuscript): string[] {
  return manuscript.blocks.map(block => manuscript.text.slice(block.span.start, block.span.end))
}

/** The label of each block; empty where there is none. */
export function labelsOf(manuscript: Manuscript): string[] {
  return manuscript.blocks.map(block => block.label ?? '')
}

export function hiddenWords(manuscript: Manuscript): string[] {
  return manuscript.blocks.flatMap(block =>
    (block.hidden ?? []).map(({ span, how }) => `${how}: ${manuscript.text.slice(span.start, span.end)}`),
  )
}

export function cellsOf(manuscript: Manuscript, block: Block | undefined): string[] {
  return (block?.cells ?? []).map(span => manuscript.text.slice(span.start, span.end))
}

/** A run. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of one run, or of the runs given. */
export function p(inside: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${inside.startsWith('<') ? inside : r(inside)}</w:p>`
}

/** A table from rows of cells. */
export function table(rows: readonly (readonly string[])[], properties = ''): string {
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map(cells => row(cells.map(text => cell(text)))).join('')}</w:tbl>`
}

export function row(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`
}

export function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`
}

function relationships(list: readonly (readonly [string, string, string])[]): string {
  const inside = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
}

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '</Types>'
