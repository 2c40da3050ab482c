// Paragraphs to provisions: each sentence, and each limb of a list with the words that govern it, through
// nested levels, with the closing words after it. Tables are read in parse/tables, zones in parse/zones.
import type { Zone } from '../domain/contract.ts'
import type { Span } from '../domain/span.ts'
import { add, type Draft, type Lead, newParagraph } from './draft.ts'
import type { Item } from './items.ts'
import { closingOf, inlineList } from './lists.ts'
import { sentencesOf } from './sentences.ts'
import { readTable } from './tables.ts'
import { isDefinition, isNoteText, isUnticked, zoneOfWords } from './zones.ts'

/** Reads all items of a document into `draft.provisions`. */
export function readProvisions(draft: Draft): void {
  for (let at = 0; at < draft.items.length; at += 1) {
    const item = draft.items[at] as Item
    if (item.block.kind === 'row') {
      at = readTable(draft, at) - 1
      continue
    }
    if (item.heading !== undefined) draft.running = undefined
    if (item.body.end > item.body.start) readParagraph(draft, item, at)
  }
}

function readParagraph(draft: Draft, item: Item, at: number): void {
  const section = draft.sectionOf[at] as number
  const lead = leadOf(draft, item, at)
  if (lead === undefined && closesList(draft, item, at)) return
  const zone = zoneOfItem(draft, item, section, lead)
  const paragraph = lead?.paragraph ?? newParagraph(draft)
  const leadIns = lead === undefined ? [] : leadInsFor(lead, item)
  const sentences = sentencesOf(draft.text, item.body)
  const lower = sentences[0] !== undefined && /\p{Ll}/u.test(draft.text[sentences[0].start] ?? '')
  const open = leavesOpen(draft, item, at)
  for (const [index, sentence] of sentences.entries()) {
    if (open && index === sentences.length - 1) leaveOpen(draft, section, item, lead, [...leadIns, sentence], paragraph, zone)
    // After a limb in lower case, a sentence that begins with a capital stands on its own feet.
    else addSentence(draft, sentence, { section, zone, leadIns: index > 0 && lower ? [] : leadIns, paragraph })
  }
  const [limb, ...others] = sentences
  const closing = lead === undefined || limb === undefined || others.length > 0 || open ? undefined : closingOf(draft.text, limb)
  if (closing !== undefined) closeLimbs(draft, closing, draft.provisions.length - 2)
  if (!open && lead === undefined) draft.leads.delete(section)
}

function addSentence(
  draft: Draft,
  sentence: Span,
  base: { section: number; zone: Zone; leadIns: readonly Span[]; paragraph: number },
): void {
  const zone = zoneOfSentence(draft.text.slice(sentence.start, sentence.end), base.zone)
  const list = inlineList(draft.text, sentence)
  if (list === undefined || zone === 'drafting-note') return add(draft, { ...base, zone, span: sentence })
  for (const [index, limb] of list.limbs.entries()) {
    const inner = inlineList(draft.text, limb)
    const closing = index < list.limbs.length - 1 ? list.closing : undefined
    if (inner === undefined) add(draft, { ...base, zone, span: limb, leadIns: [...base.leadIns, list.leadIn], closing })
    else for (const span of inner.limbs) add(draft, { ...base, zone, span, leadIns: [...base.leadIns, list.leadIn, inner.leadIn] })
  }
}

/** A note, a definition among duties, or a duty among definitions: the sentence decides for itself. */
function zoneOfSentence(words: string, zone: Zone): Zone {
  if (isNoteText(words)) return 'drafting-note'
  if (zone === 'definition')
    return binds.test(words) && !isDefinition(words.slice(0, 300), true) && /\b(?:shall|must)\b/.test(words) ? 'operative' : zone
  return (zone === 'operative' || zone === 'annex') && isDefinition(words.slice(0, 300), false) ? 'definition' : zone
}

/** What governs this block: the open words of the section above it, or of its own for bullets and bare limbs. */
function leadOf(draft: Draft, item: Item, at: number): Lead | undefined {
  const section = draft.sectionOf[at] as number
  if (opensOwnSection(draft, at)) {
    const parent = draft.nodes.get(section)?.parent
    return parent === undefined ? undefined : draft.leads.get(parent)
  }
  return isBareLimb(draft, item, at) ? draft.leads.get(section) : undefined
}

function opensOwnSection(draft: Draft, at: number): boolean {
  const node = draft.nodes.get(draft.sectionOf[at] as number)
  return node?.item === at && node.numbering !== undefined
}

/** A bullet, or an unlabelled block that goes on with a list: lower case, or parted by semicolons. */
function isBareLimb(draft: Draft, item: Item, at: number): boolean {
  if (item.numbering?.form === 'bullet') return true
  if (item.block.kind !== 'paragraph' || item.numbering !== undefined) return false
  const before = draft.items[at - 1]
  const previous = before === undefined ? '' : draft.text.slice(before.body.start, before.body.end)
  const words = draft.text.slice(item.body.start, item.body.end)
  if (before !== undefined && opensOwnSection(draft, at - 1) && !/[:—–-]$/.test(previous)) return false
  return /^\p{Ll}/u.test(words) || /;(?: and| or)?$/.test(words) || /[;,](?: and| or)?$/.test(previous)
}

function leadInsFor(lead: Lead, item: Item): readonly Span[] {
  if (item.numbering?.form !== 'bullet') return lead.leadIns
  const level = item.block.level ?? 0
  while (lead.bullets.length > 0 && (lead.bullets.at(-1)?.level ?? 0) >= level) lead.bullets.pop()
  return lead.bullets.at(-1)?.leadIns ?? lead.leadIns
}

/** Whether a block ends in mid-sentence and the next one goes on with it as a limb. */
function leavesOpen(draft: Draft, item: Item, at: number): boolean {
  const next = draft.items[at + 1]
  if (next === undefined || next.block.kind === 'footnote' || next.heading !== undefined) return false
  const words = draft.text.slice(Math.max(item.body.start, item.body.end - 40), item.body.end).trimEnd()
  if (next.block.kind === 'row') return false
  const colon = /[:—–]["”]?$/.test(words) || /\s-$/.test(words)
  if (!colon && /[.;!?”"\])]$|[;,] (?:and|or|and\/or)$/.test(words)) return false
  const section = draft.sectionOf[at] as number
  const below = draft.sectionOf[at + 1] as number
  if (opensOwnSection(draft, at + 1)) return item.numbering?.form !== 'bullet' && draft.nodes.get(below)?.parent === section
  if (next.numbering?.form === 'bullet')
    return below === section && !(item.numbering?.form === 'bullet' && (next.block.level ?? 0) <= (item.block.level ?? 0))
  return colon && below === section && isBareLimb(draft, next, at + 1)
}

function leaveOpen(
  draft: Draft,
  section: number,
  item: Item,
  lead: Lead | undefined,
  leadIns: readonly Span[],
  paragraph: number,
  zone: Zone,
): void {
  const outer = draft.leads.get(section)
  const last = leadIns.at(-1)
  const agreed = zone === 'recital' && last !== undefined && concluding.test(draft.text.slice(last.start, last.end))
  if (item.numbering?.form === 'bullet' && outer !== undefined && lead === outer)
    outer.bullets.push({ level: item.block.level ?? 0, leadIns })
  else draft.leads.set(section, { leadIns, paragraph, zone: agreed ? 'operative' : zone, bullets: [] })
}

/** "Whereas ..., now the following supplementary agreement is reached:" */
const concluding =
  /\b(?:agree(?:s|d)? (?:as follows|that|the following)|the following (?:[\w-]+ ){0,3}(?:agreement|terms|clauses|changes|amendments))\b/i

/** No list of a contract has more limbs; without a limit, closing words after each limb take a time that grows with its square. */
const longestList = 1000

/** Words after a list, in lower case, that end its sentence: they govern every limb of it. */
function closesList(draft: Draft, item: Item, at: number): boolean {
  const words = draft.text.slice(item.body.start, item.body.end)
  const last = draft.provisions.at(-1)
  if (item.block.kind !== 'paragraph' || item.numbering !== undefined || at === 0 || !/^(?:\p{Ll}|[–—-]\s)/u.test(words)) return false
  if (
    last === undefined ||
    last.leadIns.length === 0 ||
    last.document !== draft.document ||
    last.span.end < (draft.items[at - 1]?.body.start ?? 0)
  )
    return false
  closeLimbs(draft, item.body, draft.provisions.length - 1)
  return true
}

/** The limbs of the list that was read last, up to one of them, are governed by closing words, too. */
function closeLimbs(draft: Draft, closing: Span, from: number): void {
  const paragraph = draft.provisions.at(-1)?.paragraph
  const first = Math.max(0, draft.provisions.length - longestList)
  for (let index = from; index >= first; index -= 1) {
    const provision = draft.provisions[index]
    if (provision === undefined || provision.paragraph !== paragraph) break
    if (provision.leadIns.length > 0) draft.provisions[index] = { ...provision, closing }
  }
}

const inert: ReadonlySet<Zone> = new Set(['contents', 'form', 'signature', 'recital', 'drafting-note', 'omitted'])
const binds =
  /\b(?:shall|must|will|may not|undertakes?|agrees? (?:to|not)|(?:is|are) (?:not |under no )?(?:required|obliged|obligat(?:ed|ion)|responsible)|warrants?|prevails?|takes? precedence)\b/i
const starts =
  /^(?:now,? therefore|it is (?:hereby )?(?:mutually )?agreed|the parties (?:hereby |therefore |hereto )?agree|in consideration)\b|agree(?:s|d)? as follows\b/i

/** The zone of one block, from its section, its own words and what it runs on from. */
export function zoneOfItem(draft: Draft, item: Item, section: number, lead: Lead | undefined): Zone {
  const words = draft.text.slice(item.body.start, item.body.end)
  // "Add-ons: [ ] Private hosting"; in a list "[ ] days" is a blank.
  if (lead !== undefined) return isUnticked(words.slice(0, 300)) && /^\P{L}+\p{Lu}/u.test(words) ? 'omitted' : lead.zone
  const zone = draft.zones.get(section) ?? 'operative'
  const own = zoneOfWords(words, zone, isOpening(draft, section))
  if (starts.test(words)) draft.running = undefined
  else if (own === 'recital' || own === 'signature' || own === 'preamble') draft.running = own
  if (own !== undefined && !(inert.has(zone) && own === 'definition')) return own
  if (inert.has(zone)) return zone
  if (draft.running === 'preamble' && (binds.test(words) || states(words) || /^\d/.test(draft.nodes.get(section)?.number ?? '')))
    draft.running = undefined
  if (draft.running === 'recital' && isHeaded(draft, section)) draft.running = undefined
  if (draft.running !== undefined) return draft.running
  if (zone === 'definition') return binds.test(words) ? 'operative' : 'definition'
  return zone === 'title' || (zone === 'preamble' && (binds.test(words) || states(words))) ? 'operative' : zone
}

const introduces =
  /["“”]|\b(?:herein|here)after\b|\b(?:registered|incorporated|organi[sz]ed|established|having|represented|acting|whose|whereas|between|dated|entered into|made|refers?|wish(?:es)?|desires?|intends?|recitals?)\b|\bwith (?:its|their|an?) /i

/** "The Bank pays the fee on the first of each month.": after the parties a sentence that introduces nobody is a clause. */
function states(words: string): boolean {
  return /^["“(]?\p{Lu}.{30,}[.;]$/su.test(words.trimEnd()) && !introduces.test(words.slice(0, 300))
}

/** A clause with a number of its own, or a heading that is not the title: recitals end there. */
function isHeaded({ nodes }: Draft, section: number): boolean {
  const node = nodes.get(section)
  return /^\d+\./.test(node?.number ?? '') || (node?.heading !== undefined && !node.title)
}

/** Before the first clause: under the title, or before any section. */
function isOpening(draft: Draft, section: number): boolean {
  const node = draft.nodes.get(section)
  return node === undefined || node.title || (node.heading === undefined && node.numbering === undefined) || draft.running === 'preamble'
}
