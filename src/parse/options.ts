// Options that the parties did not choose: "☐ Option A ☒ Option B" on a cover page, "Option A – Model testing. ..." further on;
// "If the box "De-identified only" is ticked, ..."; a row that has its box in a cell of its own. What waits for a tick that is not
// there binds nobody. Boxes in front of a paragraph are zones.ts's.
import type { Contract, Provision } from '../domain/contract.ts'
import { firstEndingAfter, type Place, slice } from '../domain/span.ts'
import { citedSections, numberSections, withinSections } from './citing.ts'

type Outline = Pick<Contract, 'documents' | 'sections' | 'provisions'>

/** A box, and whether it is ticked, with the words beside it up to the next. */
const boxes =
  /(?:([\u2610\u25A1\u25FB]|\[\s{0,4}\]|\(\s{1,4}\))|([\u2611\u2612\u25A0\u2713\u2714]|[[(][xX\u2713\u2714][\])]))\s{0,3}([^\u2610-\u2612\u25A0\u25A1\u25FB\u2713\u2714|\n[;]{1,80})/g
const anyBox = /[\u2610-\u2612\u25A0\u25A1\u25FB]|[[(](?:\s{0,4}|[xX\u2713\u2714])[\])]/
/** More boxes than this are a form, and no cover page. */
const mostBoxes = 200

/** What a contract calls parts that may be chosen, with what tells them apart. */
const named =
  /^(?:the )?((?:option|module|package|group|supplement|rider|alternative|variant|add-on)s? (?:[a-z]|\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six))\b/i
const attached =
  /^(?:the )?((?:annex|schedule|exhibit|appendix|attachment|addendum|part|section|clause|article) (?:[a-z]|\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4}))\b/i
/** Boxes also tick off what is enclosed; of these a text says that they choose what applies. */
const choosing = /\b(?:appl(?:y|ies|icable)|incorporated|included|form(?:s|ing)? part|chosen|selected|elected|agreed)\b/i
/** "if the box "None" is ticked", "where "None" is selected above" */
const awaiting =
  /\b(?:if|where|when|provided that|only if)\s[^."“]{0,30}["“]([^"”]{2,60})["”][^."“]{0,30}\b(?:is|are|has been|have been)\s(?:ticked|checked|marked|selected|chosen|crossed)/i

/** The ids of the provisions that wait for a box that is not ticked. */
export function findUnchosen(outline: Outline): Set<number> {
  const { chosen, open } = boxesIn(outline)
  const unchosen = [...open].filter(([name]) => !chosen.has(name))
  const names = new Set(unchosen.map(([name]) => name))
  const emptyRows = outline.provisions.filter(one => isEmptyRow(one, outline))
  const rows = [...emptyRows.map(one => one.id), ...listedIn(emptyRows, outline)]
  if (names.size === 0) return new Set(rows)
  const numbered = numberSections(outline.sections)
  const cited = unchosen.flatMap(([name, { document, start }]) => {
    const home = outline.provisions.find(one => one.document === document && one.span.end > start)
    return home === undefined || !attached.test(name) ? [] : citedSections(name, home, outline, numbered)
  })
  const within = withinSections([...cited, ...headed(names, outline)], outline.sections)
  const waits = (one: Provision): boolean => {
    const awaited = awaiting.exec(slice(outline.documents[one.document]?.text ?? '', one.span))?.[1]
    return within.has(one.section) || names.has(labelOf(headOf(one, outline))) || (awaited !== undefined && names.has(nameOf(awaited)))
  }
  return new Set([...rows, ...outline.provisions.filter(waits).map(one => one.id)])
}

/** "A1 Logs streamed | \u2610" */
function isEmptyRow({ document, cells = [] }: Provision, { documents }: Outline): boolean {
  const { text = '' } = documents[document] ?? {}
  const words = cells.map(cell => slice(text, cell).trim())
  if (words.some(cell => declined.test(cell) && anyBox.test(cell.replace(declined, '')))) return true
  return words.some(cell => emptyBox.test(cell)) && !words.some(cell => tickedBox.test(cell))
}

/** What stands under an optional heading that such a row names: "17 | Escrow | \u2610", "Article 17 (Optional) Escrow". */
function listedIn(rows: readonly Provision[], outline: Outline): number[] {
  const { documents, sections, provisions } = outline
  const names = new Set(rows.flatMap(({ document, cells = [] }) => cells.map(cell => nameOf(slice(documents[document]?.text ?? '', cell)))))
  const optionalTitle = (heading: string): string => nameOf(heading.split(/\boptional\b[\s)\]*_:.–—-]{0,8}/i)[1] ?? '')
  const listed = sections.flatMap(({ id, document, heading }) => {
    const title = heading === undefined ? '' : optionalTitle(slice(documents[document]?.text ?? '', heading))
    return title !== '' && names.has(title) ? [id] : []
  })
  const within = withinSections(listed, sections)
  return provisions.filter(one => within.has(one.section)).map(one => one.id)
}

/** "\u2610 included \u2612 not included" */
const declined =
  /(?:[\u2611\u2612\u25A0\u2713\u2714]|[[(][xX\u2713\u2714][\])])\s{0,3}(?:not (?:included|required|selected|ordered|applicable|agreed|taken)|no|none|declined)\b/i
const emptyBox = /^(?:[\u2610\u25A1\u25FB]|\[\s{0,4}\])$/
const tickedBox = /[\u2611\u2612\u25A0\u2713\u2714]|[[(][xX\u2713\u2714][\])]/

/** What stands beside a box, as it is compared. */
const nameOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"“*_]+|[\s.,:"”*_–—-]+$/g, '')

interface Boxes {
  readonly chosen: ReadonlySet<string>
  /** With the place of the box. */
  readonly open: ReadonlyMap<string, Place>
}

/** What stands beside the boxes that are ticked, and beside those that are not. */
function boxesIn({ documents }: Outline): Boxes {
  const chosen = new Set<string>()
  const open = new Map<string, Place>()
  let left = mostBoxes
  for (const [document, { text, blocks }] of documents.entries())
    for (const [at, { span }] of blocks.entries()) {
      const words = slice(text, span)
      if (left <= 0 || !anyBox.test(words)) continue
      const before = blocks[at - 1]
      const chooses = choosing.test(words) || (before !== undefined && choosing.test(slice(text, before.span)))
      for (const [, empty, , beside = ''] of words.matchAll(boxes)) {
        left -= 1
        const attachment = attached.exec(beside)?.[1]
        if (attachment !== undefined && !chooses) continue
        const part = named.exec(beside)?.[1] ?? attachment
        const name = nameOf(part ?? beside)
        if (name === '') continue
        if (empty === undefined) chosen.add(name)
        else if (!open.has(name)) open.set(name, { document, ...span })
      }
    }
  return { chosen, open }
}

/** The sections whose heading begins with such a name. */
function headed(names: ReadonlySet<string>, { documents, sections }: Outline): number[] {
  return sections.flatMap(({ id, document, heading }) =>
    heading !== undefined && names.has(labelOf(slice(documents[document]?.text ?? '', heading))) ? [id] : [],
  )
}

/** "Optional module: Autonomous agents" */
const optional = /^[\s\d.]*option(?:al)?\b[^:–—]{0,30}[:–—]\s?(.{4,60})$/i

/** "option a", of "Option A – Logs. The Host shall log". */
function labelOf(words: string): string {
  const label = named.exec(words.replace(/^[\s*_#>"“(\d.]+/, ''))
  if (label === null) return nameOf(optional.exec(words)?.[1] ?? '')
  const name = label[1] as string
  const after = words.slice(words.indexOf(name) + name.length)
  return !/^\s?(?:\([^)]{1,60}\)|"[^"]{1,60}")?\s{0,2}[*_]{0,2}\s?(?:[-–—:.(]|$)/.test(after) ? '' : nameOf(name)
}

/** The first words of the block that a provision stands in. */
function headOf({ document, span }: Provision, { documents }: Outline): string {
  const { text = '', blocks = [] } = documents[document] ?? {}
  const start = firstEndingAfter(blocks, span.start, block => block.span.end)?.span.start ?? span.start
  return text.slice(start, start + 120)
}
