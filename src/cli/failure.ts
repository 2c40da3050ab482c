// Errors as a person sees them on standard error: which file, what is wrong, what to do.
import type { UserError } from '../domain/errors.ts'
import { visible } from '../report/escape.ts'

/** Two lines at most: the fault with its place, and the remedy. */
export function failureLine(error: UserError): string {
  const where = error.where === '' ? '' : `${error.where}: `
  return `clausegate: ${visible(where + error.message)}\n${error.remedy === '' ? '' : `  ${visible(error.remedy)}\n`}`
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
