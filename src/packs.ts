// Finds the rule pack to use, by name or folder. One that ships lies compiled beside the built program,
// so that no YAML is parsed at start; any other, or one with parameters set, goes through rulepack/.
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { featuresOf as featuresOfTokens } from './check/words.ts'
import { readCompiled, writeCompiled } from './compiled.ts'
import type { Catalogue } from './domain/control.ts'
import { UserError } from './domain/errors.ts'
import { nearest } from './domain/nearest.ts'
import type { RulePack } from './domain/requirement.ts'
import { isFresh } from './fresh.ts'
import { tokenise } from './language/tokens.ts'
import type { Fault } from './yaml/document.ts'

/** The pack that is used where none is named. */
export const defaultPack = 'ai-model-protection'

/**
 * Loads a pack by name ("ai-model-protection") or by folder ("./my-pack", relative to `folder`), with parameters set.
 * Throws UserError (`usage`) where there is no such pack, and with every fault of the pack or of the settings.
 */
export async function openPack(nameOrPath: string, set: Readonly<Record<string, string>> = {}, folder = '.'): Promise<RulePack> {
  const compiled = Object.keys(set).length === 0 ? compiledPack(nameOrPath) : undefined
  if (compiled !== undefined) return compiled
  const [{ loadSources }, { readSources }, { citesControls }] = await Promise.all([
    import('./rulepack/rulepack.ts'),
    import('./rulepack/sources.ts'),
    import('./rulepack/controls.ts'),
  ])
  const sources = readSources(packFolder(nameOrPath, folder))
  return loadSources(sources, { set, catalogues: citesControls(sources) ? await shippedCatalogues() : [] })
}

/** Those of published controls that ship; opened only for a pack that cites some. */
async function shippedCatalogues(): Promise<readonly Catalogue[]> {
  const { openControls } = await import('./controls.ts')
  return (await openControls()).catalogues
}

/** Every fault of the pack of a name or folder. Throws UserError (`usage`) where there is none. */
export async function packFaults(nameOrPath: string, folder = '.'): Promise<Fault[]> {
  const { lintRulePack } = await import('./rulepack/lint.ts')
  return lintRulePack(packFolder(nameOrPath, folder), await shippedCatalogues())
}

/**
 * Compiles a pack that ships, from its sources, into files of `folder`.
 * @public the build calls it from the built program
 */
export async function compilePack(name: string, folder: string): Promise<void> {
  writeCompiled(resolve(folder, name), await openPack(packFolder(name)))
}

/** The folder of a pack's sources. Throws UserError (`usage`) where a name is not one of the packs that ship. */
export function packFolder(nameOrPath: string, folder = '.'): string {
  const path = resolve(folder, nameOrPath)
  if (!isName(nameOrPath)) return path
  const shipped = shippedPacks()
  if (shipped.includes(nameOrPath)) return resolve(rulesFolder(), nameOrPath)
  if (existsSync(path)) return path
  const guess = nearest(nameOrPath, shipped)
  const remedy = `${guess === undefined ? '' : `Did you mean ${guess}? `}Packs that ship: ${shipped.join(', ')}; or give the folder of your own.`
  throw new UserError('usage', nameOrPath, 'there is no such rule pack', remedy)
}

function isName(nameOrPath: string): boolean {
  return /^[a-z0-9-]+$/.test(nameOrPath)
}

/** Names of the packs that ship: the folders of `rules/` that hold one. */
export function shippedPacks(): string[] {
  const entries = readdirSync(rulesFolder(), { withFileTypes: true })
  const isPack = (name: string) => existsSync(resolve(rulesFolder(), name, 'pack.yaml'))
  return entries.flatMap(entry => (entry.isDirectory() && isPack(entry.name) ? [entry.name] : [])).sort()
}

/** `rules/` of this package: it lies beside dist/ as it does beside src/. */
function rulesFolder(): string {
  return fileURLToPath(new URL('../rules/', import.meta.url))
}

function compiledPack(name: string): RulePack | undefined {
  if (!isName(name)) return undefined
  const base = fileURLToPath(new URL(`./packs/${name}`, import.meta.url))
  return isFresh(`${base}.json`, sourcesOfPacks) ? readCompiled(base) : undefined
}

/** The sources of all packs that ship: one may use another's. */
function sourcesOfPacks(): string[] {
  const folders = shippedPacks().map(name => resolve(rulesFolder(), name))
  return folders.flatMap(folder => readdirSync(folder).flatMap(file => (/\.(?:yaml|json)$/.test(file) ? [resolve(folder, file)] : [])))
}

/**
 * The words of a text by which its relevance is measured.
 * @public .dev/learn.mjs calls it from the built program
 */
export function featuresOf(text: string): ReadonlySet<string> {
  return featuresOfTokens(tokenise(text))
}
