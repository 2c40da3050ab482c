// Whether a PDF says of itself what it holds. pdfjs believes its counts and its index: pages beyond a count that is too
// low, and objects that the index puts in the wrong place, are left out without a word, while other programs show them.

const longestNode = 400_000
const mostEntries = 1_000_000
const mostLost = 50
const entryLength = 20

/** Whether pages or objects that the file holds would not be found by its own counts and index. */
export function contradictsItself(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return undercounts(file) || misplaces(file)
}

/** Whether a node of the page tree counts fewer pages than it has children, each of which holds one or more. */
function undercounts(file: Buffer): boolean {
  for (let at = file.indexOf('/Kids'); at >= 0; at = file.indexOf('/Kids', at + 5)) {
    const start = Math.max(file.lastIndexOf(' obj', at), at - longestNode, 0)
    const end = file.indexOf('endobj', at)
    const node = file.toString('latin1', start, Math.min(end < 0 ? file.length : end, at + longestNode))
    if (!/\/Type\s{0,4}\/Pages\b/.test(node)) continue
    const kids = /\/Kids\s{0,4}\[([^\]]*)\]/.exec(node)?.[1]?.match(/\d+\s+\d+\s+R/g)?.length ?? 0
    const count = Number(/\/Count\s{0,4}(-?\d{1,9})/.exec(node)?.[1] ?? 0)
    if (count < kids) return true
  }
  return false
}

/** Whether a table of places leads elsewhere than to an object that is there. Tables that are wrong throughout are made anew by pdfjs. */
function misplaces(file: Buffer): boolean {
  let left = mostEntries
  let sound = 0
  const lost: string[] = []
  for (let at = file.indexOf('xref'); at >= 0 && left > 0; at = file.indexOf('xref', at + 4)) {
    if (file[at - 1] === 0x74) continue
    for (const [object, place] of entriesOf(file, at + 4, left)) {
      left--
      if (isAt(file, object, place)) sound++
      else if (lost.length < mostLost) lost.push(object)
    }
  }
  // The entry may be wrong in its place or in its generation, which is 0 but in files of long ago.
  return sound > 0 && lost.some(object => isAnywhere(file, object) || isAnywhere(file, object.replace(/ \d+$/, ' 0')))
}

/** The objects in use of one table ("12 0") and where they are said to be. */
function* entriesOf(file: Buffer, from: number, most: number): Generator<readonly [string, number]> {
  let at = from
  for (let left = most; left > 0; ) {
    const section = /^\s{0,4}(\d{1,8}) (\d{1,8})\s{1,3}/.exec(file.toString('latin1', at, at + 32))
    if (section === null) return
    at += section[0].length
    for (let index = 0; index < Number(section[2]) && left > 0; index++, left--, at += entryLength) {
      const entry = /^(\d{10}) (\d{5}) n/.exec(file.toString('latin1', at, at + entryLength))
      if (entry !== null && Number(entry[1]) > 0) yield [`${Number(section[1]) + index} ${Number(entry[2])}`, Number(entry[1])]
    }
  }
}

function isAt(file: Buffer, object: string, place: number): boolean {
  const words = file.toString('latin1', place, place + object.length + 12)
  return words.replace(/\s+/g, ' ').trimStart().startsWith(`${object} obj`)
}

function isAnywhere(file: Buffer, object: string): boolean {
  for (let at = file.indexOf(`${object} obj`); at >= 0; at = file.indexOf(`${object} obj`, at + 1))
    if (!/\d/.test(String.fromCharCode(file[at - 1] ?? 0))) return true
  return false
}
