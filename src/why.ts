// Why a requirement was judged as it was, and the smallest change of words that would make it `met`. Changes are proposed by
// grammar (check/mend), else by the wording of the rule, and each is tried: the changed contract is read and judged again.

import { check } from './check/check.ts'
import { explain, type Workings, workOut } from './check/explain.ts'
import { mendsOf, strikings } from './check/mend.ts'
import type { Contract, Provision, Role } from './domain/contract.ts'
import { withWords } from './domain/edited.ts'
import type { Change, Edit, Explanation } from './domain/explanation.ts'
import { literal } from './domain/literal.ts'
import type { RulePack } from './domain/requirement.ts'
import { parse } from './parse/parse.ts'

/** Names that the user gave for the parties, so that a changed contract is read as this one was. */
export interface WhyOptions {
  readonly provider?: string
  readonly customer?: string
}

/**
 * Explains one requirement on one contract.
 * @param id of a requirement of the pack
 * @returns undefined where the pack has none of that id
 */
export function explainFinding(contract: Contract, pack: RulePack, id: string, options: WhyOptions = {}): Explanation | undefined {
  const workings = workOut(contract, pack, id)
  if (workings === undefined) return undefined
  const explained = explain(workings)
  const explanation = explained.finding.verdict === 'met' ? { ...explained, finding: inAllReadings(explained, contract, pack) } : explained
  const { verdict } = explanation.finding
  if (verdict === 'met' || verdict === 'unread') return explanation
  const works = (edits: readonly Edit[]) => isMet(contract, pack, id, edits, options)
  const proposals = proposalsFor(workings, contract)
  const edits = proposals.find(works)
  const change: Change = edits === undefined ? { edits: proposals.at(-1) ?? [], verified: false } : { edits, verified: true }
  return { ...explanation, change }
}

/** The finding as `check` has it: what is met holds also where words that seem misspelt are put right. */
function inAllReadings({ finding }: Explanation, contract: Contract, pack: RulePack): Explanation['finding'] {
  if (contract.misspellings === undefined) return finding
  return check(contract, pack).findings.find(({ requirement }) => requirement === finding.requirement) ?? finding
}

/** No more changes than these are tried: each reads and judges the contract anew. */
const mostTried = 8

/** Changes to be tried, the smallest first; the last, which stands where none is seen to do, is the wording of the rule. */
function proposalsFor(workings: Workings, contract: Contract): Edit[][] {
  const edits = mendsOf(workings)
  const { requirement } = workings.compiled
  const added = [requirement.wording.milder, requirement.wording.firm].map(words => addition(words, workings, contract))
  const [milder, firm] = added as [Edit, Edit]
  const single = edits.length > 1 ? edits.map(edit => [edit]) : []
  const all = [...single.slice(0, 3), edits, [milder], [firm], [...edits, milder], [...edits, firm], [...strikings(workings), milder]]
  return [...all.filter(one => one.length > 0).slice(0, mostTried), [...strikings(workings), firm], [firm]]
}

function isMet(contract: Contract, pack: RulePack, id: string, edits: readonly Edit[], options: WhyOptions): boolean {
  const changed = parse(edited(contract, edits), options)
  return check(changed, pack).findings.find(({ requirement }) => requirement === id)?.verdict === 'met'
}

/** The documents with all edits made, from the last to the first so that no place moves before its turn. */
function edited({ documents }: Contract, edits: readonly Edit[]): Contract['documents'] {
  const backwards = [...edits].sort((a, b) => b.start - a.start)
  return documents.map((manuscript, at) =>
    backwards.filter(edit => edit.document === at).reduce((changed, edit) => withWords(changed, edit, edit.becomes), manuscript),
  )
}

/** The wording of the rule, in this contract's words for its parties, behind the passage that it belongs to. */
function addition(words: string, workings: Workings, contract: Contract): Edit {
  const home = homeFor(workings, contract)
  const document = home?.document ?? 0
  const at = home?.span.end ?? Math.max(0, (contract.documents[document]?.text.length ?? 1) - 1)
  const section = home === undefined || !isAbout(home, workings) ? '' : (contract.sections[home.section]?.number ?? '')
  return { document, start: at, end: at, was: '', becomes: ` ${inItsWords(words, contract)}`, section }
}

/** Whether a provision is near enough to the matter for its clause to be the place for more of it. */
function isAbout(home: Provision, { judgement, scene, compiled }: Workings): boolean {
  const { read, relevance } = scene.closest(compiled.requirement)
  return judgement.deciding.some(w => w.candidate.read.provision === home) || (read?.provision === home && relevance >= 0.5)
}

/** A sentence of running text that binds: what decides, else what is closest, else the last of the contract. */
function homeFor({ judgement, scene, compiled }: Workings, { provisions, documents }: Contract): Provision | undefined {
  const near = [...judgement.deciding.map(w => w.candidate.read), scene.closest(compiled.requirement).read]
  const found = near.find(read => read !== undefined && isRunning(read.provision, documents))
  return found?.provision ?? provisions.findLast(provision => isRunning(provision, documents))
}

function isRunning({ zone, cells, leadIns, closing, span, document }: Provision, documents: Contract['documents']): boolean {
  const ends = /[.!?]["”')]?$/.test(documents[document]?.text.slice(span.start, span.end).trimEnd() ?? '')
  return (zone === 'operative' || zone === 'annex') && cells === undefined && leadIns.length === 0 && closing === undefined && ends
}

const names: Readonly<Record<Role, string>> = { provider: 'Provider', customer: 'Customer' }

/** "Provider shall" as "the Supplier shall", where that is what the contract says. */
function inItsWords(words: string, { parties, documents }: Contract): string {
  const text = documents.map(document => document.text).join('\n')
  return parties.reduce((said, { role, aliases }) => {
    const [alias] = aliases
    if (alias === undefined || /^(?:we|us|our|you)/i.test(alias)) return said
    const article = new RegExp(`\\b[Tt]he ${literal(alias)}\\b`).test(text) ? 'the ' : ''
    const put = said.replace(new RegExp(`\\b(?:[Tt]he )?${names[role]}\\b`, 'g'), `${article}${alias}`)
    return put.replace(/(^|[.!?] )the /g, '$1The ')
  }, words)
}
