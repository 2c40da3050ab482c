// Where a contract introduces its parties: bracketed and quoted names in the preamble, key-details tables,
// and definitions of party names. Which of them is the provider is settled in parse/parties.
import type { Provision } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import type { Place } from '../domain/span.ts'
import { roleOfNoun } from './roles.ts'

export interface Introduction {
  readonly name?: string
  readonly aliases: readonly string[]
  readonly place: Place
  /** Reads as a person or organisation, and so may be a party even under an invented name. */
  readonly party: boolean
}

const reach = 8000

/** All introductions of the documents, in reading order; the same alias once. */
export function introductionsOf(documents: readonly Manuscript[], provisions: readonly Provision[]): Introduction[] {
  const found: Introduction[] = []
  for (const [document, manuscript] of documents.entries()) {
    found.push(...inPreamble(manuscript.text.slice(0, reach), document))
    found.push(...inTables(manuscript, document))
  }
  found.push(...byDefinition(documents, provisions))
  const seen = new Set<string>()
  return found.filter((one) => {
    const fresh = !one.aliases.some((alias) => seen.has(alias.toLowerCase()))
    for (const alias of one.aliases) seen.add(alias.toLowerCase())
    return fresh
  })
}

const bracketed = /\((?:(?:hereinafter|herein|hereafter|each|collectively|together|also)[, ]{1,2}){0,3}(?:referred to as |called |known as |to be called )?(?:the |as the |as )?(?:["“‘']([^"”’'\n()]{1,40})["”’']|(\p{Lu}[\p{L}-]{2,20}(?: \p{Lu}[\p{L}-]{2,20}){0,2}))((?:(?:,? (?:or|and) |, )(?:the )?["“‘'][^"”’'\n()]{1,40}["”’']){0,3})[^()\n]{0,40}\)/gu
const hereinafter = /\bhereinafter (?:referred to as |called |known as )?(?:the )?["“]?(\p{Lu}[\p{L} -]{2,30}?)["”]?(?=[,.;)\s])/gu
const things = /^(?:agreement|contract|amendment|addendum|effective date|services?|dpa|msa|platform|software|model|term|order|party|parties|purpose|project|commencement date|licen[cs]e|deed|system|product|solution|schedule|terms)s?$|date$|agreement$|services?$|addendum$|fees?$|data$|policy$/i

function inPreamble(text: string, document: number): Introduction[] {
  const found: Introduction[] = []
  for (const match of [...text.matchAll(bracketed), ...text.matchAll(hereinafter)]) {
    const alias = match[1] ?? match[2] ?? ''
    const more = [...(match[3] ?? '').matchAll(/["“‘']([^"”’'\n()]{1,40})["”’']/g)].map((twin) => twin[1] ?? '')
    const aliases = [alias, ...more].filter((one) => one !== '' && !things.test(one))
    const before = text.slice(Math.max(0, match.index - 400), match.index)
    const party = readsAsParty(before)
    if (aliases.length === 0 || (!party && !aliases.some((one) => roleOfNoun(one) !== undefined))) continue
    const name = nameBefore(before)
    const start = match.index + match[0].indexOf(alias)
    found.push({ aliases, party, place: { document, start, end: start + alias.length }, ...(name === undefined ? {} : { name }) })
  }
  return found
}

const organisation = /\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|Company|GmbH|AG|SE|S\.A|B\.V|N\.V|Pte|Pty|Pvt|University|City of|County of|State of|Council|Bank|Trust|Foundation|Association|Ministry|Department|Agency|Commission|Institute|Authority|Hospital|Partnership|corporation|company|incorporated|registered (?:in|office|under)|organi[sz]ed under|with (?:its )?(?:principal )?(?:office|seat|offices)|whose registered|a body|having its|established (?:in|under)|located at|represented by)\b/

function readsAsParty(before: string): boolean {
  return organisation.test(before.slice(-260))
}

/** The name that stands before its description: up to the first comma that starts no "Inc.". */
function nameBefore(before: string): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const from = /^.*(?:\b(?:between|among|by and between|made by|is by|by|with|parties:?)|\d{4}|\)|;)[,:]? (?:and )?(?:the )?(?=\p{Lu})/su.exec(line)?.[0].length ?? 0
  const words = line.slice(from).replace(/^(?:and|\(\d\)|[(\d.)]+)\s/, '')
  const match = /^(?:the )?(\p{Lu}[^,;(\n]{1,80}(?:, (?:Inc|Ltd|LLC|LLP|Corp|Co|L\.L\.C|PLC|S\.A|N\.A)\b\.?)?)/u.exec(words.trim())
  return match?.[1]?.trim()
}

/** "Supplier | Acme Ltd" in the first rows of a document. */
function inTables(manuscript: Manuscript, document: number): Introduction[] {
  const found: Introduction[] = []
  for (const block of manuscript.blocks.slice(0, 80)) {
    const [label, value] = block.cells ?? []
    if (block.kind !== 'row' || label === undefined || value === undefined || block.cells?.length !== 2) continue
    const alias = manuscript.text.slice(label.start, label.end).replace(/[:*]+$/, '').trim()
    const name = manuscript.text.slice(value.start, value.end).split(/[,;\n(]/)[0]?.trim() ?? ''
    if (roleOfNoun(alias) === undefined || name === '' || name.length > 80 || !/^\p{Lu}/u.test(name)) continue
    found.push({ name, aliases: [alias], party: true, place: { document, start: label.start, end: label.end } })
  }
  return found
}

/** `"Acme" means Acme Robotics Ltd, a company ...`. */
function byDefinition(documents: readonly Manuscript[], provisions: readonly Provision[]): Introduction[] {
  const found: Introduction[] = []
  for (const provision of provisions) {
    if (provision.zone !== 'definition') continue
    const words = (documents[provision.document]?.text ?? '').slice(provision.span.start, Math.min(provision.span.end, provision.span.start + 240))
    const match = /^["“]?(?:the )?(\p{Lu}[\p{L} ]{1,30}?)["”]? (?:means|is) (\p{Lu}[^,;.(\n]{2,60}(?:, (?:Inc|Ltd|LLC)\b)?)/u.exec(words)
    if (match === null || !/\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|GmbH|B\.V)\b/.test(match[2] ?? '')) continue
    const start = provision.span.start + match[0].indexOf(match[1] ?? '')
    found.push({ name: match[2] ?? '', aliases: [match[1] ?? ''], party: true, place: { document: provision.document, start, end: start + (match[1]?.length ?? 0) } })
  }
  return found
}
