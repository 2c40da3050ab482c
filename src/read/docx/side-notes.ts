// Footnotes and endnotes: where they stand and which number they bear. They are taken one by one as the text
// refers to them, each once, so that a note follows the words it belongs to.
import type { Package } from './package.ts'
import { childElements, type XmlElement } from './xml.ts'

export type NoteKind = 'footnote' | 'endnote'

export interface SideNote {
  readonly element: XmlElement
  readonly part: string
  /** As printed; notes with a mark of their own have none. */
  readonly label: string
}

export interface NoteShelf {
  /** The note of that id; undefined where there is none or it was taken before. */
  take(kind: NoteKind, id: string): SideNote | undefined
}

export function createNoteShelf(pkg: Package): NoteShelf {
  const shelves: Partial<Record<NoteKind, Map<string, XmlElement>>> = {}
  const counts = { footnote: 0, endnote: 0 }
  return {
    take(kind, id) {
      const part = pkg.related(`${kind}s`)
      if (part === undefined) return undefined
      const shelf = shelves[kind] ?? readShelf(pkg.root(part), `w:${kind}`)
      shelves[kind] = shelf
      const element = shelf.get(id)
      if (element === undefined) return undefined
      shelf.delete(id)
      counts[kind]++
      return { element, part, label: String(counts[kind]) }
    },
  }
}

/** Notes by id, without the separator lines that the file keeps among them. */
function readShelf(root: XmlElement | undefined, name: string): Map<string, XmlElement> {
  const shelf = new Map<string, XmlElement>()
  for (const element of root === undefined ? [] : childElements(root)) {
    const separator = (element.attributes['w:type'] ?? 'normal') !== 'normal'
    if (element.name === name && !separator) shelf.set(element.attributes['w:id'] ?? '', element)
  }
  return shelf
}
