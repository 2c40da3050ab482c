// Published controls that requirements are cited for: what a catalogue holds, and how a framework stands when the findings
// of a report are gathered by it. Catalogues and maps are read by controls/.
import type { Verdict } from './finding.ts'

/** How close a requirement is to a control, closest first. */
export const relations = ['equivalent', 'supports', 'related'] as const
export type Relation = (typeof relations)[number]

/** One framework in one edition: ids and short titles only. */
export interface Catalogue {
  /** `framework-edition`, as maps and `--by` name it. */
  readonly key: string
  readonly framework: string
  readonly edition: string
  readonly title: string
  /** All that the framework has, or only what is cited. */
  readonly extent: 'whole' | 'cited'
  readonly source: string
  readonly note?: string
  readonly controls: readonly Control[]
}

export interface Control {
  readonly id: string
  readonly title?: string
  /** Its id in the edition before. */
  readonly was?: string
  /** First day on which a law applies. */
  readonly appliesFrom?: string
  /** What a reader of a verdict has to know. */
  readonly note?: string
}

/** A control that a requirement is cited for. */
export interface Citation {
  readonly framework: string
  readonly edition: string
  readonly id: string
  readonly title?: string
  readonly appliesFrom?: string
  readonly relation: Relation
}

/** Ids of controls by catalogue and relation, as a map or a pack names them for one requirement. */
export type CitedControls = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** By requirement. */
export type Citations = ReadonlyMap<string, readonly Citation[]>

/** A finding as far as its controls are concerned. */
export interface CitedFinding {
  readonly requirement: string
  readonly title: string
  readonly verdict: Verdict
  readonly places: readonly Place[]
  readonly waived: boolean
  readonly known: boolean
  /** Profiles that it falls short of. */
  readonly shortOf: readonly string[]
  readonly controls: readonly Citation[]
}

/** Where words stand, as one cites it. */
export interface Place {
  readonly document: string
  readonly section: string
  readonly page?: number
}

/** How the requirements of a control came out. */
export interface Standing {
  readonly control: Control
  /** That of the worst of its requirements. */
  readonly verdict: Verdict
  /** The closest of them. */
  readonly relation: Relation
  readonly parts: readonly { readonly relation: Relation; readonly finding: CitedFinding }[]
}

/** The findings of one report gathered by the controls of a framework. */
export interface Gathering {
  readonly documents: readonly string[]
  readonly pack: { readonly id: string; readonly version: string; readonly title: string }
  /** As its summary says: the result, the least severity that fails, and how many requirements are met of all. */
  readonly result: string
  readonly failOn: string
  readonly met: number
  readonly of: number
  /** In the order of the catalogue. */
  readonly standings: readonly Standing[]
  /** Controls of the catalogue that no requirement of the report is cited for. */
  readonly untouched: readonly Control[]
  /** Requirements of the report that are cited for no control of the framework. */
  readonly uncited: readonly string[]
}

/** A control and the requirements of a pack that are cited for it. */
export interface ControlCoverage {
  readonly control: Control
  readonly requirements: readonly { readonly id: string; readonly relation: Relation }[]
}
