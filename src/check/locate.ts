// Finds the passages that speak of a requirement: where one of its frames has its act, and the rest of the frame nearby.
import type { Frame } from '../domain/requirement.ts'
import type { Match } from '../language/lexicon.ts'
import { type Standing, standingOf } from '../language/standing.ts'
import { once } from './once.ts'
import { type Places, worthTrying } from './places.ts'
import type { ReadProvision } from './provisions.ts'
import { contextOf } from './surroundings.ts'
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

/**
 * Every candidate of one requirement, in reading order.
 * @param places where frames are worth trying; without them they are tried everywhere
 */
export function locate(compiled: CompiledRequirement, provisions: readonly ReadProvision[], places?: Places): Candidate[] {
  const found: { readonly index: number; readonly candidate: Candidate }[] = []
  for (const { element, frames } of compiled.elements)
    for (const frame of frames)
      for (const index of places === undefined ? provisions.keys() : worthTrying(frame, places)) {
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
    standing: standingIn(read, act),
  }))
}

/** More tokens than a sentence can have. */
const longest = 2 ** 24

const standingsOf = once((_: ReadProvision) => new Map<number, Standing>())

/** The same words are the act of many frames. */
function standingIn(read: ReadProvision, act: Match): Standing {
  const standings = standingsOf(read)
  const key = (act.from * longest + act.to) * 2 + (act.negative === true ? 1 : 0)
  const standing = standings.get(key) ?? standingOf(read.reading, act)
  standings.set(key, standing)
  return standing
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
