// Holds a contract against a rule pack: locate, weigh, judge, one finding for each requirement.
import type { Contract } from '../domain/contract.ts'
import type { ChecklistResult, Finding, Nearest, Passage, Reason, Verdict } from '../domain/finding.ts'
import type { Requirement, RulePack } from '../domain/requirement.ts'
import type { Time } from '../domain/time.ts'
import { attempt, stopped } from './attempt.ts'
import { assess } from './confidence.ts'
import { passageOf } from './evidence.ts'
import { type Judgement, judge } from './judge.ts'
import { type Candidate, locate } from './locate.ts'
import { heldInAllReadings } from './misspelt.ts'
import type { ReadProvision } from './provisions.ts'
import { remarksOn } from './remarks.ts'
import { figuresByOcr } from './scanned.ts'
import { type Scene, setScene } from './scene.ts'
import { againstRules, settled } from './settled.ts'
import { isBinding } from './surroundings.ts'
import type { Situation } from './traits.ts'
import { locateUnframed } from './unframed.ts'
import { type CompiledRequirement, vocabularyOf } from './vocabulary.ts'
import { type Weighed, weigh } from './weigh.ts'

export interface Checked {
  /** One for each requirement of the pack, in its order. */
  readonly findings: readonly Finding[]
  readonly checklist: readonly ChecklistResult[]
}

/**
 * Holds a contract against a pack. Pure: the same contract and pack give the same findings, while time is not over.
 * @param time says when to stop: what is not judged by then is `unread`, as is a requirement whose rule crashes or never ends
 */
export function check(contract: Contract, pack: RulePack, time?: Time): Checked {
  const findings = heldInAllReadings(findingsOn(contract, pack, time), contract, reading => findingsOn(reading, pack, time))
  return { findings, checklist: checklistOf(pack, findings) }
}

function findingsOn(contract: Contract, pack: RulePack, { isOver, held = unheld }: Partial<Time> = {}): Finding[] {
  const vocabulary = vocabularyOf(pack)
  const scene = setScene(contract, vocabulary)
  const unread = unreadIn(contract)
  const findings: Finding[] = []
  const left = () => vocabulary.requirements[findings.length]
  const judgeAll = () => {
    for (let next = left(); next !== undefined; next = left()) findings.push(judged(next))
  }
  const judged = (compiled: CompiledRequirement) => attempt(compiled.requirement.id, () => findingOf(scene, compiled, unread), isOver)
  for (let next = left(); next !== undefined; next = left()) if (!held(judgeAll)) findings.push(stopped((left() ?? next).requirement.id))
  return findings
}

const unheld = (run: () => void): boolean => {
  run()
  return true
}

/** What could not be read of a contract, in sentences. */
export function unreadIn(contract: Contract): string[] {
  return contract.documents.flatMap(d => d.notes.filter(n => n.unread).map(n => n.message))
}

/** The finding on one requirement. */
export function findingOf(scene: Scene, compiled: CompiledRequirement, unread: readonly string[]): Finding {
  const { contract, provisions, places } = scene
  const candidates = locate(compiled, provisions, places)
  const weighed = candidates.filter(c => isBinding(c.read)).map(c => weigh(c, compiled, scene))
  const byRules = judgeAll(scene, compiled, weighed)
  const closest = scene.closest(compiled.requirement)
  const assessed = assess(situationOf(scene, compiled, candidates, weighed, byRules))
  const { judgement, passages, ...sureness } = settled(scene, compiled, byRules, assessed)
  const base = {
    requirement: compiled.requirement.id,
    ...sureness,
    remarks: [...remarksOn(contract, judgement, compiled.requirement.figure?.bound === 'at-most'), ...againstRules(judgement, byRules)],
  }
  const evidence = evidenceOf(contract, judgement, passages, compiled.requirement)
  // Where words were lost, what is promised here may be taken back there.
  const doubtful = judgement.verdict === 'met' && contract.documents.some(document => document.incomplete)
  if (evidence === undefined || doubtful) {
    if (unread.length > 0) return { ...base, verdict: 'unread', evidence: [], reasons: [], unread }
    return {
      ...base,
      verdict: 'missing',
      evidence: [],
      reasons: [],
      searched: scene.binding.length,
      ...nearestOf(contract, candidates, closest),
    }
  }
  const figures = judgement.verdict === 'met' ? figuresByOcr(contract, judgement, compiled.requirement) : []
  if (figures.length > 0) return { ...base, verdict: 'unread', evidence: [], reasons: [], unread: figures, uncertain: true }
  if (judgement.verdict === 'met') return { ...base, verdict: 'met', evidence, reasons: [] }
  return {
    ...base,
    verdict: judgement.verdict === 'conflict' ? 'conflict' : 'partial',
    evidence,
    reasons: withPlaces(judgement.reasons, evidence),
  }
}

/** What confidence in a judgement is worked out from. */
export function situationOf(
  { closest, overruled, relevance }: Scene,
  { requirement }: CompiledRequirement,
  candidates: readonly Candidate[],
  weighed: readonly Weighed[],
  judgement: Judgement,
): Situation {
  const familiar = ({ read }: Candidate): number | undefined => {
    const weights = relevance.telling(read.tokens, requirement)
    return weights && weights.filter(weight => weight > 0).length / Math.max(1, read.tokens.length)
  }
  const outside = candidates.length - weighed.length
  return { judgement, requirement, weighed, outside, closest: closest(requirement), overruled, familiar }
}

/** The judgement on all that was weighed; where nothing was found, on what is likely to be about it by its words. */
export function judgeAll(scene: Scene, compiled: CompiledRequirement, weighed: readonly Weighed[]): Judgement {
  const judgement = judge(compiled.requirement, weighed, scene.outranks)
  if (judgement.verdict !== 'missing') return judgement
  const unframed = locateUnframed(compiled, scene).map(c => weigh(c, compiled, scene))
  return judge(compiled.requirement, unframed, scene.outranks)
}

// Two provisions that disagree are named by their places; a figure that disagrees with its words names itself.
function withPlaces(reasons: readonly Reason[], [first, second]: readonly Passage[]): readonly Reason[] {
  if (first === undefined || second === undefined) return reasons
  return reasons.map(r =>
    r.code === 'inconsistent' && r.facts.other === undefined
      ? {
          ...r,
          facts: {
            found: cited(first),
            other: first.section !== '' && first.section === second.section ? 'another sentence of it' : cited(second),
          },
        }
      : r,
  )
}

function cited({ section, quote }: Passage): string {
  if (section === '') return `"${quote.slice(0, 40).trim()}..."`
  return /^\p{L}{4}/u.test(section) ? section : `clause ${section}`
}

function evidenceOf(
  contract: Contract,
  { deciding }: Judgement,
  passages: readonly ReadProvision[],
  { figure }: Requirement,
): [Passage, ...Passage[]] | undefined {
  const provisions = [
    ...new Set(deciding.flatMap(w => [w.candidate.read.provision, ...w.carvedBy])),
    ...passages.map(read => read.provision),
    // Where a term stands for the figure, what it means.
    ...passages.flatMap(read => read.defined.flatMap(one => (one.figure.unit === figure?.unit ? [one.provision] : []))),
  ]
  const [first, ...rest] = [...new Set(provisions)].map(p => passageOf(contract, p))
  return first === undefined ? undefined : [first, ...rest]
}

/** From this relevance on a passage is worth a look, though no promise of the requirement was recognised in it. */
const plainly = 0.88

function nearestOf(
  contract: Contract,
  candidates: ReturnType<typeof locate>,
  closest: ReturnType<Scene['closest']>,
): { nearest?: Nearest } {
  if (closest.read !== undefined && closest.relevance >= plainly)
    return { nearest: { passage: passageOf(contract, closest.read.provision), because: 'words' } }
  const near = candidates[0]
  if (near === undefined) return {}
  return {
    nearest: { passage: passageOf(contract, near.read.provision), because: isBinding(near.read) ? 'aside' : near.read.provision.zone },
  }
}

function checklistOf(pack: RulePack, findings: readonly Finding[]): ChecklistResult[] {
  const verdicts = new Map(findings.map(f => [f.requirement, f.verdict]))
  return pack.checklist.map(item => {
    const parts = item.parts.flatMap(id => {
      const verdict = verdicts.get(id)
      return verdict === undefined ? [] : [{ requirement: id, verdict }]
    })
    return { item: item.id, verdict: combine(parts.map(p => p.verdict)), parts }
  })
}

function combine(parts: readonly Verdict[]): Verdict {
  if (parts.length > 0 && parts.every(v => v === 'met')) return 'met'
  if (parts.every(v => v === 'missing')) return 'missing'
  if (parts.includes('conflict')) return 'conflict'
  return parts.every(v => v === 'missing' || v === 'unread') ? 'unread' : 'partial'
}
