// The parts of a DOCX and how they refer to each other (Open Packaging Conventions). External targets are
// reported as such and never followed.
import { UserError } from '../../domain/errors.ts'
import { type Archive, damaged } from './archive.ts'
import { refuseOtherZip } from './sniff.ts'
import { childElements, parseXml, type XmlBudget, type XmlElement } from './xml.ts'

export interface Relationship {
  /** Last segment of the type, alike for strict and transitional: "footnotes", "aFChunk". */
  readonly type: string
  /** Name of the part it leads to, or the address outside. */
  readonly target: string
  readonly external: boolean
}

export interface Package {
  readonly budget: XmlBudget
  /** Name of the main document part. */
  readonly main: string
  /** Relationships of a part by id. */
  relationships(part: string): ReadonlyMap<string, Relationship>
  /** Name of the part of that type that the main document refers to. */
  related(type: string): string | undefined
  /** The XML text of a part; undefined where there is none. */
  xml(part: string): string | undefined
  /** The root element of a part that another refers to; undefined for none. Throws UserError where it should be there. */
  root(part: string | undefined): XmlElement | undefined
  /** Whether the words of a part were asked for. */
  taken(part: string): boolean
}

/** Find the main document and make the other parts reachable. */
export function openPackage(archive: Archive, budget: XmlBudget): Package {
  const cache = new Map<string, ReadonlyMap<string, Relationship>>()
  const taken = new Set<string>()
  const xml = (part: string): string | undefined => {
    taken.add(part)
    const bytes = archive.read(part)
    return bytes === undefined ? undefined : decodeXml(bytes, part, budget.file)
  }
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    const found = cache.get(part) ?? readRelationships(xml(relationshipsPart(part)), part, budget)
    cache.set(part, found)
    return found
  }
  const main = findMain(relationships(''), archive, budget.file)
  return {
    budget,
    main,
    relationships,
    related: type => [...relationships(main).values()].find(one => one.type === type && !one.external)?.target,
    xml,
    root(part) {
      if (part === undefined) return undefined
      const content = xml(part)
      if (content !== undefined) return parseXml(content, part, budget)
      // Without these, numbers, notes or running heads would be lost without a word.
      if (!/(?:numbering|styles|notes|comments|header|footer)[^/]{0,20}$/i.test(part)) return undefined
      throw damaged(budget.file, `its part ${part} is missing`)
    },
    taken: part => taken.has(part),
  }
}

function findMain(relationships: ReadonlyMap<string, Relationship>, archive: Archive, file: string): string {
  const main = [...relationships.values()].find(one => one.type === 'officeDocument' && !one.external)?.target ?? 'word/document.xml'
  const names = archive.names.map(name => name.toLowerCase())
  if (!main.endsWith('.xml') || names.some(name => name.startsWith('xl/') || name.startsWith('ppt/'))) throw refuseOtherZip(names, file)
  if (names.includes(main.toLowerCase())) return main
  if (names.includes('[content_types].xml')) throw damaged(file, `its main part ${main} is missing`)
  throw refuseOtherZip(names, file)
}

function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function readRelationships(xml: string | undefined, part: string, budget: XmlBudget): Map<string, Relationship> {
  const found = new Map<string, Relationship>()
  if (xml === undefined) return found
  for (const { attributes } of childElements(parseXml(xml, relationshipsPart(part), budget))) {
    const { Id, Type = '', Target = '', TargetMode } = attributes
    const external = TargetMode === 'External'
    if (Id !== undefined)
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: external ? Target : resolve(part, Target), external })
  }
  return found
}

/** A target relative to the folder of the part that names it, or from the root. */
function resolve(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') path.pop()
    else if (segment !== '' && segment !== '.') path.push(segment)
  }
  return path.join('/')
}

/** UTF-8 unless a byte order mark or the XML declaration says otherwise. */
function decodeXml(bytes: Uint8Array, part: string, file: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
  const head = Buffer.from(bytes.subarray(0, 120)).toString('latin1')
  const declared = /^\s*<\?xml[^>]{0,60}encoding=["']([\w-]{1,40})["']/.exec(head)?.[1]
  try {
    return new TextDecoder(marked ?? declared ?? 'utf-8').decode(bytes)
  } catch {
    throw new UserError(
      'unreadable',
      file,
      `${part} is in an unknown character encoding`,
      'Open it in a word processor and save it as DOCX again.',
    )
  }
}
