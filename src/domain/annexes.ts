// Annexes, exhibits, schedules: those that the words name and those that are there to read, put side by side.
import type { Contract } from './contract.ts'
import { type Place, slice } from './span.ts'

export interface Annex {
  /** As cited: "Annex B"; the heading of one that is there without a number. */
  readonly name: string
  /** The section that it is, where it is there. */
  readonly section?: number
  /** Where provisions name it. */
  readonly named: readonly Place[]
}

/** All annexes in the order in which they are named or stand. */
export function annexesOf(contract: Contract): Annex[] {
  const found = new Map<string, { name: string; section?: number; named: Place[] }>()
  for (const section of contract.sections) {
    if (section.depth > 0 || (section.zone !== 'annex' && section.zone !== 'form')) continue
    const heading = section.heading === undefined ? '' : wordsAt(contract, { document: section.document, ...section.heading })
    const name = section.number === '' ? heading : section.number
    if (name !== '' && !found.has(keyOf(name))) found.set(keyOf(name), { name, section: section.id, named: [] })
  }
  for (const { kind, place, target } of contract.references) {
    if (kind !== 'annex') continue
    const name = wordsAt(contract, place)
    const key = target === undefined ? keyOf(name) : keyOf(contract.sections[target]?.number || name)
    const annex = found.get(key) ?? { name, ...(target === undefined ? {} : { section: target }), named: [] }
    annex.named.push(place)
    found.set(key, annex)
  }
  return [...found.values()]
}

function wordsAt({ documents }: Contract, place: Place): string {
  return slice(documents[place.document]?.text ?? '', place)
    .replace(/\s+/g, ' ')
    .trim()
}

const keyOf = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ')
