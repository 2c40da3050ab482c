// RTF cut into groups, control words and text, in one pass (Microsoft, "Rich Text Format Specification", 1.9.1). Bytes
// are characters here; which letter a byte stands for, and what a control word means, is left to rtf.ts.

import { table } from '../../domain/table.ts'

export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** One byte given as \'hh, or text as it stands. */
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }

const word = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y
const plain = /[^\\{}\r\n]+/y

/** The tokens of a file, in order. @param rtf one character for each byte */
export function* tokensOf(rtf: string): Generator<RtfToken> {
  for (let at = 0; at < rtf.length; ) {
    const mark = rtf[at]
    if (mark === '{' || mark === '}') {
      yield { kind: mark === '{' ? 'open' : 'close' }
      at++
    } else if (mark === '\r' || mark === '\n') at++
    else if (mark !== '\\') {
      plain.lastIndex = at
      const text = plain.exec(rtf)?.[0] ?? ''
      yield { kind: 'text', text }
      at += Math.max(text.length, 1)
    } else {
      const { token, end } = control(rtf, at)
      yield token
      at = end
    }
  }
}

const symbols = table<string>({ '~': '\u00A0', _: '\u2011', '-': '\u00AD', '\\': '\\', '{': '{', '}': '}' })

function control(rtf: string, at: number): { token: RtfToken; end: number } {
  word.lastIndex = at
  const match = word.exec(rtf)
  if (match !== null) {
    const value = match[2] === undefined ? undefined : Number(match[2])
    const name = match[1] ?? ''
    // What follows \bin is not text, however it looks.
    const skipped = name === 'bin' ? Math.max(0, value ?? 0) : 0
    return { token: { kind: 'word', name, value }, end: word.lastIndex + skipped }
  }
  const next = rtf[at + 1] ?? ''
  if (next === "'") return { token: { kind: 'byte', value: Number.parseInt(rtf.slice(at + 2, at + 4), 16) || 0x3f }, end: at + 4 }
  if (next === '*') return { token: { kind: 'word', name: '*', value: undefined }, end: at + 2 }
  if (next === '\n' || next === '\r') return { token: { kind: 'word', name: 'par', value: undefined }, end: at + 2 }
  return { token: { kind: 'text', text: symbols[next] ?? '' }, end: at + 2 }
}
