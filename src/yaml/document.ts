// YAML that a user wrote, as plain data with the place of every value, and what is wrong with it. What the keys may be is
// for schema.ts, what the values mean for those who asked for the file.
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { isRecord } from '../domain/json.ts'

export type Data = Record<string, unknown>

/** Something wrong with a file: where, what, and what would be right. */
export interface Fault {
  /** `file:line:column`. */
  readonly where: string
  readonly what: string
  readonly remedy: string
}

/** A path of keys and indices to a value of a file. */
export type Path = readonly (string | number)[]

export interface YamlFile {
  readonly path: string
  readonly data: Data
  readonly faults: readonly Fault[]
  /** `file:line:column` of the value at a path, or of the nearest one above it that is there. */
  readonly at: (path: Path) => string
  /** The same of a key of the value at a path. */
  readonly atKey: (path: Path, key: string) => string
}

// The largest file that ships has a tenth of it; the time that hostile YAML can take grows with the size.
export const sizeMost = 500_000

/** A file of which nothing can be said but one fault. */
export function faultyFile(path: string, what: string, remedy: string, place = `${path}:1:1`): YamlFile {
  return { path, data: {}, at: () => place, atKey: () => place, faults: [{ where: place, what: `the file ${what}`, remedy }] }
}

/** Reads the text of a file; `sample` is a key with a value that might stand in it. Never throws: faults are data. */
export function parseYaml(path: string, text: string, sample: string): YamlFile {
  if (text.length > sizeMost) return faultyFile(path, `is larger than ${sizeMost / 1000} kB`, 'Split it.')
  const lines = new LineCounter()
  const place = (offset: number): string => `${path}:${lines.linePos(offset).line}:${lines.linePos(offset).col}`
  try {
    // The parser's own search for keys that are there twice takes the square of their number.
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false })
    const errors = document.errors.map(e => ({ at: e.pos[0], what: e.message.split('\n')[0] ?? 'not valid YAML', remedy: yamlRemedy }))
    const faults = [...errors, ...keysTwice(document)].map(({ at, ...rest }) => ({ where: place(at), ...rest }))
    if (faults.length > 0) return { ...faultyFile(path, '', ''), faults }
    const data: unknown = document.toJS({ maxAliasCount: 100 }) ?? {}
    if (!isRecord(data)) return faultyFile(path, 'does not hold keys', `For example: ${sample}`)
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
    return faultyFile(
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

/** The text with an entry added to a list of a file, the list made where there is none; comments stay as they are. */
export function withEntry(text: string, list: string, entry: Data): string {
  const document = parseDocument(text)
  if (isMap(document.contents) && isSeq(document.get(list, true))) document.addIn([list], entry)
  else document.set(list, [entry])
  return document.toString({ lineWidth: 0 })
}
