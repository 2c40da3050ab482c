// All objects of a file as they lie in it, those packed into streams too, without regard to its index: the index is what may
// be damaged. What pages lead to among them is claims.ts's business.
import { type Packed, unpackStream } from './streams.ts'
import { type Cursor, type Dictionary, isDictionary, readValue, skipSpace, type Value } from './syntax.ts'

/** An object, with what it holds where it is a stream. */
export interface PdfObject {
  readonly value: Value
  readonly stream?: Packed
}

export interface PdfObjects {
  /** By number and generation; of several the last. */
  readonly byName: ReadonlyMap<string, PdfObject>
  /** Those that a later one of the same name has replaced, as programs do that add their changes at the end. */
  readonly replaced: readonly PdfObject[]
  /** Objects that do not stand there soundly, or do not unpack. */
  readonly damaged: number
}

/** Objects beyond these are not looked at, nor what unpacks to more in all. */
const mostObjects = 300_000
const mostInAll = 500_000_000

/** About how many objects a file has, by the words that begin one. */
export function countObjects(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) count++
  return count
}

/** Reads all objects of a file; `locked` where streams and strings are enciphered. */
export function readObjects(file: Buffer, locked: boolean): PdfObjects {
  const byName = new Map<string, PdfObject>()
  const cursor: Cursor = { bytes: file, at: 0 }
  const lastEnd = file.lastIndexOf('endstream')
  const replaced: PdfObject[] = []
  let [damaged, total, count] = [0, 0, 0]
  for (let next = findObject(cursor); next !== undefined && count < mostObjects && total < mostInAll; next = findObject(cursor)) {
    count++
    const object = readObject(cursor, locked, lastEnd)
    if (object === undefined || object.stream?.damaged) damaged++
    if (object === undefined) continue
    total += object.stream?.content.length ?? 0
    const before = byName.get(next)
    if (before !== undefined) replaced.push(before)
    byName.set(next, object)
    if (isDictionary(object.value) && object.value.get('Type') === '/ObjStm' && object.stream)
      for (const [name, value] of packedObjects(object.value, object.stream.content)) if (!byName.has(name)) byName.set(name, { value })
  }
  return { byName, replaced, damaged }
}

/** The next "12 0 obj"; the place is then after it. */
function findObject(cursor: Cursor): string | undefined {
  const { bytes } = cursor
  for (let at = bytes.indexOf('obj', cursor.at); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const head = /(?:^|[^\d.])(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+$/.exec(bytes.toString('latin1', Math.max(at - 24, 0), at))
    if (head === null) continue
    cursor.at = at + 3
    return `${Number(head[1])} ${Number(head[2])}`
  }
  return undefined
}

function readObject(cursor: Cursor, locked: boolean, lastEnd: number): PdfObject | undefined {
  const { bytes } = cursor
  skipSpace(cursor)
  if (bytes.toString('latin1', cursor.at, cursor.at + 6) === 'endobj') return { value: null }
  // What is broken is read on from where it broke, and not again: else a file made so would take the square of its length.
  const found = readValue(cursor)
  if (found === undefined) return undefined
  skipSpace(cursor)
  if (!isDictionary(found.value) || bytes.toString('latin1', cursor.at, cursor.at + 6) !== 'stream') return found
  const from = afterLineEnd(bytes, cursor.at + 6)
  const end = from > lastEnd ? -1 : endOfStream(bytes, from, found.value)
  cursor.at = end < 0 ? from : end
  return { value: found.value, stream: unpackStream(found.value, bytes.subarray(from, end < 0 ? from : end), locked, end < 0) }
}

/** Where its data end: as long as it says, where its end stands there, else where that is found; -1 where it is not. */
function endOfStream(bytes: Buffer, from: number, dictionary: Dictionary): number {
  const length = dictionary.get('Length')
  if (typeof length === 'number' && /^\s{0,2}endstream/.test(bytes.toString('latin1', from + length, from + length + 12)))
    return from + length
  return bytes.indexOf('endstream', from)
}

function afterLineEnd(file: Buffer, at: number): number {
  const carriage = file[at] === 0x0d ? 1 : 0
  return at + carriage + (file[at + carriage] === 0x0a ? 1 : 0)
}

/** Objects packed into a stream: pairs of number and place at its head, then the objects. */
function* packedObjects(dictionary: Dictionary, content: Buffer): Generator<readonly [string, Value]> {
  const first = Number(dictionary.get('First'))
  const head = content.toString('latin1', 0, first).match(/\d+/g)?.map(Number) ?? []
  for (let index = 0; index + 1 < head.length && index < mostObjects; index += 2) {
    const found = readValue({ bytes: content, at: first + (head[index + 1] as number) })
    if (found) yield [`${head[index]} 0`, found.value]
  }
}
