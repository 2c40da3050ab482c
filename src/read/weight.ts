// How much work a file may turn out to be, by a look at its bytes: so that what is large is read where it can be
// stopped, and what is small starts at once. It errs on the heavy side; the limits themselves are the readers' own.
import { Buffer } from 'node:buffer'

/** Text is dearer than as many bytes of XML, most of which is markup. */
const textFactor = 8

/**
 * Bytes that come to be read: of a ZIP what its parts unpack to, as its directory has it, of a text a multiple of its
 * length. A PDF is a program, and a message may hold anything: neither says, so both are without bound.
 */
export function weightOf(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, 1024)
  if (head.includes('%PDF-')) return Number.POSITIVE_INFINITY
  if (/^[\w-]{1,40}:[ \t][\s\S]{0,900}\n(?:mime-version|content-type):/i.test(head)) return Number.POSITIVE_INFINITY
  return head.startsWith('PK') ? Math.max(buffer.length, unpacked(buffer)) : buffer.length * textFactor
}

/** The sizes in all entries of the directory. Bytes that only look like an entry make it heavier, which does no harm. */
function unpacked(buffer: Buffer): number {
  const signature = Buffer.from('PK\x01\x02', 'latin1')
  let sum = 0
  for (let at = buffer.indexOf(signature); at >= 0 && at + 28 <= buffer.length; at = buffer.indexOf(signature, at + 4))
    sum += buffer.readUInt32LE(at + 24)
  return sum
}
