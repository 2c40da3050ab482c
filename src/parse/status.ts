// Columns that say how far the rows of a table bind: a status (withdrawn, deferred), a priority (must, should), an answer
// (compliant, declined). Single letters mean what the contract says elsewhere that they mean.
import type { Contract, Provision, Status, Zone } from '../domain/contract.ts'
import type { Block } from '../domain/manuscript.ts'
import { firstEndingAfter, type Span, slice } from '../domain/span.ts'
import { table } from '../domain/table.ts'

/** How a row stands: in a zone that binds nobody, or binding less than its words say. */
export interface RowForce {
  readonly zone?: Zone
  readonly status?: Status
}

type Meaning = 'binding' | 'gone' | 'note' | 'declined' | Status['force']

const meanings: readonly (readonly [Meaning, RegExp])[] = [
  [
    'part',
    /^(?:partial(?:ly)?|in part|(?:agreed?|accept(?:ed)?|complian\w*|complies|comply) (?:with (?:an? |some )?(?:exception|deviation|qualification|reservation|modification|change|variation)s?|subject to|but|save|except)\b|with (?:exceptions?|deviations?|qualifications?)|part(?:ly)? (?:complian\w*|complies|comply|met)|compliant (?:in part|subject to)|pc$)/i,
  ],
  [
    'refused',
    /^(?:non-?\s?complian\w+|not complian\w+|does not comply|not met|not supported|not offered|exception taken|takes? exception|nc$)/i,
  ],
  ['declined', /^(?:declined?|rejected|refused|not (?:accepted|agreed|adopted|approved)|disagree\w*|no(?:t accepted)?$)/i],
  [
    'gone',
    /^(?:withdrawn|deleted|removed|superseded|obsolete|cancell?ed|void|retired|rescinded|deferred|postponed|future\b|(?:for )?(?:a )?(?:later|next|future) (?:issue|phase|release|version)|not (?:in force|applicable|used|active|required|yet (?:in force|agreed))|out of scope|de-?scoped|won['’]?t|will not|would not|n\/?a$|drafts?\b|proposed|proposal|under discussion|parked|on hold|inactive|suspended|expired|historic(?:al)?|excluded|dropped|struck|lapsed|no longer)/i,
  ],
  [
    'note',
    /^(?:(?:for )?(?:information|info|guidance|background|context)\b|informative|notes?\b|rationale|comment|examples?\b|non-?binding|heading)/i,
  ],
  [
    'soft',
    /^(?:should|could|desirable|desired|optional|nice[ -]to[ -]have|preferred|preferable|goals?\b|objectives?\b|targets?\b|aspiration\w*|recommend\w*|wish\b|want\b|highly desirable|planned)/i,
  ],
  [
    'binding',
    /^(?:active|accept(?:ed)?|agreed?|approved|must|mandatory|obligatory|compulsory|threshold|binds?\b|required|shall\b|essential|in force|binding|current|valid|complian\w+|complies|comply|fully|full\b|met\b|yes\b|confirmed|firm|baseline\w*|live|retained|ok|in scope|unchanged|final|adopted|implemented|(?:[\p{L}-]+ ){0,3}(?:is|are) (?:bound|obliged|required|committed)\b)/iu,
  ],
]

const meaningOf = (words: string): Meaning | undefined => meanings.find(([, pattern]) => pattern.test(words))?.[0]

const telling =
  /^(?:[smpc]|m\/[sdo](?:\/[a-z]){0,3}|must\/should.{0,20}|moscow|binding\??|force|state|code|class|cl\.?|category|cat\.?|type|level|importance|obligation|agreed\??|accepted\??|complian\w{1,3}\??|disposition)$|\b(?:status|priority|compliance|response|answer|decision|disposition|position|moscow)\b/i
const bySupplier = /\b(?:supplier|contractor|vendor|tenderer|bidder|offeror|provider|licensor|seller|respondent)\b|\bcomplian|^response$/i

/** How the rows of tables with such a column stand, by the id of the provision. */
export function findRowForces({ documents, provisions }: Pick<Contract, 'documents' | 'provisions'>): Map<number, RowForce> {
  const found = new Map<number, RowForce>()
  for (const rows of tablesOf(provisions)) {
    const columns = rows.find(row => row.columns !== undefined)?.columns
    const { text = '', blocks = [] } = documents[rows[0]?.document ?? 0] ?? {}
    const told = columns === undefined ? [] : tellingColumns(columns.map(name => slice(text, name)))
    if (columns === undefined) continue
    if ([isHistory, isScoring].some(binds => binds(columns.map(name => slice(text, name).trim()))))
      for (const row of rows) found.set(row.id, { zone: 'drafting-note' })
    for (const row of rows) {
      const goal = goalIn(row, text)
      if (goal !== undefined) found.set(row.id, { status: { force: 'soft', words: goal } })
    }
    if (told.length === 0) continue
    const reads = told.map(column => readerOf(text, slice(text, columns[column] as Span), rows, blocks, column))
    for (const row of rows) {
      const force = reads.map(read => read(row)).find(one => one !== undefined)
      if (force !== undefined && force !== 'binding') found.set(row.id, force)
    }
  }
  return found
}

/** "Revision | Date | Change": what was once proposed or done to the text is no part of it. */
function isHistory(names: readonly string[]): boolean {
  const has = (pattern: RegExp): boolean => names.some(name => pattern.test(name))
  return (
    has(/^(?:rev(?:ision|\.)?|version|ver\.?|issue)(?: (?:no\.?|number))?$/i) &&
    has(/^(?:date|dated|issued)\b/i) &&
    has(/^(?:changes?|description|summary|reason|details?|nature|comments?|remarks?|history|what changed)\b/i)
  )
}

/** "Award criterion | Points": what earns a tender marks is owed by nobody. */
function isScoring(names: readonly string[]): boolean {
  const has = (pattern: RegExp): boolean => names.some(name => pattern.test(name))
  return (
    has(/\b(?:criteri(?:on|a)|award|evaluat\w+|scor(?:ed|ing)|desirable)\b/i) &&
    has(/^(?:(?:max(?:imum|\.)?|available|possible) )?(?:points?|marks?|scores?|weight(?:ing|s)?)(?: (?:available|in %|\(.*\)))?$/i)
  )
}

const goals =
  /^(?:(?:performance|planning|design|quality|security|model|service) )?(?:objectives?|goals?|aspirations?|ambitions?)(?: \(.*)?$/i

/** Beside "Threshold" an objective is what is hoped for above that. */
const floors = /\b(?:thresholds?|minim\w+|required|floor|guaranteed|committed)\b/i

/** The heading "Performance Objective" over a figure: what it is hoped to be. */
function goalIn({ columns = [], cells = [] }: Provision, text: string): Span | undefined {
  if (columns.some(head => floors.test(slice(text, head)))) return undefined
  return columns.find((head, at) => goals.test(slice(text, head).trim()) && cells[at] !== undefined && /\d/.test(slice(text, cells[at])))
}

const isTelling = (name: string): boolean => name.length < 40 && telling.test(name.trim())
const isAnswer = (name: string): boolean => /respon|answer|agreed|accept|complian|decision|disposition|position/i.test(name)

/** The columns that tell, an answer first: what is desirable and agreed to binds. */
function tellingColumns(names: readonly string[]): number[] {
  const all = [...names.keys()].filter(at => isTelling(names[at] ?? ''))
  return all.sort((a, b) => Number(isAnswer(names[b] ?? '')) - Number(isAnswer(names[a] ?? '')))
}

/** Provisions of one table, those into which its rows were split included. */
function tablesOf(provisions: readonly Provision[]): Provision[][] {
  const tables = new Map<number, Provision[]>()
  const paragraphs = new Set(provisions.flatMap(one => (one.cells === undefined ? [] : [one.paragraph])))
  for (const one of provisions) if (paragraphs.has(one.paragraph)) tables.set(one.paragraph, [...(tables.get(one.paragraph) ?? []), one])
  return [...tables.values()]
}

type ReadRow = (row: Provision) => RowForce | 'binding' | undefined

/** Reads the cell of a column; nothing where most of its cells say nothing of the kind. */
function readerOf(text: string, name: string, rows: readonly Provision[], blocks: readonly Block[], column: number): ReadRow {
  const cells = new Map(rows.map(row => [row.id, firstEndingAfter(blocks, row.span.start, b => b.span.end)?.cells?.[column]]))
  const said = new Map([...cells.values()].flatMap(cell => (cell === undefined ? [] : [[slice(text, cell).trim(), undefined]])))
  const codes = new Set([...said.keys()].filter(value => /^[A-Z]{1,3}$/.test(value)))
  const known = new Map([...said.keys()].map(value => [value, codes.has(value) ? legendOf(text, value, name, codes) : wordOf(value)]))
  const told = [...cells.values()].filter(cell => cell !== undefined && known.get(slice(text, cell).trim()) !== undefined).length
  return row => {
    const cell = cells.get(row.id)
    const meaning = cell === undefined || told * 2 < rows.length ? undefined : known.get(slice(text, cell).trim())
    return meaning === undefined || cell === undefined ? undefined : forceOf(meaning, cell, bySupplier.test(name))
  }
}

const wordOf = (value: string): Meaning | undefined => (value.length < 60 ? meaningOf(value.replace(/^[\W_]+/, '')) : undefined)

function forceOf(meaning: Meaning, words: Span, supplier: boolean): RowForce | 'binding' {
  if (meaning === 'binding') return 'binding'
  if (meaning === 'gone' || (meaning === 'declined' && !supplier)) return { zone: 'omitted' }
  if (meaning === 'note') return { zone: 'drafting-note' }
  return { status: { force: meaning === 'declined' ? 'refused' : meaning, words } }
}

const customary = table<Meaning>({ M: 'binding', S: 'soft', C: 'soft', W: 'gone', D: 'soft', O: 'soft' })
const compliance = table<Meaning>({ C: 'binding', FC: 'binding', PC: 'part', NC: 'refused', Y: 'binding', N: 'refused' })

// "**A** means active", "W = withdrawn", "D (deferred)", "W | Withdrawn"; of letters that are no words, "A accepted, W withdrawn".
const before = '(?<![\\p{L}\\d])["“\'(\\[*`]{0,3}'
const explicit =
  '["”\')\\]*`]{0,3}\\s{0,2}(?:(?:means?|stands? for|is|denotes?|indicates?|marks?|signifies|for|are|ha(?:s|ve) been)\\b|[=:–—|(-])\\s{0,2}'
const implicit = '["”\')\\]*`]{0,3},?\\s'
const thing =
  '(?:that )?(?:an? |the )?(?:requirements?|rows?|texts?|items?|lines?|entry|entries|clauses?)?\\s?(?:that |which )?(?:is |are |has been |have been |was |in the )?["“(]?'

/** What a letter means: as the contract says, or as is customary in a column so named. */
function legendOf(text: string, code: string, name: string, codes: ReadonlySet<string>): Meaning | undefined {
  for (const between of /^[AI]$/.test(code) ? [explicit] : [explicit, implicit]) {
    const pattern = new RegExp(`${before}${code}${between}${thing}([\\p{L}][^\\n]{0,60})`, 'gu')
    for (const match of text.matchAll(pattern)) {
      const meaning = meaningOf(match[1] ?? '')
      if (meaning !== undefined) return meaning
    }
  }
  const yesOrNo = isAnswer(name) && [...codes].every(one => one === 'Y' || one === 'N')
  const answers = yesOrNo || /complian|^[yn]/i.test(name) || codes.has('PC') || codes.has('NC')
  if (answers && compliance[code] !== undefined) return compliance[code]
  const usual = [...codes].every(one => customary[one] !== undefined) && codes.has('M')
  return usual && /priorit|moscow|^m\b|importance|obligation|level|class/i.test(name) ? customary[code] : undefined
}
