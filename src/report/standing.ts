// How a finding stands besides its verdict, in the same words in every format: short of a profile that was asked for,
// waived, known from the baseline. What is excused is marked everywhere and dropped nowhere.
import type { Finding } from '../domain/finding.ts'
import { isShort, type Report } from '../domain/report.ts'
import { profileSentence, verdictWords, waiverNote, waiverSentence, whySentence } from './wording.ts'

/** Profiles that the contract falls short of here. */
export function shortOf({ profiles }: Finding): string[] {
  return (profiles ?? []).filter(({ verdict }) => verdict !== 'met').map(({ profile }) => profile)
}

/** "short of nis2", "waived", "known from the baseline": what a table or a title says after the verdict. */
export function marks(finding: Finding): string[] {
  const short = shortOf(finding)
  return [
    ...(finding.verdict === 'unread' && finding.fault !== undefined ? ['not judged'] : []),
    ...(short.length === 0 ? [] : [`short of ${short.join(' and ')}`]),
    ...(finding.waiver === undefined ? [] : ['waived']),
    ...(finding.known ? ['known from the baseline'] : []),
  ]
}

/** "PARTIAL, waived"; "met, short of nis2". */
export function standing(finding: Finding): string {
  return [verdictWords[finding.verdict], ...marks(finding)].join(', ')
}

/** Why it is no more than it is, by the pack and by each profile that it falls short of. */
export function shortfall(finding: Finding): string {
  const profiles = (finding.profiles ?? []).filter(({ verdict }) => verdict !== 'met')
  return [whySentence(finding), ...profiles.map(profileSentence)].join(' ')
}

/** Why a gap does not fail the run; empty where nothing excuses it. */
export function excuse(finding: Finding): string {
  return [
    ...(finding.waiver === undefined ? [] : [waiverSentence(finding.waiver)]),
    ...(finding.known ? ['Known from the baseline, in the same words.'] : []),
  ].join(' ')
}

/** What a reader is to see as a gap: not met, or short of a profile. */
export function gapsIn({ findings }: Report): Finding[] {
  return findings.filter(isShort)
}

/** What bore on the result besides the words of the contract, a sentence each: configuration, baseline, waivers, day. */
export function policySentences({ receipt, findings }: Report): string[] {
  const { configuration, baseline, waivers, asOf, stamp, profiles = [] } = receipt
  const held = new Set(findings.flatMap(finding => (finding.profiles ?? []).map(({ profile }) => profile)))
  const idle = profiles.filter(profile => !held.has(profile))
  const notes = (waivers ?? []).flatMap(use => waiverNote(use) ?? [])
  return [
    ...(configuration === undefined ? [] : [configurationSentence(configuration)]),
    ...(baseline === undefined ? [] : [baselineSentence(baseline)]),
    ...(asOf === undefined ? [] : [`Waivers are held against ${asOf}, as it was asked, and against the day of the check.`]),
    ...(stamp === undefined ? [] : [`Checked at ${stamp}.`]),
    ...idle.map(profile => `The profile ${profile} asks for nothing that this pack has: nothing was held against it.`),
    ...notes,
  ]
}

/** With all that it sets, since it may ask for less than the pack. */
function configurationSentence({ file, sha256, sets = [] }: NonNullable<Report['receipt']['configuration']>): string {
  const what = sets.length === 0 ? '.' : `, which sets ${sets.join('; ')}.`
  return `Configured by ${file} (${sha256.slice(0, 12)})${what}`
}

function baselineSentence(names: readonly string[]): string {
  return names.length === 0 ? 'The baseline holds no report on this contract.' : `Held against the baseline of ${names.join(', ')}.`
}
