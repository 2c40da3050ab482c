// A web page cut into tags and text, in one pass and with no recursion. What is no tag is text, as in browsers; what
// scripts, styles and comments hold is no text. What a tag means is left to html.ts.

import { table } from '../../domain/table.ts'

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  /** The inside of a style element. */
  | { readonly kind: 'style'; readonly text: string }

const raw = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'title', 'svg', 'math', 'select', 'object', 'iframe'])
const longestTag = 20_000

/** The tokens of a page, in order. */
export function* tokensOf(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const mark = html.indexOf('<', at)
    if (mark < 0) return yield { kind: 'text', text: decodeEntities(html.slice(at)) }
    if (mark > at) yield { kind: 'text', text: decodeEntities(html.slice(at, mark)) }
    if (html.startsWith('<!--', mark)) {
      at = after(html, '-->', mark + 4)
      continue
    }
    const tag = tagAt(html, mark)
    if (tag === undefined) {
      if (/[!?/]/.test(html[mark + 1] ?? '')) at = after(html, '>', mark)
      else {
        yield { kind: 'text', text: '<' }
        at = mark + 1
      }
      continue
    }
    at = tag.end
    if (tag.token.kind === 'open' && raw.has(tag.token.name) && !tag.token.empty) {
      const end = closing(html, tag.token.name, at)
      if (tag.token.name === 'style') yield { kind: 'style', text: html.slice(at, end) }
      else yield tag.token
      at = after(html, '>', end)
    } else yield tag.token
  }
}

function after(html: string, words: string, from: number): number {
  const at = html.indexOf(words, from)
  return at < 0 ? html.length : at + words.length
}

/** Where `</name` stands, or the end. */
function closing(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}

const opened = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})/y

function tagAt(html: string, from: number): { token: HtmlToken; end: number } | undefined {
  opened.lastIndex = from
  const match = opened.exec(html)
  if (match === null) return undefined
  const name = (match[2] ?? '').toLowerCase()
  const { attributes, end, empty } = attributesFrom(html, opened.lastIndex)
  if (match[1] === '/') return { token: { kind: 'close', name }, end }
  return { token: { kind: 'open', name, attributes, empty }, end }
}

const attribute = /[\s/]*([^\s"'<>/=]{1,100})(?:\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'<>]*)))?/y

function attributesFrom(html: string, from: number): { attributes: Record<string, string>; end: number; empty: boolean } {
  const attributes: Record<string, string> = {}
  let at = from
  for (const limit = from + longestTag; at < limit && html[at] !== '>'; ) {
    attribute.lastIndex = at
    const match = attribute.exec(html)
    if (match === null || attribute.lastIndex === at) break
    attributes[(match[1] ?? '').toLowerCase()] ??= decodeEntities(match[2] ?? match[3] ?? match[4] ?? '')
    at = attribute.lastIndex
  }
  const end = after(html, '>', at)
  return { attributes, end, empty: html[end - 2] === '/' }
}

const named = table<string>({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  hellip: '…',
  bull: '•',
  middot: '·',
  sect: '§',
  para: '¶',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  plusmn: '±',
  times: '×',
  divide: '÷',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  shy: '\u00AD',
  zwnj: '\u200C',
  zwj: '\u200D',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  szlig: 'ß',
  ge: '≥',
  le: '≤',
  ne: '≠',
  laquo: '«',
  raquo: '»',
  dagger: '†',
  permil: '‰',
  prime: '′',
  rarr: '→',
  larr: '←',
  check: '✓',
})

/** Entities as the characters they stand for; an unknown one stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,10})|#[xX]([\da-fA-F]{1,8})|([a-zA-Z]{2,8}\d{0,2}));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\uFFFD'
  })
}
