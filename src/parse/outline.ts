// The outline: which block opens a section, under which parent, and how one cites it. Works from label
// forms, sequence and heading levels alone, so it is alike for all formats. Zones are parse/zones' business.
import type { Span } from '../domain/span.ts'
import type { Item } from './items.ts'
import type { Numbering, Ordinal } from './numbering.ts'
import { cut, isBelow, isLimb, type Node, type Open, type State, settle, unnumbered } from './sequence.ts'
import { zoneOfHeading } from './zones.ts'

export interface Outline {
  readonly nodes: readonly Node[]
  /** For each item, the section it stands in. */
  readonly sectionOf: readonly number[]
}

/** The outline of one document. `first` is the id of its first section. */
export function outlineOf(text: string, items: readonly Item[], first: number): Outline {
  const state: State = { items, nodes: [], text, stack: [] }
  const sectionOf: number[] = []
  for (const [index, item] of items.entries()) {
    if (opensSection(item)) enter(state, item, index, first)
    else leaveLimbs(state, item)
    if (state.stack.length === 0) push(state, { number: '', heading: undefined, item: index, first, container: true })
    sectionOf.push((state.stack.at(-1) as Open).node.id)
  }
  return { nodes: state.nodes, sectionOf }
}

function opensSection(item: Item): boolean {
  if (item.block.kind === 'footnote' || item.numbering?.form === 'bullet') return false
  // A row named "Schedule 2" lists a schedule and is none; one named "Item 6" or "4.1" is cited by it.
  if (item.block.kind === 'row') return item.numbering?.form === 'code' || (item.numbering?.parts.length ?? 0) > 1
  return item.numbering !== undefined || item.heading !== undefined
}

/** An unlabelled paragraph that begins a new sentence no longer belongs to the list limbs above it. */
function leaveLimbs(state: State, item: Item): void {
  if (
    item.block.kind !== 'paragraph' ||
    item.numbering !== undefined ||
    !/^["“(]?\p{Lu}/u.test(state.text.slice(item.body.start, item.body.start + 3))
  )
    return
  while (isLimb(state.stack.at(-1))) state.stack.pop()
}

function enter(state: State, item: Item, index: number, first: number): void {
  const numbering = item.numbering
  if (numbering === undefined) return enterHeading(state, item, index, first)
  const form = numbering.form
  // A list may hang on a sentence under the title; a clause never does.
  if (item.heading !== undefined || !/^(?:bracketed|closed)$/.test(form)) dropTitles(state)
  if (item.heading !== undefined || form === 'article') leaveAnnounced(state, item, numbering)
  if (form === 'annex') return enterAnnex(state, item, index, first, numbering.cited)
  if (form === 'part') cut(state, open => annexItself(open) && !outranks(item, open))
  else if (form === 'article') cut(state, open => annexItself(open) || open.node.numbering?.form === 'part' || unnumbered(open))
  else if (numbering.parts.length > 1) cutForDecimal(state, numbering.parts)
  else if (form === 'decimal' || form === 'section') return enterInteger(state, item, index, first, numbering)
  else if (numbering.ordinals.length > 0) return enterLettered(state, item, index, first, numbering)
  else cut(state, open => open.container || (open.node.numbering?.parts.length ?? 0) > 0 || isBelow(numbering, open))
  push(state, {
    number: cite(state, numbering),
    heading: item.heading,
    numbering,
    item: index,
    first,
    level: item.block.kind === 'heading' ? item.block.level : undefined,
    container: form === 'part' || form === 'article',
    ordinal: numbering.ordinals[0],
  })
}

/** "PART THREE" at the level of "EXHIBIT D" stands beside it, not in it. */
function outranks(item: Item, open: Open): boolean {
  return item.block.kind === 'heading' && item.block.level !== undefined && open.level !== undefined && item.block.level <= open.level
}

const annexItself = (open: Open): boolean => open.node.annex && open.node.depth === 0

/**
 * A numbered clause is never part of "Recitals" or "Contents", whatever level their headings have; nor of what a heading within a
 * paragraph opens ("Explanatory note. ..."), nor of what a heading of its own level does.
 */
function leaveAnnounced(state: State, item: Item, numbering: Numbering): void {
  if (!/^(?:article|section|part|decimal|dotted|code)$/.test(numbering.form)) return
  const words = (open: Open): string => state.text.slice(open.node.heading?.start ?? 0, open.node.heading?.end ?? 0)
  const runsIn = ({ node }: Open): boolean => (state.items[node.item]?.body.end ?? 0) > (state.items[node.item]?.body.start ?? 0)
  const ended = (open: Open): boolean => zoneOfHeading(words(open)) !== undefined || runsIn(open) || outranks(item, open)
  cut(state, open => !(unnumbered(open) && open.node.heading !== undefined && ended(open)))
}

function enterAnnex(state: State, item: Item, index: number, first: number, number: string): void {
  state.stack = []
  push(state, {
    number,
    heading: item.heading ?? item.content,
    numbering: item.numbering,
    item: index,
    first,
    level: item.block.level,
    container: true,
    annex: true,
  })
}

const annexHeading = /^(?:annex|annexure|exhibit|schedule|appendix|attachment)\b[^.;]{0,80}$/i
const titleWords = /agreement|contract|addendum|amendment|terms|licen[cs]e|order form|statement of work|conditions|deed|memorandum|dpa|msa/i

function enterHeading(state: State, item: Item, index: number, first: number): void {
  const words = state.text.slice(item.content.start, item.content.end)
  const level = item.block.level
  if (annexHeading.test(words)) return enterAnnex(state, item, index, first, '')
  const unbegun = state.nodes.every(node => node.numbering === undefined && (index < 12 || node.title))
  const foremost = state.nodes.every(node => node.title || node.heading === undefined) && index < 6
  const title =
    zoneOfHeading(words) === undefined &&
    unbegun &&
    (titleWords.test(words) || (foremost && (level === 1 || words === words.toUpperCase())))
  dropTitles(state)
  if (namesLast(state, item, index)) return
  leaveForHeading(state, level)
  push(state, { number: state.stack.at(-1)?.node.number ?? '', heading: item.heading, item: index, first, level, container: true, title })
}

/** The line under "EXHIBIT A" or "ARTICLE IV" is its heading, whatever level the style gives it. */
function namesLast(state: State, item: Item, index: number): boolean {
  const open = state.stack.at(-1)
  const before = state.items[index - 1]
  if (open === undefined || before === undefined || item.heading === undefined) return false
  if (
    open.node.item !== index - 1 ||
    open.node.heading !== undefined ||
    open.node.numbering === undefined ||
    before.body.end > before.body.start
  )
    return false
  const node: Node = { ...open.node, heading: item.heading }
  state.nodes[state.nodes.length - 1] = node
  state.stack[state.stack.length - 1] = { ...open, node }
  return true
}

function leaveForHeading(state: State, level: number | undefined): void {
  const keep = (open: Open): boolean => {
    if (level !== undefined && open.level !== undefined) return open.level < level
    return annexItself(open) || (open.node.heading !== undefined && open.node.numbering !== undefined)
  }
  cut(state, keep)
}

function dropTitles(state: State): void {
  state.stack = state.stack.filter(open => !open.node.title && (open.node.heading !== undefined || open.node.numbering !== undefined))
}

function cutForDecimal(state: State, parts: readonly number[]): void {
  const holds = (open: Open): boolean => {
    const own = open.node.numbering
    if (own === undefined) return false
    if (own.form === 'article') return own.ordinals.some(ordinal => ordinal.value === parts[0])
    return own.parts.length > 0 && own.parts.length < parts.length && own.parts.every((part, at) => part === parts[at])
  }
  const parent = state.stack.findLastIndex(holds)
  if (parent < 0) return cut(state, open => open.container)
  let end = parent + 1
  while (end < state.stack.length && unnumbered(state.stack[end] as Open)) end += 1
  state.stack = state.stack.slice(0, end)
}

/** "4." is a clause of the first level, or a limb of a list where numbers start afresh under an open clause. */
function enterInteger(state: State, item: Item, index: number, first: number, numbering: Numbering): void {
  const value = numbering.parts[0] ?? 0
  const level = item.block.kind === 'heading' ? item.block.level : undefined
  const sibling = state.stack.findLastIndex(
    open =>
      !annexItself(open) &&
      open.node.numbering?.parts.length === 1 &&
      (open.ordinal?.value ?? 0) < value &&
      (open.ordinal?.value ?? 0) >= value - (item.heading === undefined ? 1 : 40),
  )
  const top = state.stack.at(-1)
  const nested =
    value === 1 &&
    item.heading === undefined &&
    item.block.kind !== 'heading' &&
    top !== undefined &&
    !top.container &&
    top.node.item === index - 1
  if (sibling >= 0) state.stack = state.stack.slice(0, sibling)
  else if (!nested) cut(state, open => open.container)
  const number = nested ? `${top?.node.number ?? ''}(${value})` : cite(state, numbering)
  push(state, { number, heading: item.heading, numbering, item: index, first, level, container: false, ordinal: { series: '1', value } })
}

function enterLettered(state: State, item: Item, index: number, first: number, numbering: Numbering): void {
  const { ordinal, sibling } = settle(state, index, numbering)
  if (sibling >= 0) state.stack = state.stack.slice(0, sibling)
  else if (item.heading !== undefined && numbering.form === 'dotted') cut(state, unnumbered)
  const container = numbering.form === 'dotted' && item.block.kind === 'heading'
  const level = item.block.kind === 'heading' ? item.block.level : undefined
  push(state, { number: cite(state, numbering), heading: item.heading, numbering, item: index, first, level, container, ordinal })
}

function cite(state: State, numbering: Numbering): string {
  // Not from below what push keeps: the numbers of a ladder of labels would grow without end.
  const top = (state.stack[deepest - 1] ?? state.stack.at(-1))?.node.number ?? ''
  const annex = state.stack[0]?.node.annex === true ? state.stack[0].node.number : ''
  if (numbering.form === 'article' || numbering.form === 'part') return annex === '' ? numbering.cited : `${annex}, ${numbering.cited}`
  if (numbering.form === 'code') return numbering.cited
  if (numbering.parts.length > 0) return annex === '' ? numbering.cited : `${annex} ${numbering.cited}`
  if (numbering.form === 'dotted' && !numbering.cited.startsWith('('))
    return top === '' ? numbering.cited : `${top}${annex === top ? ' ' : '.'}${numbering.cited}`
  return `${top}${numbering.cited}`
}

interface Draft {
  number: string
  heading: Span | undefined
  item: number
  first: number
  container: boolean
  numbering?: Numbering | undefined
  level?: number | undefined
  ordinal?: Ordinal | undefined
  annex?: boolean
  title?: boolean
}

/** Deeper nesting than this is a slip of the labels, not of the lawyers. */
const deepest = 12

function push(state: State, draft: Draft): void {
  if (state.stack.length > deepest) state.stack.length = deepest
  const parent = state.stack.at(-1)?.node
  const node: Node = {
    id: draft.first + state.nodes.length,
    number: draft.number,
    depth: parent === undefined ? 0 : parent.depth + 1, // the stack may be lower: titles are dropped from under their parts
    annex: draft.annex ?? parent?.annex ?? false,
    title: draft.title ?? false,
    item: draft.item,
    ...(draft.heading === undefined || draft.heading.end === draft.heading.start ? {} : { heading: draft.heading }),
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...(draft.numbering === undefined ? {} : { numbering: draft.numbering }),
  }
  state.nodes.push(node)
  const { level, ordinal, container } = draft
  state.stack.push({ node, container, ...(level === undefined ? {} : { level }), ...(ordinal === undefined ? {} : { ordinal }) })
}
