// Errors as a person sees them on standard error: which file, what is wrong, what to do.
import type { UserError } from '../domain/errors.ts'
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

/** As a sentence: a capital at its start, unless that is a command to type or the name of a parameter, and a full stop at its end. */
function whole(text: string): string {
  if (text.startsWith('clausegate ')) return text
  const begun = /^[\w-]+\.[\w.-]+:/.test(text) ? text : sentence(text)
  return /[.!?:)"'>]$/.test(text) ? begun : `${begun}.`
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
