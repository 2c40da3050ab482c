// Sets aside what was found by chance: passages that have the words of a frame but speak of something else, beside the
// passages that speak of the requirement. Without this, the stray sentence without a fault would win over the real, softer one.
import type { Weighed } from './weigh.ts'

/**
 * Leaves out the passages that are about something else. What stands beside a relevant passage shares its relevance, and
 * refusals are kept sooner than promises: words that contradict a duty often stand far from it and are put in other terms.
 */
export function withoutStrays(found: readonly Weighed[]): readonly Weighed[] {
  const top = Math.max(0, ...found.filter(w => w.stance !== 'nothing').map(w => w.relevance))
  return found.filter(w => {
    const { least, share } = w.stance === 'refusal' ? asRefusal : asPromise
    const relevance = Math.max(...found.filter(v => standTogether(v, w)).map(v => v.relevance))
    return relevance >= Math.max(least, top * share)
  })
}

// The least relevance that counts, and the least share of that of the most relevant passage.
const asPromise = { least: 0.05, share: 0.6 }
const asRefusal = { least: 0.1, share: 0.2 }

/** How many provisions apart, in one section or paragraph, sentences still speak of one thing. */
const reach = 3

function standTogether(a: Weighed, b: Weighed): boolean {
  const [p, q] = [a.candidate.read.provision, b.candidate.read.provision]
  if (p.document !== q.document || Math.abs(p.id - q.id) > reach) return false
  return p.section === q.section || p.paragraph === q.paragraph
}
