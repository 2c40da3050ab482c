// The ZIP container: a directory of parts, and the bytes of one part on demand. Parts that nobody asks for are
// never unpacked. Everything the file says about itself (sizes, offsets, checksums) is checked, not believed.
import { crc32, inflateRawSync } from 'node:zlib'
import { UserError } from '../../domain/errors.ts'
import type { DocxLimits } from './limits.ts'

export interface Archive {
  /** Names of all parts as written, without a leading slash. */
  readonly names: readonly string[]
  /**
   * The bytes of a part, or undefined where there is none; part names do not depend on case (ECMA-376 part 2, 9.1.1).
   * @throws UserError over a limit, or where the part is damaged
   */
  read(part: string): Uint8Array | undefined
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const end64Signature = 0x06064b50
const decoder = new TextDecoder()

/**
 * Open a ZIP file.
 * @param file the name given by the user, for messages
 * @throws UserError where the directory is missing, damaged, encrypted or over a limit
 */
export function openArchive(bytes: Uint8Array, file: string, limits: DocxLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = guard(file, () => readDirectory(bytes, view, file, limits))
  let total = 0
  return {
    names: [...entries.values()].map(entry => entry.name),
    read(part) {
      const entry = entries.get(part.toLowerCase())
      if (entry === undefined) return undefined
      total += entry.size
      checkSize(entry, total, file, limits)
      return guard(file, () => unpack(bytes, view, entry, file))
    },
  }
}

export function damaged(file: string, what: string): UserError {
  return new UserError(
    'unreadable',
    file,
    `the file is damaged: ${what}`,
    'Ask for a fresh copy, or open it in a word processor and save it as DOCX again.',
  )
}

export function tooLarge(file: string, what: string): UserError {
  return new UserError(
    'unreadable',
    file,
    `the file is over a safety limit: ${what}`,
    'Save the contract alone as a new DOCX, or split it into smaller files.',
  )
}

/** Offsets that point out of the file make DataView throw: that is damage, not a bug. */
function guard<T>(file: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof RangeError) throw damaged(file, 'its ZIP directory points outside the file')
    throw error
  }
}

function readDirectory(bytes: Uint8Array, view: DataView, file: string, limits: DocxLimits): Map<string, Entry> {
  const { count, start } = findDirectory(view, file)
  if (count > limits.entries) throw tooLarge(file, `${count} parts, at most ${limits.entries} are read`)
  const entries = new Map<string, Entry>()
  let at = start
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== entrySignature) throw damaged(file, 'its ZIP directory is cut off')
    const entry = readEntry(bytes, view, at)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (entry.name.endsWith('/')) continue
    checkName(bytes, view, entry, file)
    const key = entry.name.toLowerCase()
    // Two parts of one name: programs differ in which they show, so neither can be relied on.
    if (entries.has(key)) throw damaged(file, `it holds the part ${entry.name} twice`)
    entries.set(key, entry)
  }
  return entries
}

/** A part bears its name twice. Where the two differ one is damaged, and the part would be missed by who asks for it. */
function checkName(bytes: Uint8Array, view: DataView, { name, offset }: Entry, file: string): void {
  if (view.getUint32(offset, true) !== localSignature) throw damaged(file, `${name} is not where the directory says`)
  if (nameAt(bytes, offset + 30, view.getUint16(offset + 26, true)) !== name)
    throw damaged(file, `the name of its part ${name} does not hold`)
}

function nameAt(bytes: Uint8Array, start: number, length: number): string {
  return decoder
    .decode(bytes.subarray(start, start + length))
    .replaceAll('\\', '/')
    .replace(/^\//, '')
}

function findDirectory(view: DataView, file: string): { count: number; start: number } {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count !== 0xffff && start !== 0xffffffff) return { count, start }
    return findDirectory64(view, at, file)
  }
  throw damaged(file, 'the end of it is missing')
}

function findDirectory64(view: DataView, end: number, file: string): { count: number; start: number } {
  const at = Number(view.getBigUint64(end - 20 + 8, true))
  if (view.getUint32(at, true) !== end64Signature) throw damaged(file, 'its ZIP directory cannot be found')
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): Entry {
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const entry: Entry = {
    name: nameAt(bytes, at + 46, nameEnd - at - 46),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  return withLargeFields(entry, view, nameEnd, nameEnd + view.getUint16(at + 30, true))
}

/** Sizes that do not fit stand in the ZIP64 extra field, in this order, only those that do not fit. */
function withLargeFields(entry: Entry, view: DataView, from: number, to: number): Entry {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    const next = (value: number): number => {
      if (value !== 0xffffffff) return value
      field += 8
      return Number(view.getBigUint64(field - 8, true))
    }
    const size = next(entry.size)
    const packed = next(entry.packed)
    return { ...entry, size, packed, offset: next(entry.offset) }
  }
  return entry
}

function checkSize(entry: Entry, total: number, file: string, limits: DocxLimits): void {
  const megabytes = (value: number): string => `${Math.ceil(value / 1024 / 1024)} MiB`
  if (entry.size > limits.partBytes) throw tooLarge(file, `${entry.name} unpacks to ${megabytes(entry.size)}`)
  if (total > limits.totalBytes) throw tooLarge(file, `its parts unpack to ${megabytes(total)}`)
  const suspicious = entry.size > 1024 * 1024 && entry.size > entry.packed * limits.ratio
  if (suspicious) throw tooLarge(file, `${entry.name} unpacks to more than ${limits.ratio} times its size`)
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry, file: string): Uint8Array {
  if (entry.flags & 1) {
    throw new UserError('unreadable', file, `the part ${entry.name} is encrypted`, 'Save the file without a password and try again.')
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw damaged(file, `${entry.name} is cut off`)
  const content = inflate(packed, entry, file)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(file, `${entry.name} does not match its checksum`)
  return content
}

/** Unpacks at most as many bytes as the directory announces, so that a lying size costs no memory. */
function inflate(packed: Uint8Array, entry: Entry, file: string): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw damaged(file, `${entry.name} is packed in a way that DOCX does not allow`)
  const chunkSize = Math.min(Math.max(entry.size, 1024), 1024 * 1024)
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1), chunkSize })
  } catch {
    throw damaged(file, `${entry.name} cannot be unpacked`)
  }
}
