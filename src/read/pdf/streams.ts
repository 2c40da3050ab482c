// Whether compressed streams of the file are damaged. pdfjs ends such a stream where it breaks, without
// a word, and the page comes back short or blank; so they are tried here, by themselves.
import { constants, inflateSync } from 'node:zlib'

/** Streams beyond these are not tried, and none is unpacked further than this many bytes. */
const mostStreams = 20_000
const mostUnpacked = 50_000_000
const longestDictionary = 2000

/** Pictures, fonts and colour tables: damage there loses no words. */
const wordless = /\/Image\b|\/Length1\b|\/(?:Type1C|CIDFontType0C|OpenType)\b|\/Alternate\b/

/** How many compressed streams that may hold words do not unpack. Of a locked file nothing can be said: 0. */
export function countDamagedStreams(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (file.includes('/Encrypt')) return 0
  let damaged = 0
  let at = 0
  for (let count = 0; count < mostStreams; count++) {
    const start = file.indexOf('stream', at)
    const end = start < 0 ? -1 : file.indexOf('endstream', start)
    if (end < 0) break
    at = end + 'endstream'.length
    if (isFlate(file, start) && !unpacks(file.subarray(afterLineEnd(file, start + 'stream'.length), end))) damaged++
  }
  return damaged
}

/** Whether the dictionary before a stream says that deflate is its one filter. */
function isFlate(file: Buffer, start: number): boolean {
  const from = Math.max(file.lastIndexOf(' obj', start), start - longestDictionary)
  const dictionary = file.toString('latin1', from, start)
  return /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/(?!\w+Decode)|>|$)/.test(dictionary) && !wordless.test(dictionary)
}

function afterLineEnd(file: Buffer, at: number): number {
  const carriage = file[at] === 0x0d ? 1 : 0
  return at + carriage + (file[at + carriage] === 0x0a ? 1 : 0)
}

/** A missing end or checksum is common and loses nothing. */
function unpacks(packed: Buffer): boolean {
  try {
    inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked })
    return true
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code !== 'Z_DATA_ERROR' || message.includes('data check')
  }
}
