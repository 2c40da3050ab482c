// Holds a contract against profiles: the same words, judged by other figures. Only the requirements whose figures a profile
// names are judged again; what comes out stands beside the verdict of the pack and never replaces it.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { check } from './check/check.ts'
import { withVocabularyOf } from './check/vocabulary.ts'
import type { Contract } from './domain/contract.ts'
import type { Finding, ProfileFinding } from './domain/finding.ts'
import type { RulePack } from './domain/requirement.ts'
import { type Profile, readProfiles } from './gate/profiles.ts'
import { withParameters } from './rulepack/parameters.ts'

/** The profiles that ship. */
export async function shippedProfiles(): Promise<Profile[]> {
  const path = fileURLToPath(new URL('../rules/profiles.yaml', import.meta.url))
  return readProfiles(path, await readFile(path, 'utf8'))
}

/** The findings, with what each profile makes of them. */
export function heldAgainst(
  findings: readonly Finding[],
  profiles: readonly Profile[],
  contract: Contract,
  pack: RulePack,
): readonly Finding[] {
  const judged = new Map<string, ProfileFinding[]>()
  for (const profile of profiles)
    for (const finding of judgedBy(profile, contract, pack)) {
      const { requirement } = finding
      judged.set(requirement, [...(judged.get(requirement) ?? []), profileFinding(profile, finding)])
    }
  return findings.map(finding => {
    const profiles = judged.get(finding.requirement)
    return profiles === undefined ? finding : { ...finding, profiles }
  })
}

function judgedBy({ figures }: Profile, contract: Contract, pack: RulePack): readonly Finding[] {
  const set = Object.fromEntries(figures.map(({ parameter, value }) => [parameter, value]))
  const named = pack.requirements.filter(({ id, parameters }) => parameters.some(({ name }) => set[`${id}.${name}`] !== undefined))
  if (named.length === 0) return []
  const known = new Set(named.flatMap(({ id, parameters }) => parameters.map(({ name }) => `${id}.${name}`)))
  const own = Object.fromEntries(Object.entries(set).filter(([name]) => known.has(name)))
  const asked = withParameters({ ...pack, requirements: named, checklist: [] }, own)
  return check(contract, withVocabularyOf(pack, asked)).findings
}

function profileFinding({ id, figures }: Profile, finding: Finding): ProfileFinding {
  const { requirement, verdict, reasons } = finding
  const own = figures.filter(({ parameter }) => parameter.startsWith(`${requirement}.`))
  const fault = finding.verdict === 'unread' && finding.fault !== undefined ? { fault: finding.fault } : {}
  return { profile: id, verdict, reasons, figures: own, ...fault }
}
