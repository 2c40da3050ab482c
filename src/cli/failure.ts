// Errors as a person sees them on standard error: which file, what is wrong, what to do; and what they make of the exit code.
import { exitCodes, type UserError } from '../domain/errors.ts'
import type { Report } from '../domain/report.ts'
import { contractName } from '../report/cite.ts'
import { visible } from '../report/escape.ts'
import { sentence } from '../report/wording.ts'

/** The fault with its place, and the remedy; several faults stand on a line each. */
export function failureLine({ where, message, remedy }: UserError): string {
  const faults = message.split('\n').map(fault => visible(whole(fault)))
  const head = `clausegate: ${where === '' ? '' : `${visible(where)}: `}${faults.join('\n  ')}\n`
  return remedy === ''
    ? head
    : `${head}${remedy
        .split('\n')
        .map(line => `  ${visible(whole(line))}\n`)
        .join('')}`
}

/** As a sentence: a capital at its start, unless that is a command to type or the name of a parameter, and a full stop at its end, unless that is an example's. */
function whole(text: string): string {
  if (text.startsWith('clausegate ')) return text
  const begun = /^[\w-]+\.[\w.-]+:/.test(text) ? text : sentence(text)
  return /[.!?:)"'>]$|For example: [\w.-]+: /.test(text) ? begun : `${begun}.`
}

/** Something of ours that went wrong. */
export function bugLines(error: unknown, where?: string): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    `clausegate: ${where === undefined ? '' : `${visible(where)}: `}a fault of clausegate itself, not of your file.`,
    '  Please report it with the command, the version (clausegate --version) and these lines:',
    ...trace.split('\n').map(line => `  ${visible(line)}`),
    '',
  ].join('\n')
}

const codes = { pass: exitCodes.pass, fail: exitCodes.gaps, unread: exitCodes.unread } as const

/** The exit code for a report. A rule that crashed is a fault of ours, whatever became of the others. */
export function exitFor({ summary, receipt }: Report): number {
  return receipt.faults.some(({ kind }) => kind === 'crash') ? exitCodes.bug : codes[summary.result]
}

/** Rules of ours that crashed on a contract; `why` crashes on them too, and shows where. Nothing where none did. */
export function crashLines(report: Report): string {
  const crashed = report.receipt.faults.filter(({ kind }) => kind === 'crash')
  if (crashed.length === 0) return ''
  const shown = `clausegate why ${crashed[0]?.requirement} ${visible(report.documents[0]?.name ?? '')}`
  return [
    `clausegate: ${visible(contractName(report))}: a fault of clausegate itself, not of your file, kept it from judging:`,
    ...crashed.map(({ requirement, message }) => `  ${requirement} (${visible(message)})`),
    '  The other requirements were judged. Please report it with the version (clausegate --version) and what this prints:',
    `  ${shown}`,
    '',
  ].join('\n')
}
