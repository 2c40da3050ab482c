// Tracked changes of an OpenDocument text: who, when, and the words that were struck, which stand before the text.
import { scanXml, type XmlBudget } from '../docx/xml.ts'

export interface Region {
  readonly kind: 'inserted' | 'deleted'
  author: string
  date: string
  words: string
}

/** The tracked changes by their number; deleted words stand before the text. */
export function regionsOf(xml: string, part: string, budget: XmlBudget): Map<string, Region> {
  const regions = new Map<string, Region>()
  if (!xml.includes('<text:changed-region')) return regions
  let id = ''
  let region: Region | undefined
  let field = ''
  scanXml(xml, part, budget, {
    open(name, attributes) {
      if (name === 'text:changed-region') id = attributes['xml:id'] ?? attributes['text:id'] ?? ''
      else if (name === 'text:insertion' || name === 'text:deletion') {
        region = { kind: name === 'text:insertion' ? 'inserted' : 'deleted', author: '', date: '', words: '' }
        regions.set(id, region)
      } else if (name === 'dc:creator' || name === 'dc:date') field = name
    },
    close(name) {
      if (name === 'text:changed-region') region = undefined
      if (name === field) field = ''
    },
    text(text) {
      if (region === undefined) return
      if (field === 'dc:creator') region.author += text
      else if (field === 'dc:date') region.date += text
      else if (region.kind === 'deleted') region.words += text.replace(/\s+/g, ' ')
    },
  })
  return regions
}
