// Sets aside what was found by chance: passages that have the words of a frame but speak of something else, beside the
// passages that speak of the requirement. Without this, the stray sentence without a fault would win over the real, softer one.
import type { Provision } from '../domain/contract.ts'
import type { Weighed } from './weigh.ts'

/**
 * Leaves out the passages that are about something else. What stands beside a relevant passage shares its relevance, and
 * refusals are kept sooner than promises: words that contradict a duty often stand far from it and are put in other terms.
 */
export function withoutStrays(found: readonly Weighed[]): readonly Weighed[] {
  const top = mostRelevant(found.filter(w => w.stance !== 'nothing'))
  const places = relevanceByPlace(found)
  return found.filter(w => {
    const share = w.stance === 'refusal' ? 0 : asPromise
    return relevanceAround(w.candidate.read.provision, places) >= Math.max(least, top * share)
  })
}

/** Of promises of one element those that are most plainly about it: a less relevant one does not win by having no fault. */
export function closest(promises: readonly Weighed[]): readonly Weighed[] {
  const top = mostRelevant(promises)
  const sections = new Set(promises.filter(w => w.relevance >= top * close).map(w => w.candidate.read.provision.section))
  return promises.filter(w => sections.has(w.candidate.read.provision.section))
}

const close = 0.4

/** The highest relevance of some passages; a large contract has more of them than a call has arguments. */
export function mostRelevant(found: readonly Weighed[]): number {
  return found.reduce((most, { relevance }) => Math.max(most, relevance), 0)
}

/** By id the provisions that passages were found in, each with the relevance of the most relevant one. */
type Places = ReadonlyMap<number, { readonly provision: Provision; readonly relevance: number }>

function relevanceByPlace(found: readonly Weighed[]): Places {
  const places = new Map<number, { provision: Provision; relevance: number }>()
  for (const { candidate, relevance } of found) {
    const { provision } = candidate.read
    places.set(provision.id, { provision, relevance: Math.max(relevance, places.get(provision.id)?.relevance ?? 0) })
  }
  return places
}

function relevanceAround(provision: Provision, places: Places): number {
  let most = 0
  for (let id = provision.id - reach; id <= provision.id + reach; id++) {
    const other = places.get(id)
    if (other !== undefined && standTogether(other.provision, provision)) most = Math.max(most, other.relevance)
  }
  return most
}

/** The least relevance that counts; and the least share of that of the most relevant passage, of what promises. */
const least = 0.01
const asPromise = 0.1

/** How many provisions apart, in one section or paragraph, sentences still speak of one thing. */
const reach = 3

function standTogether(p: Provision, q: Provision): boolean {
  return p.document === q.document && (p.section === q.section || p.paragraph === q.paragraph)
}
