// Namespace prefixes: whatever a file calls them, names come out with the prefixes the standard uses,
// and strict OOXML looks like transitional. Names of unknown namespaces can never be mistaken for known ones.

import { table } from '../../domain/table.ts'

const known = table<string>({
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingInk': 'wpi',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing': 'wp14',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:word': 'w10',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
})

const standardPrefixes = new Set(Object.values(known))

/** Namespaces whose content we can read when an mc:Choice requires them. */
const readable = new Set(['w', 'a', 'wp', 'pic', 'wps', 'wpg', 'wpc', 'wp14', 'w14', 'w15', 'v', 'o', 'c', 'dgm', 'm'])

export interface Naming {
  /** Before the names of an element are asked for: takes up its namespace declarations. */
  enter(attributes: Readonly<Record<string, string>>): void
  /** After the element is complete. */
  leave(): void
  element(raw: string): string
  attributes(raw: Readonly<Record<string, string>>): Readonly<Record<string, string>>
  /** The standard's prefix for one of the file's. */
  prefix(raw: string): string
}

/** Keep track of the namespaces in force; cheap where a file declares the usual prefixes, as nearly all do. */
export function createNaming(): Naming {
  let prefixes = new Map<string, string>()
  let usual = true
  let depth = 0
  const outer: { depth: number; prefixes: Map<string, string>; usual: boolean }[] = []
  const prefix = (raw: string): string => prefixes.get(raw) ?? (raw === '' || raw === 'xml' ? raw : `?${raw}`)
  const rename = (raw: string): string => {
    const colon = raw.indexOf(':')
    const standard = prefix(colon < 0 ? '' : raw.slice(0, colon))
    const local = colon < 0 ? raw : raw.slice(colon + 1)
    return standard === '' ? local : `${standard}:${local}`
  }
  return {
    enter(attributes) {
      depth++
      const declared = declarations(attributes)
      if (declared.length === 0) return
      outer.push({ depth, prefixes, usual })
      prefixes = new Map([...prefixes, ...declared])
      usual = [...prefixes].every(([raw, standard]) => raw === standard)
    },
    leave() {
      const scope = outer.at(-1)
      if (scope?.depth === depth) {
        outer.pop()
        prefixes = scope.prefixes
        usual = scope.usual
      }
      depth--
    },
    element: raw => (usual && raw.includes(':') ? raw : rename(raw)),
    attributes(raw) {
      if (usual) return raw
      // An attribute without a prefix has no namespace, whatever the default one is.
      return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name.includes(':') ? rename(name) : name, value]))
    },
    prefix,
  }
}

/** Whether all prefixes in `Requires` stand for something we can read. */
export function understood(naming: Naming, requires: string): boolean {
  return requires.split(/\s+/).every(raw => raw !== '' && readable.has(naming.prefix(raw)))
}

function declarations(attributes: Readonly<Record<string, string>>): [string, string][] {
  const found: [string, string][] = []
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue
    const raw = name === 'xmlns' ? '' : name.slice(6)
    found.push([raw, known[attributes[name] as string] ?? (standardPrefixes.has(raw) ? `?${raw}` : raw)])
  }
  return found
}
