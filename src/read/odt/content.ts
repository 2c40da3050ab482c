// The content of an OpenDocument text as it comes: paragraphs, headings, lists with their numbers, tables, notes,
// comments, text boxes, tracked changes. Looks and numbers are worked out in styles.ts and numbers.ts.
import type { BlockKind } from '../../domain/manuscript.ts'
import type { Change, Draft, Piece } from '../assemble.ts'
import { scanXml, type XmlBudget } from '../docx/xml.ts'
import { raised } from '../superscripts.ts'
import { type Region, regionsOf } from './changes.ts'
import { type Counter, createCounter } from './numbers.ts'
import { type Look, listOf, lookOf, type Styles } from './styles.ts'
import { apart, passed } from './vocabulary.ts'

type Attributes = Readonly<Record<string, string>>

const mostRepeated = 64

/** What is being written: the text, or a note or box that interrupts it. */
interface Flow {
  readonly kind: BlockKind
  pieces: Piece[]
  cells: Piece[][] | undefined
  nested: number
  header: boolean
  repeated: number
  paragraph: { readonly name: string; readonly attributes: Attributes } | undefined
}

interface State {
  readonly styles: Styles
  readonly drafts: Draft[]
  /** Notes and boxes of the paragraph or row that is open: they come after it. */
  later: Draft[]
  readonly flows: Flow[]
  readonly looks: Look[]
  readonly lists: { readonly name: string | undefined; readonly counter: Counter }[]
  readonly counters: Map<string, Counter>
  readonly headings: Counter
  readonly regions: ReadonlyMap<string, Region>
  readonly open: Set<string>
  skip: number
  item: { fresh: boolean; start: number | undefined }
  table: { id: number; row: number }
  objects: number
}

const seen: Look = { hidden: undefined, bold: false }
const newFlow = (kind: BlockKind): Flow => ({
  kind,
  pieces: [],
  cells: undefined,
  nested: 0,
  header: false,
  repeated: 1,
  paragraph: undefined,
})

/** The paragraphs and rows of a part, and how many objects it embeds. */
export function readContent(xml: string, part: string, budget: XmlBudget, styles: Styles): { drafts: Draft[]; objects: number } {
  const state: State = {
    styles,
    drafts: [],
    later: [],
    flows: [newFlow('paragraph')],
    looks: [seen],
    lists: [],
    counters: new Map(),
    headings: createCounter(),
    regions: regionsOf(xml, part, budget),
    open: new Set(),
    skip: 0,
    item: { fresh: false, start: undefined },
    table: { id: 0, row: 0 },
    objects: 0,
  }
  scanXml(xml, part, budget, {
    open: (name, attributes) => open(name, attributes, state),
    close: name => close(name, state),
    text: text => {
      if (state.skip === 0 && flowOf(state).paragraph !== undefined) write(text, state)
    },
  })
  return { drafts: [...state.drafts, ...state.later], objects: state.objects }
}

const flowOf = (state: State): Flow => state.flows.at(-1) as Flow

function write(text: string, state: State): void {
  const { hidden, bold, raised: isRaised, struck } = state.looks.at(-1) as Look
  const id = [...state.open].at(-1)
  const region = id === undefined ? undefined : state.regions.get(id)
  const inserted: Change | undefined = region?.kind === 'inserted' ? { author: region.author, date: region.date } : undefined
  flowOf(state).pieces.push({ text: isRaised ? raised(text) : text, hidden, bold, inserted, struck })
}

function open(name: string, attributes: Attributes, state: State): void {
  if (state.skip > 0 || passed.has(name)) {
    state.skip++
    return
  }
  const kind = apart[name]
  if (kind !== undefined) {
    state.flows.push(newFlow(kind))
    state.looks.push(seen)
  } else if (name === 'text:p' || name === 'text:h') {
    flowOf(state).paragraph = { name, attributes }
    const base = lookOf(state.styles, attributes['text:style-name'], seen)
    state.looks.push({ ...base, hidden: state.looks.at(-1)?.hidden ?? base.hidden })
  } else if (name === 'text:span' || name === 'text:a')
    state.looks.push(lookOf(state.styles, attributes['text:style-name'], state.looks.at(-1) as Look))
  else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') state.looks.push({ hidden: 'hidden-run', bold: false })
  else if (name === 'text:section')
    state.looks.push(attributes['text:display'] === 'none' ? { hidden: 'hidden-run', bold: false } : (state.looks.at(-1) as Look))
  else if (name === 'text:s') write(' ', state)
  else if (name === 'text:tab' || name === 'text:line-break') write(' ', state)
  else if (name === 'text:change') strike(attributes['text:change-id'] ?? '', state)
  else if (name === 'text:change-start') state.open.add(attributes['text:change-id'] ?? '')
  else if (name === 'text:change-end') state.open.delete(attributes['text:change-id'] ?? '')
  else if (name === 'draw:object' || name === 'draw:object-ole') state.objects++
  else openList(name, attributes, state)
}

function openList(name: string, attributes: Attributes, state: State): void {
  if (name === 'text:list') {
    const around = state.lists.at(-1)
    const own = attributes['text:style-name'] ?? around?.name
    const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined
    const counter = around?.counter ?? (goesOn ? state.counters.get(own ?? '') : undefined) ?? createCounter()
    state.counters.set(own ?? '', counter)
    state.lists.push({ name: own, counter })
  } else if (name === 'text:list-item') state.item = { fresh: true, start: Number(attributes['text:start-value'] ?? 0) || undefined }
  else if (name === 'text:list-header') state.item = { fresh: false, start: undefined }
  else openTable(name, attributes, state)
}

function openTable(name: string, attributes: Attributes, state: State): void {
  const flow = flowOf(state)
  if (name === 'table:table') {
    if (flow.cells !== undefined) flow.nested++
    else state.table = { id: state.table.id + 1, row: 0 }
  } else if (name === 'table:table-header-rows') flow.header = true
  else if (name === 'table:table-row' && flow.nested === 0) flow.cells = []
  else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && flow.nested === 0)
    flow.repeated = Math.min(mostRepeated, Number(attributes['table:number-columns-repeated'] ?? 1) || 1)
}

function close(name: string, state: State): void {
  if (state.skip > 0) {
    state.skip--
    return
  }
  const flow = flowOf(state)
  if (apart[name] !== undefined) {
    state.flows.pop()
    state.looks.pop()
  } else if (name === 'text:p' || name === 'text:h') endParagraph(state)
  else if (
    name === 'text:span' ||
    name === 'text:a' ||
    name === 'text:hidden-text' ||
    name === 'text:hidden-paragraph' ||
    name === 'text:section'
  )
    popLook(state)
  else if (name === 'text:list') state.lists.pop()
  else if (name === 'table:table' && flow.nested > 0) flow.nested--
  else if (name === 'table:table-header-rows') flow.header = false
  else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && flow.nested === 0) endCell(flow)
  else if (name === 'table:table-row' && flow.nested === 0) endRow(state)
}

function popLook(state: State): void {
  if (state.looks.length > 1) state.looks.pop()
}

function endParagraph(state: State): void {
  const flow = flowOf(state)
  const around = flow.paragraph
  popLook(state)
  flow.paragraph = undefined
  if (flow.cells !== undefined) return void flow.pieces.push({ text: ' ' })
  const { pieces } = flow
  flow.pieces = []
  if (around === undefined) return
  const level = Number(around.attributes['text:outline-level'] ?? 1) || 1
  const heading = around.name === 'text:h' && flow.kind === 'paragraph'
  const label = labelOf(around, heading, level, pieces, state)
  const depth = state.lists.length > 0 ? state.lists.length - 1 : undefined
  add(state, {
    kind: heading ? 'heading' : flow.kind,
    cells: [pieces],
    label: label === '' ? undefined : label,
    level: heading ? level : depth,
  })
}

/** What interrupts a paragraph or row comes after it, where its number is that of its section. */
function add(state: State, draft: Draft): void {
  const outer = state.flows.slice(0, -1)
  if (outer.some(({ paragraph, cells }) => paragraph !== undefined || cells !== undefined)) return void state.later.push(draft)
  state.drafts.push(draft, ...state.later)
  state.later = []
}

function labelOf(around: NonNullable<Flow['paragraph']>, heading: boolean, level: number, pieces: readonly Piece[], state: State): string {
  const { styles, item, lists } = state
  const list = lists.at(-1)
  if (list !== undefined) {
    if (!item.fresh) return ''
    state.item = { fresh: false, start: undefined }
    const levels = styles.lists.get(list.name ?? '')
    return levels === undefined ? '' : list.counter.next(lists.length, levels, item.start)
  }
  const empty = !pieces.some(piece => piece.text.trim() !== '')
  if (
    !heading ||
    empty ||
    around.attributes['text:is-list-header'] === 'true' ||
    listOf(styles, around.attributes['text:style-name']) === ''
  )
    return ''
  return styles.outline.size === 0 ? '' : state.headings.next(level, styles.outline)
}

function endCell(flow: Flow): void {
  const { pieces, repeated } = flow
  flow.pieces = []
  for (let left = repeated; left > 0; left--) flow.cells?.push(pieces)
}

function endRow(state: State): void {
  const flow = flowOf(state)
  const cells = flow.cells ?? []
  flow.cells = undefined
  if (cells.length === 0) return
  add(state, { kind: flow.kind === 'paragraph' ? 'row' : flow.kind, cells, table: { ...state.table, header: flow.header } })
  state.table = { ...state.table, row: state.table.row + 1 }
}

/** Deleted words go where they stood, into the record only. */
function strike(id: string, state: State): void {
  const region = state.regions.get(id)
  if (region?.kind === 'deleted') flowOf(state).pieces.push({ text: region.words, deleted: { author: region.author, date: region.date } })
}
