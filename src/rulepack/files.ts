// The YAML files of a pack as read: their data, and where in the file each value stands. What the values mean is for others.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { UserError } from '../domain/errors.ts'
import type { Impressions } from '../domain/impressions.ts'
import type { LearntWords, RulePack } from '../domain/requirement.ts'
import { packWeights, type WeightsByWord } from '../domain/word-weights.ts'
import { faultyFile, parseYaml, sizeMost, type YamlFile } from '../yaml/document.ts'

/** One file of a pack. */
export type PackFile = YamlFile

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

/**
 * What a pack has learnt of the words of its requirements, in `relevance.json`, and of the verdicts that they earn, in
 * `impressions.json`; made by programs, so they are not linted.
 */
export function readLearnt(folder: string): Pick<RulePack, 'relevance' | 'impressions'> {
  const relevance = readJson<Omit<LearntWords, 'words'> & { words: WeightsByWord }>(join(folder, 'relevance.json'))
  const impressions = readJson<Omit<Impressions, 'bytes'> & { bytes: string }>(join(folder, 'impressions.json'))
  return {
    ...(relevance && { relevance: { requirements: relevance.requirements, bias: relevance.bias, words: packWeights(relevance.words) } }),
    ...(impressions && { impressions: { ...impressions, bytes: Buffer.from(impressions.bytes, 'base64') } }),
  }
}

/** Hashes of what a pack has learnt, lower-case hex: another verdict may come of other weights. */
export function hashesOfLearnt(folder: string): string[] {
  return ['relevance.json', 'impressions.json']
    .map(name => join(folder, name))
    .filter(path => existsSync(path))
    .map(path => createHash('sha256').update(readFileSync(path)).digest('hex'))
}

function readJson<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined
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
  if (!isFile) return faultyFile(path, 'is not a file', 'Move the folder out of the pack; a pack has no folders within.')
  if (!path.endsWith('.yaml')) return faultyFile(path, 'would be passed over', `Name it ${basename(path).replace(/\.ya?ml$/i, '.yaml')}.`)
  if (size > sizeMost) return faultyFile(path, `is larger than ${sizeMost / 1000} kB`, 'Split it: one file for each clause.')
  return parseYaml(path, readFileSync(path, 'utf8'), 'clause: incidents')
}

function about(path: string): { size: number; isFile: boolean } {
  const stats = statSync(path, { throwIfNoEntry: false })
  return { size: stats?.size ?? 0, isFile: stats?.isFile() ?? false }
}
