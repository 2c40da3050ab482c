// How much each trait of a verdict weighs in doubt of it, and from what doubt a person should look. Fitted, not written:
// logistic regression with a penalty, on the findings in labelled contracts that the rules were not written by.

/** `weight` is added for each unit of a trait; `usual` is its mean, against which reasons for doubt are named. */
export interface DoubtWeights {
  readonly base: number
  readonly by: Readonly<Record<string, { readonly weight: number; readonly usual: number }>>
}

type Judged = 'met' | 'partial' | 'conflict' | 'missing'

/** Doubt from which a person should look; a promise wrongly recognised weighs more than a gap. */
export const bars: Readonly<Record<Judged, number>> = { met: 0.054, partial: 0.216, conflict: 0.216, missing: 0.216 }

export const doubtWeights: Readonly<Record<Judged, DoubtWeights>> = {
  met: {
    base: -5.91,
    by: {
      irrelevant: { weight: 1.79, usual: 0.17 },
      behind: { weight: 0.67, usual: 0.01 },
      few: { weight: 0.68, usual: 0.42 },
      reach: { weight: 0.12, usual: 0.26 },
      long: { weight: 0.59, usual: 0.36 },
      leaning: { weight: 0.63, usual: 0.07 },
      relative: { weight: 0.28, usual: 0.09 },
      fragment: { weight: 0.83, usual: 0.09 },
      list: { weight: 0.28, usual: 0.09 },
      limits: { weight: 0.26, usual: 0.13 },
      exceptions: { weight: 0.86, usual: 0.03 },
      strange: { weight: 2.11, usual: 0.65 },
      refusing: { weight: 0.44, usual: 0.02 },
      frames: { weight: 0.27, usual: 0.42 },
      both: { weight: 0.44, usual: 0.02 },
      rival: { weight: 0.4, usual: 0.07 },
      unused: { weight: 0.93, usual: 0.02 },
      overruled: { weight: 0.29, usual: 0.22 },
    },
  },
  partial: {
    base: -5.23,
    by: {
      irrelevant: { weight: 0.71, usual: 0.4 },
      few: { weight: 0.2, usual: 0.62 },
      leaning: { weight: 0.69, usual: 0.08 },
      relative: { weight: 0.12, usual: 0.09 },
      row: { weight: 0.56, usual: 0.07 },
      unframed: { weight: 1.3, usual: 0.09 },
      general: { weight: 0.29, usual: 0.51 },
      strange: { weight: 3.56, usual: 0.68 },
      lacking: { weight: 0.34, usual: 0.27 },
      refusing: { weight: 0.26, usual: 0.12 },
      negators: { weight: 0.5, usual: 0.36 },
      both: { weight: 0.36, usual: 0.12 },
    },
  },
  conflict: {
    base: -3.3,
    by: {
      irrelevant: { weight: 0.42, usual: 0.28 },
      behind: { weight: 0.93, usual: 0.03 },
      few: { weight: 0.35, usual: 0.62 },
      nobody: { weight: 0.36, usual: 0.33 },
      fragment: { weight: 0.28, usual: 0.05 },
      row: { weight: 0.8, usual: 0.04 },
      list: { weight: 0.23, usual: 0.07 },
      unframed: { weight: 1.23, usual: 0.04 },
      general: { weight: 0.23, usual: 0.4 },
      contested: { weight: 1.66, usual: 0.02 },
      frames: { weight: 0.33, usual: 0.6 },
      both: { weight: 0.67, usual: 0.08 },
      rival: { weight: 0.21, usual: 0.05 },
      overruled: { weight: 0.31, usual: 0.19 },
    },
  },
  missing: {
    base: -4.69,
    by: {
      closest: { weight: 4.09, usual: 0.04 },
      nearly: { weight: 3.3, usual: 0.18 },
      mentioned: { weight: 0.9, usual: 0.15 },
      aside: { weight: 4.56, usual: 0.01 },
      limbs: { weight: 0.15, usual: 0.41 },
    },
  },
}
