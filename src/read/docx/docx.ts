// The DOCX reader: bytes in, Manuscript out. Opens the container, reads styles, numbering and theme, then the body
// with headers and comments after it. How each of these is read stands in the other files of this folder.
import type { Manuscript } from '../../domain/manuscript.ts'
import { openArchive, tooLarge } from './archive.ts'
import { createWritingSink, writeBlocks } from './blocks.ts'
import { parseColour, readTheme, white } from './colour.ts'
import { type Counter, createCounter } from './counters.ts'
import { createFlow, type Frame } from './flow.ts'
import { type DocxLimits, docxLimits } from './limits.ts'
import { createNoteBook } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type Package } from './package.ts'
import { partReadings } from './parts.ts'
import { createNoteShelf } from './side-notes.ts'
import { refuseOtherFormats } from './sniff.ts'
import type { Source, Story } from './story.ts'
import { readStyles } from './styles.ts'
import { createWriter, type RevisionView } from './writer.ts'
import { child, childElements, childFlag, parseXml, type XmlElement } from './xml.ts'

export interface DocxOptions {
  /** Which side of tracked changes is read; final takes insertions in and leaves deletions out. */
  readonly revisions?: RevisionView
  /** Hash of the bytes, lower-case hex. */
  readonly sha256: string
  readonly limits?: Partial<DocxLimits>
}

/**
 * Read a DOCX file.
 * @param name the name the user gave, for messages and the manuscript
 * @throws UserError of kind "unreadable" where the file is no DOCX, is damaged, encrypted, or over a limit
 */
export function readDocx(bytes: Uint8Array, name: string, options: DocxOptions): Manuscript {
  const limits = { ...docxLimits, ...options.limits }
  refuseOtherFormats(bytes, name)
  const pkg = openPackage(openArchive(bytes, name, limits), { file: name, limits, nodes: limits.nodes })
  const view = options.revisions ?? 'final'
  const main = pkg.xml(pkg.main) ?? ''
  const source = createSource(pkg, view, main)
  readMain(main, source)
  const { text, blocks } = source.writer.finish()
  const notes = source.notes.finish(text, blocks, view)
  return { name, format: 'docx', sha256: options.sha256, text, blocks, pages: [], notes, parts: partReadings(pkg), view }
}

function createSource(pkg: Package, view: RevisionView, main: string): Source {
  const theme = readTheme(pkg.root(pkg.related('theme')))
  const styles = readStyles(pkg.root(pkg.related('styles')), theme)
  const { limits, file } = pkg.budget
  const counters = new Map<string, Counter>()
  let tables = 0
  return {
    pkg,
    theme,
    styles,
    view,
    numbering: readNumbering(pkg.root(pkg.related('numbering')), styles),
    page: pageColour(main),
    // Word writes where pages began when it last laid the file out; other programs do not.
    writer: createWriter(view, main.includes('lastRenderedPageBreak'), length => {
      if (length > limits.characters) throw tooLarge(file, `more than ${limits.characters} characters of text`)
    }),
    notes: createNoteBook(),
    shelf: createNoteShelf(pkg),
    counter(part) {
      const counter = counters.get(part) ?? createCounter()
      counters.set(part, counter)
      return counter
    },
    nextTable: () => tables++,
  }
}

/** The background of all pages; it stands before the body. */
function pageColour(main: string): Source['page'] {
  const head = main.slice(0, Math.max(main.indexOf('body'), 0))
  return parseColour(/background\s[^>]{0,200}?color="([0-9A-Fa-f]{6})"/.exec(head)?.[1]) ?? white
}

function readMain(main: string, source: Source): void {
  const { pkg } = source
  const story: Story = { source, part: pkg.main, count: createCounter(), openFields: [] }
  const frame: Frame = { kind: 'paragraph', background: source.page, tableRun: {} }
  const flow = createFlow(story, frame, createWritingSink(story, frame))
  const sections: XmlElement[] = []
  parseXml(main, pkg.main, pkg.budget, element => {
    const section = element.name === 'w:sectPr' ? element : child(child(element, 'w:pPr'), 'w:sectPr')
    if (section !== undefined) sections.push(section)
    flow.read(element)
  })
  flow.end()
  readHeaders(sections, source)
  readComments(source)
}

/** Headers and footers that some page shows, each once. */
function readHeaders(sections: readonly XmlElement[], source: Source): void {
  const { pkg } = source
  const even = childFlag(pkg.root(pkg.related('settings')), 'w:evenAndOddHeaders') ?? false
  const parts = new Set<string>()
  for (const section of sections) {
    const first = childFlag(section, 'w:titlePg') ?? false
    for (const reference of childElements(section)) {
      if (reference.name !== 'w:headerReference' && reference.name !== 'w:footerReference') continue
      const type = reference.attributes['w:type'] ?? 'default'
      const target = pkg.relationships(pkg.main).get(reference.attributes['r:id'] ?? '')
      const shown = type === 'default' || (type === 'first' ? first : even)
      if (shown && target !== undefined && !target.external) parts.add(target.target)
    }
  }
  for (const part of parts) readSide(part, 'header', source)
}

function readComments(source: Source): void {
  const part = source.pkg.related('comments')
  if (part !== undefined) readSide(part, 'comment', source)
}

function readSide(part: string, kind: Frame['kind'], source: Source): void {
  const root = source.pkg.root(part)
  if (root === undefined) return
  const story: Story = { source, part, count: source.counter(kind === 'header' ? kind : part), openFields: [] }
  writeBlocks(root, story, { kind, background: source.page, tableRun: {} })
}
