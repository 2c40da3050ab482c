// The open sections of an outline, and which reading of a letter fits them: "(i)" goes on after "(h)" or
// begins a list of Roman numerals. Where a section is put is parse/outline's business.
import type { Span } from '../domain/span.ts'
import type { Item } from './items.ts'
import type { Numbering, Ordinal } from './numbering.ts'

/** A section before its zone and span are known. */
export interface Node {
  readonly id: number
  readonly number: string
  readonly heading?: Span
  readonly parent?: number
  readonly depth: number
  readonly numbering?: Numbering
  readonly annex: boolean
  readonly title: boolean
  /** Index of the item that opens it. */
  readonly item: number
}

/** A section that may still take in what follows. */
export interface Open {
  readonly node: Node
  readonly level?: number
  readonly ordinal?: Ordinal
  /** Holds clauses with numbers of their own: parts, annexes, articles, headings without a number. */
  readonly container: boolean
}

/** The outline while it is being built. */
export interface State {
  readonly items: readonly Item[]
  readonly nodes: Node[]
  readonly text: string
  stack: Open[]
}

/** A reading of a label, and the open section that it stands beside (-1 where it begins a list). */
export interface Fit {
  readonly ordinal: Ordinal
  readonly sibling: number
}

/** Which reading of a letter fits: the next in a list that is open, else the first of a new one. */
export function settle(state: State, index: number, numbering: Numbering): Fit {
  if (afterColon(state, index)) return { ordinal: numbering.ordinals.at(-1) as Ordinal, sibling: -1 }
  const fits = numbering.ordinals.map(ordinal => stands(state, numbering, ordinal, open => open.ordinal?.value === ordinal.value - 1))
  const nested = fits.find(one => one.ordinal.value === 1)
  const next = fits.filter(one => one.sibling >= 0).sort((a, b) => b.sibling - a.sibling)[0]
  // "(i)" after "(h)" is the ninth letter, unless "(ii)" follows it.
  if (nested !== undefined && next !== undefined && next.ordinal !== nested.ordinal)
    return secondFollows(state, index, numbering) ? { ordinal: nested.ordinal, sibling: -1 } : next
  if (next !== undefined) return next
  if (nested !== undefined) return nested
  const gap = numbering.ordinals
    .slice(0, 1)
    .map(ordinal => stands(state, numbering, ordinal, () => true))
    .find(one => one.sibling >= 0)
  // A label out of any sequence stands beside the limb before it.
  const top = state.stack.length - 1
  return gap ?? { ordinal: numbering.ordinals[0] as Ordinal, sibling: isLimb(state.stack[top]) ? top : -1 }
}

/** Whether a section is a limb of a list, not a clause: a letter or the like, without a heading. */
export function isLimb(open: Open | undefined): boolean {
  const form = open?.node.numbering?.form
  return open?.node.heading === undefined && (form === 'bracketed' || form === 'closed' || form === 'dotted' || form === 'code')
}

/** Word processors restart lists badly: what comes right after "(a) obtain the files by:" is below it, though labelled "(b)". */
function afterColon(state: State, index: number): boolean {
  const top = state.stack.at(-1)
  const before = state.items[index - 1]
  if (before === undefined || !isLimb(top) || top?.node.item !== index - 1) return false
  return /:\s*$/.test(state.text.slice(Math.max(before.body.start, before.body.end - 4), before.body.end))
}

/** The innermost open section of the same form and series for which `suits` holds. */
function stands(state: State, numbering: Numbering, ordinal: Ordinal, suits: (open: Open) => boolean): Fit {
  const sibling = state.stack.findLastIndex(
    open => open.node.numbering?.form === numbering.form && open.ordinal?.series === ordinal.series && suits(open),
  )
  return { ordinal, sibling }
}

function secondFollows(state: State, index: number, numbering: Numbering): boolean {
  for (let at = index + 1; at < Math.min(state.items.length, index + 12); at += 1) {
    const later = state.items[at]?.numbering
    if (later?.form !== numbering.form) continue
    return later.ordinals.some(ordinal => (ordinal.series === 'i' || ordinal.series === 'I') && ordinal.value === 2)
  }
  return false
}

/** "A-1.2" stands under "A-1". */
export function isBelow({ cited }: Numbering, { node: { numbering } }: Open): boolean {
  return numbering?.form === 'code' && cited.startsWith(`${numbering.cited}.`)
}

/** Keeps the stack up to the last entry in the unbroken run, from the outside, for which `keep` holds. */
export function cut(state: State, keep: (open: Open) => boolean): void {
  const end = state.stack.findIndex(open => !keep(open))
  if (end >= 0) state.stack = state.stack.slice(0, end)
}

/** A heading without a number. */
export const unnumbered = (open: Open): boolean => open.container && open.node.numbering === undefined
