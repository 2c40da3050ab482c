// Where a contract introduces its parties: bracketed and quoted names in the preamble, key-details tables,
// and definitions of party names. Which of them is the provider is settled in parse/parties.
import type { Provision, Role } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import type { Place } from '../domain/span.ts'
import { roleOfNoun } from './roles.ts'

export interface Introduction {
  readonly name?: string
  readonly aliases: readonly string[]
  readonly place: Place
  /** Reads as a person or organisation, and so may be a party even under an invented name. */
  readonly party: boolean
  /** What the words behind the name say that it is: `("Quill"), the provider of the services`. */
  readonly described?: Role
}

/** How far into a document parties are introduced, in characters. */
const reach = 8000

/** All introductions of the documents, in reading order; the same alias once. */
export function introductionsOf(documents: readonly Manuscript[], provisions: readonly Provision[]): Introduction[] {
  const before = documents.flatMap((manuscript, document) => [
    ...inTables(manuscript, document),
    ...inLabels(manuscript, document),
    ...inPreamble(manuscript.text.slice(0, reach), document),
  ])
  const found = [...before, ...byDefinition(documents, provisions)]
  const seen = new Set<string>()
  return found.filter(one => {
    const fresh = !one.aliases.some(alias => seen.has(alias.toLowerCase()))
    for (const alias of one.aliases) seen.add(alias.toLowerCase())
    return fresh
  })
}

const said = '(?:referred to as |called |known as |to be called |styled |designated )?'
const bracketed = new RegExp(
  `\\((?:(?:hereinafter|herein|hereafter|each|also)[,: ]{1,2}){0,3}${said}(?:(?:the |as the |as |our |an? )?["“‘']([^"”’'\\n()]{1,40})["”’']|the (\\p{Lu}[\\p{L}-]{2,20}(?: \\p{Lu}[\\p{L}-]{2,20}){0,2}))((?:(?:,? (?:or|and) |, )(?:the )?["“‘'][^"”’'\\n()]{1,40}["”’']){0,3})[^()\\n]{0,250}\\)`,
  'gu',
)
const capitals = '\\p{Lu}[\\p{L}-]{1,30}(?: \\p{Lu}[\\p{L}-]{1,20}){0,3}'
const hereinafter = new RegExp(
  `[–—,-] ?\\bhereinafter ${said}(?:(?:the|THE) )?["“]?(${capitals})["”]?(?:,? or (?:the )?["“]?(${capitals})["”]?)?`,
  'gmu',
)
const things =
  /^(?:agreement|contract|amendment|addendum|effective date|dpa|msa|platform|software|model|term|order|party|parties|purpose|project|deed|system|product|solution|schedule|terms|law|act|website|licen[cs]e)s?$|\b(?:date|agreement|services?|addendum|fees?|data|policy|act|contract|licen[cs]e|model|terms|sow|system|tool|application|platform|solution|software)$/i

function inPreamble(text: string, document: number): Introduction[] {
  const found: Introduction[] = []
  for (const match of [...text.matchAll(bracketed), ...text.matchAll(hereinafter)].sort((a, b) => a.index - b.index)) {
    const first = [match[1] ?? '', match[2] ?? '']
    const more = [...(match[3] ?? '').matchAll(/["“‘']([^"”’'\n()]{1,40})["”’']/g)].map(twin => twin[1] ?? '')
    const aliases = [...first, ...more].filter(one => one !== '' && !things.test(one)).map(one => one.replace(/^the /i, ''))
    const before = text.slice(Math.max(0, match.index - 500), match.index)
    const party =
      found.filter(one => one.party).length >= 2
        ? incorporated.test(before)
        : aliases.some(one => sides.test(one)) || readsAsParty(before) || isContracting(before, found)
    if (aliases.length === 0 || (!party && !aliases.some(one => roleOfNoun(one) !== undefined))) continue
    const own = nameBefore(before)
    const name = found.some(one => one.name === own) ? undefined : own
    const start = match.index + match[0].indexOf(aliases[0] ?? '')
    found.push({
      aliases,
      party,
      place: { document, start, end: start + (aliases[0] ?? '').length },
      ...(name === undefined ? {} : { name }),
      ...describedBy(text.slice(match.index + match[0].length, match.index + match[0].length + 40)),
    })
  }
  return found
}

/** "Party A", "the Contracted Party", "the Counterparty": a side and nothing else. */
const sides = /^(?:party (?:[a-d]|[1-4]|one|two)|(?:first|second|contracting|contracted|(?:first|second) contracting) party|counterparty)$/i

function describedBy(after: string): { described?: Role } {
  if (/^,? which (?:suppl|provide|host|operate|licen[cs]es out)/u.test(after)) return { described: 'provider' }
  if (/^,? which (?:buys|uses|purchases|procures|receives|takes)\b/u.test(after)) return { described: 'customer' }
  const noun = /^,? (?:(?:as|being|acting as|which is) )?(?:the|a) (\p{Ll}{4,14})\b(?! (?:agreement|contract))/u.exec(after)?.[1]
  const described = noun === undefined ? undefined : roleOfNoun(noun)
  return described === undefined ? {} : { described }
}

const organisation =
  /\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|Company|GmbH|AG|SE|eG|S\.A|B\.V|N\.V|Pte|Pty|Pvt|LIMITED|COMPANY|University|Organi[sz]ation|City of|County of|State of|Council|Bank|Trust|Foundation|Association|Ministry|Department|Agency|Commission|Institute|Authority|Hospital|Partnership|S\.p\.A|S\.r\.l|S\.A\.S|SAS|SARL|Oy|OÜ|AB|AS|A\/S|ApS|N\.V|NV|BV|KG|e\.V|Sdn Bhd|Kft|Zrt|s\.r\.o|a\.s|d\.o\.o|Sp\. z o\.o|JSC|UAB|K\.K|S\.L|Ltda|Co-operative|Society|corporation|company|incorporated|registered (?:in|office|under)|organi[sz]ed under|with (?:its )?(?:principal )?(?:office|seat|offices)|whose registered|a body|having its|established (?:in|under)|located at|represented by|register of)\b/

// When two parties stand, a third needs a company's name right before it: "the interface (the \"Gateway\")" is none.
const incorporated =
  /\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|GmbH|AG|S\.A|B\.V|N\.V|Pte|Pty|Oy|OÜ|AB|AS|A\/S|Sdn Bhd|S\.p\.A|S\.r\.l|K\.K|S\.L|Ltda)\b[^()\n]{0,90}$/

/** "between A (...) and B": who stands there is a party, whatever it is called. */
function isContracting(before: string, found: readonly Introduction[]): boolean {
  const near = sinceLast(before, 160)
  if (
    /\b(?:between|among)\b[:\s*]{1,4}(?:\(?\d\)?[.)]?[\s*]{1,3})?(?:the )?[\p{Lu}*](?:[^.\n]|\.(?=\p{L}|[\s*]{0,3}\(?$)){0,120}$/iu.test(
      near,
    )
  )
    return true
  return found.some(one => one.party) && /^[,\s*]{0,4}and[\s*]{1,4}(?:the )?\p{Lu}(?:[^.\n]|\.(?=\p{L}|[\s*]{0,3}\(?$)){0,120}$/u.test(near)
}

/** Whether the words just before an alias, back to the last alias, describe a person or organisation. */
function readsAsParty(before: string): boolean {
  const near = sinceLast(before, 260)
  return (
    organisation.test(near) || organisation.test(near.replace(/\b\p{Lu}{3,}\b/gu, word => word.slice(0, 1) + word.slice(1).toLowerCase()))
  )
}

/** The words back to the last alias; "(no. 1284)" is none. */
function sinceLast(before: string, most: number): string {
  const words = before.replace(/\([^()"“”‘’\n]{1,80}\)/g, ' ')
  return words.slice(Math.max(words.lastIndexOf(')') + 1, words.length - most))
}

const nameStart =
  /^.*(?:\b(?:[Bb]etween|BETWEEN|among|by|with|part|[Pp]art(?:y|ies):?)|\b\d{4},?|[);]|\)[^()\n]{1,200}, and(?= ))[,:]? (?:and )?(?:the )?(?=[\p{Lu}[])/su
const nameShape =
  /^(?:and |AND )?(?:[Tt]he )?(\p{Lu}[^,;(\n]{1,80}(?:, (?:Inc|Ltd|LLC|LLP|Corp|Co|L\.L\.C|PLC|S\.A|N\.A)\b\.?)?|\[[^\]\n]{1,60}\])/u

/** The name that stands before its description: on the same line, else on the one above. */
function nameBefore(before: string): string | undefined {
  for (const line of before.split('\n').reverse().slice(0, 4)) {
    const own = line.replace(/^\s*(?:\(\d\)|\d[.)]|[-–—•])\s*/, '')
    const from = nameStart.exec(own)?.[0].length ?? 0
    const name = nameShape.exec(own.slice(from).trim())?.[1]?.trim()
    if (name !== undefined && !/^(?:This|These|The) |^(?:Agreement|Contract|BETWEEN|Between|[Pp]art(?:y|ies))\b/.test(name))
      return withoutOther(name)
    if (own.trim().length > 20) return undefined
  }
  return undefined
}

/** "between the Subscriber and Acme Ltd": the other side is no part of the name. */
function withoutOther(name: string): string {
  return name.replace(/^(?:the )?(\p{Lu}\p{L}{2,20}) and (?=\p{Lu})/u, (whole, first: string) =>
    roleOfNoun(first) === undefined ? whole : '',
  )
}

/** "Supplier | Acme Ltd" in the first rows of a document, numbered or not; other names only where they act in the text. */
function inTables(manuscript: Manuscript, document: number): Introduction[] {
  const found: Introduction[] = []
  for (const block of manuscript.blocks.slice(0, 120)) {
    if (block.kind !== 'row' || block.cells === undefined) continue
    const { text } = manuscript
    const cells = block.cells.filter((cell, i) => i > 0 || !/^\W*\d{1,2}\W*$/.test(text.slice(cell.start, cell.end)))
    const [label, value] = cells
    if (label === undefined || value === undefined || cells.length !== 2) continue
    const words = text.slice(label.start, label.end).replace(/[:*]+$/, '')
    found.push(...labelled(manuscript, words, text.slice(value.start, value.end), { document, start: label.start, end: label.end }))
  }
  return found
}

/** "Contractor: Acme Ltd", a line of its own near the top. */
function inLabels(manuscript: Manuscript, document: number): Introduction[] {
  const top = manuscript.text.slice(0, labelReach)
  return [...top.matchAll(/^[ \t*]{0,4}(\p{Lu}[\p{L} ]{2,30}):[ *]{1,4}(\p{Lu}[^\n]{3,300})$/gmu)].flatMap(match => {
    const start = match.index + match[0].indexOf(match[1] ?? '')
    return labelled(manuscript, match[1] ?? '', match[2] ?? '', { document, start, end: start + (match[1] ?? '').length })
  })
}

const labelReach = 2000

function labelled({ text }: Manuscript, label: string, value: string, place: Place): Introduction[] {
  const alias = label
    .replace(/^the /i, '')
    .replace(/ name$/i, '')
    .trim()
  const name = value.split(/[;\n(]|, (?!Inc|Ltd|LLC)/)[0]?.trim() ?? ''
  if (!/^\p{Lu}[\p{L} ]{2,30}$/u.test(alias) || things.test(alias) || name === '' || name.length > 80 || !/^[\p{Lu}[{]/u.test(name))
    return []
  // "CUSTOMER | EXECUTOR" above two columns of addresses names neither.
  if (roleOfNoun(name) !== undefined) return []
  return roleOfNoun(alias) === undefined && !acts(text, alias) ? [] : [{ name, aliases: [alias], party: true, place }]
}

function acts(text: string, alias: string): boolean {
  return (
    [...text.matchAll(new RegExp(`\\b(?:[Tt]he )?${alias} (?:shall|will|must|may|agrees|undertakes|does not|keeps|lets|pays)\\b`, 'g'))]
      .length >= 3
  )
}

/** `"Acme" means Acme Robotics Ltd, a company ...`. */
function byDefinition(documents: readonly Manuscript[], provisions: readonly Provision[]): Introduction[] {
  const found: Introduction[] = []
  for (const provision of provisions) {
    if (provision.zone !== 'definition') continue
    const words = (documents[provision.document]?.text ?? '').slice(
      provision.span.start,
      Math.min(provision.span.end, provision.span.start + 240),
    )
    const match = /^["“]?(?:the )?(\p{Lu}[\p{L} ]{1,30}?)["”]? (?:means|is) (\p{Lu}[^,;.(\n]{2,60}(?:, (?:Inc|Ltd|LLC)\b)?)/u.exec(words)
    if (match === null || !/\b(?:Inc|Ltd|Limited|LLC|LLP|PLC|plc|Corp|Corporation|GmbH|B\.V)\b/.test(match[2] ?? '')) continue
    const start = provision.span.start + match[0].indexOf(match[1] ?? '')
    found.push({
      name: match[2] ?? '',
      aliases: [match[1] ?? ''],
      party: true,
      place: { document: provision.document, start, end: start + (match[1]?.length ?? 0) },
    })
  }
  return found
}
