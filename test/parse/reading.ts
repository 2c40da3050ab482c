// Builds contracts from text for the tests of parse/, and prints what was understood in short forms that a
// table of cases can hold.
import type { Contract, Provision } from '../../src/domain/contract.ts'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import type { Span } from '../../src/domain/span.ts'
import { type ParseOptions, parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'

export function manuscript(text: string, format: 'text' | 'markdown' = 'text'): Manuscript {
  return readText(new TextEncoder().encode(text), 'contract', { sha256: '', format })
}

export function contract(text: string, options: ParseOptions = {}): Contract {
  return parse([manuscript(text)], options)
}

export function words(read: Contract, span: Span, document = 0): string {
  return (read.documents[document]?.text ?? '').slice(span.start, span.end)
}

/** "lead-in » lead-in » words ~ closing". */
export function said(read: Contract, provision: Provision): string {
  const parts = [...provision.leadIns, provision.span].map(span => words(read, span, provision.document)).join(' » ')
  return provision.closing === undefined ? parts : `${parts} ~ ${words(read, provision.closing, provision.document)}`
}

export function allSaid(text: string): string[] {
  const read = contract(text)
  return read.provisions.map(provision => said(read, provision))
}

/** "number heading", indented by depth. */
export function outline(text: string): string[] {
  const read = contract(text)
  return read.sections.map(
    ({ depth, number, heading }) =>
      `${'  '.repeat(depth)}${[number, heading === undefined ? '' : words(read, heading)].filter(part => part !== '').join(' ')}`,
  )
}
