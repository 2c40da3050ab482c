// Which words of a contract are in force: what other parts of it delete, replace or leave without effect is put in a zone that
// binds nobody, and words put in the place of others are noted. How the parts say so is for the files that read it.
import type { Contract, Provision, Zone } from '../domain/contract.ts'
import { findDeleted, findInstructions } from './amendments.ts'
import { findIneffective } from './effect.ts'
import { findUnchosen } from './options.ts'
import { findRewordings } from './rewording.ts'
import { findRowForces } from './status.ts'

/** The provisions of a contract with what is no longer in force set aside. */
export function withForce(outline: Pick<Contract, 'documents' | 'sections' | 'provisions'>): Provision[] {
  const instructions = findInstructions(outline)
  const { changed, spent } = findRewordings(outline, instructions)
  const deleted = findDeleted(
    outline,
    instructions.filter(({ provision }) => !spent.has(provision.id)),
  )
  const rows = findRowForces(outline)
  const idle = findIneffective(outline)
  const unchosen = findUnchosen(outline)
  return outline.provisions.map(provision => {
    const amendments = changed.get(provision.id)
    const row = binding.has(provision.zone) ? rows.get(provision.id) : undefined
    const worded = amendments === undefined ? { ...provision, ...row } : { ...provision, ...row, amendments }
    if (deleted.has(provision.id) || spent.has(provision.id) || unchosen.has(provision.id)) return { ...worded, zone: 'omitted' as const }
    return idle.has(provision.id) && binding.has(worded.zone) ? { ...worded, zone: 'drafting-note' as const } : worded
  })
}

const binding: ReadonlySet<Zone> = new Set(['operative', 'annex'])
