// Packs for the tests: folders of YAML in a place of their own that goes when the tests are over.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const home = mkdtempSync(join(tmpdir(), 'clausegate-packs-'))
process.on('exit', () => rmSync(home, { recursive: true, force: true }))

/** Writes a pack of these files and returns its folder. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(home, 'pack-'))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

/** A sound pack of one requirement in a clause file of its own. */
export const sound = {
  'pack.yaml': `id: sound
version: 1.2.3
title: A sound pack
clauses:
  - { id: incidents, title: Incidents }
`,
  'incidents.yaml': `clause: incidents
concepts:
  event: [incident, breach]
requirements:
  - id: incident.notice
    title: Notice of incidents
    severity: major
    asks: The customer hears of incidents in good time.
    why: So that it can act before the damage grows.
    wording:
      firm: Provider shall notify Customer of any incident within 48 hours.
      milder: Provider shall notify Customer of any incident within 72 hours.
    parameters:
      within: { value: 48 hours, note: longest time until notice }
    says:
      - do: [notify]
        with: [[<event>]]
    figure: { unit: hour, bound: at-most, parameter: within }
    examples:
      met:
        - Provider shall notify Customer of any breach within 24 hours.
`,
}

/** The sound pack with some words of its clause file changed. */
export function changed(from: string, to: string): Record<string, string> {
  const text = sound['incidents.yaml']
  if (!text.includes(from)) throw new Error(`"${from}" is not in the sound pack`)
  return { ...sound, 'incidents.yaml': text.replace(from, () => to) }
}
