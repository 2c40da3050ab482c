// What a rule pack asks. Built by rulepack/ from YAML; check/ only reads it.
import type { Catalogue, Citation } from './control.ts'
import type { ReasonCode, Verdict } from './finding.ts'
import type { Impressions } from './impressions.ts'
import type { Bound, Unit } from './quantity.ts'
import type { WordWeights } from './word-weights.ts'

export const severities = ['critical', 'major', 'minor'] as const
export type Severity = (typeof severities)[number]

/** Who owes the duty. `either`: one of the parties, no matter which. */
export type Debtor = 'provider' | 'customer' | 'either'

export interface RulePack {
  readonly id: string
  readonly version: string
  readonly title: string
  /** Hash of the pack's sources, lower-case hex. */
  readonly sha256: string
  /** Shared phrase lists, by name. */
  readonly concepts: ReadonlyMap<string, Concept>
  /** The clauses (chapters) in order. */
  readonly clauses: readonly { readonly id: string; readonly title: string }[]
  readonly requirements: readonly Requirement[]
  readonly checklist: readonly ChecklistItem[]
  /** What was learnt of the words of its requirements, where it brings that along. */
  readonly relevance?: LearntWords
  /** What was learnt of the verdicts that their wordings earn, where it brings that along. */
  readonly impressions?: Impressions
  /** Requirements switched off, with the reason. */
  readonly off: readonly { readonly requirement: string; readonly reason: string }[]
  /** Catalogues of published controls that it brings itself. */
  readonly catalogues?: readonly Catalogue[]
}

/** What tells a passage about each requirement from any other passage: logistic regression over its words. */
export interface LearntWords {
  /** Their ids, in the order of the indices. */
  readonly requirements: readonly string[]
  /** The log odds of a passage without words, in tenths. */
  readonly bias: readonly number[]
  readonly words: WordWeights
}

/** A named list of phrases; `phrases` are in the phrase language of docs in rulepack/phrase. */
export interface Concept {
  readonly name: string
  readonly phrases: readonly string[]
  /** Phrases that look like it and are not ("risk weights"); they cancel a match that they overlap. */
  readonly not: readonly string[]
  /** A thing that contracts define terms for ("Protected Assets"): such terms stand for it. */
  readonly thing?: boolean
  /** A matter, such as health or money: a term whose meaning speaks of it stands for it, though no term is named by it. */
  readonly matter?: boolean
}

export interface ChecklistItem {
  readonly id: string
  readonly title: string
  readonly parts: readonly string[]
}

export interface Requirement {
  readonly id: string
  /** The pack that asks it, where another builds on that. */
  readonly from?: string
  readonly clause: string
  readonly title: string
  readonly severity: Severity
  readonly owes: Debtor
  /** Owed by whoever hosts the model: the customer under a weights licence. */
  readonly hosted: boolean
  /** One or two sentences: what is asked. */
  readonly asks: string
  readonly why: string
  readonly wording: { readonly firm: string; readonly milder: string }
  readonly parameters: readonly Parameter[]
  /** Frames that put a provision on the subject without giving an element ("encrypts all data"). */
  readonly topic: readonly Frame[]
  readonly elements: readonly Element[]
  /** Words of the object that a duty covers wholly, or only in part (reason `scope`). */
  readonly coverage?: Coverage
  readonly figure?: Figure
  /** Exceptions and conditions that match one of these do not narrow the duty ("as required by law"). */
  readonly tolerates: readonly string[]
  /** Whether a duty that is owed only on request is `soft`, or as good as any. */
  readonly request: 'soft' | 'accepted'
  /** Verdict where refused; `missing` for duties whose refusal says nothing. */
  readonly refused: 'conflict' | 'missing'
  /** It is itself mostly said by a denial ("bears no responsibility"): one in unknown words is no refusal. */
  readonly denial?: true
  readonly examples: readonly Example[]
  /** Published controls that the pack itself cites it for; those of packs that ship stand in maps of their own. */
  readonly controls?: readonly Citation[]
}

/** A limb of what is asked; all are needed for `met`. */
export interface Element {
  readonly id: string
  readonly name: string
  readonly frames: readonly Frame[]
}

/**
 * A way of saying it. The act is looked for in a clause; its polarity decides promise or refusal.
 * All phrases are in the phrase language.
 */
export interface Frame {
  /**
   * `do`: the act protects, so a duty to do it is the promise. `bar`: the act harms, so a ban is the promise.
   * `right`: the other party may do it, so leave is the promise. `contrary`: saying it at all is a refusal ("held unencrypted").
   */
  readonly kind: FrameKind
  readonly act: readonly string[]
  /** Groups that must each match in the sentence, or in the context that `reach` allows. */
  readonly with: readonly (readonly string[])[]
  /** If one of these matches in the sentence, the frame does not apply. */
  readonly without: readonly string[]
  /** How far `with` groups may be looked for. */
  readonly reach: 'sentence' | 'section'
  /** Reasons that this way of saying it always carries: `[scope]` for one that helps in part only. */
  readonly falls: readonly ReasonCode[]
  /** Who owes it when said this way, where that differs from the requirement. */
  readonly by?: Debtor
  /** Said the other way round it says nothing: for acts so common ("send", "give") that only their ban tells of the subject. */
  readonly only?: 'promise'
}

export const frameKinds = ['do', 'bar', 'right', 'contrary'] as const
export type FrameKind = (typeof frameKinds)[number]

export interface Coverage {
  readonly whole: readonly string[]
  readonly part: readonly string[]
  /** A defined term counts by what it is defined as, whatever its words seem to say. */
  readonly byDefinition?: true
}

/** A figure that decides. */
export interface Figure {
  readonly unit: Unit
  /** `at-most`: a deadline; `at-least`: a retention, a threshold. */
  readonly bound: Exclude<Bound, 'exactly'>
  /** Name of the parameter that holds the limit. */
  readonly parameter: string
  /** What the absence of any figure means. */
  readonly absent: 'value' | 'element' | 'accepted'
  /** Words that meet it without a figure ("weekly", "continuously"). */
  readonly words: readonly string[]
  /** Only figures of a sentence that matches one of these count; empty: any. */
  readonly of: readonly string[]
  /** The figure is how often something is done ("quarterly"), not how long. */
  readonly recurring: boolean
}

/** Something a user can set: `--set incident.notice.within="24 hours"`. */
export interface Parameter {
  readonly name: string
  readonly value: string
  readonly note: string
}

export interface Example {
  readonly verdict: Exclude<Verdict, 'unread'>
  readonly reasons: readonly ReasonCode[]
  readonly text: string
}
