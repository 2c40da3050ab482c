// How much each trait of a verdict weighs in doubt of it, and from what doubt a person should look. Fitted, not written:
// logistic regression with a penalty, on the findings in labelled contracts that the rules were not written by.

/** `weight` is added for each unit of a trait; `usual` is its mean, against which reasons for doubt are named. */
export interface DoubtWeights {
  readonly base: number
  readonly by: Readonly<Record<string, { readonly weight: number; readonly usual: number }>>
}

type Judged = 'met' | 'partial' | 'conflict' | 'missing'

/** Doubt from which a person should look; a promise wrongly recognised weighs more than a gap. */
export const bars: Readonly<Record<Judged, number>> = { met: 0.054, partial: 0.218, conflict: 0.218, missing: 0.218 }

export const doubtWeights: Readonly<Record<Judged, DoubtWeights>> = {
  met: {
    base: -5.55,
    by: {
      irrelevant: { weight: 0.83, usual: 0.27 },
      few: { weight: 0.5, usual: 0.43 },
      fragment: { weight: 0.74, usual: 0.07 },
      row: { weight: 0.49, usual: 0.09 },
      list: { weight: 0.91, usual: 0.04 },
      general: { weight: 0.23, usual: 0.35 },
      exceptions: { weight: 0.85, usual: 0.04 },
      strange: { weight: 2.26, usual: 0.67 },
      contested: { weight: 0.36, usual: 0.05 },
      frames: { weight: 0.14, usual: 0.43 },
      rivals: { weight: 0.65, usual: 0.04 },
      overruled: { weight: 0.73, usual: 0.26 },
    },
  },
  partial: {
    base: -4.43,
    by: {
      behind: { weight: 1.4, usual: 0.03 },
      leaning: { weight: 0.44, usual: 0.08 },
      nobody: { weight: 0.09, usual: 0.37 },
      fragment: { weight: 0.39, usual: 0.09 },
      row: { weight: 0.77, usual: 0.07 },
      unframed: { weight: 1.17, usual: 0.08 },
      general: { weight: 0.66, usual: 0.49 },
      limits: { weight: 0.24, usual: 0.17 },
      strange: { weight: 2.51, usual: 0.7 },
      lacking: { weight: 0.42, usual: 0.27 },
      subject: { weight: 0.2, usual: 0.16 },
      negators: { weight: 0.34, usual: 0.38 },
      both: { weight: 0.57, usual: 0.12 },
      overruled: { weight: 0.12, usual: 0.29 },
    },
  },
  conflict: {
    base: -4.4,
    by: {
      irrelevant: { weight: 0.55, usual: 0.4 },
      behind: { weight: 1.02, usual: 0.04 },
      few: { weight: 0.45, usual: 0.6 },
      nobody: { weight: 0.6, usual: 0.27 },
      row: { weight: 0.12, usual: 0.07 },
      list: { weight: 0.38, usual: 0.04 },
      unframed: { weight: 1.07, usual: 0.05 },
      general: { weight: 0.6, usual: 0.42 },
      limits: { weight: 0.55, usual: 0.1 },
      strange: { weight: 0.55, usual: 0.72 },
      frames: { weight: 0.55, usual: 0.58 },
      negators: { weight: 0.32, usual: 0.93 },
      overruled: { weight: 0.2, usual: 0.24 },
    },
  },
  missing: {
    base: -4.47,
    by: {
      closest: { weight: 3.77, usual: 0.04 },
      nearly: { weight: 3.45, usual: 0.2 },
      mentioned: { weight: 1.15, usual: 0.18 },
      aside: { weight: 4.54, usual: 0.01 },
      outside: { weight: 0.28, usual: 0.06 },
      limbs: { weight: 0.2, usual: 0.41 },
    },
  },
}
