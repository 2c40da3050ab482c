// Whether compressed streams of the file are damaged. pdfjs ends such a stream where it breaks, without
// a word, and the page comes back short or blank; so they are tried here, by themselves.
import { constants, inflateSync } from 'node:zlib'

/** Streams beyond these are not tried, none is unpacked further than this many bytes, nor all of them further than that. */
const mostStreams = 20_000
const mostUnpacked = 50_000_000
const mostInAll = 500_000_000
const longestDictionary = 2000

/** Pictures, fonts and colour tables: damage there loses no words. */
const wordless = /\/Image\b|\/Length1\b|\/(?:Type1C|CIDFontType0C|OpenType)\b|\/Alternate\b/

/** How many compressed streams that may hold words do not unpack. Of a locked file nothing can be said: 0. */
export function countDamagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.includes('/Encrypt')) return 0
  let damaged = 0
  let at = 0
  let total = 0
  for (let count = 0; count < mostStreams && total < mostInAll; count++) {
    const start = file.indexOf('stream', at)
    const end = start < 0 ? -1 : file.indexOf('endstream', start)
    if (end < 0) break
    at = end + 'endstream'.length
    const dictionary = dictionaryBefore(file, start)
    const data = file.subarray(afterLineEnd(file, start + 'stream'.length), end)
    const size = isFlate(dictionary) ? unpackedSize(data) : 0
    total += size ?? 0
    if (size === undefined || isMislabelled(dictionary, data)) damaged++
  }
  return damaged
}

function dictionaryBefore(file: Buffer, start: number): string {
  return file.toString('latin1', Math.max(file.lastIndexOf(' obj', start), start - longestDictionary), start)
}

/** Whether deflate is the one filter of a stream that may hold words. */
function isFlate(dictionary: string): boolean {
  return /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/(?!\w+Decode)|>|$)/.test(dictionary) && !wordless.test(dictionary)
}

/** A filter that does not exist, or none on data that begin as deflate does. */
function isMislabelled(dictionary: string, data: Buffer): boolean {
  if (!dictionary.includes('/Filter')) return data[0] === 0x78 && (0x7800 + (data[1] ?? 0)) % 31 === 0
  return /\/Filter\s*\[?\s*\/(?!(?:Flate|LZW|ASCII85|ASCIIHex|RunLength|DCT|CCITTFax|JBIG2|JPX)Decode\b|(?:Fl|LZW|A85|AHx|RL|DCT|CCF|Crypt)\b)/.test(
    dictionary,
  )
}

function afterLineEnd(file: Buffer, at: number): number {
  const carriage = file[at] === 0x0d ? 1 : 0
  return at + carriage + (file[at + carriage] === 0x0a ? 1 : 0)
}

/** How many bytes a stream unpacks to. A missing end is common and loses nothing; a wrong checksum is the only sign of a flipped bit. */
function unpackedSize(packed: Buffer): number | undefined {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR' ? undefined : mostUnpacked
  }
}
