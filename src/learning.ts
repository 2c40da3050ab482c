// What there is to learn verdicts from: of a contract its passages, as an impression has their words, and for each requirement what
// the rules make of it. Nothing else needs it; `.dev/learn-verdicts.mjs` calls it from the built program.

import { judgeAll, situationOf } from './check/check.ts'
import { assess } from './check/confidence.ts'
import type { Hashes } from './check/impression.ts'
import { locate } from './check/locate.ts'
import { setScene } from './check/scene.ts'
import type { Grounds } from './check/settle.ts'
import { groundsOf } from './check/settled.ts'
import { isBinding } from './check/surroundings.ts'
import { vocabularyOf } from './check/vocabulary.ts'
import { weigh } from './check/weigh.ts'
import type { Contract } from './domain/contract.ts'
import { provisionSpans } from './domain/contract.ts'
import type { RulePack } from './domain/requirement.ts'
import { slice } from './domain/span.ts'

export { likelihoodsOf, ownWeight, rowsOf, softmax } from './check/impression.ts'
export { decide, factsOf, impressOn, outcomes } from './check/settle.ts'
export { reasonCodes } from './domain/finding.ts'
export { packWeights } from './domain/word-weights.ts'

/** A passage of a contract. */
export interface LearntPassage {
  readonly text: string
  readonly hashes: Hashes
  readonly binding: boolean
}

/**
 * What a contract has to learn from.
 * @param only the ids of the requirements to work out; without it all
 * @public .dev/learn-verdicts.mjs
 */
export function lessonsIn(
  contract: Contract,
  pack: RulePack,
  only?: ReadonlySet<string>,
): { passages: readonly LearntPassage[]; grounds: ReadonlyMap<string, Grounds> } {
  const vocabulary = vocabularyOf(pack)
  const scene = setScene(contract, vocabulary)
  const passages = scene.provisions.map(read => ({
    text: provisionSpans(read.provision)
      .map(span => slice(read.text, span))
      .join(' '),
    hashes: scene.hashesOf(read),
    binding: isBinding(read),
  }))
  const grounds = vocabulary.requirements.flatMap(compiled => {
    if (only !== undefined && !only.has(compiled.requirement.id)) return []
    const candidates = locate(compiled, scene.provisions, scene.places)
    const weighed = candidates.filter(c => isBinding(c.read)).map(c => weigh(c, compiled, scene))
    const judgement = judgeAll(scene, compiled, weighed)
    const assessed = assess(situationOf(scene, compiled, candidates, weighed, judgement))
    return [[compiled.requirement.id, groundsOf(scene, compiled, judgement, assessed)] as const]
  })
  return { passages, grounds: new Map(grounds) }
}
