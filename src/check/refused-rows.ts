// A row whose answer is "not complied with" refuses what it asks for, and nothing that it only mentions.
import type { Candidate } from './locate.ts'
import type { CompiledRequirement } from './vocabulary.ts'

/** Whether what a candidate speaks of is only mentioned in a row that is refused. */
export function isOnlyMentioned(candidate: Candidate, compiled: CompiledRequirement): boolean {
  return isReportedOn(candidate) || isBeside(candidate, compiled)
}

// "Results of robustness trials are given each quarter | not complied with": refused are the results, not the trials.
function isReportedOn({ read: { tokens }, act: { from } }: Candidate): boolean {
  return (
    tokens[from - 1]?.text === 'of' &&
    /^(?:results?|outcomes?|findings|reports?|records?|cop(?:y|ies)|summar(?:y|ies))$/.test(tokens[from - 2]?.text ?? '')
  )
}

// "The logs are sent on to the customer's SIEM | N": refused is what the row asks for, not the logs that it takes for granted.
function isBeside({ element, read: { provision } }: Candidate, { requirement }: CompiledRequirement): boolean {
  return provision.status?.force === 'refused' && element === undefined && requirement.elements.length > 1
}
