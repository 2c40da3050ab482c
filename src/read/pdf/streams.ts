// What a stream of a PDF holds, and whether that is all of it. pdfjs ends a stream where it breaks, without a word, and the
// page comes back short or blank; so they are tried here, by themselves.
import { constants, inflateSync } from 'node:zlib'
import type { Dictionary, Value } from './syntax.ts'

/** A stream's data. */
export interface Packed {
  /** Bytes as they lie in the file. */
  readonly size: number
  /** As far as they were tried: empty for pictures, fonts and filters that are not. */
  readonly content: Buffer
  /** They may hold words, and do not unpack, or not as the stream says of itself. */
  readonly damaged: boolean
}

/** None is unpacked further than this many bytes. */
const mostUnpacked = 50_000_000
const none = Buffer.alloc(0)
const filters = new Set(
  'Flate LZW ASCII85 ASCIIHex RunLength DCT CCITTFax JBIG2 JPX'
    .split(' ')
    .map(name => `/${name}Decode`)
    .concat(['/Fl', '/LZW', '/A85', '/AHx', '/RL', '/DCT', '/CCF', '/Crypt']),
)

/** Unpacks the data of a stream; `endless` where their end was not found. */
export function unpackStream(dictionary: Dictionary, data: Buffer, locked: boolean, endless: boolean): Packed {
  const size = data.length
  const filter = filtersOf(dictionary.get('Filter'))
  if (endless || filter.some(name => !filters.has(name))) return { size, content: none, damaged: true }
  // Its own end is lost where the end of an object stands within it, unless it is a file itself.
  if (isWordless(dictionary) || locked) return { size, content: none, damaged: false }
  const content = filter.length === 0 ? data : filter.join() === '/FlateDecode' ? unpack(data) : none
  const swallows = filter.length > 0 && data.includes('endobj')
  return { size, content: content ?? none, damaged: content === undefined || swallows || (filter.length === 0 && looksPacked(data)) }
}

function filtersOf(value: Value | undefined): string[] {
  const names = Array.isArray(value) ? value : [value]
  return names.filter(name => typeof name === 'string')
}

/** Pictures, fonts, colour tables and files within the file: damage there loses no words of the pages. */
function isWordless(dictionary: Dictionary): boolean {
  const subtype = dictionary.get('Subtype')
  if (subtype === '/Image' || subtype === '/Type1C' || subtype === '/CIDFontType0C' || subtype === '/OpenType') return true
  return dictionary.has('Length1') || dictionary.has('Alternate') || dictionary.get('Type') === '/EmbeddedFile'
}

/** Data that begin as deflate does. */
function looksPacked(data: Buffer): boolean {
  return data[0] === 0x78 && (0x7800 + (data[1] ?? 0)) % 31 === 0
}

/** A missing end is common and loses nothing; a wrong checksum is the only sign of a flipped bit. */
function unpack(packed: Buffer): Buffer | undefined {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR' ? undefined : none
  }
}
