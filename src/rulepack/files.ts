// The YAML files of a pack as read: their data, and where in the file each value stands. What the values mean is for others.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { UserError } from '../domain/errors.ts'

export type Data = Record<string, unknown>

/** Something wrong with a pack: where, what, and what would be right. */
export interface Fault {
  /** `file:line:column`. */
  readonly where: string
  readonly what: string
  readonly remedy: string
}

/** A path of keys and indices to a value of a file. */
export type Path = readonly (string | number)[]

export interface PackFile {
  readonly path: string
  readonly data: Data
  readonly faults: readonly Fault[]
  /** `file:line:column` of the value at a path, or of the nearest one above it that is there. */
  readonly at: (path: Path) => string
  /** The same of a key of the value at a path. */
  readonly atKey: (path: Path, key: string) => string
}

// The largest file that ships has a tenth of it; the time that hostile YAML can take grows with the size.
const sizeMost = 500_000
const filesMost = 200

/**
 * Reads the files of the pack in a folder, `pack.yaml` first, the others by name.
 * @throws {UserError} (usage) if there is no pack in the folder, or far too many files.
 */
export function readPackFiles(folder: string): PackFile[] {
  if (!isPack(folder))
    throw new UserError(
      'usage',
      folder,
      'there is no rule pack here',
      'Name a folder that holds a pack.yaml, or one of the packs that ship.',
    )
  const others = readdirSync(folder)
    .filter(f => /\.ya?ml$/i.test(f) && f !== 'pack.yaml')
    .sort()
  if (others.length > filesMost)
    throw new UserError(
      'usage',
      folder,
      `the folder has more than ${filesMost} YAML files`,
      'Put one pack in one folder, one file for each clause.',
    )
  return ['pack.yaml', ...others].map(f => readPackFile(join(folder, f)))
}

/** Whether a folder holds a pack. */
export function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'))
}

/** Hash of the sources of a pack and of the packs that it builds on, lower-case hex. */
export function hashOf(files: readonly PackFile[], others: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${basename(file.path)}\n${JSON.stringify(file.data)}\n`)
  for (const other of others) hash.update(`${other}\n`)
  return hash.digest('hex')
}

function readPackFile(path: string): PackFile {
  const { size, isFile } = about(path)
  if (!isFile) return unreadable(path, 'is not a file', 'Move the folder out of the pack; a pack has no folders within.')
  if (!path.endsWith('.yaml')) return unreadable(path, 'would be passed over', `Name it ${basename(path).replace(/\.ya?ml$/i, '.yaml')}.`)
  if (size > sizeMost) return unreadable(path, `is larger than ${sizeMost / 1000} kB`, 'Split it: one file for each clause.')
  return parseFile(path, readFileSync(path, 'utf8'))
}

function about(path: string): { size: number; isFile: boolean } {
  const stats = statSync(path, { throwIfNoEntry: false })
  return { size: stats?.size ?? 0, isFile: stats?.isFile() ?? false }
}

function unreadable(path: string, what: string, remedy: string, place = `${path}:1:1`): PackFile {
  return { path, data: {}, at: () => place, atKey: () => place, faults: [{ where: place, what: `the file ${what}`, remedy }] }
}

function parseFile(path: string, text: string): PackFile {
  const lines = new LineCounter()
  const place = (offset: number): string => `${path}:${lines.linePos(offset).line}:${lines.linePos(offset).col}`
  try {
    // The parser's own search for keys that are there twice takes the square of their number.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
    const errors = document.errors.map(e => ({ at: e.pos[0], what: e.message.split('\n')[0] ?? 'not valid YAML', remedy: yamlRemedy }))
    const faults = [...errors, ...keysTwice(document)].map(({ at, ...rest }) => ({ where: place(at), ...rest }))
    if (faults.length > 0) return { ...unreadable(path, '', ''), faults }
    const data: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
    if (!isRecord(data)) return unreadable(path, 'does not hold keys', 'For example: clause: incidents')
    return {
      path,
      faults,
      data,
      at: keys => place(offsetOf(document, keys)),
      atKey: (keys, key) => place(offsetOfKey(document, keys, key)),
    }
  } catch (error) {
    // The parser's own limits: aliases that multiply, nesting deeper than its stack.
    const deep = error instanceof RangeError
    return unreadable(
      path,
      deep ? 'is nested too deeply' : `cannot be taken for plain data: ${error instanceof Error ? error.message : error}`,
      'Write the values out, without aliases (&name, *name).',
    )
  }
}

function keysTwice(document: Document): { at: number; what: string; remedy: string }[] {
  const found: { at: number; what: string; remedy: string }[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key)
        if (seen.size === seen.add(name).size)
          found.push({
            at: (key as { range?: [number] }).range?.[0] ?? 0,
            what: `key "${name}" is there twice`,
            remedy: 'Put all that belongs to it in one place.',
          })
      }
    },
  })
  return found
}

const yamlRemedy = 'Phrases with ": " or a leading special sign want quotes, as in - "notice: given".'

function offsetOf(document: Document, keys: Path): number {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

function offsetOfKey(document: Document, keys: Path, key: string): number {
  const map = keys.length === 0 ? document.contents : document.getIn(keys, true)
  const name = isMap(map) ? map.items.map(pair => pair.key).find(k => isScalar(k) && String(k.value) === key) : undefined
  return isScalar(name) && name.range ? name.range[0] : offsetOf(document, keys)
}

/** Whether a value is an object with keys. */
export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The entries of a value that ought to be a list of objects; none where it is something else. */
export function recordsOf(value: unknown): Data[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
