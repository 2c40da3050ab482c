// The syntax of PDF objects (ISO 32000-1, 7.3), read strictly: pdfjs makes something of whatever stands there, and what it
// makes of a damaged name or list is not what the file said. Values are kept only as far as they lead to words.

import { table } from '../../domain/table.ts'

export type Value = number | boolean | null | string | Reference | Text | readonly Value[] | Dictionary

/** By name without its slash; so are names as values, with it: "/Page". */
export type Dictionary = ReadonlyMap<string, Value>

/** Number and generation of an object: "12 0". */
export interface Reference {
  readonly to: string
}

/** A string, whose words are of no account here. */
export interface Text {
  readonly length: number
}

/** A place in bytes; reading moves it on. */
export interface Cursor {
  readonly bytes: Buffer
  at: number
}

export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map
export const isReference = (value: Value | undefined): value is Reference => typeof value === 'object' && value !== null && 'to' in value

const deepest = 200
const fault = Symbol('fault')
type Read = Value | typeof fault

/** The value at a place; undefined where none stands there soundly. */
export function readValue(cursor: Cursor): { readonly value: Value } | undefined {
  const value = read(cursor, 0)
  return value === fault ? undefined : { value }
}

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0
const delimiters = new Set('()<>[]{}/%'.split('').map(sign => sign.charCodeAt(0)))
const isRegular = (byte: number | undefined): boolean => byte !== undefined && !isSpace(byte) && !delimiters.has(byte)

/** Moves over white space and comments. */
export function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor
  for (;;) {
    while (isSpace(bytes[cursor.at])) cursor.at++
    if (bytes[cursor.at] !== 0x25) return
    while (cursor.at < bytes.length && bytes[cursor.at] !== 0x0a && bytes[cursor.at] !== 0x0d) cursor.at++
  }
}

function read(cursor: Cursor, depth: number): Read {
  skipSpace(cursor)
  if (depth > deepest) return fault
  const { bytes } = cursor
  switch (bytes[cursor.at]) {
    case 0x2f:
      return `/${readName(cursor)}`
    case 0x28:
      return readString(cursor)
    case 0x5b:
      return readList(cursor, depth)
    case 0x3c:
      return bytes[cursor.at + 1] === 0x3c ? readDictionary(cursor, depth) : readHex(cursor)
    default:
      return readWord(cursor)
  }
}

function regular(cursor: Cursor): string {
  const start = cursor.at
  while (isRegular(cursor.bytes[cursor.at])) cursor.at++
  return cursor.bytes.toString('latin1', start, cursor.at)
}

function readName(cursor: Cursor): string {
  cursor.at++
  return regular(cursor)
}

function readString(cursor: Cursor): Read {
  const start = cursor.at
  let open = 0
  for (; cursor.at < cursor.bytes.length; cursor.at++) {
    const byte = cursor.bytes[cursor.at]
    if (byte === 0x5c) cursor.at++
    else if (byte === 0x28) open++
    else if (byte === 0x29 && --open === 0) return { length: cursor.at++ - start }
  }
  return fault
}

function readHex(cursor: Cursor): Read {
  const end = cursor.bytes.indexOf('>', cursor.at)
  if (end < 0 || /[^0-9a-f\s]/i.test(cursor.bytes.toString('latin1', cursor.at + 1, Math.min(end, cursor.at + 200)))) return fault
  const length = end - cursor.at
  cursor.at = end + 1
  return { length }
}

function readList(cursor: Cursor, depth: number): Read {
  const values: Value[] = []
  cursor.at++
  for (;;) {
    skipSpace(cursor)
    if (cursor.bytes[cursor.at] === 0x5d) {
      cursor.at++
      return values
    }
    const value = read(cursor, depth + 1)
    if (value === fault) return fault
    values.push(value)
  }
}

function readDictionary(cursor: Cursor, depth: number): Read {
  const { bytes } = cursor
  const entries = new Map<string, Value>()
  cursor.at += 2
  for (;;) {
    skipSpace(cursor)
    if (bytes[cursor.at] === 0x3e && bytes[cursor.at + 1] === 0x3e) {
      cursor.at += 2
      return entries
    }
    if (bytes[cursor.at] !== 0x2f) return fault
    const name = readName(cursor)
    const value = read(cursor, depth + 1)
    if (value === fault) return fault
    entries.set(name, value)
  }
}

const words = table<Value>({ true: true, false: false, null: null })

function readWord(cursor: Cursor): Read {
  const word = regular(cursor)
  if (/^[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/.test(word)) return referenceAt(cursor, word) ?? Number(word.replace(/^[+-]*(?=[+-])/, ''))
  return Object.hasOwn(words, word) ? (words[word] as Value) : fault
}

/** "12 0 R" where 12 was read; the place stays where it is no reference. */
function referenceAt(cursor: Cursor, number: string): Reference | undefined {
  if (!/^\d{1,10}$/.test(number)) return undefined
  const rest = /^[\s\0]+(\d{1,5})[\s\0]+R(?![^\s\0()<>[\]{}/%])/.exec(cursor.bytes.toString('latin1', cursor.at, cursor.at + 20))
  if (rest === null) return undefined
  cursor.at += rest[0].length
  return { to: `${Number(number)} ${Number(rest[1])}` }
}
