// A rule pack as a configuration would have it: other severities, requirements switched off with a reason. Parameters are
// for rulepack/parameters. Nothing is switched off in silence: what is off stands in every report.
import { nearest } from '../domain/nearest.ts'
import type { RulePack, Severity } from '../domain/requirement.ts'

export interface Adjustments {
  readonly severities: Readonly<Record<string, Severity>>
  /** Reason by requirement. */
  readonly off: Readonly<Record<string, string>>
}

/** Names of requirements that no pack has, each with what may have been meant. */
export function unknownRequirements(ids: readonly string[], packs: readonly RulePack[]): string[] {
  const known = packs.flatMap(({ requirements, off }) => [
    ...requirements.map(({ id }) => id),
    ...off.map(({ requirement }) => requirement),
  ])
  return ids
    .filter(id => !known.includes(id))
    .map(id => {
      const guess = nearest(id, known)
      return `there is no requirement ${id}${guess === undefined ? '' : `; did you mean ${guess}?`}`
    })
}

/** The pack, adjusted; names that it does not have are passed over. */
export function adjust(pack: RulePack, { severities, off }: Adjustments): RulePack {
  const gone = pack.requirements.filter(({ id }) => off[id] !== undefined)
  if (gone.length === 0 && !pack.requirements.some(({ id }) => severities[id] !== undefined)) return pack
  return {
    ...pack,
    requirements: pack.requirements
      .filter(({ id }) => off[id] === undefined)
      .map(requirement => ({ ...requirement, severity: severities[requirement.id] ?? requirement.severity })),
    off: [...pack.off, ...gone.map(({ id }) => ({ requirement: id, reason: off[id] ?? '' }))],
  }
}
