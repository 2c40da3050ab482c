// How much each trait of a verdict weighs in doubt of it, and from what doubt a person should look. Fitted, not written:
// logistic regression with a penalty, on the findings in labelled contracts that the rules were not written by.

/** `weight` is added for each unit of a trait; `usual` is its mean, against which reasons for doubt are named. */
export interface DoubtWeights {
  readonly base: number
  readonly by: Readonly<Record<string, { readonly weight: number; readonly usual: number }>>
}

type Judged = 'met' | 'partial' | 'conflict' | 'missing'

/** Doubt from which a person should look; a promise wrongly recognised weighs more than a gap. */
export const bars: Readonly<Record<Judged, number>> = { met: 0.059, partial: 0.236, conflict: 0.236, missing: 0.236 }

export const doubtWeights: Readonly<Record<Judged, DoubtWeights>> = {
  met: {
    base: -4.82,
    by: {
      irrelevant: { weight: 0.83, usual: 0.27 },
      behind: { weight: 1.58, usual: 0.01 },
      few: { weight: 0.45, usual: 0.43 },
      fragment: { weight: 1.07, usual: 0.08 },
      row: { weight: 0.51, usual: 0.08 },
      list: { weight: 0.54, usual: 0.04 },
      general: { weight: 0.37, usual: 0.36 },
      exceptions: { weight: 0.44, usual: 0.04 },
      strange: { weight: 1.28, usual: 0.67 },
      frames: { weight: 0.21, usual: 0.44 },
      rivals: { weight: 0.88, usual: 0.04 },
      rival: { weight: 0.35, usual: 0.05 },
      unused: { weight: 0.79, usual: 0.01 },
      overruled: { weight: 0.49, usual: 0.26 },
    },
  },
  partial: {
    base: -4.49,
    by: {
      behind: { weight: 1.12, usual: 0.03 },
      leaning: { weight: 0.39, usual: 0.08 },
      nobody: { weight: 0.08, usual: 0.37 },
      fragment: { weight: 0.46, usual: 0.1 },
      row: { weight: 0.79, usual: 0.08 },
      unframed: { weight: 1.23, usual: 0.09 },
      general: { weight: 0.79, usual: 0.49 },
      limits: { weight: 0.33, usual: 0.17 },
      strange: { weight: 2.57, usual: 0.7 },
      lacking: { weight: 0.44, usual: 0.27 },
      subject: { weight: 0.23, usual: 0.17 },
      refusing: { weight: 0.17, usual: 0.12 },
      negators: { weight: 0.3, usual: 0.38 },
      both: { weight: 0.62, usual: 0.13 },
      overruled: { weight: 0.11, usual: 0.28 },
    },
  },
  conflict: {
    base: -3.89,
    by: {
      irrelevant: { weight: 0.54, usual: 0.4 },
      behind: { weight: 0.69, usual: 0.04 },
      few: { weight: 0.49, usual: 0.61 },
      leaning: { weight: 0.18, usual: 0.14 },
      nobody: { weight: 0.71, usual: 0.31 },
      row: { weight: 0.59, usual: 0.08 },
      unframed: { weight: 0.9, usual: 0.05 },
      general: { weight: 0.57, usual: 0.42 },
      limits: { weight: 0.45, usual: 0.1 },
      strange: { weight: 0.51, usual: 0.72 },
      frames: { weight: 0.71, usual: 0.6 },
      rival: { weight: 0.37, usual: 0.06 },
      unused: { weight: 1.11, usual: 0.01 },
      overruled: { weight: 0.11, usual: 0.24 },
    },
  },
  missing: {
    base: -4.21,
    by: {
      closest: { weight: 3, usual: 0.04 },
      nearly: { weight: 3.37, usual: 0.2 },
      mentioned: { weight: 1.19, usual: 0.19 },
      aside: { weight: 4.58, usual: 0.01 },
      outside: { weight: 0.37, usual: 0.06 },
    },
  },
}
