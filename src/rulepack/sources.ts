// The sources of a pack together with those of the packs it builds on: `extends:` takes all of another, `uses:` its concepts.
// Finds where those lie and that no pack builds on itself; what becomes of them is for extend.ts.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UserError } from '../domain/errors.ts'
import { nearest } from '../domain/nearest.ts'
import type { Fault, Path } from '../yaml/document.ts'
import { isPack, type PackFile, readPackFiles } from './files.ts'

export interface PackSources {
  readonly folder: string
  /** `pack.yaml` first. */
  readonly files: readonly PackFile[]
  readonly base?: PackSources
  readonly uses: readonly PackSources[]
  /** Faults of `extends:` and `uses:`. */
  readonly faults: readonly Fault[]
}

/**
 * Reads the pack in a folder and all that it builds on.
 * @throws {UserError} (usage) if there is no pack in the folder.
 */
export function readSources(folder: string, above: readonly string[] = []): PackSources {
  const files = readPackFiles(folder)
  const faults: Fault[] = []
  const follow = (name: string, path: Path): PackSources[] => {
    const other = otherPack(name, folder, [...above, folder])
    if (!('what' in other)) return [other]
    faults.push({ ...other, where: files[0]?.at(path) ?? folder })
    return []
  }
  const head = files[0]?.data ?? {}
  const [base] = typeof head.extends === 'string' ? follow(head.extends, ['extends']) : []
  const uses = namesOf(head.uses).flatMap((name, i) => follow(name, ['uses', i]))
  return { folder, files, uses, faults, ...(base === undefined ? {} : { base }) }
}

function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(name => typeof name === 'string')
}

function otherPack(name: string, folder: string, above: readonly string[]): PackSources | Omit<Fault, 'where'> {
  const path = folderOf(name, folder)
  if (path === undefined) return unknownPack(name)
  if (above.includes(path))
    return {
      what: `the pack builds on itself by way of "${name}"`,
      remedy: `Name another pack, for example: extends: ${shippedNames()[0]}`,
    }
  if (above.length >= depthMost) return { what: `more than ${depthMost} packs build on each other`, remedy: 'Extend the first of them.' }
  try {
    return readSources(path, above)
  } catch (error) {
    if (error instanceof UserError) return { what: error.message, remedy: error.remedy }
    throw error
  }
}

const depthMost = 8

function unknownPack(name: string): Omit<Fault, 'where'> {
  const guess = nearest(name, shippedNames())
  const remedy = `${guess === undefined ? '' : `Did you mean "${guess}"? `}Name a folder that holds a pack.yaml, or a pack that ships: ${shippedNames().join(', ')}.`
  return { what: `there is no pack "${name}"`, remedy }
}

/** A folder seen from the pack's own, a neighbour of it, or a pack that ships. */
function folderOf(name: string, folder: string): string | undefined {
  return [resolve(folder, name), resolve(folder, '..', name), ...rulesFolders().map(rules => resolve(rules, name))].find(isPack)
}

function shippedNames(): string[] {
  return rulesFolders().flatMap(rules => readdirSync(rules).filter(name => isPack(resolve(rules, name))))
}

// rules/ lies beside dist/, and two folders above this file in the sources.
function rulesFolders(): string[] {
  const places = ['../rules/', '../../rules/'].map(up => fileURLToPath(new URL(up, import.meta.url)))
  return places.filter(place => isPack(resolve(place, 'ai-model-protection')))
}
