// Where reports go: `--format NAME` to standard output, `--format NAME=FILE` to a file, several in one run. All is
// rendered before anything is written, and written beside before it is renamed: no file is left half written.
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import { type FormatName, formatNames } from '../domain/format-names.ts'
import { nearest } from '../domain/nearest.ts'
import type { Io } from './io.ts'

/** One report that was asked for; without a file it goes to standard output. */
export interface Output {
  readonly format: FormatName
  readonly file?: string
}

/** What `--format` and `--output` ask for together. Throws UserError (`usage`) where they contradict each other. */
export function outputsOf(formats: readonly string[], output: string | undefined): Output[] {
  const asked = formats.map(outputOf)
  const open = asked.filter(({ file }) => file === undefined)
  if (output !== undefined && asked.length > 0 && open.length === 0)
    throw wrong('--output', 'every format has a file of its own already', 'Leave --output out, or one format without a file.')
  const outputs = open.length === 0 && asked.length > 0 ? asked : named(asked.length === 0 ? [{ format: 'text' }] : asked, output)
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw wrong('--format', 'only one report can go to standard output', 'Give the others a file: --format sarif=out.sarif')
  if (outputs.some(({ format, file }) => format === 'xlsx' && file === undefined))
    throw wrong('--format', 'a workbook is no text for standard output', 'Give it a file: --format xlsx=report.xlsx')
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]))
  const twice = files.find((file, at) => files.indexOf(file) < at)
  if (twice !== undefined) throw wrong('--format', `two reports would go to ${twice}`, 'Give each a file of its own.')
  return outputs
}

function named(asked: readonly Output[], output: string | undefined): Output[] {
  return asked.map(one => (one.file === undefined && output !== undefined ? { ...one, file: output } : one))
}

function outputOf(text: string): Output {
  const cut = text.indexOf('=')
  const name = cut < 0 ? text : text.slice(0, cut)
  const format = formatNames.find(known => known === name)
  if (format === undefined) {
    const guess = nearest(name, formatNames)
    const remedy = `${guess === undefined ? '' : `Did you mean ${guess}? `}Formats: ${formatNames.join(', ')}.`
    throw wrong('--format', `there is no format "${name}"`, remedy)
  }
  const file = cut < 0 ? undefined : text.slice(cut + 1)
  if (file === '') throw wrong('--format', `no file is named in "${text}"`, `For example: --format ${name}=report.${name}`)
  return file === undefined ? { format } : { format, file }
}

function wrong(where: string, what: string, remedy: string): UserError {
  return new UserError('usage', where, what, remedy)
}

/**
 * A report never replaces a contract, nor what the run rests on: that is a slip of the shell, and it would be lost.
 * `rests` are configuration, waivers, baseline and log. Throws UserError (`usage`).
 */
export function refuseOverwriting(
  inputs: readonly string[],
  outputs: readonly Output[],
  cwd: string,
  rests: readonly (string | undefined)[] = [],
): void {
  const real = (name: string) => realOr(resolve(cwd, name))
  const contracts = inputs.filter(file => file !== '-').map(real)
  const others = rests.filter(file => file !== undefined).map(real)
  const seen: string[] = []
  for (const { file } of outputs) {
    if (file === undefined) continue
    const path = real(file)
    if (contracts.includes(path)) throw wrong(file, 'the report would overwrite a contract', 'Name another file for it.')
    if (others.includes(path)) throw wrong(file, 'the report would overwrite what the run itself rests on', 'Name another file for it.')
    if (seen.includes(path) && !isDevice(path)) throw wrong('--format', `two reports would go to ${file}`, 'Give each a file of its own.')
    seen.push(path)
  }
}

/** Something to write: to a file, or, without one, to standard output. */
export interface Delivery {
  readonly file?: string
  readonly content: string | Uint8Array
}

/** Writes all, or none of the files. Throws UserError (`usage`) with the file that cannot be written. */
export function deliver(all: readonly Delivery[], io: Io): void {
  const made: { readonly from: string; readonly to: string }[] = []
  try {
    for (const [at, { file, content }] of all.entries()) {
      if (file === undefined) continue
      const to = targetOf(resolve(io.cwd, file))
      const from = isSpecial(to) ? to : `${to}.${at}.part`
      // What lies there already may be a link that leads elsewhere.
      if (from !== to) written(file, () => rmSync(from, { force: true }))
      // Before it is written: what there was no more room for is removed too.
      if (from !== to) made.push({ from, to })
      written(file, () => writeFileSync(from, content, { flag: from === to ? 'w' : 'wx' }))
    }
    for (const { from, to } of made) written(to, () => renameSync(from, to))
  } catch (fault) {
    for (const { from } of made) rmSync(from, { force: true })
    throw fault
  }
  for (const { file, content } of all) if (file === undefined && typeof content === 'string') io.stdout.write(content)
}

function written(file: string, write: () => void): void {
  try {
    write()
  } catch (fault) {
    throw unwritable(file, fault)
  }
}

/** Where a link leads, so that the link stays; a device is written by the name it has. */
function targetOf(path: string): string {
  return isDevice(path) ? path : realOr(path)
}

/** Where a path leads in truth; of one that leads nowhere yet the path itself. */
function realOr(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    return path
  }
}

/** "/dev/stdout" may lead to a plain file, and is still never to be replaced. */
export function isDevice(path: string): boolean {
  return /^\/(?:dev|proc)\//.test(path)
}

/** A device or a pipe cannot be replaced by renaming. */
function isSpecial(path: string): boolean {
  if (isDevice(path)) return true
  try {
    return !statSync(path).isFile()
  } catch {
    return false
  }
}

const remedies: Readonly<Record<string, string>> & { readonly EACCES: string } = {
  ENOENT: 'Make the folder first, or name a file in one that is there.',
  ENOSPC: 'Make room, or name a file elsewhere.',
  EFBIG: 'Make room, or name a file elsewhere.',
  EACCES: 'Name a file in a folder that exists and may be written to.',
}

function unwritable(file: string, fault: unknown): UserError {
  const reason = (fault as NodeJS.ErrnoException).code ?? String(fault)
  return wrong(file, `the report cannot be written there (${reason})`, remedies[reason] ?? remedies.EACCES)
}
