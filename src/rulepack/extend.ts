// A pack that extends another: where the other lies, and what becomes of its requirements.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Requirement, RulePack } from '../domain/requirement.ts'
import type { Data } from './files.ts'

/** The folder of the pack that `extends:` names: a folder seen from the pack's own, a neighbour, or one that ships. */
export function baseFolder(name: string, folder: string): string {
  const near = [resolve(folder, name), resolve(folder, '..', name)].find(path => existsSync(resolve(path, 'pack.yaml')))
  return near ?? shipped(name)
}

// rules/ lies beside dist/, and two folders above this file in the sources.
function shipped(name: string): string {
  const places = ['../rules/', '../../rules/'].map(up => fileURLToPath(new URL(`${up}${name}`, import.meta.url)))
  return places.find(path => existsSync(resolve(path, 'pack.yaml'))) ?? resolve(name)
}

/** The requirements of a base pack with `changes:` made, and those switched off with their reasons. */
export function applyChanges(base: RulePack, changes: Readonly<Record<string, Data>>): Pick<RulePack, 'requirements' | 'off'> {
  const off = Object.entries(changes).flatMap(([requirement, c]) => (c.off === undefined ? [] : [{ requirement, reason: String(c.off) }]))
  const kept = base.requirements.filter(r => !off.some(o => o.requirement === r.id))
  return { requirements: kept.map(r => changed(r, changes[r.id])), off: [...base.off, ...off] }
}

function changed(requirement: Requirement, change: Data | undefined): Requirement {
  if (change === undefined) return requirement
  const set = (change.parameters ?? {}) as Record<string, string | number>
  return {
    ...requirement,
    severity: (change.severity ?? requirement.severity) as Requirement['severity'],
    parameters: requirement.parameters.map(p => ({ ...p, value: String(set[p.name] ?? p.value) })),
  }
}
