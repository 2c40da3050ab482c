// What one contract looks like to all requirements: its provisions read, its carve-outs, its missing documents, who hosts.
import type { Contract, CrossReference } from '../domain/contract.ts'
import { type CarveOuts, findCarveOuts } from './carveouts.ts'
import { isBinding, type Places, placesOf } from './locate.ts'
import { type ReadProvision, readProvisions } from './provisions.ts'
import { readMeanings } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Scene {
  readonly contract: Contract
  readonly provisions: readonly ReadProvision[]
  readonly places: Places
  readonly carveOuts: CarveOuts
  /** References that lead to nothing, by document and offset of the provision that holds them. */
  readonly missing: readonly CrossReference[]
  /** A weights licence: the customer runs the model on its own machines. */
  readonly customerHosts: boolean
}

/** Reads the whole contract once, before any requirement is looked at. */
export function setScene(contract: Contract, vocabulary: Vocabulary): Scene {
  const provisions = readProvisions(contract, vocabulary, readMeanings(contract, vocabulary.lexicon))
  return {
    contract,
    provisions,
    places: placesOf(provisions),
    carveOuts: findCarveOuts(contract),
    missing: contract.references.filter(r => r.target === undefined && r.kind !== 'section'),
    customerHosts: provisions.some(p => isBinding(p) && p.concepts.has('customer-hosts')),
  }
}
