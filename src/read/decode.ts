// Bytes to characters for encodings that a file names. Windows-1252 is decoded here: Node 20 and 22 take it for Latin-1,
// which turns quotation marks, dashes and apostrophes into control characters (nodejs/node 56542).

/** The characters of 0x80 to 0x9F in Windows-1252; what it leaves open stays as it is. */
const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

/** Bytes in Windows-1252, which Latin-1 and ASCII are read as too. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(/[\x80-\x9F]/g, mark => upper[mark.charCodeAt(0) - 0x80] ?? mark)
}

const western = /^(?:windows-1252|cp-?1252|iso-?8859-1|latin-?1|us-ascii|ascii|ansi)$/i

/** Bytes in the encoding of that name; an unknown name is taken for Windows-1252. */
export function decodeAs(bytes: Uint8Array, name: string): string {
  if (western.test(name.trim())) return decodeWindows1252(bytes)
  try {
    return new TextDecoder(name.trim()).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

export interface Decoded {
  readonly text: string
  /** Whether Windows-1252 was taken for want of anything better. */
  readonly guessed: boolean
  /** Characters that could not be made out in what is otherwise sound UTF-8. */
  readonly broken: number
}

/** Bytes of which nothing is known: by their mark, else UTF-8 where they are sound in it, else Windows-1252. */
export function decodeUnknown(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), guessed: false, broken: 0 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), guessed: false, broken: 0 }
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0)
    return { text: new TextDecoder('utf-16le').decode(bytes), guessed: false, broken: 0 }
  if (bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0)
    return { text: new TextDecoder('utf-16be').decode(bytes), guessed: false, broken: 0 }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false, broken: 0 }
  } catch {
    return damagedUtf8(bytes) ?? { text: decodeWindows1252(bytes), guessed: true, broken: 0 }
  }
}

/** UTF-8 that is broken in places: where more of its characters beyond ASCII are sound than are not. */
function damagedUtf8(bytes: Uint8Array): Decoded | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return sound > broken ? { text, guessed: false, broken } : undefined
}

/** A web page: by its mark, else by what it says of itself at its head, else as bytes of which nothing is known. */
export function decodePage(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2000)).toString('latin1')
  const named = /<meta\s[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?([\w-]{2,30})/i.exec(head)?.[1]
  const { text, guessed } = decodeUnknown(bytes)
  return named === undefined || (!guessed && /^utf-?8$/i.test(named)) || bytes[0] === 0xff || bytes[0] === 0xfe
    ? text
    : decodeAs(bytes, named)
}
