// What leads to what in a file: pages name the streams of their words, fonts the widths of their letters and the tables that
// say which letters they show. Where that is damaged, pdfjs shows a blank page or other words without a word; so both ends
// are held together here.
import { type PdfObject, type PdfObjects, readObjects } from './objects.ts'
import { type Dictionary, isDictionary, isReference, type Value } from './syntax.ts'

/** What is wrong with the objects of a file; all of it may cost words. */
export interface ObjectFaults {
  /** Objects that do not stand there soundly or do not unpack, and fonts that contradict themselves. */
  readonly damaged: number
  /** Streams with words, or with the letters of a font, that nothing leads to, and streams that are led to and not there. */
  readonly astray: number
  /** Whether a page of that name, of which nothing was drawn, has something to draw. */
  isLost(page: string): boolean
}

/** Looks at the objects of a file and at what leads to them. */
export function findFaults(bytes: Uint8Array): ObjectFaults {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const locked = file.includes('/Encrypt')
  const objects = readObjects(file, locked)
  const claims = claimsIn(objects)
  const claimed = new Set([...claims.words, ...claims.letters])
  const lost = [...claims.words].filter(name => objects.byName.get(name)?.stream === undefined)
  const loose = [...objects.byName].filter(
    ([name, object]) => !claimed.has(name) && (hasWords(object) || (claims.named.has(name) && hasLetters(object))),
  )
  return {
    damaged: objects.damaged + claims.faults,
    astray: lost.length + loose.length,
    isLost: page => wordsOf(objects, objects.byName.get(page)?.value).some(name => isDrawn(objects.byName.get(name), locked)),
  }
}

/** The least that content is which was not unpacked, beside nothing. */
const leastPacked = 100

/** Whether a stream has anything to draw; one that is not there may have had. */
function isDrawn(object: PdfObject | undefined, locked: boolean): boolean {
  if (object?.stream === undefined) return true
  const { size, content } = object.stream
  return locked || content.length === 0 ? size > leastPacked : content.toString('latin1').trim() !== ''
}

interface Claims {
  readonly words: Set<string>
  readonly letters: Set<string>
  /** All that anything refers to. */
  readonly named: Set<string>
  faults: number
}

/** More names than these are followed in no file. */
const mostFollowed = 2_000_000

function claimsIn(objects: PdfObjects): Claims {
  const claims: Claims = { words: new Set(), letters: new Set(), named: new Set(), faults: 0 }
  let followed = 0
  for (const { value, stream } of [...objects.byName.values(), ...objects.replaced]) {
    if (!isDictionary(value) || followed > mostFollowed) continue
    for (const one of value.values()) if (isReference(one)) claims.named.add(one.to)
    if (value.has('Contents') && value.get('Subtype') === undefined) {
      const words = wordsOf(objects, value)
      followed += words.length
      for (const one of words) claims.words.add(one)
    }
    const letters = value.get('ToUnicode')
    if (isReference(letters)) claims.letters.add(letters.to)
    if (isBrokenFont(value, objects) || (stream && typeof numberAt(value.get('Length'), objects) !== 'number')) claims.faults++
  }
  return claims
}

/** The streams that a page draws, in order. */
function wordsOf({ byName }: PdfObjects, page: Value | undefined): string[] {
  const contents = isDictionary(page) ? page.get('Contents') : undefined
  const listed = isReference(contents) ? byName.get(contents.to)?.value : contents
  const all: readonly Value[] = Array.isArray(listed) ? listed : contents === undefined ? [] : [contents]
  return all.filter(isReference).map(({ to }) => to)
}

/** Widths that are not as many as the letters that they are for: then spaces are taken for letters, and letters for spaces. */
function isBrokenFont(font: Dictionary, objects: PdfObjects): boolean {
  const [first, last] = [numberAt(font.get('FirstChar'), objects), numberAt(font.get('LastChar'), objects)]
  const stated = font.get('Widths')
  const widths = isReference(stated) ? objects.byName.get(stated.to)?.value : stated
  if (stated === undefined || first === undefined || last === undefined) return false
  return !Array.isArray(widths) || widths.length < last - first + 1
}

function numberAt(value: Value | undefined, { byName }: PdfObjects): number | undefined {
  const found = isReference(value) ? byName.get(value.to)?.value : value
  return typeof found === 'number' ? found : undefined
}

const longestLook = 200_000

/** What the content of a page never says of itself: a form or pattern, which is drawn by name, and what is no drawing. */
const elsewhere = ['Type', 'Subtype', 'PatternType', 'BBox']

/** Whether it draws text, as pages do. */
function hasWords({ value, stream }: PdfObject): boolean {
  if (stream === undefined || !isDictionary(value) || elsewhere.some(name => value.has(name))) return false
  const look = stream.content.subarray(0, longestLook)
  return look.includes('BT') && look.includes('Tf') && (look.includes('Tj') || look.includes('TJ'))
}

/** Whether it says which letters a font shows. */
function hasLetters({ value, stream }: PdfObject): boolean {
  if (stream === undefined || !isDictionary(value) || value.has('CMapName') || !stream.content.includes('begincmap')) return false
  return stream.content.includes('beginbfchar') || stream.content.includes('beginbfrange')
}
