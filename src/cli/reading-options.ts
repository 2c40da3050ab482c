// The options of how a contract is read, alike for all commands that read one: password, OCR, and what it may take. Time and
// memory are held in apart.ts; the limits on a file are the readers' own (read/limits.ts), here with names for users.
import { UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import { type ReadLimits, readLimits } from '../read/limits.ts'
import type { ReadOptions } from '../read/read.ts'
import type { Command } from './command.ts'
import { type LimitFlags, positive } from './limits.ts'

/** Adds the options to a command. */
export function addReading(command: Command): Command {
  return command
    .option('--timeout <seconds>', 'give a contract up after this time (default: 120)', positive('--timeout'))
    .option('--memory <megabytes>', 'give a contract up over this much memory (default: 2048)', positive('--memory'))
    .option('--limit <name=number>', `another limit on a file, repeatable: ${Object.keys(limits).join(', ')}`, collectLimit)
    .option('--password <password>', 'of a protected PDF')
    .option('--no-ocr', 'leave pages that are pictures unread, though OCR may be installed')
}

/** How a contract is to be read, of the flags that say so. */
export function readingOf({ password, ocr, limit = {} }: LimitFlags): ReadOptions {
  return {
    ...(password && { password }),
    ...(ocr === false && { ocr }),
    ...(Object.keys(limit).length > 0 && { limits: limit }),
  }
}

const megabyte = 1024 * 1024

/** The limits on a file as a user calls them, each with what one of it is. */
const limits: Readonly<Record<string, readonly [keyof ReadLimits, number]>> = {
  size: ['bytes', megabyte],
  parts: ['entries', 1],
  part: ['partBytes', megabyte],
  unpacked: ['totalBytes', megabyte],
  ratio: ['ratio', 1],
  depth: ['depth', 1],
  elements: ['nodes', 1],
  characters: ['characters', 1],
  pages: ['pages', 1],
  pieces: ['pieces', 1],
  objects: ['objects', 1],
}

/** Each limit with its default, in the units of the option. */
export function namedLimits(): [name: string, value: number][] {
  return Object.entries(limits).map(([name, [limit, unit]]) => [name, readLimits[limit] / unit])
}

/** Takes up one `name=number`. Throws UserError (`usage`) where there is no such limit, or its figure is none. */
function collectLimit(text: string, before: Partial<ReadLimits> = {}): Partial<ReadLimits> {
  const [name = '', value = ''] = text.split('=')
  const found = Object.hasOwn(limits, name) ? limits[name] : undefined
  if (found === undefined) {
    const guess = nearest(name, Object.keys(limits))
    const remedy = guess === undefined ? `There are: ${Object.keys(limits).join(', ')}.` : `Did you mean ${guess}?`
    throw new UserError('usage', '--limit', `there is no limit "${name}"`, remedy)
  }
  const number = /^\d{1,10}$/.test(value) ? Number(value) : 0
  if (number === 0) throw new UserError('usage', '--limit', `"${value}" is no number above zero`, `For example: --limit ${name}=600`)
  return { ...before, [found[0]]: number * found[1] }
}
