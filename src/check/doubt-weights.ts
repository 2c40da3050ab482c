// How much each trait of a verdict weighs in doubt of it, and from what doubt a person should look. Fitted, not written:
// logistic regression with a penalty, on the findings in labelled contracts that the rules were not written by.

/** `weight` is added for each unit of a trait; `usual` is its mean, against which reasons for doubt are named. */
export interface DoubtWeights {
  readonly base: number
  readonly by: Readonly<Record<string, { readonly weight: number; readonly usual: number }>>
}

type Judged = 'met' | 'partial' | 'conflict' | 'missing'

/** Doubt from which a person should look; a promise wrongly recognised weighs more than a gap. */
export const bars: Readonly<Record<Judged, number>> = { met: 0.056, partial: 0.223, conflict: 0.223, missing: 0.223 }

export const doubtWeights: Readonly<Record<Judged, DoubtWeights>> = {
  met: {
    base: -6.57,
    by: {
      irrelevant: { weight: 1.92, usual: 0.17 },
      few: { weight: 0.35, usual: 0.43 },
      fragment: { weight: 0.64, usual: 0.08 },
      row: { weight: 0.47, usual: 0.08 },
      list: { weight: 0.8, usual: 0.04 },
      general: { weight: 0.26, usual: 0.36 },
      exceptions: { weight: 0.86, usual: 0.04 },
      strange: { weight: 3.7, usual: 0.65 },
      contested: { weight: 0.2, usual: 0.05 },
      frames: { weight: 0.16, usual: 0.44 },
      negators: { weight: 0.07, usual: 0.35 },
      rivals: { weight: 0.34, usual: 0.03 },
      unused: { weight: 0.61, usual: 0.02 },
      overruled: { weight: 0.66, usual: 0.26 },
    },
  },
  partial: {
    base: -4.71,
    by: {
      irrelevant: { weight: 0.49, usual: 0.37 },
      behind: { weight: 0.94, usual: 0.03 },
      leaning: { weight: 0.39, usual: 0.08 },
      nobody: { weight: 0.1, usual: 0.38 },
      fragment: { weight: 0.23, usual: 0.09 },
      row: { weight: 0.91, usual: 0.08 },
      unframed: { weight: 1.06, usual: 0.1 },
      general: { weight: 0.56, usual: 0.51 },
      limits: { weight: 0.16, usual: 0.17 },
      strange: { weight: 3.01, usual: 0.67 },
      lacking: { weight: 0.47, usual: 0.27 },
      subject: { weight: 0.34, usual: 0.19 },
      figure: { weight: 0.13, usual: 0.09 },
      negators: { weight: 0.32, usual: 0.37 },
      both: { weight: 0.42, usual: 0.11 },
      unused: { weight: 0.98, usual: 0.02 },
    },
  },
  conflict: {
    base: -3.82,
    by: {
      irrelevant: { weight: 0.44, usual: 0.33 },
      behind: { weight: 0.55, usual: 0.05 },
      few: { weight: 0.43, usual: 0.6 },
      nobody: { weight: 0.67, usual: 0.28 },
      row: { weight: 0.18, usual: 0.08 },
      list: { weight: 0.47, usual: 0.04 },
      unframed: { weight: 1.05, usual: 0.05 },
      general: { weight: 0.48, usual: 0.42 },
      limits: { weight: 0.35, usual: 0.1 },
      frames: { weight: 0.5, usual: 0.58 },
      negators: { weight: 0.17, usual: 0.94 },
      both: { weight: 0.15, usual: 0.06 },
      unused: { weight: 1.07, usual: 0.01 },
      overruled: { weight: 0.24, usual: 0.23 },
    },
  },
  missing: {
    base: -4.8,
    by: {
      closest: { weight: 4.85, usual: 0.04 },
      nearly: { weight: 3.04, usual: 0.19 },
      mentioned: { weight: 0.82, usual: 0.16 },
      aside: { weight: 4.74, usual: 0.01 },
      outside: { weight: 0.47, usual: 0.06 },
    },
  },
}
