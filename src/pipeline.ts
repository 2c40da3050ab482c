// The whole flow in one place: files are read, parsed into a contract, checked against a pack, and summed up
// in a report. How each step is done is the business of its folder; printing is left to report/ and cli/.
import about from '../package.json' with { type: 'json' }
import { check } from './check/check.ts'
import type { Contract } from './domain/contract.ts'
import type { Finding } from './domain/finding.ts'
import { ledgerOf, placedNotes } from './domain/ledger.ts'
import type { Manuscript } from './domain/manuscript.ts'
import type { DocumentSummary, PackSummary, Receipt, Report } from './domain/report.ts'
import { faultsIn, summarise, unreadable } from './domain/report.ts'
import type { RulePack, Severity } from './domain/requirement.ts'
import type { Time } from './domain/time.ts'
import { parse } from './parse/parse.ts'
import { type ReadOptions, readManuscripts, type Source } from './read/read.ts'

/** Version of the program, as in package.json. */
export const version: string = about.version

export interface ContractOptions extends ReadOptions {
  /** Name or alias of the party to take for the provider, or for the customer. */
  readonly provider?: string
  readonly customer?: string
}

/** Reads one or more files as one agreement. Throws UserError where a file cannot be read. */
export async function readContract(sources: readonly Source[], options: ContractOptions = {}): Promise<Contract> {
  const manuscripts: Manuscript[] = []
  for (const source of sources) manuscripts.push(...(await readManuscripts(source, options)))
  return parse(withStrangers(manuscripts, options), named(options))
}

export interface JudgingOptions {
  /** Whether a critical requirement that is met on doubtful evidence makes the result `fail`, too. */
  readonly strict?: boolean
  /** Says when the time is over: what is not judged by then is `unread`, and named in the receipt. */
  readonly time?: Time
}

/**
 * Holds a contract against a pack; `failOn` is the least severity whose gaps make the result `fail`. A requirement whose rule
 * crashes is `unread`, and named in the receipt; the others are judged.
 */
export function reportOn(
  contract: Contract,
  pack: RulePack,
  failOn: Severity | 'none' = 'critical',
  { strict = false, time }: JudgingOptions = {},
): Report {
  const { findings, checklist } = check(contract, pack, time)
  const documents = summariesOf(contract)
  const receipt = receiptOf(contract, pack, findings)
  const summary = summarise(findings, pack.requirements, failOn, unreadable(documents, receipt), strict)
  return { version, pack: packSummary(pack), documents, parties: contract.parties, findings, checklist, receipt, summary }
}

/** A name that the user gives and no document has is taken at its word, and told: it may be a slip. */
function withStrangers([first, ...rest]: readonly Manuscript[], options: ContractOptions): Manuscript[] {
  if (first === undefined) return []
  const flat = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const strangers = Object.entries(named(options)).filter(
    ([, name]) => ![first, ...rest].some(({ text }) => flat(text).includes(flat(name))),
  )
  const notes = strangers.map(([role, name]) => ({
    code: 'party-unknown' as const,
    message: `"${name}" was given as the ${role}, and stands nowhere in the contract: check the spelling, or verdicts may be wrong.`,
    unread: false,
  }))
  return [notes.length === 0 ? first : { ...first, notes: [...first.notes, ...notes] }, ...rest]
}

function named({ provider, customer }: ContractOptions): { provider?: string; customer?: string } {
  return { ...(provider === undefined ? {} : { provider }), ...(customer === undefined ? {} : { customer }) }
}

/** What is said of each document in any report: what it is, and how much of it was read. */
export function summariesOf(contract: Contract): DocumentSummary[] {
  return contract.documents.map(({ name, format, sha256, text, blocks, pages }, at) => ({
    name,
    format,
    sha256,
    characters: text.length,
    blocks: blocks.length,
    ...(pages.length === 0 ? {} : { pages: { read: pages.filter(page => page.readable).length, of: pages.length } }),
    notes: placedNotes(contract, at),
    ledger: ledgerOf(contract, at),
  }))
}

// Named one by one, since a pack's concepts may still lie in a file.
function packSummary({ id, version, title, sha256, clauses, requirements, checklist, off }: RulePack): PackSummary {
  return { id, version, title, sha256, clauses, requirements, checklist, off }
}

function receiptOf(contract: Contract, pack: RulePack, findings: readonly Finding[]): Receipt {
  const faults = faultsIn(findings)
  const parameters = pack.requirements.flatMap(({ id, parameters }) => parameters.map(({ name, value }) => [`${id}.${name}`, value]))
  return {
    requirements: { evaluated: findings.length - faults.length, of: pack.requirements.length + pack.off.length },
    provisions: contract.provisions.length,
    skipped: pack.off.map(({ requirement, reason }) => ({ what: requirement, why: reason })),
    faults,
    parameters: Object.fromEntries(parameters),
  }
}
