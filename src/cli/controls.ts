// The commands `report --by` and `rules coverage`: saved findings and packs seen from the side of published controls.
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { catalogueNamed, coverageOf } from '../controls/citations.ts'
import { withCatalogues } from '../controls/cited.ts'
import { gathered, strangeCatalogues, unreportedIn } from '../controls/gathering.ts'
import { citationsFor, citationsOf, openControls } from '../controls.ts'
import { UserError } from '../domain/errors.ts'
import { readSaved } from '../gate/saved.ts'
import { openPack } from '../packs.ts'
import { version } from '../pipeline.ts'
import { gatheringCsv, gatheringMarkdown } from '../report/control-tables.ts'
import { gatheringJson, gatheringText } from '../report/controls.ts'
import { coverageJson, coverageText, frameworkText } from '../report/coverage.ts'
import type { Io } from './io.ts'

type Format = 'text' | 'json'

const printers = {
  text: gatheringText,
  markdown: gatheringMarkdown,
  csv: gatheringCsv,
  json: gatheringJson.bind(undefined, version),
} as const

/** Prints a saved report by the controls of a framework. Throws UserError (`usage`) where there is no such report or framework. */
export async function report(file: string, { by, format }: { by: string; format: keyof typeof printers }, io: Io): Promise<void> {
  const controls = await openControls()
  const text = await readFile(resolve(io.cwd, file), 'utf8').catch(fault => {
    throw new UserError('usage', file, `the report cannot be read (${fault.code ?? fault})`, 'Check the path and the spelling.')
  })
  // Refuses what is no report.
  readSaved(file, text)
  const json: unknown = JSON.parse(text)
  const catalogue = catalogueNamed(by, [...controls.catalogues, ...strangeCatalogues(json, controls.catalogues)])
  const all = gathered(json, catalogue, pack => citationsOf(pack, controls))
  io.stdout.write(printers[format](catalogue, all, unreportedIn(json)))
}

export interface CoverageFlags {
  readonly pack: string
  readonly framework?: string
  readonly format: Format
}

/** Prints which controls the requirements of a pack touch. Throws UserError (`usage`) where there is no such pack, map or framework. */
export async function coverage({ pack: name, framework, format }: CoverageFlags, io: Io): Promise<void> {
  const [pack, controls] = [await openPack(name, {}, io.cwd), await openControls()]
  const citations = citationsFor(pack, controls)
  if (citations.size === 0)
    throw new UserError(
      'usage',
      pack.id,
      'this pack is mapped to no controls',
      `Cite them under its requirements, e.g. controls: { nist-800-53-r5: { supports: [AU-2] } }. Mapped are: ${Object.keys(controls.maps).join(', ')}.`,
    )
  const catalogues = withCatalogues(controls.catalogues, pack.catalogues ?? [])
  const chosen = framework === undefined ? catalogues : [catalogueNamed(framework, catalogues)]
  const all = chosen.map(catalogue => ({ catalogue, coverage: coverageOf(catalogue, citations) }))
  const [only] = all
  if (format === 'json') io.stdout.write(coverageJson(version, pack.id, all))
  else if (framework !== undefined && only !== undefined) io.stdout.write(frameworkText(pack.id, only))
  else io.stdout.write(coverageText(pack.id, pack.requirements.length, all))
}
