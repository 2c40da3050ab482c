// What the file is made of: the parts that hold words, the files within the file, the pictures, each with whether it was
// read. Found by following relationships from the main document; what nothing refers to, nobody sees.
import type { PartReading } from '../../domain/manuscript.ts'
import { table } from '../../domain/table.ts'
import type { Package } from './package.ts'

const kinds = table<PartReading['kind']>({
  header: 'text',
  footer: 'text',
  footnotes: 'text',
  endnotes: 'text',
  comments: 'text',
  chart: 'text',
  chartEx: 'text',
  diagramData: 'text',
  aFChunk: 'text',
  subDocument: 'text',
  oleObject: 'attachment',
  package: 'attachment',
  image: 'picture',
})

/** Parts in the order in which they are referred to, the main document first. */
export function partReadings(pkg: Package): PartReading[] {
  const found = new Map<string, PartReading>([[pkg.main, { name: pkg.main, kind: 'text', read: true }]])
  // Relationships of parts that are referred to: a header has pictures of its own.
  for (const { name, kind } of found.values()) {
    if (kind !== 'text') continue
    for (const { type, target, external } of pkg.relationships(name).values()) {
      const of = kinds[type]
      // The sheet behind a chart repeats what the chart shows.
      if (of === undefined || found.has(target) || (type === 'package' && /charts\//.test(name))) continue
      // Of a chart only a few words are named in a note.
      found.set(target, { name: target, kind: of, read: of === 'text' && !external && !type.startsWith('chart') && pkg.taken(target) })
    }
  }
  return [...found.values()]
}
