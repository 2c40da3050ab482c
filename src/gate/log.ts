// The audit log: JSON lines, each with the hash of the one before, so that none can be changed, taken out or put in
// without its being seen. Cutting off the end is seen only by who keeps the last hash, which the program prints.
import { createHash } from 'node:crypto'
import type { Report } from '../domain/report.ts'

/** What one check leaves in the log. */
export interface LogEntry {
  readonly number: number
  readonly time: string
  readonly version: string
  readonly exit: number
  readonly reports: readonly LoggedReport[]
  readonly failures: readonly string[]
  /** Hash of the line before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

interface LoggedReport {
  readonly documents: readonly { readonly name: string; readonly sha256: string }[]
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string }
  readonly result: string
  /** Least severity that could fail it: a result that no gap could spoil is not to be read as one that none did. */
  readonly failOn: string
  /** Whether doubtful promises failed it too. */
  readonly strict: boolean
  readonly counts: Readonly<Record<string, number>>
  readonly waived: readonly string[]
  readonly known: readonly string[]
  readonly off: readonly string[]
  /** Requirements that were not judged. */
  readonly faults: readonly string[]
  readonly profiles: readonly string[]
  /** SHA-256 of the configuration, where one applied. */
  readonly configuration?: string
}

const beginning = '0'.repeat(64)

/** The line to append to a log whose text ends in `last` (its last line, or nothing). */
export function logLine(
  last: string | undefined,
  made: {
    readonly time: string
    readonly version: string
    readonly exit: number
    readonly reports: readonly Report[]
    readonly failures: readonly string[]
  },
): string {
  const before = last === undefined ? undefined : entryOf(last.replace(/\n$/, ''))
  const entry = {
    number: (before?.number ?? 0) + 1,
    time: made.time,
    version: made.version,
    exit: made.exit,
    reports: made.reports.map(logged),
    failures: made.failures,
    previous: before?.hash ?? beginning,
  }
  return `${JSON.stringify({ ...entry, hash: hashOf(entry) })}\n`
}

function logged({ documents, pack, receipt, summary }: Report): LoggedReport {
  return {
    documents: documents.map(({ name, sha256 }) => ({ name, sha256 })),
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    result: summary.result,
    failOn: summary.failOn,
    strict: summary.strict !== undefined,
    counts: summary.counts,
    waived: summary.excused?.waived ?? [],
    known: summary.excused?.known ?? [],
    off: pack.off.map(({ requirement }) => requirement),
    faults: receipt.faults.map(({ requirement }) => requirement),
    profiles: receipt.profiles ?? [],
    ...(receipt.configuration === undefined ? {} : { configuration: receipt.configuration.sha256 }),
  }
}

function hashOf(entry: Omit<LogEntry, 'hash'>): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex')
}

function entryOf(line: string): LogEntry | undefined {
  try {
    const { hash, ...entry } = JSON.parse(line) as LogEntry
    // To the letter: keys that are there twice, or blanks, may tell a person something else than they tell the program.
    const whole = typeof hash === 'string' && hashOf(entry) === hash && JSON.stringify({ ...entry, hash }) === line
    return whole ? { ...entry, hash } : undefined
  } catch {
    return undefined
  }
}

/** What a log is worth: how many entries hold, the last hash, and the first fault with its line, from 1. */
export interface LogProof {
  readonly entries: number
  readonly hash: string
  readonly fault?: { readonly line: number; readonly what: string }
}

/** Goes through a log from its beginning; stops at the first line that does not hold. */
export function proveLog(text: string): LogProof {
  let hash = beginning
  let entries = 0
  const lines = text.split('\n')
  if (text === '') return { entries, hash, fault: { line: 1, what: 'the log is empty' } }
  if (lines.pop() !== '') return { entries, hash, fault: { line: lines.length + 1, what: 'the last line is not whole' } }
  for (const [at, line] of lines.entries()) {
    const entry = entryOf(line)
    const fault = (what: string): LogProof => ({ entries, hash, fault: { line: at + 1, what } })
    if (entry === undefined) return fault('the line has been changed: its hash does not fit its words')
    if (entry.previous !== hash) return fault('a line before it has been changed, taken out or put in')
    if (entry.number !== at + 1) return fault(`it is numbered ${entry.number}`)
    hash = entry.hash
    entries = at + 1
  }
  return { entries, hash }
}

/** Whether the last line of a log can be appended to. */
export function canFollow(last: string): boolean {
  return entryOf(last) !== undefined
}
