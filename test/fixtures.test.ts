// Walks fixtures/: every agreement is there in three formats, and each is checked and held against its expected.yaml.
// What the engine does not get right stands in fixtures/NAME/known-gaps.yaml, by cell, kind and format. A cell that
// breaks and one that begins to pass both fail here. After a look at the difference, `npm test -- test/fixtures.test.ts -u`
// writes the list (the path first: `-u` before it takes the path for its own and updates every snapshot there is).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Contract } from '../src/domain/contract.ts'
import type { Passage, ReasonCode, Verdict } from '../src/domain/finding.ts'
import type { Report } from '../src/domain/report.ts'
import { defaultPack, packFolder } from '../src/packs.ts'
import { readContract, reportOn } from '../src/pipeline.ts'
import { loadRulePack } from '../src/rulepack/rulepack.ts'
import { faultless } from './faultless.ts'

interface Cell {
  readonly verdict: Exclude<Verdict, 'unread'>
  readonly reasons?: readonly ReasonCode[]
  readonly evidence?: readonly { readonly at: string; readonly words: string }[]
}

interface Expectation {
  readonly provider: string
  readonly customer?: string
  readonly requirements: Readonly<Record<string, Cell>>
  readonly checklist: Readonly<Record<string, Verdict>>
}

/** unasked: not in the pack; verdict, reason: another one; place: other words cited; number: the words under another clause number.
 *  Besides, of the reading: outline (words under another number), name (of a party). */
type Gap = 'unasked' | 'verdict' | 'reason' | 'place' | 'number'

const home = new URL('../fixtures/', import.meta.url)
const names = readdirSync(home).filter(name => existsSync(new URL(`${name}/${name}.source.md`, home)))
const formats = ['docx', 'pdf', 'txt'] as const
const pack = loadRulePack(packFolder(defaultPack))

const fileOf = (name: string, format: string) => new URL(`${name}/${name}.${format}`, home)
const expectationOf = (name: string): Expectation => parse(readFileSync(new URL(`${name}/expected.yaml`, home), 'utf8'))
const contractOf = (name: string, format: string) =>
  readContract([{ name: `${name}.${format}`, bytes: readFileSync(fileOf(name, format)) }])
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
const squash = (text: string) => wordsOf(text).join(' ')

/** Whether a quote of the engine and the words that decide have four words in a row in common. */
function touches(quote: string, words: string): boolean {
  const inQuote = ` ${squash(quote)} `
  const run = wordsOf(words)
  const length = Math.min(4, run.length)
  return run.some((_, i) => i + length <= run.length && inQuote.includes(` ${run.slice(i, i + length).join(' ')} `))
}

/** A limb may be cited with the number of the clause that holds it, and the other way round. */
function nests(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))
}

function citation(wanted: NonNullable<Cell['evidence']>, found: readonly Passage[]): Gap | undefined {
  const pairs = wanted.flatMap(({ at, words }) =>
    found.filter(({ quote }) => touches(quote, words)).map(({ section }) => [at, section] as const),
  )
  if (pairs.length === 0) return 'place'
  return pairs.some(([at, section]) => nests(at, section)) ? undefined : 'number'
}

function gapOf(id: string, cell: Cell, report: Report): Gap | undefined {
  const finding = report.findings.find(f => f.requirement === id)
  if (finding === undefined) return 'unasked'
  if (finding.verdict !== cell.verdict) return 'verdict'
  const codes = finding.reasons.map(reason => reason.code)
  if (cell.reasons !== undefined && !cell.reasons.some(code => codes.includes(code))) return 'reason'
  return cell.verdict === 'missing' ? undefined : citation(cell.evidence ?? [], finding.evidence)
}

/** Checklist items that come out otherwise; they follow from the requirements. */
function checklistGaps(expected: Expectation, report: Report): string[] {
  return report.checklist.filter(({ item, verdict }) => expected.checklist[item] !== verdict).map(({ item }) => item)
}

/** Number of the innermost clause at an offset; the same words may stand in several documents of one contract. */
function numbersOf(words: string, { documents, provisions, sections }: Contract): string[] {
  const pattern = new RegExp(
    words
      .trim()
      .split(/\s+/)
      .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
    'g',
  )
  return documents.flatMap((manuscript, document) =>
    [...manuscript.text.matchAll(pattern)].flatMap(({ index }) => {
      const holds = provisions.filter(p => p.document === document && p.span.start <= index && index < p.span.end).at(-1)
      return holds === undefined ? [] : [sections[holds.section]?.number ?? '']
    }),
  )
}

/** Cells whose words the outline puts under another number, and parties that are not known by their names. */
function outlineGaps(expected: Expectation, contract: Contract): string[] {
  const cells = Object.entries(expected.requirements).filter(([, { evidence }]) =>
    (evidence ?? []).some(({ at, words }) => !numbersOf(words, contract).some(number => nests(at, number))),
  )
  const parties = (['provider', 'customer'] as const).filter(role => contract.parties.find(p => p.role === role)?.name !== expected[role])
  return [...cells.map(([id]) => `${id} / outline`), ...parties.map(role => `${role} / name`)]
}

/** The gaps of all formats, one cell a line: `incident.notice / verdict: [docx, pdf, txt]`. */
function gapsOf(expected: Expectation, contracts: readonly Contract[]): string {
  const gaps = new Map<string, string[]>()
  const add = (key: string, format: string) => gaps.set(key, [...(gaps.get(key) ?? []), format])
  for (const [i, contract] of contracts.entries()) {
    const format = formats[i] ?? ''
    const report = faultless(reportOn(contract, pack))
    for (const [id, cell] of Object.entries(expected.requirements)) {
      const gap = gapOf(id, cell, report)
      if (gap !== undefined) add(`${id} / ${gap}`, format)
    }
    for (const key of outlineGaps(expected, contract)) add(key, format)
    for (const item of checklistGaps(expected, report)) add(`${item} / verdict`, format)
  }
  const lines = [...gaps].map(([key, where]) => `${key}: [${where.join(', ')}]\n`)
  return `# What is not yet right (see the head of test/fixtures.test.ts).\n${lines.sort().join('')}`
}

test('there are six agreements', () => {
  expect(names).toEqual(['plain-terms', 'schedule', 'strong', 'traps', 'weak', 'weights-licence'])
})

test('over all of them each requirement is met, fallen short of, and missing', () => {
  const cells = names.flatMap(name => Object.entries(expectationOf(name).requirements))
  const seen = new Map<string, Set<string>>()
  for (const [id, { verdict }] of cells) seen.set(id, (seen.get(id) ?? new Set()).add(verdict === 'conflict' ? 'partial' : verdict))
  expect([...seen].filter(([, verdicts]) => verdicts.size < 3)).toEqual([])
})

test('each reason stands at least five times', () => {
  const reasons = names.flatMap(name => Object.values(expectationOf(name).requirements).flatMap(cell => cell.reasons ?? []))
  const often = ['value', 'soft', 'element', 'blank', 'scope', 'party', 'inconsistent'].filter(
    code => reasons.filter(r => r === code).length >= 5,
  )
  expect(often).toHaveLength(7)
})

test('quotes are there to be looked for', async () => {
  const { findings } = faultless(reportOn(await contractOf('strong', 'docx'), pack))
  expect(findings.flatMap(finding => [...finding.evidence]).length).toBeGreaterThan(0)
})

describe.each(names)('%s', name => {
  const expected = expectationOf(name)

  test('is there in every format', () => {
    expect(formats.filter(format => !existsSync(fileOf(name, format)))).toEqual([])
  })

  test('expects a verdict of each requirement and checklist item of the pack', () => {
    const ids = Object.keys(expected.requirements)
    expect(ids).toHaveLength(48)
    expect(ids.filter(id => pack.requirements.some(r => r.id === id))).toEqual(pack.requirements.map(r => r.id))
    expect(Object.keys(expected.checklist)).toEqual(pack.checklist.map(item => item.id))
  })

  test('proves what it expects: partial with reasons, words for all but missing', () => {
    const faults = Object.entries(expected.requirements).filter(
      ([, cell]) =>
        (cell.verdict === 'partial') !== (cell.reasons !== undefined) || (cell.verdict === 'missing') !== (cell.evidence === undefined),
    )
    expect(faults).toEqual([])
  })

  test('words cited as deciding stand in the text', () => {
    const text = readFileSync(fileOf(name, 'txt'), 'utf8')
    const words = Object.values(expected.requirements).flatMap(cell => (cell.evidence ?? []).map(e => e.words))
    expect(words.filter(w => !text.includes(w))).toEqual([])
  })

  test('is judged as expected in every format, but for the known gaps', async () => {
    const contracts = await Promise.all(formats.map(format => contractOf(name, format)))
    await expect(gapsOf(expected, contracts)).toMatchFileSnapshot(`../fixtures/${name}/known-gaps.yaml`)
  })

  test.each(formats)('every quote of the %s is found at its place', async format => {
    const contract = await contractOf(name, format)
    const quotes = faultless(reportOn(contract, pack)).findings.flatMap(finding => [...finding.evidence])
    const astray = quotes.filter(q => q.quote.trim() === '' || contract.documents[q.document]?.text.slice(q.start, q.end) !== q.quote)
    expect(astray).toEqual([])
  })

  test('loses no word that a second reader of the Word file finds', async () => {
    const { value } = await mammoth.extractRawText({ buffer: readFileSync(fileOf(name, 'docx')) })
    const counts = new Map<string, number>()
    for (const manuscript of (await contractOf(name, 'docx')).documents) {
      for (const word of wordsOf(manuscript.text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const lost = wordsOf(value).filter(word => {
      const left = counts.get(word) ?? 0
      counts.set(word, left - 1)
      return left <= 0
    })
    expect(lost).toEqual([])
  })
})
