// Finds the catalogues of published controls and the maps of the packs that ship. They lie compiled to JSON beside the
// built program, so that no YAML is parsed for a report; loaded only by what shows citations.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { citationsIn, joined, type MapData } from './controls/citations.ts'
import type { Catalogue, Citations } from './domain/control.ts'
import type { Report } from './domain/report.ts'
import type { RulePack } from './domain/requirement.ts'
import { isFresh } from './fresh.ts'

/** Catalogues, and the maps of packs by their ids, as plain data. */
export interface Controls {
  readonly catalogues: readonly Catalogue[]
  readonly maps: Readonly<Record<string, MapData>>
}

/** The controls that ship. Throws UserError (`usage`) with every fault of a catalogue or map. */
export async function openControls(): Promise<Controls> {
  const file = fileURLToPath(new URL('./controls.json', import.meta.url))
  const sources = () => sourcesIn(controlsFolder()).map(name => resolve(controlsFolder(), name))
  return isFresh(file, sources) ? (JSON.parse(await readFile(file, 'utf8')) as Controls) : controlsIn(controlsFolder())
}

/**
 * The controls of a folder, from their sources; `requirements` are those of the packs by their ids, where maps are to be
 * held against them. Throws UserError (`usage`) with every fault of a file.
 * @public the build calls it
 */
export async function controlsIn(folder: string, requirements: Readonly<Record<string, readonly string[]>> = {}): Promise<Controls> {
  const [{ readCatalogue }, { readMap }] = await Promise.all([import('./controls/catalogue.ts'), import('./controls/map.ts')])
  const names = sourcesIn(folder)
  const text = (name: string) => readFile(resolve(folder, name), 'utf8')
  const catalogues = []
  for (const name of names.filter(file => !isMap(file))) catalogues.push(readCatalogue(resolve(folder, name), await text(name)))
  const maps: Record<string, MapData> = {}
  for (const name of names.filter(isMap)) {
    const { pack, data } = readMap(resolve(folder, name), await text(name), catalogues, requirements[name.replace('.map.yaml', '')])
    maps[pack] = data
  }
  return { catalogues, maps }
}

/**
 * The folder of the controls that ship.
 * @public the build asks for it
 */
export function controlsFolder(): string {
  return fileURLToPath(new URL('../rules/controls/', import.meta.url))
}

/** What the requirements of a pack are cited for: those it has from another pack as there, its own by its map or its own words. */
export function citationsFor({ id, requirements }: Pick<RulePack, 'id' | 'requirements'>, controls: Controls): Citations {
  const maps = new Map([...new Set(requirements.map(({ from = id }) => from))].map(pack => [pack, citationsOf(pack, controls)]))
  return new Map(
    requirements.flatMap(requirement => {
      const citations = joined(maps.get(requirement.from ?? id)?.get(requirement.id) ?? [], requirement.controls ?? [])
      return citations.length === 0 ? [] : [[requirement.id, citations] as const]
    }),
  )
}

/** What the requirements of a pack are cited for, by its map; empty for a pack without one. */
export function citationsOf(pack: string, { catalogues, maps }: Controls): Citations {
  return citationsIn(Object.hasOwn(maps, pack) ? (maps[pack] ?? {}) : {}, catalogues)
}

/** The reports with the published controls that their requirements are cited for, as the JSON and SARIF of the command line have them. */
export async function withControls(reports: readonly Report[]): Promise<Report[]> {
  const controls = await openControls()
  return reports.map(report => ({ ...report, pack: { ...report.pack, controls: citationsFor(report.pack, controls) } }))
}

function isMap(name: string): boolean {
  return name.endsWith('.map.yaml')
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
}
