// An e-mail message taken apart (RFC 5322, 2045 to 2047): its text, or its page where it has no text, and what is
// attached. Nothing it points to is fetched; messages within it stay closed.
import { decodeAs } from '../decode.ts'

export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
  /** Shown within the message, as the logo of a signature is. */
  readonly inline: boolean
}

export interface Mail {
  readonly plain: string
  readonly html: string
  readonly attachments: readonly Attachment[]
  /** Parts beyond what is opened: too many, or too deep. */
  readonly closed: number
}

const deepest = 10
const mostParts = 500

interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

interface Found {
  plain: string
  html: string
  attachments: Attachment[]
  closed: number
  parts: number
}

/** Takes a message apart. @param raw one character for each byte */
export function readMime(raw: string): Mail {
  const found: Found = { plain: '', html: '', attachments: [], closed: 0, parts: 0 }
  take(partOf(raw), found, 0)
  const { plain, html, attachments, closed } = found
  return { plain, html, attachments, closed }
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw)
  const head = end === null ? raw : raw.slice(0, end.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end === null ? '' : raw.slice(end.index + end[0].length) }
}

function take(part: Part, found: Found, depth: number): void {
  if (depth > deepest || ++found.parts > mostParts) {
    found.closed++
    return
  }
  const type = part.headers.get('content-type') ?? 'text/plain'
  const kind = /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0].toLowerCase() ?? 'text/plain'
  const boundary = parameter(type, 'boundary')
  if (kind.startsWith('multipart/') && boundary !== undefined) return takeAll(part.body, boundary, found, depth)
  const disposition = part.headers.get('content-disposition') ?? ''
  const name = parameter(disposition, 'filename') ?? parameter(type, 'name')
  const bytes = decoded(part)
  if (/^attachment/i.test(disposition) || name !== undefined || !/^text\/(?:plain|html)$/.test(kind))
    found.attachments.push({ name: name ?? kind, bytes, inline: kind.startsWith('image/') && !/^attachment/i.test(disposition) })
  else if (kind === 'text/html') found.html += `${decodeAs(bytes, parameter(type, 'charset') ?? 'utf-8')}\n`
  else found.plain += `${decodeAs(bytes, parameter(type, 'charset') ?? 'utf-8')}\n\n`
}

function takeAll(body: string, boundary: string, found: Found, depth: number): void {
  const mark = `--${boundary}`
  for (let at = lineAt(body, mark, 0); at >= 0 && !body.startsWith('--', at + mark.length); ) {
    const start = body.indexOf('\n', at) + 1
    const next = start === 0 ? -1 : lineAt(body, mark, start)
    take(partOf(body.slice(start, next < 0 ? body.length : next)), found, depth + 1)
    if (found.parts > mostParts) return
    at = next
  }
}

/** Where a line begins with these words. */
function lineAt(body: string, words: string, from: number): number {
  for (let at = body.indexOf(words, from); at >= 0; at = body.indexOf(words, at + 1)) if (at === 0 || body[at - 1] === '\n') return at
  return -1
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s{0,9}${name}(\\*?)(?:\\*0\\*?)?\\s{0,3}=\\s{0,3}(?:"([^"]{0,500})"|([^\\s;]{1,500}))`, 'i').exec(header)
  const value = match?.[2] ?? match?.[3]
  if (value === undefined) return undefined
  if (match?.[1] === '') return decodeWords(value)
  const [charset = '', , ...rest] = value.split("'")
  return decodeAs(
    Buffer.from(
      rest.join("'").replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ),
    charset,
  )
}

/** "=?utf-8?B?...?=" as the words that it stands for. */
function decodeWords(text: string): string {
  return text.replace(/=\?([\w-]{1,30})\?([bq])\?([^?\s]{0,500})\?=(?:\s+(?==\?))?/gi, (_, charset: string, way: string, words: string) =>
    decodeAs(/b/i.test(way) ? Buffer.from(words, 'base64') : unquoted(words.replaceAll('_', ' ')), charset),
  )
}

function decoded({ headers, body }: Part): Uint8Array {
  const way = (headers.get('content-transfer-encoding') ?? '').toLowerCase()
  if (way === 'base64') return Buffer.from(body, 'base64')
  return way === 'quoted-printable' ? unquoted(body.replace(/=[ \t]*\r?\n/g, '')) : Buffer.from(body, 'latin1')
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}
