// The YAML files of a pack as read: their data, and where in the file each value stands. What the values mean is for others.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, LineCounter, parseDocument } from 'yaml'
import { UserError } from '../domain/errors.ts'

export type Data = Record<string, unknown>

/** Something wrong with a pack: where, what, and what would be right. */
export interface Fault {
  /** `file:line:column`. */
  readonly where: string
  readonly what: string
  readonly remedy: string
}

export interface PackFile {
  readonly path: string
  readonly data: Data
  readonly faults: readonly Fault[]
  /** `file:line:column` of the value at a path of keys, or of the nearest one above it that is there. */
  readonly at: (path: readonly (string | number)[]) => string
}

const sizeMost = 2_000_000

/**
 * Reads the files of the pack in a folder, `pack.yaml` first, the others by name.
 * @throws {UserError} (usage) if there is no pack in the folder.
 */
export function readPackFiles(folder: string): PackFile[] {
  if (!existsSync(join(folder, 'pack.yaml')))
    throw new UserError('usage', folder, 'there is no rule pack here', 'Name a folder that holds a pack.yaml, or one of the packs of `clausegate rules list`.')
  const others = readdirSync(folder).filter(f => f.endsWith('.yaml') && f !== 'pack.yaml').sort()
  return ['pack.yaml', ...others].map(f => readPackFile(join(folder, f)))
}

/** Hash of the sources of a pack, lower-case hex. */
export function hashOf(files: readonly PackFile[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${basename(file.path)}\n${JSON.stringify(file.data)}\n`)
  return hash.digest('hex')
}

function readPackFile(path: string): PackFile {
  if (statSync(path).size > sizeMost) return { path, data: {}, at: () => `${path}:1:1`, faults: [{ where: `${path}:1:1`, what: 'the file is larger than 2 MB', remedy: 'Split it: one file for each clause.' }] }
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines })
  const place = (offset: number): string => `${path}:${lines.linePos(offset).line}:${lines.linePos(offset).col}`
  const faults = document.errors.map(e => ({ where: place(e.pos[0]), what: e.message.split('\n')[0] ?? 'not valid YAML', remedy: 'Phrases with ": " or a leading special sign want quotes.' }))
  const data: unknown = faults.length > 0 ? {} : document.toJS({ maxAliasCount: 100 })
  return { path, faults, data: isRecord(data) ? data : {}, at: keys => place(offsetOf(document, keys)) }
}

function offsetOf(document: Document, keys: readonly (string | number)[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
