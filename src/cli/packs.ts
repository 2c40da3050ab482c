// Finds the rule pack to use: one that ships is there compiled to JSON beside the built program, so that no
// YAML is parsed; any other, or one with parameters set, goes through the loader.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import type { Concept, RulePack } from '../domain/requirement.ts'

/** Loads a pack by name or path with parameters set. Throws UserError (`usage`) with every fault of the pack or the settings. */
export async function openPack(nameOrPath: string, settings: Readonly<Record<string, string>>, cwd: string): Promise<RulePack> {
  const isName = /^[a-z0-9-]+$/.test(nameOrPath)
  const compiled = isName && Object.keys(settings).length === 0 ? await compiledPack(nameOrPath) : undefined
  if (compiled !== undefined) return compiled
  const { loadRulePack } = await import('../rulepack/rulepack.ts')
  return loadRulePack(isName ? nameOrPath : resolve(cwd, nameOrPath), { set: settings })
}

async function compiledPack(name: string): Promise<RulePack | undefined> {
  try {
    const json = JSON.parse(await readFile(new URL(`./packs/${name}.json`, import.meta.url), 'utf8')) as RulePack & { concepts: Concept[] }
    return { ...json, concepts: new Map(json.concepts.map(concept => [concept.name, concept])) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** `name=value` pairs as given by --set. Throws UserError that names every one that is not of that form. */
export function settingsOf(pairs: readonly string[]): Record<string, string> {
  const wrong = pairs.filter(pair => !/^[^=\s]+=.*\S/.test(pair))
  if (wrong.length > 0) {
    throw new UserError('usage', '--set', `not of the form NAME=VALUE: ${wrong.join(', ')}`, 'For example: --set incident.notice.within="24 hours"')
  }
  return Object.fromEntries(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).trim()]))
}
