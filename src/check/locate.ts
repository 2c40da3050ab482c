// Finds the passages that speak of a requirement: where one of its frames has its act, and the rest of the frame nearby.
import type { Frame } from '../domain/requirement.ts'
import type { Match } from '../language/lexicon.ts'
import { type Standing, standingOf } from '../language/standing.ts'
import type { ReadProvision } from './provisions.ts'
import type { CompiledFrame, CompiledRequirement } from './vocabulary.ts'

/** A passage that speaks of a requirement, not yet weighed. */
export interface Candidate {
  readonly read: ReadProvision
  readonly frame: Frame
  /** Names of the groups that the frame wants near its act. */
  readonly groups: readonly string[]
  /** All that the frame wants stands in the sentence itself, nothing only in its surroundings. */
  readonly whole: boolean
  /** Element it would give; undefined when it is on the subject only. */
  readonly element: string | undefined
  readonly act: Match
  readonly standing: Standing
}

/** Provisions whose text binds. */
export function isBinding(read: ReadProvision): boolean {
  return read.provision.zone === 'operative' || read.provision.zone === 'annex'
}

/** By concept the provisions, by their index, where it occurs. */
export type Places = ReadonlyMap<string, readonly number[]>

/** Where the concepts occur: worked out once, so that each frame is only tried where its act is. */
export function placesOf(provisions: readonly ReadProvision[]): Places {
  const places = new Map<string, number[]>()
  provisions.forEach(({ concepts }, index) => {
    for (const name of concepts.keys()) {
      const list = places.get(name)
      if (list === undefined) places.set(name, [index])
      else list.push(index)
    }
  })
  return places
}

/** Every candidate of one requirement, in reading order. */
export function locate(
  compiled: CompiledRequirement,
  provisions: readonly ReadProvision[],
  places: Places = placesOf(provisions),
): Candidate[] {
  const found: { readonly index: number; readonly candidate: Candidate }[] = []
  for (const { element, frames } of compiled.elements)
    for (const frame of frames)
      for (const index of places.get(frame.act) ?? []) {
        const read = provisions[index] as ReadProvision
        if (!canHold(frame, read, index, provisions)) continue
        for (const candidate of candidatesOf(frame, element, read, index, provisions)) found.push({ index, candidate })
      }
  return found.sort((a, b) => a.index - b.index).map(({ candidate }) => candidate)
}

/** Whether every group of a frame is somewhere within its reach; says no to most before any match is looked at. */
function canHold(compiled: CompiledFrame, read: ReadProvision, index: number, provisions: readonly ReadProvision[]): boolean {
  for (const group of compiled.with)
    if (!read.concepts.has(group) && !read.columns.has(group) && !isAround(group, compiled.frame, read, index, provisions)) return false
  return compiled.without === undefined || !read.concepts.has(compiled.without)
}

function candidatesOf(
  compiled: CompiledFrame,
  element: string | undefined,
  read: ReadProvision,
  index: number,
  provisions: readonly ReadProvision[],
): Candidate[] {
  const acts = read.concepts.get(compiled.act) ?? []
  const found = acts.filter(act => compiled.with.every(group => hasGroup(group, act, compiled.frame, read, index, provisions)))
  const whole = compiled.with.every(group => read.concepts.has(group))
  return found.map(act => ({
    read,
    frame: compiled.frame,
    groups: compiled.with,
    whole,
    element,
    act,
    standing: standingOf(read.reading, act),
  }))
}

function hasGroup(
  group: string,
  act: Match,
  frame: Frame,
  read: ReadProvision,
  index: number,
  provisions: readonly ReadProvision[],
): boolean {
  if (read.concepts.get(group)?.some(m => distance(m, act) <= company) || read.columns.has(group)) return true
  return isAround(group, frame, read, index, provisions)
}

function isAround(group: string, frame: Frame, read: ReadProvision, index: number, provisions: readonly ReadProvision[]): boolean {
  if (frame.reach === 'sentence') return false
  return read.headings.has(group) || contextOf(read, index, provisions).some(n => n.concepts.has(group))
}

/** How far, in tokens of one sentence, words may stand apart and still be about the same thing. */
const company = 40

function distance(a: Match, b: Match): number {
  return Math.max(0, a.from - b.to, b.from - a.to)
}

const nearest = 3
const leaning = new Set([
  'it',
  'they',
  'them',
  'its',
  'their',
  'this',
  'these',
  'those',
  'such',
  'same',
  'said',
  'thereof',
  'thereto',
  'therein',
  'thereafter',
  'foregoing',
  'aforesaid',
  'so',
  'ones',
  'former',
  'latter',
  'hereof',
])

const contexts = new WeakMap<ReadProvision, readonly ReadProvision[]>()

/** What a sentence that leans on others leans on; asked for by many frames, so it is worked out once. */
function contextOf(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): readonly ReadProvision[] {
  const known = contexts.get(read)
  if (known !== undefined) return known
  const made = leansOnOthers(read) ? neighbours(read, index, provisions) : []
  contexts.set(read, made)
  return made
}

/** Whether a sentence has a word that points back ("they", "such logs"), or is a limb or row that lives off what stands around it. */
function leansOnOthers(read: ReadProvision): boolean {
  if (read.provision.cells !== undefined || read.provision.leadIns.length > 0) return true
  return read.tokens.some(t => leaning.has(t.text))
}

/** Provisions of the same paragraph or section, close by: what "it", "they" and "such logs" may lean on. */
function neighbours(read: ReadProvision, index: number, provisions: readonly ReadProvision[]): ReadProvision[] {
  const found: ReadProvision[] = []
  for (let at = Math.max(0, index - nearest); at <= Math.min(provisions.length - 1, index - 1); at++) {
    const other = provisions[at]
    if (other === undefined || at === index || other.provision.document !== read.provision.document) continue
    const together =
      other.provision.paragraph === read.provision.paragraph ||
      (other.provision.section === read.provision.section && index - at <= 2 && at < index)
    if (together && isBinding(other) === isBinding(read)) found.push(other)
  }
  return found
}
