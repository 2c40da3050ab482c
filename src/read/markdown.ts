// Lines of a text with what their marks say. Markdown's marks (#, **, >, ~~, links, HTML) are taken off
// once, so that all later offsets are into the text as a person reads it. Blocks are made in read/lines.
import type { Revision } from '../domain/manuscript.ts'

/** One line of the text as read. */
export interface Line {
  readonly start: number
  readonly end: number
  /** Heading level from 1, where a mark says so. */
  readonly level?: number
  readonly bold?: boolean
  /** A Markdown table's separator stands below: this is a header row. */
  readonly header?: boolean
  /** Nesting of a list item, from its indent. */
  readonly nesting?: number
}

export interface Source {
  readonly text: string
  readonly lines: readonly Line[]
  readonly revisions: readonly Revision[]
}

/** The lines of plain text as they stand. */
export function plainLines(text: string): Source {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\n\r\f\v\u2028\u2029]*(?:\r\n|[\n\r\f\v\u2028\u2029]|$)/g)) {
    const body = match[0].replace(/[\n\r\f\v\u2028\u2029]+$/, '')
    lines.push({ start: match.index, end: match.index + body.length })
  }
  return { text, lines, revisions: [] }
}

/** The line under a table's header: "|---|:--:|". */
const separator = /^\|? {0,4}:?-{2,}:? {0,4}(?:\| {0,4}:?-{2,}:? {0,40}){0,60}\|?$/
const frontMatter = /^---\r?\n(?:[^\n]{0,500}\n){0,60}?---[ \t]*(?:\r?\n|$)/

/** Takes Markdown's marks off a text, line by line; struck-out words go into the revisions. */
export function cleanMarkdown(markdown: string): Source {
  const raw = markdown
    .replace(frontMatter, '')
    .replace(/<!--[\s\S]{0,5000}?-->/g, ' ')
    .split(/\r\n|[\n\r\u2028\u2029]/)
  const lines: Line[] = []
  const revisions: Revision[] = []
  let text = ''
  for (const [index, line] of raw.entries()) {
    if (isSeparator(line)) continue
    const next = raw[index + 1] ?? ''
    const marks = readMarks(line, next)
    const clean = stripInline(marks.rest, text.length, revisions)
    const header = line.includes('|') && isSeparator(next)
    lines.push({ ...marks.line, start: text.length, end: text.length + clean.length, ...(header ? { header } : {}) })
    text += `${clean}\n`
  }
  return { text, lines, revisions }
}

function isSeparator(line: string): boolean {
  return line.includes('|') && separator.test(line.trim())
}

function readMarks(line: string, next: string): { rest: string; line: Pick<Line, 'level' | 'bold' | 'nesting'> } {
  const unquoted = line.replace(/^(?:\s{0,6}>[ \t]?){1,6}/, '')
  if (/^\s*(?:[-*_][ \t]*){3,}$/.test(unquoted) || /^\s*={3,}\s*$/.test(unquoted) || /^\s*`{3}/.test(unquoted))
    return { rest: '', line: {} }
  const heading = /^\s{0,3}(#{1,6})\s(.*)$/.exec(unquoted)
  if (heading !== null) return { rest: (heading[2] ?? '').trim().replace(/ #{1,6}$/, ''), line: { level: heading[1]?.length ?? 1 } }
  if (/^={3,}\s*$/.test(next) && unquoted.trim() !== '') return { rest: unquoted, line: { level: 1 } }
  const bold = /^\s*\*\*[^*\n]{1,200}\*\*[.:]?\s*$/.test(unquoted)
  const indent = /^[ \t]*/.exec(unquoted)?.[0].replace(/\t/g, '    ').length ?? 0
  const item = /^\s*[-*+•]\s+\S/.test(unquoted)
  return {
    rest: item ? unquoted.replace(/^(\s*)[*+](\s)/, '$1-$2') : unquoted,
    line: { ...(bold ? { bold } : {}), ...(item ? { nesting: Math.floor(indent / 2) } : {}) },
  }
}

/** Takes inline marks off; records what was struck out at the place where it stood. */
function stripInline(line: string, offset: number, revisions: Revision[]): string {
  const parts = line.split(/~~([^~\n]{1,5000})~~/)
  let clean = ''
  for (const [index, part] of parts.entries()) {
    const words = inline(part)
    if (index % 2 === 0) clean += words
    else
      revisions.push({
        kind: 'deleted',
        author: '',
        date: '',
        words,
        span: { start: offset + clean.length, end: offset + clean.length },
        struck: true,
      })
  }
  return clean
}

function inline(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-zA-Z][^<>\n]{0,300}>/g, tag => (/^<https?:/i.test(tag) ? tag.slice(1, -1) : ''))
    .replace(/!?\[([^[\]\n]{0,500})\]\(([^()\s]{1,500})\)/g, (_, words: string, url: string) => (words === url ? url : `${words} (${url})`))
    .replace(/(?<!\\)\*{1,3}(?=\S)|(?<=\S)(?<!\\)\*{1,3}/g, '')
    .replace(/(?<![\w_])_{1,2}([^_\n]{1,300})_{1,2}(?![\w_])/g, '$1')
    .replace(/`([^`\n]{1,300})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
}
